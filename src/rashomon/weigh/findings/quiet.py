"""Quiet sources: answers that matter and rest on nobody named, or on one report alone."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.account import Finding, Origin, Position, Question, Side
from rashomon.notes import Notes
from rashomon.statement import Statement
from rashomon.weigh.context import words_of_weight
from rashomon.weigh.findings.telling import bare, finding, label, side_of
from rashomon.weigh.origins import UNNAMED, Sources
from rashomon.words.names import fold
from rashomon.words.tables import table

#: A story has to have so many outlets before what one of them alone says is worth a word.
_MANY_OUTLETS = 3

#: What follows the head of "people familiar with the talks", "one of the survivors".
_OF_WHAT = re.compile(r" (?:familiar|close|who|with|of|at|in|from|contacted)\b")

#: So far (characters) into a report stands what it is about.
_OPENING = 400

#: What nobody who is named denies or doubts is worth a word, whoever does.
_AGAINST = ("denies", "doubts")

#: Numbers near to what all is about share so many of their clause's words with the openings.
_NEAR = 0.34

#: Of these somebody has to know the answer, and others have another.
_DISPUTED = ("contradict", "differ", "supersedes")

#: Fewer are seldom worth a word for being told by one report alone.
_MANY = 3

#: A shorter statement (words of weight) tells nothing by itself.
_LEAST_SAID = 3


@dataclass(frozen=True, slots=True)
class Roles:
    """The part of `data/roles.toml` that tells people and hearsay from bodies."""

    speaks_for: frozenset[str]
    posts: frozenset[str]
    people: frozenset[str]
    kin: frozenset[str]
    bodies: frozenset[str]
    hearsay: frozenset[str]
    anonymous: frozenset[str]


@cache
def _people() -> frozenset[str]:
    known = table("roles", Roles)
    return (known.speaks_for | known.posts | known.people | known.kin | {"one"}) - known.bodies


def unnamed(
    notes: Sequence[Notes],
    questions: Sequence[Question],
    running: Collection[str],
    sources: Sources,
) -> Iterator[Finding]:
    """What somebody without a name is all the source for: tolls and disputes first, then what is
    only said."""

    def matters(question: Question) -> bool:
        disputed = question.relation in _DISPUTED and question.measure not in ("denial", "age")
        return question.event == "main" and (question.id in running or disputed)

    heard: set[str] = set()
    told = {each.id: each for note in notes for each in note.statements}
    for question in sorted(filter(matters, questions), key=lambda each: each.event != "main"):
        quiet = [each for each in question.positions if _is_unsigned(each, sources, told)]
        if quiet and quiet[0].origin not in heard:
            who = sources.by_id[quiet[0].origin]
            heard.add(who.id)
            yield finding(
                "unnamed_source",
                "low",
                f"{question.text} {bare(quiet[0])}: {who.name}, without a name.",
                [_with_voice(side_of([each], sources), each, told) for each in quiet],
                question.id,
            )
    for note in notes:
        counted = {figure.statement for figure in note.figures}
        for statement in note.statements:
            origin = sources.by_id.get(sources.by_statement.get(statement.id, ""))
            if origin is None or origin.id in heard or statement.id in counted:
                continue
            if _matters(statement, origin):
                heard.add(origin.id)
                yield _said(statement, origin)


def _with_voice(side: Side, position: Position, told: Mapping[str, Statement]) -> Side:
    """A side with the words that name its source, which are what a reader has to see."""
    speakers = (told[each].speaker.span for each in position.statements if each in told)
    voices = {span for span in speakers if span is not None}
    return replace(side, evidence=tuple(sorted({*side.evidence, *voices})))


def _is_unsigned(position: Position, sources: Sources, told: Mapping[str, Statement]) -> bool:
    """Whether a position is of somebody without a name, or is told as hearsay ("reportedly")."""
    origin = sources.by_id[position.origin]
    if origin.name == UNNAMED:  # a "he" that is left open is no hearsay
        return any(told[each].stance == "reports" for each in position.statements if each in told)
    return is_quiet(origin)


def is_quiet(origin: Origin) -> bool:
    """Whether an origin is a person, or people, whom no report names."""
    if origin.kind != "speaker" or origin.named or origin.name == UNNAMED:
        return False
    head = (_OF_WHAT.split(fold(origin.name))[0].split() or [""])[-1]
    nameless = not any(word[:1].isupper() for word in origin.name.split()[1:])
    known = _people() | (table("roles", Roles).hearsay if nameless else frozenset())
    return head in known or head.removesuffix("s") in known


def is_somebody(word: str) -> bool:
    """Whether a word names somebody without a post: "witness", "survivors", "one"."""
    people = table("roles", Roles).people | {"one"}
    return word in people or word.removesuffix("s") in people


def _matters(statement: Statement, origin: Origin) -> bool:
    """Whether what an unnamed person denies, doubts or says of the event is worth a word."""
    outer = statement.within is None and statement.stance != "expects"
    told = words_of_weight(statement.content)
    words = set(fold(origin.name).split())
    anonymous = bool(words & table("roles", Roles).anonymous) and not _is_of_name(origin)
    unsigned = anonymous or statement.stance in _AGAINST
    return outer and unsigned and is_quiet(origin) and len(told) >= _LEAST_SAID


def _is_of_name(origin: Origin) -> bool:
    """Whether somebody speaks for a body with a name, which stands in for theirs."""
    named = f"{origin.for_} {origin.name}" if origin.for_ else ""
    return any(letter.isupper() for letter in named)


def _said(statement: Statement, origin: Origin) -> Finding:
    words = " ".join(" ".join(span.exact.split()) for span in statement.content).rstrip(".")
    return finding(
        "unnamed_source",
        "low",
        f"{words}: {origin.name}, without a name.",
        [Side(label=origin.name, evidence=tuple(sorted(statement.content)))],
        origin=origin.id,
    )


def unsourced(
    questions: Sequence[Question], running: Collection[str], sources: Sources
) -> Iterator[Finding]:
    """The first toll that several outlets print and for which none names a source."""
    for question in questions:
        origins = [sources.by_id[position.origin] for position in question.positions]
        silent = all(origin.kind == "outlet" for origin in origins)
        if question.id in running and question.event == "main":
            if silent and question.outlets > 1:
                yield finding(
                    "narrator_claim",
                    "medium",
                    f"{question.text} No report names a source for its number.",
                    [side_of([position], sources) for position in question.positions],
                    question.id,
                )
            return


def single(
    notes: Sequence[Notes],
    questions: Sequence[Question],
    measured: Collection[str],
    sources: Sources,
    numbers: Mapping[float, Collection[str]],
) -> Iterator[Finding]:
    """Numbers that one report alone gives, those of a known measure and nearest to what all
    reports are about first.

    `measured` are the questions of a known measure, `numbers` the reports in which each number
    stands: one that another report prints, too, of whatever it seems to be there, is not called
    alone.
    """
    if len({note.report.outlet or note.report.id for note in notes}) < _MANY_OUTLETS:
        return
    about = _about(notes)
    clauses = {each.id: each.clause or each.span for note in notes for each in note.figures}
    alone = [
        each
        for each in questions
        if each.kind == "figure"
        and each.relation == "single"
        and each.event == "main"
        and each.outlets == len(each.positions) == 1
        and len(numbers.get(each.positions[0].value or -1.0, ())) == 1
    ]

    def turn(question: Question) -> tuple[bool, float, int, str]:
        position = question.positions[0]
        words = words_of_weight([clauses[position.figures[0]]])
        near = len(words & about) / max(len(words), 1)
        return (question.id not in measured, -near, position.evidence[0].start, question.id)

    for question in sorted(alone, key=turn):
        position = question.positions[0]
        if -turn(question)[1] < _NEAR or (position.value or 0) < _MANY:
            continue
        yield finding(
            "single_source",
            "low",
            f"{question.text} {bare(position)}: {label(sources.by_id[position.origin])} alone.",
            [side_of([position], sources)],
            question.id,
        )


def _about(notes: Sequence[Notes]) -> frozenset[str]:
    """The words of weight with which at least half of the reports open."""
    openings = Counter(
        word
        for note in notes
        for word in words_of_weight(
            [note.report.span(0, min(_OPENING, len(note.report.text)))] if note.report.text else []
        )
    )
    return frozenset(word for word, reports in openings.items() if 2 * reports >= len(notes))
