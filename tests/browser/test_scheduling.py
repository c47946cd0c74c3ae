"""A snippet of which the moment comes is in public then, and no job has to run."""

from datetime import timedelta
from time import monotonic

import pytest
from django.utils import timezone

from articles.models import Article, Autosave, Presence
from tests.browser.editors import ADD, at, rows, save
from tests.browser.pages import Page

pytestmark = pytest.mark.browser

# A word of its own, which no other article of these tests has.
HEADLINE = "Okapi born in the zoo of Lahore"
# Long enough to see that it is not there yet, also where all is slow.
_AHEAD, _PATIENCE = timedelta(seconds=20), 60


@pytest.fixture(autouse=True)
def _nothing_is_left(site):
    yield
    for left in (Autosave, Presence):
        rows(left.objects.all().delete)
    rows(Article.objects.filter(headline=HEADLINE).delete)


def schedule(visit):
    """By the keyboard, in the short form; returns the moment."""
    tab = visit.tab
    tab.keyboard.type(HEADLINE)  # the form opens there
    tab.locator("summary", has_text="More").press("Enter")
    moment = timezone.localtime().replace(microsecond=0) + _AHEAD
    tab.get_by_label("In public from: date").fill(f"{moment:%Y-%m-%d}")
    tab.get_by_label("In public from: time").fill(f"{moment:%H:%M:%S}")
    save(tab)
    row = tab.get_by_role("row").filter(has_text=HEADLINE)
    assert row.get_by_role("cell", name="scheduled").is_visible()
    assert not visit.complaints
    return moment


def names_it(tab):
    return tab.get_by_role("main").get_by_role("link", name=HEADLINE).count() > 0


def reload_until(tab, has_come):
    """As an impatient reader does, who has the page as it was."""
    deadline = monotonic() + _PATIENCE
    while not has_come(answer := tab.reload()):
        assert monotonic() < deadline, tab.content()
        tab.wait_for_timeout(500)
    return answer


def test_a_snippet_is_in_public_once_its_moment_comes(browser, site, reader):
    with at(browser, site, ADD, name="ann", group="Editors") as desk:
        moment = schedule(desk)
    number = rows(lambda: Article.objects.get(headline=HEADLINE).pk)
    with (
        reader.visit(Page("no article yet", f"/a/{number}/", status=404)) as article,
        reader.visit(Page("home", "/")) as home,
        reader.visit(Page("day", f"/{moment:%Y/%m/%d}/")) as day,
        reader.visit(Page("search", "/search/?q=okapi")) as search,
    ):
        lists = [visit.tab for visit in (home, day, search)]
        named = [names_it(tab) for tab in lists]
        before, again = (home.tab.reload().headers["etag"] for _ in range(2))
        if timezone.now() >= moment:
            pytest.skip("This machine was too slow to see what is there before.")
        assert not any(named)
        assert again == before
        answer = reload_until(article.tab, lambda answer: answer.status == 200)
        assert timezone.now() >= moment
        assert answer.request.redirected_from  # by its number, to its address
        assert article.tab.get_by_role("heading", name=HEADLINE).is_visible()
        assert home.tab.reload().headers["etag"] != before
        for tab in lists:
            tab.reload()
            assert names_it(tab), tab.url
        assert not article.complaints + home.complaints + search.complaints
