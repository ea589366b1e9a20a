"""Mentions of organizations → entities: forms of one name are one, known names are found wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from visitextract.entities import Entity, Ref
from visitextract.lexicon import load, meanings
from visitextract.lexicon.user import Lexicon
from visitextract.mentions import Mention, Reading
from visitextract.trace import Cue


class Organizations:
    """The organizations of an article: forms of one name are one, known names are found wherever they stand."""

    def __init__(self, mentions: Sequence[Mention], persons: dict[str, int], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.mentions = [m for m in mentions if m.name not in persons]
        self.canonical: dict[str, str] = {}
        names = {m.name for m in self.mentions}
        for mention in self.mentions:
            self.canonical.setdefault(mention.name, self.home(mention.name, names))
            if mention.alias:
                self.canonical[mention.alias] = self.canonical[mention.name]

    def home(self, name: str, names: set[str]) -> str:
        """The name under which a form is recorded: its full form where the article has that too."""
        full = canonical_organization(name, self.lexicon)
        if full != name and (full in names or name in self.lexicon.organization_forms):
            return full
        peers = sorted(n for n in names if canonical_organization(n, self.lexicon) == full and n != name)
        return max([name, *peers], key=lambda n: (len(n), n)) if peers and full != name else name

    def key_of(self, name: str | None) -> str | None:
        """The draft key of an organization's form."""
        home = self.canonical.get(name or "")
        return f"org:{home}" if home else None

    def refs(self, readings: Sequence[Reading], claimed: set[int], named: set[int]) -> Iterator[Ref]:
        """A ref for every mention, and for every further place where a known form stands."""
        seen: set[int] = set()
        for mention in self.mentions:
            inside_person = mention.start in claimed
            if mention.start not in named and mention.start not in seen:
                seen.update(range(mention.start, mention.end))
                yield replace(self.ref(mention), in_role=mention.in_role or inside_person)
        for reading in readings:
            for n, token in enumerate(reading.tokens):
                if (
                    token.text in self.canonical
                    and token.start not in seen
                    and token.start not in claimed
                    and token.tag in "fFuXOkq"
                ):
                    follows = reading.tokens[n + 1].tag if n + 1 < len(reading.tokens) and not token.particle else ""
                    seen.update(range(token.start, token.end))
                    mention = Mention(
                        kind="organization",
                        name=token.text,
                        start=token.start,
                        end=token.end,
                        np_start=token.start,
                        np_end=token.np_end,
                        sentence=reading.sentence,
                        particle=token.particle,
                        in_role=follows in ("T", "G"),
                        rule="organization.name_alone",
                    )
                    yield self.ref(mention)

    def ref(self, mention: Mention) -> Ref:
        """The ref of an organization mention."""
        home = self.canonical[mention.name]
        return replace(reference(mention, "organization", (f"org:{home}",), home), in_role=mention.in_role)

    def entities(self, refs: Sequence[Ref]) -> tuple[tuple[Entity, ...], dict[str, str]]:
        """The entities in order of first mention, and draft key -> key."""
        forms: dict[str, list[str]] = defaultdict(list)
        cues: dict[str, list[Cue]] = defaultdict(list)
        for form, home in self.canonical.items():
            if form != home:
                forms[home].append(form)
        order: list[str] = []
        for ref in refs:
            if ref.kind == "organization":
                home = ref.keys[0].removeprefix("org:")
                cues[home].append(Cue("name", ref.rule, ref.start, ref.end))
                if home not in order:
                    order.append(home)
        entities = []
        for number, home in enumerate(order, 1):
            entities.append(
                Entity(
                    f"organization-{number}",
                    home,
                    tuple(forms[home]),
                    (),
                    self.lexicon.kinds.get(home) or kind_of(home),
                    tuple(cues[home]),
                )
            )
        return tuple(entities), {f"org:{home}": f"organization-{n}" for n, home in enumerate(order, 1)}


@cache
def _kinds() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    known = {entry.surface: entry.kind for entry in reversed(load("organizations"))}
    endings = sorted(load("organization_endings"), key=lambda entry: -len(entry.surface))
    return known, tuple((entry.surface, entry.kind) for entry in endings)


def kind_of(organization: str) -> str | None:
    """The sort of an organization by lexicon, else by its ending, else None.

    >>> kind_of("가나전자")
    'company'
    """
    known, endings = _kinds()
    return known.get(organization) or next((kind for ending, kind in endings if organization.endswith(ending)), None)


def canonical_organization(name: str, lexicon: Lexicon) -> str:
    """The full form of a known short form (국토부 → 국토교통부), else the name itself."""
    return lexicon.organization_forms.get(name) or meanings("organizations").get(name) or name


def reference(mention: Mention, kind: str, keys: tuple[str, ...], name: str) -> Ref:
    """The ref of a mention to the entities with these keys."""
    return Ref(
        mention.start, mention.end, mention.np_start, mention.np_end, mention.sentence, kind, keys, name, mention.particle,
        pronoun=mention.kind == "pronoun", rule=mention.rule,
    )  # fmt: skip
