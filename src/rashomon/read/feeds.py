"""Feeds (RSS, Atom, JSON Feed): each entry with its text is a report; a summary is told as one."""

import calendar
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from xml.sax import SAXException

from rashomon.errors import UnreadableInput
from rashomon.read.dates import publication
from rashomon.read.document import Item, Known, Row, Source
from rashomon.read.fragments import pieces_of
from rashomon.read.heads import moment
from rashomon.read.pages import laid_out
from rashomon.read.syndicated import parsed_feed
from rashomon.report import Report

#: Larger feeds take too long; those of outlets are far smaller.
_LARGEST = 10_000_000

#: A summary is shorter than so many words, or ends in a mark that there is more.
_SUMMARY_WORDS = 120
_MORE = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|read more|continue reading|appeared first on .*)\W*$", re.I
)

#: Texts without a tag are no HTML: JSON Feed has a field for such.
_TAG = re.compile(r"<[a-zA-Z!/][^>]*>|&[a-zA-Z#0-9]{2,8};")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry: its text as HTML, whether the feed calls that its content, and what is known."""

    html: str
    content: bool
    known: Known


def read_feed(data: bytes, source: Source) -> Iterator[Item]:
    """The entries of an RSS or Atom feed; `read_json_feed` reads a JSON Feed.

    Raises UnreadableInput where it is none, too large, damaged, or empty.
    """
    if len(data) > _LARGEST:
        raise UnreadableInput("too_large", f"The feed is larger than {_LARGEST:,} bytes.")
    found = parsed_feed(data)
    if isinstance(found.get("bozo_exception"), SAXException):
        detail = "It is no well-formed XML; what can be read of it is."
        yield source.problem("damaged", detail, source.id)
    outlet = _words(found.feed.get("title"))
    entries = (_entry(entry, outlet, found.feed.get("language")) for entry in found.entries)
    yield from _reports(entries, data, source)


def read_json_feed(feed: dict[str, object], data: bytes, source: Source) -> Iterator[Item]:
    """The entries of a JSON Feed (version 1 or 1.1). Raises UnreadableInput where it is empty."""
    items = feed.get("items")
    rows = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    entries = (_json_entry(item, feed) for item in rows)
    yield from _reports(entries, data, source)


def _reports(entries: Iterator[Entry], data: bytes, source: Source) -> Iterator[Item]:
    raw, number = hashlib.sha256(data).hexdigest(), 0
    for number, entry in enumerate(entries, 1):
        where, name = f"Entry {number}: ", f"{source.id}-{number}"
        text, blocks = laid_out(pieces_of(entry.html))
        if not text:
            title = (entry.known.title or "without a title")[:100]
            yield source.problem("summary_only", f"{where}It has no text, only a title: {title}.")
            continue
        short = len(text.split()) < _SUMMARY_WORDS and not entry.content
        if short or _MORE.search(text[-200:]):
            detail = "The feed gives only a summary; the report is at its address."
            yield source.problem("summary_only", where + detail, name)
        report = Report(
            id=name,
            path=source.shown,
            text=text,
            blocks=blocks,
            media_type="application/feed",
            raw_sha256=raw,
        )
        yield Row(entry.known.told_of(report), where)
    if not number:
        raise UnreadableInput("empty", "The feed has no entries.")


def _entry(entry: Any, outlet: str | None, language: object) -> Entry:
    contents = [each.get("value") for each in entry.get("content") or []]
    content = max((each for each in contents if isinstance(each, str)), key=len, default="")
    summary = entry.get("summary") if isinstance(entry.get("summary"), str) else ""
    whole = len(content) > len(summary)
    origin = entry.get("source")
    own = _words(origin.get("title")) if isinstance(origin, dict) else None
    known = Known(
        url=_address(entry.get("link")),
        title=_words(entry.get("title")),
        outlet=own or outlet,
        author=_words(entry.get("author")),
        published=_day(entry, "published"),
        updated=(_day(entry, "updated") or (None,))[0],
        language=_words(language),
    )
    return Entry(html=content if whole else summary, content=whole, known=_without_echo(known))


def _json_entry(item: dict[str, object], feed: dict[str, object]) -> Entry:
    html, plain, summary = (
        value if isinstance(value := item.get(field), str) else ""
        for field in ("content_html", "content_text", "summary")
    )
    authors = item.get("authors") or feed.get("authors") or [item.get("author")]
    names = [
        each["name"]
        for each in (authors if isinstance(authors, list) else [])
        if isinstance(each, dict) and isinstance(each.get("name"), str)
    ]
    published, updated = (
        publication(value) if isinstance(value := item.get(field), str) else None
        for field in ("date_published", "date_modified")
    )
    known = Known(
        url=_address(item.get("url") or item.get("external_url")),
        title=_words(item.get("title")),
        outlet=_words(feed.get("title")),
        author=", ".join(names) or None,
        published=published,
        updated=updated[0] if updated else None,
        language=_words(item.get("language") or feed.get("language")),
    )
    text = html or _escaped(plain) or _escaped(summary)
    return Entry(html=text, content=bool(html or plain), known=_without_echo(known))


def _escaped(plain: str) -> str:
    escaped = plain.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"<p>{line}</p>" for line in escaped.split("\n") if line.strip())


def _without_echo(known: Known) -> Known:
    """What is known; a change at the moment of publication is none."""
    if known.published and known.updated == known.published[0]:
        return replace(known, updated=None)
    return known


def _words(told: object) -> str | None:
    """A field that may hold HTML, as words."""
    if not isinstance(told, str):
        return None
    plain = " ".join(words for _, words in pieces_of(told)) if _TAG.search(told) else told
    return " ".join(plain.split()) or None


def _address(told: object) -> str | None:
    return told if isinstance(told, str) and told.startswith(("http://", "https://")) else None


def _day(entry: Any, field: str) -> tuple[str, str] | None:
    """A date as printed, in its own time zone; else as the library reads it, in universal time."""
    if field not in entry:  # asked for all the same, the library gives another date
        return None
    printed, told = entry.get(field), entry.get(f"{field}_parsed")
    if told is None or not isinstance(printed, str):
        return None
    own = moment(printed) or printed
    try:
        return publication(own) or publication(
            datetime.fromtimestamp(calendar.timegm(told), UTC).isoformat()
        )
    except (ValueError, OverflowError, OSError):
        return None
