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
I     initials (J.D.)                            G     unnamed source or group (관계자, 업계)
O     organization                               g     겸
C     country                                    n     number
L     city, province, region                     v     verb or adnominal form
X     Latin word                                 w     other general word
====  =========================================  ====  ==========================================

Punctuation stands for itself (``, . ( ) / : -``), a middle dot is ``;``, a quotation mark ``"``, anything else ``_``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from visitextract.korean.names import HANJA_SURNAMES, foreignness, name_shape
from visitextract.korean.particles import split
from visitextract.lexicon import load, words


@dataclass(frozen=True, slots=True)
class Token:
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


_WORD = regex.compile(
    r"(?P<init>(?:[A-Z]\.){1,3})"
    r"|(?P<hanja>\p{Han}+)"
    r"|(?P<word>\((?:주|유|사|재)\)|㈜|[가-힣A-Za-z0-9À-ÿ&]+(?:['\-.](?=[A-Za-z0-9])[A-Za-z0-9]+)*)"
    r"|(?P<mark>[^\s])"
)
_PAREN = regex.compile(r"[(\[]([^()\[\]\n]{1,40})[)\]]")
# A name with its address or title written together: 홍길동씨는, 홍길동의원이.
_FUSED_ADDRESS = regex.compile(
    r"(?P<name>[가-힣]{3})(?=(?:씨|의원|대통령|장관|회장|대표|교수|선수|감독|변호사|시장|지사|총리|후보)(?:[은는이가의을를과와도]|에게)?$)"
)
_PUNCT = {"·": ";", "ㆍ": ";", **dict.fromkeys("“”\"‘’'「」『』", '"'), **{c: c for c in ",.()/:-[]"}, "~": "-"}
_VERB = regex.compile(
    r"(?:(?:했|됐|였|었|았|갔|났|왔|섰|졌|봤|쳤|냈|렸|렀|켰|셨|겠|있|없|이|하|되|지|리|치|기|보|내|나|르|같|않|싶|맞|받|한|된|진|린|간|난|온)다|니다|까|죠|세요|따르면|더니|아온|어온|해온|져온|[갖맞멈감늦낮]춘|어요|아요"
    r"|하고|되고|이고|있고|했고|됐고|라고|다고|자고|하며|되며|이며|있으며|했으며|다며|라며|면서|지만|으나|는데|은데|하여|되어|통해|위해|대해|따라|관해|의해|향해|비롯해"
    r"|하는|되는|있는|없는|않는|지는|받는|나는|오는|가는|주는|보는|내는|치는|모으는|이끄는|밝힌|맡은|같은|많은|높은|낮은|좋은|열린|따른|걸린|알려진|전해진|이어진|위한|대한|관한|통한|의한|향한|한다는|했다는"
    r"|했던|됐던|하던|이던|있던|했을|됐을|하기|되기|하게|되게|하자|해서|돼서|하면|되면|해야|돼야|하려|하러|있어|없어|으로서|[가-힣](?:했|됐|였|겼|졌|켰|렸|쳤|났|갔|왔|섰)[가-힣]{1,3})$"
)
# Syllables that make a new word of a general one: 방문시, 공부한. Such a word is a name only with a witness.
_SUFFIXED = frozenset(
    "부사과국실층집객년월일분초회점책팀반청시측한해된됨함할될하간별용형식률권물자전후내외상중적화당급차기론설안편비액량점력"
)
# Final syllables of verb forms; a word that ends so is no name unless the rest sounds very foreign.
_VERBAL = frozenset("운한해면히게며고던된돼워져여려든듯음함됨라자야네든을")
# Final syllables that only verb forms have.
_ONLY_VERBAL = frozenset("낸킨힌쓴뜬띤뀐췄줬꿨")
# Which reading a word takes that several lexicons hold: (lexicon, classes or None for all, letter); the first wins.
_READINGS: tuple[tuple[str, tuple[str, ...] | None, str], ...] = (
    ("titles", ("head",), "T"),
    ("titles", ("latin",), "T"),
    ("former", None, "P"),
    ("titles", ("address",), "A"),
    ("kin", None, "K"),
    ("titles", ("job",), "J"),
    ("group_nouns", None, "G"),
    ("countries", ("country", "short"), "C"),
    ("cities", None, "L"),
    ("organizations", None, "O"),
    ("titles", ("modifier",), "m"),
    ("countries", ("pair", "area", "visit"), "w"),
    ("foreign_given", None, "F"),
    ("common_words", None, "w"),
    ("not_names", None, "w"),
)


