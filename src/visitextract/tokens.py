"""A sentence → tokens: words without their particles, each with one class letter, ready for chunk rules.

Class letters (one a token; a bar ``|`` follows a token that carries a particle, so no chunk runs across it):

====  =========================================  ====  ==========================================
k     word shaped like a Korean full name        T     title (회장, 장관, …실장)
q     name-shaped, but also a general word       m     word inside a title (수석, 차기, 비상대책)
s     a surname syllable alone (S: also a foreign J     occupation (배우, 감독)
      given name, 조 바이든)
h     a surname in Hanja (尹)                      P     former mark (전, 당시, 고)
f     word that sounds foreign (F: a usual       K     kinship (부인, 장남)
      foreign given name)                        e     등
i     one foreign-sounding syllable (챈)
u     unknown word                               A     address (씨, 여사)
r     number of a sovereign (존 4세)
I     initials (J.D.)                            G     unnamed source or group (관계자, 업계)
O     organization                               g     겸
C     country                                    n     number
L     city, province, region                     v     verb or adnominal form
X     Latin word                                 w     other general word
====  =========================================  ====  ==========================================

Punctuation stands for itself (``, . ( ) / : -``), a middle dot is ``;``, a quotation mark ``"``, anything else ``_``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import regex

from visitextract.korean.names import HANJA_SURNAMES, foreignness, name_shape
from visitextract.lexicon import words
from visitextract.patterns import lazily
from visitextract.wordclasses import WordClasses, word_classes


class Token(NamedTuple):
    """A word at ``start:end`` without particle; ``paren`` is the range inside brackets glued behind it (``최고경영자(CEO)``),
    ``stop`` the end with bracket and particle, ``spaced`` whether white space (not glue) precedes it."""

    start: int
    end: int
    text: str
    tag: str
    particle: str = ""
    paren: tuple[int, int] | None = None
    np_end: int = 0
    stop: int = 0
    spaced: bool = True


_WORD = lazily(
    r"(?P<init>(?:[A-Z]\.){1,3})"
    r"|(?P<hanja>\p{Han}+)"
    r"|(?P<word>\((?:주|유|사|재)\)|㈜|[가-힣A-Za-z0-9À-ÿ&]+(?:['\-.](?=[A-Za-z0-9])[A-Za-z0-9]+)*)"
    r"|(?P<mark>[^\s])"
)
_PAREN = lazily(r"[(\[]([^()\[\]\n]{1,40})[)\]]")
# A name with its address or title written together: 홍길동씨는, 홍길동의원이.
_FUSED_ADDRESS = lazily(
    r"(?P<name>[가-힣]{3})(?=(?:씨|의원|대통령|장관|회장|대표|교수|선수|감독|변호사|시장|지사|총리|후보)(?:[은는이가의을를과와도]|에게)?$)"
)
_PUNCT = {"·": ";", "ㆍ": ";", **dict.fromkeys("“”\"‘’'「」『』", '"'), **{c: c for c in ",.()/:-[]"}, "~": "-"}
# Particles that may be the last syllable of a foreign name: 코리나, 과이도, 프리드만.
_NAME_TAILS = frozenset("나라로도만")
COMPANY_MARKS = frozenset(("㈜", "(주)", "(유)", "(사)", "(재)"))
_INITIALS = lazily(r"[A-Z]{2}$")
_REGNAL = lazily(r"(?:[1-9]|1\d|2[0-5])세$")  # 존 4세: no age
_MINISTERS = frozenset(("장관", "차관", "부장관"))
_OF_COMMITTEES = frozenset(["위원", "위원장", "부위원장", "상임위원", "간사", "대변인", "사무처장", "사무총장", "사무국장"])
_MARKS = frozenset(',.;()/:-[]"_')
_AMERICAN = ("하원", "상원", "국무", "국방", "재무", "연방", "의회")  # 미 하원의장: the country, no surname


def tokenize(text: str, start: int, end: int, classes: WordClasses | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, brackets glued behind a word folded into it."""
    scanner = _Scanner(text, start, end, classes or word_classes())
    while scanner.step():
        pass
    tokens = _hyphenated(scanner.tokens)
    read: list[Token] = []
    for n, token in enumerate(tokens):
        following = tokens[n + 1] if n + 1 < len(tokens) else None
        read.append(_surname_behind(read, _rejoined(read[-1] if read else None, token, following), following))
    return read


