"""Records in the forms that other programs read: JSON-LD, CSV, Parquet, iCalendar, Web Annotation, and a page for people.

Each form has one module and one function from records to text or bytes; nothing here writes a file or decides what is true.
The functions take a ``Dossier``, an ``Extraction`` or several: what is not a dossier is merged into one first.
"""

from visitextract.export.csv_tables import csv_tables
from visitextract.export.html import html_report
from visitextract.export.icalendar import Calendar, calendar
from visitextract.export.json_ld import json_ld
from visitextract.export.parquet import parquet_tables
from visitextract.export.web_annotation import web_annotations

__all__ = ["Calendar", "calendar", "csv_tables", "html_report", "json_ld", "parquet_tables", "web_annotations"]
