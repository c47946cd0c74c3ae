"""An article as it is taken out: a plain dict, in the words of the archive.

What it holds, an import takes in again: what goes out, comes back the same.
"""

from datetime import UTC, date, datetime
from typing import Any, TypeAlias

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.utils import timezone

from articles.models import Category, State
from articles.querysets import ArticleQuerySet

Record: TypeAlias = dict[str, Any]

# In the order in which a record has them.
FIELDS = (
    "number",
    "headline",
    "summary",
    "byline",
    "dateline",
    "body",
    "published_on",
    "published_at",
    "captured_at",
    "language",
    "source",
    "source_url",
    "categories",
)
# What only a draft has, and what is still to come: without it, an import would bring
# them into the open.
STATE = "state"
_MOMENT = "visible_from"

_NAMES = Category.objects.filter(article=OuterRef("pk")).order_by().values("name")
_COMPUTED: dict[str, Any] = {
    "number": F("pk"),
    "source": F("source__name"),
    "categories": ArraySubquery(_NAMES),
}


def rows_of(articles: ArticleQuerySet) -> Any:
    """The articles, each as a dict with the values of a record."""
    computed = {f"{name}_": at for name, at in _COMPUTED.items()}
    stored = (name for name in (*FIELDS, STATE, _MOMENT) if name not in _COMPUTED)
    return articles.values(*stored, **computed)


def record_of(row: dict[str, Any]) -> Record:
    """What a row says, in the order of the fields; what is empty is left out."""
    values = {name.removesuffix("_"): _plain(value) for name, value in row.items()}
    record = {name: values[name] for name in FIELDS if values[name]}
    is_to_come = row[_MOMENT] is not None and row[_MOMENT] > timezone.now()
    is_draft = row[STATE] == State.DRAFT or is_to_come
    return record | ({STATE: str(State.DRAFT)} if is_draft else {})


def _plain(value: Any) -> Any:
    """A value as JSON has it: days and instants in ISO 8601, in UTC with a Z."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case list():
            return sorted(value)  # by code points: the same on every server
        case _:
            return value
