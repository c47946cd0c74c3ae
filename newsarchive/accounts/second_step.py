"""The second step of signing in: a code; at first, the setting up of what shows it."""

from typing import Any

import django_otp
from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from django_otp.plugins.otp_totp.models import TOTPDevice

from newsarchive.accounts import devices
from newsarchive.accounts.forms import CodeForm


def knows_password(request: HttpRequest) -> bool:
    """Whether who asks has given the password of somebody who works here."""
    return request.user.is_active and request.user.is_staff


@sensitive_post_parameters("code")
@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Asks for a code, and shows who has no app yet how to set one up."""
    if not knows_password(request):
        return redirect_to_login(request.get_full_path(), reverse(f"{site.name}:login"))
    new_app = devices.new_app_of(request.user)
    form = CodeForm(request.user, new_app, data=request.POST or None)
    if not form.is_valid():
        return _page(request, site, "ask", _("Second step"), _setting_up(form, new_app))
    django_otp.login(request, form.device)
    request.session.cycle_key()  # who knew the key before knows no more than a password
    if new_app is None:
        return redirect(_following(request, site))
    devices.confirm(new_app)
    return _show_new_codes(request, site)


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def recovery_codes(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """How many recovery codes are left; and new ones, in place of these."""
    if request.method == "POST":
        return _show_new_codes(request, site)
    left = devices.count_of_recovery_codes(request.user)
    return _page(request, site, "codes", _("Recovery codes"), {"left": left})


def _show_new_codes(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """The only time that they are shown."""
    device, codes = devices.new_recovery_codes(request.user)
    if devices.is_on_paper(request.user):
        # What this session was proven with is gone with the codes that there were.
        django_otp.login(request, device)
    shown = {"codes": codes, "following": _following(request, site)}
    return _page(request, site, "codes", _("Recovery codes"), shown)


def _setting_up(form: CodeForm, app: TOTPDevice | None) -> dict[str, Any]:
    if app is None:
        return {"form": form}
    code = mark_safe(devices.qr_code(app))  # noqa: S308  # made here, of our own figures
    return {"form": form, "qr_code": code, "key": devices.key_of(app)}


def _page(
    request: HttpRequest, site: AdminSite, name: str, title: str, shown: dict[str, Any]
) -> HttpResponse:
    context = site.each_context(request) | {"title": title} | shown
    return TemplateResponse(request, f"admin/second_step/{name}.html", context)


def _following(request: HttpRequest, site: AdminSite) -> str:
    """Where it was asked from, if that is a page of this site; else the first one."""
    address = request.GET.get(REDIRECT_FIELD_NAME, "")
    is_ours = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if is_ours else reverse(f"{site.name}:index")
