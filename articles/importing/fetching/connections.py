"""Connections to public hosts only, on which no wait outlasts the deadline."""

import http.client
import queue
import socket
import ssl
from threading import Thread
from typing import Any, cast

from articles.importing.fetching.errors import FetchError
from articles.importing.fetching.limits import Deadline, Limits
from articles.importing.fetching.networks import objection

# Of several addresses, one that does not answer leaves time for the next.
_LONGEST_TRY = 8.0


class Connection(http.client.HTTPConnection):
    """An HTTP connection, with TLS or not, to where the limits let it go."""

    def __init__(
        self, host: str, port: int, *, tls: bool, limits: Limits, deadline: Deadline
    ) -> None:
        self.default_port = 443 if tls else 80  # of which Host says nothing
        super().__init__(host, port)
        self._tls, self._limits, self._deadline = tls, limits, deadline

    def connect(self) -> None:
        """Look the name up once, check each address, and connect to one of those."""
        found = _looked_up(self.host, self.port, self._deadline)
        also = self._limits.also
        hosts = {address[0]: objection(address[0], also) for _, address in found}
        public = [answer for answer in found if not hosts[answer[1][0]]]
        if not public:
            host, reason = next(iter(hosts.items()))
            raise FetchError(f"{self.host} is at {host}, which is {reason}")
        sock = _connected(public, self._deadline)
        self.sock = _with_tls(sock, self.host, self._deadline) if self._tls else sock


class _Socket(socket.socket):
    """A socket that waits for each piece only as long as there is time for all."""

    deadline: Deadline

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        self.settimeout(self.deadline.left())
        return super().recv_into(*args, **kwargs)


class _TLSSocket(ssl.SSLSocket):
    deadline: Deadline

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        self.settimeout(self.deadline.left())
        return super().recv_into(*args, **kwargs)


_Answer = tuple[socket.AddressFamily, tuple[Any, ...]]


def _looked_up(host: str, port: int, deadline: Deadline) -> list[_Answer]:
    """The families and addresses of a name; the system's own wait has no limit."""
    answers: queue.SimpleQueue[list[Any] | Exception] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            answers.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    Thread(target=look_up, daemon=True).start()
    try:
        answer = answers.get(timeout=deadline.left())
    except queue.Empty:
        raise deadline.error() from None
    if isinstance(answer, Exception):
        raise FetchError(f"there is no host {host}") from answer
    return [(family, address) for family, *_, address in answer]


def _connected(answers: list[_Answer], deadline: Deadline) -> socket.socket:
    failure: OSError | None = None
    for family, address in answers:
        sock = _Socket(family, socket.SOCK_STREAM)
        sock.deadline = deadline
        try:
            sock.settimeout(min(deadline.left(), _LONGEST_TRY))
            sock.connect(address)
        except OSError as error:
            sock.close()
            failure = error
        else:
            return sock
    deadline.left()
    raise FetchError(f"no connection: {failure}") from failure


def _with_tls(sock: socket.socket, host: str, deadline: Deadline) -> ssl.SSLSocket:
    context = ssl.create_default_context()
    context.sslsocket_class = _TLSSocket
    try:
        sock.settimeout(deadline.left())  # holds for the handshake as a whole
        secure = cast(_TLSSocket, context.wrap_socket(sock, server_hostname=host))
    except BaseException:
        sock.close()
        raise
    secure.deadline = deadline
    return secure
