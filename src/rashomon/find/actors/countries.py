"""Countries as speakers: their adjectives, and the capitals that stand for their governments."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.find.places.geography import countries
from rashomon.words.names import canonical_body, fold
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its name, the adjective of its people, and the capitals that stand for it."""

    name: str
    people: str | None = None
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Governments:
    """data/governments.toml."""

    country: dict[str, Country]


@cache
def _by_form() -> dict[str, Country]:
    """Countries by their folded names, short forms included."""
    own = table("governments", Governments).country
    forms = {fold(one.name): one for one in own.values()}
    for code, names in countries().names.items():
        if code in own:
            forms |= {fold(name): own[code] for name in names}
    return forms


@cache
def _by_capital() -> dict[str, tuple[Country, re.Pattern[str]]]:
    """Countries by their folded capitals, each with a pattern of its names in a text."""
    forms: dict[str, list[str]] = {}
    for form, country in _by_form().items():
        forms.setdefault(country.name, []).append(form)
    return {
        fold(capital): (one, _pattern([one.name, *forms[one.name], one.people or one.name]))
        for one in table("governments", Governments).country.values()
        for capital in one.capitals
    }


def _pattern(names: list[str]) -> re.Pattern[str]:
    words = "|".join(sorted({re.escape(name) for name in names}, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _peoples() -> frozenset[str]:
    return frozenset(fold(one.people) for one in _by_form().values() if one.people)


def is_people(word: str) -> bool:
    """Whether a word only says from which country somebody is: "American", "Norwegian"."""
    return fold(word) in _peoples()


def adjective_of(name: str) -> str | None:
    """The adjective of a country's bodies: "South Korean" of "South Korea"; None of other names."""
    country = _by_form().get(fold(name))
    return country.people if country is not None else None


def country_of(capital: str, text: str) -> str | None:
    """The country for whose government a capital stands in `text`, under its usual name.

    None where the text does not name the country, or where it tells of the city's own bodies.
    """
    found = _by_capital().get(fold(capital))
    if found is None or found[1].search(text) is None:
        return None
    city = re.escape(capital)
    bodies = rf"\b{city}(?:'s|’s)? (?:city|council|mayor|police|fire)\b|\b[Mm]ayor of {city}\b"
    if re.search(bodies, text, re.IGNORECASE):
        return None
    return canonical_body(found[0].name)
