"""What somebody proves a second step with: an app that counts time, or a code on paper.

The app shows a code of six figures that is right for half a minute (TOTP, RFC 6238); a
recovery code is right once. Both are django-otp's, which also makes who gave a wrong
code wait, twice as long each time.
"""

from base64 import b32encode
from math import ceil
from typing import TypeAlias

import segno
from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.utils.timezone import now
from django_otp import verify_token
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

# As requests have them: views let nobody come here who is anonymous.
Person: TypeAlias = User | AnonymousUser
_CODES = 10


@transaction.atomic
def new_app_of(user: Person) -> TOTPDevice | None:
    """What somebody is about to set up; none if they have an app already.

    It is the same one until they have shown that theirs counts with it, in all windows.
    """
    held = User.objects.select_for_update(no_key=True)
    list(held.filter(username=user.get_username()))
    apps = TOTPDevice.objects.filter(user=user)
    if apps.filter(confirmed=True).exists():
        return None
    begun: TOTPDevice | None = apps.order_by("pk").first()
    return begun or apps.create(user=user, name="app", confirmed=False)


def confirm(app: TOTPDevice) -> None:
    """From now on its codes are asked for."""
    TOTPDevice.objects.filter(pk=app.pk).update(confirmed=True)


def key_of(app: TOTPDevice) -> str:
    """What is typed into an app that has no camera: letters in groups of four."""
    key = b32encode(app.bin_key).decode().rstrip("=")
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))


def qr_code(app: TOTPDevice) -> str:
    """What the app reads with its camera, as SVG, black on white."""
    code: str = segno.make(app.config_url).svg_inline(
        scale=5, light="white", omitsize=True
    )
    return code


def devices_for(user: Person, code: str) -> list[Device]:
    """What a code could be of: figures are those of an app, letters those on paper."""
    kind = TOTPDevice if code.isdecimal() else StaticDevice
    return [*kind.objects.filter(user=user, confirmed=True)]


def proven(user: Person, devices: list[Device], code: str) -> Device | None:
    """The device of which a code is the right one; it is so only once."""
    for device in devices:
        if found := verify_token(user, device.persistent_id, code):
            return found
    return None


def is_on_paper(user: Person) -> bool:
    """Whether somebody got in with a recovery code."""
    return isinstance(getattr(user, "otp_device", None), StaticDevice)


def seconds_to_wait(devices: list[Device]) -> int:
    """For how long every code is refused, after wrong ones."""
    waits = [0]
    for device in devices:
        is_allowed, why = device.verify_is_allowed()
        if not is_allowed and why and "locked_until" in why:
            waits.append(ceil((why["locked_until"] - now()).total_seconds()))
    return max(waits)


@transaction.atomic
def new_recovery_codes(user: Person) -> tuple[Device, list[str]]:
    """Ten codes, in place of those that there were, and the device that they are of."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery codes")
    codes = [StaticToken.random_token() for _each in range(_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=c) for c in codes)
    return device, codes


def count_of_recovery_codes(user: Person) -> int:
    """How many are left."""
    return int(StaticToken.objects.filter(device__user=user).count())
