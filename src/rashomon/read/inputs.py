"""Inputs to reports: what a call names is read, and what cannot be read is told."""

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from rashomon.errors import UnreadableInput, WrongCall
from rashomon.problem import Problem
from rashomon.read.blocks import blocks_of
from rashomon.read.dates import YEARS, publication
from rashomon.read.languages import is_english, language_of
from rashomon.read.pages import read_page
from rashomon.read.rows import Row, read_csv, read_json, read_lines
from rashomon.read.sources import Source, check, read_bytes, sources_of
from rashomon.read.texts import decode
from rashomon.report import Report

#: Endings that a later version will read.
_NOT_YET = (
    ".atom",
    ".docx",
    ".eml",
    ".gz",
    ".mht",
    ".mhtml",
    ".pdf",
    ".rss",
    ".warc",
    ".xml",
    ".zip",
)


def read_paths(
    paths: Sequence[str], *, published: str | None = None, stdin: BinaryIO | None = None
) -> tuple[list[Report], list[Problem]]:
    """All reports that `paths` name, in that order, and a problem for each thing not used.

    A PATH is a file, a folder (read recursively), `@LIST` (one PATH a line) or `-` for JSON
    Lines on `stdin`. `published` (ISO 8601) dates the reports that carry no date of their own.
    Raises WrongCall where `published` is no date; input that cannot be read never raises.
    """
    given = _given(published)
    reports: dict[str, Report] = {}
    problems: list[Problem] = []
    for source in sources_of(paths):
        if isinstance(source, Problem):
            problems.append(source)
            continue
        for item in _read(source, stdin or sys.stdin.buffer):
            if isinstance(item, Problem):
                problems.append(item)
                continue
            id = item.report.id
            if id in reports:
                detail = f"A report with the id {id!r} was read before; this one is left out."
                problems.append(source.problem("duplicate_id", item.where + detail, id))
                continue
            reports[id] = _finished(item.report, given)
            if foreign := _foreign(reports[id]):
                problems.append(source.problem("not_english", item.where + foreign, id))
    return list(reports.values()), problems


def read_text(data: bytes, source: Source) -> Iterator[Report | Problem]:
    """A plain text file as a report. Raises UnreadableInput where it is not text."""
    text, guess = decode(data)
    if guess:
        yield source.problem("encoding_guessed", guess, source.id)
    yield Report(
        id=source.id,
        path=source.shown,
        text=text,
        media_type="text/plain",
        raw_sha256=hashlib.sha256(data).hexdigest(),
    )


_READERS: dict[str, Callable[[bytes, Source], Iterator[Row | Report | Problem]]] = {
    ".txt": read_text,
    ".json": read_json,
    ".csv": read_csv,
    ".html": read_page,
    ".htm": read_page,
}


def _given(published: str | None) -> tuple[str, str] | None:
    read = publication(published) if published else None
    if published and read is None:
        raise WrongCall(
            f"{published!r} is no date of the years {YEARS[0]} to {YEARS[-1]}: "
            "give the publication date as YYYY-MM-DD."
        )
    return read


def _read(source: Source, stdin: BinaryIO) -> Iterator[Row | Problem]:
    try:
        for item in _by_kind(source, stdin):
            yield Row(item, "") if isinstance(item, Report) else item
    except UnreadableInput as error:
        yield source.problem(error.kind, error.detail)
    except OSError as error:
        yield source.problem("unreadable", f"It cannot be read: {error.strerror}.")


def _by_kind(source: Source, stdin: BinaryIO) -> Iterator[Row | Report | Problem]:
    if source.file is None:
        yield from read_lines(stdin, source)
    elif source.ending in (".jsonl", ".ndjson"):
        check(source.file)
        with source.file.open("rb") as handle:
            yield from read_lines(handle, source)
    elif source.ending in _READERS:
        yield from _READERS[source.ending](read_bytes(source.file), source)
    else:
        when = "yet" if source.ending in _NOT_YET else "at all"
        known = ", ".join((*_READERS, ".jsonl"))
        raise UnreadableInput(
            "kind_not_supported",
            f"Files of the kind {source.ending or 'without ending'} cannot be read {when}; "
            f"those that can are {known}.",
        )


def _finished(report: Report, given: tuple[str, str] | None) -> Report:
    """The report with layout, title, language and date where it came without."""
    if not report.blocks:
        report = replace(report, blocks=blocks_of(report.text))
    if report.title is None and report.blocks[0].kind == "heading":
        heading = report.text[report.blocks[0].start : report.blocks[0].end]
        report = replace(report, title=" ".join(heading.split()))
    if report.language is None:
        report = replace(report, language=language_of(report.text))
    if report.published is None and given:
        day, precision = given
        report = replace(
            report, published=day, published_precision=precision, published_basis="given"
        )
    return report


def _foreign(report: Report) -> str | None:
    """What is told of a report that is not in English."""
    if report.language and not is_english(report.language):
        return f"It is in {report.language!r}; only English is read well."
    return None
