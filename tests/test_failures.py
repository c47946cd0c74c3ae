"""When a page cannot be made, a file is sent that says so in both languages."""

import re

import pytest
from django.conf import settings
from django.urls import include, path

from tests.processes import free_port, python

FOLDER = settings.BASE_DIR / "static" / "errors"
FILES = ["500.html", "503.html"]
ASK_FOR_A_PAGE = """
import django
django.setup()
from django.test import Client
client = Client(raise_request_exception=False, headers={"host": "127.0.0.1"})
answer = client.get("/")
print(answer.status_code, answer["Retry-After"], answer["Cache-Control"])
print("style-src 'self'" in answer["Content-Security-Policy"])
print(answer.content.decode())
"""


def _fail(request):
    raise ValueError("Not a word of this is for readers.")


urlpatterns = [path("fault/", _fail), path("", include("newsarchive.urls"))]
handler500 = "newsarchive.failures.server_error"


def page(name):
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.urls(__name__)
def test_a_fault_is_answered_with_the_file(client):
    client.raise_request_exception = False
    answer = client.get("/fault/")
    assert answer.status_code == 500
    assert answer.text == page("500.html")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Retry-After" not in answer.headers


def test_without_a_database_the_archive_is_away_and_says_when_to_ask_again():
    url = f"postgres://127.0.0.1:{free_port()}/archive"
    asked = python("-c", ASK_FOR_A_PAGE, DATABASE_URL=url, SECRET_KEY="k")
    first, second, answer = asked.stdout.split("\n", 2)
    assert first == "503 30 no-store", asked.stderr
    assert second == "True"
    assert answer.strip() == page("503.html").strip()
    assert "OperationalError" in asked.stderr  # what happened is in the log


@pytest.mark.parametrize("name", FILES)
def test_a_file_needs_nothing_and_speaks_both_languages(name):
    text = page(name)
    assert "{%" not in text
    assert "{{" not in text
    assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=|@import|url\(", text)
    assert re.findall(r'(?:src|href)="([^"]+)"', text) == ["/static/errors/page.css"]
    assert len(re.findall('<a href="">', text)) == 2
    assert '<meta name="color-scheme" content="light dark">' in text
    assert '<html lang="en" dir="ltr">' in text
    assert '<section lang="ur" dir="rtl">' in text


def test_the_decoration_loads_no_font_and_no_other_file():
    assert not re.search(r"@font-face|@import|url\(", page("page.css"))
