"""Every word of every closed class, in a frame sentence of its class: a user notices it, or the row is dead and this fails.

A frame takes a word and says whether the records show what the class stands for. One test a class; it names each failing word.
``OPEN`` lists the word lists that are vocabulary and no closed class, ``ELSEWHERE`` those that another test file exercises: a
class in none of the three fails, so that no later class is forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from visitextract import Extraction, Person, extract
from visitextract.article import Zone
from visitextract.factuality import status_of
from visitextract.lexicon import Entry, load, names, words
from visitextract.records import Role
from visitextract.sentences import Sentence

Frame = Callable[[str], bool]


def ending(word: str, with_final: str, without: str) -> str:
    """The word with the particle that fits its last syllable."""
    last = word[-1]
    if "가" <= last <= "힣":
        return word + (with_final if (ord(last) - 0xAC00) % 28 else without)
    return word + (with_final if last.lower() in "lmn1368" else without)


def eun(word: str) -> str:
    """은 or 는."""
    return ending(word, "은", "는")


def eul(word: str) -> str:
    """을 or 를."""
    return ending(word, "을", "를")


def wa(word: str) -> str:
    """과 or 와."""
    return ending(word, "과", "와")


def person(text: str, name: str = "홍길동") -> Person | None:
    """The person of that name."""
    return next((found for found in extract(text).persons if found.name == name), None)


def nobody(text: str) -> bool:
    """Whether a text names no person."""
    return not extract(text).persons


def roles(text: str, name: str = "홍길동") -> tuple[Role, ...]:
    """The roles of the person of that name."""
    found = person(text, name)
    return found.roles if found else ()


def titled(text: str, title: str, name: str = "홍길동") -> bool:
    """Whether the person has just this title."""
    return [role.title for role in roles(text, name)] == [title]


def employed(text: str, organization: str, name: str = "홍길동") -> bool:
    """Whether a role of the person is at this organization."""
    return any(role.organization and role.organization.name == organization for role in roles(text, name))


def alias(text: str, name: str, form: str) -> bool:
    """Whether a form stands for the person of that name."""
    found = person(text, name)
    return found is not None and form in found.aliases


def organizations(text: str) -> dict[str, str | None]:
    """Name -> kind."""
    return {found.name: found.kind for found in extract(text).organizations}


def speakers(text: str) -> set[str]:
    """Who says something."""
    return {statement.speaker.name for statement in extract(text).statements if statement.speaker}


def said(clause: str) -> bool:
    """Whether the minister is the speaker of the quotation in ``clause``."""
    return "홍길동" in speakers(clause)


def parties(extraction: Extraction) -> set[str]:
    """Who takes part in the first meeting."""
    return {party.name for party in extraction.meetings[0].participants} if extraction.meetings else set()


def status(clause: str) -> str:
    """The status of the one meeting that a clause tells of."""
    meetings = extract(clause).meetings
    return str(meetings[0].status) if len(meetings) == 1 else f"{len(meetings)} meetings"


def former(word: str) -> bool:
    """A past role before or behind the name."""
    behind, before = roles(f"홍길동 {word} 대통령은 웃었다."), roles(f"{word} 홍길동 회장은 웃었다.")
    return bool(behind and before) and all(role.former for role in (*behind, *before))


def kin(word: str) -> bool:
    """A relation names the person behind it, is no name itself and makes nobody of its own."""
    named = person(f"존 스미스 대통령은 {word} 마리 스미스와 서울에 왔다.", "마리 스미스")
    return named is not None and not named.roles and nobody(f"가나 회장의 {ending(word, '이', '가')} 3일 서울에 왔다.")


def head(word: str) -> bool:
    """A title before and behind a Korean name and behind a foreign one; a reporter's titles make nobody."""
    if word in words("name_words", "reporter"):
        return nobody(f"홍길동 {eun(word)} 웃었다.")
    return titled(f"홍길동 {eun(word)} 웃었다.", word) and word in _before_names() and word in _behind_foreign_names()


PEOPLE = ("김민수", "박서연", "이지훈", "최유진", "정민호", "강지은", "조현우", "윤서진", "장민재", "임수빈")
FOREIGN = (
    "존 스미스",
    "마리 뒤부아",
    "이반 페트로프",
    "카를 베버",
    "마크 브라운",
    "안나 노르딘",
    "폴 마르탱",
    "피터 존슨",
    "올가 이바노바",
    "라울 산체스",
)


