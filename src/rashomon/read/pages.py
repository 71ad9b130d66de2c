"""Saved web pages: the article without its page, and what the page says of itself."""

import hashlib
import logging
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from resiliparse.parse.encoding import detect_encoding

from rashomon.errors import UnreadableInput
from rashomon.problem import Problem
from rashomon.read.blocks import blocks_from, kind_alone
from rashomon.read.document import Source
from rashomon.read.furniture import told_apart
from rashomon.read.moments import moments_of
from rashomon.read.texts import decode
from rashomon.report import Block, Report

# What cannot be extracted becomes a Problem; the library's own notices would only repeat it.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())

#: Dates from the page's metadata and address only, and no clock: without the last day the
#: library would take today's.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}

#: Extraction takes seconds beyond this many bytes; news pages are far smaller.
_LARGEST = 10_000_000

#: Elements stand in elements; deeper than this the text is one piece.
_DEEPEST = 50

#: A page has one heading, and may have another for its site.
_HEADINGS = 5

#: What stands between a title and the name of the site.
_BEHIND = re.compile("\\s*(?:[|\uff5c\uff1a•·]|[-–—](?=\\s))")
_LAST = re.compile(r"(.{1,500}\S)\s+[|–—-]\s+([^|–—]{1,200})")

#: Elements of the extracted article that hold text, and the kind of block they are.
_KINDS = {"p": "paragraph", "head": "heading", "quote": "quote", "item": "list"}


def read_page(data: bytes, source: Source) -> Iterator[Report | Problem]:
    """The article of a page. Raises UnreadableInput where there is none."""
    # Loaded with the first page: it takes most of a second, and most inputs are no pages.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document
    from trafilatura.utils import load_html

    if len(data) > _LARGEST:
        raise UnreadableInput("too_large", f"The page is larger than {_LARGEST:,} bytes.")
    html, guess = _decode(data, source.known.charset)
    if guess:
        yield source.problem("encoding_guessed", guess, source.id)
    tree = load_html(html)
    if tree is None:
        raise UnreadableInput("no_article", "It is no page: nothing in it is HTML.")
    headings = _headings(tree)
    found = bare_extraction(
        tree,
        url=source.known.url,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    pieces = list(_pieces(found.body)) if isinstance(found, Document) else []
    if not isinstance(found, Document) or not pieces:
        raise UnreadableInput("no_article", "No article was found on this page.")
    text, blocks = laid_out(pieces)
    published, updated = moments_of(tree, found.date)
    yield Report(
        id=source.id,
        path=source.shown,
        text=text,
        blocks=blocks,
        title=_title(found.title, headings, found.sitename),
        outlet=found.sitename,
        url=found.url,
        author=found.author,
        published=published[0] if published else found.date,
        published_precision=published[1] if published else "day" if found.date else None,
        published_basis="metadata" if found.date else None,
        updated=updated[0] if updated else None,
        media_type="text/html",
        raw_sha256=hashlib.sha256(data).hexdigest(),
    )


def _headings(tree: Any) -> list[str]:
    """The words of the page's first headings."""
    found = islice(tree.iter("h1"), _HEADINGS)
    return [" ".join("".join(each.itertext()).split()) for each in found]


def _title(told: str | None, headings: list[str], site: str | None) -> str | None:
    """A title without the name of the site behind it: where the page's own heading shows what is
    behind it, or that is what the site is called."""
    for heading in headings:
        if heading and told and told.startswith(heading) and _BEHIND.match(told, len(heading)):
            return heading
    named = _LAST.fullmatch(told or "")
    is_site = named is not None and site is not None and named[2].casefold() == site.casefold()
    return named[1] if named is not None and is_site else told


def _decode(data: bytes, charset: str | None) -> tuple[str, str | None]:
    """As for any text, but a page may name its own encoding, which then is no guess."""
    html, guess = decode(data, charset)
    if guess and b"charset" in data[:1024].lower():
        named = detect_encoding(data, from_html_meta=True) or "windows-1252"
        return data.decode(named, "replace"), None
    return html, guess


def _pieces(body: Any) -> Iterator[tuple[str, str]]:
    """Kind and text of each stretch of the article, in order."""
    for kind, text in _stretches(body, 0):
        for line in text.split("\n"):
            # A soft hyphen and a blank without width only tell where a word may be broken.
            words = " ".join(line.replace("\xad", "").replace("\u200b", "").split())
            if words:
                yield kind, words


def _stretches(element: Any, depth: int) -> Iterator[tuple[str, str]]:
    """The elements below that hold text, and the text between them, which is a paragraph, too."""
    loose = [element.text or ""]
    for child in element:
        if child.tag in _KINDS:
            yield "paragraph", "".join(loose)
            loose = []
            yield _KINDS[child.tag], _text(child)
        elif depth < _DEEPEST and next(child.iter(*_KINDS), None) is not None:
            yield "paragraph", "".join(loose)
            loose = []
            yield from _stretches(child, depth + 1)
        else:
            loose.append("\n" * (child.tag == "lb") + _text(child))
        loose.append(child.tail or "")
    yield "paragraph", "".join(loose)


def _text(element: Any) -> str:
    """The text of an element, with a line end for each break and each element inside."""
    for inner in element.iter("lb", *_KINDS):
        inner.text, inner.tail = "\n" + (inner.text or ""), "\n" + (inner.tail or "")
    return "".join(element.itertext())


def laid_out(pieces: list[tuple[str, str]]) -> tuple[str, tuple[Block, ...]]:
    """The text, a line for each piece, and its blocks."""
    text = "\n".join(words for _, words in pieces)
    kinds = told_apart([words for _, words in pieces], [_kind(*piece) for piece in pieces])
    stretches, start = [], 0
    for _, words in pieces:
        stretches.append((start, start + len(words)))
        start += len(words) + 1
    return text, blocks_from(text, stretches, kinds)


def _kind(kind: str, words: str) -> str:
    """The kind that the page gives, but a paragraph may be furniture by its words."""
    alone = kind_alone(words)
    return alone if kind == "paragraph" and alone in ("caption", "dateline") else kind
