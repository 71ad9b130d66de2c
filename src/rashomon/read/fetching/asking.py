"""Asking: one GET request, its answer taken in within all limits, every failure with its name."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import httpcore
import httpx

from rashomon.errors import UnreadableInput
from rashomon.read.fetching.addresses import host_of
from rashomon.read.fetching.bodies import read_body
from rashomon.read.fetching.clock import Clock
from rashomon.read.fetching.limits import AGENT, Limits
from rashomon.read.fetching.network import Network, Resolver, look_up

#: Kinds of content that no report is read from: their bodies are not taken in.
_NO_REPORTS = ("image/", "audio/", "video/", "font/")

#: No cookies, no referrer, no languages: a server is told what is asked for and by which program.
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: `body` is empty unless the status is 200 or 203."""

    url: httpx.URL
    status: int
    headers: httpx.Headers
    body: bytes

    @property
    def media_type(self) -> str | None:
        """The Content-Type as the server gives it, with its charset."""
        return self.headers.get("content-type", "").strip()[:200] or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """What every request has in common; `allowed` are the hosts that may be private."""

    limits: Limits
    clock: Clock
    allowed: frozenset[str] = frozenset()
    resolver: Resolver = look_up

    def may_lead(self, here: str, there: str) -> bool:
        """Whether the host `here` may send to `there`: to one allowed by name, only another may."""
        return there not in self.allowed or here in self.allowed

    def ask(self, url: httpx.URL, headers: Mapping[str, str], most: int) -> Answer:
        """The answer to one request; redirects are not followed. Raises UnreadableInput."""
        until = self.clock.elapsed() + self.limits.seconds
        network = Network(self.allowed, self.resolver, lambda: until - self.clock.elapsed())
        quiet = self.limits.quiet
        timeouts = {"connect": quiet, "read": quiet, "write": quiet, "pool": quiet}
        try:
            with (
                httpcore.ConnectionPool(ssl_context=_trust(), network_backend=network) as pool,
                pool.stream(
                    "GET",
                    str(url),
                    headers=list({**_HEADERS, **headers}.items()),
                    extensions={"timeout": timeouts},
                ) as response,
            ):
                return _taken(url, response, most)
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise _named(error, url, self.limits) from error


@cache
def _trust() -> ssl.SSLContext:
    """The certificate authorities of certifi; nothing of the environment is trusted."""
    return httpx.create_ssl_context(trust_env=False)


def _taken(url: httpx.URL, response: httpcore.Response, most: int) -> Answer:
    headers = httpx.Headers(response.headers)
    answer = Answer(url, response.status, headers, b"")
    if response.status not in (200, 203):
        return answer
    if (answer.media_type or "").lower().startswith(_NO_REPORTS):
        said = f"It is {answer.media_type}: no report is read from that."
        raise UnreadableInput("kind_not_supported", said)
    coding = headers.get("content-encoding", "").strip().lower()
    declared = headers.get("content-length")
    body = read_body(response.iter_stream(), coding, declared, most)
    return Answer(url, response.status, headers, body)


def _named(error: Exception, url: httpx.URL, limits: Limits) -> UnreadableInput:
    """A failure below HTTP, in the words of whoever named the address."""
    if isinstance(error, httpcore.TimeoutException):
        said = f"within {limits.seconds:g} seconds, or not a byte within {limits.quiet:g}"
        return UnreadableInput("timed_out", f"No whole answer came {said}.")
    host = host_of(url)
    below = error.args[0] if error.args else None  # httpcore wraps what the system raised
    if isinstance(below, ssl.SSLError):
        reason = getattr(below, "verify_message", None) or below.reason
        return UnreadableInput("tls", f"{host} cannot prove that it is {host}: {reason}.")
    if isinstance(error, httpcore.ConnectError):
        return UnreadableInput("no_connection", f"{host} takes no connection: {error}.")
    if isinstance(error, httpcore.ProtocolError):
        return UnreadableInput("broken_answer", f"The answer is no whole HTTP: {error}.")
    return UnreadableInput("connection_lost", f"The connection was lost: {error}.")
