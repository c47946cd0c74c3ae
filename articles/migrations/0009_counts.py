"""Counts of what is in public, kept by the database itself.

They stand on the search entries, which hold a public article's day, language, source and
categories in one row. Triggers add what a statement brings and take off what it takes,
one run a statement. Two writers of one count wait for each other, so that none is lost;
each takes the counts in the order of their keys, so that they do not wait in a circle.
"""

from django.db import migrations, models

_MONTH = "date_trunc('month', day)::date"
# By table: the columns of its key, what they are for an entry, and which entries count.
COUNTED = {
    "articles_daycount": ("day, language", "day, language", "true"),
    "articles_categorycount": (
        "category_id, day",
        f"unnest(category_ids), {_MONTH}",
        "category_ids <> '{}'",
    ),
    "articles_sourcecount": (
        "source_id, day",
        f"source_id, {_MONTH}",
        "source_id IS NOT NULL",
    ),
}
_COLUMNS = "day, language, source_id, category_ids"
_ADDED = f"SELECT 1 AS sign, {_COLUMNS} FROM new_rows"
_REMOVED = f"SELECT -1 AS sign, {_COLUMNS} FROM old_rows"
CHANGES = {
    "INSERT": ("NEW TABLE AS new_rows", _ADDED),
    "UPDATE": (
        "OLD TABLE AS old_rows NEW TABLE AS new_rows",
        f"{_ADDED} UNION ALL {_REMOVED}",
    ),
    "DELETE": ("OLD TABLE AS old_rows", _REMOVED),
}


def upsert(table: str, changes: str) -> str:
    key, values, counts = COUNTED[table]
    return f"""
    INSERT INTO {table} AS counted ({key}, articles, version, changed_at)
    SELECT first, second, sum(sign), 1, clock_timestamp() FROM (
        SELECT sign, {values} FROM ({changes}) AS change
        WHERE day IS NOT NULL AND {counts}
    ) AS keyed (sign, first, second)
    GROUP BY first, second ORDER BY first, second
    ON CONFLICT ({key}) DO UPDATE SET
        articles = counted.articles + excluded.articles,
        version = counted.version + 1,
        changed_at = clock_timestamp()
    """


def trigger(operation: str) -> str:
    tables, changes = CHANGES[operation]
    name = f"archive_count_{operation.lower()}"
    return f"""
    CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        {";".join(upsert(table, changes) for table in COUNTED)};
        RETURN NULL;
    END
    $$;
    CREATE TRIGGER {name} AFTER {operation} ON articles_searchentry
    REFERENCING {tables} FOR EACH STATEMENT EXECUTE FUNCTION {name}()
    """


TRIGGERS = ";".join(map(trigger, CHANGES))
NO_TRIGGERS = ";".join(
    f"DROP FUNCTION archive_count_{operation.lower()} CASCADE" for operation in CHANGES
)
COUNT_ALL = ";".join(
    upsert(table, f"SELECT 1 AS sign, {_COLUMNS} FROM articles_searchentry")
    for table in COUNTED
)


def _counts(
    name: str, key: tuple[str, str], of: str, field: models.Field
) -> migrations.CreateModel:
    fields = [
        (
            "pk",
            models.CompositePrimaryKey(
                *key, blank=True, editable=False, primary_key=True, serialize=False
            ),
        ),
        ("day", models.DateField()),
        (of, field),
        ("articles", models.IntegerField()),
        ("version", models.BigIntegerField()),
        ("changed_at", models.DateTimeField()),
    ]
    return migrations.CreateModel(name=name, fields=fields)


def _label(model: str) -> models.ForeignKey:
    return models.ForeignKey(
        f"articles.{model}",
        models.DO_NOTHING,
        related_name="counts",
        db_constraint=False,
        db_index=False,
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_what_was_left_out")]

    operations = [
        _counts(
            "DayCount",
            ("day", "language"),
            "language",
            models.CharField(max_length=35),
        ),
        _counts("CategoryCount", ("category", "day"), "category", _label("category")),
        _counts("SourceCount", ("source", "day"), "source", _label("source")),
        # Nobody may write between the count and the triggers.
        migrations.RunSQL(
            "LOCK TABLE articles_searchentry IN SHARE ROW EXCLUSIVE MODE",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(COUNT_ALL, migrations.RunSQL.noop),
        migrations.RunSQL(TRIGGERS, NO_TRIGGERS),
    ]
