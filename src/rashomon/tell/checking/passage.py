"""Passage: a cited text with its numbers and dates."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rashomon.tell.checking.amounts import Amount, amounts
from rashomon.tell.checking.days import Day, days, masked
from rashomon.tell.checking.reading import Reading, read
from rashomon.tell.checking.reckoning import day_of


@dataclass(frozen=True)
class Passage:
    """A text of the day on which it was published, where that is known."""

    reading: Reading
    amounts: tuple[Amount, ...]
    days: tuple[Day, ...]
    published: date | None = None


@lru_cache(maxsize=4096)
def passage(text: str, published: str | None = None) -> Passage:
    """The passage of a text published on a day (ISO 8601)."""
    return Passage(
        read(text), amounts(text, masked(text)), days(text, published), day_of(published)
    )
