"""Who is who inside a byline: reporters' names among outlets, places, desks and titles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from visitextract.korean.names import name_shape, surname_of
from visitextract.lexicon import meanings, words
from visitextract.patterns import lazily

_TOKEN = lazily(r"[가-힣A-Za-z0-9]+")
_SEPARATOR = lazily(r"[=ㅣ|│]|(?<=[가-힣 ])l(?= )")
_HOST = lazily(r"(?:[A-Za-z0-9\-]{1,30}\.){1,3}[A-Za-z]{2,5}")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says: the reporters' names in order, and the outlet's canonical name if it is a known one."""

    names: tuple[str, ...]
    outlet: str | None


def known_outlet(name: str) -> str | None:
    """The canonical name of an outlet as news writes it, or None for a name that the lexicon does not hold."""
    return meanings("outlets", "outlet").get(name.strip())


def outlet_of_domain(domain: str, *, shared: bool = False) -> str | None:
    """The outlet whose internet domain a host name belongs to (``news.example.co.kr`` → that of ``example.co.kr``).

    ``shared`` also takes the domain that several outlets of a house write from for that of the house's first.
    """
    known = {**meanings("outlets", "domain"), **(meanings("outlets", "shared_domain") if shared else {})}
    parts = domain.lower().strip(".").split(".")
    return next((known[tail] for i in range(len(parts)) if (tail := ".".join(parts[i:])) in known), None)


def outlet_in(words_of_page: str) -> str | None:
    """The first known outlet named as a word of its own in a page's own words, else that of the first host name."""
    named = _outlet_pattern().search(words_of_page)
    if named:
        return known_outlet(named.group())
    return next((name for host in _HOST.findall(words_of_page) if (name := outlet_of_domain(host, shared=True))), None)


def reporters(inner: str) -> Byline:
    """The reporters and the outlet of a byline's words.

    >>> reporters("가나일보 홍길동 김민수 기자").names
    ('홍길동', '김민수')
    """
    rest, outlet = _without_outlet(inner)
    behind = _SEPARATOR.split(rest)[-1]  # what stands before the last sign is a place or an outlet
    names = _names(behind) or _names(rest)
    return Byline(names, outlet or _unlisted_outlet(inner, names))


def _unlisted_outlet(inner: str, names: tuple[str, ...]) -> str | None:
    """The word before the reporters that is named as outlets are (…일보, …뉴스), where the lexicon holds no outlet."""
    first = _TOKEN.search(inner)
    word = first.group() if first else ""
    return word if len(word) > 2 and word not in names and word.endswith(_media_endings()) else None


@lru_cache(maxsize=1)
def _media_endings() -> tuple[str, ...]:
    return (*sorted(words("organization_endings", "media")), "경제")


def _names(words_of_byline: str) -> tuple[str, ...]:
    """The persons' names among a byline's words, once each."""
    found = (_person(token) for token in _TOKEN.findall(words_of_byline))
    return tuple(dict.fromkeys(name for name in found if name))


def _without_outlet(inner: str) -> tuple[str, str | None]:
    """A byline's words without the outlet's name, and that outlet."""
    found = _outlet_pattern().search(inner)
    if not found:
        return inner, None
    return inner[: found.start()] + " · " + inner[found.end() :], known_outlet(found.group())


@lru_cache(maxsize=1)
def _outlet_pattern() -> regex.Pattern[str]:
    outlets = sorted(words("outlets", "outlet"), key=lambda word: (-len(word), word))
    return lazily(r"(?<![가-힣A-Za-z0-9])\L<outlets>(?=[은는] |[^가-힣A-Za-z0-9]|$)", outlets=outlets)


@lru_cache(maxsize=4096)
def _person(token: str) -> str | None:
    """The reporter's name that a byline's word is, or begins with (``홍길동기자``); None for anything else."""
    for title in sorted(words("bylines", "title"), key=len, reverse=True):
        if token.endswith(title) and len(token) > len(title):
            token = token.removesuffix(title)
            break
    if not regex.fullmatch(r"[가-힣]{2,4}", token) or token in _no_names():
        return None
    if len(token) == 4 and len(surname_of(token) or "") != 2:
        return None
    return token if name_shape(token) else None


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    return words("bylines")
