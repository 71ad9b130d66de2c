"""Fetching from servers that behave, and from those that do not."""

import gzip
import time as real_time
import zlib
from dataclasses import replace
from email.utils import formatdate

import pytest

from rashomon.errors import UnreadableInput
from rashomon.read.fetching.clock import Clock
from rashomon.read.fetching.limits import Limits
from rashomon.read.keep import Keep
from rashomon.read.sources import LARGEST
from tests.read.fetching.servers import LIMITS, PAGE, answer


def _refused(fetcher, address) -> str:
    with pytest.raises(UnreadableInput) as refused:
        fetcher.fetch(address)
    return refused.value.kind


def test_a_page_is_fetched_with_what_is_known_of_it(server, fetcher):
    """Bytes, address, media type and the instant come with a page."""
    server.paths["/a"] = answer()
    fetching = fetcher()
    fetched = fetching.fetch(server.url("/a?utm_source=feed#top"))
    assert fetching.data(fetched.record) == PAGE
    assert (fetched.how, fetched.record.url) == ("fetched", server.url("/a"))
    assert (fetched.record.media_type, fetched.record.status) == ("text/html", 200)
    assert fetched.record.retrieved == "2030-03-17T17:46:41Z"


def test_a_server_is_told_which_program_asks(server, fetcher):
    """The program names itself, and sends nothing that tells of its reader."""
    server.paths["/a"] = answer(set_cookie="id=1")
    fetching = fetcher()
    fetching.fetch(server.url("/a"))
    head = server.heads[-1].lower()
    assert "user-agent: rashomon " in head
    assert not any(word in head for word in ("cookie:", "referer:", "accept-language:"))


