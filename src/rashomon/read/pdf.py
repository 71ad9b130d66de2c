"""PDF: the text layer in paragraphs, with the pages that they stand on."""

import hashlib
import re
from collections.abc import Iterator
from ctypes import c_double
from math import hypot, isfinite
from typing import TYPE_CHECKING

from rashomon.errors import UnreadableInput
from rashomon.problem import Problem
from rashomon.read.blocks import blocks_of
from rashomon.read.columns import in_columns
from rashomon.read.dates import publication
from rashomon.read.document import Item, Source
from rashomon.read.packing import check_packing
from rashomon.read.texts import checked
from rashomon.read.typeset import Paragraph, PrintedLine, paragraphs_of
from rashomon.report import Block, Page, Report

if TYPE_CHECKING:
    # The library carries no types.
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage  # type: ignore[import-untyped]

#: No more pages and no more characters of a document are read.
_MOST_PAGES, _MOST_CHARACTERS = 1_000, 3_000_000

#: Nor is any page after so many things drawn: a page of text has some hundred of them.
_MOST_THINGS = 3_000_000

#: Columns stand further apart than so many heights of a line; words, even where a narrow column
#: is set to its full width, stand nearer.
_GUTTER = 0.9

#: No page is so large (points): ISO 32000-1 allows 14,400.
_FARTHEST = 1e6

#: Programs that print web pages: the day of printing is not the day of publication.
_BROWSERS = re.compile(r"Mozilla|Chrom|Safari|Skia|Quartz PDFContext|Firefox|Edg", re.I)

#: The date of a PDF (ISO 32000-1, 7.9.4): D:YYYYMMDDHHmmSSOHH'mm'.
_DATE = re.compile(
    r"D:(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?'?)?.*", re.S
)

#: Names of files and programs that stand where a title should.
_NO_TITLE = re.compile(
    r"(?:microsoft word|untitled|document\d*\b|layout \d).*|\S*\.(?:docx?|indd|pdf|html?|tex|qxd)",
    re.I,
)


def read_pdf(data: bytes, source: Source) -> Iterator[Item]:
    """The text of a PDF.

    Raises UnreadableInput where it is damaged, encrypted, a trap or only pictures.
    """
    # Loaded with the first PDF, as the library holds a whole renderer.
    from pypdfium2 import PdfDocument, PdfiumError

    check_packing(data)
    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableInput("encrypted", "It is encrypted: a password opens it.") from error
        raise UnreadableInput("damaged", "It is damaged: no PDF reader can open it.") from error
    try:
        yield from _read(document, data, source)
    except PdfiumError as error:
        raise UnreadableInput("damaged", f"It is damaged: {error}") from error
    finally:
        document.close()


def _read(document: "PdfDocument", data: bytes, source: Source) -> Iterator[Item]:
    lines, silent = list[PrintedLine](), list[int]()
    pages, characters, things = len(document), 0, 0
    for number in range(1, min(pages, _MOST_PAGES) + 1):
        found, pictures, drawn = _page_lines(document, number, _MOST_CHARACTERS - characters)
        things += drawn
        characters += sum(len(line.text) for line in found)
        lines += in_columns(found)
        if not found and pictures:
            silent.append(number)
        if characters >= _MOST_CHARACTERS or things >= _MOST_THINGS:
            break
    if not lines:
        detail = "It has no text layer: its pages are pictures, or empty."
        raise UnreadableInput("no_text_layer", detail)
    yield from _noticed(data, source, silent, number, pages)
    paragraphs = paragraphs_of(lines)
    text = checked("\n\n".join(each.text for each in paragraphs))
    yield _report(document, text, paragraphs, data, source)


def _noticed(
    data: bytes, source: Source, silent: list[int], last: int, pages: int
) -> Iterator[Problem]:
    """What is told beside a report."""
    if silent:
        some = ", ".join(map(str, silent[:10])) + (" and more" if len(silent) > 10 else "")
        detail = f"Pictures without a text layer: page {some}. What they show is not read."
        yield source.problem("no_text_layer", detail, source.id)
    if last < pages:
        detail = f"Only its pages up to {last} of {pages} are read."
        yield source.problem("too_long", detail, source.id)
    if b"%%EOF" not in data[-2048:]:
        detail = "Its end is missing; what is there is read."
        yield source.problem("truncated", detail, source.id)


def _page_lines(
    document: "PdfDocument", number: int, most: int
) -> tuple[list[PrintedLine], bool, int]:
    """The printed lines of a page, whether it holds pictures instead, and how much is drawn."""
    from pypdfium2 import PdfiumError, raw

    try:
        page = document[number - 1]
    except PdfiumError:
        return [], False, 0
    try:
        text = page.get_textpage()
        try:
            lines = list(_lines(text, number, page.get_height(), most))
        finally:
            text.close()
        return lines, not lines and _has_pictures(page), raw.FPDFPage_CountObjects(page)
    finally:
        page.close()


def _lines(text: "PdfTextPage", number: int, height: float, most: int) -> Iterator[PrintedLine]:
    from pypdfium2 import raw

    letters = list[tuple[int, str]]()
    count = min(text.count_chars(), most)
    for index in range(count + 1):
        code = raw.FPDFText_GetUnicode(text, index) if index < count else 0x0A
        sign = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if sign not in "\r\n":
            letters.append((index, sign))
        # The library puts a sign of its own where a hyphen ends a line, and goes on.
        if sign not in "\r\n\x02\ufffe":
            continue
        for piece in _pieces(text, letters):
            printed = [at for at, letter in piece if letter.isprintable() and letter != " "]
            words = "".join(_sign(letter) for _, letter in piece).strip(" ")
            # A bullet may be of another font and size than the words behind it.
            usual = next((at for at, letter in piece if letter.isalnum()), printed[0])
            yield _line(text, words, (printed[0], usual, printed[-1]), number, height)
        letters.clear()


