"""Who goes: the person that a visit word belongs to. Offsets: normalised text."""

from __future__ import annotations

import regex

from visitextract.entities import Ref
from visitextract.lexicon import words
from visitextract.patterns import lazily
from visitextract.sentences import Sentence
from visitextract.visits.scene import Scene, is_headline, quoted, scope

_SUBJECT = frozenset(("은", "는", "이", "가", "께서", "께서는", "도", "측은", "측이"))
_PLAIN_SUBJECT = frozenset(("은", "는", "이", "가"))
_OTHER_SIDE = frozenset(("과", "와", "과의", "와의", "에", "에게"))
_DATIVE = frozenset(("에게", "께", "에", "을", "를", "에게도"))
# The ending that hangs a clause on the noun behind it: 방문[한 ]X, 방한[ 중인 ]X, 한국을 찾[은 ]X.
_RELATIVE_NOUN = lazily(
    r"(?:길에? 오른|길에? 나선|에 나선|에 나서는|했던|하던|한|하는|할| 중인|중인|차 온"
    r"|을 (?:마친|마무리한|시작한|소화한)|"
    r"(?: 일정)? ?(?:\d+일 ?차|첫날|이틀째|사흘째|나흘째|닷새째|마지막 날)(?:인|(?:을|를) 맞은|에 접어든)) "
)
_RELATIVE_VERB = lazily(r"(?:은|던|는|을|았던|른|렀던|를|아간|아온|난|날|나는|한|할|했던|하는) ")
_REPORTED = lazily(r"(?:했|한|할 거라|왔|갔)다(?:는|던) |(?:했|왔)단 ")
_DEPENDENT = lazily(
    r"\L<nouns>(?:\L<particles>)?(?![\p{L}\d])", nouns=list(words("visit_words", "dependent")), particles=list(words("particles"))
)
_DAY = lazily(r"\d{1,2}일[ ,(]|이날 |오늘")
_OF_NOUN = lazily(r" [가-힣]{1,6}(?:하는|되는|[한된던]) ")  # 홍 시장이 주최하는 만찬: no subject of the sentence
_SHORT = lazily(r"[가-힣]\s")
_BREAK = lazily(r"[,.]|(?:은|는|이|가|을|를|에서|에게|와|과|고|며|의) ")
_LINKING = lazily(
    r"(?:[\s\d,·'\"‘’“”()…박일]|\L<words>)*+", words=list(words("visit_words", "linking") | words("visit_words", "manner"))
)
_JOINED = lazily(r"(?:와|과|및|,|·|/|\s|그리고|(?:을|를) (?:비롯해|포함해|포함한|비롯한))++")
_AND_OTHERS = lazily(r"\s?등(?: [\p{L}\d·]{1,20}){0,6}?(?:이|가|은|는|도)(?= )")
_CROWD = lazily(
    r"(?:\L<crowd>|\d+여?명)(?: 등)?(?:이|가|은|는|도|들이|들은)(?= )", crowd=list(words("visit_words", "crowd"))
)
_OFFICE = lazily(
    r"(?P<title>\L<titles>)들?(?:이|가|은|는)(?= )", titles=[word for word in words("titles") if len(word) >= 2]
)
_ALSO = lazily(r" ?(?:역시|또한|부부|내외|일행)(?:은|는|이|가|도)?(?= )")
_SPOKESMAN = lazily(r"\L<words>", words=list(words("visit_words", "spokesman")))
_ADNOMINAL = lazily(r"[가-힣](?:는|은|한|던|된|을|인) $")
_HEADLINE_TAG = lazily(r"['\"’”)\]]? ")
_TOGETHER = lazily(r"와|과|함께|만나|에게")
# A first word with 은 or 는 that is no time, place or modifier (이번에는, 열리는): somebody whom nobody recognised.
_OWN_TOPIC = lazily(r"\s*[\p{L}\d]{1,6}(?<![에서로터지고하되있없같많높낮좋작적리오])[은는] ")
_REACH = 600  # letters within which a clause has its subject
_FAR = 8  # sentences back that a topic still holds


def relative_head(scene: Scene, sentence: Sentence, at: int) -> tuple[Ref, ...]:
    """The person behind a clause whose visit word ends at ``at``: 한국을 방문한 [존 스미스], and '방한' [스미스] in headlines."""
    match = _relative(scene.text, at)
    if not match and is_headline(sentence):
        match = _HEADLINE_TAG.match(scene.text, at)
        if match and not any(
            ref.np_start == match.end() for ref in scene.persons(match.end(), min(sentence.end, match.end() + _REACH))
        ):
            return ()
    head = next(iter(scene.persons(match.end(), min(sentence.end, match.end() + _REACH))), None) if match else None
    if match is None or head is None or head.np_start - match.end() > 20:
        return ()
    if _nth_day(scene.text, match) and _topic_stands(scene, sentence, at):
        return ()  # 홍 장관은 방한 사흘째인 6일 김 대표를 만나: the topic is the visitor
    gap = scene.text[match.end() : head.np_start]
    return () if _DEPENDENT.match(gap) or _BREAK.search(gap) else (head,)


