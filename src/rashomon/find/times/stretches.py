"""Stretches: two expressions of time that tell the ends of one stretch together."""

import re
from datetime import date, timedelta

from rashomon.find.times.calendar import Reading, shifted
from rashomon.find.times.expressions import Expression

_FROM = re.compile(r"\b(?:from|between|since)\s+$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|until|till|through|and|[-\u2013])\s*", re.IGNORECASE)
_THROUGH = re.compile(r"\s*(?:through|[-\u2013])\s*", re.IGNORECASE)
_UP_TO = re.compile(r"\s+(?:(?:up )?to|through|ending|ended)(?: on| in)?\s+", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|in)\s+", re.IGNORECASE)
_LENGTH = re.compile(r"P(T?)(\d+)([HDWMY])")

#: First and last day or moment.
Ends = tuple[str, str]


def stretch(
    first: tuple[Expression, Reading], second: tuple[Expression, Reading], text: str, lead: int
) -> Ends | None:
    """The ends of the whole where two expressions tell one stretch, else None.

    "From Monday to Wednesday"; "the 12 months to June"; "the last two weeks of April"; "the
    weekend of 6-7 May". `lead` is how much of the text before is looked at, in characters.
    """
    (one, a), (two, b) = first, second
    gap = text[one.end : two.start]
    before = text[max(0, one.start - lead) : one.start]
    if (_FROM.search(before) and _TO.fullmatch(gap)) or _THROUGH.fullmatch(gap):
        ordered = a.from_ is not None and b.to is not None and a.from_[:10] <= b.to[:10]
        return (str(a.from_), str(b.to)) if ordered else None
    if b.first is None or b.last is None:
        return None
    if one.kind in ("length_to", "duration") and _UP_TO.fullmatch(gap):
        return _back(a.value, b.last)
    if one.kind == "window" and _OF.fullmatch(gap) and b.precision != "day":
        return part_of(one.parts["which"].lower(), a.value, b.first, b.last)
    if one.kind == "weekend" and _OF.fullmatch(gap) and b.precision == "day":
        return str(b.first), str(b.last if b.last > b.first else b.last + timedelta(days=1))
    return None


def part_of(which: str, length: str, first: date, last: date) -> Ends | None:
    """The first or last so many units of a longer time."""
    if which != "first":
        return _back(length, last) if which in ("last", "final") else None
    end = _moved(first, length, 1)
    return None if end is None else (str(first), str(end - timedelta(days=1)))


def _back(length: str, last: date) -> Ends | None:
    """So many units up to a day, that day counted; hours reach back into the days before."""
    start = _moved(last + timedelta(days=1), length, -1)
    if start is None:
        return None
    hours = "T" in length
    return str(start - timedelta(days=1) if hours else start), str(last)


def _moved(day: date, length: str, step: int) -> date | None:
    """The day moved by a TIMEX3 length; None for a vague length or one below a day."""
    found = _LENGTH.fullmatch(length)
    if found is None:
        return None
    hours, count, unit = found[1], int(found[2]), found[3]
    if hours and count % 24:
        return None
    return shifted(day, "D" if hours else unit, step * (count // 24 if hours else count))
