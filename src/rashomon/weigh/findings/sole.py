"""Sole sources: one number in many reports, of which only one source is ever named."""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from rashomon.account import Finding, Position, Question, Side
from rashomon.report import Span
from rashomon.weigh.findings.telling import bare, finding
from rashomon.weigh.origins import UNNAMED, Sources

#: So many reports have to print a number before it seems better founded than it is.
_MANY_REPORTS = 3

#: So many such numbers of a story are told.
_MOST = 2


def sole_sources(
    questions: Sequence[Question], measured: Collection[str], sources: Sources
) -> Iterator[Finding]:
    """Numbers that reports print without a source and that one origin alone is named for: those of
    the questions `measured`, and sums of money."""
    told = 0
    for question in questions:
        weighs = question.id in measured or _is_money(question)
        if question.kind != "figure" or question.event != "main" or not weighs:
            continue
        for positions in _by_number(question.positions):
            voices = {each.origin for each in positions} - _silent(positions, sources)
            passages = _by_report(positions)
            if len(voices) == 1 and len(passages) >= _MANY_REPORTS and told < _MOST:
                told += 1
                origin = sources.by_id[voices.pop()]
                yield finding(
                    "same_origin",
                    "medium",
                    f"{question.text} {len(passages)} reports say {bare(positions[0])}; "
                    f"the only source that any of them names is {origin.name}.",
                    [
                        Side(label=report, evidence=tuple(sorted(spans)))
                        for report, spans in sorted(passages.items())
                    ],
                    question.id,
                    origin.id,
                )


def _is_money(question: Question) -> bool:
    """Whether a question is answered with a currency's sign."""
    return any(unicodedata.category(c) == "Sc" for p in question.positions for c in p.answer)


def _by_number(positions: Sequence[Position]) -> list[list[Position]]:
    """The positions of one number together; what states no number is left out."""
    by_number: dict[float, list[Position]] = defaultdict(list)
    for position in positions:
        if position.value is not None:
            by_number[position.value].append(position)
    return [group for _, group in sorted(by_number.items())]


def _silent(positions: Sequence[Position], sources: Sources) -> set[str]:
    """The origins that are an outlet's own voice, or somebody whom a report leaves open."""
    origins = [sources.by_id[each.origin] for each in positions]
    return {each.id for each in origins if each.kind == "outlet" or each.name == UNNAMED}


def _by_report(positions: Sequence[Position]) -> dict[str, set[Span]]:
    passages: dict[str, set[Span]] = defaultdict(set)
    for position in positions:
        for span in position.evidence:
            passages[span.report].add(span)
    return passages