def _pieces(text: "PdfTextPage", letters: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """The letters of a line, parted where a gap is wider than any between words."""
    piece, last = list[tuple[int, str]](), None
    for index, letter in letters:
        is_printed = letter.isprintable() and letter != " "
        if is_printed and last is not None and last < index - 1 and _gap(text, last, index):
            yield piece
            piece = []
        last = index if is_printed else last
        piece.append((index, letter))
    if last is not None:
        yield piece


def _gap(text: "PdfTextPage", last: int, index: int) -> bool:
    """Whether the letters at both ends of a blank stand as far apart as columns do."""
    left, _, _, _ = text.get_charbox(index, loose=True)
    _, low, right, high = text.get_charbox(last, loose=True)
    return bool(left - right > _GUTTER * (high - low))


def _line(
    text: "PdfTextPage", words: str, letters: tuple[int, int, int], number: int, height: float
) -> PrintedLine:
    """The line whose first, usual and last letters these are: where it is, and its size."""
    from pypdfium2 import raw

    first, usual, last = letters
    left, base, unused, shape = c_double(), c_double(), c_double(), raw.FS_MATRIX()
    raw.FPDFText_GetCharOrigin(text, first, left, unused)
    raw.FPDFText_GetCharOrigin(text, usual, unused, base)
    raw.FPDFText_GetMatrix(text, usual, shape)
    size = raw.FPDFText_GetFontSize(text, usual) * hypot(shape.b, shape.d)
    return PrintedLine(
        page=number,
        text=words,
        left=_placed(left.value),
        right=_placed(text.get_charbox(last, loose=True)[2]),
        base=_placed(base.value),
        size=_placed(size) or 1.0,
        height=_placed(height) or 1.0,
    )


def _placed(points: float) -> float:
    """A length or a place; zero for one that is no number, or on no page that can be printed."""
    return points if isfinite(points) and abs(points) < _FARTHEST else 0.0


def _sign(letter: str) -> str:
    """A letter as it is; of what cannot be printed only the mark of a hyphen at a line's end."""
    if letter in "\x02\ufffe\xad" or letter.isprintable():
        return letter
    return " " if letter.isspace() else ""


def _has_pictures(page: "PdfPage") -> bool:
    from pypdfium2 import raw

    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))


def _report(
    document: "PdfDocument", text: str, paragraphs: list[Paragraph], data: bytes, source: Source
) -> Report:
    told = {key: value.strip() for key, value in document.get_metadata_dict().items() if value}
    printed = _BROWSERS.search(told.get("Creator", "") + told.get("Producer", "")) is not None
    created = _date(told.get("CreationDate", ""))
    published, precision = (created or (None, None)) if not printed else (None, None)
    return Report(
        id=source.id,
        path=source.shown,
        text=text,
        blocks=_blocks(text, paragraphs),
        pages=_pages(paragraphs),
        title=_title(told.get("Title", ""), paragraphs),
        author=told.get("Author") or None,
        published=published,
        published_precision=precision,
        published_basis="inferred" if published else None,
        retrieved=created[0] if created and printed else None,
        media_type="application/pdf",
        raw_sha256=hashlib.sha256(data).hexdigest(),
    )


def _title(told: str, paragraphs: list[Paragraph]) -> str | None:
    """The title that the document tells, else its largest heading on the first page."""
    if told and not _NO_TITLE.fullmatch(told):
        return " ".join(told.split())
    first = [each for each in paragraphs if each.pages[0][0] == paragraphs[0].pages[0][0]]
    headings = [each for each in first if each.heading and any(map(str.isalpha, each.text))]
    return max(headings, key=lambda each: each.size).text if headings else None


def _date(printed: str) -> tuple[str, str] | None:
    found = _DATE.fullmatch(printed)
    if found is None:
        return None
    year, month, day, hour, minute, second, zulu, hours, minutes = found.groups()
    if month is None or day is None:
        return None
    zone = "+00:00" if zulu else f"{hours}:{minutes or '00'}" if hours else ""
    clock = f"{hour}:{minute}:{second or '00'}" if hour else "00:00:00"
    time = "" if clock == "00:00:00" else f"T{clock}{zone}"
    return publication(f"{year}-{month}-{day}{time}")


def _blocks(text: str, paragraphs: list[Paragraph]) -> tuple[Block, ...]:
    """Blocks by the words of the text, but what is printed large is a heading."""
    headings, start = set[int](), 0
    for each in paragraphs:
        if each.heading and len(each.text) < 300:
            headings.add(start)
        start += len(each.text) + 2
    return tuple(
        Block(kind="heading", start=block.start, end=block.end)
        if block.start in headings and block.kind in ("paragraph", "heading", "list")
        else block
        for block in blocks_of(text)
    )


def _pages(paragraphs: list[Paragraph]) -> tuple[Page, ...]:
    """Each page from where it begins to its last character; empty pages have none."""
    stretches: dict[int, list[int]] = {}
    offset = 0
    for each in paragraphs:
        ends = [start for _, start in each.pages[1:]] + [len(each.text)]
        for (page, start), end in zip(each.pages, ends, strict=True):
            stretch = stretches.setdefault(page, [offset + start, 0])
            stretch[1] = offset + len(each.text[:end].rstrip())
        offset += len(each.text) + 2
    return tuple(Page(page=page, start=at[0], end=at[1]) for page, at in stretches.items())
