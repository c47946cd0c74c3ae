"""SQL functions that generated columns are made with, so they come before the tables."""

from django.db import migrations

# How names and headlines are compared: in NFKC, in lower case, without Arabic vowel marks,
# kashida and joiners, with the Urdu letter and the European digit for their Arabic and
# Persian look-alikes.
FOLD = r"""
CREATE FUNCTION archive_fold(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(translate(
    regexp_replace(
        normalize(value, NFKC),
        '[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u2060\ufeff]',
        '', 'g'
    ),
    U&'\0643\0649\064a\0647\0629\06c0\06c2\06c3' ||
    U&'\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669' ||
    U&'\06f0\06f1\06f2\06f3\06f4\06f5\06f6\06f7\06f8\06f9',
    U&'\06a9\06cc\06cc\06c1\06c1\06c1\06c1\06c1' ||
    '01234567890123456789'
))
"""

IDENTITY = """
CREATE FUNCTION article_identity(
    source_url text, source_id bigint, published_on date, headline text, body text
) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN source_url <> '' THEN md5(source_url)
    ELSE md5(
        coalesce(source_id::text, '')
        || '/' || coalesce((published_on - DATE '2000-01-01')::text, '')
        || '/' || archive_fold(headline)
        || '/' || md5(body)
    )
END::uuid
"""


class Migration(migrations.Migration):
    initial = True

    operations = [
        migrations.RunSQL(FOLD, "DROP FUNCTION archive_fold"),
        migrations.RunSQL(IDENTITY, "DROP FUNCTION article_identity"),
    ]
