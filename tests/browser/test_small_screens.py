"""At the width of a small phone, or at 400 percent, nobody scrolls sideways."""

import pytest

from tests.browser.pages import ALL

pytestmark = pytest.mark.browser

_WIDTHS = """
[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]
"""


@pytest.mark.parametrize("page", ALL, ids=str)
def test_nothing_is_wider_than_320_pixels(reader, page):
    with reader.visit(page, width=320) as visit:
        content, screen = visit.tab.evaluate(_WIDTHS)
        assert content <= screen
