"""What the archive stores: articles, their sources and their categories.

What must hold is a constraint with a name, so that it holds for every writer: the
importer, the admin, and a hand on the database.
"""

from articles.models.article import Article, Snippet, State
from articles.models.autosaves import Autosave
from articles.models.concerns import Concern, SetAside
from articles.models.corrections import Correction
from articles.models.counts import CategoryCount, DayCount, SourceCount
from articles.models.label_moves import Happened, Kind, LabelMove
from articles.models.labels import Category, Named, Source
from articles.models.ledger import ImportBatch, ImportedFile, ImportRefusal, Original
from articles.models.presences import Presence
from articles.models.search_entry import SearchEntry, Word
from articles.models.translations import Translation
from articles.models.versions import (
    ArticleVersion,
    FilingVersion,
    filing_versions,
    replaced_versions,
    was_in_public,
)

__all__ = [
    "Article",
    "ArticleVersion",
    "Autosave",
    "Category",
    "CategoryCount",
    "Concern",
    "Correction",
    "DayCount",
    "FilingVersion",
    "Happened",
    "ImportBatch",
    "ImportRefusal",
    "ImportedFile",
    "Kind",
    "LabelMove",
    "Named",
    "Original",
    "Presence",
    "SearchEntry",
    "SetAside",
    "Snippet",
    "Source",
    "SourceCount",
    "State",
    "Translation",
    "Word",
    "filing_versions",
    "replaced_versions",
    "was_in_public",
]
