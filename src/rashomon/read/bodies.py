"""The bodies of answers as servers sent them, without what they were coded in for the way."""

from typing import Protocol

from rashomon.errors import UnreadableInput
from rashomon.read.packed import unpacked_whole
from rashomon.read.sources import LARGEST


class Heads(Protocol):
    """The heads of an answer, asked for by name."""

    def get(self, key: str) -> str | None:
        """The value of a head."""


def body_of(data: bytes, heads: Heads) -> bytes:
    """The body of an answer as it was before it was coded.

    Raises UnreadableInput where it is damaged, of an unknown coding, or too large.
    """
    if len(data) > LARGEST:
        raise UnreadableInput("too_large", f"It is larger than {LARGEST:,} bytes.")
    if "chunked" in (heads.get("Transfer-Encoding") or "").lower():
        data = _unchunked(data)
    coding = (heads.get("Content-Encoding") or "").strip().lower()
    return data if coding in ("", "identity") else _unpacked(data, coding)


def _unpacked(data: bytes, coding: str) -> bytes:
    """What `data` is without its content coding (RFC 9110, 8.4.1): gzip or deflate.

    Raises UnreadableInput where it is another, is damaged, or unpacks to too much.
    """
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise UnreadableInput("kind_not_supported", f"It is coded as {coding!r:.40}.")
    try:
        plain, _ = unpacked_whole([data], LARGEST)
    except UnreadableInput as error:
        # A recorder may keep the heads of a response and write its body plain.
        if error.kind == "damaged" and data.lstrip()[:1] in (b"<", b"{"):
            return data
        raise
    return plain


def _unchunked(data: bytes) -> bytes:
    """A body without the marks of its chunks (RFC 9112, 7.1), as it is where it has none."""
    pieces, position = list[bytes](), 0
    while True:
        end = data.find(b"\r\n", position, position + 1_000)
        try:
            size = int(data[position:end].split(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(pieces) if pieces else data
        if size == 0:
            return b"".join(pieces)
        pieces.append(data[end + 2 : end + 2 + size])
        position = end + 2 + size + 2
