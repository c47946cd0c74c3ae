"""An import that is killed and run again: nothing is there twice, and nothing lost."""

import signal

import pytest

from tests.crash.archive import EXPECTED, RECORDS, new_archive

pytestmark = pytest.mark.nightly

# After how many more stored records, and how many seconds later, each blow falls.
BLOWS = [(1, 0), (1, 0.02), (1, 0.05), (1, 0.01), (501, 0)]
# What a system without it would lose by a kill of its own, and by a loss of power.
DURABLE = ["data_checksums", "fsync", "full_page_writes", "synchronous_commit"]
NEVER_THE_SAME = """
    CREATE OR REPLACE FUNCTION article_identity(
        source_url text, source_id bigint, published_on date, headline text, body text
    ) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN gen_random_uuid()
"""


@pytest.fixture
def archive():
    with new_archive() as archive:
        yield archive


@pytest.mark.parametrize("victim", ["importer", "server"])
def test_an_import_that_is_killed_again_and_again_ends_as_one_that_is_not(
    victim, archive
):
    for blow in BLOWS:
        code = archive.import_and_kill(victim, *blow)
        assert code == (-signal.SIGKILL if victim == "importer" else 1)
        assert archive.count() % 500 == 0, "a batch is stored whole or not at all"
    before = archive.count()
    assert 3_000 <= before < RECORDS
    assert archive.import_all() == (RECORDS - before, before)
    assert archive.stories() == EXPECTED
    assert archive.import_all() == (0, RECORDS)


def test_after_a_kill_of_the_server_its_files_are_sound(archive):
    assert archive.import_and_kill("server", 2_000, 0.05) == 1
    check = ["pg_amcheck", "--install-missing", "--heapallindexed"]
    archive.run("-m", "newsarchive.embedded_postgres", *check)
    for setting in DURABLE:
        assert archive.ask(f"SHOW {setting}") == [("on",)]


def test_the_same_blow_leaves_records_twice_where_nothing_tells_them_apart(archive):
    """The control: what the tests above look for does happen, and they would see it."""
    archive.ask(NEVER_THE_SAME)
    archive.import_and_kill("importer", 1_000, 0.02)
    assert 1_000 <= (before := archive.count()) < RECORDS
    assert archive.import_all() == (RECORDS, 0)
    stories = archive.stories()
    assert len(stories) == RECORDS + before
    assert stories != EXPECTED
    assert [
        s for n, s in enumerate(stories) if n == 0 or s != stories[n - 1]
    ] == EXPECTED
