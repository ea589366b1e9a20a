"""The engines that people run, each over the Arrow bridge as ``docs/scale.md`` shows it: the rows that ``extract()`` gives.

An engine that is not installed is skipped, with what to install. ``VISITEXTRACT_ENGINE_ROWS`` sets how many rows Spark and Ray
get (2,000 by default).
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")

from fixture_articles import FIXTURES  # noqa: E402
from visitextract import extract  # noqa: E402
from visitextract.arrow import extract_batches, extract_reader, extract_table, spark_schema  # noqa: E402

COUNT = int(os.environ.get("VISITEXTRACT_ENGINE_ROWS", "2000"))


def rows(count: int) -> list[dict[str, Any]]:
    """Articles in turn, and in every hundred one row without a text and one with a date that is none."""
    found: list[dict[str, Any]] = []
    for number in range(count):
        fixture = FIXTURES[number % len(FIXTURES)]
        row = {"key": number, "text": fixture.text[:600], "published": fixture.meta["published"], "id": f"n-{number}"}
        if number % 100 == 7:
            row["text"] = None
        if number % 100 == 42:
            row["published"] = "어제"
        found.append(row)
    return found


def expected(count: int) -> list[dict[str, Any]]:
    """The same rows with what ``extract`` gives for each."""
    known: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows(count):
        if row["text"] is not None and row["published"] != "어제":
            key = (row["text"], row["published"])
            if key not in known:
                known[key] = extract(row["text"], published=row["published"]).model_dump(mode="json")
    result = []
    for row in rows(count):
        found = known.get((row["text"], row["published"])) if row["text"] else None
        if found is not None:
            found = {**found, "article": {**found["article"], "id": row["id"]}}
        result.append({**row, "extraction": found})
    return result


def checked(found: list[dict[str, Any]], count: int) -> None:
    found = sorted(found, key=lambda row: int(row["key"]))
    assert [row.pop("error") is None for row in found] == [row["extraction"] is not None for row in expected(count)]
    assert found == expected(count)


def test_polars() -> None:
    polars = pytest.importorskip("polars", reason="Polars is not installed: pip install polars")
    frame = polars.DataFrame(rows(200))
    checked(polars.from_arrow(extract_table(frame.to_arrow())).to_dicts(), 200)


def test_duckdb() -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed: pip install duckdb")
    with duckdb.connect() as base:
        base.register("news", pa.Table.from_pylist(rows(200)))
        found = extract_reader(base.sql("select * from news").to_arrow_table().to_reader(50))  # noqa: F841 -- read by the query
        checked(base.sql("select * from found").to_arrow_table().to_pylist(), 200)


def test_pandas() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed: pip install pandas")
    frame = pandas.DataFrame(rows(200), index=range(1000, 1200))
    found = extract_table(pa.Table.from_pandas(frame))
    assert found.to_pandas().index.tolist() == frame.index.tolist()
    checked(found.to_pylist(), 200)


@pytest.fixture
def spark() -> Iterator[Any]:
    pyspark = pytest.importorskip("pyspark.sql", reason="Spark is not installed: pip install 'visitextract[spark]'")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("Spark needs Java: apt-get install default-jre-headless")
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    session = (
        pyspark.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "200")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.mark.filterwarnings("ignore")
def test_spark(spark: Any) -> None:
    frame = spark.createDataFrame(rows(COUNT), "key long, text string, published string, id string").repartition(4)
    found = frame.mapInArrow(extract_batches, spark_schema(frame.schema))
    checked([row.asDict(recursive=True) for row in found.collect()], COUNT)


@pytest.mark.filterwarnings("ignore")
def test_ray() -> None:
    ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'visitextract[ray]'")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    try:
        data = ray.data.from_arrow(pa.Table.from_pylist(rows(COUNT)))
        found = data.map_batches(extract_table, batch_format="pyarrow", batch_size=200)
        checked(pa.concat_tables([ray.get(one) for one in found.to_arrow_refs()]).to_pylist(), COUNT)
    finally:
        ray.shutdown()
