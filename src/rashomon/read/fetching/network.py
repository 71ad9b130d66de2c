"""The network: each name is looked up once, each address checked, and only those connected to."""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

from rashomon.errors import UnreadableInput

#: From a name and a port to the IP addresses that stand behind it.
Resolver = Callable[[str, int], Sequence[str]]

#: Prefixes whose IPv6 addresses carry an IPv4 address to which a translator or a tunnel passes
#: what is sent, and where in the 128 bits it stands: NAT64 (RFC 6052), 6to4 (RFC 3056).
_CARRIERS = (
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),
    (ipaddress.IPv6Network("2002::/16"), 80),
)

#: A name may stand for many machines; no more than so many are tried.
_MOST_TRIED = 4


def look_up(host: str, port: int) -> list[str]:
    """The addresses that the system's resolver gives. Raises UnreadableInput where it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableInput("host_not_found", f"No address is known for {host}.") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open Internet, itself and what it may carry.

    Private, loopback, link-local, shared, documentation, reserved and multicast addresses are not
    (IANA's registries of special-purpose addresses, as the standard library holds them).
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        # Later Pythons call a mapped address what the address in it is.
        if found.scope_id or found.ipv4_mapped or found.is_site_local:
            return False
        for network, shift in _CARRIERS:
            if found in network:
                return is_public(str(ipaddress.IPv4Address((int(found) >> shift) & 0xFFFFFFFF)))
    return found.is_global and not found.is_reserved and not found.is_multicast


class Network(httpcore.NetworkBackend):
    """Connects one request to checked addresses only, and ends it when no seconds are `left`.

    The name stays what TLS and the server are told; the connection goes to the very address that
    was checked, so that a name whose address changes in between gains nothing. A host whose name
    is in `allowed` may stand anywhere.
    """

    def __init__(
        self, allowed: frozenset[str], resolver: Resolver, left: Callable[[], float]
    ) -> None:
        self._allowed = allowed
        self._resolver = resolver
        self._left = left
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of `host` that answers.

        Raises UnreadableInput where one of its addresses is not allowed, and httpcore's errors.
        """
        failed: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in self._checked(host, port)[:_MOST_TRIED]:
            try:
                within = _within(timeout, self._left)
                return _Timed(self._backend.connect_tcp(address, port, within), self._left)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed or httpcore.ConnectError(f"no address for {host}")

    def _checked(self, host: str, port: int) -> Sequence[str]:
        addresses = self._resolver(host, port)
        closed = [address for address in addresses if not is_public(address)]
        if closed and host not in self._allowed:
            raise UnreadableInput(
                "address_not_allowed",
                f"{host} stands at {closed[0]}, which is no public address; "
                f"--allow-host {host} would allow it.",
            )
        return addresses


class _Timed(httpcore.NetworkStream):
    """A stream on which no step outlasts the deadline, however little each of them waits for."""

    def __init__(self, stream: httpcore.NetworkStream, left: Callable[[], float]) -> None:
        self._stream = stream
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _within(timeout, self._left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _within(timeout, self._left))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        within = _within(timeout, self._left)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, within), self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _within(timeout: float | None, left: Callable[[], float]) -> float:
    seconds = left()
    if seconds <= 0:
        raise httpcore.ReadTimeout("the deadline has passed")
    return seconds if timeout is None else min(seconds, timeout)
