"""The class letter of a word: by lexicon, by ending, by shape and by sound (the letters are listed in ``tokens.py``).

One ``WordClasses`` holds the table for one user lexicon, or for none; ``word_classes`` makes it once.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from visitextract.korean.names import foreignness, name_shape
from visitextract.korean.particles import fits, split
from visitextract.lexicon import load, words
from visitextract.lexicon.user import Lexicon
from visitextract.patterns import lazily

_VERB = lazily(
    r"(?:(?:했|됐|였|었|았|갔|났|왔|섰|졌|봤|쳤|냈|렸|렀|켰|셨|겠|있|없|이|하|되|지|리|치|기|보|내|나|르|같|않|싶|맞|받|한|된|진|린|간|난|온)다|니다|까|죠|세요|따르면|더니|아온|어온|해온|져온|[갖맞멈감늦낮]춘|어요|아요|라니|다니"
    r"|하고|되고|이고|있고|했고|됐고|라고|다고|자고|하며|되며|이며|있으며|했으며|다며|라며|면서|지만|으나|는데|은데|하여|되어|통해|위해|대해|따라|관해|의해|향해|비롯해"
    r"|하는|되는|있는|없는|않는|지는|받는|나는|오는|가는|주는|보는|내는|치는|모으는|이끄는|밝힌|맡은|같은|많은|높은|낮은|좋은|열린|따른|걸린|알려진|전해진|이어진|위한|대한|관한|통한|의한|향한|한다는|했다는"
    r"|했던|됐던|하던|이던|있던|했을|됐을|하기|되기|하게|되게|하자|해서|돼서|하면|되면|해야|돼야|하려|하러|있어|없어|으로서|[가-힣](?:했|됐|였|겼|졌|켰|렸|쳤|났|갔|왔|섰)[가-힣]{1,3})$"
)
# Syllables that make a new word of a general one: 방문시, 공부한. Such a word is a name only with a witness.
_SUFFIXED = frozenset(
    "부사과국실층집객년월일분초회점책팀반청시측한해된됨함할될하간별용형식률권물자전후내외상중적화당급차기론설안편비액량점력갑"
)
# Final syllables of verb forms; a word that ends so is no name unless the rest sounds very foreign.
_VERBAL = frozenset("운한해면히게며고던된돼워져여려든듯음함됨라자야네든을")
# Final syllables that only verb forms have.
_ONLY_VERBAL = frozenset("낸킨힌쓴뜬띤뀐췄줬꿨게되될됐돼곤친켜")
# Syllables behind a country or city that make no name of it: 홍콩발 기사, 미국산.
_PLACE_SUFFIXES = frozenset("발산계행향풍판")
_SOVEREIGN = lazily(r"[가-힣]{2,}(?:[1-9]|1\d|2[0-5])세$")  # 존4세, written together
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
    ("foreign_given", ("given",), "F"),
    ("common_words", None, "w"),
    ("not_names", None, "w"),
)


_WHOLE = lazily(r"[가-힣A-Za-z0-9&]+(?:[\-.][A-Za-z0-9]+)*")
_TAIL = lazily(r"[가-힣A-Za-z0-9]*+")


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[str, ...]]:
    """The first two letters -> the listed organizations that are no single word, longest first."""
    found: dict[str, list[str]] = {}
    for entry in load("organizations"):
        if not _WHOLE.fullmatch(entry.surface):
            found.setdefault(entry.surface[:2], []).append(entry.surface)
    return {start: tuple(sorted(names, key=len, reverse=True)) for start, names in found.items()}


@lru_cache(maxsize=1)
def _built_in() -> dict[str, str]:
    """Every lexicon word -> its class letter; a general word of a name's shape is ``q``."""
    table: dict[str, str] = {"겸": "g", "등": "e"}
    for name, kinds, letter in _READINGS:
        for entry in load(name):
            if kinds is None or entry.kind in kinds:
                weak = letter == "w" and 2 <= len(entry.surface) <= 3 and name_shape(entry.surface)
                table.setdefault(entry.surface, "q" if weak else letter)
    offices = tuple(s for s in words("titles", "suffix") if len(s) >= 3)
    for entry in load("common_words"):
        if len(entry.surface) >= 4 and entry.surface.endswith(offices) and table[entry.surface] == "w":
            table[entry.surface] = "T"  # 총괄본부장: a general word, and an office by its end
    return table


_RARE = ("랑", "일")
"""Endings that news seldom writes and names often have: cut off only behind a word that a lexicon knows (정하랑, 헤일)."""


