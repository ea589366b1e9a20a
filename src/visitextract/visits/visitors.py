"""Who goes: the person that a visit word belongs to. Offsets: normalised text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from visitextract.article import Zone
from visitextract.entities import Cast, Ref
from visitextract.lexicon import words
from visitextract.places import PlaceFact
from visitextract.sentences import Sentence
from visitextract.times import Time

_SUBJECT = frozenset(("은", "는", "이", "가", "께서", "께서는", "도", "측은", "측이"))
# 방문한 저커버그, 방한 중인 총리: the verb form that hangs on the noun behind it.
_RELATIVE_NOUN = regex.compile(r"(?:길에 오른|길에 나선| ?(?:\d+일 ?차|첫날|이틀째|사흘째|나흘째|닷새째|마지막 날)(?:인|(?:을|를) 맞은|에 접어든)|에 나선|에 나서는|했던|하던|한|하는|할| 중인|중인|차 온) ")
_RELATIVE_VERB = regex.compile(r"(?:은|던|는|을|았던|른|렀던|를|아간|아온|난|날|나는|한|할|했던|하는) ")
# What such a clause may hang on when its subject stands inside it: 방문한 뒤, 찾은 자리에서, 방문했다는 소식.
_DEPENDENT = regex.compile(
    r"(?:것|건|게|곳|뒤|후|자리|바|가운데|상황|적|이유|배경|때|이후|다음|데|직후|동안|만큼|점|소식|사실|모습|일정|일(?=[은이을 ])|당시|목적|계기|취지|계획|예정|방침|듯|전(?=[에 ])|중"
    r"|것|입장|보도|관측|주장|설명|전망|내용|의미|얘기|말(?=[을이도])|설(?=[이을])|날|첫|지 |셈|김에|도중|사진|장면|이래|바람에|경위|의혹|의도|목표|구상|의사|의향|뜻|방안|가능성|일정|경우|최초|마지막|이번|유일|외국|해외|전용기|공군|항공|비행기|여객기|열차|기차|차량|차 |배[에를 ])"
)
_GAP = regex.compile(
    r"(?:[\s,·'\"‘’“”()…]|이번|첫|취임 후|올해|새해|내년|오는|지난|당시|일정|기간|차|초|예정된|추진 중인|\d+년 만의|\d+박 ?\d+일|간의|의|에|부터|까지|을|를"
    + "".join("|" + regex.escape(word) for word in sorted(words("visit_words", "manner"), key=len, reverse=True))
    + ")*"
)
_CHAIN = regex.compile(r"(?:와|과|및|,|·|/|\s|그리고|(?:을|를) (?:비롯해|포함해|포함한|비롯한))+")
_ET_CETERA = regex.compile(r"\s?등(?: [\p{L}\d·]+){0,6}?(?:이|가|은|는|도)(?= )")
_CROWD = regex.compile(
    r"(?:" + "|".join(sorted(map(regex.escape, words("visit_words", "crowd")), key=len, reverse=True)) + r"|\d+여?명)(?: 등)?(?:이|가|은|는|도|들이|들은)(?= )"
)
_OFFICE = regex.compile(
    r"(?P<title>" + "|".join(sorted(map(regex.escape, (w for w in words("titles") if len(w) >= 2)), key=len, reverse=True)) + r")(?:들)?(?:이|가|은|는)(?= )"
)
_ALSO = regex.compile(r" ?(?:역시|또한|부부|내외|일행)(?:은|는|이|가|도)?(?= )")
_SPOKEN_FOR = regex.compile(r"대변인|수석|비서관|관계자|특파원|당국자|실장|보좌관")
_DATIVE = frozenset(("에게", "께", "에", "을", "를", "에게도"))
_ADNOMINAL = regex.compile(r"[가-힣](?:는|은|한|던|된|을|인) $")


@dataclass(frozen=True, slots=True)
class Stage:
    """What the search for a visitor may look at."""

    text: str
    sentences: Sequence[Sentence]
    times: Sequence[Time]
    places: Sequence[PlaceFact]
    cast: Cast

    def persons(self, start: int, end: int) -> tuple[Ref, ...]:
        """Persons whose noun phrase lies in ``start:end``."""
        return tuple(ref for ref in self.cast.between(start, end) if ref.kind == "person" and ref.keys)


def scope(sentence: Sentence, at: int) -> tuple[int, int]:
    """The innermost quotation around ``at``, else the sentence."""
    around = [quote for quote in sentence.quotes if quote.start <= at < quote.end and quote.double]
    return (around[-1].start, around[-1].end) if around else (sentence.start, sentence.end)


def _relative(text: str, at: int) -> regex.Match[str] | None:
    """The adnominal ending behind a visit word that ends at ``at``: a verb's stem (찾, 들, 향, 떠) or an action noun (방문, 방한)."""
    return (_RELATIVE_VERB if text[at - 1] in "찾들향떠" else _RELATIVE_NOUN).match(text, at)


