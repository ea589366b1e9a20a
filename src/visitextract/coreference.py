"""Mentions of one article → entities and refs: short forms, names alone, offices and pronouns bound to whom the text names.

A form that fits nobody, or several alike, is left alone: no entity is made from a surname.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from visitextract.entities import Cast, Entity, Ref, RoleFact
from visitextract.korean.names import HANJA_SURNAMES
from visitextract.lexicon import words
from visitextract.lexicon.user import Lexicon
from visitextract.mentions import Mention, Reading, find_mentions, read_tokens
from visitextract.organizations import Organizations, kind_of, reference
from visitextract.persons import PersonDraft, draft_persons
from visitextract.sentences import Sentence
from visitextract.titles import Title
from visitextract.tokens import Token
from visitextract.trace import Cue
from visitextract.wordclasses import WordClasses, word_classes


def resolve_entities(text: str, sentences: Sequence[Sentence], lexicon: Lexicon | None = None) -> Cast:
    """The persons and organizations of an article with all their mentions, in order of first mention."""
    classes = word_classes(lexicon)
    readings = read_tokens(text, sentences, classes)
    return _Binder(text, sentences, readings, find_mentions(text, readings, classes), classes).cast()


class _Binder:
    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        readings: Sequence[Reading],
        mentions: list[Mention],
        classes: WordClasses,
    ) -> None:
        self.text, self.sentences, self.readings, self.mentions = text, sentences, readings, mentions
        self.classes, self.lexicon = classes, classes.lexicon
        self.drafts = draft_persons(mentions, classes)
        self.refs: list[Ref] = []
        self.of_name: dict[str, int] = {form: n for n, d in enumerate(self.drafts) for form in d.forms}
        self.claimed: set[int] = set()  # characters of persons' noun phrases, into which nothing else is read
        self.named: set[int] = set()  # characters of the names themselves

    def cast(self) -> Cast:
        """Bind in order of certainty: full names, names alone, organizations, short forms, offices, groups, pronouns."""
        self.organizations = Organizations(self.organization_mentions(), self.of_name, self.lexicon)
        for mention in self.mentions:
            if mention.kind == "person" and mention.name in self.of_name:
                self.person_ref(mention, self.of_name[mention.name])
        self.names_alone()
        for mention in self.mentions:
            if mention.kind == "short":
                number = self.who(mention)
                if number is not None:
                    self.drafts[number].forms[mention_alias(self.text, mention)] += 1
                    self.drafts[number].titles.extend(
                        t for t in mention.titles if not office_match([t.title], self.drafts[number].titles, t.former)
                    )
                    self.person_ref(mention, number)
        self.refs.extend(self.organizations.refs(self.readings, self.claimed, self.named))
        for mention in self.mentions:
            if mention.kind == "group" and mention.start not in self.claimed:
                self.refs.append(reference(mention, "group", (), mention.name))
        self.offices()
        self.refs.sort(key=lambda ref: (ref.np_start, ref.np_end, ref.start))
        self.pronouns()
        self.refs.sort(key=lambda ref: (ref.np_start, ref.np_end, ref.start))
        return self.finish()

    def organization_mentions(self) -> list[Mention]:
        """The organizations; one that only a title made so counts where the title has a holder."""
        held = {title.organization for draft in self.drafts for title in draft.titles}
        return [
            m
            for m in self.mentions
            if m.kind == "organization"
            and (m.rule != "organization.reporting" or not any(m.name in draft.name.split() for draft in self.drafts))
            and (m.rule != "organization.of_title" or (m.start, m.end) in held or self.classes.analyse(m.name)[2] == "O")
        ]

    def person_ref(self, mention: Mention, number: int) -> None:
        """A ref to a person; its characters are claimed, so that nothing else is read into them."""
        self.claimed.update(range(mention.np_start, mention.np_end))
        self.named.update(range(mention.start, mention.end))
        self.refs.append(reference(mention, "person", (_key(number),), self.drafts[number].name))

    def names_alone(self) -> None:
        """Full names and foreign last names that stand without a title."""
        forms: dict[str, int] = {}
        for number, draft in enumerate(self.drafts):
            for form in draft.forms:
                if len(form) > 1:
                    forms.setdefault(form, number)
            if not draft.korean and " " in draft.name:
                forms.setdefault(draft.name.split()[-1], number)
        sizes: dict[str, int] = {}
        for form in forms:
            first, rest = form.partition(" ")[0], form.count(" ")
            sizes[first] = max(sizes.get(first, 0), rest + 1)
        for reading in self.readings:
            for mention in _alone(reading, forms, sizes, self.claimed):
                number = forms[mention.name]
                self.drafts[number].forms[mention.name] += 1
                self.person_ref(mention, number)

    def who(self, mention: Mention) -> int | None:
        """The person that a surname with title stands for: same surname, a fitting office, the nearest told before."""
        surname = "".join(HANJA_SURNAMES.get(c, c) for c in mention.name)
        titles = [t.title for t in mention.titles]
        fitting: list[tuple[int, int, int]] = []
        for number, draft in enumerate(self.drafts):
            if draft.surname != surname:
                continue
            match = office_match(titles, draft.titles, any(t.former for t in mention.titles))
            if match:
                before = [m.start for m in draft.mentions if m.start < mention.start]
                fitting.append((match, max(before, default=-draft.mentions[0].start), number))
        if not fitting:
            return None
        best = max(fitting)
        if not titles and len(fitting) > 1 and sum(f[0] == best[0] for f in fitting) > 1:
            heads = [f for f in fitting if any(t.title in words("name_words", "head_of_state") for t in self.drafts[f[2]].titles)]
            return heads[0][2] if len(heads) == 1 else None
        return best[2]

    def offices(self) -> None:
        """한국·일본 외교장관 → the persons who hold that office in the article."""
        for mention in self.mentions:
            if mention.kind != "office" or mention.start in self.claimed:
                continue
            keys = []
            for title in mention.titles:
                for number, draft in enumerate(self.drafts):
                    if any(_same_office(title, held) for held in draft.titles):
                        keys.append(_key(number))
                        break
            if keys and len(keys) == len(mention.titles):
                self.claimed.update(range(mention.np_start, mention.np_end))
                name = self.drafts[_number(keys[0])].name if len(keys) == 1 else mention.name
                self.refs.append(replace(reference(mention, "person", tuple(keys), name), pronoun=True))

    def pronouns(self) -> None:
        """그는 → the last person (or unnamed source) who was subject; 두 사람, 양 정상 → the last persons told who fit."""
        told = [ref for ref in self.refs if ref.kind in ("person", "group")]
        for mention in self.mentions:
            if mention.kind != "pronoun" or mention.start in self.claimed or self.quoted(mention):
                continue
            before = [ref for ref in told if ref.np_start < mention.start]
            if mention.name in words("name_words", "one"):
                one = self.single(mention, before)
                if one is not None:
                    self.refs.append(replace(reference(mention, one.kind, one.keys, one.name), pronoun=True))
                continue
            keys = self.several(mention, [ref for ref in before if ref.kind == "person"])
            if keys:
                self.refs.append(replace(reference(mention, "person", keys, mention.name), pronoun=True))

    def single(self, mention: Mention, before: list[Ref]) -> Ref | None:
        """그: the nearest subject before, within a few sentences; not the subject of a quotation."""
        near = [
            ref
            for ref in before
            if mention.sentence - 3 <= ref.sentence < mention.sentence and len(ref.keys) <= 1 and not self.quoted(ref)
        ]
        subjects = [ref for ref in near if ref.particle in _SUBJECT]
        persons = [ref for ref in near if ref.kind == "person" and ref.sentence >= mention.sentence - 2]
        return subjects[-1] if subjects else persons[-1] if persons else None

    def several(self, mention: Mention, before: list[Ref]) -> tuple[str, ...]:
        """두 사람, 양측, 양 정상: the last two (or three) different persons told, heads of state for 정상."""
        wanted = 3 if mention.name in words("name_words", "three") else 2
        if mention.name in words("name_words", "party_leaders"):
            leaders = [_key(n) for n, draft in enumerate(self.drafts) if any(_leads_party(title) for title in draft.titles)]
            return tuple(leaders) if len(leaders) == wanted else ()
        chosen: list[str] = []
        for ref in reversed(before):
            for key in reversed(ref.keys):
                if key not in chosen and self.fits_plural(mention.name, key) and not self.quoted(ref):
                    chosen.append(key)
            if len(chosen) >= wanted:
                return tuple(sorted(chosen[:wanted], key=_number))
        return ()

    def fits_plural(self, phrase: str, key: str) -> bool:
        """Whether a person can be one of 양 정상, 두 장관, 두 회장."""
        titles = {t.title.split()[-1] for t in self.drafts[_number(key)].titles}
        if phrase.endswith("정상"):
            return bool(titles & words("name_words", "head_of_state"))
        office = phrase.split()[-1]
        if office in ("사람", "양측", "양쪽", "그들"):
            return True
        return any(title.endswith(office.removeprefix("외교")) for title in titles)

    def quoted(self, ref: Ref | Mention) -> bool:
        """Whether a mention stands inside a quotation."""
        return any(q.double and q.start <= ref.start < q.end for q in self.sentences[ref.sentence].quotes)

    def finish(self) -> Cast:
        """Drafts → entities, numbered in order of first mention."""
        order = sorted(range(len(self.drafts)), key=lambda n: min(ref.start for ref in self.refs if _key(n) in ref.keys))
        rename = {_key(n): f"person-{i}" for i, n in enumerate(order, 1)}
        organizations, org_rename = self.organizations.entities(self.refs)
        rename |= org_rename
        refs = tuple(
            replace(ref, keys=tuple(rename[k] for k in ref.keys)) for ref in self.refs if all(k in rename for k in ref.keys)
        )
        persons = tuple(self.entity(self.drafts[n], f"person-{i}", org_rename) for i, n in enumerate(order, 1))
        return Cast(persons, organizations, refs)

    def entity(self, draft: PersonDraft, key: str, org_rename: dict[str, str]) -> Entity:
        """One person's entity."""
        roles: dict[tuple[str, str | None], RoleFact] = {}
        for title in draft.titles:
            if title.organization_name is None and any(_shortens(title, other) for other in draft.titles):
                continue
            name = title.organization_name
            found = org_rename.get(self.organizations.key_of(name) or "") if name and not title.is_country else None
            slot = (title.title, name)
            if slot in roles or any(r.title == title.title and (name is None or r.organization is None) for r in roles.values()):
                for old, role in list(roles.items()):
                    if old[0] == title.title and role.organization is None and name:
                        roles[old] = replace(
                            role, organization=name, organization_key=found, abbreviation=role.abbreviation or title.abbreviation
                        )
                continue
            roles[slot] = RoleFact(title.title, title.abbreviation, found, name, title.former)
        aliases = tuple(form for form in draft.forms if form != draft.name)
        cues = tuple(Cue("name", m.rule, m.np_start, m.np_end) for m in draft.mentions)
        return Entity(key, draft.name, aliases, tuple(roles.values()), None, cues)


