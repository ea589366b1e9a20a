"""People and bodies that speak without a name, or under a name on no list: 한 남성은, 조 사장은, 가나구는, 그는, 가나국은.

Reads a word before a topic or subject particle and asks the word lists what its end is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from visitextract.lexicon import words
from visitextract.patterns import lazily

COUNTRY = "statement.speaker.country"
UNLISTED = "statement.speaker.unlisted"
UNNAMED = "statement.speaker.unnamed"
PRONOUN = "statement.speaker.pronoun"

_LETTER = "[가-힣A-Za-z0-9·]"
_WORD = lazily(  # a word with its particle, and up to two words before it
    rf"(?<!{_LETTER})(?P<stem>{_LETTER}{{1,20}}?)(?P<age>\(\d+[^()]{{0,8}}\))?(?P<side>\s?측)?"
    rf"(?P<particle>께서는|에서는|에선|[은는이가도])(?!{_LETTER})"
)
_BEFORE = lazily(r"(?<![가-힣A-Za-z0-9])(?P<word>[가-힣A-Za-z0-9]{1,12})\s\Z")
_ANONYMOUS = lazily(r"(?:[A-Z]|[가-힣]{1,4})씨\Z")  # A씨, 김씨, 김모씨
_VERBAL = frozenset("하되지이리치키기우오추르없있에서로면고때해엔다라냐자가히내드게받같")  # before 은 or 는: a verb or no name
_BOUND = frozenset("은는을를에서의도인한고며")  # a word that ends so is no part of the name after it
_NAME_LIKE = lazily(r"[가-힣A-Za-z]{2}")
_WHERE = frozenset({"에서는", "에선"})  # 시장에서는: a place, no mayor
_ARTICLE = lazily(r"\d[조항호]\Z")  # 제3조는: a law says nothing by itself
_LONGEST = 10
_OPENING = 14  # how far from its start a sentence may still open with an unlisted name

_HEADS = (words("group_nouns") | words("speaker_nouns", "head")) - words("speaker_nouns", "never_alone")
_KIN = words("kin")
_TITLES = words("titles", "head") | words("titles", "job")
_LEADS = words("speaker_nouns", "lead")
_RANKS = words("speaker_nouns", "rank")
_PRONOUNS = words("speaker_nouns", "pronoun")
_COUNTRIES = words("countries", "country")
_HOLDERS = _LEADS | _COUNTRIES  # 또 다른 관계자, 가나 정부
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
    """The unnamed speakers, pronouns, countries and unlisted opening names of ``masked[start:end]``, in order."""
    for match in _WORD.finditer(masked, start, end):
        stem = match["stem"]
        if stem in _PRONOUNS:
            yield Phrase(match.start(), match.end(), stem, match["particle"], PRONOUN)
        elif stem in _COUNTRIES and not match["side"]:
            yield Phrase(match.start(), match.end(), stem, match["particle"], COUNTRY)
        elif (begin := _begin(masked, start, match)) is not None:
            stop = match.end("side") if match["side"] and stem not in _HEADS else match.end("age" if match["age"] else "stem")
            yield Phrase(begin, match.end(), masked[begin:stop], match["particle"], UNNAMED)
        elif match.start() - start <= _OPENING and _unlisted(match):
            yield Phrase(match.start(), match.end(), stem, match["particle"], UNLISTED)


def _unlisted(match: regex.Match[str]) -> bool:
    """Whether a word before 은 or 는 can be a name on no list."""
    stem, particle = match["stem"], match["particle"]
    if len(stem) < 2 or particle not in ("은", "는") or match["side"] or match["age"]:
        return False
    if stem in _NO_NAME or stem + particle in _NO_NAME or _ARTICLE.search(stem) or not _NAME_LIKE.search(stem):
        return False
    return stem[-1] not in _VERBAL


def _begin(masked: str, floor: int, match: regex.Match[str]) -> int | None:
    """Where the phrase around a stem begins, or None where the stem is nobody."""
    stem, begin = match["stem"], match.start()
    if (_ends_with(stem, _TITLES) and match["particle"] not in _WHERE) or stem == "씨":
        begin = _back(masked, floor, begin, _RANKS)
        name = _BEFORE.search(masked, max(floor, begin - 14), begin)
        if name is not None and name["word"][-1] not in _BOUND and name["word"] not in _NO_LEAD and len(name["word"]) <= 6:
            return _back(masked, floor, name.start(), _COUNTRIES)
        return None if stem == "씨" else begin
    if _ends_with(stem, _HEADS) or stem in _KIN or _ANONYMOUS.search(stem) or (match["side"] and len(stem) > 1):
        return _back(masked, floor, _back(masked, floor, begin, _HOLDERS), _HOLDERS)
    return None


def _back(masked: str, floor: int, begin: int, listed: frozenset[str]) -> int:
    """``begin``, or the start of the listed word right before it."""
    before = _BEFORE.search(masked, max(floor, begin - 14), begin)
    return before.start() if before is not None and before["word"] in listed else begin


def _ends_with(stem: str, listed: frozenset[str]) -> bool:
    return any(stem[-size:] in listed for size in range(1, min(len(stem), _LONGEST) + 1))
