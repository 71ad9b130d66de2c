"""robots.txt: what a host asks of programs is done."""

import pytest

from rashomon.errors import UnreadableInput
from tests.read.fetching.servers import answer

RULES = b"""User-agent: *
Disallow: /private
Allow: /private/open
Crawl-delay: 7

User-agent: rashomon
Disallow: /not-for-rashomon
Crawl-delay: 3
"""


def _kind(fetcher, address) -> str:
    try:
        return fetcher.fetch(address).how
    except UnreadableInput as refused:
        return refused.kind


def test_a_page_that_is_not_to_be_fetched_is_not(server, fetcher):
    """The rules for this program go before those for all, and a page they close is never asked."""
    server.paths |= {"/robots.txt": answer(RULES), "/private": answer()}
    fetching = fetcher()
    assert _kind(fetching, server.url("/not-for-rashomon/1")) == "robots_disallowed"
    assert _kind(fetching, server.url("/private")) == "fetched"
    assert server.asked == ["/robots.txt", "/private"]


def test_a_crawl_delay_is_waited_for(server, fetcher, time):
    """Between two pages lie the seconds that the host asks for."""
    server.paths |= {"/robots.txt": answer(RULES), "/a": answer(), "/b": answer()}
    fetching = fetcher()
    for path in ("/a", "/b"):
        fetching.fetch(server.url(path))
    assert time.slept == [1, 3]


@pytest.mark.parametrize(
    ("rules", "kind"),
    [
        (answer(b"", "404 Not Found"), "fetched"),
        (answer(b"", "403 Forbidden"), "fetched"),
        (answer(b"", "500 Internal Server Error"), "robots_unreachable"),
        (answer(b"", "503 Service Unavailable"), "robots_unreachable"),
        (answer(b"x" * 600_000), "robots_unreachable"),
        (answer(b"", "302 Found", location="/robots.txt"), "robots_unreachable"),
        (answer(b"\xff\xfe\0\0 not text"), "fetched"),
        (answer(b"Disallow: /" + b"*a" * 100_000), "fetched"),
    ],
)
def test_rules_that_cannot_be_read(server, fetcher, rules, kind):
    """No rules are a yes, rules out of reach a no; neither takes long."""
    server.paths |= {"/robots.txt": rules, "/a": answer()}
    assert _kind(fetcher(), server.url("/a")) == kind


def test_rules_are_read_once_a_day(server, fetcher, time):
    """The rules of a host are asked for once, and again when they are a day old."""
    server.paths |= {"/robots.txt": answer(RULES), "/a": answer()}
    fetching = fetcher()
    for _ in range(3):
        fetching.fetch(server.url("/a"))
    time.seconds += 90_000
    fetching.fetch(server.url("/a"))
    assert server.asked.count("/robots.txt") == 2


def test_each_hop_is_asked_for_leave(server, fetcher):
    """A redirect does not lead around the rules."""
    server.paths |= {
        "/robots.txt": answer(RULES),
        "/a": answer(b"", "302 Found", location="/not-for-rashomon"),
    }
    assert _kind(fetcher(), server.url("/a")) == "robots_disallowed"


def test_a_host_out_of_reach_is_tried_once(server, fetcher):
    """Forty links to a host that is silent do not take forty times its silence."""
    server.paths["/robots.txt"] = lambda connection: connection.recv(1)
    fetching = fetcher()
    assert [_kind(fetching, server.url(f"/{page}")) for page in range(3)] == ["timed_out"] * 3
    assert server.asked == ["/robots.txt"]
