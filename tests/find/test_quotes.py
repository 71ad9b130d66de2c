"""Tests of quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.find.parse import parse
from rashomon.find.statements.quotes import quotations, quote_problems
from rashomon.report import Report

OPEN, CLOSE = "\u201c", "\u201d"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "we are late" twice.', ['"we are late"']),
        (f"He said {OPEN}we are late{CLOSE} twice.", [f"{OPEN}we are late{CLOSE}"]),
        (
            f"{OPEN}She cried \u2018fire\u2019 and ran,{CLOSE} he said.",
            [f"{OPEN}She cried \u2018fire\u2019 and ran,{CLOSE}"],
        ),
        ("''We left,'' she said.", ["''We left,''"]),
        (f"{CLOSE}Fear. I saw it,{CLOSE} he said.", [f"{CLOSE}Fear. I saw it,{CLOSE}"]),
        ('The shelf is 6" tall and the door 80" tall.', []),
        ("It wasn't the captain's fault.", []),
        ("'It's the crews' fault,' she said.", ["'It's the crews' fault,'"]),
        ("She wrote: \u2018We are so late.\u2019", ["\u2018We are so late.\u2019"]),
        ("They met at the 'Blue House' today.", []),
    ],
)
def test_quotations_are_found_with_their_marks(text: str, quoted: list[str]) -> None:
    """Straight, curly and doubled single marks quote; inches and apostrophes do not."""
    assert [text[one.start : one.end] for one in quotations(text)] == quoted


def test_a_quotation_over_paragraphs_goes_on() -> None:
    """Each paragraph opens anew and only the last one closes: no mark is missing."""
    text = f"{OPEN}The dam held.\n\n{OPEN}Then it broke,{CLOSE} the engineer said."
    first, second = quotations(text)
    assert (first.closed, first.continued) == (True, True)
    assert (second.closed, second.continued) == (True, False)


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    """A quotation that no mark closes stops at the line's end and is a problem."""
    text = f"{OPEN}We lost everything, she said.\nThe river rose again."
    (one,) = quotations(text)
    assert text[one.start : one.end] == f"{OPEN}We lost everything, she said."
    (problem,) = quote_problems(next(parse([Report(id="r", text=text)])))
    assert (problem.kind, problem.report) == ("unclosed_quote", "r")
    assert problem.span is not None
    assert problem.span.exact.startswith(OPEN)


@given(st.text(alphabet=f"ab .,\n\"'{OPEN}{CLOSE}", max_size=80))
def test_quotations_never_overlap(text: str) -> None:
    """Whatever the marks, quotations lie within the text, in order and apart."""
    found = quotations(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