def test_the_environment_sends_no_request_elsewhere(server, fetcher, monkeypatch):
    """Proxies that the environment names are not asked: a request goes where the call says."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server.paths["/a"] = answer()
    assert fetcher().fetch(server.url("/a")).how == "fetched"


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (gzip.compress(PAGE), "gzip"),
        (gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]) + b"\0\0", "gzip"),
        (zlib.compress(PAGE), "deflate"),
        (zlib.compress(PAGE, wbits=-15), "deflate"),
        (PAGE, "identity"),
    ],
    ids=["gzip", "gzip in members", "zlib", "bare deflate", "unpacked"],
)
def test_packed_bodies_are_unpacked(server, fetcher, body, coding):
    """gzip of one member or several, and deflate with its frame or bare."""
    server.paths["/a"] = answer(body, content_encoding=coding)
    fetching = fetcher()
    assert fetching.data(fetching.fetch(server.url("/a")).record) == PAGE


def _drip(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
    while True:
        connection.sendall(b"x")
        real_time.sleep(0.02)


def _drip_headers(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X-Slow: 1\r\n")
        real_time.sleep(0.02)


def _silence(connection):
    connection.recv(1)


def _endless(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65_536)


def _endless_header(connection):
    while True:
        connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 65_536)


BOMB = gzip.compress(b"\0" * 20_000_000)


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        (_drip, "timed_out"),
        (_drip_headers, "timed_out"),
        (_silence, "timed_out"),
        (_endless, "too_large"),
        (_endless_header, "broken_answer"),
        (answer(b"x" * 300_000), "too_large"),
        (answer(content_length="999999999999"), "too_large"),
        (answer(content_length="5000"), "broken_answer"),
        (answer(content_length="minus one"), "broken_answer"),
        (answer(BOMB, content_encoding="gzip"), "too_large"),
        (answer(gzip.compress(BOMB), content_encoding="gzip, gzip"), "unknown_coding"),
        (answer(PAGE, content_encoding="br"), "unknown_coding"),
        (answer(b"no gzip at all", content_encoding="gzip"), "broken_coding"),
        (answer(gzip.compress(PAGE)[:-20], content_encoding="gzip"), "incomplete"),
        (answer(content_type="video/mp4"), "kind_not_supported"),
        (b"220 mail.example ready\r\n", "broken_answer"),
        (b"", "broken_answer"),
        (answer(status="404 Not Found"), "http_status"),
        (answer(status="403 Forbidden"), "http_status"),
        (answer(status="204 No Content", content_length=""), "http_status"),
        (answer(status="304 Not Modified"), "http_status"),
        (answer(status="302 Found", location="/a"), "too_many_redirects"),
        (answer(status="302 Found", location="ftp://files.example/a"), "address_not_supported"),
        (answer(status="302 Found", location="file:///etc/passwd"), "address_not_supported"),
        (answer(status="302 Found", location="http://u:p@127.0.0.1/"), "address_not_allowed"),
        (answer(status="302 Found", location="http://[::1/"), "bad_address"),
        (answer(status="302 Found", location="http://localhost/"), "address_not_allowed"),
        (answer(status="302 Found", location="http://169.254.169.254/"), "address_not_allowed"),
        (answer(status="302 Found", location="http://127.1:8080/"), "address_not_allowed"),
        (answer(status="302 Found", location="http://2130706433/"), "address_not_allowed"),
        (answer(status="302 Found", location="http://[::ffff:127.0.0.1]/"), "address_not_allowed"),
        (answer(status="302 Found"), "http_status"),
    ],
)
def test_a_server_that_misbehaves_is_a_named_problem(server, fetcher, behaviour, kind):
    """Whatever a server does, it is over soon, and the reason has a name."""
    server.paths["/a"] = behaviour
    began = real_time.monotonic()
    assert _refused(fetcher(clock=Clock(sleep=lambda _: None)), server.url("/a")) == kind
    assert real_time.monotonic() - began < 3


def test_a_redirect_is_followed_to_its_end(server, fetcher):
    """The record names the address asked and the address that answered."""
    server.paths["/old"] = answer(b"", "301 Moved Permanently", location="/new?id=2")
    server.paths["/new?id=2"] = answer()
    record = fetcher().fetch(server.url("/old")).record
    assert (record.url, record.final_url) == (server.url("/old"), server.url("/new?id=2"))


def test_a_chain_of_redirects_has_an_end(server, fetcher):
    """A chain that never ends is left after five hops."""
    for hop in range(20):
        server.paths[f"/{hop}"] = answer(b"", "302 Found", location=f"/{hop + 1}")
    assert _refused(fetcher(), server.url("/0")) == "too_many_redirects"
    assert server.asked[-1] == "/5"


def test_nothing_listens(fetcher, time):
    """A host that takes no connection is asked again, a little later each time, and told."""
    assert _refused(fetcher(), "http://127.0.0.1:9/") == "address_not_allowed"
    assert _refused(fetcher(), "http://127.0.0.1:65535/") == "no_connection"
    assert time.slept == [2, 4]


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
@pytest.mark.parametrize("as_date", [False, True])
def test_a_wait_that_is_asked_for_is_kept(server, fetcher, time, status, as_date):
    """Retry-After in seconds or as a date is waited for, and then the page comes."""
    after = formatdate(time.seconds + 31, usegmt=True) if as_date else "30"
    server.paths["/a"] = [answer(b"", status, retry_after=after), answer()]
    assert fetcher().fetch(server.url("/a")).how == "fetched"
    assert time.slept == [1, 30]


def test_a_long_wait_is_told_and_the_host_left_alone(server, fetcher):
    """A host that asks for an hour is not asked again for its other pages either."""
    server.paths["/a"] = answer(b"", "429 Too Many Requests", retry_after="3600")
    fetching = fetcher()
    assert _refused(fetching, server.url("/a")) == "asked_to_wait"
    assert _refused(fetching, server.url("/b")) == "asked_to_wait"
    assert server.asked == ["/robots.txt", "/a"]


def test_waits_and_redirects_together_have_an_end(server, fetcher, time):
    """A host that asks for a wait at every hop is left when five minutes are over."""
    for hop in range(5):
        wait = answer(b"", "503 Service Unavailable", retry_after="100")
        server.paths[f"/{hop}"] = [wait, answer(b"", "302 Found", location=f"/{hop + 1}")]
    began = time.seconds
    assert _refused(fetcher(), server.url("/0")) == "timed_out"
    assert 300 < time.seconds - began < 420


def test_a_server_that_stays_busy_is_left(server, fetcher, time):
    """Three tries, each after a longer wait; then the status is the reason."""
    server.paths["/a"] = answer(b"", "503 Service Unavailable")
    assert _refused(fetcher(), server.url("/a")) == "http_status"
    assert (server.asked.count("/a"), time.slept) == (3, [1, 2, 4])


def test_between_two_requests_to_a_host_lies_a_second(server, fetcher, time):
    """The pages of one host are fetched one after the other, a second apart."""
    server.paths |= {"/a": answer(), "/b": answer()}
    fetching = fetcher()
    for path in ("/a", "/b"):
        fetching.fetch(server.url(path))
    assert time.slept == [1, 1]


def test_what_is_kept_needs_no_network(server, fetcher, tmp_path):
    """A page that was fetched is there for the next run, with the time it was retrieved."""
    server.paths["/a"] = [answer(), answer(b"changed")]
    first = fetcher(Keep(tmp_path)).fetch(server.url("/a"))
    again = fetcher(Keep(tmp_path), resolver=None, hosts=()).fetch(server.url("/a"))
    assert (again.how, again.record) == ("kept", first.record)
    assert server.asked.count("/a") == 1


def test_a_refresh_asks_whether_anything_changed(server, fetcher, tmp_path, time):
    """The server's own marks are sent back, and an unchanged page keeps its record."""
    marks = {"etag": '"v1"', "last_modified": "Sun, 17 Mar 2030 10:00:00 GMT"}
    server.paths["/a"] = [answer(**marks), answer(b"", "304 Not Modified"), answer(b"<p>new")]
    first = fetcher(Keep(tmp_path)).fetch(server.url("/a"))
    time.seconds += 3600
    again = fetcher(Keep(tmp_path), refresh=True).fetch(server.url("/a"))
    assert (again.how, again.record) == ("unchanged", first.record)
    assert 'if-none-match: "v1"' in server.heads[-1].lower()
    assert "if-modified-since: sun, 17 mar 2030 10:00:00 gmt" in server.heads[-1].lower()
    changed = fetcher(Keep(tmp_path), refresh=True).fetch(server.url("/a"))
    assert changed.how == "fetched"
    assert changed.record.retrieved > first.record.retrieved


