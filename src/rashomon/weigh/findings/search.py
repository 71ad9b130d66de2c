"""All findings of a story, the most important first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, zip_longest

from rashomon.account import Finding, Question
from rashomon.notes import Notes
from rashomon.versions import Versions
from rashomon.weigh.findings import narrated, numbers, quiet, reworded
from rashomon.weigh.findings.bodies import one_body
from rashomon.weigh.findings.disputes import of_party, of_question
from rashomon.weigh.findings.landmarks import landmarks
from rashomon.weigh.findings.repeated import same_origin
from rashomon.weigh.findings.replaced import replaced
from rashomon.weigh.findings.sole import sole_sources
from rashomon.weigh.findings.telling import PRIORITY
from rashomon.weigh.findings.unnamed import echoed
from rashomon.weigh.origins import Sources
from rashomon.weigh.subjects import Stated
from rashomon.weigh.wording import Altered

#: So many notes on sources are told of a story: more is noise.
_MOST_QUIET = 5


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
    versions = Versions.of(note.report for note in notes)
    newest = [note for note in notes if versions.is_newest(note.report.id)]
    found: list[Finding] = []
    for question in questions:
        found += of_question(question, sources)
        if question.kind == "status":
            found += of_party(question, sources)
            found += narrated.of_status(question, stated, sources)
    found += numbers.malformed(notes)
    found += numbers.two_in_one_report(questions, measures, sources)
    found += numbers.related_measures(questions, measures, sources)
    found += numbers.parts_and_wholes(questions, measures, sources)
    found += landmarks(notes, questions)
    found += reworded.of_quotations(altered)
    found += reworded.of_names(notes)
    found += replaced(notes, questions, sources)
    found += same_origin(newest, sources, questions)
    found += one_body(newest, sources, found)
    found += sole_sources(questions, measures, sources)
    found += echoed(notes, sources)
    found += _quiet(newest, sources, questions, measures, running)
    distinct = {finding.id: finding for finding in found}
    return tuple(sorted(distinct.values(), key=_rank))


def _quiet(
    notes: Sequence[Notes],
    sources: Sources,
    questions: Sequence[Question],
    measures: Mapping[str, str],
    running: Collection[str],
) -> Iterator[Finding]:
    """What rests on one report, on nobody named or on nobody at all, each kind in its turn."""
    if len({note.report.outlet or note.report.id for note in notes}) < 2:
        return
    numbers: dict[float, set[str]] = defaultdict(set)
    for note in notes:
        for figure in note.figures:
            if figure.value is not None:
                numbers[figure.value].add(note.report.id)
    kinds = [
        chain(quiet.unsourced(questions, running, sources), narrated.superlatives(notes)),
        islice(quiet.unnamed(notes, questions, running, sources), _MOST_QUIET),
        islice(quiet.single(notes, questions, measures, sources, numbers), _MOST_QUIET),
    ]
    rounds = zip_longest(*kinds)
    told = (each for one in rounds for each in one if each is not None)
    yield from islice(told, _MOST_QUIET)


def _rank(finding: Finding) -> tuple[int, str, str, str]:
    return (PRIORITY[finding.priority], finding.kind, finding.text, finding.id)