def _hyphenated(tokens: list[Token]) -> list[Token]:
    """A foreign given name of two parts is one word: 장-폴 뒤부아."""
    read: list[Token] = []
    for token in tokens:
        dash, first = (read[-1], read[-2]) if len(read) > 1 else (None, None)
        glued = dash and dash.tag == "-" and not dash.spaced and not token.spaced
        if glued and first and not first.particle and token.tag in "fF" and first.tag in "sSfF" and "F" in (first.tag, token.tag):
            del read[-2:]
            token = token._replace(start=first.start, text=f"{first.text}-{token.text}", tag="F", spaced=first.spaced)
        read.append(token)
    return read


def _surname_behind(read: list[Token], token: Token, following: Token | None) -> Token:
    """The last word of a foreign name whose end looks like a particle or that is shaped like a Korean name, by the words of the
    name before it: 장-폴 바로는, 안나 로리나 사르도."""
    if token.text in ("주니어", "시니어") and read and read[-1].tag in "fFi" and not read[-1].particle:
        return token._replace(tag="f")
    if not read or read[-1].tag not in "fF" or read[-1].particle or not token.spaced:
        return token
    two = len(read) > 1 and read[-2].tag in "fF" and not read[-2].particle
    if token.tag == "k" and not token.paren and foreignness(token.text) > _sound_of_names(token.text, two):
        return token._replace(tag="f")
    if token.tag == "w" and len(token.text) == 1 and read[-1].tag == "F" and following is not None and following.tag == "f":
        return token._replace(tag="s")  # 존 영 노르드빅 시장
    tail, rest = token.particle[:1], token.particle[1:]
    whole = token.text + tail
    second = len(read) > 1 and read[-2].tag == "F" and not read[-2].particle
    if tail not in _NAME_TAILS or token.paren or foreignness(whole) <= (-0.3 if second else 0):
        return token
    short = (len(token.text) == 1 or token.tag == "q") and rest and read[-1].tag == "F"
    if short or (second and not rest and following is not None and following.tag in "OCTG" and token.tag in "qwsf"):
        end = token.start + len(whole)
        return token._replace(text=whole, end=end, np_end=end, particle=rest, tag="f")
    return token


class _Scanner:
    """Reads one stretch of text word by word."""

    def __init__(self, text: str, start: int, end: int, classes: WordClasses) -> None:
        self.text, self.start, self.end, self.classes = text, start, end, classes
        self.parts = _parts_of(classes)
        self.position = start
        self.tokens: list[Token] = []

    def step(self) -> bool:
        """Read the next word or mark; False at the end."""
        match = _WORD.search(self.text, self.position, self.end)
        if not match:
            return False
        a, b = match.span()
        self.position = b
        spaced = a == self.start or self.text[a - 1].isspace()
        kind = match.lastgroup
        if kind == "mark":
            self.tokens.append(Token(a, b, match[0], _PUNCT.get(match[0], "_"), "", None, b, b, spaced))
        elif kind == "hanja":
            tag = self.classes.classify(match[0])
            tag = "h" if match[0] in HANJA_SURNAMES and tag != "C" else tag
            self.add(a, match[0], "", tag if tag in "hCOP" else "_", spaced)
        elif self.phrase(a, spaced):
            pass
        elif kind == "init":
            self.add(a, match[0], "", "I", spaced)
        elif not self.listed(a, spaced):
            self.word(a, match[0], spaced)
        return True

    def listed(self, a: int, spaced: bool) -> bool:
        """A name of the user's lexicon that starts here; it may hold blanks."""
        match = self.classes.listed.match(self.text, a, self.end) if self.classes.listed else None
        if match is None:
            return False
        self.position = match.end("name")
        particle = match["particle"] or ""
        self.position += len(particle)
        self.add(a, match["name"], particle, self.classes.listed_letter(match["name"]), spaced)
        return True

    def phrase(self, a: int, spaced: bool) -> bool:
        """A listed organization of several words that starts here."""
        found = self.classes.phrase(self.text, a, self.end)
        if found:
            self.position = a + len(found[0]) + len(found[1])
            self.add(a, *found, "O", spaced)
        return bool(found)

    def word(self, a: int, word: str, spaced: bool) -> None:
        """A word, cut where the page lost a blank or wrote name and address together."""
        cuts, stem, particle, tag = self.parts(word)
        for size, letter in cuts:
            end = a + size
            self.tokens.append(Token(a, end, self.text[a:end], letter, "", None, end, end, spaced))
            a, spaced = end, False
        if tag in "fF" and particle in _NAME_TAILS and self.text.startswith("(", a + len(stem) + len(particle)):
            stem, particle, tag = stem + particle, "", "f"  # a particle stands behind the bracket: 믈리나(공화당)
        self.add(a, stem, particle, tag, spaced)

    def add(self, a: int, stem: str, particle: str, tag: str, spaced: bool) -> None:
        """A token, with the bracket that is glued behind it and the particle behind that."""
        np_end, paren = a + len(stem), None
        bracket = None if particle else _PAREN.match(self.text, np_end, self.end)
        if bracket:
            paren, np_end = bracket.span(1), bracket.end()
            if tag in "ufqv" and len(bracket[1]) == len(stem) and regex.fullmatch(r"\p{Han}{2,4}", bracket[1]):
                tag = "k"  # a name with its Hanja: 왕밍(王明)
            after = _WORD.match(self.text, np_end, self.end)
            if after and after["word"] and after["word"] in self.classes.particles:
                particle = after["word"]
            self.position = np_end + len(particle)
        self.tokens.append(Token(a, a + len(stem), stem, tag, particle, paren, np_end, np_end + len(particle), spaced))


