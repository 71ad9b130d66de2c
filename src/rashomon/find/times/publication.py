"""The day that a report counts from: that of publication, or what the report itself shows of it.

A dateline is written on the day of the report; publication may be stamped a day later, in
another time zone, or not at all. A dateline with its year dates a report without a stamp.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.find.parse import Parsed, Token
from rashomon.find.times.expressions import Expression, expressions, time_words

#: A dateline lies so near to its report's stamp; farther away it is another day's.
_BESIDE = timedelta(days=2)
#: A report tells in its first so many characters what is new in it.
_LEAD = 600
#: Verbs by which a report tells the saying that makes its news (lemmas).
_SAYING = frozenset(("say", "tell", "announce", "report", "declare", "confirm"))


@dataclass(frozen=True, slots=True)
class Today:
    """The day that a report counts from, None where unknown, and how it is known.

    `basis` is publication or inferred. `late` tells that the day is over where things happened:
    what is told as said on tomorrow's weekday was said when it was tomorrow there.
    """

    day: date | None
    basis: str = "publication"
    late: bool = False


def today_of(parsed: Parsed) -> Today:
    """The day that `parsed` counts from."""
    stamped = _stamped(parsed)
    for written in _datelines(parsed):
        day = _day_of(written, stamped)
        if day is not None and stamped is None:
            return Today(day, "inferred")
        if day is not None and stamped is not None and abs(day - stamped) <= _BESIDE:
            return Today(day, "publication" if day == stamped else "inferred")
    return Today(stamped, late=stamped is not None and _said_tomorrow(parsed, stamped))


def _stamped(parsed: Parsed) -> date | None:
    """The day of publication; one at the edge of the calendar is a mistake of the input."""
    day = parsed.report.day
    return day if day is not None and 1000 <= day.year <= 9000 else None


def _datelines(parsed: Parsed) -> Iterator[Expression]:
    """The days of the month in the report's datelines."""
    for block in parsed.report.blocks:
        if block.kind == "dateline":
            for found in expressions(parsed.report.text[block.start : block.end]):
                if found.kind in ("date", "date_back") and found.parts["month"][0].isupper():
                    yield found


def _day_of(written: Expression, stamped: date | None) -> date | None:
    """The day of a dateline, of the year that it names or that lies beside the stamp."""
    month = time_words().months[written.parts["month"].lower()]
    years = [int(written.parts["year"])] if "year" in written.parts else []
    if not years and stamped is not None:
        years = sorted({(stamped - _BESIDE).year, stamped.year, (stamped + _BESIDE).year})
    days = []
    for year in years:
        try:
            days.append(date(year, month, int(written.parts["day"])))
        except ValueError:  # no such day: "June 31"
            continue
    return min(days, key=lambda day: abs(day - (stamped or day)), default=None)


def _said_tomorrow(parsed: Parsed, stamped: date) -> bool:
    """Whether the opening tells of what was said, or came early, on the weekday of tomorrow."""
    weekday = (stamped + timedelta(days=1)).isoweekday()
    names = {name for name, number in time_words().weekdays.items() if number == weekday}
    for token in parsed.doc:
        if token.idx > _LEAD:
            return False
        if token.lower_ in names and token.text[0].isupper():
            above = token.head
            while above.dep_ in ("prep", "npadvmod") and above.head.i != above.i:
                above = above.head
            told = above.lemma_.lower() in _SAYING or _is_morning(token)
            if told and above.tag_ in ("VBD", "VBN"):
                return True
    return False


def _is_morning(weekday: Token) -> bool:
    """Whether the first hours of a day are named, which news tells at once: "early Tuesday"."""
    before = weekday.nbor(-1).lower_ if weekday.i else ""
    behind = weekday.nbor(1).lower_ if weekday.i + 1 < len(weekday.doc) else ""
    return before == "early" or behind == "morning"
