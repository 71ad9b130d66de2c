"""Narrated: what outlets say in their own voice that nobody is named for."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.account import Finding, Question, Side
from rashomon.notes import Notes
from rashomon.report import Span
from rashomon.weigh.findings.telling import bare, finding, side_of
from rashomon.weigh.origins import Sources
from rashomon.weigh.subjects import Stated
from rashomon.words.names import fold
from rashomon.words.tables import table

#: So many judgements of a story are told.
_MOST = 1


#: So many words behind the superlative tell of what kind something is the most.
_KIND_WORDS = 3


@dataclass(frozen=True, slots=True)
class Judgements:
    """The table `data/judgements.toml`: the words by which something is said to be the most of
    its kind, how far behind them the measure may stand, and the words of that measure."""

    degrees: tuple[str, ...]
    measures: tuple[str, ...]


@cache
def _superlative() -> re.Pattern[str]:
    known = table("judgements", Judgements)
    degree, measure = ("|".join(words) for words in (known.degrees, known.measures))
    return re.compile(
        rf"\b(?P<degree>{degree})\b(?=\s)[^.;:\n“”\"]{{1,80}}?\b(?P<measure>{measure})\b", re.I
    )


def of_status(
    question: Question, stated: Mapping[str, Sequence[Stated]], sources: Sources
) -> Iterator[Finding]:
    """A disputed status that an outlet states in its own voice, without a source."""
    opposed = {
        id
        for each in question.relations
        if each.relation == "contradict"
        for id in (each.a, each.b)
    }
    for position in question.positions:
        origin = sources.by_id[position.origin]
        if origin.kind == "outlet" and position.id in stated and position.id in opposed:
            yield finding(
                "narrator_claim",
                "medium",
                f"{origin.name} states without a source what others dispute: {bare(position)}.",
                [side_of([position], sources)],
                question.id,
            )
            return


def _kind(match: re.Match[str]) -> frozenset[str]:
    """Of what something is the most: mass shooting, of "deadliest mass shooting in history"."""
    between = match.string[match.end("degree") : match.start("measure")]
    return frozenset(fold(between).split()[:_KIND_WORDS])


def _judgements(notes: Sequence[Notes]) -> list[list[tuple[Notes, Span]]]:
    """The unsourced superlatives, those of one degree and measure that may be of one kind
    together: "the deadliest in history" may be "the deadliest attack in history"."""
    groups: dict[tuple[str, str], list[tuple[frozenset[str], list[tuple[Notes, Span]]]]]
    groups = defaultdict(list)
    for note in notes:
        for match in _superlative().finditer(note.report.text):
            span = note.report.span(match.start(), match.end())
            if any(statement.says(span) for statement in note.statements):
                continue
            kind = _kind(match)
            alike = groups[fold(match["degree"]), fold(match["measure"]).split()[-1]]
            home = next((each for each in alike if each[0] & kind or not (each[0] and kind)), None)
            if home is None:
                alike.append((kind, [(note, span)]))
            else:
                alike[alike.index(home)] = (home[0] | kind, [*home[1], (note, span)])
    # Without its kind ("the biggest ever") it says too little.
    return [said for alike in groups.values() for of, said in alike if of]


def superlatives(notes: Sequence[Notes]) -> Iterator[Finding]:
    """What outlets call the worst or the first of its kind without saying who says so."""
    ranked = sorted(_judgements(notes), key=lambda each: (-len(each), each[0][1]))
    for judged in ranked[:_MOST]:
        by_report: dict[str, set[Span]] = defaultdict(set)
        for note, span in judged:
            by_report[note.report.outlet or note.report.id].add(span)
        words = " ".join(max((span.exact for _, span in judged), key=len).split())
        yield finding(
            "narrator_claim",
            "low",
            f"Said without a source: “{words}”.",
            [
                Side(label=name, evidence=tuple(sorted(spans)))
                for name, spans in sorted(by_report.items())
            ],
        )