def _titles_in(names: tuple[str, ...], phrase: Callable[[str, str], str]) -> frozenset[str]:
    """The titles of the class that are found in texts of ten people each."""
    listed = [entry.surface for entry in load("titles") if entry.kind == "head"]
    found: set[str] = set()
    for start in range(0, len(listed), len(names)):
        held = dict(zip(names, listed[start : start + len(names)], strict=False))
        persons = extract(" ".join(f"{phrase(name, title)} 웃었다." for name, title in held.items())).persons
        found |= {held[one.name] for one in persons if held.get(one.name) in {role.title for role in one.roles}}
    return frozenset(found)


@cache
def _before_names() -> frozenset[str]:
    return _titles_in(PEOPLE, lambda name, title: f"가나전자 {title} {eun(name)}")


@cache
def _behind_foreign_names() -> frozenset[str]:
    return _titles_in(FOREIGN, lambda name, title: f"{name} {eun(title)}")


def latin(word: str) -> bool:
    """A Latin title, and the same in brackets as an abbreviation."""
    alone, bracket = roles(f"홍길동 가나전자 {eun(word)} 웃었다."), roles(f"홍길동 가나전자 최고책임자({word})는 웃었다.")
    return [role.abbreviation for role in (*alone, *bracket)] == [word, word]


def job(word: str) -> bool:
    """An occupation before or behind the name; a reporter's makes nobody."""
    if word in words("name_words", "reporter"):
        return nobody(f"{word} 홍길동은 웃었다.")
    return titled(f"{word} 홍길동은 웃었다.", word) and titled(f"홍길동 {ending(word, '이', '가')} 웃었다.", word)


def suffix(word: str) -> bool:
    """An unlisted word that ends so is a title."""
    return any(titled(f"홍길동 {stem}{eun(word)} 웃었다.", stem + word) for stem in ("경력", "대외총무", "가나다라", "주니어"))


def modifier(word: str) -> bool:
    """A word inside a title belongs to it, if it says something of the office."""
    return titled(f"홍길동 {word} 위원은 웃었다.", "위원" if word in words("name_words", "filler") else f"{word} 위원")


def address(word: str) -> bool:
    """A polite form shows a name and is no role."""
    found = person(f"박서연 {eun(word)} 3일 웃었다.", "박서연")
    return found is not None and not found.roles


def surname(word: str) -> bool:
    """A full name with a title, then the surname with the title."""
    return alias(f"{word}민수 회장은 웃었다. {word} 회장은 떠났다.", f"{word}민수", f"{word} 회장")


def given(word: str) -> bool:
    """A usual foreign given name begins a name, with a title and without."""
    name = f"{word} 스미스"
    return titled(f"{name} 미국 대통령은 웃었다.", "대통령", name) and person(f"3일 {name}는 웃었다.", name) is not None


def source(word: str) -> bool:
    """Unnamed people speak under the phrase; X 측 is the organization itself."""
    text, bare = f'{eun(word)} 3일 "사실이 아니다"라고 말했다.', word.replace(" ", "")
    names = {name.replace(" ", "") for name in speakers(text) | speakers(f"가나전자 {text}")}
    return nobody(text) and any(bare in name or bare.startswith(name) or bare.endswith(name) or bare == "측" for name in names)


def party(word: str) -> bool:
    """Unnamed people speak, or meet somebody; they are no person."""
    text = f"홍길동 장관은 3일 서울에서 가나 {wa(word)} 만나 현안을 논의했다."
    return {found.name for found in extract(text).persons} == {"홍길동"} and (
        any(word in p for p in parties(extract(text))) or source(word)
    )


def press(word: str) -> bool:
    """Who meets the press has no meeting."""
    return (
        nobody(f"가나 {eun(word)} 웃었다.") and not extract(f"홍길동 장관은 3일 서울에서 {wa(word)} 만나 이렇게 말했다.").meetings
    )


def organization(word: str) -> bool:
    """A listed organization acts; the houses of a parliament stand in the office of their speaker."""
    return (
        word in _acting()
        or word in organizations(f"{eun(word)} 3일 이를 밝혔다.")
        or employed(f"홍길동 {word}의장은 웃었다.", word)
    )


@cache
def _acting() -> frozenset[str]:
    """The listed organizations that are found in texts of thirty of them each."""
    listed = [entry.surface for entry in load("organizations")]
    texts = (" ".join(f"{eun(word)} 이를 밝혔다." for word in listed[n : n + 30]) for n in range(0, len(listed), 30))
    return frozenset(span.text for text in texts for found in extract(text).organizations for span in found.mentions)


