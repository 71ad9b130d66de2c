"""Axes: from numbers to places on the paper, and the round numbers to name on the way."""

import math
from collections.abc import Iterator

#: Width of a picture, the margin at both sides and the height of one row, in its own units.
WIDTH, MARGIN, ROW = 360.0, 12.0, 40.0

#: Steps of an axis: 1, 2 or 5 times a power of ten (Heckbert, "Nice numbers for graph labels",
#: Graphics Gems, 1990).
_STEPS = (1, 2, 5, 10)


class Axis:
    """From numbers to places between `start` and `end`, with room at both ends for arrows."""

    def __init__(
        self,
        lowest: float,
        highest: float,
        *,
        start: float = MARGIN,
        end: float = WIDTH - MARGIN,
        room: float = 0.15,
    ) -> None:
        space = (highest - lowest) * room or abs(highest) * room or 1.0
        self.lowest = max(0.0, lowest - space) if lowest >= 0 else lowest - space
        self.highest = highest + space
        self._start, self._end = start, end

    def place(self, value: float) -> float:
        """Where a number stands."""
        part = (value - self.lowest) / (self.highest - self.lowest)
        return round(self._start + part * (self._end - self._start), 1)

    def ticks(self) -> Iterator[float]:
        """At most five round numbers."""
        step = round_step((self.highest - self.lowest) / 4)
        first, last = math.ceil(self.lowest / step), math.floor(self.highest / step)
        return (round(count * step, 10) for count in range(first, last + 1))


def round_step(rough: float) -> float:
    """The least round number that is not below `rough`, which is above 0."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(each * power for each in _STEPS if each * power >= rough)


def number_words(value: float) -> str:
    """A number as it is printed: "1,200", "6.5"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"
