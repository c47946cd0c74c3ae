"""What every test stands on."""

import hypothesis
import pytest

# The same examples at each run; what looks for new ones runs at night, and says so.
hypothesis.settings.register_profile("repeatable", derandomize=True)
hypothesis.settings.load_profile("repeatable")


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
