"""Answers: a figure with all that is needed to compare it, looked up once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.account import Origin
from rashomon.figure import Figure
from rashomon.notes import Notes
from rashomon.report import Report
from rashomon.weigh.origins import Sources
from rashomon.when import Period
from rashomon.where import Place


@dataclass(frozen=True, slots=True)
class Answer:
    """One figure of one report with its place, its period and the origin behind it.

    `where` is the place in words; it names both places of "in Syria and Iraq", of which neither
    alone is the place of the figure.
    """

    figure: Figure
    report: Report
    place: Place | None
    where: str | None
    period: Period | None
    origin: Origin


def answers_of(notes: Sequence[Notes], sources: Sources) -> Iterator[Answer]:
    """The figures of all reports as answers, report by report, in reading order."""
    for note in notes:
        places = {place.id: place for place in note.places}
        periods = {period.id: period for period in note.times}
        for figure in note.figures:
            place = places.get(figure.place) if figure.place else None
            yield Answer(
                figure=figure,
                report=note.report,
                place=place,
                where=_in_words(place, note) if place is not None else None,
                period=periods.get(figure.period) if figure.period else None,
                origin=sources.behind(figure.span, figure.statement),
            )


def _in_words(place: Place, note: Notes) -> str:
    """The name of a place, with that of one joined to it by "and"."""
    text = note.report.text
    for other in note.places:
        first, second = sorted((place, other), key=lambda each: each.span)
        between = text[first.span.end : second.span.start]
        if first.span.end < second.span.start and between.strip() in ("and", "and the", ", and"):
            return f"{first.name} and {second.name}"
    return place.name
