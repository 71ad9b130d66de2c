"""Qualifiers: the table of words around a number that say how it bounds the truth."""

from dataclasses import dataclass, field

from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Words of one kind of bound, that stand before a number or after it."""

    kind: str
    before: list[str]
    after: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifiers:
    """The table `data/qualifiers.toml`."""

    qualifiers: list[Group]


def groups() -> list[Group]:
    """The groups of qualifiers, in the order of the table."""
    return table("qualifiers", Qualifiers).qualifiers
