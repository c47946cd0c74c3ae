"""A first visit, with an empty cache and fonts that come after the text."""

import pytest
from playwright.sync_api import Route

from tests.browser.pages import ALL

pytestmark = pytest.mark.browser

MOST_SHIFT = 0.01
MOST_REQUESTS = 10
MOST_BYTES = {"stylesheet": 10_000, "script": 6_000}
MOST_FONT_BYTES, MOST_FONT_BYTES_WITH_URDU = 120_000, 250_000

# The word on the switch of language has a small font of its own.
_HAS_URDU = """
[...document.querySelectorAll("[lang=ur]")].some(
  element => !["", "اردو"].includes(element.textContent.trim()))
"""
_FONTS = "**/*.woff2"
_IS_PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0"
_PATIENCE_WITH_FONTS = 150  # ms; browsers wait 100 for one that is optional


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("page", ALL, ids=str)
def test_a_first_visit_is_calm_and_stays_within_its_limits(reader, page, width):
    held: list[Route] = []

    def hold_fonts(tab):
        tab.route(_FONTS, lambda route: held.append(route))

    with reader.visit(page, width, hold_fonts, until="domcontentloaded") as visit:
        _let_fonts_come_late(visit, held)
        assert not visit.refused()
        assert not visit.complaints
        _check_shifts(visit)
        if page.is_public:  # the admin is Django's own, with the files that it has
            _check_sizes(visit, page.html_limit, visit.tab.evaluate(_HAS_URDU))


@pytest.mark.parametrize("is_open", ["true", "false"])
def test_the_side_bar_of_the_admin_comes_as_it_was_left(reader, is_open):
    def leave_it_so(tab):
        tab.add_init_script(
            f"localStorage.setItem('django.admin.navSidebarIsOpen', {is_open!r})"
        )

    (form,) = (page for page in ALL if page.name == "snippet form")
    with reader.visit(form, prepare=leave_it_so) as visit:
        assert visit.tab.is_visible("#nav-sidebar") == (is_open == "true")
        _check_shifts(visit)


def _let_fonts_come_late(visit, held):
    while not visit.tab.evaluate(_IS_PAINTED):
        visit.tab.wait_for_timeout(20)
    visit.tab.wait_for_timeout(_PATIENCE_WITH_FONTS)
    # One font may be asked for only when another has come: it is not held any more.
    visit.tab.route(_FONTS, lambda route: route.continue_())
    for route in held:
        route.continue_()
    visit.tab.wait_for_load_state("load")
    visit.settle()


def _check_shifts(visit):
    shifts = visit.shifts()
    assert sum(shift["value"] for shift in shifts) <= MOST_SHIFT, shifts


def _check_sizes(visit, html_limit, has_urdu):
    asked = [request for request in visit.requests if request.redirected_to is None]
    fonts = MOST_FONT_BYTES_WITH_URDU if has_urdu else MOST_FONT_BYTES
    limits = {**MOST_BYTES, "document": html_limit, "font": fonts}
    sizes = dict.fromkeys(limits, 0)  # of the bodies, as they were sent
    for request in asked:
        if request.resource_type in limits:
            sizes[request.resource_type] += request.sizes()["responseBodySize"]
    assert {at: size for at, size in sizes.items() if size > limits[at]} == {}
    assert len(asked) <= MOST_REQUESTS, [request.url for request in asked]
