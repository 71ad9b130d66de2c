"""Failures are remembered in a keep, for as long as the server asks or is sensible."""

import pytest

from rashomon.errors import UnreadableInput
from rashomon.read.fetching.failures import Remembered
from rashomon.read.keep import Keep
from tests.read.fetching.servers import LIMITS, answer

GONE = answer(b"", "404 Not Found")


def _failed(fetching, address) -> UnreadableInput:
    with pytest.raises(UnreadableInput) as failed:
        fetching.fetch(address)
    return failed.value


@pytest.mark.parametrize(
    ("first", "seconds"),
    [
        (GONE, LIMITS.refused_seconds),
        (answer(b"", "503 Service Unavailable"), LIMITS.busy_seconds),
        (answer(b"", "429 Too Many Requests", retry_after="7200"), 7200),
        (answer(b"", "503 Service Unavailable", retry_after="150"), 150),
        (answer(b"", "404 Not Found", retry_after="99999999"), LIMITS.refused_seconds),
        (answer(b"x", "200 OK", content_encoding="br"), LIMITS.refused_seconds),
        (b"", LIMITS.host_seconds),
    ],
)
def test_a_failure_is_remembered_for_a_while(server, fetcher, tmp_path, time, first, seconds):
    """The next run asks nobody and tells the same; after a while it asks again."""
    server.paths["/a"] = first
    told = _failed(fetcher(Keep(tmp_path)), server.url("/a"))
    asked = len(server.asked)
    time.seconds += seconds - 5
    again = _failed(fetcher(Keep(tmp_path), resolver=None), server.url("/a"))
    assert isinstance(again, Remembered)
    assert (again.kind, again.detail, len(server.asked)) == (told.kind, told.detail, asked)
    server.paths["/a"] = answer()
    time.seconds += 10
    assert fetcher(Keep(tmp_path)).fetch(server.url("/a")).how == "fetched"


@pytest.mark.parametrize("again", [{"retry": True}, {"refresh": True}])
def test_whoever_asks_again_is_heard(server, fetcher, tmp_path, again):
    """A retry or a refresh asks at once, and a page that came is failed no more."""
    server.paths["/a"] = [GONE, answer()]
    _failed(fetcher(Keep(tmp_path)), server.url("/a"))
    assert fetcher(Keep(tmp_path), **again).fetch(server.url("/a")).how == "fetched"
    assert Keep(tmp_path).failure(server.url("/a")) is None


def test_a_retry_asks_for_nothing_that_is_kept(server, fetcher, tmp_path):
    """A page that came before is not asked for again."""
    server.paths["/a"] = answer()
    fetcher(Keep(tmp_path)).fetch(server.url("/a"))
    assert fetcher(Keep(tmp_path), retry=True, resolver=None).fetch(server.url("/a")).how == "kept"


@pytest.mark.parametrize("address", ["ftp://127.0.0.1/a", "http://user:word@127.0.0.1/a"])
def test_a_wrong_call_is_not_remembered(fetcher, tmp_path, address):
    """What no server was asked for is told, and nothing is kept of it."""
    assert not isinstance(_failed(fetcher(Keep(tmp_path)), address), Remembered)
    assert not list((tmp_path).glob("failed/*"))


def test_a_damaged_memory_is_none(server, fetcher, tmp_path):
    """A failure that cannot be read any more is forgotten."""
    server.paths["/a"] = [GONE, answer()]
    _failed(fetcher(Keep(tmp_path)), server.url("/a"))
    (path,) = tmp_path.glob("failed/*/*.json")
    path.write_bytes(b"{")
    assert fetcher(Keep(tmp_path)).fetch(server.url("/a")).how == "fetched"
