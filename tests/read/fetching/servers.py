"""Servers on this machine that behave as they are told, and a time that passes when told."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from rashomon.read.fetching.clock import Clock
from rashomon.read.fetching.limits import Limits

#: Small, so that a server that never ends is left within half a second.
LIMITS = Limits(seconds=0.5, quiet=0.3, largest=200_000, pace=1)

PAGE = b"<html><body><article><p>Two cranes fell at the quay.</p></article></body></html>"


def answer(body: bytes = PAGE, status: str = "200 OK", **headers: str) -> bytes:
    """An answer as it goes over the wire; `content_length` and the like give its headers."""
    given = {"content_type": "text/html", "content_length": str(len(body))} | headers
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in given.items() if value]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode() + body


#: What a path gives: an answer, or one after the other, or what is done with the connection.
Behaviour = bytes | list[bytes] | Callable[[socket.socket], None]


@dataclass
class Server:
    """A server on loopback; `paths` say how it behaves, `asked` what it was asked."""

    port: int
    paths: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"http://{host}:{self.port}{path}"

    def serve(self, connection: socket.socket) -> None:
        """Read one request and behave as its path says."""
        with connection:
            head = connection.recv(65_536).decode("latin-1")
            path = head.split(" ")[1] if " " in head else ""
            self.asked.append(path)
            self.heads.append(head)
            told = self.paths.get(path, answer(b"", "404 Not Found"))
            if isinstance(told, list):
                told = told.pop(0) if len(told) > 1 else told[0]
            with suppress(OSError):  # whoever asked has gone: many of these tests want just that
                told(connection) if callable(told) else connection.sendall(told)


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server that runs for a while, over TLS where it has a certificate to show."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(listening.getsockname()[1])

    def answer_one(connection: socket.socket) -> None:
        with suppress(OSError):  # a greeting that fails is what some tests want
            server.serve(tls.wrap_socket(connection, server_side=True) if tls else connection)

    def run() -> None:
        with suppress(OSError):  # the test is over
            while True:
                connection, _ = listening.accept()
                threading.Thread(target=answer_one, args=(connection,), daemon=True).start()

    threading.Thread(target=run, daemon=True).start()
    yield server
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()


@dataclass
class Time:
    """A time that passes only where somebody sleeps."""

    seconds: float = 1_900_000_000.0  # 17 March 2030
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        """Pass the time."""
        self.slept.append(round(seconds, 3))
        self.seconds += seconds

    def clock(self) -> Clock:
        """A clock that shows this time."""
        return Clock(now=lambda: self.seconds, elapsed=lambda: self.seconds, sleep=self.sleep)
