"""Repetition: one origin behind several reports, where what it says is the same thing."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from rashomon.account import Origin, Side
from rashomon.notes import Notes
from rashomon.report import Span
from rashomon.statement import Statement
from rashomon.weigh.context import shared, words_of_weight
from rashomon.weigh.origins import Sources

#: So many reports with one person's words are one voice, where two of them say the same.
_MANY_REPORTS = 3

#: So many words of weight are the same in what is said again, where they are not half of it.
_MANY_WORDS = 3

#: So many statements of an origin are compared in one report; the first say the most.
_MOST = 40


def repetitions(
    notes: Sequence[Notes], sources: Sources, counting: Container[str] = ()
) -> Iterator[tuple[Origin, tuple[Side, ...]]]:
    """Origins heard in two reports or more of `notes`, with the passages of each report.

    One person in three outlets who tells two of them the same is one voice in all; whoever tells
    each another thing repeats nothing and is left out, but for those `counting` who give two
    reports one number.
    What is said again comes first as evidence.
    """
    statements = {statement.id: statement for note in notes for statement in note.statements}
    for origin in sources.origins:
        if origin.kind == "outlet" or (origin.kind == "speaker" and not origin.named):
            continue
        if origin.kind == "wire":
            passages = _shared_text(origin, sources, {note.report.id for note in notes})
        else:
            ids = [each for told in origin.occasions for each in told.statements]
            spoken = [statements[each] for each in ids if each in statements]
            passages = _said_again(spoken)
            heard = {each.span.report for each in spoken}
            person = origin.id not in sources.bodies
            many = len(heard) >= _MANY_REPORTS and bool(passages)
            if person and (many or origin.id in counting):
                passages = _first_said(spoken) | passages
        sides = tuple(
            Side(label=report, evidence=tuple(sorted(spans)))
            for report, spans in sorted(passages.items())
        )
        if len(sides) > 1:
            yield origin, sides


def _shared_text(origin: Origin, sources: Sources, reports: Container[str]) -> dict[str, set[Span]]:
    passages: dict[str, set[Span]] = defaultdict(set)
    for span, wire in sources.wires:
        if wire == origin.id and span.report in reports:
            passages[span.report].add(span)
    return passages


def _first_said(statements: Sequence[Statement]) -> dict[str, set[Span]]:
    """The first thing said in each report."""
    first: dict[str, set[Span]] = {}
    for statement in statements:
        first.setdefault(statement.span.report, set(statement.content))
    return first


def _said_again(statements: Sequence[Statement]) -> dict[str, set[Span]]:
    """What is said in one report and again in another, by report."""
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if len(by_report[statement.span.report]) < _MOST:
            by_report[statement.span.report].append(statement)
    kept = [(each, words_of_weight(each.content)) for told in by_report.values() for each in told]
    passages: dict[str, set[Span]] = defaultdict(set)
    for at, (one, words) in enumerate(kept):
        for other, others in kept[at + 1 :]:
            common = len(words & others)
            much = common >= _MANY_WORDS or 2 * common >= min(len(words), len(others))
            if one.span.report != other.span.report and much and shared(words, others):
                passages[one.span.report] |= set(one.content)
                passages[other.span.report] |= set(other.content)
    return passages
