"""Pictures: what the positions on one figure look like beside each other, and when things were.

Only places on the paper are worked out here; the templates draw.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.account import Position, Question, TimelineEntry
from rashomon.tell.shown import dates_words

#: Width of a picture, the margin at both sides and the height of one row, in its own units.
WIDTH, MARGIN, ROW = 360.0, 12.0, 40.0

#: Most beads on a strip of time; a longer timeline is its list.
_BEADS = 24

#: Steps of an axis: 1, 2 or 5 times a power of ten (Heckbert, "Nice numbers for graph labels",
#: Graphics Gems, 1990).
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One position: where its interval begins and ends; a side may be open, a point be vague."""

    position: Position
    y: float
    left: float
    right: float
    open_left: bool
    open_right: bool
    about: bool

    @property
    def is_point(self) -> bool:
        """Whether one number stands alone."""
        return self.left == self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervals:
    """The bars of one question over one axis."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    height: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """The entries of one date on the strip of time; `labelled` where there is room for words."""

    x: float
    date: str
    entries: tuple[int, ...]
    labelled: bool


def intervals(question: Question) -> Intervals | None:
    """The picture of a figure's positions, or None where fewer than two have a number."""
    drawn = [each for each in question.positions if _ends(each)]
    if question.kind != "figure" or len(drawn) < 2:
        return None
    numbers = [number for each in drawn for number in _ends(each)]
    axis = _Axis(min(numbers), max(numbers))
    return Intervals(
        bars=tuple(_bar(each, row, axis) for row, each in enumerate(drawn)),
        ticks=tuple((axis.place(tick), number_words(tick)) for tick in axis.ticks()),
        height=ROW * len(drawn) + 24,
        words="; ".join(each.answer for each in drawn),
    )


def number_words(value: float) -> str:
    """A number as it is printed: "1,200", "6.5"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


class _Axis:
    """From numbers to places on the paper, with room at both ends for arrows."""

    def __init__(self, lowest: float, highest: float) -> None:
        room = (highest - lowest) * 0.15 or abs(highest) * 0.15 or 1.0
        self.lowest = max(0.0, lowest - room) if lowest >= 0 else lowest - room
        self.highest = highest + room

    def place(self, value: float) -> float:
        part = (value - self.lowest) / (self.highest - self.lowest)
        return round(MARGIN + part * (WIDTH - 2 * MARGIN), 1)

    def ticks(self) -> Iterator[float]:
        """At most five round numbers."""
        rough = (self.highest - self.lowest) / 4
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(each * power for each in _STEPS if each * power >= rough)
        first, last = math.ceil(self.lowest / step), math.floor(self.highest / step)
        return (round(count * step, 10) for count in range(first, last + 1))


def _ends(position: Position) -> tuple[float, ...]:
    """The numbers that a position states: both ends, or one, or the value."""
    stated = tuple(each for each in (position.low, position.high) if each is not None)
    if stated:
        return stated
    return () if position.value is None else (position.value,)


def _bar(position: Position, row: int, axis: _Axis) -> Bar:
    ends = _ends(position)
    open_left = position.qualifier in ("at_most", "less_than")
    open_right = position.qualifier in ("at_least", "more_than")
    return Bar(
        position=position,
        y=row * ROW,
        left=MARGIN if open_left else axis.place(min(ends)),
        right=WIDTH - MARGIN if open_right else axis.place(max(ends)),
        open_left=open_left,
        open_right=open_right,
        about=position.qualifier in ("about", "vague"),
    )


def strip(entries: Sequence[TimelineEntry]) -> tuple[Bead, ...]:
    """A bead for each date of the timeline, evenly spaced; none where one date says it all."""
    dates: dict[str, list[int]] = {}
    for count, entry in enumerate(entries, start=1):
        dates.setdefault(dates_words(entry.from_, entry.to), []).append(count)
    if not 2 <= len(dates) <= _BEADS:
        return ()
    last = len(dates) - 1
    gap = (WIDTH - 8 * MARGIN) / last
    # Three labels have room; the middle one only where a bead stands in the middle.
    labelled = {0, last} if last % 2 else {0, last // 2, last}
    return tuple(
        Bead(
            x=round(4 * MARGIN + gap * place, 1),
            date=date,
            entries=tuple(numbers),
            labelled=place in labelled,
        )
        for place, (date, numbers) in enumerate(dates.items())
    )
