"""Synonyms: which counted things are one thing under several names."""

from dataclasses import dataclass
from functools import cache

from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class Group:
    """Lemmas that name one thing; a generic group fits any count of people."""

    name: str
    members: tuple[str, ...]
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """Nouns by which a report calls back a thing that another one names by its kind."""

    general: frozenset[str]
    special: frozenset[str]


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The table `data/synonyms.toml`."""

    groups: tuple[Group, ...]
    kinds: tuple[Kind, ...]


@cache
def _by_member() -> dict[str, Group]:
    return {
        member: group for group in table("synonyms", Synonyms).groups for member in group.members
    }


def concept(lemma: str | None) -> str | None:
    """The name of the group that a lemma belongs to, else the lemma itself."""
    if lemma is None:
        return None
    group = _by_member().get(lemma.lower())
    return group.name if group is not None else lemma.lower()


def is_generic(lemma: str | None) -> bool:
    """Whether a counted thing is unstated or merely "people"."""
    if lemma is None:
        return True
    group = _by_member().get(lemma.lower())
    return group is not None and group.generic


def called_back(one: str | None, other: str | None) -> bool:
    """Whether one lemma is a general word for what the other names: building, hospital."""
    return any(
        (one in kind.general and other in kind.special)
        or (other in kind.general and one in kind.special)
        for kind in table("synonyms", Synonyms).kinds
    )
