"""axe finds nothing, with every rule for WCAG 2.2 AA and good practice on."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import ALL

pytestmark = pytest.mark.browser

# By tags, since axe leaves out some rules of WCAG 2.2 unless they are asked for.
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_OPTIONS = {"runOnly": {"type": "tag", "values": _TAGS}, "resultTypes": ["violations"]}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("page", ALL, ids=str)
def test_everybody_can_read_it_in_light_and_in_the_dark(reader, page, width):
    with reader.visit(page, width) as visit:
        check_with_axe(visit)


def check_with_axe(visit):
    """The page as it is now."""
    for scheme in ("light", "dark"):
        visit.change_to(scheme)
        found = Axe().run(visit.tab, options=_OPTIONS)
        assert not found.violations_count, f"{scheme}: {found.generate_report()}"