@lru_cache(maxsize=1)
def _tags() -> dict[str, str]:
    """Every lexicon word -> its class letter; a general word of a name's shape is ``q``."""
    table: dict[str, str] = {"겸": "g", "등": "e"}
    for name, kinds, letter in _READINGS:
        for entry in load(name):
            if kinds is None or entry.kind in kinds:
                weak = letter == "w" and 2 <= len(entry.surface) <= 3 and name_shape(entry.surface)
                table.setdefault(entry.surface, "q" if weak else letter)
    return table


@lru_cache(maxsize=1)
def _endings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    titles = tuple(sorted(words("titles", "suffix"), key=len, reverse=True))
    organizations = tuple(sorted(words("organization_endings"), key=len, reverse=True))
    return titles, organizations


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return frozenset(p for p in words("particles") - words("particles", "vocative") if "가" <= p[0] <= "힣")


def _is_surname(syllable: str) -> bool:
    """Whether a syllable that stands alone may be a surname; a rare one that is mostly a word (당, 군) is not."""
    return syllable in words("surnames", "one") and syllable not in words("name_words", "no_surname")


@lru_cache(maxsize=131072)
def classify(word: str) -> str:
    """The class letter of a bare word."""
    tag = _tags().get(word)
    if len(word) == 1 and tag in (None, "w", "m", "L", "F") and _is_surname(word):
        return "S" if word in words("foreign_given") else "s"
    if tag:
        return tag
    if word[0].isdigit():
        titles, _ = _endings()
        return "T" if len(word) > 2 and word.endswith(titles) and word[-1] in "관장" else "n"
    if not any("가" <= c <= "힣" for c in word):
        return "X"
    titles, organizations = _endings()
    shape = name_shape(word) if len(word) <= 4 else 0
    if shape == 2 and len(word) >= 3:
        return "q" if is_general(word) else "k"
    if len(word) >= 3 and word.endswith(organizations) and _is_organization(word, organizations):
        return "O"
    if len(word) >= 3 and word.endswith(titles) and not shape:
        return "T"
    if any(c.isdigit() for c in word):
        return "w"
    if shape == 2:
        return "q"  # two syllables: too many general words look so
    if _VERB.search(word) or (len(word) == 2 and word[-1] in "아어") or (len(word) > 1 and _verbal(word, bool(shape))):
        return "v"
    if shape and foreignness(word) <= 0:
        return "k" if len(word) == 3 else "q"
    if len(word) == 1:
        return "i" if foreignness(word) >= 0.5 else "w"
    if foreignness(word) > 0:
        return "L" if len(word) >= 4 and word[-1] in "주현성" else "f"
    return "u"


def _verbal(word: str, shaped: bool) -> bool:
    """Whether a word ends as verb forms do (드러낸, 수락한, 아니라) and is no foreign name by its sound."""
    return word[-1] in _ONLY_VERBAL or (word[-1] in _VERBAL and (shaped or foreignness(word[:-1]) < 1.5))


def is_general(word: str) -> bool:
    """Whether a word is a general one, or made of one (방문시, 공부한): a name only where the text bears witness.

    >>> is_general("방문시"), is_general("홍길동")
    (True, False)
    """
    table = _tags()
    return word in table or (word[-1] in _SUFFIXED and table.get(word[:-1], "-") in "wqmLCOTG")


def is_listed(word: str) -> bool:
    """Whether a word stands in a lexicon itself."""
    return word in _tags()


def _is_organization(word: str, endings: tuple[str, ...]) -> bool:
    """Whether an ending makes an organization of this word: institutions of any stem (교육위원회), companies, media, teams and
    parties only of a stem that is no general word (가나전자, not 가전제품전자), and never by the tail of a longer word (식당)."""
    ending = next(e for e in endings if word.endswith(e))
    stem = word[: -len(ending)]
    if len(stem) < 2 or any(_tags().get(word[i:]) in ("w", "q", "G") for i in range(1, len(stem))):
        return False
    if ending in _institutions():
        return True
    return _tags().get(stem, "O") in "OLCXf" and classify(stem) in "OLCXfuFk"


@lru_cache(maxsize=1)
def _institutions() -> frozenset[str]:
    return frozenset().union(
        *(words("organization_endings", kind) for kind in ("government", "court", "university", "association"))
    )