def organization_ending(word: str) -> bool:
    """An unlisted word that ends so is an organization of the kind that its row says."""
    kind = next(entry.kind for entry in load("organization_endings") if entry.surface == word)
    return organizations(f"스미린{eun(word)} 3일 이를 밝혔다.") == {f"스미린{word}": kind}


def executive(word: str) -> bool:
    """The last word before this title is the company, not a third name."""
    title = "마케팅책임자" if word == "책임자" else word
    return person(f"에리크 린드베리 노르드빅 {eun(title)} 웃었다.", "에리크 린드베리") is not None


def two(word: str) -> bool:
    """Both who met are meant: no third person, and both speak or meet."""
    office = "장관" if word.endswith("장관") else word.split()[-1]
    office = office if office in ("대통령", "총리", "대표", "회장", "총수", "장관") else "대통령"
    text = f"홍길동 {eun(office)} 3일 존 스미스 미국 {office}의 말을 들었다. {eun(word)} 4일 부산에서 회동했다."
    return parties(extract(text)) == {"홍길동", "존 스미스"}


def three(word: str) -> bool:
    """All three who were named before are meant."""
    office = "외교장관" if word.endswith("장관") else "대통령"
    text = f"홍길동 {office}은 존 스미스 미국 {office}, 다나카 하루토 일본 {office}을 만났다. {eun(word)} 4일 다시 회동했다."
    return any(len(meeting.participants) == 3 for meeting in extract(text).meetings)


def party_leaders(word: str) -> bool:
    """The two leaders whom the article names."""
    text = f"홍길동 국민의힘 대표와 박서연 더불어민주당 대표가 왔다. {eun(word)} 4일 국회에서 회동했다."
    return parties(extract(text)) == {"홍길동", "박서연"}


def head_of_state(word: str) -> bool:
    """양 정상 are those who hold this office."""
    text = f"홍길동 {eun(word)} 3일 존 스미스 미국 {wa(word)} 통화했다. 양 정상은 4일 서울에서 회담했다."
    return any({party.name for party in met.participants} == {"홍길동", "존 스미스"} for met in extract(text).meetings[-1:])


def meeting(word: str) -> bool:
    """Two ministers and the noun: a meeting of the kind that its row says."""
    if word in words("meeting_nouns", "meal"):
        text = f"홍길동 장관은 3일 서울에서 김민수 장관과 {eul(word)} 함께했다."
    else:
        text = f"홍길동 장관은 3일 서울에서 김민수 장관과 {eul(word)} 가졌다."
    kinds = {entry.kind for entry in load("meeting_nouns") if entry.surface == word}
    found = extract(text).meetings
    return len(found) == 1 and (str(found[0].kind) in kinds or bool(kinds & {"weak", "meal"}))


def stem(word: str) -> bool:
    """The ending behind this form of an event's verb says whether it took place."""
    endings = {4: ("것으로 알려졌다", "held"), 8: ("것으로 보인다", "possible"), 20: ("다", "held"), 17: ("니다", "scheduled")}
    last = endings.get((ord(word[-1]) - 0xAC00) % 28)
    rest, expected = last if last and word != "찾" else ("고 싶다고 했다", "proposed")
    before = "홍길동 장관은 김민수 장관을 "
    text = f"{before}{word}{' ' * rest.startswith('것')}{rest}."
    told, _ = status_of(text, Sentence(0, 0, len(text), Zone.BODY, 0, ()), len(before), len(before) + len(word))
    return told == expected


DENIAL = '홍길동 장관은 3일 "사실이 아니다"라고 '
BLAME = '홍길동 장관은 3일 "사실이 아니다"라며 비판을 '
STAND = '홍길동 장관은 3일 "사실이 아니다"라는 '

