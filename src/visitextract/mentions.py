"""The catalogue over sentences → mentions: persons with titles, short forms, organizations, groups, offices.

Never looks beyond one sentence: who a short form stands for is ``entities``' business. Offsets: normalised text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from visitextract.lexicon import meanings, words
from visitextract.rules import names as rules
from visitextract.rules.chunk import Chunk, ChunkRule
from visitextract.sentences import Sentence
from visitextract.tokens import Token, classify, tag_string, tokenize

# Titles that qualify the title before them and are no office of their own: 대표이사 후보, 장관 내정자, 총장 권한대행.
_DEPENDENT = frozenset(("후보", "후보자", "지명자", "내정자", "당선인", "당선자", "대행", "권한대행", "직무대행", "예정자"))
# Words of a title phrase that say nothing about the office.
_FILLER = frozenset(("소속", "출신", "겸", "신임", "현", "현직", "전", "당시", "고", "前", "故", "선대", "초대"))
_UNITS = frozenset(("사업부", "부문", "본부", "사업본부", "법인", "지사"))
_UNIT_HEADS = ("본부장", "부문장", "사업부장", "실장", "팀장", "그룹장", "센터장")
_LATE = frozenset(("고", "故", "별세한", "작고한"))


# Words behind a company that name its branch: 가나 코리아.
_BRANCHES = frozenset(("코리아", "재팬", "차이나", "아메리카", "유럽"))
# Particles by which a body acts or is acted with; 정부, 경찰, 서울시 are organizations only so.
_ACTING = frozenset(("은", "는", "이", "가", "과", "와", "에게", "도", "측은", "측이"))


@dataclass(frozen=True, slots=True)
class Title:
    """A title as stated; ``organization`` is a range of the text (or None); ``country`` when that is a country or region."""

    title: str
    abbreviation: str | None = None
    organization: tuple[int, int] | None = None
    organization_name: str | None = None
    is_country: bool = False
    former: bool = False


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


_PRONOUN = regex.compile(
    r"(?<![가-힣])(?P<pronoun>그녀|그|두 사람|세 사람|양측|양쪽|양 정상|두 정상|세 정상|양국 정상|3국 정상|한미 정상|한일 정상|한중 정상|두 장관|양 장관|세 장관"
    r"|양국 장관|양국 외교장관|[3세] ?국 외교장관|두 대통령|두 총리|양 대표|두 대표|여[·-]?야 대표|양당 대표|두 회장|두 총수)"
    r"(?P<particle>은|는|이|가|의|을|를|과|와|에게|도|께서)(?![가-힣])"
)


class _Sentence:
    """The rules over one reading; ``taken`` keeps a token from standing in two mentions."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text, self.reading, self.tokens = text, reading, reading.tokens
        self.taken = [False] * len(self.tokens)

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
            if token.tag == "L" and token.text.endswith(("시", "도", "군", "구")) and len(token.text) > 2 and token.particle in _ACTING:
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
        left = self.left_context(before[0] if before else first)
        titles = [] if "address" in chunk.groups else self.titles(last + 1, title[1], left)
        stop = max(last, title[1])
        stop, extra = self.trailing_titles(stop)
        titles += extra
        if chunk.rule is rules.TITLE_NAME or (left < first and before is None):
            titles += self.left_titles(left, first)
        if before and "kin" not in chunk.groups and chunk.rule is not rules.TITLE_NAME:
            titles += self.left_titles(before[0], before[1] + 1)
        start, end = self.tokens[first].start, self.tokens[last].end
        self.take(first, stop)
        name = self.name_text(first, last)
        np_start = self.tokens[left].start if titles and left < first else start
        yield Mention(
            "person", name, start, end, np_start, self.tokens[stop].np_end, self.reading.sentence, self.tokens[stop].particle,
            tuple(titles), rule=chunk.rule.id,
        )
        yield from self.role_organizations(titles)

    def name_text(self, first: int, last: int) -> str:
        """A name as one string, single blanks between its words."""
        return " ".join(token.text for token in self.tokens[first : last + 1])

    def enumeration(self, chunk: Chunk) -> Iterator[Mention]:
        """Each name of a list, all with the title that follows the last."""
        first, last = chunk.groups["name"]
        titles = self.titles(last + 1, chunk.groups["title"][1], first)
        stop = chunk.groups["title"][1]
        self.take(first, stop)
        begin = first
        for number in range(first, last + 2):
            if number > last or self.tokens[number].tag == ";":
                a, b = begin, number - 1
                particle = self.tokens[stop].particle if number > last else ""
                np_end = self.tokens[stop].np_end if number > last else self.tokens[b].end
                yield Mention(
                    "person", self.name_text(a, b), self.tokens[a].start, self.tokens[b].end, self.tokens[a].start, np_end,
                    self.reading.sentence, particle or self.tokens[stop].particle, tuple(titles), rule=chunk.rule.id,
                )
                begin = number + 1
        yield from self.role_organizations(titles)

    def left_context(self, first: int) -> int:
        """The first token of the bare words left of ``first`` that may qualify the name: former marks, organizations, titles."""
        number = first
        while number > 0 and not self.tokens[number - 1].particle and not self.taken[number - 1]:
            token = self.tokens[number - 1]
            if token.tag in "OCLXPTJm" or (token.text in ("소속", "출신") and number >= 2):
                number -= 1
            elif token.text.endswith("인") and token.text[:-1] in words("titles", "head"):
                number -= 1
            else:
                break
        while number < first and self.tokens[number].tag in "Lm" and self.tokens[number + 1].tag not in "OCLXPTJm":
            number += 1
        return number

    def left_titles(self, left: int, first: int) -> list[Title]:
        """The roles that stand before a name: 회장 홍길동, LG전자 사업본부장 홍길동 사장."""
        chosen = [n for n in range(left, first) if self.tokens[n].tag in "TJ"]
        if not chosen:
            return []
        return self.titles(left, chosen[-1], first)

    def trailing_titles(self, stop: int) -> tuple[int, list[Title]]:
        """A title inside the bracket behind a title (주임(외교부장 겸임)) is one more role."""
        token = self.tokens[stop]
        if not token.paren:
            return stop, []
        inside = tokenize(self.text, *token.paren)
        extra = [Title(t.text) for t in inside if t.tag == "T" and any("가" <= c <= "힣" for c in t.text)]
        return stop, extra if len(inside) <= 3 else []

    def titles(self, first: int, last: int, left: int) -> list[Title]:
        """The roles in the tokens ``first..last``, the organization from between name and title, else from the left."""
        span = range(first, last + 1)
        former = any(self.tokens[n].tag == "P" for n in span) or any(
            self.tokens[n].tag == "P" for n in range(left, min(first, len(self.tokens))) if not self.tokens[n].particle
        )
        numbers = [n for n in span if self.tokens[n].tag in "TJ"]
        groups: list[list[int]] = []
        for n in numbers:
            if groups and self.tokens[n].text in _DEPENDENT and n == groups[-1][-1] + 1:
                groups[-1].append(n)
            else:
                groups.append([n])
        result: list[Title] = []
        organization: tuple[int, int] | None = None
        start = first
        for group in groups:
            here, rest = self.organizations_in(start, group[0] - 1)
            if not here and organization is None:
                here = self.left_organization(left, first)
            for number, span_ in enumerate(here or ([organization] if organization else [None])):
                result.append(self.role(rest if number == 0 or here else rest, group, span_, former))
            organization = here[-1] if here else organization
            start = group[-1] + 1
        return result

    def organizations_in(self, first: int, last: int) -> tuple[list[tuple[int, int]], int]:
        """The organizations among bare tokens (several around 겸), and the first token behind the last of them."""
        found: list[tuple[int, int]] = []
        rest = first
        part = first
        for n in range(first, last + 2):
            if n > last or self.tokens[n].tag == "g":
                chosen = self.organization_span(part, n - 1)
                if chosen:
                    found.append(chosen)
                    rest = chosen[1] + 1
                part = n + 1
        return found, rest

    def organization_span(self, first: int, last: int) -> tuple[int, int] | None:
        """The organization in a run of bare tokens: the last run of organizations, else unknown or Latin words, else a country."""
        for tags in ("O", "fFuXk", "C", "L"):
            ends = [n for n in range(first, last + 1) if self.tokens[n].tag in tags]
            if not ends:
                continue
            b = a = ends[-1]
            while a > first and self.tokens[a - 1].tag in (tags + "X" if tags == "O" else tags) and self.tokens[a - 1].tag != ";":
                a -= 1
            if tags == "fFuXk":
                unit = b + 1 <= last and self.tokens[b + 1].text in _UNITS
                if not unit and (b != last or any(self.tokens[n].tag in "CL" for n in range(first, last + 1))):
                    continue
                after = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
                if not unit and after and after.text.endswith(_UNIT_HEADS):
                    continue  # HE 사업본부장: a unit inside the organization, part of the title
                b += unit
            return a, b
        return None

    def left_organization(self, left: int, first: int) -> list[tuple[int, int]]:
        """The organization before a name whose title has none of its own: 국민의힘 홍길동 의원."""
        name = next((n for n in range(left, first) if self.tokens[n].tag in "kfFIuq"), first)
        chosen = [n for n in range(left, name) if self.tokens[n].tag == "O"]
        if chosen:
            return [(chosen[-1], chosen[-1])]
        chosen = [n for n in range(left, name) if self.tokens[n].tag == "X"]
        if chosen and chosen[-1] == name - 1:
            return [(chosen[-1], chosen[-1])]
        before = self.tokens[left - 1] if left else None
        if before and before.tag == "O" and before.particle == "의":
            return [(left - 1, left - 1)]  # 메타의 홍길동 최고경영자
        return []

    def role(self, rest: int, group: list[int], organization: tuple[int, int] | None, former: bool) -> Title:
        """One role from its title tokens and its organization's tokens."""
        begin = group[0]
        while begin > rest and self.tokens[begin - 1].tag in "mwqnX" and self.tokens[begin - 1].text not in _FILLER:
            begin -= 1
        chosen = self.tokens[begin : group[-1] + 1]
        head = self.tokens[group[-1]]
        title = self.text[chosen[0].start : head.end]
        abbreviation = self.abbreviation(head)
        if head.text in words("titles", "latin"):
            abbreviation = head.text
        if organization is None:
            fused = self.fused(head)
            around = self.reading.around
            if around and not fused:
                return Title(title, abbreviation, (around.start, around.end), around.text, former=former)
            if fused:
                return Title(title, abbreviation, (head.start, head.start + len(fused)), fused, former=former)
            return Title(title, abbreviation, former=former)
        a, b = organization
        if a < b and self.tokens[a].text == self.tokens[a + 1].text:
            a += 1  # a slip of the page: KT KT
        start, end = self.tokens[a].start, self.tokens[b].end
        country = self.tokens[b].tag in "CL"
        return Title(title, abbreviation, (start, end), self.text[start:end], country, former)

    def fused(self, head: Token) -> str | None:
        """The organization fused with a title: 고용노동부장관, 유엔사무총장."""
        for size in range(len(head.text) - 2, 2, -1):
            if head.text[:size] in words("organizations") and head.text[size:] in words("titles", "head"):
                return head.text[:size]
        return None

    def abbreviation(self, token: Token) -> str | None:
        """The Latin letters in the bracket behind a title: 최고경영자(CEO)."""
        inside = self.text[slice(*token.paren)] if token.paren else ""
        return inside if regex.fullmatch(r"[A-Z]{2,5}", inside) else None

    def role_organizations(self, titles: Sequence[Title]) -> Iterator[Mention]:
        """The organizations that qualify a person's titles, as mentions of their own."""
        seen: set[tuple[int, int]] = set()
        for title in titles:
            if title.organization and not title.is_country and title.organization not in seen and title.organization_name:
                seen.add(title.organization)
                start, end = title.organization
                alias = self.bracket_alias(end)
                yield Mention(
                    "organization", title.organization_name, start, end, start, end, self.reading.sentence,
                    in_role=True, alias=alias, rule="organization.of_title",
                )

    def bracket_alias(self, end: int) -> str | None:
        """A short form in the bracket glued behind an organization: 한국거래소(KRX)."""
        match = regex.compile(r"\(([A-Za-z가-힣&]{2,12})\)").match(self.text, end)
        return match[1] if match else None

    def short(self, chunk: Chunk) -> Iterator[Mention]:
        """A surname with title; ``name`` is the surname, the titles say which person may be meant."""
        first, last = chunk.groups["name"][0], chunk.groups.get("title", chunk.groups["name"])[1]
        titles = self.titles(first + 1, last, first) if last > first else []
        token = self.tokens[last]
        self.take(first, last)
        yield Mention(
            "short", self.tokens[first].text, self.tokens[first].start, self.tokens[last].end, self.tokens[first].start, token.np_end,
            self.reading.sentence, token.particle, tuple(titles), rule=chunk.rule.id,
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
            "group", self.text[start : head.end], start, head.end, start, head.np_end, self.reading.sentence, head.particle, rule=chunk.rule.id
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
                "office", self.text[self.tokens[first].start : token.end], self.tokens[first].start, token.end, self.tokens[first].start,
                token.np_end, self.reading.sentence, token.particle, titles, rule=chunk.rule.id,
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
        if branch and branch.text in _BRANCHES and branch.spaced:
            end, stop = branch.end, branch
        if number and self.tokens[number - 1].tag == "C" and not self.tokens[number - 1].particle and token.text in words("organizations", "government"):
            country = self.tokens[number - 1].text
            if len(country) > 1 and country not in ("한국", "대한민국", "우리나라"):
                start = self.tokens[number - 1].start
        follows = self.tokens[number + 1] if number + 1 < len(self.tokens) and not token.particle else None
        in_role = in_role or bool(follows and follows.tag in "TG" and rule == "organization.known")
        acts = (token.particle if particle is None else particle) in _ACTING
        if token.text in words("generic_organizations") and not acts:
            return
        yield Mention(
            "organization", self.text[start:end], start, end, start, np_end or stop.np_end, self.reading.sentence,
            stop.particle if particle is None else particle, in_role=in_role, alias=self.bracket_alias(end), rule=rule,
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
                if n + 1 < len(self.tokens) and not token.particle and self.tokens[n + 1].tag in "fFu" and self.tokens[n + 1].spaced:
                    last = n + 1
                end = self.tokens[last]
                yield Mention(
                    "organization", self.text[token.start : end.end], token.start, end.end, token.start, end.np_end,
                    self.reading.sentence, end.particle, alias=self.bracket_alias(end.end), rule="organization.headed",
                )

    def pronouns(self) -> Iterator[Mention]:
        """그는, 양측은, 두 사람은 and the like."""
        if not self.tokens:
            return
        for match in _PRONOUN.finditer(self.text, self.tokens[0].start, self.tokens[-1].stop):
            start, end = match.span("pronoun")
            for number, token in enumerate(self.tokens):
                if start <= token.start < end:
                    self.taken[number] = True
            yield Mention("pronoun", match["pronoun"], start, end, start, end, self.reading.sentence, match["particle"], rule="person.pronoun")


def canonical_organization(name: str) -> str:
    """The full form of a known short form (국토부 → 국토교통부), else the name itself."""
    return meanings("organizations").get(name) or name


def as_former(title: Title) -> Title:
    """The same role as one that no longer holds."""
    return replace(title, former=True)
