"""The brief: the account in cited prose, built from questions and positions, never generated."""

from collections.abc import Iterator, Sequence

from rashomon.account import Account, Finding, Position, Question, Sentence
from rashomon.report import Span
from rashomon.tell.checker import DISPUTE, ONE_ORIGIN, faults
from rashomon.tell.desk import Desk
from rashomon.tell.leads import lead_of
from rashomon.tell.phrasing import (
    cited,
    ended,
    flat,
    said,
    said_again,
    shown,
    told_in,
    without_parts,
)
from rashomon.tell.sections import DISPUTED, naming
from rashomon.words.numbers import find_numbers

#: So many answers, and parties to a dispute, are told in one sentence; the account has them all.
_MOST_SIDES = 4
_MOST_PARTIES = 3

#: A clause of fewer words is a scrap of a heading or a list and tells nothing.
_SHORTEST_CLAUSE = 5


def write_brief(account: Account, words: int) -> tuple[Sentence, ...]:
    """The brief of an account in at most `words` words.

    What happened comes first, then what is disputed, the figures that several give, what a reader
    must beware of, and the figures of one. A sentence that its own citations do not carry is left
    out, and so is one that only repeats what was told.
    """
    desk = Desk.of(account)
    brief: list[Sentence] = []
    told: set[Span] = set()
    length = 0
    for sentence in _sentences(desk):
        size = len(sentence.text.split())
        fresh = any(not any(each.holds(span) for each in told) for span in sentence.citations)
        if fresh and length + size <= words and not faults(sentence, _labels(account)):
            brief.append(sentence)
            told.update(sentence.citations)
            length += size
    return tuple(brief)


def _labels(account: Account) -> list[str]:
    """Names under which the account speaks of sources, whether or not a cited span holds them."""
    names = [naming(origin) for origin in account.origins]
    return [*names, *(report.outlet or report.id for report in account.reports)]


def _sentences(desk: Desk) -> Iterator[Sentence]:
    yield from _lead(desk)
    for question in desk.account.questions:
        if question.kind == "status" and question.relation in DISPUTED:
            yield _disputed(desk, question)
    figures = [
        each for each in desk.account.questions if each.kind == "figure" and each.event == "main"
    ]
    bare = [each for each in figures if _is_bare(desk, each)]
    several = [each for each in figures if each not in bare and len(each.positions) > 1]
    single = [each for each in figures if each not in bare and len(each.positions) == 1]
    for question in several:
        yield from _figures(desk, question)
    for finding in desk.account.findings:
        if finding.kind in ("same_origin", "malformed_number", "self_contradiction"):
            yield _warning(desk, finding)
    for question in (*single, *bare):
        yield from _figures(desk, question)


def _is_bare(desk: Desk, question: Question) -> bool:
    """Whether one report alone gives a number of which it says not what befell or was done."""
    figures = [desk.figures[id] for each in question.positions for id in each.figures]
    return question.relation == "single" and not any(figure.action for figure in figures)


def _lead(desk: Desk) -> Iterator[Sentence]:
    """The first sentence of the report that holds the most of what the questions ask about."""
    asked = [
        span
        for question in desk.account.questions
        for position in question.positions
        for span in position.evidence
    ]
    leads = [lead for report in desk.account.reports if (lead := lead_of(report)) is not None]
    if not leads:
        return
    best = max(leads, key=lambda lead: (sum(lead.holds(span) for span in asked), -len(lead.exact)))
    outlet = desk.reports[best.report].outlet or best.report
    yield Sentence(text=ended(f"{outlet}: {flat(best)}"), citations=(best,))


def _disputed(desk: Desk, question: Question) -> Sentence:
    """The question, and what the sides say whose positions exclude each other."""
    told = _opposed(desk, question)
    sides = [said(desk, position, shown(position)) for position in told]
    citations = [used for _, used in sides]
    citations += [span for position in told for span in cited(desk, position)]
    words = "; ".join(text for text, _ in sides)
    return Sentence(
        text=ended(f"{question.text} {DISPUTE} {words}"),
        citations=without_parts(citations),
        questions=(question.id,),
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
    first: dict[str, Position] = {}
    for position in ranked:
        origin = desk.origins[position.origin]
        first.setdefault(origin.party or origin.name, position)
    return list(first.values())[:_MOST_PARTIES]


def _clearness(desk: Desk, pair: tuple[Position, Position]) -> tuple[bool, bool, int]:
    """Sorts pairs of positions: two parties, both with a speaker, much evidence."""
    origins = [desk.origins[each.origin] for each in pair]
    return (
        origins[0].party != origins[1].party,
        all(origin.kind == "speaker" for origin in origins),
        sum(len(each.evidence) for each in pair),
    )


def _figures(desk: Desk, question: Question) -> Iterator[Sentence]:
    """Who gives which figure, in the words that hold it; one answer is told once for all."""
    told: dict[tuple[object, ...], list[Position]] = {}
    for position in question.positions:
        bounds = (position.value, position.low, position.high, position.qualifier)
        told.setdefault(bounds, []).append(position)
    sides: list[str] = []
    citations: list[Span] = []
    speaking = None
    for same in list(told.values())[:_MOST_SIDES]:
        best = min(same, key=lambda each: (not each.statements, each.id))
        clause = told_in(desk, desk.figures[best.figures[0]])
        if speaking == best.origin:
            text, used = said_again(desk, clause)
        else:
            text, used = said(desk, best, clause)
        speaking = best.origin
        # Others give the same number, not the same clause: they stand beside it only where the
        # clause holds no second number that they may not give.
        alone = len(list(find_numbers(used.exact))) == 1
        others = _other_names(desk, best, same) if alone else ""
        text = text.rstrip(".") + (f" (likewise {others})" if others else "")
        if used in citations or len(used.exact.split()) < _SHORTEST_CLAUSE:
            continue
        sides.append(text)
        citations += [used, *(span for each in same for span in cited(desk, each))]
    if sides:
        yield Sentence(
            text=ended("; ".join(sides)),
            citations=without_parts(citations),
            questions=(question.id,),
        )


def _other_names(desk: Desk, best: Position, same: Sequence[Position]) -> str:
    """Who else gives the same answer, by name."""
    names = dict.fromkeys(desk.origins[each.origin].name for each in same)
    names.pop(desk.origins[best.origin].name)
    return ", ".join(names)


def _warning(desk: Desk, finding: Finding) -> Sentence:
    """A finding as a sentence, without the numbers that are ours and not a report's."""
    text = finding.text
    broken = {figure.span: figure.printed for figure in desk.figures.values()}
    if finding.kind == "malformed_number":
        text = f"{broken[finding.sides[0].evidence[0]]} is not a well-formed number"
    elif finding.kind == "same_origin" and finding.origin is not None:
        text = f"{ONE_ORIGIN} {naming(desk.origins[finding.origin])}"
    return Sentence(
        text=ended(text),
        citations=without_parts([span for side in finding.sides for span in side.evidence[:1]]),
        questions=(finding.question,) if finding.question else (),
    )
