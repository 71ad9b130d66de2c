"""Several hosts at a time, each page of a host after the other."""

import threading

import pytest

from rashomon.errors import UnreadableInput, WrongCall
from rashomon.read.fetching.fetcher import Fetched
from rashomon.read.fetching.hosts import fetch_all
from rashomon.read.keep import Record


def _page(address: str) -> Fetched:
    record = Record(
        url=address, final_url=address, status=200, media_type=None, retrieved="", sha256=""
    )
    return Fetched(record, "fetched")


def test_hosts_are_asked_at_the_same_time():
    """Three hosts that wait for one another all answer."""
    together = threading.Barrier(3, timeout=20)

    def fetch(address):
        together.wait()
        return _page(address)

    addresses = [f"https://{name}.example/" for name in "abc"]
    assert dict(fetch_all(addresses, fetch, at_once=3)).keys() == set(addresses)


def test_no_more_hosts_than_agreed():
    """With ten hosts and two at once, never more than two pages are on their way."""
    asked, most, lock = [], [], threading.Lock()

    def fetch(address):
        with lock:
            asked.append(address)
            most.append(len(asked))
        with lock:
            asked.remove(address)
        return _page(address)

    addresses = [f"https://{number}.example/" for number in range(10)]
    assert len(list(fetch_all(addresses, fetch, at_once=2))) == 10
    assert max(most) <= 2


def test_the_pages_of_a_host_come_one_after_the_other():
    """In their order, each once, however often it is named."""
    asked = []

    def fetch(address):
        asked.append(address)
        return _page(address)

    pages = [f"https://a.example/{number}" for number in (3, 1, 2)]
    assert [address for address, _ in fetch_all(pages * 2, fetch)] == asked == pages


def test_a_failure_is_told_beside_what_came():
    """What cannot be read is a problem of its address alone."""

    def fetch(address):
        if "b." in address:
            raise UnreadableInput("http_status", "404")
        return _page(address)

    came = dict(fetch_all(["https://a.example/", "https://b.example/"], fetch))
    assert isinstance(came["https://a.example/"], Fetched)
    assert isinstance(came["https://b.example/"], UnreadableInput)


@pytest.mark.parametrize("error", [WrongCall("the disk is full"), ZeroDivisionError()])
def test_any_other_error_ends_all(error):
    """What is no problem of an address reaches whoever waits."""

    def fetch(address):
        raise error

    with pytest.raises(type(error)):
        list(fetch_all(["https://a.example/"], fetch))


def test_nothing_to_fetch():
    """No addresses, no threads."""
    assert list(fetch_all([], _page)) == []
