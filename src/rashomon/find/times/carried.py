"""Readings carried over from times that the text named before: "that week", "this time"."""

from rashomon.find.times import calendar
from rashomon.find.times.calendar import Reading
from rashomon.find.times.context import Context, Reader
from rashomon.find.times.expressions import Expression

#: Steps from the time that the text named last.
FROM_BEFORE = {"the previous": -1, "the following": 1, "the same": 0, "that same": 0, "that": 0}


def carried_unit(step: int, code: str, context: Context) -> Reading | None:
    """ "That week", "the following day": counted from the time that the text named last."""
    before = context.before.first if context.before else None
    anchor = context.day if code == "D" else before
    moved = None if anchor is None else calendar.shifted(anchor, code, step)
    if moved is None:
        unknown = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
        return Reading(value=unknown[code], basis="carried") if code in unknown else None
    return calendar.enclosing(moved, code).counted_from("carried")


def _began(_: Expression, context: Context) -> Reading:
    """ "Since the operation began": from the day that it began, where the text has told it."""
    if context.began is None:
        return Reading(value="PAST_REF", basis="carried")
    return context.began.counted_from("carried")


def _this_time(_: Expression, context: Context) -> Reading | None:
    return None if context.before is None else context.before.counted_from("carried")


def _same_day(expression: Expression, context: Context) -> Reading | None:
    which = " ".join(expression.parts["which"].lower().split())
    return carried_unit({"the next": 1, **FROM_BEFORE}[which], "D", context)


def _that_quarter(expression: Expression, context: Context) -> Reading | None:
    """ "The latest quarter": the quarter named last; "the year-ago quarter": a year before it."""
    if context.quarter is None or context.quarter.first is None:
        return Reading(value="XXXX-QX")
    back = expression.parts.get("which", "").lower().startswith("year-")
    first = calendar.shifted(context.quarter.first, "Y", -1 if back else 0)
    return None if first is None else calendar.enclosing(first, "Q").counted_from("carried")


READERS: dict[str, Reader] = {
    "this_time": _this_time,
    "then": _this_time,
    "began": _began,
    "same_day": _same_day,
    "that_quarter": _that_quarter,
}
