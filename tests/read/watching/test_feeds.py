"""Feeds and lists of feeds."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import UnreadableInput, WrongCall
from rashomon.read.watching.feeds import Entry, entries_of, together
from rashomon.read.watching.subscriptions import feeds_of

FEED = "https://news.example/feed"
RSS = b"""<rss version="2.0"><channel><item><title>One</title><link>/1?utm_source=rss</link>
<pubDate>Tue, 04 Mar 2031 10:00:00 +0100</pubDate></item><item><title>No link</title></item>
<item><link>/1</link></item><item><link>mailto:desk@news.example</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One</title>
<link href="https://news.example/1"/><published>2031-03-04T09:00:00Z</published></entry></feed>"""
JSON = b"""{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/1", "title": "One",
"date_published": "2031-03-04T09:00:00Z"}, {"url": 5}, "odd"]}"""


@pytest.mark.parametrize("data", [RSS, ATOM, JSON])
def test_a_feed_leads_to_its_pages(data):
    """RSS, Atom and JSON feeds: each page once, with its date, whatever else they hold."""
    (entry,) = entries_of(data, FEED)
    assert entry.address == "https://news.example/1"
    assert entry.published == "2031-03-04T09:00:00Z"


@pytest.mark.parametrize("old", [b"One", b"10:00:00"])
def test_a_feed_that_tells_anew_is_marked(old):
    """Another title or another time gives another mark."""
    told_anew = RSS.replace(old, b"11:00:00" if old[:1] == b"1" else b"Two")
    assert entries_of(RSS, FEED)[0].mark != entries_of(told_anew, FEED)[0].mark
    assert entries_of(RSS, FEED)[0].mark == entries_of(RSS + b"\n", FEED)[0].mark


ENTITIES = b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>'
LAUGHS = b'<!DOCTYPE r [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        b"{",
        b"[" * 99_999,
        b"{" * 99_999,
        b'{"version": 1}',
        b"<html><p>page</p></html>",
        b"x" * 6_000_000,
        b"/etc/passwd",
        b"http://127.0.0.1:9/feed",
    ],
)
def test_what_is_no_feed_is_told(data):
    """It is a problem with a name, and nothing that stands in it is opened."""
    with pytest.raises(UnreadableInput) as told:
        entries_of(data, FEED)
    assert told.value.kind in ("damaged", "kind_not_supported", "too_large")


@pytest.mark.parametrize("before", [ENTITIES, LAUGHS + b"]>"])
def test_entities_open_and_swell_nothing(before):
    """A feed with entities of its own gives its plain entries at most."""
    feed = before + RSS.replace(b"<title>One", b"<title>&a11;&b;")
    assert len(entries_of(feed, FEED)) <= 1


@given(st.binary(max_size=400))
def test_any_bytes_are_a_feed_or_told(data):
    """No bytes are a mistake of the program."""
    with suppress(UnreadableInput):
        assert len(entries_of(b"<rss>" + data, FEED)) < 100


def test_feeds_come_from_addresses_and_files(tmp_path):
    """OPML in any depth, a list of addresses, and an address: each feed once, in that order."""
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        '<?xml version="1.0" encoding="ISO-8859-1"?><opml version="2.0"><body><outline text="News">'
        '<outline type="rss" xmlUrl="https://a.example/rss"/></outline>'
        '<outline xmlUrl="https://b.example/rss"/></body></opml>'
    )
    plain = tmp_path / "feeds.txt"
    plain.write_text("# the coast\nhttps://c.example/rss  The Coast\n\nhttps://a.example/rss\n")
    assert feeds_of([str(opml), str(plain), "https://D.example"]) == [
        "https://a.example/rss",
        "https://b.example/rss",
        "https://c.example/rss",
        "https://d.example/",
    ]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("<opml><body/></opml>", "names no feeds"),
        ("<opml><body>", "no OPML"),
        ("some words", "no OPML"),
        ('<!DOCTYPE o [<!ENTITY a "b">]><opml/>', "entities"),
        ("ftp://a.example/rss", "Only http"),
        ("", "holds no text"),
    ],
)
def test_a_file_that_names_no_feeds_is_a_wrong_call(tmp_path, words, reason):
    """The reason is told before anything is watched."""
    (tmp_path / "feeds").write_text(words)
    with pytest.raises(WrongCall, match=reason):
        feeds_of([str(tmp_path / "feeds")])


def test_a_file_that_is_not_there_is_a_wrong_call(tmp_path):
    """A feed is named by an address or a file."""
    with pytest.raises(WrongCall, match="no such file"):
        feeds_of([str(tmp_path / "missing.opml")])


def test_a_page_of_several_feeds_is_marked_by_all_of_them():
    """Whichever feed comes first, the mark is the same, and another where one tells anew."""
    one, other, anew = (Entry("https://news.example/1", None, mark) for mark in ("a", "b", "c"))
    assert together([one]) == one
    assert together([one, other]) == together([other, one])
    assert together([one, other]).mark != together([one, anew]).mark
