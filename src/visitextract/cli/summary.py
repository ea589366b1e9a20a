"""One extraction, or its explanation, as a page that people read in a terminal: English labels, Korean values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from visitextract import records as r
from visitextract.explain import Account, Explanation
from visitextract.explain.uncoded import Uncoded
from visitextract.patterns import lazily
from visitextract.rules.rule import Rule

_DURATION = lazily(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNITS = ("years", "months", "weeks", "days", "h", "min", "s")
_WIDEST = 100


def summary(extraction: r.Extraction) -> str:
    """Title, people, organizations, meetings, visits and statements of one article."""
    return "\n".join(_page(extraction)) + "\n"


def _page(extraction: r.Extraction) -> Iterator[str]:
    article = extraction.article
    yield article.title or "(no headline found)"
    published = _date(article.published) if article.published else "no date"
    yield " · ".join(filter(None, (article.outlet, published, ", ".join(article.authors), article.url)))
    yield from _section("WHO", [line for person in extraction.persons for line in _person(person)])
    yield from _section("ORGANIZATIONS", [_organization(item) for item in extraction.organizations])
    order = list(r.MeetingStatus)
    meetings = sorted(extraction.meetings, key=lambda meeting: order.index(meeting.status))
    yield from _section("MEETINGS", [line for meeting in meetings for line in _meeting(meeting)])
    visits = sorted(extraction.visits, key=lambda visit: order.index(visit.status))
    yield from _section("VISITS", [line for visit in visits for line in _visit(visit)])
    yield from _section("STATEMENTS", [line for statement in extraction.statements for line in _statement(statement)])


def _section(name: str, lines: list[str]) -> Iterator[str]:
    yield ""
    yield name if lines else f"{name}: none found"
    yield from (f"  {line}" for line in lines)


def _person(person: r.Person) -> Iterator[str]:
    roles = "; ".join(_role(role) for role in person.roles)
    also = f"   (also {', '.join(person.aliases)})" if person.aliases else ""
    yield f"{person.name}{': ' if roles else ''}{roles}{also}"


def _role(role: r.Role) -> str:
    abbreviation = f"({role.abbreviation})" if role.abbreviation else ""
    employer = f"{role.organization.name} " if role.organization else ""
    return f"{'former ' if role.former else ''}{employer}{role.title}{abbreviation}"


def _organization(item: r.Organization) -> str:
    also = f"   (also {', '.join(item.aliases)})" if item.aliases else ""
    return f"{item.name}{f' [{item.kind}]' if item.kind else ''}{also}"


def _meeting(meeting: r.Meeting) -> Iterator[str]:
    details = filter(None, (_when(meeting.when), length(meeting.duration), _place(meeting.place)))
    yield " · ".join((f"{meeting.status.upper()} {meeting.kind.replace('_', ' ')}", *details))
    yield f"    {', '.join(party.name for party in meeting.participants) or '(nobody named)'}"
    if meeting.topics:
        yield f"    about {', '.join(meeting.topics)}"
    yield from _evidence(meeting.evidence)


def _visit(visit: r.Visit) -> Iterator[str]:
    origin = f"from {visit.origin.name} " if visit.origin else ""
    details = filter(None, (_when(visit.when), length(visit.duration)))
    yield " · ".join((f"{visit.status.upper()} {visit.visitor.name} {origin}to {_place(visit.destination)}", *details))
    yield from _evidence(visit.evidence)


def _statement(statement: r.Statement) -> Iterator[str]:
    speaker = statement.speaker.name if statement.speaker else "(speaker not given)"
    details = ", ".join(filter(None, (statement.verb, _when(statement.when), statement.occasion)))
    marks = "“”" if statement.kind is r.StatementKind.DIRECT else ("", "")
    yield f"{speaker}: {marks[0]}{one_line(statement.text)}{marks[1]}{f'   ({details})' if details else ''}"


def _evidence(spans: tuple[r.Span, ...]) -> Iterator[str]:
    yield from (f"    > {one_line(span.text)}" for span in spans)


def _place(place: r.Place | None) -> str:
    return ", ".join(filter(None, (place.name, place.address))) if place else ""


def _when(when: r.When | None) -> str:
    if when is None or when.start is None:
        return ""
    until = f" to {_date(when.end)}" if when.end else ""
    return f"{'about ' if when.approximate else ''}{_date(when.start)}{until}"


def _date(iso: str) -> str:
    """A date and clock time without seconds; the zone only where it is not Korea's."""
    zone = iso[19:].removeprefix("+09:00")
    return iso[:16].replace("T", " ") + (f" {zone}" if zone else "")


def length(duration: str | None) -> str:
    """An ISO 8601 duration in words.

    >>> length("PT1H40M")
    '1 h 40 min'
    """
    match = _DURATION.fullmatch(duration or "")
    return " ".join(f"{number} {unit}" for number, unit in zip(match.groups(), _UNITS, strict=True) if number) if match else ""


def one_line(text: str) -> str:
    """A text on one line, cut where it grows too wide for a terminal."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _WIDEST else f"{flat[: _WIDEST - 1]}…"


def account(explanation: Explanation) -> str:
    """Every record with its reasons, then what was passed over."""
    return "\n".join(_reasons(explanation)) + "\n"


def uncoded_words(found: Sequence[Uncoded]) -> str:
    """The words that led to no record: how often, in how many articles, the usual reason, and examples below."""
    lines: list[str] = []
    for item in found:
        lines.append(f"{item.count:6}  {item.articles:5} articles  {item.sort}  {item.words}  — {item.why[0][0]}")
        lines += [f"{'':16}{example}" for example in item.examples]
    return "\n".join(lines) + "\n" if lines else ""


def _reasons(explanation: Explanation) -> Iterator[str]:
    yield "PAGE"
    yield from (f"  {line.zone:10} {line.rule or '-':32} {one_line(line.words.text)}" for line in explanation.page)
    yield from _section("ARTICLE", list(_account(explanation.article)))
    sections = ("times", "persons", "organizations", "meetings", "visits", "statements")
    for name in sections:
        accounts: tuple[Account, ...] = getattr(explanation, name)
        yield from _section(name.upper(), [line for item in accounts for line in _account(item)])
    lines = [f"“{one_line(item.words.text)}” @{item.words.start} by {item.rule}: {item.why}" for item in explanation.passed_over]
    yield from _section("PASSED OVER", lines)


def _account(item: Account) -> Iterator[str]:
    yield f"{item.record}  {item.summary}"
    for reason in item.reasons:
        note = f"   ({reason.note})" if reason.note else ""
        yield f"    {reason.field}: “{one_line(reason.words.text)}” @{reason.words.start} by {reason.rule or '-'}{note}"


def rule_page(rule: Rule) -> str:
    """A rule as ``visitextract rules ID`` prints it: meaning, pattern and examples."""
    lines = [rule.id, f"  {rule.means}", f"  pattern: {rule.pattern}"]
    lines += [f"  yes: {yes.text}" for yes in rule.yes]
    lines += [f"  no:  {no.text}   ({no.why}{f'; see {no.belongs_to}' if no.belongs_to else ''})" for no in rule.no]
    return "\n".join(lines) + "\n"
