"""Who says a quotation that stands as a sentence of its own: a lead, an aside, an answer of an interview.

Such words have no verb. They belong to the one whom the next sentence names where they open a paragraph, to the one whom the
sentence before names where they do not, and after a question to the one who is interviewed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from visitextract.article import Zone
from visitextract.entities import PartyFact
from visitextract.lexicon import words
from visitextract.patterns import lazily
from visitextract.rules.statements import sources
from visitextract.statements.facts import StatementFact
from visitextract.statements.frames import Frame
from visitextract.statements.speakers import Speaker
from visitextract.statements.subjects import Subject, party
from visitextract.statements.unnamed import COUNTRY_ID, UNLISTED_ID, is_one_person
from visitextract.statements.verdicts import ALONE_ID, QUESTION
from visitextract.trace import Cue

AHEAD, BEHIND, INTERVIEWED = (f"statement.speaker.{name}" for name in ("named_next", "named_before", "interviewed"))

_TELLER = lazily(r"(?<![가-힣A-Za-z])(?P<who>[가-힣A-Za-z]{2,8}?)(?:께서|(?<![없같많높깊길])[이가은는])\s(?:[가-힣]{1,6}\s)?\Z")
_INTERVIEW = lazily(r"인터뷰|일문일답")
_REACH = 120  # how far into the next sentence its subject may stand


def with_standing_speakers(facts: Sequence[StatementFact], told: Sequence[Frame]) -> list[StatementFact]:
    """The statements, with speakers for those that stand alone as far as the sentences around them name one."""
    frames = {frame.sentence: frame for frame in told if frame.depth == 0}
    found: list[StatementFact] = []
    for fact in facts:
        speaker = _speaker(fact, frames, facts) if _alone(fact) else None
        if speaker is None or speaker.party is None:
            found.append(fact)
            continue
        where = (speaker.start, speaker.end) if speaker.start >= 0 else (fact.start, fact.end)
        cues = (*(cue for cue in fact.cues if cue.field != "speaker"), Cue("speaker", speaker.rule, *where))
        found.append(replace(fact, speaker=speaker.party, cues=cues))
    return found


def _alone(fact: StatementFact) -> bool:
    return fact.speaker is None and any(cue.field == "kind" and cue.rule == ALONE_ID for cue in fact.cues)


def _speaker(fact: StatementFact, frames: dict[int, Frame], facts: Sequence[StatementFact]) -> Speaker | None:
    frame = frames[fact.sentence]
    if QUESTION.search(frame.masked, max(0, frame.start - 130), frame.start):
        return _interviewed(facts, frames)
    opens = frame.start == 0 or frame.masked[frame.start - 1] != " "
    ahead, behind = _ahead(fact, frames), _behind(fact, frames, facts)
    if said := sources.SAID_BEFORE.compiled.search(frame.masked, max(0, frame.start - 80), frame.start):
        return behind or _teller(frame, said.start())
    return (ahead or behind) if opens else (behind or ahead)


def _interviewed(facts: Sequence[StatementFact], frames: dict[int, Frame]) -> Speaker | None:
    """The person named where the article calls itself an interview, else the one who says most in it, if one does."""
    named = [
        party(ref)
        for frame in frames.values()
        if _INTERVIEW.search(frame.masked, frame.start, frame.end)
        for ref in frame.refs
        if ref.kind == "person"
    ]
    said = [fact.speaker for fact in facts if fact.speaker is not None]
    for parties in (named, said):
        counted = Counter(found for found in parties if found is not None and found.kind == "person").most_common(2)
        if counted and (len(counted) == 1 or counted[0][1] > counted[1][1]):
            return Speaker(counted[0][0], INTERVIEWED)
    return None


def _ahead(fact: StatementFact, frames: dict[int, Frame]) -> Speaker | None:
    """The one who the rest of the sentence, else the next sentence, is about."""
    frame = frames[fact.sentence]
    end = fact.end + 1
    following = frames.get(fact.sentence + 1)
    if frame.masked[end : frame.end].strip(" ."):
        candidates = frame.subjects_in(end, min(frame.end, end + _REACH))
    elif following is not None and following.zone is Zone.BODY:
        candidates = following.subjects_in(following.start, min(following.end, following.start + _REACH))
    else:
        return None
    known = [subject for subject in candidates if _human(subject)]
    chosen = next((subject for subject in known if subject.kind == "topic"), known[0] if known else None)
    return Speaker(chosen.party, AHEAD, chosen.start, chosen.end) if chosen is not None else None


def _behind(fact: StatementFact, frames: dict[int, Frame], facts: Sequence[StatementFact]) -> Speaker | None:
    """The one who spoke in the sentence before, else the one it is about."""
    spoke = [other.speaker for other in facts if other.sentence == fact.sentence - 1 and other.speaker is not None]
    if spoke:
        return Speaker(spoke[-1], BEHIND)
    before = frames.get(fact.sentence - 1)
    known = [s for s in before.subjects_in(before.start, before.end) if _human(s)] if before is not None else []
    says = before is not None and any(p.form == "main" and p.kind == "say" for p in before.predicates)
    chosen = next((subject for subject in known if subject.kind == "topic"), known[-1] if known and says else None)
    if chosen is None and not known and frames[fact.sentence].start == fact.start - 1:
        # 홍 씨는 …고 말했다. 다만 한 가지는 분명했다. "…"
        spoke = [other.speaker for other in facts if other.sentence == fact.sentence - 2 and other.speaker is not None]
        return Speaker(spoke[-1], BEHIND) if spoke and spoke[-1].kind == "person" else None
    return Speaker(chosen.party, BEHIND, chosen.start, chosen.end) if chosen is not None else None


def _teller(frame: Frame, end: int) -> Speaker | None:
    """The name on no list before a verb of speech: 로미가 말했다."""
    name = _TELLER.search(frame.masked, max(0, end - 30), end)
    if name is None or name["who"] in words("common_words"):
        return None
    return Speaker(PartyFact("group", None, name["who"]), UNLISTED_ID, *name.span("who"))


def _human(subject: Subject) -> bool:
    """Whether a subject is one person, named or not."""
    found: PartyFact | None = subject.party
    if found is None or subject.rule in (COUNTRY_ID, UNLISTED_ID) or found.kind == "organization":
        return False
    return found.kind == "person" or is_one_person(found.name)
