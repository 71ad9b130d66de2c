"""Word documents that python-docx wrote."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest

from rashomon.problem import Problem
from rashomon.read.document import Source
from rashomon.read.kinds import documents
from rashomon.report import Report


def written(path: Path) -> bytes:
    """A document with headings, a list, a table and facts about itself."""
    document = docx.Document()
    document.add_heading("Ferries collide off Port Elsa", 0)
    document.add_paragraph("PORT ELSA, March 4 (Reuters) -- Two ferries collided on Sunday.")
    document.add_heading("What is known", 2)
    document.add_paragraph("The port is shut", style="List Bullet")
    document.add_table(1, 1).cell(0, 0).text = "Twelve people were hurt."
    document.sections[0].header.paragraphs[0].text = "Confidential"
    document.core_properties.author = "Ana Field"
    document.core_properties.created = datetime(2031, 3, 4, 10)
    document.save(str(path))
    return path.read_bytes()


def read(data: bytes) -> list[Report | str]:
    """The reports, and the kinds of the problems."""
    items = documents(data, Source(None, "port.docx", "port"))
    return [item.kind if isinstance(item, Problem) else item.report for item in items]


def test_a_word_document_keeps_its_layout(tmp_path: Path) -> None:
    """Headings, lists and datelines are blocks; heads of pages are left out."""
    (report,) = read(written(tmp_path / "port.docx"))
    assert isinstance(report, Report)
    assert [(block.kind, report.text[block.start : block.end]) for block in report.blocks] == [
        ("heading", "Ferries collide off Port Elsa"),
        ("dateline", "PORT ELSA, March 4 (Reuters) --"),
        ("paragraph", "Two ferries collided on Sunday."),
        ("heading", "What is known"),
        ("list", "The port is shut"),
        ("paragraph", "Twelve people were hurt."),
    ]


def test_a_word_document_tells_author_and_day(tmp_path: Path) -> None:
    """The title is its own, else that of the text; the day is inferred."""
    (report,) = read(written(tmp_path / "port.docx"))
    assert isinstance(report, Report)
    assert (report.title, report.author) == ("Ferries collide off Port Elsa", "Ana Field")
    assert (report.published or "")[:10] == "2031-03-04"
    assert report.published_basis == "inferred"


def test_what_was_struck_out_is_left_out(tmp_path: Path) -> None:
    """Of changes that are kept track of, what was added stands."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written(tmp_path / "port.docx"))) as old,
        zipfile.ZipFile(changed, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name).replace(
                b"<w:t>The port is shut</w:t>",
                b"<w:t>The port is </w:t></w:r>"
                b"<w:del><w:r><w:delText>open</w:delText></w:r></w:del><w:ins><w:r><w:t>closed</w:t></w:r></w:ins><w:r>",
            )
            new.writestr(name, data)
    (report,) = read(changed.getvalue())
    assert isinstance(report, Report)
    assert "The port is closed\n" in report.text


@pytest.mark.parametrize("cut", [100, 1000, 20_000])
def test_a_damaged_document_is_named(tmp_path: Path, cut: int) -> None:
    """Half a document is none."""
    assert read(written(tmp_path / "port.docx")[:cut]) == ["damaged"]
