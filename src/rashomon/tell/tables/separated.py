"""A table as comma-separated values (RFC 4180) that no spreadsheet takes for a program."""

import csv
import io
from datetime import date

from rashomon.tell.tables.table import Cell, Table, shown_cell

#: A cell of text that begins with one of these would be computed and not shown; a line end or a
#: tab may be passed over first, and the wide forms of the signs work as well (OWASP, "CSV
#: Injection").
_ACTING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001


def table_csv(table: Table) -> bytes:
    """The table in UTF-8 with a head, lines ended by CR LF; an apostrophe disarms what would act.

    Every cell is quoted, so that none ends at the separator of another country (OWASP, as above).
    Numbers stand as numbers, dates as ISO 8601, true and false in words, an empty cell as nothing.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([_written(shown_cell(cell)) for cell in row])
    return lines.getvalue().encode("utf-8")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int | float):
        return repr(cell)
    return f"'{cell}" if cell.startswith(_ACTING) else cell