FRAMES: dict[tuple[str, str], Frame] = {
    ("former", "prefix"): former,
    ("kin", "kin"): kin,
    ("titles", "head"): head,
    ("titles", "latin"): latin,
    ("titles", "job"): job,
    ("titles", "suffix"): suffix,
    ("titles", "modifier"): modifier,
    ("titles", "address"): address,
    ("surnames", "one"): surname,
    ("surnames", "two"): surname,
    ("surnames", "north"): lambda word: titled(f"{word}길동 위원장은 웃었다.", "위원장", f"{word}길동"),
    ("foreign_given", "given"): given,
    ("foreign_given", "weak"): lambda word: titled(f"{word} 스미스 미국 대통령은 웃었다.", "대통령", f"{word} 스미스"),
    ("group_nouns", "source"): source,
    ("group_nouns", "party"): party,
    ("group_nouns", "press"): press,
    ("organizations", ""): organization,
    ("organization_endings", ""): organization_ending,
    ("organization_heads", "head"): lambda word: "욘토르" in organizations(f"{word} 욘토르는 문을 닫았다."),
    ("generic_organizations", "generic"): lambda word: (
        word in organizations(f"{eun(word)} 반발했다.") and not organizations(f"{word} 예산이 늘었다.")
    ),
    ("generic_organizations", "latin"): lambda word: (
        not organizations(f"{word} 시장이 커졌다.") and not employed(f"홍길동 {word} 사업부장은 웃었다.", word)
    ),
    ("name_words", "company_title"): lambda word: nobody(f"노르드빅 {eun(word)} 웃었다."),
    ("name_words", "dependent"): lambda word: titled(f"홍길동 장관 {eun(word)} 웃었다.", f"장관 {word}"),
    ("name_words", "filler"): lambda word: titled(f"홍길동 가나전자 {word} 사장은 웃었다.", "사장"),
    ("name_words", "unit"): lambda word: employed(f"홍길동 노르드빅 {word} 사장은 웃었다.", f"노르드빅 {word}"),
    ("name_words", "unit_head"): lambda word: employed(f"가나전자 홍길동 HE{eun(word)} 웃었다.", "가나전자"),
    ("name_words", "branch"): lambda word: f"가나전자 {word}" in organizations(f"가나전자 {eun(word)} 이를 밝혔다."),
    ("name_words", "executive"): executive,
    ("name_words", "head_of_state"): head_of_state,
    ("name_words", "academic"): lambda word: nobody(f"고민대 {eun(word)} 웃었다."),
    ("name_words", "reporter"): lambda word: nobody(f"홍길동 {ending(word, '이', '가')} 전했습니다."),
    ("name_words", "no_surname"): lambda word: not person(f"존 {word} 미국 대통령은 웃었다.", f"존 {word}"),
    ("name_words", "one"): lambda word: said(f'홍길동 장관은 3일 회견을 열었다. {eun(word)} "사실이 아니다"라고 말했다.'),
    ("name_words", "two"): two,
    ("name_words", "three"): three,
    ("name_words", "party_leaders"): party_leaders,
    ("meeting_nouns", ""): meeting,
    ("reporting_verbs", "say_root"): lambda word: said(f"{DENIAL}{word}했다."),
    ("reporting_verbs", "say_past"): lambda word: said(f"{DENIAL}{word}다."),
    ("reporting_verbs", "say_inf"): lambda word: said(f"{DENIAL}{word} 눈길을 끌었다."),
    ("reporting_verbs", "say_base"): lambda word: said(f"{DENIAL}{word}며 자리를 떴다."),
    ("reporting_verbs", "say_mod"): lambda word: said(f"{DENIAL}{word} 바 있다."),
    ("reporting_verbs", "think_root"): lambda word: said(f"홍길동 장관은 3일 회의가 길어질 것으로 {word}했다."),
    ("reporting_verbs", "think_past"): lambda word: said(f"홍길동 장관은 3일 회의가 길어질 것으로 {word}다."),
    ("reporting_verbs", "think_inf"): lambda word: said(f"홍길동 장관은 3일 회의가 길어질 것으로 {word} 눈길을 끌었다."),
    ("reporting_verbs", "think_base"): lambda word: said(f"홍길동 장관은 3일 회의가 길어질 것으로 {word}며 자리를 떴다."),
    ("reporting_verbs", "think_mod"): lambda word: said(f"홍길동 장관은 3일 회의가 길어질 것으로 {word} 바 있다."),
    ("reporting_verbs", "light_root"): lambda word: said(f"{BLAME}{word}했다."),
    ("reporting_verbs", "light_past"): lambda word: said(f"{BLAME}{word}다."),
    ("reporting_verbs", "light_inf"): lambda word: said(f"{BLAME}{word} 왔다."),
    ("reporting_verbs", "light_base"): lambda word: said(f"{BLAME}{word}며 자리를 떴다."),
    ("reporting_verbs", "light_mod"): lambda word: said(f"{BLAME}{word} 바 있다."),
    ("reporting_nouns", "speech"): lambda word: said(f"{STAND}{eul(word)} 내놨다."),
    ("reporting_nouns", "stand"): lambda word: said(f"홍길동 장관은 3일 회의가 길어질 수 있다는 {word}이다."),
    ("reporting_nouns", "own"): lambda word: said(f'홍길동 장관은 "늦었다"고 말했다. "서두르지 않겠다"는 {word}이다.'),
    ("reporting_nouns", "relayed"): lambda word: not said(f'홍길동 장관은 "늦었다"는 {eul(word)} 전했다.'),
    ("reporting_nouns", "name"): lambda word: not extract(f"홍길동 장관은 3일 '가나의 봄'이라는 {eul(word)} 내놨다.").statements,
    ("reporting_nouns", "question"): lambda word: said(f'홍길동 장관은 3일 "늦었다"는 {word}에 "사실이 아니다"라고 말했다.'),
    ("reporting_nouns", "asked"): lambda word: said(f'홍길동 장관은 3일 "늦었나"라는 {word}에 "사실이 아니다"라고 말했다.'),
    ("factuality", "open"): lambda word: (
        status(f"홍길동 장관이 3일 김민수 장관을 만날 {ending(word, '이', '가')} 있다.") == "possible"
    ),
    ("factuality", "guess"): lambda word: status(f"홍길동 장관이 김민수 장관을 만날 것으로 {word}") in ("possible", "scheduled"),
    ("factuality", "off"): lambda word: status(f"홍길동 장관과 김민수 장관의 3일 회담이 {word}됐다.") == "cancelled",
    ("factuality", "offer"): lambda word: status(f"홍길동 장관은 김민수 장관과의 회담을 {word}했다.") == "proposed",
    ("factuality", "wish"): lambda word: status(f"홍길동 장관은 김민수 장관을 만날 {word}") in ("proposed", "possible"),
    ("factuality", "planned"): lambda word: status(f"홍길동 장관은 9일 김민수 장관을 만날 {word}이다.") == "scheduled",
    ("factuality", "later"): lambda word: status(f"홍길동 장관과 김민수 장관의 3일 회담이 {word}") == "postponed",
    ("factuality", "adverb"): lambda word: status(f"홍길동 장관과 김민수 장관의 회담이 {word} 취소됐다.") == "cancelled",
    ("factuality", "stem"): stem,
    ("factuality", "evident"): lambda word: status(f"홍길동 장관은 3일 서울에서 김민수 장관을 만난 것으로 {word}") == "held",
}

