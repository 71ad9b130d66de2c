"""Floors: the least that each set must reach on its sample, pinned in floors.json."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.case import Case
from bench.counts import score

FILE = Path(__file__).parent / "floors.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lowered:
    """A step down of a floor, and the reason why it was right to take it."""

    before: float
    after: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least score of one figure of a set on the sample, and how it was ever lowered.

    A floor is raised by hand when the program has become better.
    """

    figure: str
    floor: float
    lowered: tuple[Lowered, ...] = ()

    def reached(self, cases: Sequence[Case]) -> float:
        """What the cases come to. Raises KeyError where none of them counts for the figure."""
        summed = score(case.counts[self.figure] for case in cases if self.figure in case.counts)
        if summed is None:
            raise KeyError(self.figure)
        return summed

    def unexplained(self) -> Iterator[str]:
        """What is wrong with the steps down, in sentences; nothing where all is explained."""
        for step in self.lowered:
            if step.after >= step.before:
                yield f"{step.before} to {step.after} is no step down"
            if len(step.reason.split()) < 3:
                yield f"{step.before} to {step.after} has no reason"
        if self.lowered and self.floor < self.lowered[-1].after:
            yield f"{self.floor} is below the last step down, {self.lowered[-1].after}"


def load(file: Path = FILE) -> dict[str, Floor]:
    """The floors by set."""
    return {
        name: Floor(
            figure=each["figure"],
            floor=each["floor"],
            lowered=tuple(
                Lowered(before=step["from"], after=step["to"], reason=step["reason"])
                for step in each["lowered"]
            ),
        )
        for name, each in json.loads(file.read_text(encoding="utf-8")).items()
    }
