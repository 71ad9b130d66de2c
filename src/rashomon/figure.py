"""A figure: a quantity that says something about the world, with the bounds its words state."""

from dataclasses import dataclass

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
    `population` tells a sub-group ("children"); `of` is the whole of a share. `action` is what
    befell or was done to the counted, as a concept of the table of measures ("kill", "remain")
    or else the verb's lemma; `measure` puts both in words ("fighters remaining").
    A number that is no number ("1,5000") has no value: `well_formed` is False and `candidates`
    lists what it may have meant.
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

    @property
    def bounds(self) -> Bounds:
        """Value, ends and qualifier together, for comparing."""
        return Bounds(value=self.value, low=self.low, high=self.high, qualifier=self.qualifier)
