"""The words around a name → the roles they state: titles, their organization or country, and whether they are past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from visitextract.lexicon import words
from visitextract.patterns import lazily
from visitextract.tokens import COMPANY_MARKS, Token, tokenize
from visitextract.wordclasses import WordClasses

_HELD = lazily(r"\s(?:맡고 있는|맡은|겸하고 있는|겸하는|겸임하는)\s\Z")
_OWN_OFFICES = ("대표", "사장", "회장", "부회장", "부사장", "신임 ", "새 ", "차기 ")  # what a body appoints within itself
_APPOINTED = lazily(
    r"\s(?:공식 |전격 |새로 |각각 )?(?:지명|임명|선임|발탁|위촉|내정|선출)(?:했|하고|하며|하면서|하자|한(?!다는 )|,|\s?\n|$)"
)
_TAKES = lazily(r"\s(?:지명|임명|선임|발탁|위촉|내정|선출|취임|임용|확정)|\s?(?:…|\n|\Z)")  # in headlines: 장관에 홍길동 지명


@dataclass(frozen=True, slots=True)
class Title:
    """A title as stated; ``organization`` is a range of the text (or None); ``country`` when that is a country or region."""

    title: str
    abbreviation: str | None = None
    organization: tuple[int, int] | None = None
    organization_name: str | None = None
    is_country: bool = False
    former: bool = False


class TitleReader:
    """Reads roles off the tokens of one sentence; ``around`` is the organization in whose bracket the tokens stand."""

    def __init__(self, text: str, tokens: list[Token], taken: Sequence[bool], around: Token | None, classes: WordClasses) -> None:
        self.text, self.tokens, self.taken, self.around, self.classes = text, tokens, taken, around, classes

    def left_context(self, first: int) -> int:
        """The first token of the bare words left of ``first`` that may qualify the name: former marks, organizations, titles."""
        number = first
        while number > 0 and not self.tokens[number - 1].particle and not self.taken[number - 1]:
            token = self.tokens[number - 1]
            if token.tag not in "OCLXPTJm" and not (token.text in ("소속", "출신") and number >= 2):
                break
            number -= 1
        while number < first and self.tokens[number].tag in "Lm" and self.tokens[number + 1].tag not in "OCLXPTJm":
            number += 1
        return number

    def left_titles(self, left: int, first: int) -> list[Title]:
        """The roles that stand before a name: 회장 홍길동, LG전자 사업본부장 홍길동 사장."""
        chosen = [n for n in range(left, first) if self.tokens[n].tag in "TJ"]
        if not chosen:
            return []
        return self.titles(left, chosen[-1], first)

    def held_before(self, left: int) -> list[Title]:
        """The office that a clause before a name says its bearer holds: 특사를 맡고 있는 홍길동."""
        if not left:
            return []
        clause = _HELD.search(self.text, max(0, self.tokens[left].start - 30), self.tokens[left].start)
        number = next((n for n in range(left) if clause and self.tokens[n].stop == clause.start()), None)
        if number is None or self.tokens[number].tag != "T" or self.tokens[number].particle not in ("을", "를"):
            return []
        return self.left_titles(self.left_context(number), number + 1)

    def appointed_to(self, stop: int) -> list[Title]:
        """The office behind a name to which its bearer is appointed: 홍길동 전 의원을 가나부 장관 후보자로 지명했다."""
        if self.tokens[stop].particle not in ("을", "를"):
            return []
        for number in range(stop + 1, min(stop + 8, len(self.tokens))):
            token = self.tokens[number]
            if token.particle:
                office = token.tag == "T" and token.particle in ("로", "으로", "에")
                if not (office and _APPOINTED.match(self.text, token.stop)):
                    return []
                titles = self.titles(stop + 1, number, stop + 1)
                by = next((t for t in reversed(self.tokens[:stop]) if t.tag == "O" and t.particle in ("은", "는")), None)
                if by is None or any(t.organization for t in titles) or not titles[0].title.startswith(_OWN_OFFICES):
                    return titles
                return [replace(t, organization=(by.start, by.end), organization_name=by.text) for t in titles]
            if token.tag not in "OCLXmTufqwkg":
                return []
        return []

    def given_to(self, left: int, stop: int) -> list[Title]:
        """The office with 에 before a name to which its bearer is appointed: 가나위원회 부의장에 홍길동 전 의원을 임명했다."""
        office = self.tokens[left - 1] if left else None
        if office is None or office.tag != "T" or office.particle != "에":
            return []
        last = self.tokens[stop]
        verb = _APPOINTED if last.particle in ("을", "를") else _TAKES if last.particle in ("", "이", "가", "씨를") else None
        if verb is None or not verb.match(self.text, last.stop):
            return []
        return self.left_titles(self.left_context(left - 1), left)

    def trailing_titles(self, stop: int) -> tuple[int, list[Title]]:
        """A title inside the bracket behind a title (주임(외교부장 겸임)) is one more role."""
        token = self.tokens[stop]
        if not token.paren:
            return stop, []
        inside = tokenize(self.text, *token.paren, self.classes)
        extra = [Title(t.text) for t in inside if t.tag == "T" and any("가" <= c <= "힣" for c in t.text)]
        return stop, extra if len(inside) <= 3 else []

    def titles(self, first: int, last: int, left: int) -> list[Title]:
        """The roles in the tokens ``first..last``, the organization from between name and title, else from the left."""
        former = any(self.tokens[n].tag == "P" for n in range(first, last + 1)) or any(
            self.tokens[n].tag == "P" for n in range(left, min(first, len(self.tokens))) if not self.tokens[n].particle
        )
        numbers = [n for n in range(first, last + 1) if self.tokens[n].tag in "TJ"]
        groups: list[list[int]] = []
        for n in numbers:
            depends = groups and (
                self.tokens[n].text in words("name_words", "dependent") or self.tokens[groups[-1][-1]].text == "대통령"
            )
            if depends and n == groups[-1][-1] + 1:
                groups[-1].append(n)
            else:
                groups.append([n])
        result: list[Title] = []
        organization: tuple[int, int] | None = None
        start = first
        for group in groups:
            here, rest = self.organizations_in(start, group[0] - 1)
            if not here and organization is None:
                here = self.left_organization(left, first, self.tokens[group[-1]].text)
            spans: list[tuple[int, int] | None] = [*here] or [organization]
            result += [self.role(rest, group, span, former) for span in spans]
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
        """The organization in a run of bare tokens: the last run of organizations, else unknown words, else a country."""
        for tags in ("O", "fFuXk", "C", "L"):
            ends = [n for n in range(first, last + 1) if self.tokens[n].tag in tags and self.names_something(n)]
            if not ends:
                continue
            b = a = ends[-1]
            run = tags + "X" if tags == "O" else tags
            while a > first and self.tokens[a - 1].tag in run and self.tokens[a - 1].text not in COMPANY_MARKS:
                a -= 1
            if tags == "fFuXk":
                unit = b + 1 <= last and self.tokens[b + 1].text in words("name_words", "unit")
                if not unit and (b != last or any(self.tokens[n].tag in "CL" for n in range(first, last + 1))):
                    continue
                after = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
                if not unit and after and after.text.endswith(tuple(words("name_words", "unit_head"))):
                    continue  # HE 사업본부장: a unit inside the organization, part of the title
                b += unit
            elif tags == "O" and b < last and self.tokens[b + 1].text == "그룹" and not self.tokens[b].paren:
                b += 1  # 가나 그룹 회장
            return a, b
        return None

    def names_something(self, number: int) -> bool:
        """Whether a token can be an organization's name: no single letter, no general abbreviation (AI, TF)."""
        token = self.tokens[number]
        return token.tag == "C" or (
            len(token.text) > 1 and token.text not in words("generic_organizations", "latin") | COMPANY_MARKS
        )

    def left_organization(self, left: int, first: int, title: str) -> list[tuple[int, int]]:
        """The organization before a name whose title has none of its own: 국민의힘 홍길동 의원."""
        name = next((n for n in range(left, first) if self.tokens[n].tag in "kfFIu"), first)
        chosen = [n for n in range(left, name) if self.tokens[n].tag == "O"]
        if chosen:
            return [(chosen[-1], chosen[-1])]
        chosen = [n for n in range(left, name) if self.tokens[n].tag == "X" and self.names_something(n)]
        if chosen and chosen[-1] == name - 1:
            return [(chosen[-1], chosen[-1])]
        before = self.tokens[left - 1] if left else None
        if before and before.particle == "의":
            executive = title.endswith(tuple(words("name_words", "executive")))
            if before.tag == "O" or (executive and before.tag in "fuX" and len(before.text) >= 3 and name < first):
                return [(left - 1, left - 1)]  # 메타의 홍길동 최고경영자, 노르드랩의 존 스미스 회장
        return []

    def role(self, rest: int, group: list[int], organization: tuple[int, int] | None, former: bool) -> Title:
        """One role from its title tokens and its organization's tokens."""
        begin, filler = group[0], words("name_words", "filler")
        while begin > rest and self.tokens[begin - 1].tag in "mwqnX" and self.tokens[begin - 1].text not in filler:
            begin -= 1
        chosen = self.tokens[begin : group[-1] + 1]
        head = self.tokens[group[-1]]
        title = self.text[chosen[0].start : head.end]
        if title[-1] in "님팀" and head.text[:-1] in words("titles", "head"):
            title = title[:-1]  # 총리님, 교수팀
        abbreviation = self.abbreviation(head)
        if head.text in words("titles", "latin"):
            abbreviation = head.text
        if organization is None:
            fused = self.fused(head)
            around = self.around
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
