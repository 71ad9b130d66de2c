"""The brief as a person edited it: its sentences with the numbers of their citations, by line.

Markdown and documents are read as `rashomon account` prints them. A sentence keeps its citations
by keeping their marks: `[^3]` in Markdown, the raised number in a document, or plainly `[3-5]`.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.errors import WrongCall
from rashomon.words.sentences import sentence_ends

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_FOOTNOTE = re.compile(r"\[\^\w+\]:")
_MARK = re.compile(r"\[\^?(\d{1,6})(?:\s?[-–]\s?\^?(\d{1,6}))?\]")
_MARKS = re.compile(rf"(?:\s*{_MARK.pattern})+")
_BULLET = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1")
_ANCHOR = re.compile(r"citation(\d{1,6})")

#: The section that holds the brief in every format.
_BRIEF = "brief"
#: A document of more bytes, unpacked, is no brief.
_MOST_BYTES = 64 * 2**20
#: A range of more citations is none that we print.
_MOST_NOTES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A sentence on a line (of Markdown) or in a paragraph (of a document), counted from 1."""

    line: int
    text: str
    notes: tuple[int, ...]


def edited_markdown(text: str) -> list[Edited]:
    """The sentences of the section `Brief`, or of all paragraphs where no such section is."""
    lines = [
        (number, line.strip())
        for number, line in enumerate(text.splitlines(), start=1)
        if not _FOOTNOTE.match(line.strip())
    ]
    headings = (
        (n, match[1] if (match := _HEADING.match(line)) else None, line) for n, line in lines
    )
    return list(_sentences(_brief(headings)))


def edited_docx(data: bytes) -> list[Edited]:
    """The sentences of the section `Brief` of a document, else of all its paragraphs.

    Raises WrongCall where `data` are no document, or one larger than any brief.
    """
    # Loaded with the first document: most edited texts are Markdown.
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_BYTES:
                raise WrongCall("The edited document is too large for a brief.")
        document = Document(io.BytesIO(data))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError) as broken:
        raise WrongCall("The edited text is no Word document (.docx) that can be read.") from broken
    paragraphs = [
        (number, _heading_of(paragraph), _marked(paragraph))
        for number, paragraph in enumerate(document.paragraphs, start=1)
    ]
    return list(_sentences(_brief(iter(paragraphs))))


def _heading_of(paragraph: "Paragraph") -> str | None:
    style = paragraph.style.name if paragraph.style is not None else ""
    return paragraph.text.strip() if style and style.startswith(("Heading", "Title")) else None


def _marked(paragraph: "Paragraph") -> str:
    """The words of a paragraph with its raised numbers as marks."""
    from docx.oxml.ns import qn

    parts: list[str] = []
    for child in paragraph._p:
        words = "".join(node.text or "" for node in child.iter(qn("w:t")))
        anchor = _ANCHOR.fullmatch(child.get(qn("w:anchor")) or "")
        raised = any(
            node.get(qn("w:val")) == "superscript" for node in child.iter(qn("w:vertAlign"))
        )
        if anchor:
            parts.append(f"[^{anchor[1]}]")
        elif raised:
            parts += [f"[^{number}]" for number in re.findall(r"\d{1,6}", words)]
        else:
            parts.append(words)
    return "".join(parts).replace("\\", "\\\\")


def _brief(lines: Iterator[tuple[int, str | None, str]]) -> list[tuple[int, str]]:
    """The lines of the section `Brief`; all lines but headings where there is none."""
    every: list[tuple[int, str]] = []
    own: list[tuple[int, str]] = []
    inside = found = False
    for number, heading, line in lines:
        if heading is not None:
            inside = heading.casefold() == _BRIEF
            found = found or inside
        elif line:
            every.append((number, line))
            own += [(number, line)] if inside else []
    return own if found else every


def _sentences(lines: list[tuple[int, str]]) -> Iterator[Edited]:
    for number, line in lines:
        bare = _BULLET.sub("", line)
        at = 0
        for marks in [*_MARKS.finditer(bare), None]:
            piece = bare[at : marks.start() if marks else len(bare)]
            notes = tuple(_numbers(marks[0])) if marks else ()
            at = marks.end() if marks else at
            *alone, last = _split(piece)
            yield from (Edited(line=number, text=each, notes=()) for each in alone)
            if last:
                yield Edited(line=number, text=last, notes=notes)


def _split(piece: str) -> list[str]:
    """The sentences of a stretch between marks; the last one bears the marks behind it."""
    words = _EMPHASIS.sub(r"\2", _unescaped(piece)).strip()
    ends = [0, *sentence_ends(words), len(words)]
    found = [words[a:b].strip() for a, b in pairwise(ends)]
    return [each for each in found if any(char.isalnum() for char in each)] or [""]


def _unescaped(words: str) -> str:
    return _ESCAPED.sub(r"\1", words)


def _numbers(marks: str) -> Iterator[int]:
    for first, last in _MARK.findall(marks):
        stop = min(int(last or first), int(first) + _MOST_NOTES)
        yield from range(int(first), stop + 1)
