#!/usr/bin/env python3
"""Extract from every article of the given inputs and check each document: no exception, exact spans, valid against the schema.

    python benchmarks/sweep.py ../shared/corpus/news
    python benchmarks/sweep.py ../shared/corpus/news --every 10
    python benchmarks/sweep.py ../shared/corpus/news --variants      # also composed, decomposed, CRLF, full-width, zero-width

Prints one line for each article that fails, then for each way of writing the number of articles, of spans, of those whose
records are not the ones of the article as it is, and the pace. Exit code 1 when one failed.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections import Counter
from typing import Any

import jsonschema

from visitextract import Extraction, extract, json_schema
from visitextract.errors import InputError
from visitextract.readers import Document, read_documents
from visitextract.testing import DISGUISES

VARIANTS = ("NFC", "NFD", "CRLF", "full-width letters", "zero-width spaces")
VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def checked(document: Document, text: str) -> Extraction:
    """The records of a text, as they should be.

    Raises:
        Exception: they are not.
    """
    extraction = extract(
        text,
        published=document.published,
        id=document.id,
        title=document.title,
        outlet=document.outlet,
        url=document.url,
    )
    extraction.verify(text)
    VALIDATOR.validate(extraction.model_dump(mode="json"))
    return extraction


def told(value: Any) -> Any:
    """What a document says, without its offsets."""
    if isinstance(value, dict):
        return None if value.keys() >= {"start", "end", "text"} else {k: told(v) for k, v in value.items() if k != "id"}
    return [told(item) for item in value] if isinstance(value, list) else value


def main() -> int:
    """Run the sweep over the arguments of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", help="files and folders, as for visitextract convert")
    parser.add_argument("--every", type=int, default=1, help="only every n-th article")
    parser.add_argument("--variants", action="store_true", help=f"each article also in {', '.join(VARIANTS)}")
    arguments = parser.parse_args()
    ways = ("as it is", *(VARIANTS if arguments.variants else ()))
    counts: dict[str, Counter[str]] = {way: Counter() for way in ways}
    begun = time.perf_counter()
    for number, document in enumerate(read_documents(arguments.inputs, io.BytesIO())):
        if number % arguments.every:
            continue
        if isinstance(document, InputError):
            counts[ways[0]].update(articles=1, failed=1)
            print(document)
            continue
        plain: Any = None
        for way in ways:
            text = document.text if way == ways[0] else DISGUISES[way](document.text)
            counts[way].update(articles=1, characters=len(text), failed=0, different=0)
            try:
                extraction = checked(document, text)
            except Exception as error:
                counts[way]["failed"] += 1
                print(f"{document.source} ({way}): {type(error).__name__}: {error}".splitlines()[0])
                continue
            counts[way]["spans"] += sum(1 for _ in extraction.spans())
            if arguments.variants:
                records = told(extraction.model_dump(mode="json"))
                plain = plain or records
                counts[way]["different"] += records != plain
    seconds = time.perf_counter() - begun
    for way, count in counts.items():
        told_counts = (f"{count[name]} {name}" for name in ("articles", "failed", "characters", "spans", "different"))
        print(f"{way}: {', '.join(told_counts)}")
    articles = sum(count["articles"] for count in counts.values())
    print(f"{articles} extractions in {seconds:.1f} s: {articles / max(seconds, 1e-9):.1f} a second")
    return 1 if any(count["failed"] for count in counts.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
