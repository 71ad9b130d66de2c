"""The word tables by which a text tells that a name is a place: data/places.toml and peoples."""

from dataclasses import dataclass
from functools import cache

from rashomon.find.places import geography
from rashomon.where import name_key
from rashomon.words.tables import table


@dataclass(frozen=True)
class Back:
    """Nouns that point back, with the kinds they point to, and words that name another place."""

    nouns: dict[str, tuple[str, ...]]
    new: frozenset[str]


@dataclass(frozen=True)
class Words:
    """A plain list of words."""

    words: frozenset[str]


@dataclass(frozen=True)
class Inside:
    """Lower-case words within names: anywhere, after another, between hyphens, and as a start."""

    words: frozenset[str]
    second: frozenset[str]
    hyphened: frozenset[str]
    articles: frozenset[str]


@dataclass(frozen=True)
class Facilities:
    """Heads of facilities: always one, bodies as often, and common nouns behind a town's name."""

    always: frozenset[str]
    among: frozenset[str]
    common: frozenset[str]


@dataclass(frozen=True)
class Offices:
    """Heads before "of" that leave the name after it a place."""

    heads: frozenset[str]


@dataclass(frozen=True)
class Cues:
    """Prepositions of place and looser ones, adjectives with a hyphen, and verbs."""

    prepositions: frozenset[str]
    within: frozenset[str]
    joints: frozenset[str]
    loose: frozenset[str]
    hyphened: frozenset[str]
    parties: frozenset[str]
    verbs: frozenset[str]
    motion: frozenset[str]


@dataclass(frozen=True)
class Ordinary:
    """English words that are names of towns."""

    names: frozenset[str]


@dataclass(frozen=True)
class Weights:
    """How much each sign counts; the comments in the table say why."""

    enough: float
    labelled_place: float
    labelled_other: float
    labelled_body: float
    preposition: float
    joined: float
    container: float
    dateline: float
    area_noun: float
    country: float
    division: float
    feature: float
    million: float
    hundred_thousand: float
    five_thousand: float
    person: float
    ordinary: float
    first_word: float
    seen: float
    unknown: float
    loose: float
    modifier: float
    verb: float


@dataclass(frozen=True)
class Choice:
    """How one of several places of one name is chosen; the comments in the table say why."""

    country: float
    city: float
    admin1: float
    admin2: float
    other: float
    rank: float
    same_country: float
    same_division: float
    near: float
    people: float
    about: float
    most: float
    sharp: float
    margin: float


@dataclass(frozen=True)
class Signs:
    """All groups of data/places.toml."""

    areas: dict[str, tuple[str, ...]]
    back: Back
    features: dict[str, str]
    roads: Words
    facilities: Facilities
    offices: Offices
    before: Words
    inside: Inside
    cues: Cues
    ordinary: Ordinary
    weights: Weights
    choice: Choice


def signs() -> Signs:
    """The table."""
    return table("places", Signs)


@cache
def peoples() -> dict[str, str]:
    """Country codes by the key of a people's name or adjective: syrian, syrians -> SY."""
    by_country = geography.countries().people.items()
    return {name_key(word): code for code, words in by_country for word in words}


@cache
def postal() -> dict[str, str]:
    """GeoNames codes by two-letter abbreviations, which count only after a comma: IL -> US.IL."""
    by_code = geography.countries().divisions.items()
    return {
        short: code
        for code, shorts in by_code
        for short in shorts
        if len(short) == 2 and short.isupper()
    }


@cache
def abbreviations() -> frozenset[str]:
    """Short names of countries and divisions as newsrooms print them: US, Ky., Mass., B.C., BC."""
    tables = geography.countries()
    forms = {name for names in tables.names.values() for name in names}
    forms |= {name for names in tables.divisions.values() for name in names} - postal().keys()
    # Initials are printed without points as well: U.K. and UK, but never "Mass" for "Mass."
    return frozenset(forms | {form.replace(".", "") for form in forms if form.count(".") > 1})


@cache
def pointed() -> frozenset[str]:
    """The keys of abbreviations with a point, which are words without it: Mass., Miss., Wash."""
    divisions = geography.countries().divisions.values()
    return frozenset(name_key(name) for names in divisions for name in names if "." in name)
