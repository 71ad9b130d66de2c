"""The calendar: named stretches of time as TIMEX3 values with their first and last day."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

#: The first month of each season, by the meteorologists' count for the northern half.
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an expression of time means; the fields are those of a Period."""

    type: str = "DATE"
    value: str
    from_: str | None = None
    to: str | None = None
    precision: str | None = None
    basis: str = "explicit"

    @property
    def first(self) -> date | None:
        """The first day, where it is known."""
        return None if self.from_ is None else date.fromisoformat(self.from_[:10])

    @property
    def last(self) -> date | None:
        """The last day, where it is known."""
        return None if self.to is None else date.fromisoformat(self.to[:10])

    def counted_from(self, basis: str) -> "Reading":
        """The same reading on another basis."""
        return replace(self, basis=basis)


def _stretch(value: str, first: date, last: date, precision: str) -> Reading:
    return Reading(value=value, from_=str(first), to=str(last), precision=precision)


def day(when: date) -> Reading:
    """One day: 2017-10-17."""
    return _stretch(str(when), when, when, "day")


def week(when: date) -> Reading:
    """The ISO week of a day, Monday to Sunday: 2017-W42."""
    number = when.isocalendar()
    monday = when - timedelta(days=number.weekday - 1)
    value = f"{number.year}-W{number.week:02}"
    return _stretch(value, monday, monday + timedelta(days=6), "week")


def weekend(when: date) -> Reading:
    """Saturday and Sunday of the ISO week of a day: 2017-W41-WE."""
    whole = week(when)
    saturday = when - timedelta(days=when.isoweekday() - 6)
    return _stretch(f"{whole.value}-WE", saturday, saturday + timedelta(days=1), "day")


def month(year_: int, number: int) -> Reading:
    """One month: 2017-06."""
    last = calendar.monthrange(year_, number)[1]
    value = f"{year_:04}-{number:02}"
    return _stretch(value, date(year_, number, 1), date(year_, number, last), "month")


def quarter(year_: int, number: int) -> Reading:
    """One calendar quarter: 1989-Q3."""
    return _months(f"{year_:04}-Q{number}", year_, 3 * number - 2, 3, "quarter")


def half(year_: int, number: int) -> Reading:
    """One half of a year: 1989-H1."""
    return _months(f"{year_:04}-H{number}", year_, 6 * number - 5, 6, "half")


def season(year_: int, letters: str) -> Reading:
    """One season: 2014-SU. Winter has no ends: which two years it joins is not said."""
    value = f"{year_:04}-{letters}"
    start = _SEASON_STARTS.get(letters)
    if start is None:
        return Reading(value=value, precision="season")
    return _months(value, year_, start, 3, "season")


def year(number: int) -> Reading:
    """One year: 2014."""
    return _stretch(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(first: int) -> Reading:
    """Ten years from `first`: 198X."""
    return _stretch(f"{first // 10}X", date(first, 1, 1), date(first + 9, 12, 31), "decade")


def century(number: int) -> Reading:
    """The nth century, as the news counts it: the 20th is 1900 to 1999."""
    first = max(100 * (number - 1), 1)
    last = date(100 * (number - 1) + 99, 12, 31)
    return _stretch(f"{number - 1:02}", date(first, 1, 1), last, "century")


def _months(value: str, year_: int, start: int, count: int, precision: str) -> Reading:
    last = month(year_, start + count - 1).last
    assert last is not None  # a month of a known year has its ends
    return _stretch(value, date(year_, start, 1), last, precision)


def shifted(when: date, unit: str, count: int) -> date | None:
    """`when` moved by `count` units (D, W, M, Q, Y, E, C); None outside the years 1 to 9999.

    A day that the month does not have becomes its last. Units shorter than a day move no day.
    """
    if unit.startswith("T"):
        return None
    try:
        if unit in ("D", "W"):
            return when + timedelta(days=count * (7 if unit == "W" else 1))
        months = count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit]
        index = when.year * 12 + when.month - 1 + months
        last = calendar.monthrange(index // 12, index % 12 + 1)[1]
        return date(index // 12, index % 12 + 1, min(when.day, last))
    except (OverflowError, ValueError):
        return None


def enclosing(when: date, unit: str) -> Reading:
    """The day, week, month, quarter, year, decade or century that holds `when`."""
    match unit:
        case "W":
            return week(when)
        case "M":
            return month(when.year, when.month)
        case "Q":
            return quarter(when.year, (when.month + 2) // 3)
        case "Y":
            return year(when.year)
        case "E":
            return decade(when.year - when.year % 10)
        case "C":
            return century(when.year // 100 + 1)
        case _:
            return day(when)


def nearest_weekday(today: date, weekday: int, ahead: bool) -> date:
    """The day so named (ISO number) on or next before today; with `ahead`, on or next after."""
    if ahead:
        return today + timedelta(days=(weekday - today.isoweekday()) % 7)
    return today - timedelta(days=(today.isoweekday() - weekday) % 7)


def nth_weekday(year_: int, month_: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; the last for -1."""
    if nth < 0:
        last = date(year_, month_, calendar.monthrange(year_, month_)[1])
        return nearest_weekday(last, weekday, ahead=False) + timedelta(weeks=nth + 1)
    return nearest_weekday(date(year_, month_, 1), weekday, ahead=True) + timedelta(weeks=nth - 1)


def easter(year_: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year_ % 19, year_ // 100, year_ % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    s = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * s) // 451
    number, rest = divmod(h + s - 7 * m + 114, 31)
    return date(year_, number, rest + 1)
