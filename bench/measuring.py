"""Measuring: one set put to the product, and to its peers beside it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.case import Case, part
from bench.peer import peers
from bench.results import Scored, scored
from bench.ruler import Absent, Item, Json, Ruler

#: The development data lie beside the project.
DATA = Path(__file__).parents[2] / "shared" / "data"


def sample(ruler: Ruler, items: Sequence[Item]) -> list[Item]:
    """The fixed part of a set that tests have the time for, chosen by hash of the unit's name."""
    return [item for item in items if part(f"sample of {item.unit}", ruler.one_in) == 0]


def measure(ruler: Ruler, items: Sequence[Item]) -> list[Case]:
    """The cases of the product on some items of a set."""
    return _counted(ruler, items, ruler.product)


def beside(ruler: Ruler, items: Sequence[Item], notice: Callable[[str], None]) -> Iterator[Scored]:
    """The peers of a set on the same items; `notice` is told of each that cannot be run."""
    for peer in peers(ruler.name):
        try:
            yield scored(peer.name, peer.version(), _counted(ruler, items, peer.answers))
        except Absent as absence:
            notice(f"{peer.name} is left out: {absence}")


def _counted(
    ruler: Ruler, items: Sequence[Item], asked: Callable[[Sequence[Json]], Iterator[Json]]
) -> list[Case]:
    answers = list(asked([item.request for item in items]))
    return list(ruler.cases(items, answers))