OPEN = {
    "common_words", "not_names", "foreign_syllables", "given_syllables", "cities", "countries", "office_holders",
    "page_furniture", "outlets", "bylines", "headline_ends",
}  # fmt: skip
ELSEWHERE = {
    "abbreviations": "test_sentences.py",
    "particles": "test_times.py",
    "meeting_words": "test_meetings.py",
    "merge_vague": "test_merge.py",
    "occasions": "test_statements.py",
    "place_words": "test_places.py",
    "speaker_nouns": "test_statements.py",
    "time_holidays": "test_times.py",
    "time_lunar": "test_times.py",
    "time_tense": "test_times.py",
    "time_words": "test_times.py",
    "time_zones": "test_times.py",
    "venue_endings": "test_places.py",
    "visit_words": "test_visits.py",
}


def rows(name: str, kind: str) -> list[Entry]:
    """The rows of a class, or of the whole file."""
    return [entry for entry in load(name) if not kind or entry.kind == kind]


@pytest.mark.parametrize(("name", "kind"), FRAMES, ids=lambda value: value or "all")
def test_every_word_of_a_class_is_noticed(name: str, kind: str) -> None:
    frame = FRAMES[name, kind]
    assert [entry.surface for entry in rows(name, kind) if not frame(entry.surface)] == []


def test_every_class_of_every_word_list_has_a_frame() -> None:
    classes = {(name, entry.kind) for name in names() if name not in OPEN | ELSEWHERE.keys() for entry in load(name)}
    framed = {(name, kind) for name, kind in classes if (name, kind) in FRAMES or (name, "") in FRAMES}
    assert sorted(classes - framed) == []
    assert [key for key in FRAMES if not rows(*key)] == []
    assert sorted((OPEN | ELSEWHERE.keys()) - set(names())) == []
