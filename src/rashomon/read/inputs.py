"""Inputs to reports: what a call names is read, and what cannot be read is told."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from rashomon.errors import UnreadableInput, WrongCall
from rashomon.problem import Problem
from rashomon.read.blocks import blocks_of
from rashomon.read.dates import YEARS, publication
from rashomon.read.document import Row, Source, outlet_at
from rashomon.read.keep import Keep
from rashomon.read.kinds import read_from
from rashomon.read.languages import language_of
from rashomon.read.rows import check_columns, read_lines
from rashomon.read.sources import opened, sources_of
from rashomon.report import Report
from rashomon.words.languages import is_english

if TYPE_CHECKING:
    from rashomon.read.links import Links


def read_paths(
    paths: Sequence[str],
    *,
    published: str | None = None,
    columns: Sequence[tuple[str, str]] = (),
    analysed: Callable[[str], bool] = is_english,
    stdin: BinaryIO | None = None,
    links: "Callable[[], Links] | None" = None,
    keep: Keep | None = None,
) -> tuple[list[Report], list[Problem]]:
    """All reports that `paths` name, in that order, and a problem for each thing not used.

    A PATH is a file, a folder (read recursively), `@LIST` (one PATH a line) or `-` for JSON
    Lines on `stdin`; an address is read through the `links` that are made where there
    is one. `keep` keeps the raw bytes of each
    document. `published` (ISO 8601) dates the reports that carry no date of their own;
    `columns` are fields with the names that rows have for them; `analysed` tells whether reports
    in a language will be. Raises WrongCall where `published` is no date or a column is for no
    field; input that cannot be read never raises.
    """
    given = _given(published)
    check_columns(columns)
    reports: dict[str, Report] = {}
    problems: list[Problem] = []
    sources = sources_of(paths)
    made = _expecting(links, sources)
    for source in sources:
        if isinstance(source, Problem):
            problems.append(source)
            continue
        source = replace(source, columns=tuple(columns), keep=keep.put if keep else None)
        for item in _read(source, stdin or sys.stdin.buffer, made):
            if isinstance(item, Problem):
                problems.append(item)
                continue
            id = item.report.id
            if id in reports:
                problems.append(_again(item, source))
                continue
            reports[id] = _finished(item.report, given)
            if foreign := _foreign(reports[id], analysed):
                problems.append(source.problem("not_english", item.where + foreign, id))
    return list(reports.values()), problems


def _expecting(
    links: "Callable[[], Links] | None", sources: Sequence[Source | Problem]
) -> "Links | None":
    """Links that fetch what is named; none where no address is, or none is to be fetched."""
    if links is None or not any(isinstance(each, Source) and each.known.url for each in sources):
        return None
    made = links()
    made.expect(sources)
    return made


def _again(row: Row, source: Source) -> Problem:
    """What is told of a second report of one id."""
    id = row.report.id
    detail = f"A report with the id {id!r:.200} was read before; this one is left out."
    return source.problem("duplicate_id", row.where + detail, id)


def _given(published: str | None) -> tuple[str, str] | None:
    read = publication(published) if published else None
    if published and read is None:
        raise WrongCall(
            f"{published!r} is no date of the years {YEARS[0]} to {YEARS[-1]}: "
            "give the publication date as YYYY-MM-DD."
        )
    return read


def _read(source: Source, stdin: BinaryIO, links: "Links | None") -> Iterator[Row | Problem]:
    if source.known.url:
        yield from links.read(source) if links else _unfetched(source)
        return
    if source.file is None:
        yield from read_lines(stdin, source)
        return
    try:
        handle = opened(source.file)
    except UnreadableInput as error:
        yield source.problem(error.kind, error.detail)
        return
    with handle:
        yield from read_from(handle, source)


def _unfetched(source: Source) -> Iterator[Row | Problem]:
    detail = "An address: it would be fetched, and what it holds be read."
    yield source.problem("not_fetched", detail, source.id)


def _finished(report: Report, given: tuple[str, str] | None) -> Report:
    """The report with layout, title, outlet, language and date where it came without."""
    if not report.blocks:
        report = replace(report, blocks=blocks_of(report.text))
    if report.title is None and report.blocks[0].kind == "heading":
        heading = report.text[report.blocks[0].start : report.blocks[0].end]
        report = replace(report, title=" ".join(heading.split()))
    if report.outlet is None:
        report = replace(report, outlet=outlet_at(report.url))
    if report.language is None:
        report = replace(report, language=language_of(report.text))
    if report.published is None and given:
        day, precision = given
        report = replace(
            report, published=day, published_precision=precision, published_basis="given"
        )
    return report


def _foreign(report: Report, analysed: Callable[[str], bool]) -> str | None:
    """What is told of a report in a language that is not analysed."""
    if report.language and not analysed(report.language):
        return f"It is in {report.language!r}: listed, but not analysed."
    return None
