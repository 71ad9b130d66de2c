"""Disputes: what the sides say whose answers about a status exclude each other."""

import re
from collections.abc import Iterator

from rashomon.account import Position, Question
from rashomon.report import Span
from rashomon.tell.desk import Desk
from rashomon.tell.plain import plain
from rashomon.tell.shorter import Lowered, has_verb
from rashomon.tell.speakers import Speakers
from rashomon.tell.tallies import cited

#: So many parties to a dispute are told in one sentence; the account has them all.
_MOST_PARTIES = 2
#: A longer statement is told by its answer alone (words).
_LONGEST = 18
_CLAUSE = "Is this so: "
#: A question that these begin is turned about with its subject, the first words behind them.
_HELPERS = ("Has", "Have", "Is", "Are", "Was", "Were")
_SUBJECT = re.compile(r"(?:(?:a|an|the|any) \w+|(?:[A-Z][\w’'.-]*)(?: [A-Z][\w’'.-]*)*)(?= )")


def dispute(
    desk: Desk, question: Question, speakers: Speakers, lowered: Lowered
) -> tuple[list[str], tuple[Span, ...]]:
    """The question with what the sides say, and the spans that carry it."""
    told = _opposed(desk, question)
    sides = [_side(desk, each, speakers, lowered) for each in told]
    words = ", but ".join(sides)
    spans = [span for each in told for span in (_clause(desk, each), *cited(desk, each))]
    # A denial is carried by the words that deny, which stand around what is denied.
    denials = (each for each in told if each.stance == "denies")
    spans += [desk.statements[id].span for each in denials for id in each.statements[:1]]
    verb = "conflict" if question.relation == "contradict" else "differ"
    return [f"Accounts {verb} on {_asked(question)}: {words.rstrip('.')}."], tuple(spans)


def _asked(question: Question) -> str:
    """The question as a part of a sentence: "whether the bridge has been reopened"."""
    text = question.text.removesuffix("?")
    if text.startswith(_CLAUSE):
        return f"whether {text.removeprefix(_CLAUSE)}"
    first, _, rest = text.partition(" ")
    subject = _SUBJECT.match(rest)
    known = (f"the {question.counted}", question.counted or "", subject[0] if subject else "")
    who = next((each for each in known if each and rest.startswith(f"{each} ")), None)
    if first in _HELPERS and who is not None:
        return f"whether {who} {first.lower()} {rest[len(who) + 1 :]}"
    return f"this question: {text}?"


def _side(desk: Desk, position: Position, speakers: Speakers, lowered: Lowered) -> str:
    who = speakers.of_origin(desk.origins[position.origin], position.evidence)
    if position.stance == "denies":
        return f"{who or 'one side'} denied it"
    clause = re.sub(r"[,.]”$", "”", plain(_clause(desk, position).exact).rstrip(" .,;"))
    if not has_verb(f"_ {clause}") and "“" not in clause:
        return f"{who or 'one report'} spoke of “{clause}”"
    return f"{who} said {lowered(clause)}" if who else f"one report said {lowered(clause)}"


def _clause(desk: Desk, position: Position) -> Span:
    """What was said around the answer, where it is short: a whole clause reads better."""
    shown = _shown(position)
    for id in position.statements:
        content = desk.statements[id].content[0]
        if content.holds(shown) and len(content.exact.split()) <= _LONGEST:
            return content
    return shown


def _shown(position: Position) -> Span:
    """The span of a position's answer among its evidence."""
    return next(
        (span for span in position.evidence if " ".join(span.exact.split()) == position.answer),
        position.evidence[0],
    )


def _opposed(desk: Desk, question: Question) -> list[Position]:
    """The positions of the strongest relation, one a party, then others of other parties."""
    positions = {position.id: position for position in question.positions}
    pairs = [
        (positions[each.a], positions[each.b])
        for each in question.relations
        if each.relation == question.relation
    ]
    ranked = list(max(pairs, key=lambda pair: _clearness(desk, pair), default=()))
    ranked += sorted(question.positions, key=lambda each: (-len(each.evidence), each.id))
    return list(_one_a_party(desk, ranked))[:_MOST_PARTIES]


def _one_a_party(desk: Desk, ranked: list[Position]) -> Iterator[Position]:
    met: set[str] = set()
    for position in ranked:
        origin = desk.origins[position.origin]
        party = origin.party or origin.name
        if party not in met:
            met.add(party)
            yield position


def _clearness(desk: Desk, pair: tuple[Position, Position]) -> tuple[bool, bool, int]:
    """Sorts pairs of positions: two parties, both with a speaker, much evidence."""
    origins = [desk.origins[each.origin] for each in pair]
    return (
        origins[0].party != origins[1].party,
        all(origin.kind == "speaker" for origin in origins),
        sum(len(each.evidence) for each in pair),
    )