class _Parts:
    """Which tokens a word falls into: ``(size, class letter)`` of those that are cut off before it, and stem, particle and class
    letter of what is left."""

    def __init__(self, classes: WordClasses) -> None:
        self.classes = classes

    def of(self, word: str) -> tuple[tuple[tuple[int, str], ...], str, str, str]:
        """The parts of a word as it stands."""
        cuts: list[tuple[int, str]] = []
        fused = _FUSED_ADDRESS.match(word)
        if fused and self.fused_name(fused["name"], word[len(fused["name"]) :]):
            cuts.append((len(fused["name"]), "k"))
            word = word[len(fused["name"]) :]
        stem, particle, tag = self.classes.analyse(word)
        glued = self.classes.glued_clause(stem) if tag in "fuOTk" and len(stem) > 4 and stem not in self.classes.table else 0
        if glued:
            cuts.append((glued, "v"))
            stem, particle, tag = self.classes.analyse(word[glued:])
        glued = self.classes.glued_given(stem) if tag in "fu" else 0
        if glued:  # 평가마이클 스미스
            cuts.append((glued, "w"))
            stem, tag = stem[glued:], "F"
        return tuple(cuts), stem, particle, tag

    def fused_name(self, name: str, rest: str) -> bool:
        """Whether a word starts with a name and goes on with its address; 경주정씨 is a clan, not a person."""
        clan = rest.startswith("씨") and self.classes.table.get(name[:2]) == "L" and self.classes.classify(name[2]) == "s"
        return name_shape(name) == 2 and not self.classes.is_general(name) and not clan


@lru_cache(maxsize=8)
def _parts_of(classes: WordClasses) -> Callable[[str], tuple[tuple[tuple[int, str], ...], str, str, str]]:
    """The parts of words under one lexicon of the user's, each read once."""
    return lru_cache(maxsize=131072)(_Parts(classes).of)


def _rejoined(before: Token | None, token: Token, following: Token | None) -> Token:
    """A name whose last syllable looked like a particle is whole again where a country, organization or title follows at once
    (왕이 중국 외교부장: not 왕 + 이), or where it stands between parts of a foreign name (마리아 코리나 마차도)."""
    if letter := _relettered(before, token, following):
        return token._replace(tag=letter)
    whole = token.text + token.particle
    if following is None or not following.spaced or len(token.particle) != 1 or token.paren:
        return token
    if _department(before, token, following):
        return token._replace(text=whole, end=token.stop, np_end=token.stop, particle="", tag="w")
    if following.tag == "T" and whole in words("surnames", "two"):
        return token._replace(text=whole, end=token.stop, np_end=token.stop, particle="", tag="s")  # 독고 회장
    if following.tag in "fF" and whole in words("foreign_given", "weak"):
        return token._replace(text=whole, end=token.stop, np_end=token.stop, particle="", tag="q")  # 네일 스미스
    if following.tag in "fF" and token.tag == "f" and token.particle in ("로", "나") and token.spaced:
        return token._replace(text=whole, end=token.stop, np_end=token.stop, particle="", tag="f")  # 파올로 스미스
    inside = before is not None and before.tag == "F" and not before.particle and token.spaced and token.particle in _NAME_TAILS
    named = before is not None and before.tag in "kF" and not before.particle and token.spaced
    tail = "로" if named and before is not None and before.tag == "k" else "엔"
    if named and token.tag in "fu" and following.tag in "OCT" and token.particle == tail:
        return token._replace(text=whole, end=token.stop, np_end=token.stop, particle="", tag="f")  # 홍길동 가나에어로 대표
    if token.particle == "나" and following.tag in "fFuk" and whole in words("foreign_given", "given"):
        tag = "F"  # 타티아나 스미스
    elif inside and (following.tag in "fFTwL" or _foreign(following)) and token.tag in "fFuwq" and foreignness(whole) > -1:
        tag = "f"
    elif following.tag not in "COTm":
        return token
    elif len(whole) == 2 and token.tag in "swq" and name_shape(whole) == 2:
        tag = "q"
    elif token.tag == "f" and token.particle in ("로", "라", "나", "이"):
        tag = "f"
    else:
        return token
    return token._replace(text=whole, end=token.stop, np_end=token.stop, particle="", tag=tag)


