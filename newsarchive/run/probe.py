"""Whether the web server answers: `python -m newsarchive.run.probe` exits 0 if so."""

import http.client
import os
import sys
from http import HTTPStatus

from django.conf import settings

_ANY = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104
_PATIENCE = 5.0  # seconds


def answers(host: str, port: int) -> bool:
    """Whether /healthz answers; without a proxy, whatever the environment says."""
    asked = http.client.HTTPConnection(_ANY.get(host, host), port, timeout=_PATIENCE)
    try:
        asked.request("GET", "/healthz")
        return asked.getresponse().status == HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asked.close()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
    sys.exit(0 if answers(settings.HOST, settings.PORT) else 1)
