"""Somebody who opens pages, and notes what the browser has to say of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Request
from playwright.sync_api import Page as Tab

from tests.browser.pages import Page

HEIGHT = 900

# Before all else in a page: what moves of itself, and what its policy refuses.
_WATCH = """
window.shifts = [];
new PerformanceObserver(list => {
  for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifts.push({
    value: shift.value,
    of: shift.sources.map(({node, previousRect, currentRect}) => [
      (node?.outerHTML ?? node?.textContent ?? "").slice(0, 80),
      previousRect.toJSON(), currentRect.toJSON()]),
  });
}).observe({type: "layout-shift", buffered: true});
window.refused = [];
addEventListener("securitypolicyviolation", event => window.refused.push(
  `${event.violatedDirective} ${event.blockedURI}`));
"""

# The link that stands for counts goes when they are there. A frame that was asked for
# in a frame comes after the first was drawn.
_SETTLE = """
(async () => {
  await document.fonts.ready;
  while (document.querySelector("[data-counts]"))
    await new Promise(later => setTimeout(later, 25));
  await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
})()
"""
_END_OF_CHANGES = "Promise.all(document.getAnimations().map(one => one.finished))"


class Visit(NamedTuple):
    """A page that was opened, what it asked for, and what was complained of."""

    tab: Tab
    requests: list[Request]
    complaints: list[str]

    def settle(self) -> None:
        """Wait until fonts and counts are there and have been drawn."""
        self.tab.evaluate(_SETTLE)

    def change_to(self, scheme: str) -> None:
        """Light or dark, once all colours have changed."""
        self.tab.emulate_media(color_scheme=scheme)
        self.tab.evaluate(_END_OF_CHANGES)

    def refused(self) -> list[str]:
        """What the content security policy did not let through."""
        return self.tab.evaluate("window.refused")

    def shifts(self) -> list[dict[str, Any]]:
        """What moved in the layout without being asked."""
        return self.tab.evaluate("window.shifts")


class Reader:
    """Opens each page as for the first time: with no cookie and an empty cache."""

    def __init__(self, browser: Browser, address: str, session: str) -> None:
        self.address = address
        self._browser = browser
        self._session = session

    @contextmanager
    def visit(
        self,
        page: Page,
        width: int = 1280,
        prepare: Callable[[Tab], object] = lambda tab: None,
        until: str = "load",
        **options: Any,
    ) -> Iterator[Visit]:
        """The page, loaded so far; `prepare` has the tab before that."""
        context = self._browser.new_context(
            base_url=self.address,
            viewport={"width": width, "height": HEIGHT},
            reduced_motion="reduce",
            **options,
        )
        context.add_init_script(_WATCH)
        if page.is_for_editors:
            self._log_in(context)
        try:
            visit = _watched(context.new_page(), page)
            prepare(visit.tab)
            response = visit.tab.goto(page.path, wait_until=until)
            assert response is not None
            assert response.status == page.status, page.path
            if until == "load" and options.get("java_script_enabled", True):
                visit.settle()
            yield visit
        finally:
            context.close()

    def _log_in(self, context: BrowserContext) -> None:
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies(
            [{"name": name, "value": self._session, "url": self.address}]
        )


def _watched(tab: Tab, page: Page) -> Visit:
    visit = Visit(tab, [], [])
    # That a page answers 404 or 400 is no fault of a page that is there to say so.
    expected = f"the server responded with a status of {page.status}"
    tab.on("request", lambda request: visit.requests.append(request))
    tab.on("pageerror", lambda error: visit.complaints.append(str(error)))
    tab.on(
        "console",
        lambda said: (
            said.type in ("error", "warning")
            and expected not in said.text
            and visit.complaints.append(said.text)
        ),
    )
    return visit
