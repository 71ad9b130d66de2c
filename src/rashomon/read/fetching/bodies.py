"""Bodies: what a server sends, unpacked, and never more of it than was agreed."""

import zlib
from collections.abc import Iterable, Iterator

from rashomon.errors import UnreadableInput
from rashomon.read.packed import unpacked

#: The codings that are asked for, and that can be undone (RFC 9110, section 8.4.1).
_CODINGS = ("gzip", "x-gzip", "deflate", "identity", "")


def read_body(chunks: Iterable[bytes], coding: str, declared: str | None, most: int) -> bytes:
    """The body that arrives in `chunks`, with its Content-Encoding undone.

    `declared` is its Content-Length. Raises UnreadableInput: `too_large` above `most` bytes, as
    declared, as sent or as unpacked; `unknown_coding`; `broken_coding` where it does not unpack.
    """
    if declared and declared.isdecimal() and int(declared) > most:
        raise UnreadableInput("too_large", f"It is larger than {most:,} bytes.")
    if coding not in _CODINGS:
        raise UnreadableInput("unknown_coding", f"It is packed as {coding!r:.40}: not asked for.")
    chunks = _bounded(chunks, most, "It is larger than")
    if coding in ("", "identity"):
        return b"".join(chunks)
    unpacked = _bounded(_unpacked(chunks), most, "It unpacks to more than")
    return b"".join(unpacked)


def _bounded(chunks: Iterable[bytes], most: int, said: str) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise UnreadableInput("too_large", f"{said} {most:,} bytes.")
        yield chunk


def _unpacked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    try:
        yield from unpacked(chunks)
    except zlib.error as broken:
        raise UnreadableInput("broken_coding", f"It does not unpack: {broken}.") from broken
    except EOFError as missing:
        raise UnreadableInput("incomplete", str(missing)) from missing
