"""People and bodies that speak without a name, or under a name on no list: 한 남성은, 조 사장은, 가나구는, 그는, 가나국은.

Reads a word before a topic or subject particle and asks the word lists what its end is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from visitextract.lexicon import words
from visitextract.patterns import lazily

COUNTRY_ID = "statement.speaker.country"
UNLISTED_ID = "statement.speaker.unlisted"
UNNAMED_ID = "statement.speaker.unnamed"
PRONOUN_ID = "statement.speaker.pronoun"
JOINT_ID = "statement.speaker.joint"
QUOTED_ID = "statement.speaker.quoted_name"

_LETTER = "[가-힣ㄱ-ㅎA-Za-z0-9·]"
_WORD = lazily(  # a word with its particle, and up to two words before it
    rf"(?<!{_LETTER})(?P<stem>{_LETTER}{{1,20}}?)(?P<age>\([^()]{{1,12}}\))?(?P<side>\s?측)?"
    rf"(?P<particle>께서는|에서는|에선|[은는이가도]|\s(?:또한|역시))(?!{_LETTER})"
)
_BEFORE = lazily(r"(?<![가-힣A-Za-z0-9])(?P<word>[가-힣A-Za-z0-9]{1,12})\s\Z")
_ANONYMOUS = lazily(r"(?:[A-Zㄱ-ㅎ]|[가-힣]{1,4})씨\Z")  # A씨, ㄱ씨, 김씨, 김모씨
_VERBAL = frozenset("하되지이리치키기우오추르없있에서로면고때해엔다라냐자가히내드게받같")  # before 은 or 는: a verb or no name
_BOUND = frozenset("은는을를에서의도인한고며")  # a word that ends so is no part of the name after it
_NAME_LIKE = lazily(r"[가-힣A-Za-z]{2}")
_WHERE = frozenset({"에서는", "에선"})  # 시장에서는: a place, no mayor
_VERB_LEAD = lazily(r"(?:지자|하자|되자|면서|지만|는데|으며|하며|하고|되고)\Z")  # 알려지자 주민들은
_ARTICLE = lazily(r"\d[조항호]\Z")  # 제3조는: a law says nothing by itself
_ONE = frozenset({"한"})
_PARTICLES = frozenset("로에을를의는")  # a word that ends so is rather a noun with its particle: 이유로
_SHORT_NAME = 2
MUNICIPAL = frozenset({"시", "도", "군", "구"})  # 시는, 도는: the one that the article names
_BODY = 4  # a name of a body that ends like a common word (시민연대) has at least so many letters
_TRADE = "업계 "
_LONGEST = 10
_TO_WORDS = lazily(r"\s(?:[가-힣]{1,8}\s){0,3}[\"“]")  # 참석자들이 홍 장관에게 "…"
_TITLED = lazily(r"\s(?P<title>[가-힣]{2,10}?)(?:은|는|이|가|께서|도)(?![가-힣])")
_DATED = lazily(r"\A(?:오늘|어제|내일|지난|이날|전날)?\s?\(?\d{1,2}일\)?\s")
_SEVERAL = lazily(r"[·,]|[가-힣][와과]\s")
_OPENING = 14  # how far from its start a sentence may still open with an unlisted name

_QUALIFIERS = 4  # so many words may say which unnamed speaker it is
_OFFICE = 4  # so many words of an office may stand between a name and its title
_ONE_NAME = 3  # a surname and a given name, as a rule


@cache
def _heads() -> frozenset[str]:
    return (words("group_nouns") | words("speaker_nouns", "head")) - words("speaker_nouns", "never_alone")


@cache
def _endings() -> frozenset[str]:
    return words("speaker_nouns", "ending")


@cache
def _titles() -> frozenset[str]:
    return words("titles", "head") | words("titles", "job")


@cache
def _bodies() -> frozenset[str]:
    return words("organization_endings") | _heads()


@cache
def _holders() -> frozenset[str]:
    return words("speaker_nouns", "lead") | words("countries", "country")  # 또 다른 관계자, 가나 정부


@cache
def _no_lead() -> frozenset[str]:
    return words("common_words", "adverb") | words("speaker_nouns", "never_lead")


@cache
def _no_name() -> frozenset[str]:
    return words("common_words") | words("time_words") | words("meeting_nouns") | words("countries")


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
    text = _DATED.sub("", text)
    while " " in text and (text.split(" ", 1)[0] in _no_lead() or _VERB_LEAD.search(text.split(" ", 1)[0])):
        text = text.split(" ", 1)[1]
    return text


def is_one_person(phrase: str) -> bool:
    """Whether a phrase is one human being, so that 그 can stand for it.

    >>> is_one_person("가나대 교수"), is_one_person("가나시"), is_one_person("홍길동·김민수 의원")
    (True, False, False)
    """
    if _SEVERAL.search(phrase):
        return False
    last = phrase.split()[-1] if phrase.split() else ""
    people = words("speaker_nouns", "person")
    known = _ends_with(last, _titles()) or last in words("kin") or last in people
    return known or last.endswith(("씨", "자", "남성", "여성", "학생"))


def is_document(name: str) -> bool:
    """Whether a name is that of something written, which by itself is no source: 정비사업계획."""
    return _ends_with(name, words("speaker_nouns", "document"))


def names_body(phrase: str) -> bool:
    """Whether a quoted name is the name of people or a body (‘마을 시민모임’), not of a work or a model."""
    return _ends_with(phrase.replace(" ", ""), _bodies()) or _ends_with(phrase.replace(" ", ""), _endings())


def speaks(word: str) -> bool:
    """Whether a word can be somebody who speaks: 정부, 수도권 의원, 주민."""
    return _ends_with(word, _heads()) or _ends_with(word, _titles()) or word in words("kin")


def reads_like_name(word: str) -> bool:
    """Whether a word can be a Korean name: a surname, two more syllables, and no word that any list holds.

    >>> reads_like_name("홍길동"), reads_like_name("정부는")
    (True, False)
    """
    shaped = len(word) == _ONE_NAME and word[0] in words("surnames", "one") and word[-1] not in _PARTICLES
    return shaped and word not in _no_name()


def find_phrases(masked: str, start: int, end: int) -> Iterator[Phrase]:
    """The unnamed speakers, pronouns, countries and unlisted opening names of ``masked[start:end]``, in order."""
    for match in _WORD.finditer(masked, start, end):
        stem = match["stem"]
        if reads_like_name(stem + match["particle"]) and _before_title(masked, match.end()):
            continue  # 홍서은 교수는: 은 belongs to the name
        if stem in words("speaker_nouns", "pronoun"):
            yield Phrase(match.start(), match.end(), stem, match["particle"], PRONOUN_ID)
        elif stem[-1] == "그" and reads_like_name(stem[:-1]):  # the page glued a photographer's name: 홍길동그는
            yield Phrase(match.end("stem") - 1, match.end(), "그", match["particle"], PRONOUN_ID)
        elif stem in words("countries", "country") and not match["side"]:
            yield Phrase(match.start(), match.end(), stem, match["particle"], COUNTRY_ID)
        elif match.start() == start and stem in MUNICIPAL and match["particle"] in ("은", "는"):
            yield Phrase(match.start(), match.end(), stem, match["particle"], UNNAMED_ID)
        elif (begin := _begin(masked, start, match)) is not None:
            stop = match.end("side") if match["side"] and stem not in _heads() else match.end("age" if match["age"] else "stem")
            yield Phrase(begin, match.end(), masked[begin:stop], match["particle"], UNNAMED_ID)
        elif (begin := _introduced(masked, start, match)) is not None:
            yield Phrase(begin, match.end(), masked[begin : match.end("stem")], match["particle"], UNLISTED_ID)
        elif match.start() - start <= _OPENING and (_unlisted(match) or (match.start() == start and _opens(match))):
            begin = _latin(masked, start, match.start()) if stem.isascii() else match.start()
            yield Phrase(begin, match.end(), masked[begin : match.end("stem")], match["particle"], UNLISTED_ID)


def _latin(masked: str, floor: int, begin: int) -> int:
    """Where the Latin words before ``begin`` that are one name with it start: Marden Clinic은."""
    before = _BEFORE.search(masked, max(floor, begin - 14), begin)
    while before is not None and before["word"].isascii() and before["word"].isalpha():
        begin = before.start()
        before = _BEFORE.search(masked, max(floor, begin - 14), begin)
    return begin


def _before_title(masked: str, start: int) -> bool:
    """Whether the next word is a title with a particle."""
    following = _TITLED.match(masked, start)
    return following is not None and _ends_with(following["title"], _titles())


def _unlisted(match: regex.Match[str]) -> bool:
    """Whether a word before 은 or 는 can be a name on no list."""
    stem, particle = match["stem"], match["particle"]
    if len(stem) < 2 or particle not in ("은", "는") or match["side"] or match["age"]:
        return False
    if stem in _no_name() or stem + particle in _no_name() or _ARTICLE.search(stem) or not _NAME_LIKE.search(stem):
        return False
    return stem[-1] not in _VERBAL


def _introduced(masked: str, floor: int, match: regex.Match[str]) -> int | None:
    """Where a name on no list begins that follows a word for what one does: 칼럼니스트 마리 뒤부아는."""
    if not _unlisted(match):
        return None
    first = _BEFORE.search(masked, max(floor, match.start() - 14), match.start())
    if first is None:
        return None
    if first["word"] in words("titles", "job"):
        return match.start()
    second = _BEFORE.search(masked, max(floor, first.start() - 14), first.start())
    known = first["word"] in _no_name() or first["word"][-1] in _BOUND
    return first.start() if second is not None and not known and second["word"] in words("titles", "job") else None


def _opens(match: regex.Match[str]) -> bool:
    """Whether the sentence opens with what reads like a Korean name, whatever syllable it ends with: 홍길기는."""
    stem = match["stem"]
    if match["particle"] not in ("은", "는") or match["side"]:
        return False
    return reads_like_name(stem) and stem + match["particle"] not in _no_name()


def _begin(masked: str, floor: int, match: regex.Match[str]) -> int | None:
    """Where the phrase around a stem begins, or None where the stem is nobody."""
    stem, begin = match["stem"], match.start()
    if match["particle"] not in ("이", "가") or _TO_WORDS.match(masked, match.end()):
        stem = stem.removesuffix("들") or stem
    if (_ends_with(stem, _titles()) and match["particle"] not in _WHERE) or stem == "씨":
        begin = _back(masked, floor, begin, words("speaker_nouns", "rank"))
        if (one := _back(masked, floor, begin, _ONE)) < begin:
            return whole_phrase(masked, floor, one)  # 가정의학과 한 전문의
        name = _BEFORE.search(masked, max(floor, begin - 14), begin)
        bare = name is not None and (name["word"][-1] not in _BOUND or reads_like_name(name["word"]))
        if name is not None and bare and name["word"] not in _no_lead() and len(name["word"]) <= 6:
            first = _back(masked, floor, name.start(), words("countries", "country"))
            return first if name["word"] in words("surnames", "one") else _named(masked, floor, first)
        return None if stem == "씨" else begin
    if stem in ("모씨", "여사"):  # 김 모씨, 김 여사
        return _back(masked, floor, begin, words("surnames", "one"))
    if stem[-1:] == "지" and stem[:-1] in words("organizations", "media"):  # 가나타임스지는
        return begin
    if masked.startswith(" 넘", match.end()):
        return None  # 절반이 넘는
    named = len(stem) >= _BODY and _ends_with(stem, _endings())
    aside = match["side"] is not None and len(stem) > 1
    if named or aside or _ends_with(stem, _heads()) or stem in words("kin") or _ANONYMOUS.search(stem):
        return whole_phrase(masked, floor, begin, one=is_one_person(stem))
    return None


def whole_phrase(masked: str, floor: int, begin: int, *, one: bool = False) -> int:
    """Where the phrase of an unnamed speaker at ``begin`` starts, with the words before it that say which.

    또 다른, 가나 정부, IB업계, 지역 정치권 한; for ``one`` person also his name, where it is on no list: 홍길동 제빵사.
    """
    for _ in range(_QUALIFIERS):
        before = _BEFORE.search(masked, max(floor, begin - 20), begin)
        if before is None:
            return begin
        word = before["word"]
        if not _qualifies(word) and not (masked.startswith(_TRADE, begin) and _names_trade(word)):
            return _named(masked, floor, begin) if one else begin
        begin = before.start()
    return begin


def _names_trade(word: str) -> bool:
    """Whether a word before 업계 can say which one: 인터넷 업계 관계자."""
    return word[-1] not in _BOUND and word not in _no_lead() and not _VERB_LEAD.search(word)


def _qualifies(word: str) -> bool:
    """Whether a word before an unnamed speaker belongs to him: listed, or the name of a body or of a group."""
    if word in _holders():
        return True
    if word in _no_lead() or word[-1] == "고" or _VERB_LEAD.search(word):
        return False
    if word[-1] in "와과" and len(word) > _SHORT_NAME:
        word = word[:-1]  # 가나지부와 다라연대는: both speak
    if word in words("organizations"):
        return True
    return _ends_with(word, _bodies()) or _ends_with(word, _endings()) or _ends_with(word, words("speaker_nouns", "qualifier"))


def _back(masked: str, floor: int, begin: int, listed: frozenset[str]) -> int:
    """``begin``, or the start of the listed word right before it."""
    before = _BEFORE.search(masked, max(floor, begin - 14), begin)
    return before.start() if before is not None and before["word"] in listed else begin


def _named(masked: str, floor: int, begin: int) -> int:
    """``begin``, or the start of the Korean name a few words before it: 김민수 가나시 나라구 다라동장은."""
    at = begin
    for _ in range(_OFFICE):
        before = _BEFORE.search(masked, max(floor, at - 14), at)
        if before is None or before["word"][-1] in _BOUND or before["word"] in _no_lead():
            return begin
        at = before.start()
        word = before["word"]
        if reads_like_name(word) or word in words("foreign_given"):
            return at
    return begin


def _ends_with(stem: str, listed: frozenset[str]) -> bool:
    return any(stem[-size:] in listed for size in range(1, min(len(stem), _LONGEST) + 1))