def relative_head(stage: Stage, sentence: Sentence, at: int) -> tuple[Ref, ...]:
    """The person behind a relative clause whose verb form starts at ``at``: 한국을 방문한 [마크 …]."""
    match = _relative(stage.text, at)
    if not match and sentence.zone in (Zone.TITLE, Zone.SUBTITLE):
        match = regex.compile(r"['\"’”)\]]? ").match(stage.text, at)  # '방한' 스미스 회장
        if match and not any(ref.np_start == match.end() for ref in stage.persons(match.end(), sentence.end)):
            match = None
    if not match:
        return ()
    for ref in stage.persons(match.end(), sentence.end):
        gap = stage.text[match.end() : ref.np_start]
        if gap and _DEPENDENT.match(gap):
            break
        if ref.np_start - match.end() <= 20 and not regex.search(r"[,.]|(?:은|는|이|가|을|를|에서|에게|와|과|고|며|의) ", gap):
            return coordinated(stage, sentence, ref, forward=True)
        break
    return ()


def hangs_on_stranger(stage: Stage, at: int) -> bool:
    """Whether the visit words are a clause on a noun that is itself who goes, and no person of the article: 한국에 도착한 난민."""
    match = _relative(stage.text, at) or regex.compile(r"(?:했|한|할 거라|왔|갔)다(?:는|던) |(?:했|왔)단 ").match(stage.text, at)
    return bool(match) and not _DEPENDENT.match(stage.text, match.end())


def neighbour(stage: Stage, sentence: Sentence, at: int) -> tuple[Ref, ...]:
    """The person right before the visit's words: X의 [중국 국빈] 방문, X 방중, and X, … in headlines."""
    headline = sentence.zone in (Zone.TITLE, Zone.SUBTITLE)
    start, _ = scope(sentence, at)
    for ref in reversed(stage.persons(max(start, at - 60), at)):
        if ref.particle not in ("", "의", "이", "가"):
            break
        gap = _blank(stage, ref.np_end + len(ref.particle), at)
        if not headline and "," in gap:
            break
        if _GAP.fullmatch(gap):
            return coordinated(stage, sentence, ref)
        break
    return ()


def headlined(stage: Stage, sentence: Sentence, at: int) -> tuple[Ref, ...]:
    """The person that a headline is about: the last one before ``at`` with a comma behind the name."""
    for ref in reversed(stage.persons(sentence.start, at)):
        if stage.text[ref.np_end : ref.np_end + 1] == "," or ref.np_start == sentence.start:
            return coordinated(stage, sentence, ref)
    return ()


def _blank(stage: Stage, start: int, end: int) -> str:
    """The text between, without its times and places."""
    gap = list(stage.text[start:end])
    ranges = [(time.start, time.end) for time in stage.times] + [(place.start, place.end) for place in stage.places]
    for place in stage.places:
        if place.address and start <= place.start < end:
            ranges.append((place.start - len(place.address) - 1, place.start))
    for left, right in ranges:
        if left < end and right > start:
            for i in range(max(left, start) - start, min(right, end) - start):
                gap[i] = " "
    return "".join(gap)


