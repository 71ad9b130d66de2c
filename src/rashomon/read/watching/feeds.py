"""Feeds: the pages that RSS, Atom and JSON feeds lead to, and what they say of each."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from rashomon.errors import UnreadableInput
from rashomon.read.fetching.addresses import joined
from rashomon.read.syndicated import parsed_feed
from rashomon.report import content_id

#: A feed is some ten thousands of bytes; a hostile one of this size takes half a minute.
_LARGEST = 2_000_000

#: A feed shows its newest entries; the rest of an endless one waits.
_MOST = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a feed leads to; `mark` is another where the feed tells of it in other words."""

    address: str
    published: str | None
    mark: str


def entries_of(data: bytes, address: str) -> list[Entry]:
    """The entries of the feed that came from `address`, each page once.

    Raises UnreadableInput where it is no feed, or too large.
    """
    if len(data) > _LARGEST:
        raise UnreadableInput("too_large", f"The feed is larger than {_LARGEST:,} bytes.")
    items = _of_json(data) if data.lstrip()[:1] == b"{" else _of_xml(data, address)
    found: dict[str, Entry] = {}
    for item in list(items)[:_MOST]:
        entry = _entry(item, address)
        if entry:
            found.setdefault(entry.address, entry)
    return list(found.values())


def together(entries: Sequence[Entry]) -> Entry:
    """One entry for a page that several feeds show, marked by all of them in whatever order."""
    if len(entries) == 1:
        return entries[0]
    published = min((entry.published for entry in entries if entry.published), default=None)
    mark = content_id("m", *sorted(entry.mark for entry in entries))
    return Entry(entries[0].address, published, mark)


def _entry(item: Mapping[str, object], feed: str) -> Entry | None:
    """None where the entry leads to no page of the web."""
    words = {name: value for name, value in item.items() if isinstance(value, str) and value}
    address = joined(feed, words.get("link") or words.get("url") or "mailto:")
    if address is None:
        return None
    published = words.get("published") or words.get("date_published")
    changed = words.get("updated") or words.get("date_modified") or published
    return Entry(address, published, content_id("m", changed, words.get("title")))


def _of_xml(data: bytes, address: str) -> Iterable[Mapping[str, object]]:
    # What the pages say is read from the pages, so that no HTML needs to be cleaned here.
    read = parsed_feed(data, address, cleaned=False)
    return [{**item, "published": _instant(item.get("published_parsed"))} for item in read.entries]


def _instant(parsed: object) -> str | None:
    """A date as feedparser has read it, in UTC, from any of the ways in which feeds write dates."""
    return (
        time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed)
        if isinstance(parsed, time.struct_time)
        else None
    )


def _of_json(data: bytes) -> Iterable[Mapping[str, object]]:
    """The items of a JSON feed (jsonfeed.org, 1.1)."""
    try:
        read = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise UnreadableInput("damaged", f"It is no feed: {error}.") from error
    if not isinstance(read, dict) or "jsonfeed.org" not in str(read.get("version")):
        raise UnreadableInput("kind_not_supported", "It is JSON, but no JSON feed.")
    items = read.get("items")
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
