"""Reckoning: what the day of publication makes of the words for a day, a month or a year."""

from datetime import date, timedelta

#: ISO 8601 weekdays by the first letters that the news prints.
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RELATIVE = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_TURNS = {"last": -1, "this": 0, "next": 1}

#: A fact about time: what kind of thing it names, and which.
Fact = tuple[str, str]


def day_of(published: str | None) -> date | None:
    """The day of a time of publication (ISO 8601), None where it is none."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def reckoned(kind: str, value: str, published: date | None) -> frozenset[Fact]:
    """What words of time may also say in a text published on a day; nothing without that day.

    A weekday is the last one or the next, for the words alone do not say which; a date without a
    year may be of the year of publication or of the one before.
    """
    if published is None:
        return frozenset()
    if kind == "weekday":
        back = (published.isoweekday() - 1 - _WEEKDAYS.index(value)) % 7
        return _facts(published, -back) | _facts(published, 7 - back) | _facts(published, -back - 7)
    if kind == "part" and value in _RELATIVE:
        return _facts(published, _RELATIVE[value])
    if kind in ("day", "month"):
        years = (published.year - 1, published.year, published.year + 1)
        return frozenset(("year", f"{year}") for year in years) | _weekdays(kind, value, years)
    turn, _, length = value.partition(" ")
    if kind == "length" and length == "year":
        return frozenset({("year", f"{published.year + _TURNS[turn]}")})
    if kind == "length" and length == "month":
        month = (published.month - 1 + _TURNS[turn]) % 12 + 1
        return frozenset({("month", f"{month}")})
    if kind == "year":
        turns = {published.year + step: f"{word} year" for word, step in _TURNS.items()}
        return frozenset({("length", turns[int(value)])}) if int(value) in turns else frozenset()
    return frozenset()


def _facts(published: date, days: int) -> frozenset[Fact]:
    """All that is said of a day so many days from publication."""
    day = published + timedelta(days=days)
    near = {step: word for word, step in _RELATIVE.items()}
    facts = {
        ("day", f"{day.month}-{day.day}"),
        ("month", f"{day.month}"),
        ("year", f"{day.year}"),
        ("weekday", _WEEKDAYS[day.isoweekday() - 1]),
    }
    return frozenset(facts | ({("part", near[days])} if days in near else set()))


def _weekdays(kind: str, value: str, years: tuple[int, ...]) -> frozenset[Fact]:
    """The weekdays on which a day of these years may have been."""
    if kind != "day":
        return frozenset()
    month, day = (int(part) for part in value.split("-"))
    try:
        found = [date(year, month, day) for year in years[1:2]]
    except ValueError:
        return frozenset()
    return frozenset(("weekday", _WEEKDAYS[each.isoweekday() - 1]) for each in found)
