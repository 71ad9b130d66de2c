"""Times of some year: of the year named, of one beside publication's, or the nearest."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from rashomon.find.times.calendar import Reading
from rashomon.find.times.context import STEPS, Context, undated
from rashomon.find.times.expressions import Expression

#: What runs up to a time: "until May" said in March is the coming May.
_UP_TO = re.compile(r"\b(?:until|till|through|to|by)\s+$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|after)\s+$", re.IGNORECASE)


def _soon(precision: str | None, lead: str) -> timedelta:
    """How far ahead a yearly time is the coming one, though the sentence does not look ahead.

    What lies a year back but for a month is told with its year; days of the coming weeks are not.
    """
    if precision not in ("day", "month") or _SINCE.search(lead):
        return timedelta(0)
    if _UP_TO.search(lead):
        return timedelta(days=92 if precision == "day" else 183)
    return timedelta(days=31 if precision == "day" else 0)


def nearest(of_year: Callable[[int], Reading], context: Context, step: int = 0) -> Reading:
    """The yearly time nearest to publication: looking back, or ahead where the sentence does.

    `step` -1 and 1 ask for the last before and the first after publication ("last June"). Raises
    ValueError where no year near has such a day.
    """
    today = context.published
    assert today is not None
    ahead = step > 0 or (step == 0 and (context.ahead or _is_soon(of_year, context)))
    for year in (
        range(today.year, today.year + 5) if ahead else range(today.year, today.year - 5, -1)
    ):
        try:
            reading = of_year(year)
        except ValueError:  # 29 February
            continue
        first, last = reading.first or date(year, 12, 1), reading.last or date(year, 12, 31)
        if (
            (last >= today if step == 0 else first > today)
            if ahead
            else (first <= today if step == 0 else last < today)
        ):
            return reading.counted_from("publication")
    raise ValueError("no year near has this day")


def _is_soon(of_year: Callable[[int], Reading], context: Context) -> bool:
    today = context.published
    assert today is not None
    for year in (today.year, today.year + 1):
        try:
            reading = of_year(year)
        except ValueError:  # 29 February
            continue
        if reading.first is not None and reading.first > today:
            return reading.first - today <= _soon(reading.precision, context.lead)
    return False


def of_some_year(
    of_year: Callable[[int], Reading], unknown: str, expression: Expression, context: Context
) -> Reading | None:
    """A time of some year: of the year named, or of a step ("last year"), or the nearest."""
    parts = expression.parts
    which = parts.get("which", "").lower()
    try:
        if "year" in parts:
            return of_year(int(parts["year"]))
        if which in ("each", "every"):
            return undated(unknown, "SET")
        if context.published is None:
            return undated(unknown)
        if "which2" in parts:
            step = STEPS.get(parts["which2"].lower(), 0)
            return of_year(context.published.year + step).counted_from("publication")
        if which == "this":
            return of_year(context.published.year).counted_from("publication")
        return nearest(of_year, context, STEPS.get(which, 0))
    except ValueError:  # no such day: "June 31"
        return None
