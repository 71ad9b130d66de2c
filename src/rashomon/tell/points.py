"""Points: the places of an account that lie on the map, each once, with what is said of them."""

from collections import defaultdict
from dataclasses import dataclass

from rashomon.account import Account
from rashomon.claim import Claim
from rashomon.figure import Figure
from rashomon.where import Place, name_key
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Radius:
    """How far around its point a place of one precision may lie."""

    precision: int
    metres: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RadiusTable:
    """The table of radii by precision."""

    radii: list[Radius]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place with its point, its mentions, and the figures and claims that the reports tie to it.

    `radius` is in metres; None where the precision has no common size.
    """

    place: Place
    lat: float
    lon: float
    radius: int | None
    mentions: tuple[Place, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]


def points(account: Account) -> tuple[Point, ...]:
    """The resolved places in the order of their first mention; an unresolved one is no point."""
    mentions: defaultdict[tuple[object, ...], list[Place]] = defaultdict(list)
    for place in account.places:
        if place.lat is not None and place.lon is not None:
            one = place.geonames or name_key(place.name)
            mentions[one, place.lat, place.lon, place.precision].append(place)
    return tuple(_point(account, same) for same in mentions.values())


def _point(account: Account, mentions: list[Place]) -> Point:
    # A dateline in capitals is no name to show where another mention has one.
    first = next((each for each in mentions if not each.name.isupper()), mentions[0])
    ids = {each.id for each in mentions}
    radii = {each.precision: each.metres for each in table("precision", RadiusTable).radii}
    return Point(
        place=first,
        lat=first.lat or 0.0,
        lon=first.lon or 0.0,
        radius=radii.get(first.precision or 0),
        mentions=tuple(mentions),
        figures=tuple(each for each in account.figures if each.place in ids),
        claims=tuple(each for each in account.claims if each.place in ids),
    )
