"""Apps of others, as this archive has them."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AdminConfig):
    """Django's admin as it is, but for who gets in."""

    default_site = "newsarchive.accounts.site.DeskSite"

    def ready(self) -> None:
        super().ready()
        from newsarchive.accounts import users  # once there are models

        users.take_the_place_of_djangos()


class DevicesConfig(AppConfig):
    """The devices that make codes, by a name that says what they are for."""

    name = "django_otp.plugins.otp_totp"
    default_auto_field = "django.db.models.AutoField"
    verbose_name = _("Two-factor login: devices")


class RecoveryCodesConfig(AppConfig):
    """The codes on paper, by a name that says what they are for."""

    name = "django_otp.plugins.otp_static"
    default_auto_field = "django.db.models.AutoField"
    verbose_name = _("Two-factor login: recovery codes")
