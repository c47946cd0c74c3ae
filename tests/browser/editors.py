"""Editors at their browsers, each with tabs that stay open side by side."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from django.contrib.auth.models import Group, User
from django.db import connections

from tests.browser import contents
from tests.browser.pages import Page
from tests.browser.reader import Reader

ADD = "/admin/articles/snippet/add/"
KEPT = "Saved as a draft at "
_PATIENCE = 25_000  # ms: more than the desk takes to notice somebody


def rows(ask):
    """What the database answers, in a thread: beside a browser, Django asks nothing."""

    def answer():
        try:
            return ask()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(answer).result()


@contextmanager
def at(browser, site, path, *, name="editor", group=None, **options):
    """An editor who opens a page of the desk; of no group is one who may do all."""
    reader = Reader(browser, site.address, rows(lambda: _session(name, group)))
    with reader.visit(Page("desk", path, is_for_editors=True), **options) as visit:
        yield visit


def type_in(tab, field, text):
    tab.locator(f"#id_{field}").fill(text)


def wait_for(tab, words, where="#autosave"):
    """Until it is said, in a text that is read out politely."""
    said = tab.locator(where, has_text=words)
    said.wait_for(timeout=_PATIENCE)
    assert said.get_attribute("role") == "status"


def press_save(tab):
    tab.locator(".submit-row [name=_save]").click()


def save(tab):
    """Save, and be at the page that follows."""
    with tab.expect_navigation():
        press_save(tab)


def _session(name, group):
    rights = {"is_superuser": group is None, "is_staff": True}
    user, _ = User.objects.get_or_create(username=name, defaults=rights)
    if group:
        user.groups.set([Group.objects.get(name=group)])
    return contents.session_of(user)