class WordClasses:
    """The class letters of words under one lexicon of the user's."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.table = {**_built_in(), **dict.fromkeys(lexicon.titles, "T")}
        self.titles = tuple(sorted(words("titles", "suffix"), key=len, reverse=True))
        self.endings = tuple(sorted(words("organization_endings"), key=len, reverse=True))
        self.institutions = frozenset[str]().union(
            *(words("organization_endings", kind) for kind in ("government", "court", "university", "association"))
        )
        self.particles = frozenset(p for p in words("particles") - words("particles", "vocative") if "가" <= p[0] <= "힣")
        self.listed = self._listed_pattern()
        self.phrases = _phrases()
        # the memories live and die with this object
        self.classify = lru_cache(maxsize=131072)(self._classify)
        self.analyse = lru_cache(maxsize=131072)(self._analyse)
        self.glued_given = lru_cache(maxsize=65536)(self._glued_given)

    def _listed_pattern(self) -> regex.Pattern[str] | None:
        """The user's names where they stand as words of their own, with particle or address behind them."""
        forms = sorted({*self.lexicon.people_forms, *self.lexicon.organization_forms}, key=len, reverse=True)
        if not forms:
            return None
        return lazily(
            r"(?P<name>\L<forms>)(?:(?P<particle>\L<particles>)?(?![가-힣A-Za-z0-9])|(?=\L<titles>))",
            forms=forms,
            particles=sorted((p for p in self.particles if p[0] != "들"), key=len, reverse=True),
            titles=["씨", "님", "여사", "의원", "대통령", "장관", "회장", "사장", "대표", "교수", "선수", "감독"],
        )

    def listed_letter(self, form: str) -> str:
        """The letter of a name that the user listed: a person's that is a general word too stays doubtful."""
        if form in self.lexicon.organization_forms:
            return "O"
        return "q" if self.table.get(form, "k") in "wqmL" else "k"

    def _classify(self, word: str) -> str:
        """The class letter of a bare word."""
        tag = self.table.get(word)
        if len(word) == 1 and tag in (None, "w", "m", "L", "F") and _is_surname(word):
            return "S" if word in words("foreign_given", "given") else "s"
        if tag:
            return tag
        if word == "교수팀" or (word[-1] == "님" and self.table.get(word[:-1]) == "T"):
            return "T"
        if word in words("surnames", "two"):
            return "s"
        if word[0].isdigit():
            return "T" if len(word) > 2 and word.endswith(self.titles) and word[-1] in "관장" else "n"
        if not any("가" <= c <= "힣" for c in word):
            return "X"
        if word[-1] == "장" and 3 <= len(word) <= 6 and word[:-1].isascii() and word[:-1].isupper():
            return "T"  # CIC장: the head of a unit that goes by its letters
        shape = name_shape(word) if len(word) <= 4 else 0
        if shape == 2 and len(word) >= 3:
            return "q" if self.is_general(word) else "k"
        if len(word) >= 3 and word.endswith(self.endings) and self.is_organization(word):
            return "O"
        if len(word) >= 3 and word.endswith(self.titles) and not shape:
            return "T"
        if any(c.isdigit() for c in word):
            return "F" if _SOVEREIGN.match(word) and word[:-2].rstrip("0123456789") in words("foreign_given", "given") else "w"
        if any(c.isascii() for c in word):
            return "w" if any(self.table.get(word[i:]) in ("w", "q") for i in range(1, len(word) - 1)) else "X"
        return self._by_sound(word, shape)

    def _by_sound(self, word: str, shape: int) -> str:
        """The letter of a Hangul word that no lexicon and no ending knows."""
        if shape == 2:
            return "q"  # two syllables: too many general words look so
        if _VERB.search(word) or (len(word) == 2 and word[-1] in "아어") or (len(word) > 1 and _verbal(word, bool(shape))):
            return "v"
        if word[-1] in _PLACE_SUFFIXES and self.table.get(word[:-1], "-") in "CL":
            return "w"
        if shape and foreignness(word) <= 0:
            return "k" if len(word) == 3 else "q"
        if len(word) == 1:
            return "i" if foreignness(word) >= 0.5 else "w"
        if foreignness(word) > 0:
            return "L" if len(word) >= 4 and word[-1] in "주현성" else "f"
        return "u"

    def is_general(self, word: str) -> bool:
        """Whether a word is a general one, or made of one (방문시, 공부한): a name only where the text bears witness.

        >>> word_classes().is_general("방문시"), word_classes().is_general("홍길동")
        (True, False)
        """
        return word in self.table or (word[-1] in _SUFFIXED and self.table.get(word[:-1], "-") in "wqmLCOTG")

    def is_organization(self, word: str) -> bool:
        """Whether an ending makes an organization of this word: institutions of any stem (교육위원회), companies,
        media, teams and parties of a stem that is no general word (가나전자, not 가전제품전자); not by the tail of a word."""
        ending = next(e for e in self.endings if word.endswith(e))
        stem = word[: -len(ending)]
        if len(stem) < 2 or any(self.table.get(word[i:]) in ("w", "q", "G") for i in range(1, len(stem))):
            return False
        if ending in self.institutions:
            return True
        return self.table.get(stem, "O") in "OLCXf" and self.classify(stem) in "OLCXfuFkq"

    def _analyse(self, word: str) -> tuple[str, str, str]:
        """``(stem, particle, class letter)`` of a word as it stands.

        >>> word_classes().analyse("대통령은")
        ('대통령', '은', 'T')
        """
        table = self.table
        if word in table or len(word) == 1:
            return word, "", self.classify(word)
        if word.endswith("인") and self._copula(word):
            tag = table.get(word[:-1], "v")
            return (word[:-1], "", tag) if tag in "TKJ" else (word, "", "v")  # 사위인 홍길동: the copula joins title and name
        held = _HELD.match(word)
        if held and table.get(held["title"], "-") in "TJ":
            return held["title"], held["tail"], table[held["title"]]  # 홍길동 의원이었고
        if len(word) > 1 and _VERB.search(word):
            stem, particle = split(word, self.particles, self.known)
            if not (particle and self.known(stem)):
                return word, "", "v"
            return stem, particle, self.classify(stem)
        stem, particle = self._listed_body(word) or split(word, self.particles, self.known)
        if particle in _RARE and ((stem not in table and not self.known(stem)) or (len(word) == 3 and name_shape(word))):
            return word, "", self.classify(word)
        if particle.startswith("들"):
            stem, particle = stem + "들", particle[1:]
            return stem, particle, self.classify(stem) if stem in table else self.classify(stem[:-1])
        # 김정은 is a name, not 김정 + 은: a strong three-syllable shape stays whole unless its stem is a word
        if particle and len(word) == 3 and len(particle) == 1 and stem not in table and name_shape(word) == 2:
            return word, "", self.classify(word)
        return stem, particle, self.classify(stem)

    def _listed_body(self, word: str) -> tuple[str, str] | None:
        """A listed organization and its particle, where a longer particle fits too: 코트라 + 는, not 코트 + 라는."""
        cuts = ((word[:-size], word[-size:]) for size in range(1, min(4, len(word) - 1)))
        found = (cut for cut in cuts if self.table.get(cut[0]) == "O" and cut[1] in self.particles and fits(*cut))
        return next(found, None)

    def phrase(self, text: str, start: int, end: int) -> tuple[str, str] | None:
        """The listed organization of several words or with marks inside that stands at ``start``, and its particle."""
        for name in self.phrases.get(text[start : start + 2], ()):
            if text.startswith(name, start) and start + len(name) <= end:
                tail = _TAIL.match(text, start + len(name), end)
                if tail and (not tail[0] or tail[0] in self.particles):
                    return name, tail[0]
        return None

    def _copula(self, word: str) -> bool:
        """Whether 인 joins this noun to the next (서비스인, 전임자인) and is no part of a name."""
        stem = word[:-1]
        if self.table.get(stem, "-") in "TKJ":
            return True
        return name_shape(word) < 2 and (self.table.get(stem, "-") in "wqG" or (stem[-1] == "자" and len(stem) >= 2))

    def known(self, word: str) -> bool:
        """Whether a word is in the table, or ends as titles or organizations do."""
        if word in self.table:
            return True
        return len(word) >= 4 and (word.endswith(self.titles) or (word.endswith(self.endings) and self.is_organization(word)))

    def _glued_given(self, word: str) -> int:
        """Where a foreign given name starts that is glued behind a general word; 0 where there is none."""
        given = words("foreign_given", "given")
        return next((n for n in range(2, len(word) - 2) if word[n:] in given and self.table.get(word[:n]) in ("w", "q", "m")), 0)

    def glued_clause(self, word: str) -> int:
        """Where a name or a known organization starts that the page glued behind a predicate (전망입니다김민수, 있어삼성전자)
        or behind a title (부행장가나금융그룹); 0 where there is none."""
        for n in range(2, len(word) - 2):
            back = word[n:]
            if _SENTENCE_END.search(word[:n]):
                if self.table.get(back) == "O" or (len(back) == 3 and name_shape(back) == 2 and not self.is_general(back)):
                    return n
            elif (
                (word[n - 1] in "어여져" or self.table.get(word[:n], "-") in "Twq")
                and len(back) >= 4
                and self.table.get(back) == "O"
            ):
                return n
        return 0


_HELD = lazily(r"(?P<title>[가-힣A-Z]{2,}?)(?P<tail>(?:이었|였)(?:다|습니다|고|으며|지만|는데|던|으나|을|기))$")
_SENTENCE_END = lazily(r"(?:니다|[했됐었았였있없한된이]다)$")


@lru_cache(maxsize=8)
def word_classes(lexicon: Lexicon | None = None) -> WordClasses:
    """The classes under a lexicon of the user's, or under none; made once for each."""
    return WordClasses(lexicon or Lexicon())


def _is_surname(syllable: str) -> bool:
    """Whether a syllable that stands alone may be a surname; a rare one that is mostly a word (당, 군) is not."""
    return syllable in words("surnames", "one") and syllable not in words("name_words", "no_surname")


def _verbal(word: str, shaped: bool) -> bool:
    """Whether a word ends as verb forms do (드러낸, 수락한, 아니라) and is no foreign name by its sound."""
    return word[-1] in _ONLY_VERBAL or (word[-1] in _VERBAL and (shaped or foreignness(word[:-1]) < 1.5))
