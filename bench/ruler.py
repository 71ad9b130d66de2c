"""Ruler: what a set of data asks, of whom, and how the answers are counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from bench.case import Case

#: A value as it travels between programs.
Json = Any

Gold = TypeVar("Gold")


class Absent(Exception):
    """The data of a set, or the program of a peer, is not on this machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing asked: `request` goes to the product and to its peers, `gold` does not.

    `unit` keeps together what must stay in one half and one sample.
    """

    id: str
    unit: str
    request: Json
    gold: Any


class Ruler(Protocol):
    """One set of data with its counting rule.

    `data` names what is read, below the data folder; `headline` is the figure that speaks for
    the set; `one_in` says that the sample for tests is one unit in so many; `alone` that a
    sample can be asked without the rest.
    """

    name: str
    data: tuple[str, ...]
    headline: str
    counting: str
    one_in: int

    def load(self, data: Path) -> list[Item]:
        """All items in a fixed order. Raises Absent where the data is not there."""

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """The product's answers in the form that peers give theirs in, one a request."""

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """What the answers count for, in the order of the items."""


def there(data: Path, *parts: str) -> Path:
    """A file or folder of the data. Raises Absent where it is not there."""
    path = data.joinpath(*parts)
    if not path.exists():
        raise Absent(f"{path} is not there")
    return path
