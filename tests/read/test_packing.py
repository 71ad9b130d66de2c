"""What a PDF unpacks to is counted before a library unpacks it."""

import zlib

import pytest

from rashomon.errors import UnreadableInput
from rashomon.read.packing import check_packing


def pdf(*streams: bytes) -> bytes:
    """A PDF as far as the count looks at it."""
    packed = (b"obj<</Filter/FlateDecode>>stream\n%s\nendstream\n" % each for each in streams)
    return b"%PDF-1.4\n" + b"".join(packed)


@pytest.mark.parametrize("times", [1, 2])
def test_a_stream_that_unpacks_to_too_much_is_refused(times: int) -> None:
    """Packed once or twice, wherever it stands."""
    bomb = bytes(11_000_000)
    for _ in range(times):
        bomb = zlib.compress(bomb)
    with pytest.raises(UnreadableInput, match="unpacks to more"):
        check_packing(pdf(zlib.compress(b"Port"), bomb))


def test_a_stream_longer_than_a_piece_is_counted_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is unpacked piece by piece, and what stands behind it is not touched."""
    monkeypatch.setattr("rashomon.read.packing._PIECE", 64)
    words = zlib.compress(bytes(range(256)) * 2_000, 0)
    check_packing(pdf(words, b"no stream at all"))
    monkeypatch.setattr("rashomon.read.packing._MOST_OF_ALL", 2 * 512_000 - 1)
    with pytest.raises(UnreadableInput, match="All in all"):
        check_packing(pdf(words, words))
