"""Readings of the calendar's named times: dates, months, seasons, holidays, quarters, years."""

from dataclasses import replace
from datetime import date, timedelta

from rashomon.find.times import calendar
from rashomon.find.times.calendar import Reading
from rashomon.find.times.context import Context, Reader
from rashomon.find.times.expressions import Expression, Holiday, time_words
from rashomon.find.times.yearly import of_some_year


def read_date(expression: Expression, context: Context) -> Reading | None:
    """A day, or a run of days ("17-19 October"), of the year named or the nearest."""
    parts = expression.parts
    if not parts["month"][0].isupper():
        return None
    month, day = time_words().months[parts["month"].lower()], int(parts["day"])
    start, end = int(parts.get("day1", day)), int(parts.get("day2", day))
    if end <= start:
        named = _on_weekday(parts, month, day, context.published)
        if named is not None:
            return calendar.day(named).counted_from("publication")
        return of_some_year(
            lambda year: calendar.day(date(year, month, day)),
            f"XXXX-{month:02}-{day:02}",
            expression,
            context,
        )

    def days(year: int) -> Reading:
        first, last = date(year, month, start), date(year, month, end)
        return Reading(value=f"{first}/{last}", from_=str(first), to=str(last), precision="day")

    unknown = f"XXXX-{month:02}-{start:02}/XXXX-{month:02}-{end:02}"
    return of_some_year(days, unknown, expression, context)


def _on_weekday(parts: dict[str, str], month: int, day: int, published: date | None) -> date | None:
    """The day of a year beside publication that falls on the weekday named with it, if one does."""
    if "weekday" not in parts or "year" in parts or "which2" in parts or published is None:
        return None
    weekday = time_words().weekdays[parts["weekday"].lower()]
    for year in (published.year, published.year - 1, published.year + 1):
        try:
            named = date(year, month, day)
        except ValueError:  # 29 February, or no such day
            continue
        if named.isoweekday() == weekday:
            return named
    return None


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
    return of_some_year(
        lambda year: calendar.month(year, number), f"XXXX-{number:02}", expression, context
    )


def _anniversary(expression: Expression, _: Context) -> Reading | None:
    """The day so many years after the day that is remembered."""
    parts = expression.parts
    nth = parts.get("nth", "").lower()
    words = time_words().numbers | time_words().anniversaries
    count = parts.get("years", "").lower() or nth
    years = words[count] if count in words else int(count.rstrip("stndrh"))
    try:
        month = time_words().months[parts["month"].lower()]
        return calendar.day(date(int(parts["year"]) + years, month, int(parts["day"])))
    except ValueError:  # 29 February, or no such day
        return None


def _season(expression: Expression, context: Context) -> Reading | None:
    parts = expression.parts
    which = parts.get("which", "").lower()
    if which in ("", "the") and "year" not in parts and "edge" not in parts:
        return None  # "the fall of the city", "a spring"
    letters = time_words().seasons[parts["season"].lower()]
    return of_some_year(
        lambda year: calendar.season(year, letters), f"XXXX-{letters}", expression, context
    )


def _holiday(expression: Expression, context: Context) -> Reading | None:
    parts = expression.parts
    if not parts["holiday"][0].isupper():
        return None
    holiday = time_words().holidays[
        " ".join(parts["holiday"].lower().split()).replace("\u2019", "'")
    ]
    return of_some_year(
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
    reading = of_some_year(lambda year: make(year, number), unknown, expression, context)
    if parts.get("which", "").lower().startswith("year-") and reading and reading.first:
        return make(reading.first.year - 1, number).counted_from("publication")
    return reading


READERS: dict[str, Reader] = {
    "iso": _iso,
    "date": read_date,
    "date_back": read_date,
    "date_between": read_date,
    "anniversary": _anniversary,
    "anniversary_back": _anniversary,
    "month": _month,
    "season": _season,
    "holiday": _holiday,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
}
