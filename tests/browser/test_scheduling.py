"""A snippet of which the moment comes is in public then, and no job has to run."""

from datetime import timedelta
from time import monotonic

import pytest
from django.utils import timezone

from articles.models import Article, Autosave, Presence
from tests.browser.editors import ADD, at, rows, save
from tests.browser.pages import Page
from tests.desk_forms import SNIPPETS, change_of

pytestmark = pytest.mark.browser

# A word of its own, which no other article of these tests has.
HEADLINE = "Okapi born in the zoo of Lahore"
_PATIENCE = 60  # seconds


@pytest.fixture(autouse=True)
def _nothing_is_left(site):
    yield
    for left in (Autosave, Presence):
        rows(left.objects.all().delete)
    rows(Article.objects.filter(headline=HEADLINE).delete)


def fill_moment(tab, ahead):
    """Where the form asks from when on it is in public; returns the moment."""
    moment = timezone.localtime().replace(microsecond=0) + ahead
    tab.get_by_label("In public from: date").fill(f"{moment:%Y-%m-%d}")
    tab.get_by_label("In public from: time").fill(f"{moment:%H:%M:%S}")
    return moment


def schedule(visit, day):
    """By the keyboard, in the short form: in an hour, which no test waits for."""
    tab = visit.tab
    tab.keyboard.type(HEADLINE)  # the form opens there
    tab.locator("#id_published_on").fill(f"{day}")
    tab.locator("summary", has_text="More").press("Enter")
    fill_moment(tab, timedelta(hours=1))
    save(tab)
    row = tab.get_by_role("row").filter(has_text=HEADLINE)
    assert row.get_by_role("cell", name="scheduled").is_visible()
    assert not visit.complaints


def bring_forward(visit):
    """To a moment that is near; returns it."""
    visit.tab.locator("summary", has_text="More").press("Enter")
    moment = fill_moment(visit.tab, timedelta(seconds=3))
    save(visit.tab)
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
    day = timezone.localdate() - timedelta(days=1)  # whichever it is in an hour
    with at(browser, site, ADD, name="ann", group="Editors") as desk:
        schedule(desk, day)
    snippet = rows(lambda: Article.objects.get(headline=HEADLINE))
    with (
        reader.visit(
            Page("no article yet", f"/a/{snippet.pk}/", status=404)
        ) as article,
        reader.visit(Page("home", "/")) as home,
        reader.visit(Page("day", f"/{day:%Y/%m/%d}/")) as by_day,
        reader.visit(Page("search", "/search/?q=okapi")) as search,
    ):
        lists = [visit.tab for visit in (home, by_day, search)]
        assert not any(names_it(tab) for tab in lists)
        before = home.tab.reload().headers["etag"]
        assert home.tab.reload().headers["etag"] == before
        form = change_of(snippet, SNIPPETS)
        with at(browser, site, form, name="ann", group="Editors") as desk:
            moment = bring_forward(desk)
        answer = reload_until(article.tab, lambda answer: answer.status == 200)
        assert timezone.now() >= moment
        assert answer.request.redirected_from  # by its number, to its address
        assert article.tab.get_by_role("heading", name=HEADLINE).is_visible()
        assert home.tab.reload().headers["etag"] != before
        for tab in lists:
            tab.reload()
            assert names_it(tab), tab.url
        assert not article.complaints + home.complaints + search.complaints
