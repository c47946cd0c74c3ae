"""Fields that have a button beside them, which fills the form in from what they hold.

Enter in a field presses the first button of a form: a form with these has one before.
"""

from typing import Any

from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

FILL, TAKE_APART = "_fill", "_take_apart"


class AddressToFillFrom(AdminTextInputWidget):
    """An address, and the button that fetches the page there."""

    def render(self, *args: Any, **options: Any) -> SafeString:
        return _with_button(super().render(*args, **options), FILL, _("Fill"))


class TextToTakeApart(AdminTextareaWidget):
    """A text, and the button for one that is a document; a script hides it else."""

    def render(self, *args: Any, **options: Any) -> SafeString:
        words = _("Take this document apart")
        return _with_button(super().render(*args, **options), TAKE_APART, words)


def _with_button(field: str, name: str, words: str | Promise) -> SafeString:
    return format_html(
        '<span class="with-button">{} <button type="submit" name="{}" value="1"'
        " formnovalidate>{}</button></span>",
        field,
        name,
        words,
    )
