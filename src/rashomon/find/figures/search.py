"""Figures: every quantity of a report that says something about the world."""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.figure import Figure
from rashomon.find.figures import measures
from rashomon.find.figures.amounts import Amount, amounts
from rashomon.find.figures.counted import counted_by
from rashomon.find.figures.ellipsis import completed
from rashomon.find.figures.frames import with_attributes
from rashomon.find.figures.grammar import role
from rashomon.find.figures.nofigures import is_bare, is_year, plain, sober
from rashomon.find.figures.parts import with_parts
from rashomon.find.figures.sense import built, carrier, sense_of
from rashomon.find.figures.trends import trend
from rashomon.find.parse import Parsed, Token
from rashomon.problem import Problem
from rashomon.words.numbers import Number, find_numbers

#: Ages beyond the oldest person on record (122 years) are none.
_OLDEST = 122


def find_figures(parsed: Parsed) -> tuple[Figure, ...]:
    """The figures of a report in reading order, without place, period, statement and speaker."""
    text = parsed.report.text
    numbers = [one for one in sober(parsed, find_numbers(text)) if not is_year(parsed, one)]
    moving = frozenset(one.start for one in numbers if _moves(parsed, one))
    found = (_figure(parsed, plain(parsed, one)) for one in amounts(text, numbers, moving))
    whole = completed(parsed, (figure for figure in found if figure))
    return with_parts(text, tuple(with_attributes(whole)))


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
    """Whether a number starts a change and no range ("rose from 50 to 58", "by 8 to 58")."""
    found = role(_tokens(parsed, number.start, number.end)[-1])
    return found.part in ("prep from", "prep by") and trend(found.governor) is not None


def _tokens(parsed: Parsed, start: int, end: int) -> list[Token]:
    tokens = parsed.doc.char_span(start, end, alignment_mode="expand")
    assert tokens is not None  # amounts are never empty and lie within the parse
    return list(tokens)


def _figure(parsed: Parsed, amount: Amount) -> Figure | None:
    """The figure that an amount is, None where it is a turn of speech or a bare number."""
    number = _tokens(parsed, amount.start, amount.end)
    amount = _aged(parsed, amount, number)
    run = _run(parsed, amount, number)
    thing = counted_by(parsed, amount, run)
    last = _tokens(parsed, amount.start, max(thing.end, amount.finish))[-1]
    sense = sense_of(parsed, amount, thing, carrier(run, thing), last)
    befell = sense.concept is not None and not _picks(number[-1])
    if is_bare(parsed, number[-1], amount, befell=befell, counts=thing.head):
        return None
    return built(parsed, amount, thing, sense)


def _picks(number: Token) -> bool:
    """Whether "one of the injured" only picks a person out, to whom nothing more befell."""
    follows = number.i + 1 < len(number.doc) and number.nbor(1).lower_ == "of"
    return number.lower_ == "one" and follows and measures.governing(number) is None


def _run(parsed: Parsed, amount: Amount, number: list[Token]) -> list[Token]:
    """The tokens of the number with its unit; "$5 a share" hangs on the number alone."""
    if amount.unit == "count" or (amount.kind == "price" and " per " in amount.unit):
        return number
    return _tokens(parsed, amount.start, amount.finish)


def _aged(parsed: Parsed, amount: Amount, tokens: list[Token]) -> Amount:
    """The amount as an age, where it stands between commas after a name ("Ann Lee, 34,")."""
    first, last = tokens[0], tokens[-1]
    if amount.unit != "count" or first.i < 2 or first.i != last.i or last.i + 1 >= len(parsed.doc):
        return amount
    value = amount.bounds.value
    opening, closing = first.nbor(-1), last.nbor(1)
    person = opening.nbor(-1)
    named = person.tag_ in ("NNP", "NN") and opening.text in (",", "(")
    closed = closing.text in ((",",) if person.tag_ == "NN" else (",", ".", ")", ";"))
    if named and closed and value is not None and 0 < value <= _OLDEST and value == int(value):
        return replace(amount, kind="age", unit="year")
    return amount
