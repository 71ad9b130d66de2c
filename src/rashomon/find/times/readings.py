"""Readings of the calendar's named times: dates, months, seasons, holidays, quarters, years."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.find.times import calendar
from rashomon.find.times.calendar import Reading
from rashomon.find.times.expressions import Expression, Holiday, time_words

#: Steps from the moment of writing that a word before a name or unit asks for.
STEPS = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "the coming": 1,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an expression is read against.

    `published` is the day of publication, where it is known; `ahead` tells that the sentence
    looks ahead; `lead` is the text just before. `before`, `day` and `quarter` are the last
    dated reading, the last day and the last quarter that the text named before.
    """

    published: date | None
    ahead: bool = False
    lead: str = ""
    before: Reading | None = None
    day: date | None = None
    quarter: Reading | None = None


Reader = Callable[[Expression, Context], Reading | None]


def nearest(of_year: Callable[[int], Reading], context: Context, step: int = 0) -> Reading:
    """The yearly time nearest to publication: looking back, or ahead where the sentence does.

    `step` -1 and 1 ask for the last before and the first after publication ("last June"). Raises
    ValueError where no year near has such a day.
    """
    today = context.published
    assert today is not None
    ahead = step > 0 or (step == 0 and context.ahead)
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


def undated(value: str, type_: str = "DATE") -> Reading:
    """A time whose year or day the words and a missing publication date leave open."""
    return Reading(type=type_, value=value)


def _yearly(
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


def read_date(expression: Expression, context: Context) -> Reading | None:
    """A day, or a run of days ("17-19 October"), of the year named or the nearest."""
    parts = expression.parts
    if not parts["month"][0].isupper():
        return None
    month, day = time_words().months[parts["month"].lower()], int(parts["day"])
    last = int(parts.get("day2", day))
    if last <= day:
        return _yearly(
            lambda year: calendar.day(date(year, month, day)),
            f"XXXX-{month:02}-{day:02}",
            expression,
            context,
        )

    def days(year: int) -> Reading:
        first, end = date(year, month, day), date(year, month, last)
        return Reading(value=f"{first}/{end}", from_=str(first), to=str(end), precision="day")

    unknown = f"XXXX-{month:02}-{day:02}/XXXX-{month:02}-{last:02}"
    return _yearly(days, unknown, expression, context)


def at_clock(day: Reading, clock: str, precision: str) -> Reading:
    """A clock time of a day; midnight at the end of a day has no clock time of that day."""
    when = f"{day.from_}T{clock}"
    ends = (day.from_, day.from_) if clock == "24:00" else (when, when)
    return replace(day, type="TIME", value=when, from_=ends[0], to=ends[1], precision=precision)


def _iso(expression: Expression, _: Context) -> Reading | None:
    try:
        day = calendar.day(date.fromisoformat(expression.parts["iso"]))
    except ValueError:
        return None
    clock = expression.parts.get("clock")
    return day if clock is None else at_clock(day, clock, "instant")


def _month(expression: Expression, context: Context) -> Reading | None:
    parts = expression.parts
    name = parts["month"]
    if not name[0].isupper() or (name.lower() in ("mar", "sep", "jan", "dec") and len(parts) == 1):
        return None
    number = time_words().months[name.lower()]
    return _yearly(
        lambda year: calendar.month(year, number), f"XXXX-{number:02}", expression, context
    )


def _season(expression: Expression, context: Context) -> Reading | None:
    parts = expression.parts
    which = parts.get("which", "").lower()
    if which in ("", "the") and "year" not in parts and "edge" not in parts:
        return None  # "the fall of the city", "a spring"
    letters = time_words().seasons[parts["season"].lower()]
    return _yearly(
        lambda year: calendar.season(year, letters), f"XXXX-{letters}", expression, context
    )


def _holiday(expression: Expression, context: Context) -> Reading | None:
    parts = expression.parts
    if not parts["holiday"][0].isupper():
        return None
    holiday = time_words().holidays[
        " ".join(parts["holiday"].lower().split()).replace("\u2019", "'")
    ]
    return _yearly(
        lambda year: calendar.day(_falls(holiday, year)), "XXXX-XX-XX", expression, context
    )


def _falls(holiday: Holiday, year: int) -> date:
    """The day of a holiday in a year."""
    if holiday.easter is not None:
        return calendar.easter(year) + timedelta(days=holiday.easter)
    assert holiday.month is not None
    if holiday.weekday is not None and holiday.nth is not None:
        return calendar.nth_weekday(year, holiday.month, holiday.weekday, holiday.nth)
    return date(year, holiday.month, holiday.day or 1)


def _year(expression: Expression, context: Context) -> Reading | None:
    parts = expression.parts
    year = int(parts["year"])
    if "year2" not in parts:
        return calendar.year(year)
    tail = parts["year2"]
    last = int(str(year)[: 4 - len(tail)] + tail)
    if last <= year:
        return None
    ends = calendar.year(year).from_, calendar.year(last).to
    return Reading(value=f"{year}/{last}", from_=ends[0], to=ends[1], precision="year")


def _decade(expression: Expression, _: Context) -> Reading | None:
    return calendar.decade(int(expression.parts["decade"]))


def _century(expression: Expression, _: Context) -> Reading | None:
    number = int(expression.parts["nth"])
    return calendar.century(number) if 1 <= number <= 30 else None


def _quarter(expression: Expression, context: Context) -> Reading | None:
    parts = expression.parts
    number = time_words().ordinals[parts["nth"].lower()]
    quarters = parts["size"].lower() == "quarter"
    if not quarters and (number > 2 or ("year" not in parts and "which2" not in parts)):
        return None  # the second half of a match
    make = calendar.quarter if quarters else calendar.half
    unknown = f"XXXX-{'Q' if quarters else 'H'}{number}"
    reading = _yearly(lambda year: make(year, number), unknown, expression, context)
    if parts.get("which", "").lower().startswith("year-") and reading and reading.first:
        return make(reading.first.year - 1, number).counted_from("publication")
    return reading


READERS: dict[str, Reader] = {
    "iso": _iso,
    "date": read_date,
    "date_back": read_date,
    "month": _month,
    "season": _season,
    "holiday": _holiday,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
}
