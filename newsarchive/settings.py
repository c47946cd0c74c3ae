"""Every setting of the project, in the order in which a request meets them.

What differs between installations comes from the environment and is read here and
nowhere else; the README lists each variable. A value that cannot be right stops the
start.
"""

from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from environs import Env, validate

from newsarchive import local_state

env = Env()

BASE_DIR = Path(__file__).resolve().parent.parent

# What only this installation has: the embedded database and the secret key.
STATE_DIR = local_state.folder(BASE_DIR)

DEBUG = env.bool("DEBUG", default=False)

# --- Where the archive is reached -----------------------------------------------------
WILDCARDS = {"", "0.0.0.0", "::"}  # noqa: S104
HOST = env.str("HOST", default="127.0.0.1")
PORT = env.int("PORT", default=8000, validate=validate.Range(1, 65535))
WEB_WORKERS = env.int("WEB_WORKERS", default=3, validate=validate.Range(1))
WEB_THREADS = env.int("WEB_THREADS", default=2, validate=validate.Range(1))
TRUSTED_PROXIES = env.str("TRUSTED_PROXIES", default="127.0.0.1,::1")

SITE_URL = env.str(
    "SITE_URL",
    # Nobody visits a wildcard: this machine itself is where such a server can be tried.
    default=f"http://{'127.0.0.1' if HOST in WILDCARDS else HOST}:{PORT}",
    validate=[
        validate.URL(schemes={"http", "https"}, require_tld=False),
        validate.Regexp(r"[^/]+//[^/?#@]+/?$", error="Only scheme, host and port."),
    ],
).rstrip("/")
_site = urlsplit(SITE_URL)
IS_HTTPS = _site.scheme == "https"

SITE_NAME = env.str(
    "SITE_NAME", default="The News Archive", validate=validate.Length(1)
)
SITE_NAME_UR = env.str(
    "SITE_NAME_UR", default="نیوز آرکائیو", validate=validate.Length(1)
)
# Who runs the archive and how to reach them; a blank line parts paragraphs.
ABOUT_TEXT = env.str("ABOUT_TEXT", default="")

LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = [_site.hostname or "", *LOOPBACK_HOSTS]
CSRF_TRUSTED_ORIGINS = [f"{_site.scheme}://{_site.netloc}"]

# --- Database -------------------------------------------------------------------------
_POSTGRES = validate.Regexp(
    r"$|postgres(ql)?://.*/.", error="Write postgres://user:password@host/name."
)
if env.str("DATABASE_URL", default="", validate=_POSTGRES):
    IS_EMBEDDED = False
    DATABASES = {"default": env.dj_db_url("DATABASE_URL")}
    SECRET_KEY = env.str("SECRET_KEY")
else:
    IS_EMBEDDED = True
    DATABASES = {
        "default": {
            "ENGINE": "newsarchive.embedded_postgres",
            "NAME": "newsarchive",
            "STATE_DIR": STATE_DIR / "postgres",
        }
    }
    SECRET_KEY = env.str("SECRET_KEY", default="") or local_state.secret_key(STATE_DIR)

DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASES["default"]["OPTIONS"] = {
    # A dead database must show at once: the pool's own default waits 30 seconds.
    "pool": {"min_size": 1, "max_size": WEB_THREADS + 2, "timeout": 3},
    "connect_timeout": 3,
    "tcp_user_timeout": 10_000,  # milliseconds, for a host that has vanished
    **DATABASES["default"].get("OPTIONS", {}),  # what DATABASE_URL says goes first
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- History: a version that was kept is never changed or removed ---------------------
PGHISTORY_APPEND_ONLY = True
# Who asks is looked up for changes only: what is read is the same for everybody.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# --- Application ----------------------------------------------------------------------
INSTALLED_APPS = [
    "articles",  # before the admin, whose base_site.html it replaces
    "newsarchive.accounts.apps.DeskConfig",  # Django's admin
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "pgtrigger",
    "pghistory",
    "django_otp",
    "newsarchive.accounts.apps.DevicesConfig",
    "newsarchive.accounts.apps.RecoveryCodesConfig",
]
MIDDLEWARE = [
    "newsarchive.head_requests.HeadMiddleware",
    "newsarchive.health.HealthMiddleware",  # a probe has no host name and no https
    "newsarchive.headers.SecurityHeadersMiddleware",
    "newsarchive.editions.EditionMiddleware",
    "newsarchive.sanity.SanityMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsarchive.compression.CompressionMiddleware",
    "newsarchive.urdu_font.UrduFontMiddleware",
    "newsarchive.error_pages.ErrorPageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "newsarchive.urls"
WSGI_APPLICATION = "newsarchive.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsarchive.context.site",
            ],
        },
    },
]

# --- Language and time ----------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ur", "اردو")]
LOCALE_PATHS = [BASE_DIR / "locale"]
NUMBER_GROUPING = 3  # also in Urdu, of whose numbers Django knows nothing
# Whether numbers and days read ۱۸ in Urdu, and not 18.
URDU_DIGITS = env.bool("URDU_DIGITS", default=False)
USE_TZ = True
_WEEKDAYS = [
    *("monday", "tuesday", "wednesday", "thursday"),
    *("friday", "saturday", "sunday"),
]
# The day that calendars begin their weeks with, as Python counts them: Monday is 0.
FIRST_WEEKDAY = _WEEKDAYS.index(
    env.str("FIRST_WEEKDAY", default="monday", validate=validate.OneOf(_WEEKDAYS))
)
# Decides what today is and how instants read; days of publication are never re-zoned.
TIME_ZONE = env.str(
    "TIME_ZONE",
    default="UTC",
    validate=validate.OneOf(available_timezones(), error="There is no such zone."),
)

# --- Static files ---------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- Safety ---------------------------------------------------------------------------
_SELF = "'self'"
# Named as in Django 6, whose own middleware will take over at the next LTS.
SECURE_CSP = {
    "default-src": "'none'",
    "script-src": _SELF,
    "style-src": _SELF,
    "img-src": _SELF,
    "font-src": _SELF,
    "connect-src": _SELF,
    "manifest-src": _SELF,
    "form-action": _SELF,
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
    **({"upgrade-insecure-requests": ""} if IS_HTTPS else {}),
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_HSTS_SECONDS = 63_072_000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
# A promise about the whole domain, which only its owner can make.
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=False)
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600  # a working day: who comes back the next one signs in
SESSION_COOKIE_NAME = "__Host-sessionid" if IS_HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if IS_HTTPS else "csrftoken"
_VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATORS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
]

# Whether the desk asks for a code beside the password.
TWO_FACTOR = env.bool("TWO_FACTOR", default=not IS_EMBEDDED)
OTP_TOTP_ISSUER = SITE_NAME  # as what the app lists it
OTP_ADMIN_HIDE_SENSITIVE_DATA = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # What visitors ask for in vain is no trouble of ours.
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "django.security.SuspiciousOperation": {"level": "CRITICAL"},
        # Of a page in which it finds no story, the import says so itself.
        "trafilatura": {"level": "CRITICAL"},
    },
}
