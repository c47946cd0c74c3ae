"""The table that a batch is copied into: of each record, what it says."""

CONTENT = [
    "headline",
    "summary",
    "byline",
    "dateline",
    "body",
    "published_on",
    "published_at",
    "captured_at",
    "language",
    "source_id",
    "source_url",
]
_TEXTS = {"headline", "summary", "byline", "dateline", "body", "source_url"}


def stored_value(column: str) -> str:
    if column == "language":
        return "coalesce(language, likely_language)"
    return f"coalesce({column}, '')" if column in _TEXTS else column


_COLUMNS = ", ".join(CONTENT)

CREATE_INCOMING = f"""
CREATE TEMPORARY TABLE IF NOT EXISTS incoming (
    position integer, number bigint, is_draft boolean, is_hearsay boolean,
    headline text, summary text, byline text, dateline text, body text,
    published_on date, published_at timestamptz, captured_at timestamptz,
    language text, source_id bigint, source_url text, category_ids bigint[],
    likely_language text, place text, format text, sha256 bytea, packed bytea,
    article_id bigint, is_changed boolean,
    identity uuid GENERATED ALWAYS AS (article_identity(
        {stored_value("source_url")}, source_id, published_on,
        {stored_value("headline")}, {stored_value("body")}
    )) STORED
)
"""

COPY_INCOMING = f"""
COPY incoming (
    position, {_COLUMNS}, category_ids, likely_language, place, format, sha256, packed,
    article_id, number, is_draft, is_hearsay
) FROM STDIN
"""

# Without this the planner takes the table to be large, and reads the whole archive.
ANALYZE_INCOMING = "ANALYZE incoming (identity)"