def _relettered(before: Token | None, token: Token, following: Token | None) -> str:
    """The letter of a word that stays as it is and that its neighbours read otherwise; empty where they do not."""
    whole = token.text + token.particle
    if (
        before is not None
        and before.text in ("㈜", "(주)", "(유)")
        and not token.spaced
        and token.tag in "kqfu"
        and len(token.text) > 1
    ):
        return "O"  # (주)가나다 회장
    if following is not None and following.tag == "F" and token.tag == "v" and whole.endswith("다") and len(whole) > 2:
        return "f"  # 야마시다 하나코: a family name, no verb, before a given name
    if token.tag == "n" and _REGNAL.match(token.text) and before is not None and before.tag == "F" and not before.particle:
        return "r"
    if following is not None and not token.particle and following.spaced and (tag := _beside(before, token, following)):
        return tag
    if before is not None and not before.particle and following is not None and following.spaced and not token.particle:
        if token.text == "미" and following.tag == "T":
            return "C"  # 존 스미스 미 상원의원
        general = token.tag in "wq" and len(token.text) > 1
        if before.tag == "F" and general and following.tag in "OCTP" and foreignness(token.text) > 0:
            return "f"  # 마크 리드 장관: a general word by its letters, a family name by its place
    return ""


def _department(before: Token | None, token: Token, following: Token) -> bool:
    """Whether 과 ends the name of a department: 가나대 건축학과 교수, 가나대병원 예방의학과 홍길동 교수."""
    if token.particle != "과" or token.text[-1] != "학" or len(token.text) < 3:
        return False
    at_university = before is not None and before.tag == "O" and not before.particle
    return following.text.removesuffix("팀") in words("name_words", "academic") or (at_university and following.tag == "k")


def _foreign(token: Token) -> bool:
    """Whether a word that looks Korean sounds foreign all the same."""
    forms = (token.text, token.text + token.particle)
    return token.tag in "kq" and any(foreignness(form) > _sound_of_names(form, False) for form in forms)


def _sound_of_names(word: str, behind_two: bool) -> float:
    """How foreign a word must sound to end a foreign name; less where two words of a name stand before it."""
    return -0.3 if name_shape(word) == 2 or behind_two else 0.3


def _beside(before: Token | None, token: Token, following: Token) -> str:
    """The letter that a word's neighbours make clear: 복지부 장관, 당시 미 하원의장, 홍길동 현 사장, 양 회장은, 소피아 스미스."""
    office, opening = following.tag == "T", before is None or before.particle or before.tag in _MARKS
    if token.text[-1] == "부" and len(token.text) >= 3 and following.text in _MINISTERS and name_shape(token.text) < 2:
        return "O" if token.tag in "mukqwf" else ""
    if token.text[-1] == "위" and len(token.text) >= 3 and token.tag in "uqk" and following.text in _OF_COMMITTEES:
        return "O"  # 기후위 사무처장
    if token.tag == "k" and token.text[-1] == "대" and not opening and following.text in words("name_words", "academic"):
        return "O"  # 홍길동 가나대 교수
    if token.text == "미" and token.tag == "s" and following.tag in "TO" and following.text.startswith(_AMERICAN):
        return "C"
    if office and token.text in words("titles", "modifier") and (token.tag == "G" or (token.text == "현" and not opening)):
        return "m"
    if office and opening and following.particle and not token.paren and token.text in words("surnames") - {"미"}:
        return "s"
    if following.tag in "fF":
        company = following.text.endswith(tuple(words("organization_endings")))
        if token.tag == "X" and _INITIALS.match(token.text) and not company:
            return "I"  # JD 스미스 부통령
        given = token.tag in "OL" and token.text in words("foreign_given", "given")
        return "F" if given or (token.tag == "k" and token.text in words("foreign_given", "weak")) else ""
    return ""


def tag_string(tokens: list[Token]) -> tuple[str, list[int]]:
    """The class letters of ``tokens`` with a bar behind each that carries a particle, and each letter's token index."""
    letters: list[str] = ["|"]
    index: list[int] = [-1]
    for number, token in enumerate(tokens):
        letters.append(token.tag)
        index.append(number)
        if token.particle:
            letters.append("|")
            index.append(number)
    letters.append("|")
    index.append(len(tokens))
    return "".join(letters), index