def _nth_day(text: str, match: regex.Match[str]) -> bool:
    """Whether a relative ending only says which day of the visit it is (방한 사흘째인 6일)."""
    return text[match.end() - 2] == "인" and _DAY.match(text, match.end()) is not None


def _topic_stands(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Whether the sentence has a person as its topic or subject before ``at``."""
    return any(ref.particle in _PLAIN_SUBJECT for ref in scene.persons(scope(sentence, at)[0], at))


def hangs_on_stranger(scene: Scene, at: int) -> bool:
    """Whether the visit words are a clause on a noun that itself goes and is no person of the article: 한국에 도착한 난민."""
    match = _relative(scene.text, at) or _REPORTED.match(scene.text, at)
    return match is not None and not _nth_day(scene.text, match) and not _DEPENDENT.match(scene.text, match.end())


def _relative(text: str, at: int) -> regex.Match[str] | None:
    """The adnominal ending behind a visit word: of a verb's stem (찾, 들, 향, 떠) or of an action noun (방문, 방한)."""
    return (_RELATIVE_VERB if text[at - 1] in "찾들향떠" else _RELATIVE_NOUN).match(text, at)


def neighbour(scene: Scene, sentence: Sentence, at: int) -> tuple[Ref, ...]:
    """The person right before the visit's words: X의 [중국 국빈] 방문, X 방중, X가 [미국] 방문 중, and X, … in headlines."""
    start, _ = scope(sentence, at)
    near = scene.persons(max(start, at - 60), at)
    if not near or near[-1].particle not in ("", "의", "이", "가"):
        return ()
    gap = _blank(scene, sentence, near[-1].np_end + len(near[-1].particle), at)
    if ("," in gap and not is_headline(sentence)) or not _LINKING.fullmatch(gap):
        return ()
    return coordinated(scene, sentence, near[-1])


def _blank(scene: Scene, sentence: Sentence, start: int, end: int) -> str:
    """The text between, without its times and places."""
    gap = list(scene.text[start:end])
    taken = [(time.start, time.end) for time in scene.times_in(sentence)]
    taken += [(place.start - len(place.address or "") - bool(place.address), place.end) for place in scene.places_in(sentence)]
    for left, right in taken:
        for position in range(max(left, start), min(right, end)):
            gap[position - start] = " "
    return "".join(gap)


def headlined(scene: Scene, sentence: Sentence, at: int) -> tuple[Ref, ...]:
    """The person that a headline is about: the last one before ``at`` with a comma behind the name, or its first word."""
    for ref in reversed(scene.persons(max(sentence.start, at - _REACH), at)):
        first = ref.np_start == sentence.start and ref.particle not in _OTHER_SIDE
        if scene.text[ref.np_end : ref.np_end + 1] == "," or first:
            return coordinated(scene, sentence, ref)
    return ()


def subject(scene: Scene, sentence: Sentence, at: int, phrase: int) -> tuple[Ref, ...] | None:
    """The subject before ``at``; empty when there is none, None when it is somebody else than a known person.

    ``phrase`` is where the destination's noun phrase starts.
    """
    start = max(scope(sentence, at)[0], at - _REACH)
    best: Ref | None = None
    stranger = _stranger(scene, sentence, start, at)
    for ref in scene.cast.between(start, at):
        if quoted(sentence, ref.np_start, at):
            continue
        if ref.kind == "person":
            named = ref.keys and _is_subject(scene, ref)
            best = ref if named and (best is None or not _of_inner_clause(scene, ref, phrase)) else best
        elif not ref.in_role and (ref.particle in ("이", "가") or (best is None and ref.particle in _PLAIN_SUBJECT)):
            stranger = max(stranger, ref.np_end)
    listed = _listed(scene, sentence, start, at)
    if listed and (best is None or listed[-1].np_end > best.np_end):
        return listed
    if best is None:
        return None if stranger >= 0 else ()
    if stranger > best.np_end and not (best.particle in ("은", "는") and _TOGETHER.search(scene.text, stranger, at)):
        return None
    return coordinated(scene, sentence, best)


def _is_subject(scene: Scene, ref: Ref) -> bool:
    return ref.particle in _SUBJECT or (not ref.particle and _ALSO.match(scene.text, ref.np_end) is not None)


def _of_inner_clause(scene: Scene, ref: Ref, phrase: int) -> bool:
    """Whether a subject belongs to a clause on the destination: X는 [Y가 기다리는] 공장을 찾았다."""
    close = phrase - ref.np_end < 25
    return close and ref.particle in ("이", "가") and _ADNOMINAL.search(scene.text, ref.np_end, phrase) is not None


def _stranger(scene: Scene, sentence: Sentence, start: int, at: int) -> int:
    """Where the last subject ends that is nobody of the article (시민들이, 야당 대표가), or -1."""
    crowd = [match.end() for match in _CROWD.finditer(scene.text, start, at)]
    known = [(ref.np_start, ref.np_end) for ref in scene.cast.between(start, at)]
    office = [
        match.end()
        for match in _OFFICE.finditer(scene.text, start, at)
        if not any(left < match.end("title") <= right for left, right in known)
    ]
    return max((end for end in (*crowd, *office) if not quoted(sentence, end - 1, at)), default=-1)


def _listed(scene: Scene, sentence: Sentence, start: int, at: int) -> tuple[Ref, ...]:
    """The persons of A 회장, B 사장 등 … 100여 명이."""
    for ref in reversed(scene.persons(start, at)):
        if _AND_OTHERS.match(scene.text, ref.np_end, at):
            return coordinated(scene, sentence, ref)
    return ()


def coordinated(scene: Scene, sentence: Sentence, ref: Ref) -> tuple[Ref, ...]:
    """``ref`` and the persons joined to it by 와, 과, commas or middle dots before it."""
    group = [ref]
    for other in reversed(scene.persons(max(sentence.start, ref.np_start - _REACH), ref.np_start)):
        gap = scene.text[other.np_end : group[-1].np_start]
        if gap.isspace() or not _JOINED.fullmatch(gap):
            break
        # 홍길동, 김 대통령 …: a headline's comma
        short = other.np_end == other.end and _SHORT.match(scene.text, group[-1].np_start) is not None
        if gap.startswith(",") and other.np_start == sentence.start and (short or is_headline(sentence)):
            break  # 홍길동, 김 대통령 방중 일정 공개: whom the headline is about, not who goes
        group.append(other)
    return tuple(reversed(group))


def speaks_for_others(scene: Scene, ref: Ref) -> bool:
    """Whether somebody tells of another's visit by office (a spokesman)."""
    return _SPOKESMAN.search(scene.text, ref.np_start, ref.np_end) is not None


def asked(scene: Scene, sentence: Sentence, at: int) -> tuple[Ref, ...]:
    """Whom a visit is asked of: X에게 방문해 달라고 요청했다."""
    start = max(scope(sentence, at)[0], at - _REACH)
    return next(((ref,) for ref in reversed(scene.persons(start, at)) if ref.particle in _DATIVE), ())


def speaker_before(scene: Scene, sentence: Sentence, at: int) -> tuple[Ref, ...]:
    """Who says, before the quotation around ``at``, that he himself goes; nobody where a spokesman speaks."""
    start, _ = scope(sentence, at)
    for ref in reversed(scene.persons(max(sentence.start, start - _REACH), start)):
        if ref.particle in _SUBJECT:
            return () if _SPOKESMAN.search(scene.text, ref.np_start, ref.np_end) else (ref,)
    return ()


def topic_before(scene: Scene, sentence: Sentence) -> tuple[Ref, ...]:
    """The person that the sentences before talk about, for a sentence without a subject or a topic of its own."""
    own = _OWN_TOPIC.match(scene.text, sentence.start, sentence.end)
    if own and not any(time.start < own.end() for time in scene.times_in(sentence)):
        return ()
    for other in reversed(scene.sentences[max(0, sentence.index - _FAR) : sentence.index]):
        if other.zone != sentence.zone or sentence.paragraph - other.paragraph > 3:
            return ()
        subjects = [
            ref
            for ref in scene.cast.between(other.start, other.end)
            if (ref.particle in (*_PLAIN_SUBJECT, "께서") or (not ref.particle and _ALSO.match(scene.text, ref.np_end)))
            and not ref.in_role
            and ref.kind != "group"
            and not _SPOKESMAN.search(scene.text, ref.np_start, ref.np_end)
            and not any(quote.start <= ref.start < quote.end for quote in other.quotes)
            and not (ref.particle in ("이", "가") and _OF_NOUN.match(scene.text, ref.np_end + 1))
        ]
        topics = [ref for ref in subjects if ref.particle in ("은", "는", "")] or subjects
        if topics:
            return (topics[0],) if topics[0].kind == "person" else ()
    return ()