def test_a_mark_is_sent_to_whoever_gave_it(server, fetcher, tmp_path):
    """Along a redirect, only the page at its end is asked whether it has changed."""
    server.paths["/old"] = answer(b"", "301 Moved Permanently", location="/a")
    server.paths["/a"] = [answer(etag='"v1"'), answer(b"", "304 Not Modified")]
    fetcher(Keep(tmp_path)).fetch(server.url("/old"))
    again = fetcher(Keep(tmp_path), refresh=True).fetch(server.url("/old"))
    assert again.how == "unchanged"
    assert ["v1" in head for head in server.heads[-2:]] == [False, True]


def test_a_damaged_copy_is_fetched_again(server, fetcher, tmp_path):
    """Kept bytes that are no longer those that were kept are told and replaced."""
    server.paths["/a"] = answer()
    first = fetcher(Keep(tmp_path)).fetch(server.url("/a")).record
    (tmp_path / "raw" / first.sha256[:2] / first.sha256).write_bytes(b"other")
    again = fetcher(Keep(tmp_path)).fetch(server.url("/a"))
    assert again.how == "fetched"
    assert "gone or changed" in again.damaged
    assert Keep(tmp_path).raw(first.sha256) == PAGE


def test_a_page_may_be_as_large_as_a_file():
    """The bound of what is fetched is the bound of what is read from a disk."""
    assert Limits().largest == LARGEST


def test_pages_are_not_held_without_end(server, fetcher):
    """Without a keep, what all pages of a run may take of memory is bounded, and told."""
    server.paths |= {"/a": answer(b"x" * 600), "/b": answer(b"y" * 600)}
    fetching = fetcher(limits=replace(LIMITS, held=1000))
    assert fetching.fetch(server.url("/a")).how == "fetched"
    assert _refused(fetching, server.url("/b")) == "too_large"
