"""The README's lines of backing up and restoring, run as they stand there."""

import re
import shutil

from tests.processes import PROJECT, cloned, python

README = (PROJECT / "README.md").read_text(encoding="utf-8")
LINES = re.findall(
    r"(?m)^\.venv/bin/python (-m newsarchive\.embedded_postgres .+)$", README
)
WHAT_IS_THERE = """
    select count(*), sum(length(body)), max(headline),
        count(*) filter (where vector @@ to_tsquery('english', 'glacier')),
        (select count(*) from articles_word)
    from articles_article join articles_searchentry on article_id = id
"""


def done(clone, *arguments):
    process = python(*arguments, folder=clone)
    assert process.returncode == 0, process.stderr
    return process.stdout


def archive_in(clone):
    psql = ("-m", "newsarchive.embedded_postgres", "psql", "-Atc", WHAT_IS_THERE)
    return done(clone, *psql)


def test_what_was_backed_up_is_there_again_after_restoring_it_elsewhere():
    backup, restore = (line.split() for line in LINES)
    with cloned() as clone, cloned() as other:
        done(clone, "manage.py", "migrate", "-v0")
        done(clone, "manage.py", "import_articles", "sample")
        done(clone, *backup)
        done(other, "manage.py", "migrate", "-v0")
        shutil.copy(clone / "archive.dump", other)
        done(other, *restore)
        assert archive_in(other) == archive_in(clone)
        assert archive_in(clone).startswith("62|")
