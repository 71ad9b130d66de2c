"""Thresholds: the numbers by which linking decides, each told apart from its use so that it can be
tried at other values (`python -m bench leave-one-out`)."""

from dataclasses import dataclass
from functools import cache

from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers of `data/linking.toml`, which says what each means."""

    near_synonyms: float
    far: float
    enough: float
    enough_by_words: float
    alike: float
    close: float
    near_km: float


@dataclass(frozen=True, slots=True)
class Holding:
    """The part of `data/linking.toml` that holds the thresholds."""

    thresholds: Thresholds


@cache
def thresholds() -> Thresholds:
    """The thresholds of linking."""
    return table("linking", Holding).thresholds
