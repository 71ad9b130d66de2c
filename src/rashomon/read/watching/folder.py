"""The folder of a watch: what was found, what was visited and when, and the raw bytes.

DIR/reports.jsonl        a report a line, each version of a page one: `rashomon account DIR`
DIR/.watch/visits.jsonl  a visit to a page a line
DIR/.watch/keep/         the raw bytes and records of all that was fetched
DIR/.watch/lock          held by the one process that writes
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from rashomon.errors import WrongCall
from rashomon.read.keep import Keep
from rashomon.read.watching.journal import Journal
from rashomon.report import Report, content_id

#: The fields of a report that a row holds: what cannot be told from its text alone.
_FIELDS = (
    "id",
    "url",
    "archived_url",
    "title",
    "outlet",
    "author",
    "language",
    "published",
    "updated",
    "retrieved",
    "media_type",
    "raw_sha256",
    "text",
    "blocks",
)

#: Where there are so many times as many visits as pages, the last of each page are enough.
_MANY = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A visit to a page: when, in seconds since 1970, under which mark of its feed's entry.

    `calm` is how many visits in a row brought nothing new, `came` what came: new, changed,
    unchanged or problems; `sha256` is that of the bytes that were read last.
    """

    address: str
    at: float
    mark: str
    calm: int
    came: str
    sha256: str | None


class Folder:
    """All versions of all pages, and the last visit to each; open one with `open_folder`."""

    def __init__(self, folder: Path) -> None:
        self.keep = Keep(folder / ".watch" / "keep")
        self._reports = Journal(folder / "reports.jsonl")
        self._visits = Journal(folder / ".watch" / "visits.jsonl")
        self._texts: defaultdict[str, set[str]] = defaultdict(set)
        self._last: dict[str, Visit] = {}
        for row in self._reports.rows():
            if isinstance(row.get("url"), str) and isinstance(row.get("text"), str):
                self._texts[str(row["url"])].add(_digest(str(row["text"])))
        visits = [visit for visit in map(_visit, self._visits.rows()) if visit]
        self._last.update((visit.address, visit) for visit in visits)
        if len(visits) > _MANY * (1 + len(self._last)):
            self._visits.replace(map(_visit_row, self._last.values()))

    def last(self, address: str) -> Visit | None:
        """The last visit to a page."""
        return self._last.get(address)

    def visited(self, visit: Visit) -> None:
        """Write a visit down, after all that came of it."""
        self._visits.add(_visit_row(visit))
        self._last[visit.address] = visit

    def add(self, report: Report) -> str:
        """Write a report down as a version of its page: new, changed, or unchanged and not again.

        A text that the page has shown before is no new version, so that a page served in turns in
        two shapes is two versions and not thousands.
        """
        url = report.url or report.id
        texts, digest = self._texts[url], _digest(report.text)
        if digest in texts:
            return "unchanged"
        version = len(texts) + 1
        name = content_id(f"{report.id}.", url)
        report = replace(report, id=name if version == 1 else f"{name}.{version}", url=url)
        if version > 1 and report.updated is None:
            report = replace(report, updated=report.retrieved)
        row = {field: getattr(report, field) for field in _FIELDS if getattr(report, field)}
        self._reports.add(row)
        texts.add(digest)
        return "new" if version == 1 else "changed"


@contextmanager
def open_folder(folder: Path) -> Iterator[Folder]:
    """The folder, for one process at a time. Raises WrongCall where another holds it."""
    try:
        (folder / ".watch").mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".watch" / "lock", timeout=0).acquire()
    except Timeout as held:
        raise WrongCall(f"Another process watches into {folder}; one is enough.") from held
    except OSError as refused:
        raise WrongCall(f"Cannot watch into {folder}: {refused.strerror}.") from refused
    with lock:
        yield Folder(folder)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _visit_row(visit: Visit) -> dict[str, object]:
    return {name: getattr(visit, name) for name in Visit.__slots__}


def _visit(row: dict[str, object]) -> Visit | None:
    match row:
        case {
            "address": str(address),
            "at": float(at) | int(at),
            "mark": str(mark),
            "calm": int(calm),
            "came": str(came),
            "sha256": (str() | None) as sha256,
        }:
            return Visit(address=address, at=at, mark=mark, calm=calm, came=came, sha256=sha256)
    return None
