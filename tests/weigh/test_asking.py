"""How a question about figures is put into words."""

from typing import Any

import pytest
from building import figure_of, notes_of, report_of, span_of

from rashomon.weigh.weighing import weigh

UNKNOWN = {"counted": None, "head": None, "action": None, "measure": None}


def asked(text: str, words: str, value: float, clause: str | None = None, **given: Any) -> str:
    """The question that one figure of one report answers."""
    report = report_of("a", text)
    figure = figure_of(report, words, value, clause=clause and span_of(report, clause), **given)
    (question,) = weigh((notes_of(report, figures=[figure]),), ()).questions
    return question.text


@pytest.mark.parametrize(
    ("text", "words", "given", "expected"),
    [
        ("The wall is 4 metres tall.", "4 metres", {"unit": "metre", "kind": "measurement"}, "far"),
        ("It sailed at 8 knots.", "8 knots", {"unit": "knot", "kind": "measurement"}, "fast"),
        ("The bridge cost $5.", "$5", {"unit": "USD", "kind": "price"}, "much money"),
        ("It held 9 litres.", "9 litres", {"unit": "litre", "kind": "measurement"}, "much"),
    ],
)
def test_an_amount_is_asked_for_by_what_it_measures(text, words, given, expected):
    """A speed is asked for by "how fast", money by "how much money"."""
    question = asked(text, words, 4, clause=text, **UNKNOWN | given)
    assert question == f"How {expected}, as in “{text.replace(words, '___')}”?"


def test_a_question_gives_none_of_its_answers_away():
    """A blank stands for the number, and far words on either side are cut."""
    text = (
        "The harbour office, which has kept its own books since the spring, hired 12 cranes "
        "from a yard that had stood idle through most of the winter and the spring."
    )
    given = UNKNOWN | {"counted": "cranes", "head": "crane"}
    assert asked(text, "12 cranes", 12, clause=text, **given) == (
        "How many cranes, as in “… kept its own books since the spring, hired ___ from a yard that "
        "had stood idle through …”?"
    )


def test_a_clause_of_a_number_alone_is_widened_to_its_line():
    """ "Four metres" alone would leave nothing but the blank."""
    given = UNKNOWN | {"unit": "metre", "kind": "measurement"}
    text = "The storm began.\nIt moved 4 metres of sand."
    assert asked(text, "4 metres", 4, **given) == "How far, as in “It moved ___ of sand.”?"


def test_a_share_of_something_unnamed_is_asked_for_without_it():
    """ "What share of it" would ask for nothing that a reader knows."""
    given = UNKNOWN | {"unit": "percent", "kind": "share"}
    text = "The other 12 percent came from wind."
    assert asked(text, "12 percent", 12, clause=text, **given) == (
        "What share, as in “The other ___ came from wind.”?"
    )
