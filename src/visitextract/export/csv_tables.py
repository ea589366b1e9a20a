"""Tables as CSV (RFC 4180) that a spreadsheet opens without running anything in it.

A cell that a spreadsheet would take for a formula gets an apostrophe before it. Several texts in one cell are parted by
``"; "``. An empty cell means that no article says it.
"""

from __future__ import annotations

import csv
import io

from visitextract.export.story import Told, dossier_of, writable
from visitextract.export.tables import TABLES, Cell, Table

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guarded(text: str) -> str:
    """The text as a cell that is never a formula. ``'=`` becomes ``''=``, so that one apostrophe less gives the text again.

    >>> guarded("=HYPERLINK(A1)"), guarded("한국")
    ("'=HYPERLINK(A1)", '한국')
    """
    return f"'{text}" if text.lstrip("'").startswith(_STARTS_FORMULA) else text


def csv_tables(told: Told) -> dict[str, str]:
    """Every table by name, as the text of a CSV file with a header line and lines that end in CR LF.

    Write them with the encoding ``utf-8-sig``: without the byte order mark some spreadsheets misread Korean.
    """
    dossier = dossier_of(told)
    return {table.name: _csv(table, list(table.rows(dossier))) for table in TABLES}


def _csv(table: Table, rows: list[tuple[Cell, ...]]) -> str:
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return lines.getvalue()


def _cell(cell: Cell) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return cell
    return guarded(writable(cell if isinstance(cell, str) else "; ".join(cell)))
