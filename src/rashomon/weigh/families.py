"""Families: the measures that we know, and those that reports use for one happening."""

from dataclasses import dataclass
from functools import cache

from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class Family:
    """Measures that reports use for one happening, by their concepts in the table of measures."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linking:
    """The part of `data/linking.toml` that names measures of one happening."""

    families: tuple[Family, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The part of `data/questions.toml` with the measures that we know to ask for."""

    count: dict[str, str]


@cache
def _families() -> dict[str, str]:
    return {
        each: family.name
        for family in table("linking", Linking).families
        for each in family.members
    }


def measure_family(action: str) -> str:
    """The name under which a measure is compared: that of its family, else its own."""
    return _families().get(action, action)


def is_known(action: str | None) -> bool:
    """Whether the measure of that name is one we know to ask for."""
    return action in table("questions", Asked).count
