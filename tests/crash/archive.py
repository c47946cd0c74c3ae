"""A clone with an archive of its own, whose importer and server can be killed."""

import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg

from newsarchive.embedded_postgres.server import Server
from tests.processes import cloned, environment

RECORDS = 5_000
IMPORT = ["import_articles", "records.jsonl"]
_WORDS = ["storm", "harbour", "river", "council", "school", "bridge", "market", "train"]
_PATIENCE = 60
_OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
"""


def story(number):
    """The headline, the text and the categories of a generated record."""
    words = " ".join(_WORDS[(number + n * n) % len(_WORDS)] for n in range(300))
    categories = [f"Category {number % 7}", f"Topic {number % 31}"]
    return f"Story {number}", f"{words} {number}.", categories


def _fingerprint(headline, body, categories):
    return headline, hashlib.md5(body.encode()).hexdigest(), sorted(categories)  # noqa: S324


EXPECTED = sorted(_fingerprint(*story(number)) for number in range(RECORDS))


class Archive:
    def __init__(self, clone: Path) -> None:
        self.clone = clone
        self.server = Server(clone / "var" / "postgres")
        with (clone / "records.jsonl").open("w") as lines:
            for number in range(RECORDS):
                lines.write(f"{json.dumps(_record(number))}\n")

    def run(self, *arguments):
        """The last line that a command of the archive says, once it has ended well."""
        with self._begin(*arguments) as process:
            output, complaints = process.communicate(timeout=_PATIENCE)
        assert process.returncode == 0, complaints
        return output.strip().rpartition("\n")[2]

    def import_all(self):
        """How many were stored and how many unchanged in an import to its end."""
        line = self.run("manage.py", *IMPORT)
        form = (
            r"stored (.+) \(drafts 0\), changed and left 0, unchanged (.+), refused 0"
        )
        return tuple(int(n.replace(",", "")) for n in re.fullmatch(form, line).groups())

    def import_and_kill(self, victim, more, delay):
        """Begin an import, kill once so many more are stored, return the exit code."""
        goal = self.count() + more
        with self._begin("manage.py", *IMPORT) as importer:
            while self.count() < goal:
                assert importer.poll() is None, importer.communicate()
                time.sleep(0.005)
            time.sleep(delay)
            pid = importer.pid if victim == "importer" else self._server_pid()
            os.kill(pid, signal.SIGKILL)
            importer.communicate(timeout=_PATIENCE)
        while self.ask(_OTHERS)[0][0]:  # they still do what the dead have told them
            time.sleep(0.005)
        return importer.returncode

    def count(self):
        return self.ask("SELECT count(*) FROM articles_article")[0][0]

    def stories(self):
        """What is stored, in the form of EXPECTED."""
        return sorted(
            self.ask("""
                SELECT headline, md5(body), array(
                    SELECT name FROM articles_category AS c
                    JOIN articles_article_categories ON category_id = c.id
                    WHERE article_id = a.id ORDER BY name
                ) FROM articles_article AS a
            """)
        )

    def ask(self, query):
        """The rows of an answer; the server is started if need be."""
        address = self.server.ensure() | {"dbname": "newsarchive"}
        with closing(psycopg.connect(**address, autocommit=True)) as connection:
            answer = connection.execute(query)
            return answer.fetchall() if answer.description else []

    def _begin(self, *arguments):
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.clone,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def _server_pid(self):
        return int((self.server.state.data / "postmaster.pid").read_text().split()[0])


def _record(number):
    headline, body, categories = story(number)
    return {
        "headline": headline,
        "body": body,
        "published": f"2025-04-{number % 30 + 1:02}",
        "source": f"Paper {number % 11}",
        "categories": categories,
    }


@contextmanager
def new_archive():
    with cloned() as clone:
        archive = Archive(clone)
        try:
            archive.run("manage.py", "migrate", "--verbosity=0")
            yield archive
        finally:
            archive.server.stop()
