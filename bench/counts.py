"""Counts: what a case adds to a figure, and the figure that the sum of them is."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Right answers among those given and those asked for; scored as F1.

    `recalled` is how many of those asked for were got, where that differs from `right`, the
    number of those given that are right (B-cubed averages, one answer for two questions).
    """

    right: float
    given: float
    asked: float
    recalled: float | None = None

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right,
            self.given + other.given,
            self.asked + other.asked,
            self._got + other._got,
        )

    @property
    def _got(self) -> float:
        return self.right if self.recalled is None else self.recalled

    @property
    def precision(self) -> float | None:
        """The share of what was given that is right; None where nothing was given."""
        return self.right / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        """The share of what was asked for that was got; None where nothing was asked for."""
        return self._got / self.asked if self.asked else None

    @property
    def score(self) -> float | None:
        """F1, the harmonic mean of precision and recall; None where there was nothing to do."""
        if not self.given and not self.asked:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, or the sum of some marks over their number; scored as the quotient."""

    part: float
    whole: float = 1.0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.part + other.part, self.whole + other.whole)

    @property
    def score(self) -> float | None:
        """The share; None of nothing."""
        return self.part / self.whole if self.whole else None


Count = Tally | Share


def total(counts: Iterable[Count]) -> Count | None:
    """The sum of counts of one sort; None of none.

    Raises TypeError where the sorts are mixed.
    """
    some = list(counts)
    tallies = [count for count in some if isinstance(count, Tally)]
    shares = [count for count in some if isinstance(count, Share)]
    if tallies and shares:
        raise TypeError("a tally and a share have no sum")
    if tallies:
        return sum(tallies[1:], tallies[0])
    return sum(shares[1:], shares[0]) if shares else None


def score(counts: Iterable[Count]) -> float | None:
    """The figure that counts come to together; None where there is none."""
    summed = total(counts)
    return summed.score if summed else None
