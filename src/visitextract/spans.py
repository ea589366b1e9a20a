"""Text as the caller passed it, text as the rules read it, and the way back from one to the other.

The rules read a *normalised* text: composed syllables (NFC), plain spaces and line feeds, half-width Latin, one kind of
middle dot and tilde, no zero-width or bidirectional marks. Each normalised character remembers the stretch of the caller's
text it stands for, so that every offset that leaves the library counts code points of the caller's own text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from visitextract.patterns import lazily

_SINGLE = {
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\x1c\x1d\x1e\x1f", " "
    ),
    **dict.fromkeys("\u2028\u2029\x85", "\n"),
    **dict.fromkeys(
        "\u00b7\u318d\u2022\u2027\u2219\u22c5\u30fb\uff65\u119e\u11a2", "\u00b7"
    ),  # middle dots in use in Korean news
    **dict.fromkeys("\u223c\u301c\uff5e\u02dc\u2053", "~"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\uff0d", "-"),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code not in (0xFF5E, 0xFF0D)},
    "\uff62": "\u300c",
    "\uff63": "\u300d",
    "\uffe6": "\u20a9",
    "\u2024": ".",
    "\u2025": "..",
}
_DROPPED = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2066\u2067\u2068\u2069\ufeff"
)
_ODD = lazily(
    "[\r" + "".join(regex.escape(c, special_only=False) for c in sorted(_DROPPED | frozenset(_SINGLE) - {"\u00b7"})) + "]"
    r"|\p{M}|[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uf900-\ufaff]"
)
_CLUSTER = lazily(
    r"(?P<plain>[\n -~·가-힣‘’“”…]+)(?!\p{M})"
    r"|\r\n?|[\u1100-\u115f\ua960-\ua97f]+[\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*\p{M}*|.\p{M}*",
    regex.DOTALL,
)


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """A caller's text beside its normalised form.

    ``text`` is what rules read; ``original`` what the caller passed. ``starts[i]`` and ``ends[i]`` bound the caller's
    characters behind ``text[i]``; both are ``None`` when the two texts are the same.
    """

    original: str
    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the caller's text, in code points, behind the normalised range ``start:end``.

        >>> normalize("홍길동\\u200b 대통령").to_original(4, 7)
        (5, 8)
        """
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            point = self.starts[start] if start < len(self.starts) else len(self.original)
            return point, point
        return self.starts[start], self.ends[end - 1]


def normalize(text: str) -> NormalizedText:
    """The text as the rules read it, with the map back to ``text``; never raises for any string.

    >>> normalize("２８일").text
    '28일'
    """
    if not _ODD.search(text):
        return NormalizedText(text, text)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _CLUSTER.finditer(text):
        begin, finish = match.span()
        raw = text[begin:finish]
        if match.lastgroup:  # nothing odd: as it stands
            parts.append(raw)
            starts.extend(range(begin, finish))
            ends.extend(range(begin + 1, finish + 1))
            continue
        if raw[0] == "\r":
            plain = "\n"
        elif len(raw) == 1 and not "\uf900" <= raw <= "\ufaff":
            plain = "" if raw in _DROPPED else _SINGLE.get(raw, raw)
        else:
            plain = "".join(_SINGLE.get(c, c) for c in unicodedata.normalize("NFC", raw) if c not in _DROPPED)
        if plain:
            parts.append(plain)
            starts.extend([begin] * len(plain))
            ends.extend([finish] * len(plain))
    return NormalizedText(text, "".join(parts), starts, ends)
