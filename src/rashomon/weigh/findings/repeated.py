"""Repeated: one origin behind several reports, which is repetition and no corroboration."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.account import Finding, Question, Side
from rashomon.notes import Notes
from rashomon.report import Report, Span
from rashomon.weigh.findings.telling import finding
from rashomon.weigh.origins import Sources
from rashomon.weigh.repetition import repetitions
from rashomon.weigh.sentences import sentence_around
from rashomon.words.names import fold

#: More characters of one report are no evidence that a reader can check at a glance.
_LONGEST = 700
#: A passage cut to fewer is none.
_SHORTEST = 40


def same_origin(
    notes: Sequence[Notes], sources: Sources, questions: Sequence[Question]
) -> Iterator[Finding]:
    """A named speaker, a shared text or another outlet behind two reports or more."""
    numbers = _numbers(questions)
    relayed = _relayed(notes, sources)
    repeated = list(repetitions(notes, sources, numbers))
    copied = [{side.label for side in sides} for origin, sides in repeated if origin.kind == "wire"]
    for origin, sides in repeated:
        heard = {side.label for side in sides}
        if fold(origin.name) in relayed or any(
            origin.kind != "wire" and heard <= each for each in copied
        ):
            continue  # told by the outlet that is passed on, or by the text that is shared
        given = numbers.get(origin.id, {})
        whole = [
            Side(
                label=side.label,
                evidence=_readable([*sorted(given.get(side.label, ())), *side.evidence]),
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
                Side(label=report, evidence=_readable(spans))
                for report, spans in sorted(passages.items())
            ],
        )


def _readable(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order of reading, cut where they become too much to read."""
    kept: list[Span] = []
    left = _LONGEST
    for whole in dict.fromkeys(spans):
        end = min(whole.end, whole.start + left)
        if left < _SHORTEST and kept:
            break
        kept.append(replace(whole, end=end, exact=whole.exact[: end - whole.start]))
        left -= end - whole.start
    return tuple(sorted(kept))


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
) -> dict[str, tuple[str, dict[str, list[Span]]]]:
    """The outlets whose reporting two reports or more pass on, with where each report says so."""
    named = sorted({each.via for note in notes for each in note.statements if each.via})
    outlets = {fold(name): name for name in named}
    passages: dict[str, dict[str, list[Span]]] = defaultdict(dict)
    for note in notes:
        told = {
            fold(name)
            for statement in note.statements
            for name in (statement.via, statement.speaker.name)
            if name and fold(name) in outlets
        }
        for name in sorted(told - {fold(note.report.outlet or "")}):
            sentences = _naming(note.report, outlets[name])
            if sentences:
                passages[name][note.report.id] = sentences
    return {key: (outlets[key], found) for key, found in passages.items() if len(found) > 1}


def _naming(report: Report, outlet: str) -> list[Span]:
    """The sentences that name an outlet: "The Erie Times-News reports", "Erie Times News"."""
    name = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", outlet)))
    found = re.finditer(rf"\b{name}\b", report.text)
    spans = (report.span(match.start(), match.end()) for match in found)
    return list(dict.fromkeys(sentence_around(report, span) for span in spans))