_SUBJECT = frozenset(("은", "는", "이", "가", "께서", "께서는", "도"))


def _alone(reading: Reading, forms: Container[str], sizes: Mapping[str, int], claimed: Container[int]) -> Iterator[Mention]:
    """The names of a sentence that nothing has claimed, the longest first; ``sizes`` has the most words by the first one."""
    tokens = reading.tokens
    n = 0
    while n < len(tokens):
        reach = min(sizes.get(tokens[n].text.partition(" ")[0], 0), len(tokens) - n)
        for size in range(reach, 0, -1):
            name = tokens[n : n + size]
            form = " ".join(token.text for token in name)
            if form in forms and name[0].start not in claimed and not any(token.particle for token in name[:-1]):
                yield _name_alone(form, name, reading.sentence)
                n += size - 1
                break
        n += 1


def _name_alone(form: str, name: Sequence[Token], sentence: int) -> Mention:
    first, last = name[0], name[-1]
    return Mention(
        kind="person",
        name=form,
        start=first.start,
        end=last.end,
        np_start=first.start,
        np_end=last.np_end,
        sentence=sentence,
        particle=last.particle,
        rule="person.name_alone",
    )


def office_match(wanted: Sequence[str], held: Sequence[Title], former: bool) -> int:
    """How well the titles of a short form fit those that a person holds: 3 the same word, 2 one ends with the other, 1 none
    wanted (씨, a Hanja surname), 0 not at all."""
    if not wanted:
        return 1
    score = 0
    for title in wanted:
        for own in held:
            a, b = title.split()[-1], own.title.split()[-1]
            if a == b:
                score = max(score, 4 if own.former == former else 3)
            elif a.endswith(b) or b.endswith(a):
                score = max(score, 2)
            elif own.abbreviation == a:
                score = max(score, 3)
    return score


def _leads_party(title: Title) -> bool:
    return title.title == "대표" and not title.former and kind_of(title.organization_name or "") == "party"


def _shortens(short: Title, full: Title) -> bool:
    """Whether a bare title is only the short form of another (총장 of 유엔 사무총장); 회장 is none of 부회장."""
    a, b = short.title, full.title
    if a == full.abbreviation and full.organization_name:
        return True
    if a == b:
        return full.organization_name is not None and short.former == full.former
    return b.endswith(a) and not b.removesuffix(a).endswith(("부", "차")) and short.former == full.former


def _same_office(office: Title, held: Title) -> bool:
    """Whether an office without name (태국 외교장관) is the one that a person holds."""
    a, b = office.title.split()[-1], held.title.split()[-1]
    return (a == b or a.endswith(b) or b.endswith(a)) and office.organization_name == held.organization_name


def mention_alias(text: str, mention: Mention) -> str:
    """The form as it stands, blanks folded: 조 사장, 尹대통령."""
    return " ".join(text[mention.start : mention.end].split())


def _key(number: int) -> str:
    return f"draft:{number}"


def _number(key: str) -> int:
    return int(key.split(":")[1])
