"""Context: what an expression of time is read against."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rashomon.find.times.calendar import Reading
from rashomon.find.times.expressions import Expression

#: Steps from the moment of writing that a word before a name or unit asks for.
STEPS = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "the coming": 1,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an expression is read against.

    `published` is the day that the report counts from, where it is known; `late` that it is over
    where things happened; `ahead` that the sentence looks ahead; `lead` is the text just before.
    `before`, `day` and `quarter` are the last dated reading, the last day and the last quarter
    that the text named before; `began` the reading that tells when something began.
    """

    published: date | None
    late: bool = False
    ahead: bool = False
    lead: str = ""
    before: Reading | None = None
    day: date | None = None
    quarter: Reading | None = None
    began: Reading | None = None


Reader = Callable[[Expression, Context], Reading | None]


def undated(value: str, type_: str = "DATE") -> Reading:
    """A time whose year or day the words and a missing publication date leave open."""
    return Reading(type=type_, value=value)
