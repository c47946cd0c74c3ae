"""Taking an import back as a whole, except for what was edited since.

Articles that it stored are deleted, and those that it updated become what they were:
the versions that were kept tell both. An article that anything else has changed since,
or filed otherwise, was edited, and stays as it is.
"""

from dataclasses import dataclass

import pghistory
from django.db import connection, transaction
from django.utils import timezone

from articles.importing.edits import edited_since
from articles.importing.resuming import is_at_rest
from articles.importing.statements import LOCK
from articles.models import ImportBatch
from articles.models.versions import FIELDS

_COLUMNS = ["source_id" if name == "source" else name for name in FIELDS]
_NAMES = ", ".join(_COLUMNS)
_OLD_VALUES = ", ".join(f"version.{column}" for column in _COLUMNS)

# What the import did, told by the versions and filings whose context names it. Of an
# article that it updated twice, the version before the first time counts.
_FIND_CONTEXTS = """
CREATE TEMPORARY TABLE undone_context ON COMMIT DROP AS
SELECT id FROM pghistory_context
WHERE metadata @> jsonb_build_object('batch', %(batch)s)
"""
_FIND_ARTICLES = f"""
CREATE TEMPORARY TABLE undone ON COMMIT DROP AS
SELECT article_id, is_new, version_id,
    ({edited_since("touched.article_id", "since", batch="%(batch)s")}) AS is_edited
FROM (
    SELECT article_id, min(stored_at) AS since, bool_or(is_first) AS is_new
    FROM articles_original WHERE batch_id = %(batch)s GROUP BY article_id
) AS touched
LEFT JOIN (
    SELECT pgh_obj_id AS article_id, min(pgh_id) AS version_id
    FROM articles_articleversion JOIN undone_context ON id = pgh_context_id
    WHERE pgh_label = 'replaced' GROUP BY pgh_obj_id
) AS replaced USING (article_id)
"""
# What an article was before may be what another one is now.
_LEAVE_TWINS = """
UPDATE undone SET is_edited = true
FROM articles_articleversion AS version, articles_article AS other
WHERE version.pgh_id = version_id AND NOT is_new AND other.id <> undone.article_id
    AND other.identity = article_identity(
        version.source_url, version.source_id, version.published_on,
        version.headline, version.body
    )
"""
_ADDED = "SELECT article_id FROM undone WHERE is_new AND NOT is_edited"
_UPDATED = "SELECT article_id FROM undone WHERE NOT is_new AND NOT is_edited"
# Foreign keys look each row up in the way that was best for what was last counted: in a
# table that was empty then, by reading all of it. What nobody has counted the planner
# guesses at, and went through 750,000 rows for each row of another table.
_REFRESH = """
ANALYZE undone, articles_searchentry, articles_article_categories, articles_original
"""
_REMOVE = [
    # First, or each entry would be made anew without categories before it goes.
    f"DELETE FROM articles_searchentry WHERE article_id IN ({_ADDED})",
    f"DELETE FROM articles_article_categories WHERE article_id IN ({_ADDED})",
    f"DELETE FROM articles_original WHERE article_id IN ({_ADDED})",
    f"DELETE FROM articles_article WHERE id IN ({_ADDED})",
]
_RESTORE = [
    f"""
    UPDATE articles_article AS article
    SET ({_NAMES}) = ROW({_OLD_VALUES}), updated_at = now()
    FROM undone JOIN articles_articleversion AS version ON pgh_id = version_id
    WHERE article.id = undone.article_id AND NOT is_new AND NOT is_edited
    """,
    f"""
    DELETE FROM articles_article_categories AS filed
    USING articles_filingversion AS version
    JOIN undone_context AS context ON context.id = pgh_context_id
    WHERE pgh_label = 'filed' AND filed.article_id = version.article_id
        AND filed.category_id = version.category_id AND filed.article_id IN ({_UPDATED})
    """,
    f"""
    INSERT INTO articles_article_categories (article_id, category_id)
    SELECT article_id, category_id
    FROM articles_filingversion
    JOIN undone_context AS context ON context.id = pgh_context_id
    WHERE pgh_label = 'unfiled' AND article_id IN ({_UPDATED})
    ON CONFLICT DO NOTHING
    """,
    f"""
    DELETE FROM articles_original
    WHERE batch_id = %(batch)s AND article_id IN ({_UPDATED})
    """,
]
_COUNT = """
SELECT count(*) FILTER (WHERE is_new AND NOT is_edited),
    count(*) FILTER (WHERE NOT is_new AND NOT is_edited),
    count(*) FILTER (WHERE is_edited)
FROM undone
"""


class AlreadyUndoneError(ValueError):
    """An import can be taken back once."""


class StillRunningError(ValueError):
    """An import is taken back when it has ended, or was broken off."""


@dataclass(frozen=True, slots=True)
class Undoing:
    """How many articles were deleted, became what they were, and were left alone."""

    removed: int
    restored: int
    left: int


def undo(key: int, *, user: int | None, dry_run: bool = False) -> Undoing:
    """Take back the import of this key in the ledger.

    A dry run goes the same way and takes that back at the end. Raises
    AlreadyUndoneError and StillRunningError.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(LOCK)  # before any row, as imports do: else they would deadlock
        if not is_at_rest(cursor, key):
            raise StillRunningError(key)
        batch = ImportBatch.objects.select_for_update(of=("self",)).get(pk=key)
        if batch.undone_at:
            raise AlreadyUndoneError(key)
        values = {"batch": key}
        for statement in (_FIND_CONTEXTS, _FIND_ARTICLES, _LEAVE_TWINS, _COUNT):
            cursor.execute(statement, values)
        undoing = Undoing(*cursor.fetchone())
        with pghistory.context(undone_batch=key, user=user):
            for statement in (_REFRESH, *_REMOVE, *_RESTORE):
                cursor.execute(statement, values)
        batch.undone_at, batch.undone_by_id = timezone.now(), user
        batch.save(update_fields=["undone_at", "undone_by"])
        transaction.set_rollback(dry_run)
    return undoing
