"""Hedges: the table of the words that turn, hedge, grade or contest a condition."""

from dataclasses import dataclass
from functools import cache

from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class Negation:
    """Words, subjects and verbs that turn a condition; `besides` follow a "not" that does not."""

    words: frozenset[str]
    nobody: frozenset[str]
    verbs: frozenset[str]
    besides: frozenset[str]


@dataclass(frozen=True, slots=True)
class Supposed:
    """Words under which nothing is claimed."""

    marks: frozenset[str]
    modals: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]


@dataclass(frozen=True, slots=True)
class Staged:
    """Nouns of what is staged or made up: nothing in it happens."""

    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Coming:
    """Words under which a condition is expected and not yet there."""

    modals: frozenset[str]
    words: frozenset[str]
    verbs: frozenset[str]
    adjectives: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """Words that leave open whether it is so; the `negated` ones where they are denied."""

    words: frozenset[str]
    adjectives: frozenset[str]
    verbs: frozenset[str]
    verbs_negated: frozenset[str]
    nouns_negated: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Realised:
    """Verbs whose infinitive is as true as they are: "managed to", "appears to"."""

    verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Contests:
    """Words that contest what they govern or point at."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    phrases: frozenset[str]
    pointing: frozenset[str]
    determiners: frozenset[str]
    said: frozenset[str]
    false: frozenset[str]


@dataclass(frozen=True, slots=True)
class Confirming:
    """Verbs and nouns that confirm or deny whatever follows."""

    affirmed: frozenset[str]
    denied: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Linking:
    """Verbs between a thing and its condition, verbs that announce a condition named by a noun,
    and quantities over a whole."""

    copulas: frozenset[str]
    announcing: frozenset[str]
    declaring: frozenset[str]
    wholes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hedges:
    """The table `data/hedges.toml`."""

    negation: Negation
    supposed: Supposed
    staged: Staged
    coming: Coming
    unconfirmed: Unconfirmed
    realised: Realised
    recalled: frozenset[str]
    degrees: dict[str, frozenset[str]]
    almost_from: dict[str, int]
    contests: Contests
    confirming: Confirming
    linking: Linking


@cache
def hedges() -> Hedges:
    """The table of hedges."""
    return table("hedges", Hedges)
