"""Sentences → ``Time`` facts in reading order: the stage's one straight walk over the article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from visitextract.article import Zone
from visitextract.korean.tense import Tense, first_and_last, tense_cues
from visitextract.lexicon import words
from visitextract.patterns import lazily
from visitextract.sentences import Quote, Sentence
from visitextract.times.anchors import Told
from visitextract.times.clocks import clock_times, duration_of
from visitextract.times.dates import reach
from visitextract.times.facts import Time
from visitextract.times.phrases import Phrase, Point, Token, find_tokens, join
from visitextract.times.scene import UNRESOLVED, Reach, Scene
from visitextract.times.zones import SEOUL, local, named_clock, zone_near

_HEADLINE = frozenset({Zone.TITLE, Zone.SUBTITLE})
_BACKGROUND = lazily(r"(?:앞서|당시|그동안|이전에|과거)")
_SINCE = lazily(r".{0,15}?(?:이후|이래)")  # 7월 25일 재임한 이후로는: a day that only bounds
_SAID = lazily(r"(?:밝|말|전|보도|발표|강조|주장|비판|설명|덧붙|알려|나타|집계)[했혔졌났였됐]")
_REPORTED = lazily(r"[^.]{0,40}?(?:따르면|종합하면)")  # 28일 취재를 종합하면: the day of the report, not of the event
# A word right in front of 당시 or 3일 전 that says of what (회담 당시), unless it is the sentence's topic or a clause.
_WORD_BEFORE = lazily(r"([가-힣A-Za-z\d]+) (?:약 ?)?$")
_CLAUSE_END = lazily(
    r"(?:[은는도를을에의며면만데때와과]|에서|에게|[하되이있]고|[았었했였됐]고|지만|이미|불과|바로|겨우|다만|현재|앞서|특히|역시|매우|또|이어|한편|반면|물론|실제로|실제|가|이)$"
)
_DEADLINE = lazily(r"까지 .{0,40}?[가-힣]야 (?:한|합|하|할|된|됩)")  # 28일까지 마쳐야 한다
_BRACKET = lazily(r" ?\([^()\n]{1,20}\)")
_NAME = lazily(r"\L<surnames>[가-힣]{2}", surnames=sorted(words("surnames")))
_TITLE_BEHIND = lazily(r" (?:[가-힣A-Za-z]{1,10} )?[가-힣]{0,8}?\L<titles>(?![가-힣]{2})", titles=sorted(words("titles")))
_FROM = lazily(r"(?:로부터|부터|기준)$")


def resolve_times(text: str, sentences: Sequence[Sentence], reference: str | None, zone: str = SEOUL) -> tuple[Time, ...]:
    """Every date, clock time, period and duration of ``sentences``, in reading order.

    Relative expressions count from ``reference`` (the publication day, ``YYYY-MM-DD``) or from the events already told; where
    neither is known they come back with ``date`` None and ``anchor`` ``unresolved``. Clock times are of ``zone`` unless the text
    says whose they are.
    """
    published = date.fromisoformat(reference) if reference else None
    if published is not None and not 1000 <= published.year <= 2900:
        published = None  # no newspaper is of that year, and counting from it would leave the calendar
    told = Told(published)
    tokens = find_tokens(text, sentences)
    return tuple(
        time
        for sentence in sentences
        if sentence.index in tokens
        for time in _SentenceReader(text, sentence, told, zone).times(tokens[sentence.index])
    )


class _SentenceReader:
    """Reads the expressions of one sentence and tells ``told`` of them."""

    def __init__(self, text: str, sentence: Sentence, told: Told, zone: str) -> None:
        self.text, self.sentence, self.told, self.zone = text, sentence, told, zone
        self.local = False
        self.half: str | None = None
        self.quotes = [quote for quote in sentence.quotes if quote.depth == 0]
        self.cues = tense_cues(text, sentence.start, sentence.end)
        self.plain_cues = [cue for cue in self.cues if self._quote(cue[0]) is None]

    def times(self, tokens: Sequence[Token]) -> Iterator[Time]:
        """The ``Time`` of every expression that stands for one."""
        for item in join(self.text, tokens):
            if isinstance(item, Token):
                self.half = item.fields["half"]
            elif item.duration is not None:
                length, about = duration_of(item.duration.fields)
                if length:
                    yield Time(
                        item.start, item.end, self.sentence.index, duration=length, approximate=about, rule=item.duration.rule
                    )
            else:
                time = self._time(item)
                if time is not None:
                    yield time

    def _time(self, phrase: Phrase) -> Time | None:
        first = phrase.first
        assert first is not None
        scene = self._scene(phrase)
        if _NAME.fullmatch(scene.noun) and _TITLE_BEHIND.match(self.text, phrase.end):
            return None  # 홍길동 당시 장관: whose office it was, not when
        begin = self._reach(first, scene)
        end: Reach | None = None
        if phrase.last is not None and phrase.last.dates:
            end = self._reach(phrase.last, replace(scene, after=begin.day if begin else None))
        if begin is None and first.dates:
            return None
        begin = begin or self._day_of_clock(scene)
        clock, clock_until, near = self._clocks(phrase, begin)
        whose = self._whose_clock(phrase, begin)
        if not first.dates and clock is None:
            return None
        until = (end.until or end.start) if end else begin.until
        if until is not None and begin.start is not None and until <= begin.start and len(until) == len(begin.start):
            until = None
        named = first.dates[-1] if first.dates else first.clock
        assert named is not None
        if first.dates and not scene.quoted and self.sentence.zone is not Zone.CAPTION:
            self._remember(first, begin, until, scene)
        day = _counted_on(begin.start, clock)
        last = _counted_on(until or begin.start, clock_until)
        return Time(
            phrase.start,
            phrase.end,
            self.sentence.index,
            day,
            last if last != (until or begin.start) and last != day else until,
            _written(clock),
            _written(clock_until),
            approximate=begin.approximate or near or (end.approximate if end else False),
            anchor=begin.anchor,
            rule=named.rule,
            zone=whose,
        )

    def _scene(self, phrase: Phrase) -> Scene:
        """The surroundings of a phrase: tenses of its own quotation, or of the sentence outside its quotations."""
        quote = self._quote(phrase.start)
        if quote is not None:
            first, last = first_and_last(self.cues, phrase.end, quote.end)
        else:
            first, last = first_and_last(self.plain_cues, phrase.end, self.sentence.end)
        if self.text[phrase.start - 1 : phrase.start] == "(":
            first = last = None  # in brackets: the predicate behind says nothing of it
        if first is None and _DEADLINE.match(self.text, phrase.end, self.sentence.end):
            first = last = Tense.FUTURE
        noun = self._noun_before(phrase)
        past = self.told.told_of(self.text, noun, self.sentence.index, phrase.start - len(noun) - 1) if noun else None
        return Scene(self.told, self.sentence.index, first, last, quote is not None, noun=noun, past_of_noun=past)

    def _noun_before(self, phrase: Phrase) -> str:
        """The noun right in front of a phrase that counts from an event, or an empty string."""
        assert phrase.first is not None
        if not phrase.first.dates or phrase.first.dates[0].kind not in {"then", "shift", "event_day"}:
            return ""
        before = _WORD_BEFORE.search(self.text[max(self.sentence.start, phrase.start - 20) : phrase.start])
        if before is None or (_CLAUSE_END.search(before[1]) and not _FROM.search(before[1])):
            return ""
        return str(before[1])

    def _quote(self, position: int) -> Quote | None:
        place = bisect_right(self.quotes, position, key=lambda quote: quote.start) - 1
        return self.quotes[place] if place >= 0 and position < self.quotes[place].end else None

    def _reach(self, point: Point, scene: Scene) -> Reach | None:
        """The days of a point; of two dates in apposition the second names the day, the first says near which."""
        if not point.dates:
            return None
        found = reach(point.dates[0], scene)
        if len(point.dates) == 1:
            return found
        exact = point.dates[1]
        near = found.day if found else None
        if near is not None and not {"month", "month_word", "year"} & exact.fields.keys():
            scene = replace(scene, told=Told(near), first=None, last=None)
            exact = replace(exact, fields={name: value for name, value in exact.fields.items() if name != "direction"})
        if near is None and found and found.start and len(found.start) == 7 and "month" in point.dates[0].fields:
            scene = replace(scene, after=date.fromisoformat(found.start + "-01"))  # 2025년 12월(1~25일)
        named = reach(exact, scene) or UNRESOLVED
        return replace(named, anchor=found.anchor) if found and named.start == found.start else named

    def _whose_clock(self, phrase: Phrase, begin: Reach) -> str | None:
        """The zone of a phrase; None where it is the local one of a place that nobody names.

        현지시간 holds for the rest of its sentence, and for its day where later sentences come back to that (이날 오후 3시).
        """
        told, first = self.told, phrase.first
        assert first is not None
        bracket = _BRACKET.match(self.text, phrase.end, self.sentence.end)
        end = bracket.end() if bracket else phrase.end
        named = named_clock(self.text, phrase.start, end)
        if named:
            return named
        self.local = self.local or local(self.text, phrase.start, end)
        if self.local:
            told.zone = zone_near(self.text, phrase.start, end, self.sentence.start, self.sentence.end) or told.zone
            if begin.start:
                told.zones[begin.start] = told.zone
            return told.zone
        if begin.start and (not first.dates or first.dates[0].kind == "event_day"):
            return told.zones.get(begin.start, self.zone)
        return self.zone

    def _clocks(self, phrase: Phrase, begin: Reach) -> tuple[int | None, int | None, bool]:
        """Clock times of both ends in minutes, and whether they are inexact."""
        first, last = phrase.first, phrase.last
        assert first is not None
        self.half = first.half or self.half
        clock = until = None
        near = False
        for point in (first, last):
            if point is None or point.clock is None:
                continue
            told = self.told
            fresh = told.clock if self.sentence.index - told.clock_sentence <= 2 and told.clock_day == begin.start else None
            start, end = clock_times(point.clock.fields, point.half or self.half, fresh)
            near = near or "near" in point.clock.fields
            if start is not None:
                told.clock, told.clock_day, told.clock_sentence = start, begin.start, self.sentence.index
            clock, until = (start, end) if point is first else (clock, start if end is None else end)
        return clock, until, near

    def _day_of_clock(self, scene: Scene) -> Reach:
        """A clock time without a date is one of the running events' day."""
        day, anchor = self.told.event_day(self.sentence.index, same=True, not_after=scene.not_after)
        return Reach(day.isoformat() if day else None, None, anchor)

    def _remember(self, point: Point, found: Reach, until: str | None, scene: Scene) -> None:
        """Tell ``told`` what later expressions may count from."""
        told, here = self.told, self.sentence.index
        if found.start is None or point.dates[0].kind == "then":
            return
        told.last, told.last_sentence = found.start, here
        told.log.append((found.start, point.end))
        day = found.day
        if day is not None and until is not None and len(until) == 10:
            told.ranges.append((day, date.fromisoformat(until), here))
        elif day is not None:
            told.numbers[day.day] = (day, here)
            if _SINCE.match(self.text, point.end, self.sentence.end) and told.day is not None:
                return
            told.day, told.day_sentence = day, here
            told.relative = point.dates[-1].kind == "event_day" and day != told.main
            if self._is_event(point, day, scene):
                reported = _REPORTED.match(self.text, point.end, self.sentence.end) is not None
                if (told.lead is None or day >= told.lead) and (reported or self._is_report(point, day)):
                    told.lead = day
                    told.lead_sentence = here if reported else -9
                if told.main is None or day >= told.main:
                    told.main = day
            elif told.lead_sentence == here and (told.reference is None or day <= told.reference):
                told.main = day  # 28일 취재를 종합하면 지난 5일 방문했다: the article goes on about the 5th
        if day is None or (day != told.main and (told.reference is None or day < told.reference)):
            told.past, told.past_sentence = found.start, here

    def _is_report(self, point: Point, day: date) -> bool:
        """Whether a running day is the one on which the article was written: 전날 counts from it."""
        words = self.text[point.start : point.end]
        said = _SAID.search(self.text, max(point.end, self.sentence.end - 30), self.sentence.end)
        return day == self.told.reference or "시간)" in words or "시각)" in words or said is not None

    def _is_event(self, point: Point, day: date, scene: Scene) -> bool:
        """Whether a day is one of the running events: told plainly, near publication, and not as background."""
        named = point.dates[-1]
        reference = self.told.reference
        if self.sentence.zone in _HEADLINE:
            return False
        if named.kind not in {"date", "today"} or "direction" in named.fields or "month_word" in named.fields:
            return False
        if reference is not None and not (scene.first is not Tense.FUTURE and 0 <= (reference - day).days <= 2):
            return False
        return not _BACKGROUND.search(self.text, self.sentence.start, point.start)


def _written(minutes: int | None) -> str | None:
    return None if minutes is None else f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _counted_on(day: str | None, minutes: int | None) -> str | None:
    """The day after, where the clock has passed its midnight."""
    if day is None or len(day) < 10 or minutes is None or minutes < 24 * 60:
        return day
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
