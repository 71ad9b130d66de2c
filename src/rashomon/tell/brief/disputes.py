"""Disputes: what the sides say whose answers about a status exclude each other."""

import re
from collections.abc import Iterator

from rashomon.account import Position, Question
from rashomon.report import Span
from rashomon.tell.brief.plain import plain, retelling
from rashomon.tell.brief.shorter import Lowered, shorter
from rashomon.tell.brief.speakers import Speakers
from rashomon.tell.brief.standing import asserts, is_clause, talks
from rashomon.tell.brief.tallies import cited
from rashomon.tell.desk import Desk
from rashomon.tell.texts import sentences_around

#: So many parties to a dispute are told in one sentence; the account has them all.
_MOST_PARTIES = 2
#: A longer statement is told by its answer alone (words).
_LONGEST = 18
_CLAUSE = "Is this so: "
#: Verbs of a denial, as the table of cues has them.
_DENYING = ("denied", "rejected", "disputed", "dismissed", "ruled out")
#: What the other side says is told by its own sentence.
_DESPITE = re.compile(r",? despite (?:claims|reports|statements|assurances)\b")
#: A question that these begin is turned about with its subject, which stands behind them.
_HELPERS = ("Has", "Have", "Is", "Are", "Was", "Were")


def dispute(
    desk: Desk, question: Question, speakers: Speakers, lowered: Lowered
) -> tuple[list[str], tuple[Span, ...]]:
    """The question with what the sides say, and the spans that carry it."""
    told = _opposed(desk, question)
    if question.text.startswith(_CLAUSE) and not asserts(question.text.removeprefix(_CLAUSE)):
        return [], ()
    sides = [_side(desk, each, speakers, lowered) for each in told]
    if not all(sides):
        return [], ()
    words = ", but ".join(each for each in sides if each).rstrip(".")
    spans = [span for each in told for span in _evidence(desk, each)]
    # A denial is carried by the words that deny, which stand around what is denied.
    denials = (each for each in told if each.stance == "denies")
    spans += [desk.statements[id].span for each in denials for id in each.statements[:1]]
    verb = "conflict" if question.relation == "contradict" else "differ"
    asked = _whether(question)
    on = f"Accounts {verb} on {asked}:" if asked else f"{question.text} Accounts {verb}:"
    ways = [f"{on} {words}."]
    if question.text.startswith(_CLAUSE):
        # "They denied that A, but he said B": what was denied, behind its verb.
        denied = question.text.removeprefix(_CLAUSE).removesuffix("?")
        plainer = words.replace(" it, but", f" that {denied}, but", 1)
        ways.append(f"{plainer[0].upper()}{plainer[1:]}.")
    return ways, tuple(spans)


def _whether(question: Question) -> str | None:
    """The question as a part of a sentence: "whether the bridge has been reopened"."""
    text = question.text.removesuffix("?")
    if text.startswith(_CLAUSE):
        return f"whether {text.removeprefix(_CLAUSE)}"
    first, _, rest = text.partition(" ")
    subjects = [f"the {question.counted}", question.counted or ""]
    subjects += [rest.partition(" been ")[0].removesuffix(" fully")] if " been " in rest else []
    who = next((each for each in subjects if each and rest.startswith(f"{each} ")), None)
    if first not in _HELPERS or who is None:
        return None
    return f"whether {who} {first.lower()} {rest[len(who) + 1 :]}"


def _side(desk: Desk, position: Position, speakers: Speakers, lowered: Lowered) -> str | None:
    """What one side says; None where only "I", by nobody named, could tell it.

    Of a denial the words are what was denied: they are never told as what was said.
    """
    who = speakers.of_origin(desk.origins[position.origin], position.evidence)
    if position.stance == "denies":
        return f"{who or 'one side'} {_denied(desk, position)} it"
    clause = re.sub(r"[,.]”$", "”", plain(_clause(desk, position).exact).rstrip(" .,;"))
    clause = _shortened(_DESPITE.split(clause)[0])
    if who is None:
        return None if talks(clause) else f"one report said {lowered(clause)}"
    if not is_clause(f"_ {clause}") and "“" not in clause:
        return f"{who} spoke of “{clause}”"
    if desk.origins[position.origin].kind == "outlet":
        return f"{who} reported that {lowered(clause)}"
    return f"{who} said {lowered(clause)}"


def _denied(desk: Desk, position: Position) -> str:
    """The verb of a denial in the past: "denied", "rejected"."""
    cues = [desk.statements[id].cue for id in position.statements]
    said = {" ".join(cue.exact.lower().split()) for cue in cues if cue is not None}
    known = retelling().cues
    return next((past for past in _DENYING if said & set(known[past])), "denied")


def _evidence(desk: Desk, position: Position) -> Iterator[Span]:
    """What a side is told from; a denial with its verb."""
    yield _clause(desk, position)
    yield from cited(desk, position)
    if position.stance == "denies":
        yield _sentence(desk, _shown(position))


def _shortened(clause: str) -> str:
    """A long clause without its lesser parts."""
    if len(clause.split()) <= _LONGEST or "“" in clause:
        return clause
    forms = list(shorter(clause))
    return next((each for each in forms if len(each.split()) <= _LONGEST), forms[-1])


def _clause(desk: Desk, position: Position) -> Span:
    """What was said around the answer, where it is short: a whole clause reads better."""
    shown = _shown(position)
    for id in position.statements:
        content = desk.statements[id].content[0]
        if content.holds(shown) and len(content.exact.split()) <= _LONGEST:
            return content
    return shown if position.statements else _sentence(desk, shown)


def _sentence(desk: Desk, shown: Span) -> Span:
    """The sentence of a report's own that holds an answer: a part of it need be no clause."""
    report = desk.reports[shown.report]
    start, end = sentences_around(report.text, shown)
    words = report.text[start:end]
    begin = start + len(words) - len(words.lstrip())
    return report.span(begin, begin + len(words.strip()))


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
