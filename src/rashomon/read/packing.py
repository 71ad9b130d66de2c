"""How much the streams of a PDF unpack to, before anything is given to a library that unpacks all.

A page's content is a few kilobytes to a few hundred; pictures are larger, but are never unpacked
to read a text.
"""

import re
import zlib

from rashomon.errors import UnreadableInput

#: No stream that a text is read from unpacks to more bytes, nor do all of them.
_MOST_OF_ONE, _MOST_OF_ALL = 10_000_000, 300_000_000

#: A stream may be packed more than once; each time unpacks to a thousand times as much at most.
_MOST_TIMES = 3

_STREAM = re.compile(rb"stream\r?\n")
_PICTURE = re.compile(rb"/Subtype\s*/(?:Image|CIDFontType0C|Type1C|OpenType)|/Length1\b")
_LOOK_BACK = 600

#: Streams are unpacked by so many packed bytes: what follows a stream is never copied.
_PIECE = 65_536


def check_packing(data: bytes) -> None:
    """Raise UnreadableInput where a stream of the PDF in `data` unpacks to too much."""
    unpacked = 0
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - _LOOK_BACK) : found.start()].rpartition(b"obj")[2]
        if b"/Fl" not in head or _PICTURE.search(head):
            continue
        unpacked += _unpacked(memoryview(data)[found.end() :])
        if unpacked > _MOST_OF_ALL:
            raise UnreadableInput("unpacks_too_large", "All in all it unpacks to too much.")


def _unpacked(data: memoryview | bytes) -> int:
    """How many bytes a stream unpacks to; 0 where it cannot be unpacked."""
    size = 0
    for _ in range(_MOST_TIMES):
        try:
            data = _plain(data)
        except zlib.error:
            return size
        size += len(data)
        if len(data) > _MOST_OF_ONE:
            detail = f"A part of it unpacks to more than {_MOST_OF_ONE:,} bytes."
            raise UnreadableInput("unpacks_too_large", detail)
    return size


def _plain(data: memoryview | bytes) -> bytes:
    """What the stream that `data` begins with unpacks to, as far as is counted."""
    reader, plain = zlib.decompressobj(), bytearray()
    for start in range(0, len(data), _PIECE):
        plain += reader.decompress(data[start : start + _PIECE], _MOST_OF_ONE + 1 - len(plain))
        if reader.eof or len(plain) > _MOST_OF_ONE:
            break
    return bytes(plain)
