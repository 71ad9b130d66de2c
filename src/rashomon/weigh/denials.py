"""Denials: what one speaker denies and another says."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.account import Origin, Position, Question, Reason
from rashomon.notes import Notes
from rashomon.statement import Statement
from rashomon.weigh.comparing import Verdict
from rashomon.weigh.context import words_of_weight
from rashomon.weigh.origins import Sources
from rashomon.weigh.questions import make_position, make_question, relate
from rashomon.words.names import fold
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class Attitude:
    """The words of `data/cues.toml` by which somebody contests what is said."""

    contests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """The part of `data/cues.toml` that tells what a speaker makes of another's words."""

    attitude: Attitude


@cache
def _contesting() -> re.Pattern[str]:
    stems = (
        word.removesuffix("e").removesuffix("y") for word in table("cues", Cues).attitude.contests
    )
    forms = "(?:y|ies|ied|ial|ying|e|ed|es|al|ing|s)?"
    return re.compile(rf"\b(?:{'|'.join(sorted(stems))}){forms}\b")


#: So much of what is denied must be said by the other speaker, in words of weight, and so many of
#: them: less is a denial of something else about the same event.
_SHARE = 0.75
_LEAST = 2

#: A denial longer than this (words of weight) denies more than one thing.
_LONGEST = 12


def denial_questions(notes: Sequence[Notes], sources: Sources) -> list[Question]:
    """A question for each denial that meets somebody of another party who says what it denies.

    The sides differ; whether they speak of the very same thing is for the reader to judge.
    """
    said = [
        (statement, origin, words_of_weight(statement.content))
        for note in notes
        for statement in note.statements
        if (origin := _behind(statement, sources)) is not None
    ]
    questions = {}
    for denied, denier in _denials(notes, sources):
        words = words_of_weight(denied.content)
        if _LEAST <= len(words) <= _LONGEST:
            asserted = [
                (other, origin)
                for other, origin, others in said
                if other.stance in ("asserts", "expects", "reports")
                and other.attitude != "contests"
                and origin.party != denier.party
                and not _speaks_of_denial(other, denier)
                and len(words & others) >= max(_LEAST, _SHARE * len(words))
            ]
            if asserted:
                question = _question(denied, denier, asserted)
                questions[question.id] = question
    return list(questions.values())


def _speaks_of_denial(statement: Statement, denier: Origin) -> bool:
    """Whether somebody passes on a denial, or speaks for who denies: that asserts nothing."""
    said_of = any(_contesting().search(fold(span.exact)) for span in statement.content)
    name = fold(denier.name).split()[-1]
    return said_of or name in fold(statement.speaker.for_ or "").split()


def _denials(notes: Sequence[Notes], sources: Sources) -> Iterator[tuple[Statement, Origin]]:
    """What is denied, with who denies it: outright, or as a report that somebody denies."""
    for note in notes:
        by_id = {statement.id: statement for statement in note.statements}
        for statement in note.statements:
            outer = by_id.get(statement.within or "")
            if statement.stance == "denies":
                origin = _behind(statement, sources)
            elif statement.attitude == "contests" and outer is not None:
                origin = _behind(outer, sources)
            else:
                continue
            if origin is not None:
                yield statement, origin


def _behind(statement: Statement, sources: Sources) -> Origin | None:
    origin = sources.by_statement.get(statement.id)
    return sources.by_id[origin] if origin is not None else None


def _question(
    denied: Statement, denier: Origin, asserted: Sequence[tuple[Statement, Origin]]
) -> Question:
    by_origin: dict[str, list[Statement]] = defaultdict(list)
    origins = {origin.id: origin for _, origin in asserted}
    for statement, origin in asserted:
        by_origin[origin.id].append(statement)
    positions = [_position([denied], denier, "denies")]
    positions += [_position(by_origin[id], origins[id], "asserts") for id in sorted(by_origin)]
    return make_question(
        text=f"Is this so: {positions[0].answer}?",
        kind="status",
        measure="denial",
        positions=positions,
        relations=relate(positions, lambda i, j: _verdict(positions[i], positions[j])),
        origins=[denier, *(origins[id] for id in sorted(by_origin))],
        reports=sorted({span.report for each in positions for span in each.evidence}),
    )


def _position(statements: Sequence[Statement], origin: Origin, stance: str) -> Position:
    spans = sorted({span for statement in statements for span in statement.content})
    ids = [statement.id for statement in statements]
    position = make_position(origin, spans[0].exact, spans, [stance, *ids], ids)
    return replace(position, stance=stance)


def _verdict(one: Position, other: Position) -> Verdict:
    if one.stance == other.stance:
        return Verdict("compatible", ())
    return Verdict("differ", (Reason(kind="wording", text="one denies what the other says"),))
