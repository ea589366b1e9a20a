"""Persons in one sentence: full names with their titles, lists of names, short forms, offices and pronouns."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from visitextract.korean.names import foreignness, name_shape
from visitextract.lexicon import words
from visitextract.mentions.model import Mention
from visitextract.mentions.organizations import OrganizationReader
from visitextract.patterns import lazily
from visitextract.rules import names as rules
from visitextract.rules.chunk import Chunk
from visitextract.titles import Title
from visitextract.tokens import Token

_TOGETHER = lazily(r"(?<=[가-힣])(?=\d{1,2}세$)")
_LISTS = (rules.NAME_ENUMERATION, rules.TITLE_ENUMERATION)
# Marks that begin an entry of a list of appointments.
_BULLETS = frozenset("△▲▷▶◇○")


class SentenceReader(OrganizationReader):
    """The whole catalogue over one reading."""

    def mentions(self) -> Iterator[Mention]:
        """Person mentions first, then short forms, groups, offices, and the organizations that are left."""
        for rule in rules.RULES:
            for chunk in self.chunks(rule):
                yield from self.enumeration(chunk) if rule in _LISTS else self.person(chunk)
        for rule in rules.SHORT_RULES:
            for chunk in self.chunks(rule):
                yield from self.short(chunk)
        yield from self.listed()
        yield from self.pronouns()
        for chunk in self.chunks(rules.GROUP_HEAD):
            yield from self.group(chunk)
        for chunk in self.chunks(rules.PLURAL_OFFICE):
            yield from self.office(chunk)
        for chunk in rules.KNOWN_ORGANIZATION.chunks(self.reading.letters, self.reading.index):
            yield from self.organization(chunk.start, chunk.rule.id)
        yield from self.local_governments()
        yield from self.marked()
        yield from self.headed()
        yield from self.reporting()

    def person(self, chunk: Chunk) -> Iterator[Mention]:
        """A full name with what stands left and right of it."""
        first, last = self.name_span(chunk)
        if first > last or self.appointment(chunk) or self.misread(chunk, first, last):
            return
        title = chunk.groups.get("title") or chunk.groups.get("address") or (first, last)
        before = chunk.groups.get("kin") or (title if title[1] < first else None)
        if before:
            title = (last + 1, last)
        left = self.roles.left_context(before[0] if before else first)
        titles = [] if "address" in chunk.groups else self.roles.titles(last + 1, title[1], left)
        stop = max(last, title[1])
        stop, extra = self.roles.trailing_titles(stop)
        titles += [*extra, *self.roles.held_before(left), *self.roles.appointed_to(stop), *self.roles.given_to(left, stop)]
        if chunk.rule is rules.TITLE_NAME or (left < first and before is None):
            titles += self.roles.left_titles(left, first)
        if before and "kin" not in chunk.groups and chunk.rule is not rules.TITLE_NAME:
            titles += self.roles.left_titles(before[0], before[1] + 1)
        start, end = self.tokens[first].start, self.tokens[last].end
        name = self.name_text(first, last)
        if chunk.rule is not rules.WEAK_NAME or name not in self.classes.table:
            self.take(first, stop)  # a general word that may be a name leaves its words to other rules
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

    def appointment(self, chunk: Chunk) -> bool:
        """Whether this is an office in a list of appointments, whose holder follows: △문정역 금융센터장 홍길동."""
        first, last = chunk.groups["name"][0], chunk.groups.get("title", chunk.groups["name"])[1]
        if not first or self.tokens[first - 1].text not in _BULLETS or last + 1 >= len(self.tokens):
            return False
        holder = self.tokens[last + 1]
        return not self.tokens[last].particle and holder.tag in "kq" and len(holder.text) >= 3

    def misread(self, chunk: Chunk, first: int, last: int) -> bool:
        """Whether what a rule needs beyond letters is not there: an office with 에, words that both sound foreign behind a title,
        a special prosecutor's title behind a case in quotation marks."""
        if chunk.rule is rules.APPOINTEE:
            return self.tokens[chunk.groups["office"][0]].particle != "에"
        if chunk.rule is rules.TITLE_NAME and self.tokens[first].tag == "f":
            return any(foreignness(token.text) < 0.3 or len(token.text) < 2 for token in self.tokens[first : last + 1])
        if chunk.rule is rules.NAME_AFFILIATION_TITLE:
            begin, end = chunk.groups["title"]
            quoted = any(token.tag == '"' for token in self.tokens[last + 1 : begin])
            return quoted and not self.tokens[end].text.endswith(("특별검사", "특검"))
        return False

    def name_span(self, chunk: Chunk) -> tuple[int, int]:
        """The tokens of the name: without a company behind a foreign name (존 스미스 노르드랩 최고경영자), with a given name
        before it that is a general word too (유리 스미스); ``first > last`` where it is a band or team (엔젤스 출신 가수)."""
        first, last = chunk.groups["name"]
        if chunk.rule in (rules.NAME_AFFILIATION_TITLE, rules.NAME_ADDRESS) and self.surname_before(first):
            return first - 1, last
        if chunk.rule in (rules.NAME_AFFILIATION_TITLE, rules.WEAK_NAME) and self.given_behind(first):
            return first, last + 1
        if chunk.rule not in (rules.FOREIGN_TITLE, rules.FOREIGN_AFFILIATION_TITLE):
            return first, last
        tokens, title = self.tokens, chunk.groups["title"][1]
        behind = tokens[last + 1]
        if first == last and tokens[first].tag == "f" and behind.tag == "q" and behind.text not in self.classes.table:
            last += foreignness(behind.text) > 0 and not behind.particle
            return first, last
        if first == last and tokens[first].tag in "fF" and behind.tag == "u" and last + 2 == title and len(behind.text) <= 3:
            return first, last + (not tokens[title].text.endswith(tuple(words("name_words", "executive"))))  # 이와이 슌지 감독
        if last > first and tokens[last].text in words("name_words", "filler"):
            last -= 1
        if first == last:
            if tokens[last + 1].text in ("출신", "소속"):
                return first, first - 1
            given = tokens[first - 1] if first else None
            if given and not given.particle and not self.taken[first - 1] and self.may_be_given(given, tokens[first]):
                return first - 1, last
        executive = tokens[title].text.endswith(tuple(words("name_words", "executive")))
        bare = all(tokens[n].tag in "Tmg" for n in range(last + 1, title + 1))
        if executive and bare and last - first == 2 and tokens[first + 1].tag in "fu" and tokens[first].tag in "fF":
            company = tokens[last]
            if company.tag in "fu" and len(company.text) >= 3 and len(tokens[first + 1].text) >= 2:
                last -= 1
        return first, last

    def may_be_given(self, given: Token, family: Token) -> bool:
        """Whether a word without a letter of its own is the given name before a foreign family name."""
        if given.text in words("foreign_given", "weak"):
            return True
        if given.text in self.classes.table or given.paren or not family.spaced or given.text[-1] in "아어":
            return False  # 찾아 스미스 회장을
        size, sound = len(given.text), foreignness(given.text)
        return (given.tag == "q" and size >= 2 and sound > -0.3) or (given.tag == "v" and size >= 3 and sound > 1.0)

    def surname_before(self, first: int) -> bool:
        """Whether a Japanese surname stands before a name that its Hanja alone made a name: 야마시타 하나코(山下花子)."""
        if not first or not self.tokens[first].paren or name_shape(self.tokens[first].text):
            return False
        before = self.tokens[first - 1]
        return before.tag == "f" and not before.particle and not self.taken[first - 1]

    def given_behind(self, first: int) -> bool:
        """Whether a Japanese surname that is shaped like a Korean name has its given name behind it: 가나이 하루토 국장."""
        name, behind = self.tokens[first], self.tokens[first + 1]
        return behind.tag == "f" and foreignness(name.text) > 0 and foreignness(behind.text) > 0.5

    def listed(self) -> Iterator[Mention]:
        """Names of the user's lexicon that stand without a title."""
        for number, token in enumerate(self.tokens):
            if token.tag == "k" and not self.taken[number] and token.text in self.classes.lexicon.people_forms:
                self.take(number, number)
                yield Mention(
                    "person", token.text, token.start, token.end, token.start, token.np_end, self.reading.sentence,
                    token.particle, rule="person.listed",
                )  # fmt: skip

    def name_text(self, first: int, last: int) -> str:
        """A name as one string, single blanks between its words."""
        name = " ".join(token.text for token in self.tokens[first : last + 1])
        return _TOGETHER.sub(" ", name) if name[-1] == "세" else name  # 존4세 -> 존 4세

    def enumeration(self, chunk: Chunk) -> Iterator[Mention]:
        """Each name of a list, all with the title that follows the last or stands before the first."""
        first, last = chunk.groups["name"]
        title = chunk.groups["title"]
        parts = self.list_parts(first, last)
        bench = len(parts) < 2  # no marks between: 홍길동 박서연 김민수 판사
        if bench and not self.tokens[title[1]].text.endswith("판사"):
            return
        parts = [(n, n) for n in range(first, last + 1)] if bench else parts
        if title[1] < first:
            titles, stop = self.roles.left_titles(self.roles.left_context(title[0]), title[1] + 1), last
        else:
            titles, stop = self.roles.titles(last + 1, title[1], first), title[1]
        self.take(min(first, title[0]), stop)
        for a, b in parts:
            if self.tokens[a].tag == "q" and self.tokens[a].text in self.classes.table:
                continue
            np_end = self.tokens[stop].np_end if b == last else self.tokens[b].end
            yield Mention(
                "person",
                self.name_text(a, b),
                self.tokens[a].start,
                self.tokens[b].end,
                self.tokens[a].start,
                np_end,
                self.reading.sentence,
                self.tokens[stop].particle,
                tuple(titles),
                rule=chunk.rule.id,
            )
        yield from self.role_organizations(titles)

    def list_parts(self, first: int, last: int) -> list[tuple[int, int]]:
        """The first and last token of each name between the marks of a list."""
        marks = [first - 1, *(n for n in range(first, last + 1) if self.tokens[n].tag in ";,"), last + 1]
        return [(a + 1, b - 1) for a, b in itertools.pairwise(marks)]

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
