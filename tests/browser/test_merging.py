"""Two labels become one at the desk, and readers find what was under the old one."""

import pytest

from articles.models import Article, Kind, LabelMove
from tests.browser.editors import at, rows
from tests.browser.pages import Page
from tests.factories import make_article

pytestmark = pytest.mark.browser

OLD, NEW = "Wether desk", "Weather desk"
STORM = "Storm reaches the coast at Gwadar"


@pytest.fixture(params=["category", "source"])
def kind(request, site):
    """Of what kind the labels are; the wrong one has more articles."""
    kind = Kind(request.param)
    made = rows(lambda: _two_labels(kind))
    yield kind
    rows(Article.objects.filter(pk__in=made).delete)
    rows(LabelMove.objects.filter(old_name=OLD).delete)
    rows(kind.model.objects.filter(name__in=(OLD, NEW)).delete)


def _two_labels(kind):
    old, new = (kind.model.objects.recognised(name) for name in (OLD, NEW))
    filed = [(STORM, old), ("Heat breaks a record", old), ("Fog closes airport", new)]
    return [_filed(headline, label).pk for headline, label in filed]


def _filed(headline, label):
    is_source = Kind.of(label) is Kind.SOURCE
    under = {"source": label} if is_source else {"categories": (label,)}
    return make_article(headline=headline, **under)


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def desk(request, browser, site, kind):
    """The list of labels, as a senior editor comes to it."""
    path = f"/admin/articles/{kind}/"
    options = {"group": "Senior editors", "java_script_enabled": request.param}
    with at(browser, site, path, name="senior", **options) as visit:
        yield visit
        assert not visit.complaints


def choose_both(tab):
    tab.get_by_role("textbox", name="Search").fill("desk")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/?q=desk*")
    for name in (OLD, NEW):
        tab.get_by_role("row", name=name).get_by_role("checkbox").press("Space")
    tab.get_by_label("Action:").select_option("Merge…")
    tab.get_by_role("button", name="Go").press("Enter")
    tab.get_by_role("heading", name="What would move").wait_for()


def keep(tab, name):
    """Choose which one stays, by the keyboard."""
    assert tab.get_by_role("radio", name=OLD).is_checked()  # the larger one
    tab.get_by_role("radio", name=OLD).press("ArrowDown")
    assert tab.get_by_role("radio", name=name).is_checked()
    with tab.expect_navigation():
        tab.get_by_role("button", name="Show what would move").press("Enter")


def test_a_merge_is_shown_made_led_on_from_and_recorded(desk, reader, kind):
    old, new = f"/{kind}/wether-desk/", f"/{kind}/weather-desk/"
    with reader.visit(Page("old label", old)) as read:
        assert read.tab.get_by_role("link", name=STORM).is_visible()
        choose_both(desk.tab)
        keep(desk.tab, NEW)
        shown = desk.tab.get_by_role("main").get_by_role("listitem").all_inner_texts()
        assert f"{OLD} → {NEW}: 2 articles" in shown
        assert old in shown
        read.tab.reload()
        assert read.tab.url.endswith(old)  # to be shown it moves nothing
        desk.tab.get_by_role("button", name="Merge them").press("Enter")
        desk.tab.get_by_text("2 articles were moved").wait_for()
        assert desk.tab.get_by_role("link", name=OLD).count() == 0
        read.tab.reload()
        assert read.tab.url.endswith(new)
        assert read.tab.get_by_role("link", name=STORM).is_visible()
        read.tab.get_by_role("link", name=STORM).click()
        assert read.tab.get_by_role("main").get_by_role("link", name=NEW).is_visible()
        assert not read.complaints
    check_record(desk.tab, kind)


def check_record(tab, kind):
    """What moved can be read, from the first page of the desk on."""
    tab.get_by_role("link", name="Home").click()
    tab.get_by_role("main").get_by_role("link", name="What moved").click()
    row = tab.get_by_role("row").filter(has_text=OLD)
    said = row.inner_text().split("\t")
    assert said[1:] == [kind.value, "merged", OLD, NEW, "2", "senior"]
    row.get_by_role("link", name=NEW).click()
    assert tab.get_by_label("Name:", exact=True).input_value() == NEW
