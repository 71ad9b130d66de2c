"""Weighing a story: from the notes of its reports to origins, questions and findings."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.account import RELATIONS, Finding, Origin, Question
from rashomon.notes import Notes
from rashomon.story import Copy
from rashomon.weigh.answers import answers_of
from rashomon.weigh.comparing import is_running
from rashomon.weigh.findings import find_findings
from rashomon.weigh.linking import Setting, linked
from rashomon.weigh.origins import find_origins
from rashomon.weigh.questions import figure_question
from rashomon.weigh.statuses import status_questions
from rashomon.weigh.wording import altered_quotations
from rashomon.words.meaning import Meaning


@dataclass(frozen=True, slots=True)
class Weighed:
    """What weighing adds to the notes of a story."""

    origins: tuple[Origin, ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]


def weigh(
    notes: Sequence[Notes], copies: Sequence[Copy], meaning: Meaning | None = None
) -> Weighed:
    """Origins, questions with positions and relations, and findings of one story."""
    sources = find_origins(notes, copies)
    setting = Setting.of(
        [note.report for note in notes], [place for note in notes for place in note.places]
    )
    groups = linked(list(answers_of(notes, sources)), setting, meaning)
    questions = [(figure_question(group), is_running(group[0])) for group in groups]
    statuses = status_questions(notes, sources, setting)
    stated = {position: side for _, sides in statuses for position, side in sides.items()}
    ranked = sorted(
        [*questions, *((question, False) for question, _ in statuses)],
        key=lambda pair: _rank(*pair),
    )
    ordered = tuple(question for question, _ in ranked)
    findings = find_findings(notes, sources, ordered, stated, altered_quotations(notes, sources))
    return Weighed(origins=sources.origins, questions=ordered, findings=findings)


def _rank(question: Question, running: bool) -> tuple[int, int, int, int, str, str]:
    """Disputes first, then tolls, then what most reports and positions speak of."""
    disputed = RELATIONS.index(question.relation)
    return (
        min(disputed, 3),
        -int(running),
        -question.outlets,
        -len(question.positions),
        question.text,
        question.id,
    )
