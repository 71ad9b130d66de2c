"""Finding times: each expression of time with its meaning against the publication date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.find.parse import Parsed
from rashomon.find.scope import breaks
from rashomon.find.times import carried, days, lengths, readings
from rashomon.find.times.calendar import Reading
from rashomon.find.times.context import Context
from rashomon.find.times.expressions import Expression, expressions
from rashomon.find.times.lookalikes import is_time
from rashomon.find.times.publication import today_of
from rashomon.find.times.stretches import stretch
from rashomon.find.times.tense import looks_ahead, tells_beginning
from rashomon.report import content_id
from rashomon.when import Period

_READERS = {**readings.READERS, **days.READERS, **lengths.READERS, **carried.READERS}

#: Kinds whose year or day depends on whether the sentence looks back or ahead.
_BY_TENSE = frozenset(
    (
        "date",
        "date_back",
        "date_between",
        "month",
        "weekday",
        "season",
        "holiday",
        "weekend",
        "clock",
    )
)

_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
_RECALLED = re.compile(r",?\s+(?:when|in which)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|by|before)\s+$", re.IGNORECASE)
_AFTER = re.compile(r"\bafter\s+$", re.IGNORECASE)

#: So many of the times before are looked at for the beginning of a thing.
_TOLD = 12
#: A time is carried no farther than this many characters.
_NEAR = 400
#: So much of the text before an expression is looked at.
_LEAD = 24


@dataclass(frozen=True, slots=True)
class _Found:
    expression: Expression
    reading: Reading


def find_times(parsed: Parsed) -> tuple[Period, ...]:
    """Every expression of time in the report, in reading order.

    Relative ones are counted from the day of publication; without it they keep their TIMEX3
    value with X for what is not known, and no ends. A stretch between two times ("from Monday
    to Wednesday") gives both its expressions the ends of the whole, and a time behind "since"
    runs up to publication.
    """
    return tuple(_period(parsed, item) for item in _read(parsed))


def _read(parsed: Parsed) -> list[_Found]:
    """The expressions that are times, each read against what the text said before it."""
    text = parsed.report.text[: len(parsed.doc.text)]
    today, memory, found = today_of(parsed), _Memory(), list[_Found]()
    for expression in expressions(text):
        if parsed.block_at(expression.start) == "caption" or not is_time(parsed, expression):
            continue
        memory.forget(parsed, expression)
        lead = text[max(0, expression.start - _LEAD) : expression.start]
        span = parsed.span(expression.start, expression.end)
        context = Context(
            published=today.day,
            late=today.late,
            ahead=expression.kind in _BY_TENSE and looks_ahead(parsed, span),
            lead=lead,
            before=memory.before,
            day=memory.day,
            quarter=memory.quarter,
            began=_beginning(parsed, expression, found) if expression.kind == "began" else None,
        )
        reading = _READERS[expression.kind](expression, context)
        if reading is None:
            continue
        if reading.basis == "publication":
            reading = reading.counted_from(today.basis)
        item = _Found(
            expression, _bounded(reading, lead, text[expression.end :][:_LEAD], today.day)
        )
        whole = _joined(found[-1], item, text) if found else None
        if whole is not None:
            found[-1], item = whole
        memory.keep(expression, reading if whole is None else item.reading)
        found.append(item)
    return found


def _beginning(parsed: Parsed, since: Expression, found: Sequence[_Found]) -> Reading | None:
    """The time at which the text, before `since`, told that the same thing began."""
    for item in reversed(found[-_TOLD:]):
        reading, at = item.reading, item.expression
        if reading.type == "DATE" and reading.from_ and tells_beginning(parsed, at, since):
            return reading
    return None


@dataclass(slots=True)
class _Memory:
    """What the text named last: any time with a day, a day, a quarter of results."""

    before: Reading | None = None
    day: date | None = None
    quarter: Reading | None = None
    end: int = 0

    def keep(self, expression: Expression, reading: Reading) -> None:
        """Remember a reading."""
        if reading.value == "PRESENT_REF" or not (reading.from_ or reading.to):
            return
        self.before, self.end = reading, expression.end
        if reading.precision in ("day", "hour", "instant"):
            self.day = reading.first
        if reading.precision == "quarter" and reading.basis != "carried":
            self.quarter = reading

    def forget(self, parsed: Parsed, expression: Expression) -> None:
        """Let go of what stands too far before, or for a clock time in another paragraph.

        A quarter stays: a report on results has one.
        """
        far = expression.start - self.end > _NEAR
        clock = expression.kind.startswith("clock")
        if far or (clock and breaks(parsed, self.end, expression.start)):
            self.before = self.day = None


def _bounded(reading: Reading, lead: str, behind: str, published: date | None) -> Reading:
    """The reading with the end that a word before it opens or moves: since, until, after.

    "The first since 1959, when two people died" tells of what happened in that year alone.
    """
    if reading.type in ("SET", "DURATION") or reading.from_ is None:
        return reading
    if _SINCE.search(lead) and _RECALLED.match(behind):
        return reading
    if _SINCE.search(lead):
        return replace(
            reading, to=None if published is None else max(str(published), reading.from_)
        )
    if _UNTIL.search(lead):
        return replace(reading, from_=None)
    if _AFTER.search(lead):
        return replace(reading, to=None)
    return reading


def _joined(first: _Found, second: _Found, text: str) -> tuple[_Found, _Found] | None:
    """Both times with the ends of the stretch that they tell together, where they do."""
    whole = stretch(
        (first.expression, first.reading), (second.expression, second.reading), text, _LEAD
    )
    if whole is None:
        return None
    first_, second_ = (
        _Found(each.expression, replace(each.reading, from_=whole[0], to=whole[1]))
        for each in (first, second)
    )
    return first_, second_


def _period(parsed: Parsed, item: _Found) -> Period:
    span = parsed.span(item.expression.start, item.expression.end)
    reading = item.reading
    return Period(
        id=content_id("t", span.report, span.start, span.end, reading.value),
        span=span,
        type=reading.type,
        value=reading.value,
        from_=reading.from_,
        to=reading.to,
        precision=reading.precision,
        basis=reading.basis,
    )
