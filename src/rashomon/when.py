"""Periods: when something was, with the precision the words give, and how two periods compare.

Every comparison answers True, False or None, and None means that nobody can tell: an end is
unknown, or a fuzzy end decides.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rashomon.report import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One expression of time in a report.

    `type` and `value` follow TIMEX3 (ISO-TimeML): DATE, TIME, DURATION or SET and its value, of
    these words alone. `from_` and `to` are ISO 8601 dates or date-times in local time, both
    inclusive: the stretch that the words around it mean too, so that "since June" runs to
    publication. They are None where the words or a missing publication date leave them open.
    `precision` is instant, hour, day, week, month, quarter, half, season, year, decade or
    century, or rolling for a window such as "in the last week", whose ends are fuzzy. `basis` is
    explicit (the words alone), publication (counted from the publication date), carried (from
    another expression, "during this time") or inferred.
    """

    id: str
    span: Span
    type: str
    value: str
    from_: str | None = None
    to: str | None = None
    precision: str | None = None
    basis: str = "explicit"


def overlaps(a: Period, b: Period) -> bool | None:
    """Whether some moment lies in both."""
    ends = _ends(a), _ends(b)
    if ends[0] is None or ends[1] is None:
        return None
    if _meet(ends[0], ends[1]):
        return True
    return None if _meet(_widened(ends[0], a), _widened(ends[1], b)) else False


def disjoint(a: Period, b: Period) -> bool | None:
    """Whether no moment lies in both."""
    shared = overlaps(a, b)
    return None if shared is None else not shared


def contains(a: Period, b: Period) -> bool | None:
    """Whether the whole of `b` lies in `a`; a period contains itself."""
    ends = _ends(a), _ends(b)
    if ends[0] is None or ends[1] is None:
        return None
    if _holds(ends[0], ends[1]):
        return True
    return None if _holds(_widened(ends[0], a), ends[1]) else False


def same_period(a: Period, b: Period) -> bool | None:
    """Whether both begin and end together."""
    ends = _ends(a), _ends(b)
    if ends[0] is None or ends[1] is None:
        return None
    if ends[0] == ends[1]:
        return True
    wide = _widened(ends[0], a), _widened(ends[1], b)
    return None if _holds(wide[0], ends[1]) and _holds(wide[1], ends[0]) else False


#: First and last moment.
_Ends = tuple[datetime, datetime]


def _ends(period: Period) -> _Ends | None:
    """First and last moment of a period; a day lasts to its last minute, an hour too."""
    if period.from_ is None or period.to is None or period.type == "SET":
        return None
    first, last = _moment(period.from_), _moment(period.to)
    if "T" not in period.to:
        last += timedelta(hours=23, minutes=59)
    elif period.precision == "hour":
        last += timedelta(minutes=59)
    return first, last


def _moment(iso: str) -> datetime:
    """The minute that an ISO date or date-time names; its zone is left out: times are local."""
    return datetime.fromisoformat(iso[:16])


def _widened(ends: _Ends, period: Period) -> _Ends:
    """The ends moved out by what their words leave open.

    "The past three days" may reach back into the fourth: a rolling window gives way by a tenth
    of its length and at least a day. All other ends are those of the calendar.
    """
    if period.precision != "rolling":
        return ends
    slack = max((ends[1] - ends[0]) / 10, timedelta(days=1))
    return _moved(ends[0], -slack), _moved(ends[1], slack)


def _moved(moment: datetime, by: timedelta) -> datetime:
    """The moment moved, within the years that a date can have."""
    try:
        return moment + by
    except OverflowError:
        return moment


def _meet(a: _Ends, b: _Ends) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _holds(a: _Ends, b: _Ends) -> bool:
    return a[0] <= b[0] and b[1] <= a[1]
