"""The catalogue over sentences → mentions: persons with titles, short forms, organizations, groups, offices.

Never looks beyond one sentence: who a short form stands for is ``entities``' business. Offsets: normalised text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from visitextract.lexicon import meanings, words
from visitextract.rules import names as rules
from visitextract.rules.chunk import Chunk, ChunkRule
from visitextract.sentences import Sentence
from visitextract.titles import Title, TitleReader
from visitextract.tokens import Token, classify, tag_string, tokenize

# Particles by which a body acts or is acted with; 정부, 경찰, 서울시 are organizations only so.
_ACTING = frozenset(("은", "는", "이", "가", "과", "와", "에게", "도", "측은", "측이"))


@dataclass(frozen=True, slots=True)
class Mention:
    """Something named in one sentence.

    ``kind``: ``person`` (full name), ``short`` (surname + title, Hanja surname), ``office`` (titles without name),
    ``organization``, ``group``, ``pronoun``. ``start:end`` is the name, ``np_start:np_end`` the noun phrase.
    """

    kind: str
    name: str
    start: int
    end: int
    np_start: int
    np_end: int
    sentence: int
    particle: str = ""
    titles: tuple[Title, ...] = ()
    in_role: bool = False
    alias: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence (or the inside of a bracket in it) as tokens, with the tokens that mentions have taken."""

    sentence: int
    tokens: list[Token]
    letters: str
    index: list[int]
    around: Token | None = None  # the organization in whose bracket this stands: 한국가나조합(홍길동 이사장)


def read_tokens(text: str, sentences: Sequence[Sentence]) -> list[Reading]:
    """The sentences as tokens, the insides of brackets apart."""
    readings = []
    for sentence in sentences:
        tokens = tokenize(text, sentence.start, sentence.end)
        readings.append(Reading(sentence.index, tokens, *tag_string(tokens)))
        for token in tokens:
            if token.paren:
                inside = tokenize(text, *token.paren)
                readings.append(Reading(sentence.index, inside, *tag_string(inside), token if token.tag == "O" else None))
    return readings


def find_mentions(text: str, readings: Sequence[Reading]) -> list[Mention]:
    """Every mention of every sentence, in text order of their noun phrases."""
    found: list[Mention] = []
    for reading in readings:
        found.extend(_Sentence(text, reading).mentions())
    return sorted(found, key=lambda mention: (mention.np_start, mention.np_end, mention.kind))


