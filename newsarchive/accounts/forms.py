"""The form of the second step: one code."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_otp.models import Device

from newsarchive.accounts import devices


class CodeForm(forms.Form):
    """Takes a code of one device, or of any that the user has: it is then `device`.

    An error says what is wrong: the code, or that too many wrong ones were given.
    """

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autofocus": True,
                "inputmode": "text",
                "dir": "ltr",
                "spellcheck": "false",
                "autocapitalize": "none",
            }
        ),
    )
    device: Device | None = None

    def __init__(
        self, user: devices.Person, only: Device | None = None, **options: Any
    ) -> None:
        super().__init__(**options)
        self.user, self.only = user, only

    def clean_code(self) -> str:
        code = "".join(str(self.cleaned_data["code"]).split()).lower()
        asked = [self.only] if self.only else devices.devices_for(self.user, code)
        if wait := devices.seconds_to_wait(asked):
            words = ngettext(
                "Too many wrong codes. Try again in %(count)d second.",
                "Too many wrong codes. Try again in %(count)d seconds.",
                wait,
            )
            raise forms.ValidationError(words, params={"count": wait})
        self.device = devices.proven(self.user, asked, code)
        if self.device is None:
            raise forms.ValidationError(
                _("This code is not right, or was used already. Wait for the next one.")
            )
        return code
