"""What every test stands on."""

import pytest


@pytest.fixture(autouse=True)
def _site(settings):
    """A site with a name of its own, whose static files nobody has collected."""
    settings.SITE_URL = "https://archive.example"
    settings.SITE_NAME = "The News Archive"
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": plain}}
    settings.WHITENOISE_AUTOREFRESH = True
    quick = "django.contrib.auth.hashers.MD5PasswordHasher"
    settings.PASSWORD_HASHERS = [quick]
