"""What the catalogue finds in a sentence, and the sentence as tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from visitextract.sentences import Sentence
from visitextract.titles import Title
from visitextract.tokens import Token, tag_string, tokenize
from visitextract.wordclasses import WordClasses


@dataclass(frozen=True, slots=True)
class Mention:
    """Something named in one sentence.

    ``kind``: ``person`` (full name), ``short`` (surname + title, Hanja surname), ``office`` (titles without name),
    ``organization``, ``group``, ``pronoun``. ``start:end`` is the name, ``np_start:np_end`` the noun phrase.
    """

    kind: str
    name: str
    start: int
    end: int
    np_start: int
    np_end: int
    sentence: int
    particle: str = ""
    titles: tuple[Title, ...] = ()
    in_role: bool = False
    alias: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence (or the inside of a bracket in it) as tokens, with the tokens that mentions have taken."""

    sentence: int
    tokens: list[Token]
    letters: str
    index: list[int]
    around: Token | None = None  # the organization in whose bracket this stands: 한국가나조합(홍길동 이사장)


def read_tokens(text: str, sentences: Sequence[Sentence], classes: WordClasses) -> list[Reading]:
    """The sentences as tokens, the insides of brackets apart."""
    readings = []
    for sentence in sentences:
        tokens = tokenize(text, sentence.start, sentence.end, classes)
        readings.append(Reading(sentence.index, tokens, *tag_string(tokens)))
        for token in tokens:
            if token.paren:
                inside = tokenize(text, *token.paren, classes)
                readings.append(Reading(sentence.index, inside, *tag_string(inside), token if token.tag == "O" else None))
    return readings
