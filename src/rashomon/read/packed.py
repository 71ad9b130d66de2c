"""Packed: gzip and deflate undone piece by piece, so that no more of it is held than is wanted."""

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from rashomon.errors import UnreadableInput

#: For zlib: with the frame of gzip or of zlib itself, or deflate as some servers send it, bare.
_FRAMED, _BARE = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS
_FRAMES = (b"\x1f", b"\x78")
_STEP = 65_536


def unpacked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """What is packed in `chunks`, in pieces: gzip, of one member or several, or deflate.

    What stands behind the last member (RFC 1952, 2.2) is passed over, as browsers do. Raises
    zlib.error where it is damaged, EOFError behind the last piece where its end is missing.
    """
    chunks = iter(chunks)
    first = next(chunks, b"")
    unpacker = zlib.decompressobj(_FRAMED if first[:1] in _FRAMES else _BARE)
    for chunk in chain([first], chunks):
        while chunk:
            if unpacker.eof and not chunk.startswith(_FRAMES[0]):
                return
            if unpacker.eof:
                unpacker = zlib.decompressobj(_FRAMED)
            yield unpacker.decompress(chunk, _STEP)
            chunk = unpacker.unconsumed_tail or unpacker.unused_data
    yield unpacker.flush()
    if not unpacker.eof:
        raise EOFError("It ends before what was packed does.")


def unpacked_whole(chunks: Iterable[bytes], most: int) -> tuple[bytes, bool]:
    """All that is packed in `chunks`, and whether its end is there.

    Raises UnreadableInput: `damaged`, or `unpacks_too_large` beyond `most` bytes.
    """
    plain = bytearray()
    try:
        for piece in unpacked(chunks):
            plain += piece
            if len(plain) > most:
                detail = f"It unpacks to more than {most:,} bytes."
                raise UnreadableInput("unpacks_too_large", detail)
    except EOFError:
        return bytes(plain), False
    except zlib.error as error:
        raise UnreadableInput("damaged", f"It is damaged: {error}.") from error
    return bytes(plain), True
