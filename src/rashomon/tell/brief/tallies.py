"""Tallies: the figures that answer one question, and who gives which, in one sentence."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rashomon.account import Position, Question
from rashomon.figure import Figure
from rashomon.report import Span
from rashomon.tell.brief.counts import (
    answer,
    ends,
    is_counted,
    listed,
    names,
    period_of,
    subject_of,
)
from rashomon.tell.brief.items import Item, breaks_off, full_name
from rashomon.tell.brief.shorter import Lowered, points
from rashomon.tell.brief.speakers import Speakers
from rashomon.tell.brief.standing import is_clause, is_page, points_back, speaks
from rashomon.tell.brief.wordings import wordings
from rashomon.tell.desk import Desk
from rashomon.tell.sections import DISPUTED, UPDATED

#: So many answers, and names for one answer, are told in one sentence; the account has them all.
_MOST_ANSWERS, _MOST_NAMES = 6, 2

#: A measure before a noun ("59-degree") is no answer without it.
_ADJECTIVE = re.compile(r"\d-[a-z-]+$")
#: A clause that hangs on the words before it.
_RELATIVE = re.compile(r"(?:(?:in|of|at|on|by|from|to) )?(?:which|whom|who|whose|where|that)\b")
#: An event spoken of as known, with nothing behind it that says which.
_THE_EVENT = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:incident|attack|strike|air ?strike|raid|blast|explosion"
    r"|bombing|shooting|crash|accident|fire|clash|operation|assault|disaster)s?\b"
    r"(?! (?:on|in|of|at|near|last|by|against|that|which) )"
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def tally(
    desk: Desk, question: Question, speakers: Speakers, lowered: Lowered
) -> tuple[list[str], tuple[Span, ...]]:
    """The ways to tell a question's figures, the fullest first, and the spans they rest on."""
    answers = _answers(desk, question)
    if not answers:
        return [], ()
    citations = [span for same in answers for each in same for span in cited(desk, each)]
    if is_listed(question) and len(answers) > 1:
        return list(listed(desk, question, answers, speakers)), tuple(citations)
    if question.relation == UPDATED:
        answers = answers[-1:]  # no noun tells what was updated, so only what it is now is told
        citations = [span for each in answers[0] for span in cited(desk, each)]
    ways, spans = _led(desk, answers, speakers, lowered, citations)
    several = len(answers) > 1 or len(names(desk, answers[0], speakers)) > 1
    if not ways and several and is_counted(question):
        return list(listed(desk, question, answers, speakers)), tuple(citations)
    return ways, spans


def of_another(questions: Sequence[Question]) -> frozenset[str]:
    """The figures that tell of another event than the story's.

    They answer a question about another place or time, or one that is asked again for another
    place than that of the question with most answers.
    """
    counted = [each for each in questions if each.kind == "figure" and is_counted(each)]
    chief: dict[str, Question] = {}
    for each in sorted(counted, key=lambda one: (one.event != "main", -len(one.positions))):
        chief.setdefault(subject_of(each), each)
    apart = (each for each in counted if each.event != "main" or each not in chief.values())
    return frozenset(id for each in apart for one in each.positions for id in one.figures)


def says_which(way: str) -> bool:
    """Whether a sentence names no event as the one at hand: "the strike", with no word of which."""
    return _THE_EVENT.search(way) is None


def is_listed(question: Question) -> bool:
    """Whether the answers are told as a list: they differ, and the question can be named."""
    return question.relation in (*DISPUTED, UPDATED) and is_counted(question)


def others_told(desk: Desk, question: Question, speakers: Speakers) -> tuple[str, tuple[Span, ...]]:
    """Who gives which answers, as the end of a sentence that tells another answer."""
    answers = _answers(desk, question)
    tail = "; ".join(_others(desk, answers, speakers, ()))
    return tail, tuple(span for same in answers for each in same for span in cited(desk, each))


def opened(sentence: str) -> str:
    """A sentence without its full stop, so that more may follow; a quotation keeps its end."""
    return sentence[:-1] if sentence.endswith(".") else re.sub(r"[.,]”$", "”", sentence)


def _answers(desk: Desk, question: Question) -> list[list[Position]]:
    """The positions, those that give one answer together; in order of time for an update.

    Where there are too many, the first, the last, the lowest and the highest stay.
    """
    held: dict[tuple[object, ...], list[Position]] = {}
    positions = [each for each in question.positions if each.figures]
    recent = [each for each in positions if not _is_background(desk, each)] or positions
    if question.relation == "supersedes":
        recent = _in_turn(desk, question, recent)
    for position in recent:
        bounds = (position.value, position.low, position.high, position.qualifier)
        held.setdefault(bounds, []).append(position)
    answers = list(held.values())
    if len(answers) <= _MOST_ANSWERS:
        return answers
    lowest = min(answers, key=lambda same: ends(same[0])[0])
    highest = max(answers, key=lambda same: ends(same[0])[1])
    ranked = [answers[0], answers[-1], lowest, highest, *answers]
    chosen = list({same[0].id: same for same in ranked}.values())[:_MOST_ANSWERS]
    return [same for same in answers if same in chosen]


def _in_turn(desk: Desk, question: Question, positions: Sequence[Position]) -> list[Position]:
    """Answers by day; those of one day by how many of that day took their place, then by number."""
    days = {each.id: _published(desk, each) for each in question.positions}
    gone = Counter(
        each.a
        for each in question.relations
        if each.relation == UPDATED and days[each.a] == days[each.b]
    )
    return sorted(
        positions, key=lambda each: (days[each.id], -gone[each.id], each.value or each.low or 0.0)
    )


