"""Tables as a workbook (Office Open XML, .xlsx): a sheet each, typed cells, no formulas."""

import io
from collections.abc import Sequence
from datetime import date, datetime

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # ships no types
from xlsxwriter.format import Format  # type: ignore[import-untyped]  # ships no types
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # ships no types

from rashomon.tell.shown import visible
from rashomon.tell.tables.table import Cell, Table, shown_cell

#: The longest text that a cell of Excel holds ("Excel specifications and limits", Microsoft).
_LONGEST = 32_767

#: Columns are as wide as their words, between these (characters).
_NARROWEST, _WIDEST = 8, 44

#: Dates of Excel begin here; an earlier one is written as text.
_FIRST = date(1900, 3, 1)

#: Same in, same out: the workbook tells no clock.
_MADE = datetime(1980, 1, 1)


def tables_workbook(tables: Sequence[Table], title: str) -> bytes:
    """The tables as a workbook; the same tables give the same bytes."""
    written = io.BytesIO()
    book = Workbook(
        written,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        },
    )
    book.set_properties({"title": visible(title), "created": _MADE, "comments": "Made by rashomon"})
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    words = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    for table in tables:
        _fill(book.add_worksheet(table.name), table, head, words, day)
    book.close()
    return written.getvalue()


def _fill(sheet: Worksheet, table: Table, head: Format, words: Format, day: Format) -> None:
    for place, name in enumerate(table.columns):
        sheet.set_column(place, place, _width(table, place))
        sheet.write_string(0, place, name, head)
    for number, row in enumerate(table.rows, start=1):
        for place, cell in enumerate(row):
            _write(sheet, (number, place), shown_cell(cell), words, day)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)


def _write(sheet: Worksheet, at: tuple[int, int], cell: Cell, words: Format, day: Format) -> None:
    """One cell under its own type: never a formula, a link or a number made of text."""
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(*at, cell, words)
    elif isinstance(cell, int | float):
        sheet.write_number(*at, cell, words)
    elif isinstance(cell, date) and cell >= _FIRST:
        sheet.write_datetime(*at, datetime(cell.year, cell.month, cell.day), day)
    else:
        text = str(cell)
        cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        sheet.write_string(*at, cut, words)


def _width(table: Table, place: int) -> int:
    """How wide a column stands: as its longest cell, within bounds."""
    longest = max((len(str(row[place])) for row in table.rows if row[place] is not None), default=0)
    return min(max(longest, len(table.columns[place]) + 3, _NARROWEST), _WIDEST)
