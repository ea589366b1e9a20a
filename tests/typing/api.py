"""The public names as a user writes them. mypy reads this file, with the source and with the installed wheel; nobody runs it.

Where a line is wrong on purpose, the error is named; mypy tells of one that is no error any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, assert_type

from visitextract import (
    Dossier,
    Extraction,
    FailedArticle,
    InputError,
    Lexicon,
    Meeting,
    NotKoreanError,
    Organization,
    Person,
    Span,
    Statement,
    Visit,
    VisitextractError,
    When,
    extract,
    extract_many,
    find_times,
    json_schema,
    load_lexicon,
    merge,
)
from visitextract.explain import Explanation, explain
from visitextract.export import Calendar, calendar, csv_tables, html_report, json_ld, parquet_tables, web_annotations


def one_article(text: str, day: date, moment: datetime) -> None:
    extraction = extract(
        text, published=day, title="제목", outlet="한빛뉴스", url="https://news.example/1", timezone="Asia/Seoul"
    )
    assert_type(extraction, Extraction)
    assert_type(extract(text, published=moment), Extraction)
    assert_type(extract(text, published="2024-02-29", infer_offices=True), Extraction)
    assert_type(extraction.persons, tuple[Person, ...])
    assert_type(extraction.organizations, tuple[Organization, ...])
    assert_type(extraction.meetings, tuple[Meeting, ...])
    assert_type(extraction.visits, tuple[Visit, ...])
    assert_type(extraction.statements, tuple[Statement, ...])
    assert_type(list(extraction.spans()), list[Span])
    assert_type(extraction.model_dump(mode="json"), dict[str, Any])
    assert_type(find_times(text, published=day), list[When])
    assert_type(explain(text, published=day), Explanation)
    assert_type(json_schema(), dict[str, Any])
    extract(text, published=20240229)  # type: ignore[arg-type]
    extract(text.encode())  # type: ignore[arg-type]
    extract(text, day)  # type: ignore[call-arg]


def records(extraction: Extraction) -> Iterator[str]:
    for meeting in extraction.meetings:
        assert_type(meeting.when, When | None)
        assert_type(meeting.topics, tuple[str, ...])
        assert_type(meeting.evidence, tuple[Span, ...])
        assert_type([party.id for party in meeting.participants], list[str | None])
        if meeting.when is not None:
            assert_type(meeting.when.start, str | None)
        if meeting.status == "held" and meeting.place:
            yield meeting.place.name
        yield meeting.when.start  # type: ignore[union-attr, misc]
        meeting.status = "held"  # type: ignore[assignment]
    for statement in extraction.statements:
        yield statement.speaker.name if statement.speaker else statement.text


def many(articles: Iterable[str | Mapping[str, Any]]) -> None:
    found: list[Extraction] = []
    for result in extract_many(articles, workers=2):
        assert_type(result, Extraction | FailedArticle)
        if isinstance(result, FailedArticle):
            print(result.index, result.id, result.error, result.message)
        else:
            assert_type(result, Extraction)
            found.append(result)
    dossier = merge(found)
    assert_type(dossier, Dossier)
    assert_type(merge([dossier, *found]), Dossier)
    merge("text")  # type: ignore[arg-type]


def words(path: Path) -> None:
    assert_type(load_lexicon(path), Lexicon)
    own = Lexicon.of(people=["홍길동", {"name": "존 스미스", "aliases": ["스미스"]}], titles=["파트장"])
    assert_type(own, Lexicon)
    assert_type(extract("…", lexicon=own), Extraction)
    Lexicon.of(peeple=["홍길동"])  # type: ignore[call-arg]


def exports(text: str, dossier: Dossier) -> None:
    assert_type(csv_tables(dossier), dict[str, str])
    assert_type(parquet_tables(dossier), dict[str, bytes])
    assert_type(json_ld(extract(text)), str)
    assert_type(web_annotations([extract(text)]), str)
    assert_type(calendar(dossier), Calendar)
    assert_type(html_report([(extract(text), text)], language="en"), str)
    html_report([(extract(text), text)], language="de")  # type: ignore[arg-type]


def errors(error: InputError | NotKoreanError) -> VisitextractError:
    return error
