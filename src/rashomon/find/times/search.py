"""Finding times: each expression of time with its meaning against the publication date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rashomon.find.parse import Parsed
from rashomon.find.scope import breaks
from rashomon.find.times import days, lengths, readings
from rashomon.find.times.calendar import Reading
from rashomon.find.times.expressions import Expression, expressions
from rashomon.find.times.readings import Context
from rashomon.find.times.tense import looks_ahead
from rashomon.report import content_id
from rashomon.when import Period

_READERS = {**readings.READERS, **days.READERS, **lengths.READERS}

#: Kinds whose year or day depends on whether the sentence looks back or ahead.
_BY_TENSE = frozenset(
    ("date", "date_back", "month", "weekday", "season", "holiday", "weekend", "clock")
)

_FROM = re.compile(r"\b(?:from|between|since)\s+$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|until|till|through|and|[-\u2013])\s*", re.IGNORECASE)
_THROUGH = re.compile(r"\s*(?:through|[-\u2013])\s*", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|by|before)\s+$", re.IGNORECASE)
_AFTER = re.compile(r"\bafter\s+$", re.IGNORECASE)

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
    found = list(_read(parsed))
    text = parsed.report.text
    for index, item in enumerate(found):
        found[index] = _Found(item.expression, _bounded(item, text, _day_of_publication(parsed)))
    for index in range(len(found) - 1):
        found[index : index + 2] = _joined(found[index], found[index + 1], text)
    return tuple(_period(parsed, item) for item in found)


def _read(parsed: Parsed) -> Iterator[_Found]:
    """The expressions that are times, each read against what the text said before it."""
    text = parsed.report.text[: len(parsed.doc.text)]
    published, memory = _day_of_publication(parsed), _Memory()
    for expression in expressions(text):
        if parsed.block_at(expression.start) == "caption" or not _is_time(parsed, expression):
            continue
        memory.forget(parsed, expression)
        span = parsed.span(expression.start, expression.end)
        context = Context(
            published=published,
            ahead=expression.kind in _BY_TENSE and looks_ahead(parsed, span),
            lead=text[max(0, expression.start - _LEAD) : expression.start],
            before=memory.before,
            day=memory.day,
            quarter=memory.quarter,
        )
        reading = _READERS[expression.kind](expression, context)
        if reading is not None:
            memory.keep(expression, reading)
            yield _Found(expression, reading)


def _day_of_publication(parsed: Parsed) -> date | None:
    """The day to count from; a day at the edge of the calendar is a mistake of the input."""
    day = parsed.report.day
    return day if day is not None and 1000 <= day.year <= 9000 else None


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


#: Month names that are also words or first names: alone they must stand where a time stands.
_DOUBTFUL = frozenset(("may", "march", "april", "june", "august"))


def _is_time(parsed: Parsed, expression: Expression) -> bool:
    """Whether a bare number is a year and no count, and a bare name a month and no person."""
    if len(expression.parts) > 1 or expression.kind not in ("year", "month"):
        return True
    token = parsed.tokens_of(parsed.span(expression.start, expression.end)).root
    if expression.kind == "month":
        if expression.parts["month"].lower() not in _DOUBTFUL or token.dep_ == "pobj":
            return True
        return token.dep_ in ("compound", "nmod") and token.head.pos_ == "NOUN"
    if token.dep_ == "nummod" and token.head.i > token.i:
        return token.head.tag_ != "NNS" or int(expression.parts["year"]) % 50 != 0
    return token.dep_ != "nummod" or token.head.pos_ != "PROPN"


def _bounded(item: _Found, text: str, published: date | None) -> Reading:
    """The reading with the end that a word before it opens or moves: since, until, after."""
    reading = item.reading
    lead = text[max(0, item.expression.start - _LEAD) : item.expression.start]
    if reading.type in ("SET", "DURATION") or reading.from_ is None:
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


def _joined(first: _Found, second: _Found, text: str) -> list[_Found]:
    """Two times as one stretch ("from .. to ..", "between .. and .."), else both as they are."""
    a, b = first.reading, second.reading
    gap = text[first.expression.end : second.expression.start]
    lead = text[max(0, first.expression.start - _LEAD) : first.expression.start]
    said = bool(_FROM.search(lead) and _TO.fullmatch(gap)) or bool(_THROUGH.fullmatch(gap))
    if not said or a.from_ is None or b.to is None or a.from_[:10] > b.to[:10]:
        return [first, second]
    return [
        _Found(first.expression, replace(a, from_=a.from_, to=b.to)),
        _Found(second.expression, replace(b, from_=a.from_, to=b.to)),
    ]


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
