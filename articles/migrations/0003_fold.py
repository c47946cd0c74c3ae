"""Fold what keyboards and forms of Unicode still kept apart, and Latin accents.

New are: hamza on a letter (ئ ؤ أ إ ۂ ٸ) leaves the letter alone; ۓ, one key of Urdu
keyboards, is what others type as ئے; ٱ is alef and ە is heh; every invisible character
goes, not only joiners; é is e. What tells two words apart for a reader stays: ھ and ہ,
ے and ی, آ and ا, й and и.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.fulltext import Fold

INVISIBLE = r"\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
MARKS = r"\u0610-\u061a\u0640\u064b-\u065f\u0670\u0674\u06d6-\u06ed\u0898-\u089f\u08ca-\u08ff"
LETTERS = {
    **dict.fromkeys("\u0643", "\u06a9"),  # ك: ک
    **dict.fromkeys("\u0649\u064a\u0626", "\u06cc"),  # ى ي ئ: ی
    "\u06d3": "\u06cc\u06d2",  # ۓ: یے, as ئے becomes
    **dict.fromkeys("\u0647\u0629\u06c0\u06c2\u06c3\u06d5", "\u06c1"),  # ه ة ۀ ۂ ۃ ە: ہ
    "\u0624": "\u0648",  # ؤ: و
    **dict.fromkeys("\u0623\u0625\u0671", "\u0627"),  # أ إ ٱ: ا
    **{chr(zero + value): str(value) for zero in (0x660, 0x6F0) for value in range(10)},
}

# Measured: normalize() takes as long as all the rest, and replace() a third of what
# translate() takes. So texts of letters that are in their normal form already, which most
# are, skip what would not change them: all but lower() is skipped in plain English ones.
PLAIN = r"\u0001-\u007f\u00a3\u2013\u2014\u2018-\u201f\u2022\u20ac"
NORMAL = PLAIN + r"\u0600-\u0652\u0656-\u0674\u0679-\u06ff\u200b-\u200f"
ACCENTED = r"\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff\u212b"

VISIBLE = f"regexp_replace(value, '[{INVISIBLE}]', '', 'g')"
WITHOUT_ACCENTS = (
    rf"regexp_replace(normalize({VISIBLE}, NFKD),"
    r" '([A-Za-z\u00c0-\u02af])[\u0300-\u036f]+', '\1', 'g')"
)
IN_NORMAL_FORM = f"""
CASE
    WHEN value ~ '[{ACCENTED}]' THEN normalize({WITHOUT_ACCENTS}, NFKC)
    WHEN value ~ '[^{NORMAL}]' THEN normalize({VISIBLE}, NFKC)
    ELSE value
END
"""
STRIPPED = f"regexp_replace({IN_NORMAL_FORM}, '[{INVISIBLE}{MARKS}]', '', 'g')"


def with_urdu_letters(expression: str) -> str:
    for letter, as_compared in LETTERS.items():
        expression = f"replace({expression}, '{letter}', '{as_compared}')"
    return expression


FOLD = f"""
CREATE OR REPLACE FUNCTION archive_fold(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(CASE
    WHEN octet_length(value) = char_length(value) THEN value  -- ASCII
    WHEN value !~ '[^{PLAIN}]' THEN value
    ELSE {with_urdu_letters(STRIPPED)}
END)
"""
FOLD_BEFORE = import_module("articles.migrations.0001_functions").FOLD.replace(
    "CREATE", "CREATE OR REPLACE", 1
)

# Generated columns are made anew when a column that they are made of is written. What an
# article was imported as stays in step, unless an editor has changed the article since.
AGAIN = """
UPDATE articles_article
SET headline = headline, source_id = {source}, imported_as = CASE imported_as
    WHEN identity THEN article_identity(source_url, {source}, published_on, headline, body)
    ELSE imported_as
END
WHERE {condition}
"""
CHANGED = """
identity <> article_identity(source_url, source_id, published_on, headline, body)
OR language <> 'en'
"""
LABELS_AGAIN = """
UPDATE articles_source SET name = name WHERE folded_name <> archive_fold(name);
UPDATE articles_category SET name = name WHERE folded_name <> archive_fold(name);
"""
TWINS = """
WITH label AS (
    SELECT id, first_value(id) OVER (PARTITION BY archive_fold(name) ORDER BY id) AS first
    FROM articles_source
), twin AS (
    SELECT article.id, first_value(article.id) OVER (
        PARTITION BY
            article_identity(source_url, label.first, published_on, headline, body)
        ORDER BY state = 'published' DESC, article.id
    ) AS first
    FROM articles_article AS article LEFT JOIN label ON label.id = source_id
    WHERE source_url = ''
)
SELECT first, id FROM twin WHERE first <> id ORDER BY id
"""


def fold_rows(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Bring the rows along; of those that are one now, the first one stays.

    So it is when they are imported: the second of two articles with one headline, body,
    source and day is no other article, and the second of two names is the first one.
    """
    article, source, category = (
        apps.get_model("articles", name) for name in ("Article", "Source", "Category")
    )
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(TWINS)
        for first, other in cursor.fetchall():
            print(
                f"\n    Article {other} is article {first} once more, and goes.", end=""
            )
            _unite_articles(
                article.objects.get(pk=first), article.objects.get(pk=other)
            )
        for first, other in _alike(source):
            move = AGAIN.format(source=first.pk, condition=f"source_id = {other.pk}")
            cursor.execute(move)
            _unite_labels(first, other, "name_ur", "domain", "homepage")
        for first, other in _alike(category):
            first.article_set.add(*other.article_set.values_list("pk", flat=True))
            _unite_labels(first, other, "name_ur")
        cursor.execute(LABELS_AGAIN)
        cursor.execute(AGAIN.format(source="source_id", condition=CHANGED))


def _alike(labels: Any) -> Iterator[tuple[Any, Any]]:
    """The first label of each name, with every other one that has the name as well."""
    firsts: dict[str, Any] = {}
    for label in labels.objects.order_by("pk").annotate(name_now=Fold("name")):
        first = firsts.setdefault(label.name_now, label)
        if first is not label:
            yield first, label


def _unite_labels(first: Any, other: Any, *fields: str) -> None:
    for field in fields:
        setattr(first, field, getattr(first, field) or getattr(other, field))
    other.delete()
    first.save(update_fields=fields)


def _unite_articles(first: Any, other: Any) -> None:
    first.categories.add(*other.categories.values_list("pk", flat=True))
    other.delete()


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_models")]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, fold_rows),  # on the way back
        migrations.RunSQL(FOLD, FOLD_BEFORE),
        migrations.RunPython(fold_rows, migrations.RunPython.noop),
    ]
