"""What reading passes on: a source, what is known of it, rows, and documents inside others."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from rashomon.problem import Problem
from rashomon.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a document before it is read: by a server, a feed, a mail, an archive.

    `published` is an ISO 8601 date with its precision; `charset` how its bytes are encoded.
    """

    url: str | None = None
    archived_url: str | None = None
    retrieved: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: tuple[str, str] | None = None
    updated: str | None = None
    language: str | None = None
    charset: str | None = None

    def told_of(self, report: Report) -> Report:
        """The report with what is known; only its own address goes before the one known."""
        day, precision = self.published or (report.published, report.published_precision)
        return replace(
            report,
            url=report.url or self.url,
            archived_url=self.archived_url or report.archived_url,
            retrieved=self.retrieved or report.retrieved,
            title=self.title or report.title,
            outlet=self.outlet or report.outlet,
            author=self.author or report.author,
            published=day,
            published_precision=precision,
            published_basis="metadata" if self.published else report.published_basis,
            updated=self.updated or report.updated,
            language=report.language or self.language,
        )


def outlet_at(url: str | None) -> str | None:
    """The outlet at an address that no page names otherwise: its host."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from: `shown` is its path or address, `id` that of its report.

    `file` is None for what is no file: standard input, an address, a document inside another.
    `given` is the PATH itself where that is the file; problems are told under it. `name` is
    the file name that a document inside another has of its own. `keep` is given the raw bytes
    of each document that is read.
    """

    file: Path | None
    shown: str
    id: str
    given: str | None = None
    known: Known = field(default_factory=Known)
    name: str | None = None
    keep: Callable[[bytes], object] | None = None
    columns: tuple[tuple[str, str], ...] = ()

    @property
    def ending(self) -> str:
        """The ending of its name in lower case, with the dot; an address's without its query."""
        name = self.shown if self.name is None else self.name
        name = name.split("?")[0].split("#")[0] if "://" in name else name
        return os.path.splitext(name)[1].lower()

    def problem(self, kind: str, detail: str, report: str | None = None) -> Problem:
        """A problem with this source, under the path by which whoever named it finds it."""
        return Problem(kind=kind, detail=detail, path=self.given or self.shown, report=report)

    def holding(self, mark: str, known: Known, name: str = "") -> "Source":
        """The source of a document inside this one: the same path, `mark` added to its id."""
        return replace(self, file=None, id=f"{self.id}{mark}", known=known, name=name)


@dataclass(frozen=True, slots=True)
class Row:
    """A report, and where it stands in its file ("Line 3: "), for its problems."""

    report: Report
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document inside another, or from the network: its bytes and what they are said to be.

    `where` tells where it stands in what holds it ("Record 3: ").
    """

    data: bytes
    source: Source
    media_type: str | None = None
    where: str = ""


#: What a reader gives: reports, problems, and documents that the door reads in their turn.
Item = Row | Report | Problem | Document
