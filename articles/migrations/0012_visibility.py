"""Articles that come into public at a moment: by a condition, and by nobody's doing.

Of an article that is to come the entry has the moment, until it is made anew after it.
What reads entries and counts reads views, which compare it with the clock. The counts
that are kept leave such entries out, and the views add those whose moment has come.
"""

from importlib import import_module

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from articles.days import FIRST_INSTANT, LAST_INSTANT

_search = import_module("articles.migrations.0004_search")
_counts = import_module("articles.migrations.0009_counts")

# As before, and with the moment: whoever makes an entry after it makes one that needs
# no clock any more.
INDEX = """
CREATE OR REPLACE FUNCTION archive_index(ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO articles_searchentry
        (article_id, day, visible_from, language, source_id, category_ids, vector)
    SELECT a.id, public.day, public.since, a.language, a.source_id, filed.ids,
        setweight(headline.words, 'A')
        || setweight(archive_vector(
            config, concat_ws(' ', a.summary, a.byline)), 'B')
        || setweight(archive_vector(config, a.body), 'C')
        || array_to_tsvector(
            archive_keys('=h', headline.words)
            || archive_keys('=b', archive_vector('simple', a.byline))
            || archive_keys('=p', archive_vector('simple', a.dateline))
            || archive_day_keys('=', public.day)
            || archive_day_keys('=D', (a.captured_at AT TIME ZONE 'UTC')::date)
            || archive_day_keys('=A', (a.imported_at AT TIME ZONE 'UTC')::date)
            || ARRAY['=l' || a.language, concat('=s', a.source_id)]
            || ARRAY(SELECT '=c' || id FROM unnest(filed.ids) AS id)
        )
    FROM articles_article AS a
    CROSS JOIN LATERAL archive_config(a.language) AS config
    CROSS JOIN LATERAL (SELECT archive_vector(config, a.headline)) AS headline(words)
    LEFT JOIN LATERAL (
        SELECT a.published_on, CASE WHEN a.visible_from > now() THEN a.visible_from END
        WHERE a.state = 'published'
    ) AS public(day, since) ON true
    CROSS JOIN LATERAL (
        SELECT ARRAY(
            SELECT category_id FROM articles_article_categories
            WHERE article_id = a.id ORDER BY category_id
        )
    ) AS filed(ids)
    WHERE a.id = ANY (archive_index.ids)
    ON CONFLICT (article_id) DO UPDATE SET
        (day, visible_from, language, source_id, category_ids, vector) = (
            excluded.day, excluded.visible_from, excluded.language,
            excluded.source_id, excluded.category_ids, excluded.vector
        );

    INSERT INTO articles_word (word)
    SELECT word FROM (
        SELECT DISTINCT unnest(
            tsvector_to_array(archive_vector('simple', headline))
        ) AS word
        FROM articles_article WHERE id = ANY (archive_index.ids)
    ) AS of_headlines
    WHERE length(word) BETWEEN 3 AND 40 AND word !~ '[0-9]'
        AND NOT EXISTS (
            SELECT FROM articles_word AS known WHERE known.word = of_headlines.word
        )
    ORDER BY word  -- two writers do not wait for each other in a circle
    ON CONFLICT DO NOTHING;
END
$$
"""
INDEX_AS_BEFORE = _search.INDEX.replace("CREATE", "CREATE OR REPLACE")

CHANGED = """
CREATE OR REPLACE FUNCTION archive_article_changed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM archive_index(ARRAY(
        SELECT id FROM new_rows JOIN old_rows AS was USING (id)
        WHERE ({new}) IS DISTINCT FROM ({old})
    ));
    RETURN NULL;
END
$$
"""


_MODELS = ["daycount", "categorycount", "sourcecount"]


def article_changed(*more: str) -> str:
    columns = [*_search._COLUMNS, *more]
    return CHANGED.format(
        new=", ".join(f"new_rows.{column}" for column in columns),
        old=", ".join(f"was.{column}" for column in columns),
    )


def count_functions(condition: str) -> str:
    """What keeps the counts, of the entries of which a condition holds."""
    added = f"{_counts._ADDED} WHERE {condition}"
    removed = f"{_counts._REMOVED} WHERE {condition}"
    changes = {
        "insert": added,
        "update": f"{added} UNION ALL {removed}",
        "delete": removed,
    }
    return ";".join(
        f"""
        CREATE OR REPLACE FUNCTION archive_count_{operation}() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
            {";".join(_counts.upsert(table, rows) for table in _counts.COUNTED)};
            RETURN NULL;
        END
        $$
        """
        for operation, rows in changes.items()
    )


ENTRIES = """
CREATE VIEW articles_publicentry AS
SELECT article_id, day, language, source_id, category_ids, vector
FROM articles_searchentry
WHERE day IS NOT NULL AND (visible_from IS NULL OR visible_from <= now())
"""
COUNTS = ";".join(
    f"""
    CREATE VIEW {table}_now AS
    SELECT {key}, articles, version, changed_at FROM {table}
    UNION ALL
    SELECT {values}, 1, 1::bigint, visible_from FROM articles_searchentry
    WHERE visible_from <= now() AND {counts}
    """
    for table, (key, values, counts) in _counts.COUNTED.items()
)
NO_VIEWS = "; ".join(
    f"DROP VIEW {view}"
    for view in ["articles_publicentry", *(f"{t}_now" for t in _counts.COUNTED)]
)

