"""Repeated: one origin behind several reports, which is repetition and no corroboration."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.account import Finding, Question, Side
from rashomon.notes import Notes
from rashomon.report import Span
from rashomon.weigh.findings.telling import finding
from rashomon.weigh.origins import Sources
from rashomon.weigh.repetition import repetitions
from rashomon.words.names import fold

#: A longer passage (characters) is no evidence that a reader can check at a glance.
_LONGEST = 600


def same_origin(
    notes: Sequence[Notes], sources: Sources, questions: Sequence[Question]
) -> Iterator[Finding]:
    """A named speaker, a shared text or another outlet behind two reports or more."""
    numbers = _numbers(questions)
    relayed = _relayed(notes, sources)
    for origin, sides in repetitions(notes, sources):
        if fold(origin.name) in relayed:
            continue
        given = numbers.get(origin.id, {})
        whole = [
            Side(
                label=side.label,
                evidence=tuple(sorted({*side.evidence, *given.get(side.label, ())})),
            )
            for side in sides
        ]
        yield finding(
            "same_origin",
            "high" if len(sides) > 2 or origin.kind == "wire" else "medium",
            f"{len(sides)} reports, one origin: {origin.name}.",
            whole,
            origin=origin.id,
        )
    for name, passages in sorted(relayed.values()):
        yield finding(
            "same_origin",
            "high",
            f"{len(passages)} reports pass on what {name} reported.",
            [
                Side(label=report, evidence=tuple(sorted(spans)))
                for report, spans in sorted(passages.items())
            ],
        )


def _numbers(questions: Sequence[Question]) -> dict[str, dict[str, set[Span]]]:
    """The figures that an origin gives in two reports or more, by report."""
    given: dict[str, dict[str, set[Span]]] = defaultdict(lambda: defaultdict(set))
    for question in questions:
        for position in question.positions:
            if len({span.report for span in position.evidence}) > 1:
                for span in position.evidence:
                    given[position.origin][span.report].add(span)
    return given


def _relayed(
    notes: Sequence[Notes], sources: Sources
) -> dict[str, tuple[str, dict[str, set[Span]]]]:
    """The outlets whose reporting two reports or more pass on, with the passages of each."""
    passages: dict[str, dict[str, set[Span]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, str] = {}
    outlets = {fold(each.via) for note in notes for each in note.statements if each.via}
    for note in notes:
        own = fold(note.report.outlet or "")
        for statement in note.statements:
            for name in (statement.via, statement.speaker.name):
                if name and fold(name) in outlets and fold(name) != own:
                    names.setdefault(fold(name), name)
                    passages[fold(name)][note.report.id].add(_short(statement.span, note))
    return {key: (names[key], dict(found)) for key, found in passages.items() if len(found) > 1}


def _short(span: Span, note: Notes) -> Span:
    return note.report.span(span.start, min(span.end, span.start + _LONGEST))
