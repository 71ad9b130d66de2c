"""Weighing a story: from the notes of its reports to origins, questions and findings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.account import RELATIONS, Finding, Origin, Question
from rashomon.correction import Correction
from rashomon.notes import Notes
from rashomon.story import Copy
from rashomon.versions import Versions
from rashomon.weigh.answers import answers_of
from rashomon.weigh.comparing import is_running
from rashomon.weigh.denials import denial_questions, merged
from rashomon.weigh.families import is_known
from rashomon.weigh.findings.search import find_findings
from rashomon.weigh.happenings import event_questions
from rashomon.weigh.homes import home_questions
from rashomon.weigh.identities import identity_questions
from rashomon.weigh.linking import grounds_of, linked
from rashomon.weigh.means import means_questions
from rashomon.weigh.order import order_questions
from rashomon.weigh.origins import Sources, find_origins
from rashomon.weigh.questions import figure_question
from rashomon.weigh.relinking import relinked
from rashomon.weigh.setting import Setting
from rashomon.weigh.statuses import status_questions
from rashomon.weigh.superseding import superseded
from rashomon.weigh.wording import altered_quotations
from rashomon.words.meaning import Meaning


@dataclass(frozen=True, slots=True)
class Weighed:
    """What weighing adds to the notes of a story."""

    origins: tuple[Origin, ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


def weigh(
    notes: Sequence[Notes],
    copies: Sequence[Copy],
    meaning: Meaning | None = None,
    corrections: Sequence[Correction] = (),
) -> Weighed:
    """Origins, questions with positions and relations, and findings of one story.

    A report given twice, under two ids, is weighed once. Of the corrections those of links have
    their say; the others are in the notes.
    """
    notes, copies = _once(notes, copies)
    sources = find_origins(notes, copies)
    setting = Setting.of(notes)
    identities = identity_questions(notes, sources)
    # The age of somebody known is asked for under the name, and not once more by its words.
    aged = {id for each in identities for side in each.positions for id in side.figures}
    answers = [each for each in answers_of(notes, sources, setting) if each.figure.id not in aged]
    groups = linked(answers, setting, meaning)
    groups = relinked(groups, corrections, lambda answer: answer.figure.span)
    figures = [figure_question(group, grounds_of(group, setting, meaning)) for group in groups]
    pairs = tuple(zip(figures, groups, strict=True))
    running = {question.id for question, group in pairs if is_running(group[0])}
    measures = {
        question.id: action
        for question, group in pairs
        if (action := group[0].figure.action) is not None and is_known(action)
    }
    vague = {question.id for question, group in pairs if group[0].figure.action is None}
    statuses = status_questions(notes, sources, setting, corrections)
    stated = {position: side for _, sides in statuses for position, side in sides.items()}
    others = [*identities, *_other_questions(notes, sources, setting)]
    others += merged([question for question, _ in statuses], denial_questions(notes, sources))
    reports = {note.report.id: note.report for note in notes}
    versions = Versions.of(reports.values())
    ranked = sorted(
        (superseded(each, versions, reports) for each in [*figures, *others]),
        key=lambda each: (*_rank(each, each.id in running, each.id in vague), each.text, each.id),
    )
    questions = tuple(_told_apart(ranked))
    altered = altered_quotations(notes, sources)
    findings = find_findings(notes, sources, questions, measures, running, stated, altered)
    return Weighed(origins=sources.origins, questions=questions, findings=findings)


def _other_questions(
    notes: Sequence[Notes], sources: Sources, setting: Setting
) -> Iterator[Question]:
    """The questions about homes and happenings: when, where, in which order, with what."""
    yield from home_questions(notes, sources)
    yield from event_questions(notes, sources, setting)
    yield from order_questions(notes, sources, setting)
    yield from means_questions(notes, sources, setting)


def _once(notes: Sequence[Notes], copies: Sequence[Copy]) -> tuple[list[Notes], list[Copy]]:
    """The notes without those of a report that its outlet gave before, and the copies among the
    rest."""
    first: dict[tuple[str, str | None], Notes] = {}
    for note in notes:
        first.setdefault((note.report.sha256, note.report.outlet), note)
    kept = {note.report.id for note in first.values()}
    left = []
    for copy in copies:
        shared = tuple(pair for pair in copy.shared if all(span.report in kept for span in pair))
        reports = tuple(id for id in copy.reports if id in kept)
        if len(reports) > 1 and (shared or not copy.shared):
            left.append(replace(copy, reports=reports, shared=shared))
    return list(first.values()), left


def _told_apart(questions: Iterable[Question]) -> Iterator[Question]:
    """The questions, those that read like an earlier one with their first answer behind them."""
    seen: set[str] = set()
    for question in questions:
        if question.text in seen:
            answer = question.positions[0].answer
            question = replace(question, text=f"{question.text.rstrip('?')}: {answer}?")
        seen.add(question.text)
        yield question


def _rank(question: Question, running: bool, vague: bool) -> tuple[int | bool, ...]:
    """Disputes first, then the story's own event, tolls, what most reports and positions tell,
    and last the numbers of which no measure is known."""
    return (
        min(RELATIONS.index(question.relation), 3),
        question.event == "other",
        vague and question.relation == "single",
        not running,
        -question.outlets,
        -len(question.positions),
    )