# Whoever empties the entries at once, as tests do, empties what is counted of them.
EMPTIED = f"""
CREATE FUNCTION archive_count_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    TRUNCATE {", ".join(_counts.COUNTED)};
    RETURN NULL;
END
$$;
CREATE TRIGGER archive_count_truncate AFTER TRUNCATE ON articles_searchentry
FOR EACH STATEMENT EXECUTE FUNCTION archive_count_truncate()
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_first_files")]

    operations = [
        migrations.AlterModelOptions(
            name="categorycount",
            options={"managed": False},
        ),
        migrations.AlterModelOptions(
            name="daycount",
            options={"managed": False},
        ),
        migrations.AlterModelOptions(
            name="sourcecount",
            options={"managed": False},
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="article",
            name="replaced_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="article",
            name="deleted_delete",
        ),
        migrations.AddField(
            model_name="article",
            name="visible_from",
            field=models.DateTimeField(
                blank=True,
                help_text="Empty: as soon as it is published.",
                null=True,
                verbose_name="in public from",
            ),
        ),
        migrations.AddField(
            model_name="articleversion",
            name="visible_from",
            field=models.DateTimeField(
                blank=True,
                help_text="Empty: as soon as it is published.",
                null=True,
                verbose_name="in public from",
            ),
        ),
        migrations.AddField(
            "searchentry", "visible_from", models.DateTimeField(null=True)
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(
                models.F("visible_from"),
                condition=models.Q(("visible_from__isnull", False)),
                name="search_entry_to_come",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="replaced_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_articleversion" ("body", "byline", "captured_at", "dateline", "headline", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_on", "source_id", "source_url", "state", "summary", "visible_from", "withdrawn_reason") SELECT old_values."body", old_values."byline", old_values."captured_at", old_values."dateline", old_values."headline", old_values."language", _pgh_attached_context.value, NOW(), \'replaced\', old_values."id", old_values."published_at", old_values."published_on", old_values."source_id", old_values."source_url", old_values."state", old_values."summary", old_values."visible_from", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."body" IS DISTINCT FROM (new_values."body") OR old_values."byline" IS DISTINCT FROM (new_values."byline") OR old_values."captured_at" IS DISTINCT FROM (new_values."captured_at") OR old_values."dateline" IS DISTINCT FROM (new_values."dateline") OR old_values."headline" IS DISTINCT FROM (new_values."headline") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."published_at" IS DISTINCT FROM (new_values."published_at") OR old_values."published_on" IS DISTINCT FROM (new_values."published_on") OR old_values."source_id" IS DISTINCT FROM (new_values."source_id") OR old_values."source_url" IS DISTINCT FROM (new_values."source_url") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."summary" IS DISTINCT FROM (new_values."summary") OR old_values."visible_from" IS DISTINCT FROM (new_values."visible_from") OR old_values."withdrawn_reason" IS DISTINCT FROM (new_values."withdrawn_reason")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="48227a512240b28ec7a72c90e1f299c8b4bf4d14",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_replaced_update_ee7c1",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "articles_articleversion" ("body", "byline", "captured_at", "dateline", "headline", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_on", "source_id", "source_url", "state", "summary", "visible_from", "withdrawn_reason") SELECT old_values."body", old_values."byline", old_values."captured_at", old_values."dateline", old_values."headline", old_values."language", _pgh_attached_context.value, NOW(), \'deleted\', old_values."id", old_values."published_at", old_values."published_on", old_values."source_id", old_values."source_url", old_values."state", old_values."summary", old_values."visible_from", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="64e8460b4330fba5e17efc566ec50bfe51820bf7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_dd976",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="articles_article",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("visible_from__isnull", True),
                    ("visible_from__range", (FIRST_INSTANT, LAST_INSTANT)),
                    _connector="OR",
                ),
                name="article_is_visible_from_1500_to_2500",
                violation_error_message="A day lies between 1500 and 2500.",
            ),
        ),
        *(
            migrations.AlterModelTable(model, f"articles_{model}_now")
            for model in _MODELS
        ),
        migrations.RunSQL(INDEX, INDEX_AS_BEFORE),
        migrations.RunSQL(article_changed("visible_from"), article_changed()),
        migrations.RunSQL(
            count_functions("visible_from IS NULL"), count_functions("true")
        ),
        # Without figures of the new column a third of all entries is taken to be to come.
        migrations.RunSQL("ANALYZE articles_searchentry", migrations.RunSQL.noop),
        migrations.RunSQL(ENTRIES + ";" + COUNTS, NO_VIEWS),
        migrations.RunSQL(EMPTIED, "DROP FUNCTION archive_count_truncate CASCADE"),
    ]
