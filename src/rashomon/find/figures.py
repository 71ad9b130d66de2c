"""Figures: every quantity of a report that says something about the world."""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.figure import Figure
from rashomon.find import measures
from rashomon.find.amounts import Amount, amounts
from rashomon.find.counted import Counted, counted_by
from rashomon.find.nofigures import is_speech, is_year, sober
from rashomon.find.parse import Parsed, Token
from rashomon.find.parts import with_parts
from rashomon.find.sense import ACTED, Sense, built, trend
from rashomon.problem import Problem
from rashomon.words.numbers import Number, find_numbers

#: Ages beyond the oldest person on record are none.
_OLDEST = 122
#: A bare count inherits from a count at most this many characters before it.
_NEAR = 60


def find_figures(parsed: Parsed) -> tuple[Figure, ...]:
    """The figures of a report in reading order, without place, period, statement and speaker."""
    text = parsed.doc.text
    numbers = [one for one in sober(parsed, find_numbers(text)) if not is_year(parsed, one)]
    moving = frozenset(one.start for one in numbers if _moves(parsed, one))
    found = (_figure(parsed, amount) for amount in amounts(text, numbers, moving))
    return with_parts(text, _inherited(figure for figure in found if figure))


def figure_problems(parsed: Parsed, figures: Iterable[Figure]) -> tuple[Problem, ...]:
    """One problem for each number that is printed ill-formed and was not guessed at."""
    return tuple(
        Problem(
            kind="malformed_number",
            detail=f"{figure.printed} is not a well-formed number; it may mean "
            + (" or ".join(f"{one:,.10g}" for one in figure.candidates) or "anything"),
            report=parsed.report.id,
            span=figure.number,
        )
        for figure in figures
        if not figure.well_formed
    )


def _moves(parsed: Parsed, number: Number) -> bool:
    """Whether a number follows "from" under a verb of change ("rose from 50 to 58")."""
    found = measures.role(_tokens(parsed, number.start, number.end)[-1])
    return found.part == "prep from" and trend(found.governor) is not None


def _tokens(parsed: Parsed, start: int, end: int) -> list[Token]:
    tokens = parsed.doc.char_span(start, end, alignment_mode="expand")
    assert tokens is not None  # amounts are never empty and lie within the parse
    return list(tokens)


def _figure(parsed: Parsed, amount: Amount) -> Figure | None:
    """The figure that an amount is, None where it is a turn of speech or a bare number."""
    number = _tokens(parsed, amount.start, amount.end)
    amount = _aged(parsed, amount, number)
    tokens = _tokens(parsed, amount.start, amount.finish) if amount.unit != "count" else number
    thing = counted_by(parsed, amount, tokens)
    last = _tokens(parsed, amount.start, max(thing.end, amount.finish))[-1]
    anchor = _anchor(tokens[-1], thing)
    concept = measures.concept_of(anchor, last, thing.head) if amount.kind in ACTED else None
    if is_speech(number[-1], amount.bounds.value, amount.form, concept is not None):
        return None
    if amount.form == "range" and amount.unit == "count" and thing.head is None and not concept:
        return None
    return built(parsed, amount, thing, Sense(anchor=anchor, last=last, concept=concept))


def _anchor(number: Token, thing: Counted) -> Token:
    """The token that carries the verb: the counted noun, or the number that it hangs on."""
    head = thing.head
    if head is None or thing.of or head.i <= number.i:
        return number
    # "hundreds of people were hurt": the hundreds carry the verb.
    return number if head.dep_ == "pobj" and head.head.i > number.i else head


def _aged(parsed: Parsed, amount: Amount, tokens: list[Token]) -> Amount:
    """The amount as an age, where it stands between commas after a name ("Ann Lee, 34,")."""
    first, last = tokens[0], tokens[-1]
    if amount.unit != "count" or first.i < 2 or first.i != last.i or last.i + 1 >= len(parsed.doc):
        return amount
    value = amount.bounds.value
    opening, closing = first.nbor(-1), last.nbor(1)
    named = opening.nbor(-1).pos_ == "PROPN" and opening.text in (",", "(")
    closed = closing.text in (",", ".", ")", ";")
    if named and closed and value is not None and 0 < value <= _OLDEST and value == int(value):
        return replace(amount, kind="age", unit="year")
    return amount


def _inherited(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Bare counts take over what the count before them in the sentence counts."""
    done: list[Figure] = []
    for figure in figures:
        before = done[-1] if done else None
        if before and _follows(before, figure):
            figure = replace(
                figure,
                counted=before.counted,
                head=before.head,
                population=before.population,
                action=figure.action or before.action,
                measure=figure.measure if figure.action else before.measure,
            )
        done.append(figure)
    return tuple(done)


def _follows(before: Figure, figure: Figure) -> bool:
    """Whether `figure` is a bare count close behind a count of something."""
    return (
        figure.counted is None
        and figure.kind in ("level", "change")
        and figure.unit == before.unit == "count"
        and before.counted is not None
        and figure.span.start - before.span.end <= _NEAR
    )
