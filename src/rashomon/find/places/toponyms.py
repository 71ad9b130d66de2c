"""What a place name can stand for: candidates from the compiled gazetteer, by the name's key."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import DamagedPart
from rashomon.where import name_key

#: The tables of a compiled gazetteer. `rank` is 0 for a main or newsroom name, 1 for an alternate
#: name, 2 for an Arabic name without its article. `people` counts inhabitants.
TABLES = """
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, country TEXT, admin1 TEXT,
    lat REAL, lon REAL, geonames INTEGER, people INTEGER, precision INTEGER);
CREATE TABLE names (key TEXT, place INTEGER, rank INTEGER);
CREATE TABLE made (bytes INTEGER);
"""
INDEX = "CREATE INDEX by_key ON names (key, rank, place)"

#: At most this many candidates a name: the larger places come first, and no text tells which of
#: fifty villages it means.
MOST = 40
#: SQLite takes at least this many parameters a query in every build.
_BATCH = 900
#: Letters that transcriptions add, drop, double or exchange.
_LOOSE = "aeiouyhw"
_EXCHANGED = {"k": "qc", "q": "kg", "c": "k", "s": "z", "z": "s", "g": "jq", "j": "g", "d": "t"}
#: Shorter names have too many neighbours for a letter to be bent.
_SHORTEST_TO_BEND = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One place that a name can stand for; the fields are those of `where.Place`.

    `people` is the number of inhabitants (for a division: of its cities), `rank` how the name
    fits: 0 main name, 1 alternate name, 2 without its Arabic article, 3 one letter off.
    """

    id: int
    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonames: int | None
    people: int
    precision: int
    rank: int


def bent(key: str) -> tuple[str, ...]:
    """The keys that differ from `key` by one letter of transcription, in order of the alphabet.

    A vowel, h, w or y exchanged, added or dropped; a letter doubled or single; k for q and the
    like. A free choice of letter would make every village the neighbour of another.
    """
    if len(key) < _SHORTEST_TO_BEND:
        return ()
    found: set[str] = set()
    for at, letter in enumerate(key):
        before, after = key[:at], key[at + 1 :]
        if letter in _LOOSE:
            found.update(before + other + after for other in _LOOSE)
        if letter in _LOOSE or (after and letter == after[0]):
            found.add(before + after)
        found.update(before + other + after for other in _EXCHANGED.get(letter, ""))
        if at:  # the first letter is the one that spellings agree on
            found.update(before + other + letter + after for other in _LOOSE + letter)
    return tuple(sorted(found - {key}))


#: So many keys of at most so many letters are remembered, most of them of no place: some 20 MB.
_REMEMBERED, _LONGEST_KEPT = 20_000, 40

#: Bytes of the file that the system may map into memory and share among processes.
_MAPPED = 1 << 28


class Gazetteer:
    """A compiled gazetteer, opened to read: many processes may hold the same file."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises DamagedPart where it is no whole gazetteer."""
        self.path = path
        self._known: dict[str, tuple[Candidate, ...]] = {}
        try:
            self._rows = sqlite3.connect(
                f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise self._damaged() from error
        try:
            self._rows.execute(f"PRAGMA mmap_size = {_MAPPED}")
            (size,) = self._rows.execute("SELECT bytes FROM made").fetchone()
        except (sqlite3.Error, TypeError) as error:
            self.close()
            raise self._damaged() from error
        if size != path.stat().st_size:
            self.close()
            raise self._damaged()

    def _damaged(self) -> DamagedPart:
        return DamagedPart(
            f"The compiled gazetteer is damaged: {self.path}. Delete it and run again."
        )

    def close(self) -> None:
        """Close the file."""
        self._rows.close()

    def look_up(self, name: str) -> tuple[Candidate, ...]:
        """What `name` can stand for, the best fit and the largest first."""
        key = name_key(name)
        return self.look_up_keys([key]).get(key, ())

    def look_up_keys(self, keys: Iterable[str]) -> dict[str, tuple[Candidate, ...]]:
        """What each key can stand for; a key of no place is left out. One query for 900 keys."""
        wanted = sorted({key for key in keys if key})
        told = {key: self._known[key] for key in wanted if key in self._known}
        unknown = [key for key in wanted if key not in told]
        found: dict[str, dict[int, Candidate]] = {key: {} for key in unknown}
        for start in range(0, len(unknown), _BATCH):
            for key, candidate in self._candidates(unknown[start : start + _BATCH]):
                found[key].setdefault(candidate.id, candidate)
        for key, by_id in found.items():
            ranked = sorted(by_id.values(), key=lambda c: (-c.people, c.rank, c.id))
            told[key] = tuple(ranked[:MOST])
        self._remember({key: told[key] for key in unknown})
        return {key: told[key] for key in wanted if told[key]}

    def _remember(self, looked_up: dict[str, tuple[Candidate, ...]]) -> None:
        """Keep short keys for the next report: the same places are named again and again."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        self._known.update(
            (key, found) for key, found in looked_up.items() if len(key) <= _LONGEST_KEPT
        )

    def look_up_bent(self, name: str) -> tuple[Candidate, ...]:
        """What `name` can stand for with one letter of its transcription bent."""
        found: dict[int, Candidate] = {}
        for candidates in self.look_up_keys(bent(name_key(name))).values():
            for candidate in candidates:
                found.setdefault(candidate.id, candidate)
        return tuple(sorted(found.values(), key=lambda c: (-c.people, c.rank, c.id))[:MOST])

    def _candidates(self, keys: list[str]) -> list[tuple[str, Candidate]]:
        marks = ",".join("?" * len(keys))
        query = (
            "SELECT key, rank, id, name, kind, country, admin1, lat, lon, geonames, people,"
            f" precision FROM names JOIN places ON id = place WHERE key IN ({marks})"
            " ORDER BY key, rank, id"
        )
        try:
            rows = self._rows.execute(query, keys).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damaged() from error
        columns = ("id", "name", "kind", "country", "admin1", "lat", "lon", "geonames", "people")
        return [
            (
                row[0],
                Candidate(
                    **dict(zip(columns, row[2:-1], strict=True)), precision=row[-1], rank=row[1]
                ),
            )
            for row in rows
        ]
