"""A figure: a quantity that says something about the world, with the bounds its words state."""

from dataclasses import dataclass
from math import inf

from rashomon.frame import Frame
from rashomon.report import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What the words of a figure state and no more; None is open.

    `qualifier` is exact, about, at_least, more_than, at_most, less_than, range or vague;
    more_than and less_than exclude their end.
    """

    value: float | None
    low: float | None
    high: float | None
    qualifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One quantity as one report prints it.

    `span` runs over qualifier, number and unit or counted noun; `number` is the number alone.
    `kind` is level, change, share, rate, age, ordinal, duration, price or measurement. `unit`
    is count, percent, percentage point, an ISO 4217 code or a singular English name.
    `counted` is the counted thing in the text's words and `head` the lemma of its head noun;
    `population` tells a sub-group ("children"), two that are counted together ("women and
    children"), or the cause of deaths ("road"); `of` is the whole of a share. `action` is what
    befell or was done to the counted, as a concept of the table of measures ("kill", "remain")
    or else the verb's lemma, and None where the syntax leaves it open; `measure` puts both in
    words ("fighters remaining"), or names what is measured ("depth", "maximum sentence").
    A number that is no number ("1,5000") has no value: `well_formed` is False and `candidates`
    lists what it may have meant. `clause` is the clause around it, for showing it in context, and
    `frame` the verb or the noun that it belongs to with who takes part, for setting it beside
    figures of other reports.
    """

    id: str
    span: Span
    number: Span
    printed: str
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    qualifier_text: str | None = None
    kind: str = "level"
    trend: str | None = None
    unit: str = "count"
    counted: str | None = None
    head: str | None = None
    population: str | None = None
    of: str | None = None
    action: str | None = None
    measure: str | None = None
    place: str | None = None
    place_basis: str | None = None
    period: str | None = None
    period_basis: str | None = None
    statement: str | None = None
    speaker: str | None = None
    speaker_basis: str | None = None
    part_of: str | None = None
    same_as: str | None = None
    well_formed: bool = True
    candidates: tuple[float, ...] = ()
    clause: Span | None = None
    frame: Frame | None = None

    @property
    def bounds(self) -> Bounds:
        """Value, ends and qualifier together, for comparing."""
        return Bounds(value=self.value, low=self.low, high=self.high, qualifier=self.qualifier)


#: A vague word reaches from the least it can mean ("dozens": 24) to five times as much.
_VAGUE_REACH = 5.0


def tolerance(bounds: Bounds) -> tuple[float, float]:
    """The range within which `bounds` may be taken to say the same as another figure.

    `about` allows half a unit of the last non-zero digit or 10 percent, the larger; `vague` the
    range of its word; `exact` and stated ends none. Open ends, and unknown numbers, are infinite.
    """
    value = bounds.value
    if bounds.qualifier == "about" and value is not None:
        room = max(_last_unit(value) / 2, abs(value) / 10)
        return value - room, value + room
    if bounds.qualifier == "vague" and bounds.low is not None:
        return bounds.low, bounds.low * _VAGUE_REACH
    low = -inf if bounds.low is None else bounds.low
    high = inf if bounds.high is None else bounds.high
    return low, high


def exclude(a: Bounds, b: Bounds) -> bool:
    """Whether the stated bounds of `a` and `b` cannot both be true.

    Only what the words state counts, without tolerance; more_than and less_than exclude their
    end. Figures that are only about something state no bound and exclude nothing.
    """
    return _below(a, b) or _below(b, a)


def overlap(a: Bounds, b: Bounds) -> bool:
    """Whether `a` and `b` may say the same within their tolerance."""
    if exclude(a, b):
        return False
    (a_low, a_high), (b_low, b_high) = tolerance(a), tolerance(b)
    return a_low <= b_high and b_low <= a_high


def _below(a: Bounds, b: Bounds) -> bool:
    """Whether all that `a` states lies below all that `b` states."""
    if a.high is None or b.low is None:
        return False
    if a.qualifier == "less_than" or b.qualifier == "more_than":
        return a.high <= b.low
    return a.high < b.low


def _last_unit(value: float) -> float:
    """The worth of the last non-zero digit: 10 for 350, 1000 for 27000, 0.1 for 6.5."""
    digits, _, decimals = f"{abs(value):f}".partition(".")
    decimals = decimals.rstrip("0")
    if decimals:
        return 10.0 ** -len(decimals)
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if digits.strip("0") else 1.0
