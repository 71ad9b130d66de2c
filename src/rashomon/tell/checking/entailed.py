"""Entailed: what the numbers and days of a passage make certain without printing them.

"14 of its 32 wagons" leaves 18; "212 passengers and 18 crew" are 230; "on Sunday, a day after the
park closed" closes it on Saturday. Only what needs no knowledge of the world is reckoned.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Two neighbouring numbers that make a third: the words before, between and behind them.

    `sign` is plus or minus; the difference has no sign.
    """

    sign: str
    before: str = ""
    between: str
    behind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Words that set a weekday so many days from another of the passage."""

    days: int
    words: str


@dataclass(frozen=True, slots=True)
class Entailments:
    """The table `entailments`."""

    sums: tuple[Sum, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """An exact number with its unit, where it stands."""

    start: int
    end: int
    value: float
    unit: str


@cache
def _sums() -> tuple[tuple[bool, tuple[re.Pattern[str], ...]], ...]:
    return tuple(
        (
            each.sign == "plus",
            (
                re.compile(f"(?:{each.before})$", re.I),
                re.compile(each.between, re.I),
                re.compile(each.behind, re.I),
            ),
        )
        for each in table("entailments", Entailments).sums
    )


def entailed_amounts(text: str, values: Sequence[Value]) -> Iterator[tuple[float, str, bool]]:
    """What neighbouring numbers make certain: a value, its unit, and whether it is a sum."""
    for one, other in pairwise(values):
        units = {one.unit, other.unit}
        if len(units) > 1 and not units <= {"percent", "percentage point", "count"}:
            continue
        for plus, (before, between, behind) in _sums():
            if (
                between.fullmatch(text, one.end, other.start)
                and behind.match(text, other.end)
                and before.search(text, max(0, one.start - _BEFORE), one.start)
            ):
                value = one.value + other.value if plus else abs(one.value - other.value)
                yield round(value, 6), one.unit if len(units) == 1 else "percent", plus


#: The words that tell what is reckoned stand so near before the first number.
_BEFORE = 80
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@cache
def _steps() -> tuple[tuple[int, re.Pattern[str]], ...]:
    steps = table("entailments", Entailments).steps
    return tuple((each.days, re.compile(each.words, re.I)) for each in steps)


def entailed_weekdays(text: str, named: Sequence[str]) -> frozenset[str]:
    """The weekdays that words such as "a day after" reckon from those that a text names."""
    steps = {days for days, words in _steps() if words.search(text)}
    return frozenset(_WEEK[(_WEEK.index(day) + step) % 7] for day in named for step in steps)
