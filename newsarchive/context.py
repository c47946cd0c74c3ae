"""What every template knows of the site; it costs no query."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, str]:
    """The site's two names, and its address without a slash at the end."""
    return {
        "site_name": settings.SITE_NAME,
        "site_name_ur": settings.SITE_NAME_UR,
        "site_url": settings.SITE_URL,
    }
