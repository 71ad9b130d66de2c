"""Repetition: one origin behind several reports, where what it says is the same thing."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from rashomon.account import Origin, Side
from rashomon.notes import Notes
from rashomon.report import Span
from rashomon.statement import Statement
from rashomon.weigh.context import shared, words_of_weight
from rashomon.weigh.origins import Sources
from rashomon.words.names import fold

#: So many reports with one person's words are one voice, whatever is said.
_MANY_REPORTS = 3

#: Words of a few that a statement puts in quotation marks; one word alone is anybody's.
_QUOTED = re.compile(r"[\"“]([^\"“”\n]{8,200})[\"”]")

#: So many statements of an origin are compared in one report; the first say the most.
_MOST = 40


def repetitions(
    notes: Sequence[Notes], sources: Sources, counting: Container[str] = ()
) -> Iterator[tuple[Origin, tuple[Side, ...]]]:
    """Origins heard in two reports or more, with the passages of each report.

    One person in three outlets is one voice, whatever is said; whoever tells two reports two
    things repeats nothing and is left out, but for those `counting` who give both one number.
    A body, its spokesmen and its officers are one voice where they say one thing. What is said
    again comes first as evidence.
    """
    statements = {statement.id: statement for note in notes for statement in note.statements}
    for voices in _voices(sources):
        origin = voices[0]
        if origin.kind == "wire":
            passages = _shared_text(origin, sources)
        else:
            told = [[statements[each] for each in _spoken(voice)] for voice in voices]
            own = told[0]
            passages = _said_again([statement for voice in told for statement in voice])
            heard = {each.span.report for each in own}
            person = origin.named and origin.id not in sources.bodies
            if person and (len(heard) >= _MANY_REPORTS or origin.id in counting):
                passages = _first_said(own) | passages
        sides = tuple(
            Side(label=report, evidence=tuple(sorted(spans)))
            for report, spans in sorted(passages.items())
        )
        if len(sides) > 1:
            yield origin, sides


def _voices(sources: Sources) -> Iterator[list[Origin]]:
    """The origins that may repeat themselves: each named speaker and wire text, with the unnamed
    speakers of its party; and the unnamed speakers of a party of which none is named.
    """
    parties: dict[str, list[Origin]] = defaultdict(list)
    for origin in sources.origins:
        of_body = origin.for_ is not None or origin.id in sources.bodies
        if origin.kind == "speaker" and not origin.named and of_body:
            parties[origin.party or origin.name].append(origin)
    for origin in sources.origins:
        if origin.kind == "wire" or (origin.kind == "speaker" and origin.named):
            yield [origin, *parties.pop(origin.party or origin.name, ())]
    yield from (voices for _, voices in sorted(parties.items()))


def _spoken(origin: Origin) -> list[str]:
    """The ids of all that an origin says."""
    return [each for told in origin.occasions for each in told.statements]


def _shared_text(origin: Origin, sources: Sources) -> dict[str, set[Span]]:
    passages: dict[str, set[Span]] = defaultdict(set)
    for span, wire in sources.wires:
        if wire == origin.id:
            passages[span.report].add(span)
    return passages


def _first_said(statements: Sequence[Statement]) -> dict[str, set[Span]]:
    """The first thing said in each report."""
    first: dict[str, set[Span]] = {}
    for statement in statements:
        first.setdefault(statement.span.report, set(statement.content))
    return first


def _said_again(statements: Iterable[Statement]) -> dict[str, set[Span]]:
    """What is said in one report and again in another, by report."""
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if len(by_report[statement.span.report]) < _MOST:
            by_report[statement.span.report].append(statement)
    kept = [(each, words_of_weight(each.content)) for told in by_report.values() for each in told]
    passages: dict[str, set[Span]] = defaultdict(set)
    for at, (one, words) in enumerate(kept):
        for other, others in kept[at + 1 :]:
            if one.span.report == other.span.report:
                continue
            if shared(words, others) or _quotes(one, other) or _quotes(other, one):
                passages[one.span.report] |= set(one.content)
                passages[other.span.report] |= set(other.content)
    return passages


def _quotes(one: Statement, other: Statement) -> bool:
    """Whether words that one statement puts in quotation marks stand in the other."""
    said = " ".join(fold(span.exact) for span in other.content)
    quoted = (fold(words) for span in one.content for words in _QUOTED.findall(span.exact))
    return any(" " in words and f" {words} " in f" {said} " for words in quoted)
