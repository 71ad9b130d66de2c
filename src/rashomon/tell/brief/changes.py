"""Changes: what later reports answer otherwise than those that a reader knows already."""

from collections.abc import Collection, Iterator, Sequence

from rashomon.account import Account, Position, Question
from rashomon.report import Report, Span
from rashomon.tell.brief.counts import Given, answers_given, is_counted, joined, subject_of
from rashomon.tell.brief.speakers import Speakers
from rashomon.tell.brief.tallies import cited
from rashomon.tell.desk import Desk


def known_reports(
    reports: Sequence[Report], since: str | None, read: Collection[str]
) -> frozenset[str]:
    """The ids of the reports that a reader knows.

    Those are the reports published, or updated, before the day `since` (ISO 8601) and those whose
    text has one of the SHA-256 in `read`. A report without a date is never new since a day.
    """
    return frozenset(
        report.id
        for report in reports
        if report.sha256 in read
        or (since is not None and (report.updated or report.published or "")[:10] < since)
    )


def is_changed(question: Question, known: Collection[str]) -> bool:
    """Whether a question has an answer that only reports give which the reader does not know."""
    return any(_is_new(each, known) for each in question.positions)


def changed(account: Account, known: Collection[str]) -> Iterator[Question]:
    """The questions of figures whose known answers have another beside them now."""
    for question in account.questions:
        old = [each for each in question.positions if not _is_new(each, known)]
        before = {_bounds(each) for each in old}
        fresh = [each for each in question.positions if _is_new(each, known)]
        counted = is_counted(question) and all(each.figures for each in question.positions)
        if counted and old and any(_bounds(each) not in before for each in fresh):
            yield question


def change(
    desk: Desk, question: Question, speakers: Speakers, known: Collection[str]
) -> tuple[list[str], tuple[Span, ...]]:
    """The ways to tell what was answered before and what is now, and the spans they rest on."""
    before = [each for each in question.positions if not _is_new(each, known)]
    bounds = {_bounds(each) for each in before}
    now = [
        each for each in question.positions if _is_new(each, known) and _bounds(each) not in bounds
    ]
    old = answers_given(desk, question, before, speakers)
    new = answers_given(desk, question, now, speakers)
    subject = subject_of(question)
    spans = tuple(span for each in (*before, *now) for span in cited(desk, each))
    told = f"{subject[0].upper()}{subject[1:]}, given before as"
    return [
        f"{told} {_listed(old)}, is now given as {_listed(new)}.",
        f"{told} {joined([each.words for each in old])}, is now given as {_listed(new)}.",
    ], spans


def _listed(given: Sequence[Given]) -> str:
    return joined(
        [f"{each.words} by {joined(each.names)}" if each.names else each.words for each in given]
    )


def _is_new(position: Position, known: Collection[str]) -> bool:
    """Whether nothing that the reader knows holds a position."""
    return all(span.report not in known for span in position.evidence)


def _bounds(position: Position) -> tuple[float | None, float | None, float | None]:
    return position.value, position.low, position.high
