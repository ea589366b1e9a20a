"""Organizations and unnamed groups in one sentence: known names, employers of persons, names behind a word that says what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from visitextract.korean.names import foreignness
from visitextract.lexicon import words
from visitextract.mentions.model import Mention, Reading
from visitextract.patterns import lazily
from visitextract.rules.chunk import Chunk, ChunkRule
from visitextract.rules.names import REPORTING_ORGANIZATION
from visitextract.titles import Title, TitleReader
from visitextract.tokens import COMPANY_MARKS
from visitextract.wordclasses import WordClasses

# Particles by which a body acts or is acted with; 정부, 경찰, 서울시 are organizations only so.
_ACTING = frozenset(("은", "는", "이", "가", "과", "와", "에게", "도", "측은", "측이"))
_BRACKET = lazily(r"\(([A-Za-z가-힣&]{2,12})\)")


class OrganizationReader:
    """The rules over one reading; ``taken`` keeps a token from standing in two mentions."""

    def __init__(self, text: str, reading: Reading, classes: WordClasses) -> None:
        self.text, self.reading, self.tokens, self.classes = text, reading, reading.tokens, classes
        self.taken = [False] * len(self.tokens)
        self.roles = TitleReader(text, reading.tokens, self.taken, reading.around, classes)

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
        match = _BRACKET.match(self.text, end)
        return match[1] if match else None

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

    def marked(self) -> Iterator[Mention]:
        """An unknown name with the mark of a company before or behind it: ㈜가나다, 가나다(주)."""
        for n, token in enumerate(self.tokens):
            if token.tag not in "kqfFuXsLw" or len(token.text) < 2 or token.text in COMPANY_MARKS or self.taken[n]:
                continue
            credit = n > 1 and self.tokens[n - 2].text in ("ⓒ", "©")  # a photo's owner, the next line glued to it
            inside = self.text[slice(*token.paren)] if token.paren else ""
            if not credit and (self.mark_before(n) or self.mark_behind(n) or f"({inside})" in COMPANY_MARKS):
                yield from self.organization(n, "organization.marked")

    def mark_before(self, number: int) -> bool:
        """Whether the mark of a company is glued before a token."""
        return number > 0 and self.tokens[number - 1].text in COMPANY_MARKS and not self.tokens[number].spaced

    def mark_behind(self, number: int) -> bool:
        """Whether the mark of a company is glued behind a token, and to no word behind it."""
        token, behind = self.tokens[number], self.tokens[number + 1 : number + 3]
        if token.particle or token.paren or not behind or behind[0].text not in COMPANY_MARKS or behind[0].spaced:
            return False
        return len(behind) < 2 or behind[1].spaced or behind[1].tag not in "kqfFuXLO"

    def headed(self) -> Iterator[Mention]:
        """An unknown name behind the word that says what it is: 제작업체 가나다."""
        for n in range(1, len(self.tokens)):
            head, token = self.tokens[n - 1], self.tokens[n]
            if head.particle or self.taken[n] or token.tag not in "fFuX" or not token.spaced:
                continue
            if token.tag == "u" and not token.particle:
                continue  # 수출대금, 세계시장: compounds of general words sound so too
            if len(token.text) < 2 or not head.text.endswith(tuple(words("organization_heads"))):
                continue
            if not any(self.classes.classify(token.text[:size]) in "wqTGm" for size in (len(token.text) - 1, len(token.text))):
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

    def reporting(self) -> Iterator[Mention]:
        """A name on no list that reports: 가나인덱스에 따르면, 나라뉴스가 보도했다."""
        if not self.tokens:
            return
        for match in REPORTING_ORGANIZATION.finditer(self.text, self.tokens[0].start, self.tokens[-1].stop):
            start, end = match.span("organization")
            for number, token in enumerate(self.tokens):
                alone = not number or self.tokens[number - 1].particle or self.tokens[number - 1].tag in ',."CLn'
                sounds = token.tag in "fX" or (token.tag == "u" and foreignness(token.text) > -0.5)
                if (token.start, token.end) == (start, end) and sounds and alone and not self.taken[number]:
                    yield from self.organization(number, "organization.reporting")

    def local_governments(self) -> Iterator[Mention]:
        """서울시는, 해남군과: a local government that acts."""
        for number, token in enumerate(self.tokens):
            if (
                token.tag == "L"
                and token.text.endswith(("시", "도", "군", "구"))
                and len(token.text) > 2
                and token.particle in _ACTING
            ):
                yield from self.organization(number, "organization.local_government")
