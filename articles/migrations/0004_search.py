"""The search index: a narrow table beside the articles, kept by the database itself.

Searches read it instead of the articles: its rows are short, and their vectors hold an
article's labels and days as well as its words (articles/search/postgres/keys.py says
why). Triggers keep it, one run for each statement, so that no writer can forget it.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations, models

# English words lose their accents, and only then their endings: Maëlle and Maelle.
ENGLISH = """
CREATE TEXT SEARCH CONFIGURATION archive_english (COPY = english);
ALTER TEXT SEARCH CONFIGURATION archive_english
    ALTER MAPPING FOR word, hword, hword_part WITH unaccent, english_stem;
"""

# The same table as articles.fulltext.CONFIGURATIONS; a test compares the two.
CONFIG = """
CREATE FUNCTION archive_config(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE language
    WHEN 'en' THEN 'archive_english'::regconfig
    WHEN 'ar' THEN 'arabic'::regconfig
    WHEN 'de' THEN 'german'::regconfig
    WHEN 'es' THEN 'spanish'::regconfig
    WHEN 'fr' THEN 'french'::regconfig
    WHEN 'hi' THEN 'hindi'::regconfig
    WHEN 'id' THEN 'indonesian'::regconfig
    WHEN 'it' THEN 'italian'::regconfig
    WHEN 'nl' THEN 'dutch'::regconfig
    WHEN 'pt' THEN 'portuguese'::regconfig
    WHEN 'ru' THEN 'russian'::regconfig
    WHEN 'sv' THEN 'swedish'::regconfig
    WHEN 'ta' THEN 'tamil'::regconfig
    WHEN 'tr' THEN 'turkish'::regconfig
    ELSE 'simple'::regconfig
END
"""

# PostgreSQL's parser takes "peace-talks", "and/or" and "-19" for words of their own kind;
# parted, they match "peace talks". A vector holds at most 1 MB of words: this many
# characters do not exceed it, in any script.
TEXT = """
CREATE FUNCTION archive_text(config regconfig, value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(
    CASE config
        WHEN 'simple'::regconfig THEN archive_fold(left(value, 100000))
        ELSE left(value, 100000)
    END,
    '-/_', '   '
)
"""
VECTOR = """
CREATE FUNCTION archive_vector(config regconfig, value text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN to_tsvector(config, archive_text(config, value))
"""

KEYS = """
CREATE FUNCTION archive_keys(mark text, words tsvector) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(SELECT mark || word FROM unnest(tsvector_to_array(words)) AS word)
"""
DAY_KEYS = """
CREATE FUNCTION archive_day_keys(mark text, day date) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN day IS NULL THEN '{}'::text[] ELSE ARRAY[
    mark || 'e' || to_char(day, 'FMYYYY')::integer / 10,
    mark || 'y' || to_char(day, 'YYYY'),
    mark || 'm' || to_char(day, 'YYYY-MM'),
    mark || 'd' || to_char(day, 'YYYY-MM-DD')
] END
"""

# Makes the entries of some articles anew. A word in the headline says more about a story
# than one in the body. The keys: h a word of the headline, b of the byline, p of the
# dateline; e, y, m and d the decade, year, month and day, after D of the document and
# after A of the import; l the language, s the source, c a category.
INDEX = """
CREATE FUNCTION archive_index(ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO articles_searchentry
        (article_id, day, language, source_id, category_ids, vector)
    SELECT a.id, public.day, a.language, a.source_id, filed.ids,
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
    CROSS JOIN LATERAL (
        SELECT CASE WHEN a.state = 'published' THEN a.published_on END
    ) AS public(day)
    CROSS JOIN LATERAL (
        SELECT ARRAY(
            SELECT category_id FROM articles_article_categories
            WHERE article_id = a.id ORDER BY category_id
        )
    ) AS filed(ids)
    WHERE a.id = ANY (archive_index.ids)
    ON CONFLICT (article_id) DO UPDATE SET
        (day, language, source_id, category_ids, vector) = (
            excluded.day, excluded.language, excluded.source_id,
            excluded.category_ids, excluded.vector
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

INDEX_ALL = """
CREATE FUNCTION archive_index_all() RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    ids bigint[];
    last bigint := 0;
    count bigint := 0;
BEGIN
    LOOP
        ids := ARRAY(
            SELECT id FROM articles_article WHERE id > last ORDER BY id LIMIT 1000
        );
        EXIT WHEN ids = '{}';
        PERFORM archive_index(ids);
        last := ids[cardinality(ids)];
        count := count + cardinality(ids);
    END LOOP;
    RETURN count;
END
$$
"""

# One function for each way to change what the index holds.
ARTICLE_ADDED = """
CREATE FUNCTION archive_article_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM archive_index(ARRAY(SELECT id FROM new_rows));
    RETURN NULL;
END
$$;
CREATE TRIGGER article_added AFTER INSERT ON articles_article
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION archive_article_added()
"""

_SEARCHED = "headline summary byline dateline body published_on captured_at imported_at"
_COLUMNS = [*_SEARCHED.split(), "language", "source_id", "state"]
_OLD = ", ".join(f"was.{column}" for column in _COLUMNS)
_NEW = ", ".join(f"new_rows.{column}" for column in _COLUMNS)
ARTICLE_CHANGED = f"""
CREATE FUNCTION archive_article_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM archive_index(ARRAY(
        SELECT id FROM new_rows JOIN old_rows AS was USING (id)
        WHERE ({_NEW}) IS DISTINCT FROM ({_OLD})
    ));
    RETURN NULL;
END
$$;
CREATE TRIGGER article_changed AFTER UPDATE ON articles_article
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION archive_article_changed()
"""

# An importer files an article in the statement that stores it: its entry has the
# categories already, and is not made twice. Else the article's row is locked before its
# entry is made, so that of two writers the second one sees what the first one wrote.
FILED = """
CREATE FUNCTION archive_filed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ids bigint[];
BEGIN
    ids := ARRAY(
        SELECT article_id FROM articles_searchentry AS entry
        WHERE article_id IN (SELECT article_id FROM changed_rows)
            AND category_ids <> ARRAY(
                SELECT category_id FROM articles_article_categories AS filed
                WHERE filed.article_id = entry.article_id ORDER BY category_id
            )
        ORDER BY article_id
    );
    IF ids <> '{}' THEN
        PERFORM FROM articles_article WHERE id = ANY (ids)
            ORDER BY id FOR NO KEY UPDATE;
        PERFORM archive_index(ids);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER article_filed AFTER INSERT ON articles_article_categories
REFERENCING NEW TABLE AS changed_rows
FOR EACH STATEMENT EXECUTE FUNCTION archive_filed();
CREATE TRIGGER article_unfiled AFTER DELETE ON articles_article_categories
REFERENCING OLD TABLE AS changed_rows
FOR EACH STATEMENT EXECUTE FUNCTION archive_filed();
CREATE TRIGGER article_refiled AFTER UPDATE ON articles_article_categories
REFERENCING NEW TABLE AS changed_rows
FOR EACH STATEMENT EXECUTE FUNCTION archive_filed()
"""


def _function(sql: str, *signatures: str) -> migrations.RunSQL:
    drops = [f"DROP FUNCTION {signature} CASCADE" for signature in signatures]
    return migrations.RunSQL(sql, "; ".join(drops))


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_fold")]

    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        migrations.RunSQL(ENGLISH, "DROP TEXT SEARCH CONFIGURATION archive_english"),
        _function(CONFIG, "archive_config"),
        _function(TEXT, "archive_text"),
        _function(VECTOR, "archive_vector"),
        _function(KEYS, "archive_keys"),
        _function(DAY_KEYS, "archive_day_keys"),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="entry",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("day", models.DateField(null=True)),
                ("language", models.CharField(max_length=35)),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.source",
                    ),
                ),
                (
                    "category_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
                ("vector", django.contrib.postgres.search.SearchVectorField()),
            ],
        ),
        migrations.CreateModel(
            name="Word",
            fields=[("word", models.TextField(primary_key=True, serialize=False))],
        ),
        migrations.RunSQL(
            """
            ALTER TABLE articles_searchentry
                ADD FOREIGN KEY (article_id) REFERENCES articles_article
                    ON DELETE CASCADE,
                SET (toast_tuple_target = 128)
            """,
            migrations.RunSQL.noop,
        ),
        _function(INDEX, "archive_index"),
        _function(INDEX_ALL, "archive_index_all"),
        migrations.RunSQL("SELECT archive_index_all()", migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="searchentry",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["vector"], fastupdate=False, name="search_entry_vector"
            ),
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(
                models.F("day").desc(),
                models.F("article").desc(),
                condition=models.Q(day__isnull=False),
                name="search_entry_newest_first",
            ),
        ),
        migrations.AddIndex(
            model_name="word",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(
                    models.F("word"), "gin_trgm_ops"
                ),
                name="word_trigrams",
            ),
        ),
        migrations.AddIndex(
            model_name="word",
            index=models.Index(
                django.contrib.postgres.indexes.OpClass(
                    models.F("word"), "text_pattern_ops"
                ),
                name="word_beginnings",
            ),
        ),
        _function(ARTICLE_ADDED, "archive_article_added"),
        _function(ARTICLE_CHANGED, "archive_article_changed"),
        _function(FILED, "archive_filed"),
        migrations.RemoveIndex(model_name="article", name="article_search"),
        migrations.RemoveField(model_name="article", name="search_vector"),
    ]
