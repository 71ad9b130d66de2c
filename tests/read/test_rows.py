"""Rows of JSON Lines, JSON and CSV become reports; a bad row spoils no other."""

import io
import json
from pathlib import Path

import pytest

from rashomon.problem import Problem
from rashomon.read.rows import Row, read_csv, read_json, read_lines
from rashomon.read.sources import Source
from rashomon.report import Report

SOURCE = Source(Path("port.jsonl"), "port.jsonl", "port")


def lines(data: bytes) -> tuple[list[Report], list[Problem]]:
    """Reports and problems of JSON Lines."""
    items = list(read_lines(io.BytesIO(data), SOURCE))
    return (
        [item.report for item in items if isinstance(item, Row)],
        [item for item in items if isinstance(item, Problem)],
    )


def test_a_row_keeps_all_its_fields() -> None:
    """The fields of the contract are taken over as given."""
    row = {"id": "a", "title": "T", "outlet": "Elsa Times", "author": "Q",
           "url": "http://x.example", "language": "en", "published": "2021-03-04T10:00:00Z",
           "text": "A ferry sank.",
           "translation": {"of": "b", "language": "no", "by": "N. N."}}  # fmt: skip
    (report,), problems = lines(json.dumps(row).encode())
    assert not problems
    assert (report.id, report.title, report.outlet, report.author) == ("a", "T", "Elsa Times", "Q")
    assert (report.published_precision, report.published_basis) == ("instant", "given")
    assert report.translation is not None
    assert report.translation.language == "no"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (b"{", "broken_json"),
        (b"[1]", "not_an_object"),
        (b'"text"', "not_an_object"),
        (b'{"text": NaN}', "broken_json"),
        (b'{"text": "\\ud800"}', "broken_json"),
        (b"[" * 100_000, "broken_json"),
        (b'{"title": "T"}', "no_text"),
        (b'{"text": 7}', "wrong_type"),
        (b'{"text": " "}', "empty"),
        (b'{"text": "a\\u0000b"}', "not_text"),
        (b"\0\0", "not_text"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: bytes, kind: str) -> None:
    """The line before and the line after a bad one are still reports."""
    good = b'{"id": "%d", "text": "A ferry sank."}'
    reports, problems = lines(good % 1 + b"\n" + line + b"\n\n" + good % 2)
    assert [report.id for report in reports] == ["1", "2"]
    assert [problem.kind for problem in problems] == [kind]
    assert "Line 2" in problems[0].detail


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("title", 5, "wrong_type"),
        ("outlet", ["a"], "wrong_type"),
        ("id", {"a": 1}, "wrong_type"),
        ("published", "soon", "bad_date"),
        ("date_publish", 1_500_000_000, "bad_date"),
    ],
)
def test_a_bad_field_is_left_out_and_told(field: str, value: object, kind: str) -> None:
    """The report is kept without the field that cannot be used."""
    (report,), (problem,) = lines(json.dumps({"text": "A ferry sank.", field: value}).encode())
    assert problem.kind == kind
    assert problem.report == report.id == "port-1"
    assert (report.title, report.outlet, report.published) == (None, None, None)


def test_rows_without_an_id_are_counted() -> None:
    """A row without an id takes the file's and its number; a whole number serves as an id."""
    reports, _ = lines(b'{"text": "A."}\n\n{"text": "B.", "id": 12}\n{"text": "C.", "id": ""}')
    assert [report.id for report in reports] == ["port-1", "12", "port-4"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_lines_in_other_encodings_are_read(encoding: str) -> None:
    """A byte-order mark before JSON Lines is understood."""
    reports, problems = lines('{"text": "Müller sank."}\r\n{"text": "B."}'.encode(encoding))
    assert [report.text for report in reports] == ["Müller sank.", "B."]
    assert not problems


def test_a_json_file_holds_one_report_or_a_list() -> None:
    """One object takes the file's id; the items of a list are numbered."""
    (one,) = read_json(b'{"text": "A."}', SOURCE)
    two = list(read_json(b'[{"text": "A."}, {"text": "B.", "date_publish": "2021-03"}]', SOURCE))
    assert isinstance(one, Row)
    assert (one.report.id, one.where) == ("port", "")
    assert [(i.report.id, i.report.published) for i in two if isinstance(i, Row)] == [
        ("port-1", None),
        ("port-2", "2021-03"),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_rows_are_reports(separator: str) -> None:
    """Cells may hold line ends; a row with too few cells is a problem."""
    data = f'id{separator}text\r\na{separator}"A ferry\nsank."\r\nb\r\nc{separator}So it did.\r\n'
    first, second, third = read_csv(data.encode(), SOURCE)
    assert isinstance(first, Row)
    assert (first.report.id, first.report.text) == ("a", "A ferry\nsank.")
    assert isinstance(second, Problem)
    assert (second.kind, second.detail[:8]) == ("broken_row", "Line 4: ")
    assert isinstance(third, Row)
    assert third.where == "Line 5: "


@pytest.mark.parametrize(
    ("blocks", "kinds"),
    [
        ([("heading", 0, 6), ("paragraph", 7, 20)], ["heading", "paragraph"]),
        ([("paragraph", 7, 20), ("heading", 0, 6)], []),
        ([("heading", 0, 7), ("paragraph", 6, 20)], []),
        ([("heading", 0, 21)], []),
        ([("heading", -1, 6)], []),
        ([("banner", 0, 6)], []),
        ([("heading", 0, "6")], []),
        ("blocks", []),
    ],
)
def test_a_row_may_give_its_layout(blocks: object, kinds: list[str]) -> None:
    """Blocks as in our own output are taken over where they fit the text, and only there."""
    names = ("kind", "start", "end")
    given = [dict(zip(names, block, strict=False)) for block in blocks]
    row = {"text": "Ferry\n\nA ferry sank.", "blocks": given}
    (report,), problems = lines(json.dumps(row).encode())
    assert not problems
    assert [block.kind for block in report.blocks] == kinds
