"""Small reports with one figure or statement each, for tests of weighing."""

from dataclasses import replace
from typing import Any

from rashomon.claim import Claim, Contest
from rashomon.figure import Figure
from rashomon.notes import Notes
from rashomon.report import Report, Span
from rashomon.statement import Speaker, Statement
from rashomon.when import Period
from rashomon.where import Place

QUALIFIED = {
    "exact": lambda value: (value, value, value),
    "about": lambda value: (value, None, None),
    "at_least": lambda value: (value, value, None),
    "more_than": lambda value: (value, value, None),
    "at_most": lambda value: (value, None, value),
}


def span_of(report: Report, words: str) -> Span:
    """The span of `words` in a report; they occur once."""
    start = report.text.index(words)
    return report.span(start, start + len(words))


def report_of(id: str, text: str, outlet: str | None = None, day: str = "2031-03-04") -> Report:
    """A report of one day."""
    return Report(
        id=id,
        text=text,
        outlet=outlet or f"The {id} Post",
        published=day,
        published_precision="day",
        published_basis="given",
    )


def figure_of(report: Report, words: str, value: float, **given: Any) -> Figure:
    """A count whose words stand in the report."""
    span = span_of(report, words)
    qualifier = given.pop("qualifier", "exact")
    _, low, high = QUALIFIED[qualifier](value)
    figure = Figure(
        id=f"f-{report.id}-{span.start}",
        span=span,
        number=span,
        printed=words,
        value=value,
        low=low,
        high=high,
        qualifier=qualifier,
        counted="people",
        head="people",
        action="kill",
        measure="people killed",
    )
    return replace(figure, **given)


def statement_of(report: Report, words: str, name: str, **given: Any) -> Statement:
    """A statement by a named speaker."""
    span = span_of(report, words)
    speaker = Speaker(name=name, named=given.pop("named", True), for_=given.pop("for_", None))
    statement = Statement(
        id=f"s-{report.id}-{span.start}",
        span=span,
        content=(span,),
        cue=None,
        directness="indirect",
        speaker=speaker,
    )
    return replace(statement, **given)


def claim_of(report: Report, words: str, statement: Statement | None = None, **given: Any) -> Claim:
    """A claim of control over the place called p-REPORT."""
    span = span_of(report, words)
    claim = Claim(
        id=f"c-{report.id}-{span.start}",
        span=span,
        topic="control",
        subject="Kalmara",
        answer="done",
        place=f"p-{report.id}",
        statement=statement.id if statement else None,
    )
    return replace(claim, **given)


def place_of(report: Report, words: str, **given: Any) -> Place:
    """A resolved town whose name stands in the report."""
    place = Place(
        id=f"p-{report.id}",
        span=span_of(report, words),
        name=words,
        kind="city",
        country="SE",
        lat=56.66,
        lon=16.36,
        geonames=2702261,
        precision=1,
    )
    return replace(place, **given)


def period_of(report: Report, words: str, first: str, last: str) -> Period:
    """A stretch of days whose words stand in the report."""
    return Period(
        id=f"t-{report.id}",
        span=span_of(report, words),
        type="DATE",
        value=first,
        from_=first,
        to=last,
        precision="day" if first == last else "rolling",
    )


def notes_of(report: Report, **found: Any) -> Notes:
    """The notes of a report."""
    return Notes(report=report, **{kind: tuple(things) for kind, things in found.items()})


def contest_of(report: Report, words: str, by: Statement) -> Contest:
    """A contest of a claim by another statement."""
    return Contest(span=span_of(report, words), by=by.id)
