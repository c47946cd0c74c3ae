"""An archive of n invented articles, put into its database as fast as it can be.

Two processes make and copy them, because the making takes most of the time. Indexes and
the uniqueness that they see to are made when all rows are there, from the definitions
that the database itself gives: nothing of the schema is repeated here.
"""

import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import conninfo

from articles.slugs import label_slug
from bench.search import copying, databases, labels

_PROCESSES = 2
_SLICE = 2000  # articles; the processes take turns, so rows lie about in order of ids
_SECONDS_BETWEEN_LINES = 5

_CONSTRAINTS = """
SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
FROM pg_constraint
WHERE contype IN ('u', 'x') AND conrelid = ANY (%s::regclass[])
ORDER BY conname
"""
_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE NOT indisprimary AND indrelid = ANY (%s::regclass[])
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
ORDER BY 1
"""


def fill(count: int) -> None:
    """Make the archive of so many articles, unless it is there and whole."""
    if databases.is_whole(count):
        print(f"{databases.name(count)} is whole and stays as it is.")
        return
    databases.make(count)
    populate(count)


def populate(count: int) -> None:
    """Fill the empty tables of the database in use."""
    _make_labels()
    target = _target()
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
        cursor.execute("SET maintenance_work_mem = '1GB'")
        with _without_indexes(cursor, _tables("SearchEntry", "Word")):
            with _without_indexes(cursor, [target.articles, target.categories]):
                _copy_articles(count, target)
            cursor.execute("ANALYZE")
            _timed(cursor, "SELECT archive_index_all()")
        models = apps.get_app_config("articles").get_models(include_auto_created=True)
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)
        _timed(cursor, "VACUUM ANALYZE")
    databases.call_whole(count)


def _make_labels() -> None:
    """The sources and categories, with the ids by which the texts know them."""
    source, category = (apps.get_model("articles", of) for of in ("Source", "Category"))
    source._default_manager.bulk_create(
        source(
            id=number,
            slug=label_slug(label.name),
            homepage=f"https://{label.domain}/",
            **label._asdict(),
        )
        for number, label in enumerate(labels.SOURCES, start=1)
    )
    category._default_manager.bulk_create(
        category(id=number, name=name, slug=label_slug(name))
        for number, name in enumerate(labels.CATEGORIES, start=1)
    )


def _tables(*models: str) -> list[str]:
    return [apps.get_model("articles", model)._meta.db_table for model in models]


def _target() -> copying.Target:
    article: Any = apps.get_model("articles", "Article")
    defaults = {
        str(field.column): field.get_default()
        for field in article._meta.concrete_fields
        if not field.generated
    }
    connection.ensure_connection()
    info = connection.connection.info
    return copying.Target(
        address=conninfo.make_conninfo(info.dsn, password=info.password or None),
        articles=article._meta.db_table,
        categories=article.categories.through._meta.db_table,
        # An enumeration's value: its class lies in Django's part.
        defaults={key: getattr(of, "value", of) for key, of in defaults.items()},
    )


@contextmanager
def _without_indexes(cursor: CursorWrapper, tables: list[str]) -> Iterator[None]:
    """Take all indexes but the primary keys away, and make them anew at the end."""
    cursor.execute(_CONSTRAINTS, [tables])
    constraints = cursor.fetchall()
    cursor.execute(_INDEXES, [tables])
    indexes = cursor.fetchall()
    for table, name, _definition in constraints:
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for name, _definition in indexes:
        cursor.execute(f"DROP INDEX {name}")
    yield
    for _name, definition in indexes:
        _timed(cursor, definition)
    for table, name, definition in constraints:
        _timed(cursor, f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")


def _copy_articles(count: int, target: copying.Target) -> None:
    slices = [range(count)[begin : begin + _SLICE] for begin in range(0, count, _SLICE)]
    begun = told = time.monotonic()
    done = 0
    with ProcessPoolExecutor(
        _PROCESSES,
        mp_context=get_context("spawn"),  # a fork would have this connection as well
        initializer=copying.begin,
        initargs=(target,),
    ) as processes:
        for copied in processes.map(copying.copy_slice, slices):
            done += copied
            now = time.monotonic()
            if now - told > _SECONDS_BETWEEN_LINES or done == count:
                told, rate = now, done / (now - begun)
                print(f"{done:>10,} of {count:,}, {rate:,.0f} a second", flush=True)


def _timed(cursor: CursorWrapper, statement: str) -> None:
    begun = time.monotonic()
    cursor.execute(statement)
    print(f"{time.monotonic() - begun:8.1f} s  {statement[:100]}", flush=True)
