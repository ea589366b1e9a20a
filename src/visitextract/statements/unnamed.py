"""People and bodies that speak without a name, or under a name on no list: 한 남성은, 조 사장은, 가나구는, 그는, 가나국은.

Reads a word before a topic or subject particle and asks the word lists what its end is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from visitextract.lexicon import words

COUNTRY = "statement.speaker.country"
UNLISTED = "statement.speaker.unlisted"
UNNAMED = "statement.speaker.unnamed"
PRONOUN = "statement.speaker.pronoun"

_LETTER = "[가-힣A-Za-z0-9·]"
_WORD = regex.compile(  # a word with its particle, and up to two words before it
    rf"(?<!{_LETTER})(?P<stem>{_LETTER}{{1,20}}?)(?P<age>\(\d+[^()]{{0,8}}\))?(?P<side>\s?측)?"
    rf"(?P<particle>께서는|에서는|에선|[은는이가도])(?!{_LETTER})"
)
_BEFORE = regex.compile(r"(?<![가-힣A-Za-z0-9])(?P<word>[가-힣A-Za-z0-9]{1,12})\s\Z")
_ANONYMOUS = regex.compile(r"(?:[A-Z]|[가-힣]{1,4})씨\Z")  # A씨, 김씨, 김모씨
_OPENS = regex.compile(  # an unlisted name that opens its sentence; verbs before 는 end in these syllables
    r"(?:(?:[가-힣]{1,4}서?|\d+일)\s)?(?P<np>[가-힣A-Za-z0-9·&]{2,15})"
    r"(?:(?<![하되지이리치키기우오추르없있에서로면])는|(?<=[가-힣])은)(?=\s)"
)
_BOUND = frozenset("은는을를에서의도인한")  # a word that ends so is no part of the name after it
_LONGEST = 10

_HEADS = (words("group_nouns") | words("kin") | words("speaker_nouns", "head")) - words("speaker_nouns", "never_alone")
_TITLES = words("titles", "head") | words("titles", "job")
_LEADS = words("speaker_nouns", "lead")
_RANKS = words("speaker_nouns", "rank")
_PRONOUNS = words("speaker_nouns", "pronoun")
_COUNTRIES = words("countries", "country")
_NO_LEAD = words("common_words", "adverb") | words("speaker_nouns", "never_lead")
_NO_NAME = words("common_words") | words("time_words") | words("meeting_nouns") | words("countries")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase ``start:end`` with its particle, without the words before it that are no part of it."""

    start: int
    end: int
    text: str
    particle: str
    rule: str


def without_lead(text: str) -> str:
    """A noun phrase without the connectives before it.

    >>> without_lead("하지만 연구진")
    '연구진'
    """
    while " " in text and text.split(" ", 1)[0] in _NO_LEAD:
        text = text.split(" ", 1)[1]
    return text


def find_phrases(masked: str, start: int, end: int) -> Iterator[Phrase]:
    """The unnamed speakers, pronouns and countries of ``masked[start:end]``, and an unlisted name that opens it."""
    for match in _WORD.finditer(masked, start, end):
        stem = match["stem"]
        if stem in _PRONOUNS:
            yield Phrase(match.start(), match.end(), stem, match["particle"], PRONOUN)
        elif stem in _COUNTRIES and not match["side"]:
            yield Phrase(match.start(), match.end(), stem, match["particle"], COUNTRY)
        elif (begin := _begin(masked, start, match)) is not None:
            stop = match.end("side") if match["side"] and stem not in _HEADS else match.end("age" if match["age"] else "stem")
            yield Phrase(begin, match.end(), masked[begin:stop], match["particle"], UNNAMED)
    first = _OPENS.match(masked, start, end)
    if first and first["np"] not in _NO_NAME:
        yield Phrase(first.start("np"), first.end(), first["np"], "은", UNLISTED)


def _begin(masked: str, floor: int, match: regex.Match[str]) -> int | None:
    """Where the phrase around a stem begins, or None where the stem is nobody."""
    stem, begin = match["stem"], match.start()
    if _ends_with(stem, _TITLES) or stem == "씨":
        begin = _back(masked, floor, begin, _RANKS)
        name = _BEFORE.search(masked, max(floor, begin - 14), begin)
        if name is not None and name["word"][-1] not in _BOUND and name["word"] not in _NO_LEAD and len(name["word"]) <= 6:
            return name.start()
        return None if stem == "씨" else begin
    if _ends_with(stem, _HEADS) or _ANONYMOUS.search(stem) or (match["side"] and len(stem) > 1):
        return _back(masked, floor, _back(masked, floor, begin, _LEADS), _LEADS)
    return None


def _back(masked: str, floor: int, begin: int, listed: frozenset[str]) -> int:
    """``begin``, or the start of the listed word right before it."""
    before = _BEFORE.search(masked, max(floor, begin - 14), begin)
    return before.start() if before is not None and before["word"] in listed else begin


def _ends_with(stem: str, listed: frozenset[str]) -> bool:
    return any(stem[-size:] in listed for size in range(1, min(len(stem), _LONGEST) + 1))
