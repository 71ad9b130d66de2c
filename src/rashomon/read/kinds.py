"""The one door: a document's bytes become reports, by the reader of its kind."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

from rashomon.errors import UnreadableInput
from rashomon.problem import Problem
from rashomon.read.archives import read_gzip, read_wacz, read_warc
from rashomon.read.document import Document, Item, Row, Source
from rashomon.read.feeds import read_feed
from rashomon.read.mail import read_mail, read_mailbox
from rashomon.read.pages import read_page
from rashomon.read.pdf import read_pdf
from rashomon.read.rows import read_csv, read_json, read_lines
from rashomon.read.signs import HEAD, charset_of, kind_of, said_kind
from rashomon.read.sources import whole
from rashomon.read.texts import read_text
from rashomon.read.word import read_word
from rashomon.read.zips import kind_of_zip
from rashomon.report import Report

#: A document may stand in a document, so many deep: a page in an archive in a mail.
_DEEPEST = 4

_WHOLE: dict[str, Callable[[bytes, Source], Iterator[Item]]] = {
    "text": read_text,
    "page": read_page,
    "json": read_json,
    "csv": read_csv,
    "pdf": read_pdf,
    "docx": read_word,
    "mail": read_mail,
    "feed": read_feed,
}

#: Readers that take one record after the other and never hold the whole.
_STREAMED: dict[str, Callable[[BinaryIO, Source], Iterator[Item]]] = {
    "lines": read_lines,
    "mbox": read_mailbox,
    "gzip": read_gzip,
    "warc": read_warc,
    "wacz": read_wacz,
}


def documents(
    data: bytes, source: Source, media_type: str | None = None
) -> Iterator[Row | Problem]:
    """The reports in a document, and a problem for each thing in it that cannot be used.

    The kind is what the first bytes show, else what `media_type` (as a server or a mail gives
    it) or the ending of the name says; where they disagree the problem `mislabelled` tells so.
    What the source knows of the document is told of its reports. No document makes it raise;
    WrongCall comes of a keep that cannot be written to.
    """
    return read_from(io.BytesIO(data), source, media_type)


def read_from(
    handle: BinaryIO, source: Source, media_type: str | None = None, depth: int = 0
) -> Iterator[Row | Problem]:
    """The same from a file that is open and can be sought in."""
    charset = source.known.charset or charset_of(media_type)
    source = replace(source, known=replace(source.known, charset=charset))
    try:
        for item in _items(handle, source, media_type):
            if isinstance(item, Document):
                yield from _inside(item, depth + 1)
            elif isinstance(item, Report):
                yield Row(source.known.told_of(item))
            else:
                yield item
    except UnreadableInput as error:
        yield source.problem(error.kind, error.detail)
    except OSError as error:
        yield source.problem("unreadable", f"It cannot be read: {error.strerror}.")


def _inside(document: Document, depth: int) -> Iterator[Row | Problem]:
    """The reports of a document inside another, told with where it stands."""
    if depth > _DEEPEST:
        detail = "Documents stand in documents too many times; this one is not read."
        yield document.source.problem("nested_too_deeply", document.where + detail)
        return
    handle = io.BytesIO(document.data)
    for item in read_from(handle, document.source, document.media_type, depth):
        if isinstance(item, Problem):
            yield replace(item, detail=document.where + item.detail)
        else:
            yield replace(item, where=document.where + item.where)


def _items(handle: BinaryIO, source: Source, media_type: str | None) -> Iterator[Item]:
    head = handle.read(HEAD)
    handle.seek(0)
    said = said_kind(media_type, source.ending)
    kind, mislabelled = kind_of(head, said)
    if kind in ("zip", "docx", "wacz"):
        kind = kind_of_zip(handle) or "zip"
        mislabelled = said not in (None, kind)
    if kind not in _WHOLE and kind not in _STREAMED:
        raise UnreadableInput("kind_not_supported", _unsupported(kind, source))
    if mislabelled:
        yield source.problem("mislabelled", _mislabelled(said, kind), source.id)
    if kind in _STREAMED:
        yield from _STREAMED[kind](handle, source)
    else:
        data = whole(handle)
        if source.keep:
            source.keep(data)
        yield from _WHOLE[kind](data, source)


def _mislabelled(said: str | None, kind: str) -> str:
    return f"It is called {_NAMES.get(said or '', said)} but is {_NAMES.get(kind, kind)}: read so."


_NAMES = {
    "text": "a text",
    "page": "a web page",
    "json": "JSON",
    "lines": "JSON Lines",
    "csv": "a table (CSV)",
    "pdf": "a PDF",
    "docx": "a Word document",
    "mail": "a mail",
    "mbox": "a mailbox",
    "feed": "a feed",
    "warc": "a web archive (WARC)",
    "wacz": "a web archive (WACZ)",
    "gzip": "packed with gzip",
    "zip": "a zip archive",
}


def _unsupported(kind: str | None, source: Source) -> str:
    if kind is not None:
        return f"It is {_NAMES.get(kind, kind)}, which cannot be read."
    return (
        f"Files of the kind {source.ending or 'without ending'} cannot be read. Those that can "
        "are texts, web pages, PDF, Word, mails, feeds, web archives, JSON and CSV."
    )