def _published(desk: Desk, position: Position) -> str:
    days = [desk.reports[span.report].published or "" for span in position.evidence]
    return min(days, default="")[:10]


def _is_background(desk: Desk, position: Position) -> bool:
    """Whether a clause dates its figure by a year: what other times saw is another matter."""
    figure = desk.figures[position.figures[0]]
    return figure.clause is not None and bool(_YEAR.search(figure.clause.exact))


def _led(
    desk: Desk,
    answers: Sequence[list[Position]],
    speakers: Speakers,
    lowered: Lowered,
    citations: Sequence[Span],
) -> tuple[list[str], tuple[Span, ...]]:
    """The clause of the first answer; then who gives another."""
    first = min(
        (each for same in answers for each in same),
        key=lambda each: (_hangs(desk, each), not each.statements, _length(desk, each), each.id),
    )
    figure = desk.figures[first.figures[0]]
    others = [same for same in answers if _is_another(desk, same[0], first)]
    clause = figure.clause or figure.span
    statement = desk.statements.get(first.statements[0]) if first.statements else None
    if statement is not None and not statement.content[0].holds(clause):
        # Its words reach beyond what was said, and what was said is never told as a fact.
        return [], ()
    span = statement.content[0] if statement else clause
    if breaks_off(desk.reports[span.report], span):
        return [], ()
    spans = (span, *([statement.span] if statement else []), *citations)
    item = Item(span=span, citations=spans, place=0, statement=statement)
    printed = " ".join(figure.number.exact.split())
    ways = [way for way in wordings(item, desk, speakers, lowered) if printed in way]
    if _hangs(desk, first):
        ways = []
    teller = names(desk, [first], speakers)[:1]
    tail = "".join(f"; {each}" for each in _others(desk, others, speakers, teller))
    return [f"{way[0].upper()}{opened(way)[1:]}{tail}." if tail else way for way in ways], spans


def is_same(desk: Desk, one: Position, other: Position) -> bool:
    """Whether two answers need be told but once.

    They give one number for one time, and no two bounds: "some 30" beside "30" is one answer,
    "some 30" beside "as few as 30" is not.
    """
    first, second = (desk.figures[each.figures[0]] for each in (one, other))
    bounds = {first.qualifier, second.qualifier} - {"exact"}
    times = {_ends_of(desk, each) for each in (first, second)} - {None}
    return _number(first) == _number(second) and len(bounds) < 2 and len(times) < 2


def _number(figure: Figure) -> tuple[str, float | None, float | None]:
    """What a figure counts in, and its number, or its bounds where it has none."""
    if figure.value is not None:
        return figure.unit, figure.value, None
    return figure.unit, figure.low, figure.high


def _ends_of(desk: Desk, figure: Figure) -> tuple[str | None, str | None] | None:
    """From when to when a figure holds, where that is said."""
    period = next((each for each in desk.account.times if each.id == figure.period), None)
    return (period.from_, period.to) if period is not None else None


def _is_another(desk: Desk, position: Position, told: Position) -> bool:
    """Whether an answer must be told beside another: no conversion, and no mere word for many."""
    figure, other = (desk.figures[each.figures[0]] for each in (position, told))
    vague = figure.qualifier == "vague" != other.qualifier
    return figure.unit == other.unit and not vague and not is_same(desk, position, told)


def is_adjective(figure: Figure) -> bool:
    """Whether a figure only marks a noun: "a two-car tram"."""
    return _ADJECTIVE.search(figure.span.exact.split(" ")[0]) is not None


def _others(
    desk: Desk, answers: Sequence[list[Position]], speakers: Speakers, teller: Sequence[str]
) -> Iterator[str]:
    """ "Reuters gave 4.3 per cent", and last what reports say that have no name."""
    nameless: list[str] = []
    for same in answers:
        who, words = names(desk, same, speakers), answer(desk.figures[same[0].figures[0]])
        if not words or _ADJECTIVE.search(words):
            continue
        if not who:
            nameless.append(words)
        elif who[:1] == list(teller):
            yield f"in another report, {words}"
        else:
            yield f"{' and '.join(who[:_MOST_NAMES])} gave {words}"
    if nameless:
        which = "another report" if len(nameless) == 1 else "other reports"
        yield f"{which} gave {' and '.join(nameless)}"


def _hangs(desk: Desk, position: Position) -> bool:
    """Whether the clause of a figure needs the words before it to be understood."""
    figure = desk.figures[position.figures[0]]
    words = (figure.clause or figure.span).exact
    talking = speaks(words.lower().replace("’", "'"))
    alone = not position.statements and (points(words) or talking or not is_clause(words))
    hangs = _RELATIVE.match(words) is not None or points_back(words)
    return alone or is_page(words) or hangs


def _length(desk: Desk, position: Position) -> int:
    figure = desk.figures[position.figures[0]]
    return len((figure.clause or figure.span).exact)


def cited(desk: Desk, position: Position) -> list[Span]:
    """The evidence of a position, and where its speaker is named."""
    spans = list(position.evidence)
    for figure in position.figures:
        spans += period_of(desk, desk.figures[figure])
    for each in position.statements[:1]:
        speaker = desk.statements[each].speaker
        if speaker.span is not None:
            spans.append(speaker.span)
        spans += full_name(desk, speaker.name, speaker.span)
    return spans
