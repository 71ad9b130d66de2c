"""All findings of a story, the most important first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rashomon.account import Finding, Question
from rashomon.notes import Notes
from rashomon.weigh.findings import narrated, numbers, quiet, reworded
from rashomon.weigh.findings.disputes import of_party, of_question
from rashomon.weigh.findings.repeated import same_origin
from rashomon.weigh.findings.telling import PRIORITY
from rashomon.weigh.origins import Sources
from rashomon.weigh.subjects import Stated
from rashomon.weigh.wording import Altered


def find_findings(
    notes: Sequence[Notes],
    sources: Sources,
    questions: Sequence[Question],
    measures: Mapping[str, str],
    running: Collection[str],
    stated: Mapping[str, Sequence[Stated]],
    altered: Iterable[Altered],
) -> tuple[Finding, ...]:
    """All findings of a story, the most important first.

    `measures` are the known measures of questions, `running` names questions of tolls, `stated`
    the claims behind positions on a status.
    """
    found: list[Finding] = []
    for question in questions:
        found += of_question(question, sources)
        if question.kind == "status":
            found += of_party(question, sources)
            found += narrated.of_status(question, stated, sources)
    found += numbers.malformed(notes)
    found += numbers.two_in_one_report(questions, measures, sources)
    found += numbers.related_measures(questions, measures, sources)
    found += reworded.of_quotations(altered)
    found += reworded.of_names(notes)
    found += same_origin(notes, sources, questions)
    found += _quiet(notes, sources, questions, measures, running)
    distinct = {finding.id: finding for finding in found}
    return tuple(sorted(distinct.values(), key=_rank))


def _quiet(
    notes: Sequence[Notes],
    sources: Sources,
    questions: Sequence[Question],
    measures: Mapping[str, str],
    running: Collection[str],
) -> Iterator[Finding]:
    """What rests on one report, on nobody named or on nobody at all."""
    outlets = len({note.report.outlet or note.report.id for note in notes})
    if outlets < 2:
        return
    yield from quiet.unsourced(questions, running, sources)
    yield from quiet.unnamed(questions, running, sources)
    numbers: dict[float, set[str]] = defaultdict(set)
    for note in notes:
        for figure in note.figures:
            if figure.value is not None:
                numbers[figure.value].add(note.report.id)
    yield from quiet.single(questions, measures, sources, outlets, numbers)
    yield from narrated.superlatives(notes)


def _rank(finding: Finding) -> tuple[int, str, str, str]:
    return (PRIORITY[finding.priority], finding.kind, finding.text, finding.id)
