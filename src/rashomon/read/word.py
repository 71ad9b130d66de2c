"""Word documents (DOCX): paragraphs, headings and lists of the body, and what the file tells."""

import hashlib
import io
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from rashomon.errors import UnreadableInput
from rashomon.read.blocks import blocks_from, kind_alone
from rashomon.read.dates import publication
from rashomon.read.document import Item, Source
from rashomon.read.furniture import told_apart
from rashomon.read.texts import checked
from rashomon.read.zips import DAMAGES, opened_zip
from rashomon.report import Report

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.coreprops import CoreProperties
    from docx.oxml.text.paragraph import CT_P
    from lxml.etree import _Element  # type: ignore[import-untyped]

#: No more characters of a document are read.
_MOST_CHARACTERS = 3_000_000

#: The day that python-docx's own template tells of every document made with it.
_TEMPLATE = datetime(2013, 12, 23, 23, 15)

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n"}


def read_word(data: bytes, source: Source) -> Iterator[Item]:
    """The text of a document. Raises UnreadableInput where it is damaged, a trap or blank.

    Heads, feet, notes, comments and what was struck out are left out; what was added stands.
    """
    # Loaded with the first document: most inputs are none.
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    opened_zip(io.BytesIO(data)).close()
    try:
        document = Document(io.BytesIO(data))
        pieces = list(_pieces(document))
        facts = _facts(document.core_properties)
    except (OpcError, LxmlError, KeyError, AttributeError, *DAMAGES) as error:
        raise UnreadableInput("damaged", "It is damaged: no Word document can be read.") from error
    if sum(len(words) for _, words in pieces) >= _MOST_CHARACTERS:
        detail = f"Only its first {_MOST_CHARACTERS:,} characters are read."
        yield source.problem("too_long", detail, source.id)
    text = checked("\n".join(words for _, words in pieces))
    title, author, published, updated = facts
    heading = next((words for kind, words in pieces if kind == "title"), None)
    day, precision = published or (None, None)
    yield Report(
        id=source.id,
        path=source.shown,
        text=text,
        blocks=blocks_from(text, *_stretches(pieces)),
        title=title or heading,
        author=author,
        published=day,
        published_precision=precision,
        published_basis="inferred" if day else None,
        updated=updated,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        raw_sha256=hashlib.sha256(data).hexdigest(),
    )


def _pieces(document: "Document") -> Iterator[tuple[str, str]]:
    """Kind and text of each paragraph of the body that is not blank, tables' cells too."""
    from docx.text.paragraph import Paragraph

    characters, styles = 0, dict[str | None, str]()
    for element in document.element.body.iter(f"{_WORD}p"):
        if any(above.tag in (_FALLBACK, f"{_WORD}p") for above in element.iterancestors()):
            continue
        # Asked once for each style: the library searches all of them every time.
        if element.style not in styles:
            style = Paragraph(element, document._body).style
            styles[element.style] = (style.name or "") if style is not None else ""
        kind = _kind(element, styles[element.style])
        for line in _text(element).split("\n"):
            words = " ".join(line.split())
            if words and characters < _MOST_CHARACTERS:
                characters += len(words)
                yield kind, words


def _text(paragraph: "_Element") -> str:
    """The words of a paragraph; text struck out has an element of another name."""
    words = list[str]()
    for element in paragraph.iter(f"{_WORD}t", *_BREAKS):
        if not any(above.tag == _FALLBACK for above in element.iterancestors()):
            words.append(_BREAKS.get(str(element.tag), element.text or ""))
    return "".join(words)


def _kind(paragraph: "CT_P", style: str) -> str:
    """The kind that the paragraph's style says, by its name."""
    name = style.lower()
    if name in ("title", "subtitle") or name.startswith("heading"):
        return "title" if name in ("title", "heading 1") else "heading"
    properties = paragraph.pPr
    if name.startswith("list") or (properties is not None and properties.numPr is not None):
        return "list"
    if name.startswith("caption"):
        return "caption"
    return "quote" if "quote" in name else "paragraph"


def _stretches(pieces: list[tuple[str, str]]) -> tuple[list[tuple[int, int]], list[str]]:
    """Where each paragraph stands, and its kind: by its style, else by its words."""
    stretches, start = list[tuple[int, int]](), 0
    for _, words in pieces:
        stretches.append((start, start + len(words)))
        start += len(words) + 1
    alone = ("caption", "dateline", "list", "quote")
    kinds = [
        "heading"
        if kind == "title"
        else told
        if kind == "paragraph" and (told := kind_alone(words)) in alone
        else kind
        for kind, words in pieces
    ]
    return stretches, told_apart([words for _, words in pieces], kinds)


_Facts = tuple[str | None, str | None, tuple[str, str] | None, str | None]


def _facts(told: "CoreProperties") -> _Facts:
    """Title, author, the day of making and that of the last change."""
    created, changed = _moment(told.created), _moment(told.modified)
    author = None if told.author == "python-docx" else told.author
    updated = changed.isoformat() if created and changed and changed > created else None
    return (
        " ".join(told.title.split()) or None,
        " ".join((author or "").split()) or None,
        publication(created.isoformat()) if created else None,
        updated,
    )


def _moment(told: datetime | None) -> datetime | None:
    return None if told is None or told.replace(tzinfo=None) == _TEMPLATE else told
