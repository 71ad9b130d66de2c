"""Bodies: unpacked whole, or refused."""

import gzip
import tracemalloc
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import UnreadableInput
from rashomon.read.fetching.bodies import read_body
from rashomon.read.fetching.pace import seconds_asked


@given(st.binary(max_size=300), st.integers(1, 50), st.sampled_from(["gzip", "deflate", ""]))
def test_a_body_arrives_whole_in_any_pieces(body, step, coding):
    """However the network cuts it, what comes out is what was sent."""
    packed = {"gzip": gzip.compress(body), "deflate": zlib.compress(body), "": body}[coding]
    chunks = [packed[start : start + step] for start in range(0, len(packed), step)]
    assert read_body(chunks, coding, None, 1000) == body


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate"]))
def test_any_bytes_unpack_or_are_refused(body, coding):
    """No bytes are a mistake of the program."""
    with suppress(UnreadableInput):
        assert len(read_body([body], coding, None, 10_000)) <= 10_000


def test_a_bomb_takes_no_memory():
    """What would unpack to a hundred megabytes is left after the first bytes beyond the bound."""
    bomb = gzip.compress(b"\0" * 100_000_000)
    tracemalloc.start()
    with pytest.raises(UnreadableInput, match="unpacks to more"):
        read_body([bomb], "gzip", None, 1_000_000)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Tue, 04 Mar 2031 05:06:37 GMT", 30),
        ("Tue, 04 Mar 2031 05:00:00 GMT", 0),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("", None),
        (None, None),
        ("Tue, 99 Mar 99999 05:06:37 GMT", None),
        ("9" * 400, 999_999_999),
    ],
)
def test_the_wait_that_a_server_asks_for(words, seconds):
    """Retry-After is seconds or a date; what is neither asks for nothing."""
    assert seconds_asked(words, 1_930_367_167.0) == seconds
