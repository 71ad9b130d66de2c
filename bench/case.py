"""Case: what one document or one pair brought to the figures of a set, and what went wrong."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.counts import Count

#: The development data are read for error study in this half and only counted in the other.
WORKING, CHECKING = "working", "checking"


def part(name: str, parts: int) -> int:
    """Which of `parts` parts a name belongs to: fixed for ever by the name alone."""
    digest = hashlib.sha256(name.encode()).digest()
    return int.from_bytes(digest[:8], "big") % parts


def half(name: str) -> str:
    """The half, working or checking, that a name belongs to."""
    return (WORKING, CHECKING)[part(f"half of {name}", 2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One wrong answer: its cause as far as counting can tell, where, and what was wanted.

    `start` and `end` are code points into the text of the case; `context` are the words around.
    """

    cause: str
    start: int
    end: int
    wanted: str
    given: str
    context: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The counts of one case, by the name of the figure that they belong to.

    `unit` is what is kept together when the data are halved: the case itself, or the story or
    file that it is a part of.
    """

    id: str
    unit: str
    counts: Mapping[str, Count]
    misses: tuple[Miss, ...] = field(default=())

    @property
    def half(self) -> str:
        """The half of the data that the case belongs to."""
        return half(self.unit)


def around(text: str, start: int, end: int, reach: int = 60) -> str:
    """The words between two offsets in brackets, with what stands around them, on one line."""
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())