def subject(stage: Stage, sentence: Sentence, at: int, phrase: int) -> tuple[Ref, ...] | None:
    """The subject before ``at``; empty when there is none, None when it is somebody else than a known person.

    ``phrase`` is where the destination's noun phrase starts.
    """
    start, _ = scope(sentence, at)
    inner = [q for q in sentence.quotes if q.outer_start >= start and q.outer_end <= at and q.double]
    outside = lambda p: not any(q.outer_start <= p < q.outer_end for q in inner)  # noqa: E731
    crowd = max((m.end() for m in _CROWD.finditer(stage.text, start, at) if outside(m.start())), default=-1)
    best: Ref | None = None
    for ref in stage.cast.between(start, at):
        if not outside(ref.np_start) or not (ref.particle in _SUBJECT or (not ref.particle and _ALSO.match(stage.text, ref.np_end))):
            continue
        if ref.kind == "person" and ref.keys:
            skipped = best and ref.particle in ("이", "가") and _ADNOMINAL.search(stage.text[ref.np_end : phrase]) and phrase - ref.np_end < 25
            best = best if skipped else ref
        elif ref.kind in ("organization", "group") and ref.particle in ("은", "는", "이", "가") and not ref.in_role:
            if best is None or ref.particle in ("이", "가"):
                crowd = max(crowd, ref.np_end)
    crowd = max(crowd, _unnamed_office(stage, start, at))
    listed = _listed(stage, sentence, start, at)
    if listed and (best is None or listed[-1].np_end > best.np_end):
        return listed
    if best is None:
        return None if crowd >= 0 else ()
    if crowd > best.np_end and not (best.particle in ("은", "는") and regex.search(r"(?:와|과|함께|만나|에게)", stage.text[crowd:at])):
        return None
    return coordinated(stage, sentence, best)


def _unnamed_office(stage: Stage, start: int, at: int) -> int:
    """Where the last subject ends that is an office whose holder the article does not name (야당 대표가), or -1."""
    known = [(ref.np_start, ref.np_end) for ref in stage.cast.between(start, at)]
    ends = [match.end() for match in _OFFICE.finditer(stage.text, start, at) if not any(a < match.end("title") <= b for a, b in known)]
    return max(ends, default=-1)


def _listed(stage: Stage, sentence: Sentence, start: int, at: int) -> tuple[Ref, ...]:
    """A 회장, B 사장 등 … 100여 명이: the listed persons."""
    for ref in reversed(stage.persons(start, at)):
        match = _ET_CETERA.match(stage.text, ref.np_end, at)
        if match:
            return coordinated(stage, sentence, ref)
    return ()


def coordinated(stage: Stage, sentence: Sentence, ref: Ref, forward: bool = False) -> tuple[Ref, ...]:
    """``ref`` and the persons joined to it by 와, 과, commas or middle dots before it (or behind it)."""
    group = [ref]
    persons = stage.persons(sentence.start, sentence.end)
    others: Iterable[Ref] = (r for r in persons if r.np_start >= ref.np_end) if forward else reversed([r for r in persons if r.np_end <= ref.np_start])
    if forward:
        return tuple(group)
    for other in others:
        gap = stage.text[other.np_end : group[-1].np_start]
        if not _CHAIN.fullmatch(gap) or gap.isspace() or not gap:
            break
        group.append(other)
    return tuple(reversed(group))


def asked(stage: Stage, sentence: Sentence, at: int) -> tuple[Ref, ...]:
    """Whom a visit is asked of: X에게 방문해 달라고 요청했다."""
    start, _ = scope(sentence, at)
    for ref in reversed(stage.persons(start, at)):
        if ref.particle in _DATIVE:
            return (ref,)
    return ()


def speaker_before(stage: Stage, sentence: Sentence, at: int) -> tuple[Ref, ...]:
    """Who says, before the quotation around ``at``, that he himself goes; nobody where a spokesman speaks."""
    start, _ = scope(sentence, at)
    for ref in reversed(stage.persons(sentence.start, start)):
        if ref.particle in _SUBJECT:
            return () if _SPOKEN_FOR.search(stage.text[ref.np_start : ref.np_end]) else (ref,)
    return ()


def topic_before(stage: Stage, sentence: Sentence) -> tuple[Ref, ...]:
    """The person that the sentences before talk about, for a sentence without a subject."""
    for other in reversed(stage.sentences[max(0, sentence.index - 8) : sentence.index]):
        if other.zone != sentence.zone or sentence.paragraph - other.paragraph > 3:
            return ()
        subjects = [
            ref
            for ref in stage.cast.between(other.start, other.end)
            if ref.particle in ("은", "는", "이", "가", "께서")
            and not ref.in_role
            and ref.kind != "group"
            and not any(quote.start <= ref.start < quote.end for quote in other.quotes)
        ]
        topics = [ref for ref in subjects if ref.particle in ("은", "는")] or subjects
        if topics:
            return (topics[0],) if topics[0].kind == "person" else ()
    return ()
