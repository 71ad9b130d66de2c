"""A fault: what a sentence says that its citations do not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """The words of the sentence, at `start` to `end`, that do not hold, and why.

    `kind` is citation, number, bound, unit, name, place, date, negation, attribution, quotation or
    meaning.
    """

    start: int
    end: int
    kind: str
    words: str
    reason: str

    def __str__(self) -> str:
        return f"{self.kind} “{self.words}”: {self.reason}"
