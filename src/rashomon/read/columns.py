"""Columns: the printed lines of a page in the order of reading, where they stand across it.

Most programs write a page column by column, and then nothing is to be done. Others write each
line of all columns before the next: "grounded on the rocks" then runs on into the other column.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from rashomon.read.typeset import PrintedLine

#: So many rows with a line on either side make two columns.
_ROWS = 5

#: Lines of prose have so many letters on either side; a table has fewer, and is read by its rows.
_LETTERS = 20

#: Lines that begin so near one another (points) begin at one edge.
_NEAR = 3.0

#: Two lines stand in one row where their base lines are this near, as a share of their size.
_LEVEL = 0.3


def in_columns(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of one page, those of a column together wherever they run across columns."""
    edge = _edge(lines)
    if edge is None or len({line.left < edge for line in lines}) < 2:
        return list(lines)
    return [line for band in _bands(lines, edge) for line in band]


def _edge(lines: Sequence[PrintedLine]) -> float | None:
    """Where the lines of a right column begin, where there is one and rows run across to it."""
    across = [(one, other) for one, other in pairwise(lines) if _beside(one, other)]
    places = Counter(round(other.left / _NEAR) for _, other in across)
    for place, _ in places.most_common(3):
        rows = [pair for pair in across if abs(pair[1].left / _NEAR - place) <= 1]
        prose = [median(len(each.text) for each in side) for side in zip(*rows, strict=True)]
        if len(rows) >= _ROWS and min(prose) >= _LETTERS:
            return min(other.left for _, other in rows) - _NEAR
    return None


def _beside(one: PrintedLine, other: PrintedLine) -> bool:
    """Whether `other` stands to the right of `one` in one row."""
    return one.right < other.left and abs(one.base - other.base) <= _LEVEL * one.size


def _bands(lines: Sequence[PrintedLine], edge: float) -> Iterator[list[PrintedLine]]:
    """The left column and then the right one, between lines that run over both."""
    left, right = list[PrintedLine](), list[PrintedLine]()
    for line in lines:
        if line.left < edge < line.right:
            yield from (in_columns(left), in_columns(right), [line])
            left, right = [], []
        else:
            (left if line.left < edge else right).append(line)
    yield from (in_columns(left), in_columns(right))
