"""Concepts: what can befall or be done to the counted, and the words that name it."""

from dataclasses import dataclass, field
from functools import cache

from rashomon.find.parse import Token, Tokens
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One row of the table of measures; see its head for what the lists mean."""

    name: str
    said: str
    people: bool = False
    away: bool = False
    object: list[str] = field(default_factory=list)
    passive: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    bearers: list[str] = field(default_factory=list)
    tolls: list[str] = field(default_factory=list)
    befalling: list[str] = field(default_factory=list)
    lives: list[str] = field(default_factory=list)
    grounds: list[str] = field(default_factory=list)
    active: list[str] = field(default_factory=list)
    remains: list[str] = field(default_factory=list)
    phrases: list[list[str]] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """Nouns that name no attribute, and how far (characters) what they stand for may be told."""

    words: list[str]
    reach: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The table `measures`."""

    measures: list[Concept]
    trends: dict[str, list[str]]
    edging: dict[str, list[str]]
    populations: dict[str, list[str]]
    differences: dict[str, str]
    telling: dict[str, list[str]]
    naming: dict[str, list[str]]
    gathering: dict[str, list[str]]
    persons: dict[str, list[str]]
    land: dict[str, list[str]]
    standing: dict[str, list[str]]
    bounding: dict[str, list[str]]
    remains: dict[str, list[str]]
    earlier: dict[str, list[str]]
    able: dict[str, list[str]]
    bare: Bare


def words() -> Words:
    """The table of measures."""
    return table("measures", Words)


@cache
def index(column: str) -> dict[str, Concept]:
    """Each word of one column of the table with its concept."""
    return {word: one for one in words().measures for word in getattr(one, column)}


@cache
def leads_away(name: str | None) -> bool:
    """Whether the concept of that name takes the counted elsewhere."""
    return any(one.name == name and one.away for one in words().measures)


@cache
def names() -> frozenset[str]:
    """The names of all concepts."""
    return frozenset(one.name for one in words().measures)


def counts_itself(noun: Token) -> Concept | None:
    """The concept that a noun counts ("58 deaths": of people killed)."""
    return index("nouns").get(noun.lemma_.lower())


def is_life(noun: Token) -> bool:
    """Whether the noun counts lives, each of them a person's."""
    return noun.lemma_.lower() in ("life", "live")


def is_body(noun: Token) -> bool:
    """Whether the noun may mean what is left of somebody; a body may also be an assembly."""
    return noun.lemma_.lower() in words().remains["words"]


def is_fate(word: Token) -> bool:
    """Whether a word stands for people by what befell them: "the dead", "the victims"."""
    return word.lower_ in index("adjectives") or word.lower_ in ("victims", "casualties")


def is_land(noun: Token | None) -> bool:
    """Whether the noun means land that can be held."""
    return noun is not None and noun.lemma_.lower() in words().land["words"]


def is_silent(verb: Token) -> bool:
    """Whether the verb only tells, names, gives or holds, so that nothing befell its object."""
    known = words()
    return verb.lemma_.lower() in ("have", *known.telling["words"], *known.naming["words"])


def acts(verb: Token) -> bool:
    """Whether the verb is one of those whose object something befalls."""
    return verb.lemma_.lower() in index("object")


def near(token: Token) -> Tokens:
    """A token with what hangs on it, at most twenty tokens of it."""
    start = token.left_edge.i
    return token.doc[start : min(token.right_edge.i + 1, start + 20)]
