"""Periods: when something was, with the precision the words give, and how two periods compare."""

from dataclasses import dataclass

from rashomon.report import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One expression of time in a report.

    `type` and `value` follow TIMEX3 (ISO-TimeML): DATE, TIME, DURATION or SET and its value.
    `from_` and `to` are ISO 8601 dates or date-times, both inclusive; None where the words or a
    missing publication date leave them open. `precision` is instant, hour, day, week, month,
    season, year, decade or century, or rolling for a window such as "in the last week". `basis`
    is explicit (the words alone), publication (counted from the publication date), carried
    (from another expression, "during this time") or inferred.
    """

    id: str
    span: Span
    type: str
    value: str
    from_: str | None = None
    to: str | None = None
    precision: str | None = None
    basis: str = "explicit"
