"""Person mentions → one draft a person: names that are forms of one another become one, doubtful names are dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from visitextract.korean.names import foreignness, name_shape, surname_of
from visitextract.lexicon import words
from visitextract.mentions import Mention
from visitextract.titles import Title
from visitextract.wordclasses import WordClasses

_LIST = ("person.enumeration", "person.title_enumeration")
_PROSECUTORS = frozenset(("특검", "특별검사"))


@dataclass(slots=True)
class PersonDraft:
    """A person while the article is read: name, other forms, titles in order of appearance, full mentions."""

    name: str
    forms: Counter[str] = field(default_factory=Counter)
    titles: list[Title] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    @property
    def korean(self) -> bool:
        """Whether the name is shaped as a Korean one."""
        return " " not in self.name and name_shape(self.name) > 0

    @property
    def surname(self) -> str:
        """The Korean surname, or the last word of a foreign name."""
        return (surname_of(self.name) or self.name[0]) if self.korean else self.name.split()[-1]


def draft_persons(mentions: Sequence[Mention], classes: WordClasses) -> list[PersonDraft]:
    """The persons that full mentions tell of, in order of first mention."""
    shorts = [m for m in mentions if m.kind == "short"]
    drafts: dict[str, PersonDraft] = {}
    for mention in mentions:
        if mention.kind == "person" and _credible(mention, mentions, shorts, classes):
            name = classes.lexicon.people_forms.get(mention.name, mention.name)
            draft = drafts.setdefault(name, PersonDraft(name))
            draft.forms[mention.name] += 1
            draft.titles.extend(mention.titles)
            draft.mentions.append(mention)
    _own_titles(drafts.values())
    merged = _merge_given(_merge_foreign(list(drafts.values())))
    return [draft for draft in _merge_misspelt(merged) if not _only_reporter(draft)]


def _credible(mention: Mention, mentions: Sequence[Mention], shorts: Iterable[Mention], classes: WordClasses) -> bool:
    """Whether a name stands for a person: doubtful shapes need a second witness in the article."""
    name, rule = mention.name, mention.rule
    if name in classes.lexicon.people_forms:
        return True
    heads = {t.title.split()[-1] for t in mention.titles}
    if _is_market(mention, heads):
        return False
    if " " in name:
        return _sounds_foreign(mention)
    if _glued(mention, classes) or _is_university(mention, heads, classes):
        return False
    shape, general = name_shape(name), classes.is_general(name)
    if shape == 2 and len(name) >= 3 and not general and rule != "person.weak_name":
        return True
    if any(m.kind == "person" and m.name.endswith(" " + name) for m in mentions):
        return True
    if shape and (_witnessed(mention, heads, shorts, classes) or (rule == "person.name_address" and not general)):
        return True
    political = bool(heads - words("name_words", "company_title"))
    affiliated = any(t.organization_name for t in mention.titles)
    if rule == "person.weak_name":
        again = any(m.kind == "person" and m.name == name and m.start != mention.start for m in mentions)
        if general:
            # made of a general word, in the frame of a person or twice with a title
            return shape == 2 and (affiliated or (again and len(name) == 3)) and name not in classes.table
        return (political or again) and (affiliated or shape == 2)
    if shape:
        return not general and (len(name) == 3 or affiliated or political)
    return _foreign_in_office(mention, heads, affiliated=affiliated)


def _is_market(mention: Mention, heads: Collection[str]) -> bool:
    """Whether what stands before 시장 is what is traded (메모리 시장), and no mayor; ``heads`` are the titles' last words."""
    own = " " not in mention.name and name_shape(mention.name) < 2
    return own and set(heads) == {"시장"} and not any(t.is_country for t in mention.titles)


def _is_university(mention: Mention, heads: Collection[str], classes: WordClasses) -> bool:
    """Whether the name is that of a university (가나대 총장): one in 대 before an academic office, told without an employer."""
    employed = any(classes.analyse(t.organization_name)[2] == "O" for t in mention.titles if t.organization_name)
    return mention.name[-1] == "대" and not words("name_words", "academic").isdisjoint(heads) and not employed


def _witnessed(mention: Mention, heads: Collection[str], shorts: Iterable[Mention], classes: WordClasses) -> bool:
    """Whether a surname with the same office stands elsewhere in the article, and the name is no word (이날 비쳐 … 이 의원)."""
    name = mention.name
    if len(name) == 2 and name in classes.table:
        return False
    return any(surname_of(name) == s.name and any(t.title.split()[-1] in heads for t in s.titles) for s in shorts)


def _foreign_in_office(mention: Mention, heads: Collection[str], *, affiliated: bool) -> bool:
    """Whether a single word of no Korean shape is a foreigner: by its sound, the office, and the organization it is held at."""
    name = mention.name
    company = not words("name_words", "company_title").isdisjoint({*heads, *(t.title for t in mention.titles)})
    if mention.rule == "person.foreign_title":
        return foreignness(name) > 0.3 and not company and len(name) >= 2 and name not in words("organization_heads")
    return affiliated or (foreignness(name) > 0 and (not company or mention.rule != "person.foreign_affiliation_title"))


def _glued(mention: Mention, classes: WordClasses) -> bool:
    """Whether the page lost a blank before what looks like a name (오찬 + 김 여사, 누벼 + 마지막 함장), or a department stands
    before an office of its own (에너지과 정책팀장)."""
    name, foreign = mention.name, mention.rule in ("person.foreign_title", "person.foreign_affiliation_title")
    if foreign and name[-1] == "과" and any(t.title.endswith("장") for t in mention.titles):
        return True
    if foreign and any(
        name.endswith(word) and len(word) > 1 and len(name) > len(word) + 1 for word in words("venue_endings", "head")
    ):
        return True  # 가나호텔 총괄
    if foreign and any(classes.table.get(name[n:], "-") in "wqm" for n in range(2, len(name) - 2)):
        return True
    return mention.rule == "person.name_address" and name[-1] in "김박최" and classes.table.get(name[:-1], "-") in "wqm"


