"""Readings of days and their hours: weekdays, "yesterday", weekends, clock times."""

from dataclasses import replace
from datetime import date, timedelta

from rashomon.find.times import calendar
from rashomon.find.times.calendar import Reading
from rashomon.find.times.context import STEPS, Context, Reader, undated
from rashomon.find.times.expressions import Expression, time_words
from rashomon.find.times.readings import at_clock, read_date


def _weekday(expression: Expression, context: Context) -> Reading | None:
    parts = expression.parts
    if not parts["weekday"][0].isupper():
        return None
    number = time_words().weekdays[parts["weekday"].lower()]
    which = parts.get("which", "").lower()
    if "plural" in parts or which in ("each", "every"):
        return replace(_in_part(undated(f"XXXX-WXX-{number}"), parts), type="SET")
    if "week" in parts:
        day = _of_week(number, parts["week"].lower(), context.published)
    else:
        day = _named_day(number, which, context)
    reading = undated(f"XXXX-WXX-{number}") if day is None else day
    return _in_part(reading, parts)


def _of_week(weekday: int, which: str, today: date | None) -> Reading | None:
    """ "Tuesday of last week": the day of the calendar's week, Monday to Sunday."""
    if today is None:
        return None
    days = weekday - today.isoweekday() + 7 * STEPS.get(which, 0)
    return calendar.day(today + timedelta(days=days)).counted_from("publication")


def _named_day(weekday: int, which: str, context: Context) -> Reading | None:
    """The day that a weekday means; on that very weekday its bare name means today.

    The name of tomorrow's weekday means six days before in what has happened, unless the report
    shows that it was that day already where it was written.
    """
    today, step = context.published, STEPS.get(which, 0)
    if which.startswith("the "):
        step = -1 if which.endswith("previous") else 1
        if context.day is None:
            return None
        beside = context.day + timedelta(days=step)
        named = calendar.nearest_weekday(beside, weekday, ahead=step > 0)
        return calendar.day(named).counted_from("carried")
    if today is None:
        return None
    if step:
        named = calendar.nearest_weekday(today + timedelta(days=step), weekday, ahead=step > 0)
    else:
        named = calendar.nearest_weekday(today, weekday, ahead=context.ahead)
    if not step and context.late and (today - named).days == 6:
        return calendar.day(today + timedelta(days=1)).counted_from("inferred")
    return calendar.day(named).counted_from("publication")


def _in_part(reading: Reading, parts: dict[str, str]) -> Reading:
    """The reading narrowed to a part of the day, where one is named: 2017-10-16TMO."""
    if "part" not in parts:
        return reading
    letters = time_words().parts[parts["part"].lower()]
    return replace(reading, type="TIME", value=f"{reading.value}T{letters}")


#: Days from publication, and the TIMEX3 letters of the night where one is meant.
_DEICTIC = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "tonight": 0,
    "overnight": -1,
    "last night": -1,
}


def _deictic(expression: Expression, context: Context) -> Reading | None:
    word = " ".join(expression.parts["deictic"].lower().split())
    night = "TNI" if word.endswith("night") else ""
    type_ = "TIME" if night else "DATE"
    if context.published is None:
        return undated(f"XXXX-XX-XX{night}", type_)
    day = context.published + timedelta(days=_DEICTIC[word])
    reading = replace(calendar.day(day), type=type_, value=f"{day}{night}", basis="publication")
    if night and word != "tonight":  # the night runs into the day of publication
        return replace(reading, to=str(context.published))
    return _in_part(reading, expression.parts)


def _part(expression: Expression, context: Context) -> Reading | None:
    """ "This morning" is that of publication, "the next morning" follows the day named last."""
    which = expression.parts["which"].lower()
    if which == "this":
        day, basis = context.published, "publication"
    else:
        step = {"the next": 1, "the following": 1, "the previous": -1}.get(which, 0)
        day = None if context.day is None else context.day + timedelta(days=step)
        basis = "carried"
    reading = undated("XXXX-XX-XX") if day is None else calendar.day(day).counted_from(basis)
    return _in_part(reading, expression.parts)


def _weekend(expression: Expression, context: Context) -> Reading | None:
    which = expression.parts["which"].lower()
    today = context.published
    if today is None:
        return undated("XXXX-WXX-WE")
    if which == "that":
        return (
            None if context.day is None else calendar.weekend(context.day).counted_from("carried")
        )
    ahead = context.ahead or which in ("next", "this coming")
    # The past weekend is the last that has begun; on Saturday and Sunday it is this one.
    anchor = today if ahead or today.isoweekday() > 5 else today - timedelta(days=7)
    return calendar.weekend(anchor).counted_from("publication")


def _clock(expression: Expression, context: Context) -> Reading | None:
    parts = expression.parts
    hour, minute = int(parts.get("hour", 12)), int(parts.get("minute", 0))
    if parts.get("noon", "").lower() == "midnight":
        hour = 24
    elif "half" in parts:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if parts["half"].lower() == "p" else 0)
    day = _day_of_clock(expression, context)
    clock = f"{hour:02}:{minute:02}"
    if day is None or day.from_ is None:
        return undated(f"XXXX-XX-XXT{clock}", "TIME")
    return at_clock(day, clock, "instant" if "minute" in parts else "hour")


def _day_of_clock(expression: Expression, context: Context) -> Reading | None:
    """The day that a clock time belongs to: named with it, or the last named before it."""
    parts = expression.parts
    if "month" in parts:
        return read_date(expression, context)
    if "weekday" in parts:
        return _weekday(expression, context)
    if "deictic" in parts:
        return _deictic(expression, context)
    return None if context.day is None else calendar.day(context.day).counted_from("carried")


READERS: dict[str, Reader] = {
    "weekday": _weekday,
    "deictic": _deictic,
    "part": _part,
    "weekend": _weekend,
    "clock": _clock,
    "clock24": _clock,
    "clock_hours": _clock,
}
