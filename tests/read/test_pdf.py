"""PDFs that a typesetter wrote: text in paragraphs, pages kept, furniture left out."""

import io
from ctypes import c_double
from pathlib import Path

import pypdfium2
import pytest
import typst

from rashomon.read.inputs import read_paths
from rashomon.report import Report

BULLETIN = """
#set document(title: "Harbour bulletin", author: "Ana Field",
  date: datetime(year: 2031, month: 3, day: 4))
#set page(width: 15cm, height: 20cm, columns: 2, header: [Harbour bulletin #h(1fr) 4 March],
  footer: context [Page #counter(page).display() of 2])
#set text(size: 10pt, hyphenate: true, lang: "en")
#set par(justify: true)
#place(top, scope: "parent", float: true)[= Ferries collide off Port Elsa]
PORT ELSA, March 4 (Reuters) -- Two ferries collided off the northern pier on Sunday, and the
harbour office officially shut the port. The efficient coastguard counted twenty-seven passengers,
according to counterterrorism representatives of internationally recognised organisations.

#for i in range(12) [ Passage #i says that the well-known office waffled on the first floor while
internationally recognised organisations deliberated about responsibility. Investigators counted
#(20 + i) passengers, in accordance with regulations.

]
== What is known
- The port is shut.
- The pier stands.
"""


@pytest.fixture(scope="session")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """The bulletin as a file, and the report that it is read as."""
    file = tmp_path_factory.mktemp("pdf") / "bulletin.pdf"
    file.write_bytes(typst.compile(BULLETIN.encode()))
    (report,), problems = read_paths([str(file)])
    assert problems == []
    return file, report


def test_a_pdf_tells_its_title_author_and_day(bulletin: tuple[Path, Report]) -> None:
    """The day a document was made is only inferred to be that of its publication."""
    report = bulletin[1]
    assert (report.title, report.author) == ("Harbour bulletin", "Ana Field")
    assert (report.published, report.published_basis) == ("2031-03-04", "inferred")


def test_lines_columns_and_pages_are_joined(bulletin: tuple[Path, Report]) -> None:
    """Each passage stands once and whole: no hyphen of a line's end, no head and no foot."""
    text = bulletin[1].text
    for number in range(12):
        assert (
            f"Passage {number} says that the well-known office waffled on the first floor while "
            "internationally recognised organisations deliberated about responsibility. "
            f"Investigators counted {20 + number} passengers, in accordance with regulations."
        ) in text
    assert "twenty-seven passengers, according to counterterrorism" in text
    assert "Harbour bulletin" not in text
    assert "Page 1" not in text


def test_every_page_is_a_slice_of_the_text(bulletin: tuple[Path, Report]) -> None:
    """Pages follow one another and hold all of the text."""
    report = bulletin[1]
    assert [page.page for page in report.pages] == [1, 2]
    assert report.pages[0].start == 0
    assert report.pages[-1].end == len(report.text)
    assert report.pages[0].end <= report.pages[1].start
    assert "What is known" in report.text[report.pages[1].start :]


def test_large_print_is_a_heading(bulletin: tuple[Path, Report]) -> None:
    """Headings, the dateline and lists are blocks of their own."""
    report = bulletin[1]
    kinds = {report.text[block.start : block.end]: block.kind for block in report.blocks}
    assert kinds["Ferries collide off Port Elsa"] == "heading"
    assert kinds["What is known"] == "heading"
    assert kinds["• The port is shut."] == "list"
    assert "dateline" in kinds.values()


def test_pictures_of_pages_are_no_text(tmp_path: Path) -> None:
    """A document without a text layer is a problem by that name."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200).close()
    blank = io.BytesIO()
    document.save(blank)
    document.close()
    (tmp_path / "scan.pdf").write_bytes(blank.getvalue())
    reports, (problem,) = read_paths([str(tmp_path)])
    assert (reports, problem.kind) == ([], "no_text_layer")


def test_half_a_pdf_is_no_loss_of_the_rest(bulletin: tuple[Path, Report], tmp_path: Path) -> None:
    """What is cut off is told, whatever of it can be read."""
    data = bulletin[0].read_bytes()
    (tmp_path / "half.pdf").write_bytes(data[: len(data) // 2])
    _, problems = read_paths([str(tmp_path)])
    assert {problem.kind for problem in problems} <= {"truncated", "damaged", "no_text_layer"}
    assert problems


@pytest.mark.parametrize("nowhere", [float("nan"), float("inf"), -1e30])
def test_letters_that_stand_nowhere_are_read(
    bulletin: tuple[Path, Report], monkeypatch: pytest.MonkeyPatch, nowhere: float
) -> None:
    """A damaged page may set its letters at places that are no numbers."""

    def misplaced(text: object, at: int, left: c_double, base: c_double) -> None:
        left.value = base.value = nowhere

    monkeypatch.setattr("pypdfium2.raw.FPDFText_GetCharOrigin", misplaced)
    (report,), _ = read_paths([str(bulletin[0])])
    assert "Passage" in report.text
