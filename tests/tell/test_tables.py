"""Tables: the rows of an account, as CSV and as a workbook, read back by other hands."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest
from hostile import WORDS, hostile_account
from sample import sample_account

from rashomon.correction import Correction
from rashomon.report import Report
from rashomon.tell.tables.rows import published_cell
from rashomon.tell.tables.separated import table_csv
from rashomon.tell.tables.sheets import COLUMNS, account_sheets
from rashomon.tell.tables.table import Table, joined
from rashomon.tell.tables.workbook import tables_workbook

ACCOUNT = sample_account()
SHEETS = {table.name: table for table in account_sheets(ACCOUNT)}
CELLS = Table(name="cells", columns=("a", "b"), rows=((1.0, -2), (True, None)))


def _csv(table: Table) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table_csv(table).decode("utf-8"), newline="")))


def _workbook(tables) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(tables_workbook(tables, "A title")))


def test_every_position_has_a_row():
    """The sheet of questions holds each position with its question, origin and words."""
    rows = _csv(SHEETS["questions"])
    asked = [(q.text, p.answer) for q in ACCOUNT.questions for p in q.positions]
    assert [(row["asked"], row["answer"]) for row in rows] == asked
    assert rows[2]["origin"] == "Marta Velde"
    assert (rows[2]["value"], rows[2]["low"], rows[2]["high"]) == ("40", "40", "")


@pytest.mark.parametrize("name", ["figures", "statements"])
def test_words_of_a_row_stand_at_its_offsets(name):
    """A row's offsets slice its words out of its report's text."""
    texts = {report.id: report.text for report in ACCOUNT.reports}
    rows = _csv(SHEETS[name])
    assert len(rows) == len(getattr(ACCOUNT, name))
    for row in rows:
        words = texts[row["report"]][int(row["start"]) : int(row["end"])]
        assert row["words"] in (words, f"'{words}")


def test_a_correction_has_a_row():
    """What a person corrected stands in a sheet of its own, in words and with its anchor."""
    span = ACCOUNT.figures[0].span
    fixed = Correction(kind="place", text="0" * 64, value="Orrin", by="the desk", span=span)
    sheets = {each.name: each for each in account_sheets(replace(ACCOUNT, corrections=(fixed,)))}
    (row,) = _csv(sheets["corrections"])
    assert (row["correction"], row["value"], row["by"]) == ("place", "Orrin", "the desk")
    assert (row["state"], row["start"]) == ("to_be_looked_at", str(span.start))


def test_a_workbook_has_a_sheet_for_each_table():
    """Another program finds the sheets, their heads and as many rows."""
    book = _workbook(account_sheets(ACCOUNT))
    assert book.sheetnames == list(COLUMNS)
    for sheet in book:
        head = tuple(cell.value for cell in sheet[1])
        assert head == (*COLUMNS[sheet.title], "story")
        assert sheet.max_row == len(SHEETS[sheet.title].rows) + 1


def test_cells_of_a_workbook_keep_their_types():
    """Numbers are numbers, days are days, truth is truth, and nothing is an empty cell."""
    rows = ((40.0, date(2031, 3, 4), True, None), (1.5, date(1200, 1, 1), False, "=1"))
    table = Table(name="typed", columns=("a", "b", "c", "d"), rows=rows)
    sheet = _workbook([table])["typed"]
    read = list(sheet.iter_rows(min_row=2, values_only=True))
    assert read[0] == (40, datetime(2031, 3, 4), True, None)
    assert read[1] == (1.5, "1200-01-01", False, "=1")


@pytest.mark.parametrize("words", WORDS)
def test_no_cell_of_a_workbook_acts(words):
    """Whatever a report says stands as text: no formula and no link."""
    for sheet in _workbook(account_sheets(hostile_account(words))):
        cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}
        assert not any(cell.hyperlink for cell in cells)


@pytest.mark.parametrize("words", WORDS)
def test_no_cell_of_a_csv_acts(words):
    """No cell of text begins with a sign that a spreadsheet computes, and none is lost."""
    for table in account_sheets(hostile_account(words)):
        read = list(csv.reader(io.StringIO(table_csv(table).decode("utf-8"), newline="")))
        assert {len(row) for row in read} == {len(table.columns)}
        cells = [cell for row in read[1:] for cell in row]
        assert not any(cell.startswith(tuple("=+-@\t\r\n＝")) for cell in cells)  # noqa: RUF001


def test_a_negative_number_stays_a_number():
    """Only text is disarmed: a number below zero is written as it is."""
    assert table_csv(CELLS) == b'"a","b"\r\n"1","-2"\r\n"true",""\r\n'


def test_a_cell_of_a_csv_is_quoted():
    """A program that takes another sign for the separator finds no cell that begins with one."""
    table = Table(name="t", columns=("a",), rows=(("x;=HYPERLINK(1)",), ('say "=1"\t=2',)))
    lines = table_csv(table).splitlines()
    assert lines == [b'"a"', b'"x;=HYPERLINK(1)"', b'"say ""=1""\t=2"']


def test_the_same_tables_give_the_same_bytes():
    """A workbook tells no clock."""
    tables = account_sheets(ACCOUNT)
    assert tables_workbook(tables, "A title") == tables_workbook(tables, "A title")
    assert b"1980-01-01" not in table_csv(SHEETS["reports"])


def test_a_long_text_is_cut_where_a_cell_ends():
    """A cell of Excel holds 32,767 characters; a longer text ends with an ellipsis."""
    table = Table(name="long", columns=("a",), rows=(("x" * 40_000,),))
    cell = _workbook([table])["long"]["A2"].value
    assert (len(cell), cell[-1]) == (32_767, "…")


def test_tables_of_one_name_are_joined():
    """Several stories give one table of each name, in the order in which they are met."""
    other = Table(name="other", columns=("a",), rows=())
    tables = joined([CELLS, other, CELLS])
    assert [table.name for table in tables] == ["cells", "other"]
    assert tables[0].rows == CELLS.rows * 2


@pytest.mark.parametrize(
    ("published", "precision", "cell"),
    [
        ("2031-03-04", "day", date(2031, 3, 4)),
        ("2031-03-04T09:30:00+01:00", "instant", date(2031, 3, 4)),
        ("2031-03-01", "month", "2031-03"),
        ("2031-03", "month", "2031-03"),
        (None, None, None),
    ],
)
def test_a_column_of_days_holds_days(published, precision, cell):
    """A day is a date, also of a moment; of a month no day is made."""
    report = Report(id="r", text="t", published=published, published_precision=precision)
    assert published_cell(report) == cell
