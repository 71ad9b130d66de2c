"""Columns: pages whose lines are written across, read down."""

from pathlib import Path
from textwrap import wrap

import typst

from rashomon.read.columns import in_columns
from rashomon.read.inputs import read_paths
from rashomon.read.typeset import PrintedLine

LEFT = (
    "The harbour office said that two cranes had come down in the storm and that nobody was hurt."
)
RIGHT = (
    "Ferries sail again before noon, the operator told the passengers who had waited on the quay."
)


def line(text: str, left: float, row: int, width: float = 200.0) -> PrintedLine:
    """A line of one page, from its left edge, in a row counted from above."""
    base = 700.0 - 12 * row
    return PrintedLine(
        page=1, text=text, left=left, right=left + width, base=base, size=10.0, height=800.0
    )


def across(rows: int, *edges: float, letters: int = 30) -> list[PrintedLine]:
    """Rows of lines that begin at these edges, named by edge and row."""
    return [
        line(f"{edge:.0f}/{row} ".ljust(letters, "x"), edge, row, 100.0)
        for row in range(rows)
        for edge in edges
    ]


def test_lines_written_across_two_columns_are_read_down() -> None:
    """All of the left column comes before the right one, and a heading over both stays first."""
    head = line("A heading over both", 50.0, -2, 400.0)
    read = [each.text.split()[0] for each in in_columns([head, *across(6, 50.0, 300.0)])]
    rows = range(6)
    assert read == ["A", *(f"50/{row}" for row in rows), *(f"300/{row}" for row in rows)]


def test_three_columns_are_read_down_one_by_one() -> None:
    """What stands right of the first gap has a gap of its own."""
    read = [each.text.split("/")[0] for each in in_columns(across(6, 50.0, 200.0, 350.0))]
    assert read == ["50"] * 6 + ["200"] * 6 + ["350"] * 6


def test_a_table_is_read_by_its_rows() -> None:
    """Short cells side by side belong together, and few rows make no columns."""
    table = across(8, 50.0, 300.0, letters=12)
    few = across(3, 50.0, 300.0)
    assert in_columns(table) == table
    assert in_columns(few) == few


def test_a_page_written_down_its_columns_stays_as_it_is() -> None:
    """Most programs write so."""
    down = [each for edge in (50.0, 300.0) for each in across(8, edge)]
    assert in_columns(down) == down


def test_a_pdf_whose_lines_run_across_is_read_column_by_column(tmp_path: Path) -> None:
    """No sentence runs from one column into the other."""
    source = '#set page(paper: "a4", margin: 50pt)\n#set text(size: 10pt)\n'
    for row, (left, right) in enumerate(zip(wrap(LEFT * 3, 40), wrap(RIGHT * 3, 40), strict=False)):
        source += f'#place(dx: 0pt, dy: {12 * row}pt)[#"{left}"]\n'
        source += f'#place(dx: 250pt, dy: {12 * row}pt)[#"{right}"]\n'
    (tmp_path / "a.pdf").write_bytes(typst.compile(source.encode()))
    ((report,), problems) = read_paths([str(tmp_path / "a.pdf")])
    assert problems == []
    assert LEFT in report.text
    assert RIGHT in report.text
    assert report.text.index(LEFT) < report.text.index(RIGHT)
