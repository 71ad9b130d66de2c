"""Bodies: what a server sends, unpacked, and never more of it than was agreed."""

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from rashomon.errors import UnreadableInput

#: The codings that are asked for, and that can be undone (RFC 9110, section 8.4.1).
_CODINGS = ("gzip", "x-gzip", "deflate", "identity", "")

_GZIP_OR_ZLIB, _RAW = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS
_STEP = 65_536


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
    """gzip, of one member or several, and deflate, with zlib's frame or bare as some send it."""
    chunks = iter(chunks)
    first = next(chunks, b"")
    framed = first[:1] in (b"\x1f", b"\x78")
    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB if framed else _RAW)
    try:
        for chunk in chain([first], chunks):
            while chunk:
                if unpacker.eof and not chunk.startswith(b"\x1f"):
                    break  # what stands behind the last member is ignored, as browsers do
                if unpacker.eof:
                    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
                yield unpacker.decompress(chunk, _STEP)
                chunk = unpacker.unconsumed_tail or unpacker.unused_data
        yield unpacker.flush()
    except zlib.error as broken:
        raise UnreadableInput("broken_coding", f"It does not unpack: {broken}.") from broken
    if not unpacker.eof:
        raise UnreadableInput("incomplete", "It ends before what was packed does.")
