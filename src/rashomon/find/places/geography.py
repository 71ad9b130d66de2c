"""The hand tables of the world: middles of areas, names of countries, seas, rivers and regions."""

from dataclasses import dataclass

from rashomon.words.tables import table

Point = tuple[float, float]


@dataclass(frozen=True)
class Centres:
    """Middles of areas, latitude and longitude, by code: data/centres.toml."""

    countries: dict[str, Point]
    provinces: dict[str, Point]
    counties: dict[str, Point]


@dataclass(frozen=True)
class Countries:
    """Newsroom names, peoples and abbreviated divisions by code: data/countries.toml."""

    names: dict[str, tuple[str, ...]]
    people: dict[str, tuple[str, ...]]
    divisions: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Feature:
    """One region, river or sea."""

    names: tuple[str, ...]
    country: str | None = None
    at: Point | None = None


@dataclass(frozen=True)
class Features:
    """Features of one kind and precision."""

    kind: str
    precision: int
    places: tuple[Feature, ...]


@dataclass(frozen=True)
class Geography:
    """What no list of cities and states holds: data/geography.toml."""

    features: tuple[Features, ...]


#: The tables, by file name: a gazetteer compiled from others is another gazetteer.
TABLES = ("centres", "countries", "geography")


def centres() -> Centres:
    """The middles of countries, provinces and counties."""
    return table("centres", Centres)


def countries() -> Countries:
    """What newsrooms call countries, peoples and divisions."""
    return table("countries", Countries)


def geography() -> Geography:
    """Regions, rivers, seas and the like."""
    return table("geography", Geography)
