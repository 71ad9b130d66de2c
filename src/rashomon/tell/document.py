"""An account as a document for Word and LibreOffice (Office Open XML, .docx).

Each citation is a small raised number that leads to the words it stands for, at the end.
"""

import io
import re
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from rashomon.account import Account
from rashomon.tell.manuscript import Block, Manuscript, Note, Passage, manuscript

#: Same in, same out: neither the document nor its archive tells a clock.
_MADE = datetime(1980, 1, 1)

_INK, _SOFT, _LINK = RGBColor(0x1C, 0x1B, 0x19), RGBColor(0x5C, 0x57, 0x4E), "1F5F99"

#: Code points that XML 1.0 has no place for, beyond those that every format makes visible.
_NO_XML = re.compile("[\ufffe\uffff]")

#: The longest property of a document (ECMA-376, part 2, core properties as Word reads them).
_PROPERTY = 255

#: How wide a table is between the margins (millimetres).
_TABLE_WIDTH = 178


def account_docx(account: Account) -> bytes:
    """The account as a document of A4; the same account gives the same bytes."""
    paper = manuscript(account)
    document = Document()
    _set_up(document, paper)
    document.add_paragraph(_safe(paper.title), style="Title")
    document.add_paragraph(_safe(paper.kicker), style="Subtitle")
    for section in paper.sections:
        document.add_paragraph(_safe(section.title), style="Heading 1")
        for block in section.blocks:
            _add(document, block)
    if paper.notes:
        document.add_paragraph("Citations", style="Heading 1")
    for note in paper.notes:
        _add_note(document, note)
    written = io.BytesIO()
    document.save(written)
    return _timeless(written.getvalue())


def _set_up(document: Docx, paper: Manuscript) -> None:
    """Paper, fonts, the running head and the page numbers."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(16)
    page.top_margin = page.bottom_margin = Mm(20)
    for name, size, color in (
        ("Normal", 10.5, _INK),
        ("Title", 22, _INK),
        ("Subtitle", 10, _SOFT),
        ("Heading 1", 14, _INK),
        ("Heading 2", 11.5, _INK),
        ("List Bullet", 10.5, _INK),
        ("Header", 8.5, _SOFT),
        ("Footer", 8.5, _SOFT),
    ):
        style = document.styles[name]
        style.font.size, style.font.color.rgb, style.font.italic = Pt(size), color, False
    document.styles["Normal"].paragraph_format.space_after = Pt(5)
    document.styles["Heading 1"].paragraph_format.space_after = Pt(5)
    document.styles["Heading 2"].paragraph_format.space_after = Pt(4)
    properties = document.core_properties
    properties.title, properties.author = _safe(paper.title)[:_PROPERTY], "rashomon"
    properties.comments = _safe(paper.made)[:_PROPERTY]
    properties.created = properties.modified = _MADE
    page.header.paragraphs[0].text = _safe(paper.title)
    foot = page.footer.paragraphs[0]
    foot.text = f"{_safe(paper.made)} · page "
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)


def _add(document: Docx, block: Block) -> None:
    if block.kind == "table":
        _add_table(document, block)
        return
    ((passage,),) = block.rows
    style = {"heading": "Heading 2", "item": "List Bullet"}.get(block.kind, "Normal")
    paragraph = document.add_paragraph(style=style)
    if block.kind == "remark":
        paragraph.paragraph_format.left_indent = Mm(6)
    _write(paragraph, passage)
    if block.mark:
        mark = paragraph.add_run(f" — {_safe(block.mark)}")
        mark.font.color.rgb = _SOFT


def _add_table(document: Docx, block: Block) -> None:
    """A table whose head is repeated on each page and whose rows are never cut in two."""
    table = document.add_table(rows=1, cols=len(block.heads))
    table.autofit = False
    table._tblPr.append(_rules())
    widths = [Mm(_TABLE_WIDTH * share / sum(block.shares)) for share in block.shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
        cell.paragraphs[0].add_run(head).font.color.rgb = _SOFT
    _mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    for cells in block.rows:
        row = table.add_row()
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit")
        for cell, passage in zip(row.cells, cells, strict=True):
            _write(cell.paragraphs[0], passage)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(9.5)
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _write(paragraph: Paragraph, passage: Passage) -> None:
    """The words of a passage with its raised numbers, each a way to the words it stands for."""
    if passage.lead:
        paragraph.add_run(f"{_safe(passage.lead)}: ").font.bold = True
    paragraph.add_run(_safe(passage.text))
    for count, number in enumerate(passage.notes):
        if count:
            paragraph.add_run(",").font.superscript = True
        _link(paragraph, f"citation{number}", str(number))


def _link(paragraph: Paragraph, anchor: str, words: str) -> None:
    """Raised words that lead to a bookmark of the same document."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    run = paragraph.add_run(words)
    run.font.superscript = True
    run.font.color.rgb = RGBColor.from_string(_LINK)
    link.append(run._r)
    paragraph._p.append(link)


def _add_note(document: Docx, note: Note) -> None:
    """The words of one citation under its number, where the raised numbers lead to."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = (
        Mm(9),
        Mm(-9),
    )
    paragraph.paragraph_format.space_after = Pt(2)
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(note.number))
    start.set(qn("w:name"), f"citation{note.number}")
    end.set(qn("w:id"), str(note.number))
    paragraph._p.append(start)
    head = paragraph.add_run(f"{note.number}\t{_safe(note.report)}, {note.published}: ")
    paragraph._p.append(end)
    words = paragraph.add_run(_safe(note.words))
    head.font.size = words.font.size = Pt(9)
    head.font.color.rgb = _SOFT
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(9))


def _rules() -> BaseOxmlElement:
    """Thin lines between the rows of a table and none between its columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        rule = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "BFB9AC")):
            rule.set(qn(f"w:{name}"), value)
        borders.append(rule)
    return borders


def _mark(properties: BaseOxmlElement, name: str) -> None:
    properties.append(OxmlElement(name))


def _safe(words: str) -> str:
    return _NO_XML.sub("\ufffd", words)


def _timeless(archive: bytes) -> bytes:
    """The same archive with one date on all its parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(written, "w") as new:
        for part in old.infolist():
            kept = zipfile.ZipInfo(part.filename, date_time=(1980, 1, 1, 0, 0, 0))
            kept.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(kept, old.read(part))
    return written.getvalue()
