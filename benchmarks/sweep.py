#!/usr/bin/env python3
"""Extract from every article of the given inputs and check each document: no exception, exact spans, valid against the schema.

    python benchmarks/sweep.py ../shared/corpus/news
    python benchmarks/sweep.py ../shared/corpus/news --every 10

Prints one line for each article that fails, then the number of articles and the pace. Exit code 1 when one failed.
"""

from __future__ import annotations

import argparse
import io
import sys
import time

import jsonschema

from visitextract import extract, json_schema
from visitextract.errors import InputError
from visitextract.readers import read_documents


def main() -> int:
    """Run the sweep over the arguments of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", help="files and folders, as for visitextract convert")
    parser.add_argument("--every", type=int, default=1, help="only every n-th article")
    arguments = parser.parse_args()
    validator = jsonschema.Draft202012Validator(json_schema())
    articles = failed = letters = 0
    begun = time.perf_counter()
    for number, document in enumerate(read_documents(arguments.inputs, io.BytesIO())):
        if number % arguments.every:
            continue
        articles += 1
        try:
            if isinstance(document, InputError):
                raise document
            letters += len(document.text)
            extraction = extract(
                document.text,
                published=document.published,
                id=document.id,
                title=document.title,
                outlet=document.outlet,
                url=document.url,
            )
            extraction.verify(document.text)
            validator.validate(extraction.model_dump(mode="json"))
        except Exception as error:
            failed += 1
            source = "" if isinstance(error, InputError) else f"{document.source}: {type(error).__name__}: "  # type: ignore[union-attr]
            print(f"{source}{error}".splitlines()[0])
    seconds = time.perf_counter() - begun
    pace = articles / max(seconds, 1e-9)
    print(f"{articles} articles, {failed} failed, {letters} characters in {seconds:.1f} s: {pace:.1f} articles/s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
