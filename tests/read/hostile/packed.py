"""Feeds and archives that are damaged, packed often or traps."""

import gzip
import struct

from tests.read.hostile.making import (
    LAUGHS,
    LONG,
    OUTSIDE,
    PAGE,
    answer,
    case,
    feed,
    item,
    packed_often,
    warc,
    zipped,
)

CASES = (
    case("laughs in a feed", "a.xml", feed(item(f"&l11; {LONG}"), doctype=LAUGHS), "damaged", 0),
    case(
        "an outside entity in a feed",
        "a.xml",
        feed(item(f"&out; {LONG}"), doctype=OUTSIDE),
        "",
        0,
    ),
    case("half a feed", "a.rss", feed(item(LONG))[:1200], "damaged summary_only", 1),
    case("a feed of no entries", "a.rss", feed(), "empty", 1),
    case(
        "other XML",
        "a.xml",
        "<?xml version='1.0'?><urlset><url>a</url></urlset>",
        "kind_not_supported",
        1,
    ),
    case(
        "a feed of scripts",
        "a.rss",
        feed(item("&lt;script&gt;evil()&lt;/script&gt;")),
        "summary_only",
        1,
    ),
    # Archives.
    case(
        "half a packed file",
        "a.html.gz",
        lambda: gzip.compress(PAGE.encode())[:-20],
        "truncated",
        0,
    ),
    case(
        "a gzip bomb", "a.txt.gz", lambda: gzip.compress(b" " * 60_000_000), "unpacks_too_large", 1
    ),
    case("packed again and again", "a.gz", packed_often, "nested_too_deeply", 1),
    case(
        "an archive that stops",
        "a.warc",
        warc(answer(PAGE.encode()), answer(PAGE.encode(), 9_999_999)),
        "truncated",
        0,
    ),
    case(
        "an archive of less than nothing",
        "a.warc",
        warc(answer(PAGE.encode(), -5)),
        "truncated",
        1,
    ),
    case("an archive of too much", "a.warc", warc(answer(PAGE.encode(), 10**30)), "truncated", 1),
    case("an archive of heads", "a.warc", b"WARC/1.0\r\n", "empty", 1),
    case("an archive of noise", "a.warc", b"WARC/1.0\r\n" + bytes(range(256)) * 50, "empty", 1),
    case(
        "a WACZ bomb",
        "a.wacz",
        lambda: zipped(("archive/a.warc.gz", gzip.compress(b"WARC/1.0\r\n" + b" " * 60_000_000))),
        "damaged",
        1,
    ),
    case(
        "a WACZ of paths that climb",
        "a.wacz",
        zipped(("archive/../../a.warc", warc(answer(PAGE.encode())))),
        "",
        0,
    ),
    case("half a WACZ", "a.wacz", zipped(("archive/a.warc", b"a" * 9000))[:200], "damaged", 1),
    case(
        "a table of contents that lies",
        "a.wacz",
        zipped(("archive/a.warc", b"a")).replace(struct.pack("<I", 1), struct.pack("<I", 2**31)),
        "unpacks_too_large",
        1,
    ),
)