@lru_cache(maxsize=131072)
def analyse(word: str) -> tuple[str, str, str]:
    """``(stem, particle, class letter)`` of a word as it stands.

    >>> analyse("대통령은")
    ('대통령', '은', 'T')
    """
    table = _tags()
    if word in table or len(word) == 1:
        return word, "", classify(word)
    if word.endswith("인") and table.get(word[:-1], "") in ("T", "K", "J"):
        return word[:-1], "", table[word[:-1]]  # 사위인 홍길동: the copula joins title and name
    if len(word) > 1 and _VERB.search(word):
        stem, particle = split(word, _particles(), table.__contains__)
        if not (particle and stem in table):
            return word, "", "v"
        return stem, particle, classify(stem)
    stem, particle = split(word, _particles(), _known)
    if particle.startswith("들"):
        stem, particle = stem + "들", particle[1:]
        return stem, particle, classify(stem) if stem in table else classify(stem[:-1])
    # 김정은 is a name, not 김정 + 은: a strong three-syllable shape stays whole unless its stem is a word
    if particle and len(word) == 3 and len(particle) == 1 and stem not in table and name_shape(word) == 2:
        return word, "", classify(word)
    return stem, particle, classify(stem)


def _known(word: str) -> bool:
    titles, organizations = _endings()
    return word in _tags() or (
        len(word) >= 4 and (word.endswith(titles) or (word.endswith(organizations) and _is_organization(word, organizations)))
    )


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text[start:end]``, brackets glued behind a word folded into it."""
    tokens: list[Token] = []
    position = start
    while match := _WORD.search(text, position, end):
        a, b = match.span()
        position = b
        spaced = a == start or text[a - 1].isspace()
        if match["mark"]:
            tokens.append(Token(a, b, match[0], _PUNCT.get(match[0], "_"), np_end=b, stop=b, spaced=spaced))
            continue
        if match["hanja"]:
            tag = "h" if match[0] in HANJA_SURNAMES and classify(match[0]) != "C" else classify(match[0])
            stem, particle, tag = match[0], "", tag if tag in "hCO" else "_"
        elif match["init"]:
            stem, particle, tag = match[0], "", "I"
        else:
            stem, particle, tag = analyse(match["word"])
        fused = _FUSED_ADDRESS.match(match["word"]) if match["word"] else None
        if fused and name_shape(fused["name"]) == 2 and not is_general(fused["name"]):
            middle = a + len(fused["name"])
            tokens.append(Token(a, middle, fused["name"], "k", np_end=middle, stop=middle, spaced=spaced))
            a, spaced = middle, False
            stem, particle, tag = analyse(match["word"][middle - match.start() :])
        glued = _glued_given(stem) if tag in "fu" else 0
        if glued:  # the page lost a blank: 평가도널드 트럼프
            tokens.append(Token(a, a + glued, stem[:glued], "w", np_end=a + glued, stop=a + glued, spaced=spaced))
            a, stem, tag = a + glued, stem[glued:], "F"
        paren = None
        np_end = a + len(stem)
        bracket = None if particle else _PAREN.match(text, np_end, end)
        if bracket:
            paren, np_end = bracket.span(1), bracket.end()
            if tag in "ufqv" and len(bracket[1]) == len(stem) and regex.fullmatch(r"\p{Han}{2,4}", bracket[1]):
                tag = "k"  # a name with its Hanja: 왕밍(王明)
            after = _WORD.match(text, np_end, end)
            if after and after["word"] and after["word"] in _particles():
                particle = after["word"]
            position = np_end + len(particle)
        tokens.append(Token(a, a + len(stem), stem, tag, particle, paren, np_end, np_end + len(particle), spaced))
    return [_rejoined(token, tokens[n + 1] if n + 1 < len(tokens) else None) for n, token in enumerate(tokens)]


@lru_cache(maxsize=65536)
def _glued_given(word: str) -> int:
    """Where a foreign given name starts that is glued behind a general word; 0 where there is none."""
    given = words("foreign_given")
    return next((n for n in range(2, len(word) - 2) if word[n:] in given and _tags().get(word[:n]) in ("w", "q", "m")), 0)


def _rejoined(token: Token, following: Token | None) -> Token:
    """A name whose last syllable looked like a particle is whole again where a country, organization or title follows at once
    (왕이 중국 외교부장: not 왕 + 이)."""
    whole = token.text + token.particle
    if following is not None and following.tag == "F" and token.tag == "v" and whole.endswith("다") and len(whole) > 2:
        return replace(token, tag="f")  # 야마시다 하나코: a family name, no verb, before a given name
    if following is None or not following.spaced or following.tag not in "COTm" or len(token.particle) != 1 or token.paren:
        return token
    if len(whole) == 2 and token.tag in "swq" and name_shape(whole) == 2:
        tag = "q"
    elif token.tag == "f" and token.particle in ("로", "라", "나", "이"):
        tag = "f"
    else:
        return token
    return replace(token, text=whole, end=token.stop, np_end=token.stop, particle="", tag=tag)


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
