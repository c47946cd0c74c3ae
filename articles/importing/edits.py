"""Whether an article was edited since a moment: the versions that were kept tell."""

# What an import did that was taken back, and the taking back, is no edit; nor is what
# became of an article when labels were merged.
_IS_EDIT = """
NOT coalesce(context.metadata ?| ARRAY['undone_batch', 'merged_into'], false)
AND coalesce(context.metadata ->> 'batch', '') NOT IN (
    SELECT id::text FROM articles_importbatch
    WHERE undone_at IS NOT NULL OR id = {batch}
)
"""
_VERSIONS = {
    "articles_articleversion": "pgh_obj_id",
    "articles_filingversion": "article_id",
}


def edited_since(article: str, moment: str, *, batch: str = "0") -> str:
    """The SQL of it: whether there is a later version, or it was filed otherwise.

    What the import of one key did is no edit either, if one is named.
    """
    return " OR ".join(
        f"""
        EXISTS (
            SELECT FROM {table} AS later
            LEFT JOIN pghistory_context AS context ON context.id = later.pgh_context_id
            WHERE later.{key} = {article} AND later.pgh_created_at > {moment}
                AND {_IS_EDIT.format(batch=batch)}
        )
        """
        for table, key in _VERSIONS.items()
    )
