"""Tells a container platform whether to restart a process, or to send it readers.

It stands before all else: a probe comes with no host name that we know, without https,
and while the database is down, when restarting every process would only make it worse.
"""

from collections.abc import Callable

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from newsarchive.headers import GetResponse, SecurityHeadersMiddleware


class HealthMiddleware:
    """Answers /healthz (this process lives) and /readyz (it can serve readers)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self._headers = SecurityHeadersMiddleware(get_response)
        self._answers: dict[str, Callable[[], HttpResponse]] = {
            "/healthz": _alive,
            "/readyz": self._ready,
        }
        self._is_migrated = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self._answers.get(request.path_info)
        if answer is None:
            return self.get_response(request)
        is_safe = request.method in ("GET", "HEAD")
        response = answer() if is_safe else HttpResponseNotAllowed(["GET", "HEAD"])
        response.headers["Cache-Control"] = "no-store"
        return self._headers.guarded(request, response)

    def _ready(self) -> HttpResponse:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            # Asked until it is so: a schema does not go back under a running process.
            self._is_migrated = self._is_migrated or not unapplied_migrations()
        except Error:
            return _plain("database", status=503)
        return _plain("ok") if self._is_migrated else _plain("migrations", status=503)


def unapplied_migrations() -> list[str]:
    """The names of the migrations that the database still lacks."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _ in plan]


def _alive() -> HttpResponse:
    return _plain("ok")


def _plain(word: str, status: int = 200) -> HttpResponse:
    return HttpResponse(f"{word}\n", content_type="text/plain", status=status)
