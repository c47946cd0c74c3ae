"""What a container platform asks: restart this process, and send it readers?"""

import socket
import time

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from tests.processes import python

PROBES = ["/healthz", "/readyz"]
ASK_IF_READY = """
import django
django.setup()
from django.test import Client
answer = Client().get("/readyz")
print(answer.status_code, answer.content.decode().strip())
"""


def test_a_living_process_says_so_and_asks_no_database(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert answer.headers["Content-Type"] == "text/plain"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_probe_needs_no_name_of_a_host_and_no_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz", headers={"host": "10.0.0.7"}).status_code == 200


@pytest.mark.parametrize("path", PROBES)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_a_probe_can_only_be_read(client, method, path):
    answer = client.generic(method, path)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_process_with_its_database_is_ready(client, method):
    answer = client.generic(method, "/readyz")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_a_process_is_not_ready_before_all_migrations_were_applied(client):
    (newest,) = MigrationLoader(connection).graph.leaf_nodes("articles")
    MigrationRecorder(connection).record_unapplied(*newest)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"migrations\n")


@pytest.mark.django_db
def test_migrations_are_asked_for_until_they_are_there(
    client, django_assert_num_queries
):
    client.get("/readyz")
    with django_assert_num_queries(1):
        client.get("/readyz")


@pytest.mark.parametrize("is_silent", [False, True])
def test_a_process_whose_database_is_away_says_so_soon(is_silent):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        if not is_silent:
            server.close()
        begun = time.monotonic()
        url = f"postgres://127.0.0.1:{port}/archive"
        asked = python("-c", ASK_IF_READY, DATABASE_URL=url, SECRET_KEY="k")
    assert asked.stdout == "503 database\n"
    assert time.monotonic() - begun < 8  # 3 of them for the database
