"""Several categories or sources become one: all of it in one transaction, or nothing.

Filings are moved by SQL, so that the triggers see each statement whole. Of the search
entries only the keys of the labels change, and no text is read anew: 72,000 articles
take seconds. Other writers wait for that long; readers do not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import connection, transaction

from articles.models import Article, Category, LabelMove, Source

Label = TypeVar("Label", Category, Source)
MOST_SHOWN = 10

_LOCK = """
LOCK TABLE articles_article, articles_article_categories
IN SHARE ROW EXCLUSIVE MODE
"""
# In the order in which the triggers would write them: then these have nothing to do.
_ENTRIES_OF_CATEGORIES = """
UPDATE articles_searchentry SET
    category_ids = ARRAY(
        SELECT DISTINCT CASE WHEN id = ANY (%(gone)s) THEN %(kept)s ELSE id END AS id
        FROM unnest(category_ids) AS id ORDER BY id
    ),
    vector = ts_delete(vector, %(old_keys)s) || array_to_tsvector(ARRAY[%(new_key)s])
WHERE category_ids && %(gone)s::bigint[]
"""
_FILINGS = """
WITH removed AS (
    DELETE FROM articles_article_categories WHERE category_id = ANY (%(gone)s)
    RETURNING article_id
)
INSERT INTO articles_article_categories (article_id, category_id)
SELECT DISTINCT article_id, %(kept)s FROM removed
ON CONFLICT DO NOTHING
"""
_SOURCES = """
UPDATE articles_article SET source_id = %(kept)s, updated_at = now()
WHERE source_id = ANY (%(gone)s)
"""
# Without an address, an article is recognised by its source: two may become one.
_ALIKE = """
SELECT min(id) FROM articles_article
WHERE source_id = ANY (%(all)s)
GROUP BY article_identity(source_url, %(kept)s, published_on, headline, body)
HAVING count(*) > 1 LIMIT %(most)s
"""
_IN_BOTH = """
SELECT count(*) FROM (
    SELECT article_id FROM articles_article_categories
    WHERE category_id = ANY (%(all)s) GROUP BY article_id HAVING count(*) > 1
) AS filed
"""


class MergingError(Exception):
    """Articles that would be one article, and have to be looked at first."""

    def __init__(self, articles: list[Article]) -> None:
        super().__init__()
        self.articles = articles


@dataclass(frozen=True, slots=True)
class Preview:
    """What a merge would do: `in_both` counts articles filed under several of them."""

    moved: int
    in_both: int
    alike: list[Article]


def preview(kept: Label, gone: Sequence[Label]) -> Preview:
    """What would move, without moving it; articles that are no draft are counted."""
    values = _values(kept, gone)
    moved = sum(label.counts.total() for label in gone)
    if isinstance(kept, Category):
        return Preview(moved, _number(_IN_BOTH, values), [])
    return Preview(moved, 0, _alike(values))


@transaction.atomic
def merge(kept: Label, gone: Sequence[Label], by: Any) -> list[LabelMove]:
    """Move all articles to one label, and leave word where the others went.

    Raises MergingError where two articles would become one; then nothing has moved.
    """
    values = _values(kept, gone)
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)
        if isinstance(kept, Source) and (alike := _alike(values)):
            raise MergingError(alike)
        moves = [
            LabelMove.of(it, kept, count=it.counts.total(), by=by, is_merge=True)
            for it in gone
        ]
        for statement in _STATEMENTS[type(kept)]:
            cursor.execute(statement, values)
    field = kept._meta.model_name or ""
    earlier = LabelMove.objects.filter(**{f"{field}__in": gone})
    earlier.update(**{field: kept, "new_name": kept.name})
    LabelMove.objects.bulk_create(moves)
    _inherit(kept, gone)
    type(kept)._default_manager.filter(pk__in=values["gone"]).delete()
    return moves


_STATEMENTS: dict[type, list[str]] = {
    Category: [_ENTRIES_OF_CATEGORIES, _FILINGS],
    Source: [_SOURCES],
}


def _inherit(kept: Label, gone: Sequence[Label]) -> None:
    """What the label that stays does not say of itself, it takes from the others."""
    for name in ("name_ur", "domain", "homepage"):
        if getattr(kept, name, None) == "":
            found = filter(None, (getattr(label, name) for label in gone))
            setattr(kept, name, next(found, ""))
    kept.save()


def _values(kept: Label, gone: Sequence[Label]) -> dict[str, Any]:
    keys: list[int] = sorted(label.pk for label in gone)
    return {
        "kept": kept.pk,
        "gone": keys,
        "all": [kept.pk, *keys],
        "old_keys": [f"=c{key}" for key in keys],
        "new_key": f"=c{kept.pk}",
        "most": MOST_SHOWN,
    }


def _alike(values: dict[str, Any]) -> list[Article]:
    with connection.cursor() as cursor:
        cursor.execute(_ALIKE, values)
        found = [key for (key,) in cursor.fetchall()]
    return list(Article.objects.filter(pk__in=found).defer("body"))


def _number(statement: str, values: dict[str, Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.fetchone()[0])