def _own_titles(drafts: Iterable[PersonDraft]) -> None:
    """Take the organization of a title that a list of names shares from those whom the text gives one of their own."""
    for draft in drafts:
        told = [t for m in draft.mentions for t in m.titles if m.rule not in _LIST and t.organization_name]
        own = {t.title.split()[-1]: t.organization_name for t in told}
        shared = {id(t) for m in draft.mentions if m.rule in _LIST for t in m.titles}
        if any(m.rule == "person.name_address" for m in draft.mentions):
            draft.titles = [t for t in draft.titles if t.title not in _PROSECUTORS]  # the case of 홍길동 씨: 홍길동 특검
        draft.titles = [
            t
            for t in draft.titles
            if id(t) not in shared or own.get(t.title.split()[-1], t.organization_name) == t.organization_name
        ]


def _merge_foreign(drafts: list[PersonDraft]) -> list[PersonDraft]:
    """스미스 joins 존 스미스; 매크 브라운 joins 마크 브라운."""
    result: list[PersonDraft] = []
    for draft in sorted(drafts, key=lambda d: (-len(d.name.split()), " " in d.name or -len(d.name), -sum(d.forms.values()))):
        parts = draft.name.split()
        home = next((d for d in result if _same_foreign(d.name.split(), parts) or _by_first_word(d, draft)), None)
        if home is None or (name_shape(draft.name) == 2 and len(draft.name) >= 3 and foreignness(draft.name) <= 0):
            result.append(draft)
        else:
            home.forms.update(draft.forms)
            home.titles.extend(draft.titles)
            home.mentions.extend(draft.mentions)
    return sorted(result, key=lambda d: min(m.start for m in d.mentions))


def _merge_given(drafts: list[PersonDraft]) -> list[PersonDraft]:
    """길동 씨 joins 홍길동, where one person of the article has that given name."""
    result = []
    for draft in drafts:
        alone = len(draft.name) == 2 and all(m.rule == "person.name_address" for m in draft.mentions)
        homes = [d for d in drafts if alone and d.korean and len(d.name) == 3 and d.name.endswith(draft.name)]
        if len(homes) == 1:
            homes[0].forms.update(draft.forms)
            homes[0].mentions.extend(draft.mentions)
        else:
            result.append(draft)
    return result


def _same_foreign(longer: list[str], shorter: list[str]) -> bool:
    if len(longer) < 2 or longer[-1] != shorter[-1]:
        return False
    if len(shorter) == 1:
        return True
    return (len(longer[0]) == len(shorter[0]) and sum(a != b for a, b in zip(longer[0], shorter[0], strict=True)) <= 1) or set(
        shorter
    ) <= set(longer)


def _by_first_word(longer: PersonDraft, shorter: PersonDraft) -> bool:
    """Whether a single word begins a longer name, and the office is the same: 프락 부총리 for
    프락 소콘 부총리, 댜오 교수 for 댜오밍밍 교수."""
    parts = longer.name.split()
    glued = len(parts) == 1 and len(longer.name) >= 4 and longer.name.startswith(shorter.name) and longer.name != shorter.name
    if not glued and (len(parts) < 2 or shorter.name != parts[0]):
        return False
    offices = [t.title.split()[-1] for t in longer.titles], [t.title.split()[-1] for t in shorter.titles]
    return any(a.endswith(b) or b.endswith(a) for a in offices[0] for b in offices[1])


def _sounds_foreign(mention: Mention) -> bool:
    """Whether a name of several words may be one where nothing but its sound says so (not 마리아 대축)."""
    return bool(mention.titles) or foreignness(mention.name.split()[-1]) > -1


def _merge_misspelt(drafts: list[PersonDraft]) -> list[PersonDraft]:
    """Two Korean names that differ in one syllable and hold the same office at the same organization are one, misspelt once."""
    result: list[PersonDraft] = []
    for draft in drafts:
        home = next((d for d in result if _misspelt(d, draft)), None)
        if home is None:
            result.append(draft)
            continue
        keep, lose = (home, draft) if sum(home.forms.values()) > sum(draft.forms.values()) else (draft, home)
        home.name = keep.name
        home.forms.update(lose.forms if lose is draft else draft.forms)
        home.titles.extend(draft.titles)
        home.mentions.extend(draft.mentions)
    return result


def _misspelt(one: PersonDraft, other: PersonDraft) -> bool:
    if not (one.korean and other.korean and len(one.name) == len(other.name) == 3 and one.name[0] == other.name[0]):
        return False
    if sum(a != b for a, b in zip(one.name, other.name, strict=True)) != 1:
        return False

    def offices(draft: PersonDraft) -> set[str]:
        return {t.title for t in draft.titles if t.organization_name or " " in t.title}

    def employers(draft: PersonDraft) -> set[str | None]:
        return {t.organization_name for t in draft.titles}

    # 의장 of one board, seen once each way: a slip of the pen; members (의원, 위원) are many.
    return bool({t for t in offices(one) & offices(other) if not t.endswith(("의원", "위원", "선수", "이사", "교수"))}) and (
        bool(employers(one) & employers(other)) or None in employers(one) | employers(other)
    )


def _only_reporter(draft: PersonDraft) -> bool:
    """Whether the name is a byline that stayed in the body."""
    return bool(draft.titles) and all(t.title.split()[-1] in words("name_words", "reporter") for t in draft.titles)
