"""A table: named columns and typed cells, before any format has a say."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rashomon.tell.shown import visible

#: What a cell holds; None is an empty cell: not known, or not stated.
Cell = str | int | float | bool | date | None

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under one head; every row has a cell for each column."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @classmethod
    def of(cls, name: str, rows: Iterable[Mapping[str, Cell]], columns: Iterable[str]) -> "Table":
        """The table of rows given by name; a column that a row does not name is empty."""
        heads = tuple(columns)
        return cls(
            name=name,
            columns=heads,
            rows=tuple(tuple(row.get(head) for head in heads) for row in rows),
        )


def joined(tables: Iterable[Table]) -> list[Table]:
    """Tables of one name as one, in the order in which the names are first met."""
    met: dict[str, Table] = {}
    for table in tables:
        known = met.get(table.name)
        met[table.name] = replace(known, rows=known.rows + table.rows) if known else table
    return list(met.values())


def shown_cell(cell: Cell) -> Cell:
    """The cell as it can be written: no control characters, whole numbers without a point."""
    if isinstance(cell, str):
        return visible(cell) or None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell


def day_cell(iso: str | None) -> Cell:
    """The day of a date or a moment as a date; a year or a month as it is written."""
    if iso is not None and _DAY.match(iso):
        return date.fromisoformat(iso[:10])
    return iso
