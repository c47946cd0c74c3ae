"""By the Tab key alone: all that can be used is reached, is seen, and lets go."""

import pytest

from tests.browser.pages import ALL, Page

pytestmark = pytest.mark.browser

# What Tab should come to: Chromium's own list, as far as our pages have it. Of what has
# no box, or is hidden until something is opened, nothing is to be reached. Of a group
# of choices it comes to the one that is chosen, and arrows lead to the others.
_NUMBER_USABLE = """
[...document.querySelectorAll(
  "a[href], button, input, select, textarea, summary, [tabindex]")].filter(
  it => it.tabIndex >= 0 && !it.disabled && it.type !== "hidden"
    && (it.type !== "radio" || it.checked)
    && it.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
).map((it, number) => {
  it.dataset.number = String(number);
  return it.outerHTML.slice(0, 120);
})
"""
# The number of what has the focus, and whether one sees that: by an outline or a ring,
# its own or of the box around a field, within the window.
_FOCUS = """
(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const shown = [it, it.parentElement, it.closest("form, .select2")].some(box => {
    const style = box && getComputedStyle(box);
    return style && ((style.outlineStyle !== "none" && parseFloat(style.outlineWidth))
      || style.boxShadow !== "none");
  });
  const {top, bottom, left, right} = it.getBoundingClientRect();
  const inside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  return {number: it.dataset.number ?? "-1", isSeen: Boolean(shown && inside),
          isSkipLink: it.matches(".skip, .skip-to-content-link"),
          isBeforeMain: !it.closest("main")};
})()
"""


# Where the browser itself begins when a page comes, whatever took the focus since.
_TO_THE_TOP = """
document.documentElement.tabIndex = -1;
document.documentElement.focus();
document.documentElement.removeAttribute("tabindex");
"""


def _walk(tab, usable):
    """All that Tab comes to, in its order, until it leaves the page."""
    tab.evaluate(_TO_THE_TOP)
    stops = []
    for _ in range(usable + 10):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(_FOCUS)
        if stop is None or stop["number"] in {past["number"] for past in stops}:
            return stops
        stops.append(stop)
    raise AssertionError(f"Tab does not leave the page: {stops[-3:]}")


@pytest.mark.parametrize("page", ALL, ids=str)
def test_tab_comes_to_all_that_can_be_used_and_one_sees_where(reader, page):
    with reader.visit(page) as visit:
        usable = visit.tab.evaluate(_NUMBER_USABLE)
        stops = _walk(visit.tab, len(usable))
        reached = [int(stop["number"]) for stop in stops]
        assert [usable[n] for n in range(len(usable)) if n not in reached] == []
        assert [usable[n] for n in reached if n in _unseen(stops)] == []
        assert not stops[0]["isBeforeMain"] or stops[0]["isSkipLink"]


def _unseen(stops):
    return [int(stop["number"]) for stop in stops if not stop["isSeen"]]


@pytest.mark.parametrize("page", [Page("home", "/")], ids=str)
def test_the_first_stop_leads_past_the_head_of_the_page(reader, page):
    with reader.visit(page) as visit:
        visit.tab.keyboard.press("Tab")
        visit.tab.keyboard.press("Enter")
        visit.tab.keyboard.press("Tab")
        assert visit.tab.evaluate("Boolean(document.activeElement.closest('main'))")
