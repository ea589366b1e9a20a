"""What holds for every text and every file, whatever they are made of: the invariants that a fuzzer tries to break."""

from __future__ import annotations

import json
import time
from io import BytesIO

from visitextract import Extraction, InputError, extract, find_times, merge
from visitextract.explain import explain
from visitextract.export import csv_tables, json_ld
from visitextract.readers import decode, read_documents

DAY = "2024-02-29"
SECONDS = 3.0  # of this process's own time, for the at most 400 characters that inputs.py makes; some milliseconds are usual


def records(text: str) -> None:
    """``extract`` raises nothing, its spans are the caller's text, and JSON brings the same records back."""
    begun = time.process_time()
    extraction = extract(text, published=DAY)
    assert time.process_time() - begun < SECONDS, "slow"
    extraction.verify(text)
    document = json.dumps(extraction.model_dump(mode="json"))  # as ASCII, so that half a surrogate pair travels too
    assert Extraction.model_validate_json(document) == extraction if "\\ud" not in document else json.loads(document)
    assert not extraction.warnings


def times(text: str) -> None:
    """Every time expression is the caller's text, and says a date, a duration or that it is not resolved."""
    for when in find_times(text, published=DAY):
        assert when.evidence is not None
        assert text[when.evidence.start : when.evidence.end] == when.evidence.text
        assert when.start or when.duration or when.anchor == "unresolved"


def reasons(text: str) -> None:
    """``explain`` tells what ``extract`` found, in the caller's words."""
    explanation = explain(text, published=DAY)
    assert len(explanation.meetings) == len(extract(text, published=DAY).meetings)
    for candidate in explanation.passed_over:
        assert text[candidate.words.start : candidate.words.end] == candidate.words.text


def dossiers(text: str) -> None:
    """Two halves merge in either order to the same dossier, and its exports are made."""
    half = len(text) // 2
    first, second = extract(text[:half], published=DAY), extract(text[half:], published=DAY)
    dossier = merge([first, second])
    assert dossier == merge([second, first])
    csv_tables(dossier)
    json_ld(dossier)


def files(data: bytes) -> None:
    """Bytes are text or an ``InputError``, as a file and as JSON lines on standard input."""
    try:
        text, _ = decode(data, "fuzz")
    except InputError:
        pass
    else:
        text.encode()
    for begin in (b"", b"{"):
        for document in read_documents(["-"], BytesIO(begin + data)):
            assert isinstance(document, InputError) or document.text.strip()
