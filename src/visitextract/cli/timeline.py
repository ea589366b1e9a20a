"""A dossier as a page that people read in a terminal: what happened when, who says so, and where sources differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from visitextract.cli.summary import length
from visitextract.dossier import Claim, Conflict, Dossier, ResolvedMeeting, ResolvedVisit, Source, StatusChange

_MANY = 12  # people listed; the document holds them all


def timeline(dossier: Dossier) -> str:
    """Sources, people, visits with their stops, meetings with their history, conflicts."""
    return "\n".join(_page(dossier)) + "\n"


def _page(dossier: Dossier) -> Iterator[str]:
    origins = {article.origin for article in dossier.articles}
    yield f"{_count(len(dossier.articles), 'article')} from {_count(len(origins), 'independent source')}"
    for number, article in enumerate(dossier.articles, 1):
        about = article.extraction.article
        reprint = f" (prints {article.origin})" if article.origin != article.id else ""
        facts = (_date(about.published) if about.published else "no date", about.outlet, about.title)
        yield f"  [{number}] {' · '.join(filter(None, facts))}{reprint}"
    numbers = {article.id: number for number, article in enumerate(dossier.articles, 1)}
    marks = _Marks(numbers)
    yield from _section("WHO", [_person(person.name, person.agreement) for person in dossier.persons[:_MANY]])
    if len(dossier.persons) > _MANY:
        yield f"  and {len(dossier.persons) - _MANY} more"
    stops = {stop.record for visit in dossier.visits for stop in visit.stops}
    meetings = {meeting.id: meeting for meeting in dossier.meetings}
    visits = [line for visit in dossier.visits if visit.id not in stops for line in _visit(visit, dossier, meetings, marks)]
    yield from _section("VISITS", visits)
    others = [line for meeting in dossier.meetings if meeting.id not in stops for line in _meeting(meeting, marks, "")]
    yield from _section("OTHER MEETINGS" if stops else "MEETINGS", others)
    names = {item.id: _name(item) for item in dossier.visits} | {item.id: _name(item) for item in dossier.meetings}
    yield from _section("CONFLICTS", [line for item in dossier.conflicts for line in _conflict(item, names, marks)])


class _Marks:
    """The numbers of the articles that say something: ``[1, 3]``."""

    def __init__(self, numbers: dict[str, int]) -> None:
        self._numbers = numbers

    def of(self, sources: Sequence[Source]) -> str:
        return f"[{', '.join(str(number) for number in sorted({self._numbers[source.article] for source in sources}))}]"


def _section(name: str, lines: Sequence[str]) -> Iterator[str]:
    yield ""
    yield name if lines else f"{name}: none"
    yield from (f"  {line}" for line in lines)


def _person(name: str, agreement: int) -> str:
    return f"{name} ({_count(agreement, 'source')})"


def _visit(visit: ResolvedVisit, dossier: Dossier, meetings: dict[str, ResolvedMeeting], marks: _Marks) -> Iterator[str]:
    until = f" to {_date(visit.end[0].value)}" if visit.end else ""
    when = _best(visit.start, _date) + until
    details = filter(None, (when, f"{visit.status.upper()} {_name(visit)}", _best(visit.duration, length)))
    yield f"{' · '.join(details)}  {marks.of(visit.sources)}"
    yield from _history(visit.history, marks, "    ")
    sites = {site.id: site for site in dossier.visits}
    for stop in visit.stops:
        meeting = meetings.get(stop.record)
        if meeting is not None:
            yield from _meeting(meeting, marks, "    ")
        else:
            site = sites[stop.record]
            yield f"    {_date(stop.start or '')} · {site.status.upper()} visit to {stop.place}  {marks.of(site.sources)}"


def _meeting(meeting: ResolvedMeeting, marks: _Marks, indent: str) -> Iterator[str]:
    kind = f"{meeting.status.upper()} {meeting.kind.replace('_', ' ')}"
    details = filter(None, (_best(meeting.start, _date), kind, _best(meeting.duration, length), _best(meeting.place, str)))
    yield f"{indent}{' · '.join(details)}  {marks.of(meeting.sources)}"
    yield f"{indent}    {', '.join(party.name for party in meeting.participants) or '(nobody named)'}"
    yield from _history(meeting.history, marks, f"{indent}    ")


def _history(history: Sequence[StatusChange], marks: _Marks, indent: str) -> Iterator[str]:
    """A line only where something changed."""
    if len(history) > 1:
        told = (f"{change.status} {_date(change.published or '') or 'undated'} {marks.of(change.sources)}" for change in history)
        yield f"{indent}told as {' → '.join(told)}"


def _conflict(conflict: Conflict, names: dict[str, str], marks: _Marks) -> Iterator[str]:
    yield f"{conflict.field} of {names[conflict.record]}"
    shown: dict[str, Callable[[str], str]] = {"start": _date, "end": _date, "duration": length}
    show = shown.get(conflict.field, str)
    for side in conflict.sides:
        about = "about " if side.approximate else ""
        yield f"    {about}{show(side.value)}: {_count(side.agreement, 'source')} {marks.of(side.sources)}"


def _name(item: ResolvedVisit | ResolvedMeeting) -> str:
    if isinstance(item, ResolvedVisit):
        return f"{item.visitor.name} to {item.destination[0].value}"
    return f"{item.kind.replace('_', ' ')} of {', '.join(party.name for party in item.participants[:3]) or '(nobody named)'}"


def _best(claims: Sequence[Claim[str]], show: Callable[[str], str]) -> str:
    return show(claims[0].value) if claims else ""


def _date(iso: str) -> str:
    """A date and clock time without seconds; the zone only where it is not Korea's."""
    zone = iso[19:].removeprefix("+09:00")
    return iso[:16].replace("T", " ") + (f" {zone}" if zone else "")


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
