"""Denials: what one speaker says, and another party's speaker says is not so.

A clause is denied by who denies it outright, by its negation in other words ("they did not
meet"), or by an opposite where all else is the same ("the bank is solvent", "it was insolvent").
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.account import Origin, Position, Question, Reason
from rashomon.notes import Notes
from rashomon.report import Span
from rashomon.statement import Statement
from rashomon.weigh.comparing import Verdict
from rashomon.weigh.origins import Sources
from rashomon.weigh.propositions import Clause, clauses_of, opposites_of, stem
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


#: Why two clauses differ.
DENIED = Reason(kind="wording", text="one denies what the other says")

#: So much of what is denied must be said by the other speaker, in words of weight, and so many of
#: them: less is a denial of something else about the same event.
_SHARE = 0.75
_LEAST = 2
#: So much of what is said must be in the denial.
_SHARE_BACK = 0.4

#: A number that is no year: one clause with it and one without tell of two things.
_COUNT = re.compile(r"(?!(?:19|20)\d\d$)\d[\d., ]*")

#: A word that more clauses of a story hold than these tells none from another.
_COMMON = 60

#: So many such questions of a story are asked.
_MOST = 12


def denial_questions(notes: Sequence[Notes], sources: Sources) -> list[Question]:
    """A question for each clause that speakers of two parties say and deny.

    The sides differ; whether they speak of the very same thing is for the reader to judge.
    """
    clauses = list(_clauses(notes, sources))
    holders: dict[str, list[int]] = defaultdict(list)
    for at, clause in enumerate(clauses):
        for word in clause.stems:
            holders[word].append(at)
    questions: dict[frozenset[str], Question] = {}
    for one in clauses:
        against = [clauses[at] for at in _near(one, holders) if _denies(one, clauses[at])]
        if against and len(questions) < _MOST:
            questions.setdefault(one.stems, _question(one, against))
    return list(questions.values())


def merged(statuses: Sequence[Question], denials: Sequence[Question]) -> list[Question]:
    """All of both, but a denial that a question on a status shows already: there the words of the
    denial are one more reason."""
    kept = list(statuses)
    for denial in denials:
        spans = [position.evidence[0] for position in denial.positions]
        at = next((at for at, each in enumerate(kept) if _shows(each, spans)), None)
        if at is None:
            kept.append(denial)
        else:
            kept[at] = _with_reason(kept[at])
    return kept


def _shows(question: Question, spans: Sequence[Span]) -> bool:
    """Whether a question shows these passages as answers that differ."""
    shown = [span for position in question.positions for span in position.evidence]
    met = (any(span.holds(each) or each.holds(span) for each in shown) for span in spans)
    return question.relation == "differ" and question.measure != "denial" and all(met)


def _with_reason(question: Question) -> Question:
    """A question whose differing positions deny each other in so many words."""
    relations = tuple(
        replace(each, reasons=tuple(dict.fromkeys((*each.reasons, DENIED))))
        if each.relation == "differ"
        else each
        for each in question.relations
    )
    return replace(question, relations=relations, reasons=(*question.reasons, DENIED))


def _clauses(notes: Sequence[Notes], sources: Sources) -> Iterator[Clause]:
    """The clauses of all statements, but for those that only hold another statement."""
    for note in notes:
        outer = {each.within for each in note.statements}
        for statement in note.statements:
            origin = sources.by_id.get(sources.by_statement.get(statement.id, ""))
            if statement.attitude == "contests" and statement.within is not None:
                origin = sources.by_id.get(sources.by_statement.get(statement.within, ""))
            if origin is not None and statement.id not in outer:
                yield from clauses_of(statement, note.report, origin)


def _near(clause: Clause, holders: dict[str, list[int]]) -> list[int]:
    """The clauses that share words with one, or hold the opposites of some."""
    words = {*clause.stems, *(each for word in clause.stems for each in opposites_of(word))}
    found = (holders.get(word, []) for word in sorted(words))
    return sorted(Counter(at for each in found if len(each) <= _COMMON for at in each))


def _denies(one: Clause, other: Clause) -> bool:
    """Whether `one` says that what `other` says is not so."""
    if one.origin.party == other.origin.party or _speaks_of_denial(other.statement, one.origin):
        return False
    if one.names - other.names - other.voice and other.names - one.names - one.voice:
        return False
    if any(_COUNT.fullmatch(name) for name in one.names ^ other.names):
        return False
    if one.turned != other.turned:
        return one.turned and _is_negated(one, other)
    return not one.turned and one.span < other.span and _is_opposite(one, other)


def _is_negated(denial: Clause, other: Clause) -> bool:
    """Whether a denial turns a word of what the other says, and little else is said by either."""
    common = len(denial.stems & (other.stems | set(map(stem, other.voice))))
    enough = common >= max(_LEAST, _SHARE * len(denial.stems), _SHARE_BACK * len(other.stems))
    return enough and (denial.head is None or denial.head in other.stems)


def _is_opposite(one: Clause, other: Clause) -> bool:
    """Whether two clauses of one day say opposites of the same."""
    if one.report.day != other.report.day:
        return False  # the later report may tell what became of it
    for word in one.stems:
        for against in opposites_of(word) & other.stems:
            rest = one.stems - {word}, other.stems - {against}
            if not rest[0] or word in other.stems or against in one.stems:
                continue
            common = len(rest[0] & rest[1])
            if rest[0] == rest[1] or common >= max(_LEAST, _SHARE * max(map(len, rest))):
                return True
    return False


def _speaks_of_denial(statement: Statement, denier: Origin) -> bool:
    """Whether somebody passes on a denial, or speaks for who denies: that asserts nothing."""
    said_of = any(_contesting().search(fold(span.exact)) for span in statement.content)
    name = (fold(denier.name).split() or [""])[-1]
    return said_of or name in fold(statement.speaker.for_ or "").split()


def _question(one: Clause, against: Sequence[Clause]) -> Question:
    by_origin: dict[str, list[Clause]] = defaultdict(list)
    for clause in against:
        by_origin[clause.origin.id].append(clause)
    told = [by_origin[id] for id in sorted(by_origin)]
    positions = [_position([one], "denies" if one.turned else "asserts")]
    positions += [_position(clauses, "asserts") for clauses in told]
    return make_question(
        text=f"Is this so: {positions[0].answer}?",
        kind="status",
        measure="denial",
        positions=positions,
        relations=relate(positions, lambda i, j: _verdict(i, j)),
        origins=[one.origin, *(clauses[0].origin for clauses in told)],
        reports=sorted({span.report for each in positions for span in each.evidence}),
    )


def _position(clauses: Sequence[Clause], stance: str) -> Position:
    spans = sorted({clause.span for clause in clauses})
    ids = list(dict.fromkeys(clause.statement.id for clause in clauses))
    position = make_position(clauses[0].origin, spans[0].exact, spans, [stance, *ids], ids)
    return replace(position, stance=stance)


def _verdict(one: int, other: int) -> Verdict:
    """The first position is denied by, or denies, all others."""
    if min(one, other) > 0:
        return Verdict("compatible", ())
    return Verdict("differ", (DENIED,))