class _Sentence:
    """The rules over one reading; ``taken`` keeps a token from standing in two mentions."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text, self.reading, self.tokens = text, reading, reading.tokens
        self.taken = [False] * len(self.tokens)
        self.roles = TitleReader(text, reading.tokens, self.taken, reading.around)

    def mentions(self) -> Iterator[Mention]:
        """Person mentions first, then short forms, groups, offices, and the organizations that are left."""
        for rule in rules.RULES:
            for chunk in self.chunks(rule):
                yield from self.enumeration(chunk) if rule is rules.NAME_ENUMERATION else self.person(chunk)
        for rule in rules.SHORT_RULES:
            for chunk in self.chunks(rule):
                yield from self.short(chunk)
        yield from self.pronouns()
        for chunk in self.chunks(rules.GROUP_HEAD):
            yield from self.group(chunk)
        for chunk in self.chunks(rules.PLURAL_OFFICE):
            yield from self.office(chunk)
        for chunk in rules.KNOWN_ORGANIZATION.chunks(self.reading.letters, self.reading.index):
            yield from self.organization(chunk.start, chunk.rule.id)
        for number, token in enumerate(self.tokens):
            if (
                token.tag == "L"
                and token.text.endswith(("시", "도", "군", "구"))
                and len(token.text) > 2
                and token.particle in _ACTING
            ):
                yield from self.organization(number, "organization.local_government")
        yield from self.headed()

    def chunks(self, rule: ChunkRule) -> Iterator[Chunk]:
        """The hits of a rule on tokens that nothing has taken."""
        for chunk in rule.chunks(self.reading.letters, self.reading.index):
            first = min(span[0] for span in chunk.groups.values())
            last = max(span[1] for span in chunk.groups.values())
            if not any(self.taken[first : last + 1]):
                yield chunk

    def take(self, first: int, last: int) -> None:
        """Mark tokens as standing in a mention."""
        for number in range(first, last + 1):
            self.taken[number] = True

    def person(self, chunk: Chunk) -> Iterator[Mention]:
        """A full name with what stands left and right of it."""
        first, last = chunk.groups["name"]
        title = chunk.groups.get("title") or chunk.groups.get("address") or (first, last)
        before = chunk.groups.get("kin") or (title if title[1] < first else None)
        if before:
            title = (last + 1, last)
        left = self.roles.left_context(before[0] if before else first)
        titles = [] if "address" in chunk.groups else self.roles.titles(last + 1, title[1], left)
        stop = max(last, title[1])
        stop, extra = self.roles.trailing_titles(stop)
        titles += extra
        if chunk.rule is rules.TITLE_NAME or (left < first and before is None):
            titles += self.roles.left_titles(left, first)
        if before and "kin" not in chunk.groups and chunk.rule is not rules.TITLE_NAME:
            titles += self.roles.left_titles(before[0], before[1] + 1)
        start, end = self.tokens[first].start, self.tokens[last].end
        self.take(first, stop)
        name = self.name_text(first, last)
        np_start = self.tokens[left].start if titles and left < first else start
        yield Mention(
            "person",
            name,
            start,
            end,
            np_start,
            self.tokens[stop].np_end,
            self.reading.sentence,
            self.tokens[stop].particle,
            tuple(titles),
            rule=chunk.rule.id,
        )
        yield from self.role_organizations(titles)

    def name_text(self, first: int, last: int) -> str:
        """A name as one string, single blanks between its words."""
        return " ".join(token.text for token in self.tokens[first : last + 1])

    def enumeration(self, chunk: Chunk) -> Iterator[Mention]:
        """Each name of a list, all with the title that follows the last."""
        first, last = chunk.groups["name"]
        titles = self.roles.titles(last + 1, chunk.groups["title"][1], first)
        stop = chunk.groups["title"][1]
        self.take(first, stop)
        begin = first
        for number in range(first, last + 2):
            if number > last or self.tokens[number].tag == ";":
                a, b = begin, number - 1
                particle = self.tokens[stop].particle if number > last else ""
                np_end = self.tokens[stop].np_end if number > last else self.tokens[b].end
                yield Mention(
                    "person",
                    self.name_text(a, b),
                    self.tokens[a].start,
                    self.tokens[b].end,
                    self.tokens[a].start,
                    np_end,
                    self.reading.sentence,
                    particle or self.tokens[stop].particle,
                    tuple(titles),
                    rule=chunk.rule.id,
                )
                begin = number + 1
        yield from self.role_organizations(titles)

    def role_organizations(self, titles: Sequence[Title]) -> Iterator[Mention]:
        """The organizations that qualify a person's titles, as mentions of their own."""
        seen: set[tuple[int, int]] = set()
        for title in titles:
            if title.organization and not title.is_country and title.organization not in seen and title.organization_name:
                seen.add(title.organization)
                start, end = title.organization
                alias = self.bracket_alias(end)
                yield Mention(
                    "organization",
                    title.organization_name,
                    start,
                    end,
                    start,
                    end,
                    self.reading.sentence,
                    in_role=True,
                    alias=alias,
                    rule="organization.of_title",
                )

    def bracket_alias(self, end: int) -> str | None:
        """A short form in the bracket glued behind an organization: 한국거래소(KRX)."""
        match = regex.compile(r"\(([A-Za-z가-힣&]{2,12})\)").match(self.text, end)
        return match[1] if match else None

    def short(self, chunk: Chunk) -> Iterator[Mention]:
        """A surname with title; ``name`` is the surname, the titles say which person may be meant."""
        first, last = chunk.groups["name"][0], chunk.groups.get("title", chunk.groups["name"])[1]
        titles = self.roles.titles(first + 1, last, first) if last > first else []
        token = self.tokens[last]
        self.take(first, last)
        yield Mention(
            "short",
            self.tokens[first].text,
            self.tokens[first].start,
            self.tokens[last].end,
            self.tokens[first].start,
            token.np_end,
            self.reading.sentence,
            token.particle,
            tuple(titles),
            rule=chunk.rule.id,
        )

    def group(self, chunk: Chunk) -> Iterator[Mention]:
        """An unnamed source or party; `X 측` and `X 쪽` are the organization itself."""
        first, last = chunk.groups["group"]
        head = self.tokens[last]
        while first < last and self.tokens[first].tag in ";,TPg":
            first += 1
        if head.text in ("측", "쪽"):
            if first < last and self.tokens[last - 1].tag in "OfFuX" and not head.paren:
                self.take(last, last)
                yield from self.organization(last - 1, "organization.side", np_end=head.np_end, particle=head.particle)
            return
        start = self.tokens[first].start
        self.take(last, last)
        yield Mention(
            "group",
            self.text[start : head.end],
            start,
            head.end,
            start,
            head.np_end,
            self.reading.sentence,
            head.particle,
            rule=chunk.rule.id,
        )
        for n in range(first, last):
            if self.tokens[n].tag in "fFX" and n == last - 1 and head.text.endswith(("관계자", "경영진", "임직원", "직원들")):
                yield from self.organization(n, "organization.of_group", in_role=True)

    def office(self, chunk: Chunk) -> Iterator[Mention]:
        """An office without a name: 한국·일본 외교장관, 3국 외교장관."""
        (first, end), (_, last) = chunk.groups["org"], chunk.groups["title"]
        token = self.tokens[last]
        titles = tuple(
            Title(token.text, organization=(t.start, t.end), organization_name=t.text, is_country=t.tag == "C")
            for t in self.tokens[first : end + 1]
            if t.tag in "CO"
        )
        if titles:
            yield Mention(
                "office",
                self.text[self.tokens[first].start : token.end],
                self.tokens[first].start,
                token.end,
                self.tokens[first].start,
                token.np_end,
                self.reading.sentence,
                token.particle,
                titles,
                rule=chunk.rule.id,
            )

    def organization(
        self, number: int, rule: str, *, np_end: int | None = None, particle: str | None = None, in_role: bool = False
    ) -> Iterator[Mention]:
        """One organization token; a foreign ministry takes its country before it (중국 외교부)."""
        token = self.tokens[number]
        if self.taken[number] and rule == "organization.known":
            return
        start, end, stop = token.start, token.end, token
        branch = self.tokens[number + 1] if number + 1 < len(self.tokens) and not token.particle and not token.paren else None
        if branch and branch.text in words("name_words", "branch") and branch.spaced:
            end, stop = branch.end, branch
        if (
            number
            and self.tokens[number - 1].tag == "C"
            and not self.tokens[number - 1].particle
            and token.text in words("organizations", "government")
        ):
            country = self.tokens[number - 1].text
            if len(country) > 1 and country not in ("한국", "대한민국", "우리나라"):
                start = self.tokens[number - 1].start
        follows = self.tokens[number + 1] if number + 1 < len(self.tokens) and not token.particle else None
        in_role = in_role or bool(follows and follows.tag in "TG" and rule == "organization.known")
        acts = (token.particle if particle is None else particle) in _ACTING
        if token.text in words("generic_organizations") and not acts:
            return
        yield Mention(
            "organization",
            self.text[start:end],
            start,
            end,
            start,
            np_end or stop.np_end,
            self.reading.sentence,
            stop.particle if particle is None else particle,
            in_role=in_role,
            alias=self.bracket_alias(end),
            rule=rule,
        )

    def headed(self) -> Iterator[Mention]:
        """An unknown name behind the word that says what it is: 제작업체 가나다."""
        for n in range(1, len(self.tokens)):
            head, token = self.tokens[n - 1], self.tokens[n]
            if head.particle or self.taken[n] or token.tag not in "fFuX" or not token.spaced:
                continue
            if len(token.text) < 2 or not head.text.endswith(tuple(words("organization_heads"))):
                continue
            if not any(classify(token.text[:size]) in "wqTGm" for size in (len(token.text) - 1, len(token.text))):
                last = n
                if (
                    n + 1 < len(self.tokens)
                    and not token.particle
                    and self.tokens[n + 1].tag in "fFu"
                    and self.tokens[n + 1].spaced
                ):
                    last = n + 1
                end = self.tokens[last]
                yield Mention(
                    "organization",
                    self.text[token.start : end.end],
                    token.start,
                    end.end,
                    token.start,
                    end.np_end,
                    self.reading.sentence,
                    end.particle,
                    alias=self.bracket_alias(end.end),
                    rule="organization.headed",
                )

    def pronouns(self) -> Iterator[Mention]:
        """그는, 양측은, 두 사람은 and the like."""
        if not self.tokens:
            return
        for match in rules.PRONOUN.finditer(self.text, self.tokens[0].start, self.tokens[-1].stop):
            start, end = match.span("pronoun")
            for number, token in enumerate(self.tokens):
                if start <= token.start < end:
                    self.taken[number] = True
            yield Mention(
                "pronoun",
                match["pronoun"],
                start,
                end,
                start,
                end,
                self.reading.sentence,
                match["particle"],
                rule="person.pronoun",
            )


def canonical_organization(name: str) -> str:
    """The full form of a known short form (국토부 → 국토교통부), else the name itself."""
    return meanings("organizations").get(name) or name
