"""`make screenshots`: a picture of every kind of page, for whoever changes a template.

They are no test, so that pytest takes this file only when it is named. PAGES="article"
takes the pages with that in their names.
"""

import re

import pytest
from django.conf import settings

from tests.browser.pages import ALL

pytestmark = pytest.mark.browser

FOLDER = settings.BASE_DIR / "var" / "screenshots"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("page", ALL, ids=str)
def test_a_picture_is_taken_in_light_and_in_the_dark(reader, page, width):
    FOLDER.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"\W+", "-", page.name.lower())
    with reader.visit(page, width) as visit:
        for scheme in ("light", "dark"):
            visit.change_to(scheme)
            file = FOLDER / f"{name}-{width}-{scheme}.png"
            visit.tab.screenshot(path=file, full_page=True)
            assert file.stat().st_size > 0
