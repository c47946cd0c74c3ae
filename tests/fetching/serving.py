"""A real server on this machine, for the tests of fetching."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from threading import Thread

from articles.importing.fetching import Limits

Answer = Callable[[BaseHTTPRequestHandler], None]
LOOPBACK = frozenset({"127.0.0.0/8"})


class Server(ThreadingHTTPServer):
    """Answers by path; `asked` has the paths and headers of all requests."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, dict[str, str]]] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def port(self) -> int:
        return self.server_address[1]

    def address(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def limits(self, **others) -> Limits:
        """Those of the public web, and this very server."""
        return Limits(ports=frozenset({80, 443, self.port}), also=LOOPBACK, **others)

    def handle_error(self, *_) -> None:
        """A client that goes away in the middle is what many tests are about."""


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.answers[self.path.partition("?")[0]](self)

    def log_message(self, *_) -> None:
        """Nothing is said of requests."""


@contextmanager
def serving(answers: Mapping[str, Answer], tls: SSLContext | None = None):
    with Server(answers) as server:
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


def body(data: bytes, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def redirect(location: str, status: int = 302) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Location", location)
        handler.end_headers()

    return answer


def raw(*pieces: bytes, pause: Callable[[], object] = lambda: None) -> Answer:
    """Pieces as they are, with a pause after each, until the client is gone."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
            pause()

    return answer


def names_at(*addresses: str) -> Callable[..., list]:
    """A `getaddrinfo` that has one answer after the other for each name it is asked."""
    waiting: Iterator[str] = iter(addresses)

    def look_up(host: str, port: int, **_) -> list:
        found = next(waiting).split()
        return [(10 if ":" in a else 2, 1, 6, "", _place(a, port)) for a in found]

    return look_up


def _place(address: str, port: int) -> tuple:
    return (address, port, 0, 0) if ":" in address else (address, port)
