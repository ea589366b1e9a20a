"""visitextract: Korean news about visits and meetings, turned into validated records.

>>> from visitextract import extract
>>> extraction = extract("…")
"""

from visitextract.batch import FailedArticle, extract_many
from visitextract.dossier import Dossier
from visitextract.errors import InputError, LexiconError, NotKoreanError, RecordError, RuleError, VisitextractError
from visitextract.lexicon.user import Lexicon, load_lexicon
from visitextract.merge import merge
from visitextract.pipeline import extract, find_times
from visitextract.records import Extraction, Meeting, Organization, Person, Span, Statement, Visit, When, json_schema

__version__ = "0.1.0"

__all__ = [
    "Dossier",
    "Extraction",
    "FailedArticle",
    "InputError",
    "Lexicon",
    "LexiconError",
    "Meeting",
    "NotKoreanError",
    "Organization",
    "Person",
    "RecordError",
    "RuleError",
    "Span",
    "Statement",
    "Visit",
    "VisitextractError",
    "When",
    "__version__",
    "extract",
    "extract_many",
    "find_times",
    "json_schema",
    "load_lexicon",
    "merge",
]
