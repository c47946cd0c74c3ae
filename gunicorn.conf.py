"""How gunicorn serves the archive; what differs between machines is in the settings."""

import gc
import os
from pathlib import Path
from typing import Any

from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")

_MEMORY = Path("/dev/shm")  # noqa: S108 - holds the workers' empty heartbeat files
_HOST = f"[{settings.HOST}]" if ":" in settings.HOST else settings.HOST

wsgi_app = "newsarchive.wsgi"
bind = f"{_HOST}:{settings.PORT}"

# A worker's threads share a pool of connections, which must not be made before a fork:
# so nothing is loaded until there is a worker.
preload_app = False
worker_class = "gthread"
workers = settings.WEB_WORKERS
threads = settings.WEB_THREADS
timeout = graceful_timeout = 30
keepalive = 5
# A worker that leaks memory is replaced before it matters, and not all of them at once.
max_requests = 5000
max_requests_jitter = 500
# A heartbeat on a slow disk would make a healthy worker look dead.
worker_tmp_dir = str(_MEMORY) if os.access(_MEMORY, os.W_OK) else None

# Who may say, in X-Forwarded-Proto, that a request came by https.
forwarded_allow_ips = settings.TRUSTED_PROXIES
limit_request_line = 8190
control_socket_disable = True
loglevel = "warning"


def post_worker_init(worker: Any) -> None:
    """Look for garbage less often, and never in what is there for good.

    With Python's own threshold (700 objects, in newer ones 2,000) a page is interrupted
    dozens of times, now and then to go through the whole application.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)
