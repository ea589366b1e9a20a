"""Sub-headlines that lost their line breaks and stand glued before the body's first sentence."""

from __future__ import annotations

from functools import lru_cache

import regex

from visitextract.lexicon import words
from visitextract.patterns import lazily

_FULL_STOP = lazily(r"다\.|(?<=[요죠까])[.?]")
_AFTER_QUOTE = lazily(
    r"(?<=[가-힣A-Za-z0-9!?…])[\"”](?=[가-힣A-Z])"
    r"(?!이?라|고|며|면서|[은는이가을를의와과도에로]|하[고며는다]|다[고며는]|으로|처럼|까지|등|란|인|임|했|부터|만|보다)"
)
_TOKEN = lazily(r"[가-힣]{4,16}")
_PARTICLE = lazily(r"(?:은|는|이|가|의|을|를|도|와|과|에|에서|에게|로|으로)$")
_REACH = 300  # how far sub-headlines may go
_LEAST, _LEAST_SENTENCE = 8, 20


def glued_headline(text: str, start: int, end: int) -> int | None:
    """Where glued sub-headlines end and the body begins, in a paragraph ``start:end``; None where none are glued on.

    A joint stands before the first full stop: a closing quotation mark on which a word follows that no quotation is followed
    by, or a word that is two: a headline's last noun, and a word with which the article begins a sentence elsewhere.
    """
    stop = _FULL_STOP.search(text, start, min(end, start + 2 * _REACH))
    if not stop:
        return None
    limit = min(stop.start() - _LEAST_SENTENCE, start + _REACH)
    joints = [match.end() for match in _AFTER_QUOTE.finditer(text, start, max(start, limit))]
    joints += [place for match in _TOKEN.finditer(text, start, max(start, limit)) if (place := _joint(text, match))]
    joint = max(joints, default=start)
    opening = text[start:joint]
    balanced = opening.count("“") == opening.count("”") and opening.count('"') % 2 == 0
    return joint if joint - start >= _LEAST and balanced else None


def _joint(text: str, token: regex.Match[str]) -> int | None:
    """Where a token falls into a headline's last noun and a word of the article's own."""
    whole = token.group()
    for cut in range(len(whole) - 2, 1, -1):
        word = _stem(whole[cut:])
        if len(word) < 2 or not whole[:cut].endswith(_ends()) or word in words("headline_ends", "part"):
            continue
        if regex.search(rf"(?:^|\n|다\.) ?{word}(?:[ ,·(]|[은는이가의] )", text):
            return None if _elsewhere(text, _stem(whole), token.start()) else token.start() + cut
    return None


def _stem(word: str) -> str:
    """A word without its particle."""
    return _PARTICLE.sub("", word) if len(word) > 2 else word


def _elsewhere(text: str, word: str, place: int) -> bool:
    """Whether a word begins a word of the text elsewhere than in the token at ``place``."""
    return any(match.start() != place for match in regex.finditer(rf"(?<![가-힣]){word}", text))


@lru_cache(maxsize=1)
def _ends() -> tuple[str, ...]:
    return tuple(sorted(words("headline_ends", "end")))
