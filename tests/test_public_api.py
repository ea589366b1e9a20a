"""The public names: what they are, what they promise, and how they type-check as a user writes them."""

from __future__ import annotations

import copy
import inspect
import pickle
from datetime import UTC, date, datetime
from importlib.metadata import version
from importlib.resources import files

import pydantic
import pytest

import visitextract
from visitextract import Extraction, Span, VisitextractError, When, extract, find_times

TEXT = '홍길동 한빛그룹 회장은 28일 서울에서 존 스미스 구글 최고경영자를 만났다. 홍 회장은 "협력을 넓히겠다"고 말했다.'


def test_the_public_names_are_few_sorted_and_documented() -> None:
    assert visitextract.__all__ == sorted(visitextract.__all__)
    assert len(visitextract.__all__) <= 24
    for name in visitextract.__all__:
        value = getattr(visitextract, name)
        assert name == "__version__" or inspect.getdoc(value)


def test_every_public_method_says_what_comes_back() -> None:
    for name in visitextract.__all__:
        value = getattr(visitextract, name)
        if inspect.isclass(value):
            own = {key: member for key, member in vars(value).items() if not key.startswith("_") and inspect.isfunction(member)}
            assert all(inspect.getdoc(member) for member in own.values()), name


def test_the_version_is_the_distribution_s() -> None:
    assert visitextract.__version__ == version("visitextract")


def test_types_travel_with_the_package() -> None:
    assert files("visitextract").joinpath("py.typed").is_file()


def test_errors_form_one_family() -> None:
    errors = [getattr(visitextract, name) for name in visitextract.__all__ if name.endswith("Error")]
    assert len(errors) >= 5
    assert all(issubclass(error, VisitextractError) for error in errors)


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("2024-02-29", "2024-02-29"),
        (date(2024, 2, 29), "2024-02-29"),
        ("2024-02-29T09:30:00+09:00", "2024-02-29T09:30:00+09:00"),
        ("2024-02-29T00:30:00Z", "2024-02-29T00:30:00"),
        ("2024-02-29 09:30", "2024-02-29T09:30"),
        ("20240229", "2024-02-29"),
        (datetime(2024, 2, 29, 9, 30, 0, 123456, tzinfo=UTC), "2024-02-29T09:30:00"),
        (None, None),
    ],
)
def test_published_may_be_given_as_people_have_it(published: date | datetime | str | None, kept: str | None) -> None:
    found = extract(TEXT, published=published).article.published
    assert found == kept or (found is not None and kept is not None and found.startswith(kept))


@pytest.mark.parametrize("published", ["어제", "", "2024-13-01", "29 Feb 2024", "2024"])
def test_a_date_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        extract(TEXT, published=published)
    with pytest.raises(ValueError, match=r"."):
        find_times(TEXT, published=published)


def test_what_the_caller_says_about_the_article_is_kept() -> None:
    article = extract(TEXT, id="a-1", title="제목", outlet="한빛뉴스", url="https://example.org/1").article
    assert (article.id, article.title, article.outlet, article.url) == ("a-1", "제목", "한빛뉴스", "https://example.org/1")


def test_an_id_is_derived_from_the_content() -> None:
    assert extract(TEXT).article.id == extract(TEXT, published="2024-02-29").article.id
    assert extract(TEXT).article.id != extract(TEXT + " ").article.id


def test_records_are_frozen_and_travel_between_processes() -> None:
    extraction = extract(TEXT, published="2024-02-29")
    assert pickle.loads(pickle.dumps(extraction)) == extraction
    assert copy.deepcopy(extraction) == extraction
    assert Extraction.model_validate_json(extraction.model_dump_json()) == extraction
    with pytest.raises(pydantic.ValidationError):
        setattr(extraction.article, "title", "x")  # noqa: B010


def test_typed_as_a_user_writes_it() -> None:
    """mypy reads this file: what is written here is what the types promise."""
    extraction: Extraction = extract(TEXT, published=date(2024, 2, 29))
    names: list[str] = [party.name for meeting in extraction.meetings for party in meeting.participants]
    spans: list[Span] = list(extraction.spans())
    whens: list[When] = find_times(TEXT, published="2024-02-29")
    start: str | None = whens[0].start
    assert names == ["홍길동", "존 스미스"]
    assert all(TEXT[span.start : span.end] == span.text for span in spans)
    assert start == "2024-02-28"
