"""One question by the deed, state or attribute that figures tell of, whatever their numbers."""

from typing import Any

import pytest
from building import figure_of, notes_of, report_of

from rashomon.account import Question
from rashomon.frame import Frame
from rashomon.notes import Notes
from rashomon.weigh.frames import attributes_fit, things_fit
from rashomon.weigh.weighing import weigh

BARLEY: dict[str, Any] = {
    "kind": "measurement",
    "unit": "tonne",
    "counted": "barley",
    "head": "barley",
    "action": None,
    "measure": "barley",
}


def told(id: str, words: str, value: float, frame: Frame, **given: Any) -> Notes:
    """A report that says only: WORDS, it was said."""
    report = report_of(id, f"{words}, it was said.")
    figure = figure_of(report, words, value, frame=frame, **{**BARLEY, **given})
    return notes_of(report, figures=[figure])


def relation(*notes: Notes) -> str:
    """How the figures of these reports relate, as one story: apart where no question holds all."""
    asked: list[Question] = [each for each in weigh(notes, ()).questions if each.kind == "figure"]
    return asked[0].relation if len(asked) == 1 else "apart"


def holds(other: str | None, verb: str = "hold", **given: Any) -> Frame:
    """What something holds."""
    return Frame(verb=verb, other=other, known=True, **given)


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (holds("silo"), "differ"),
        (holds("silo", verb="store"), "differ"),
        (holds(None), "apart"),
        (holds("ship"), "apart"),
        (holds("silo", possible=True), "apart"),
        (Frame(attribute="room", other="silo"), "apart"),
    ],
)
def test_other_numbers_of_one_deed_differ(frame: Frame, expected: str) -> None:
    """The silo's load is told twice; what something else holds, or may hold, is another thing."""
    one = told("a", "800 tonnes", 800, holds("silo"))
    assert relation(one, told("b", "500 tonnes", 500, frame)) == expected


def test_a_report_with_several_numbers_is_set_against_none() -> None:
    """Where one report tells two loads of the silo, neither is known to be the other's."""
    report = report_of("b", "500 tonnes, it was said; then 300 tonnes, it was said.")
    two = [
        figure_of(report, words, value, frame=holds("silo"), **BARLEY)
        for words, value in (("500 tonnes", 500), ("300 tonnes", 300))
    ]
    both = notes_of(report, figures=two)
    asked = weigh([told("a", "800 tonnes", 800, holds("silo")), both], ()).questions
    assert {each.relation for each in asked} <= {"single", "possibly_related"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("altitude", "height", "same"),
        ("altitude", "distance", "apart"),
        ("speed limit", "average speed", "apart"),
        ("maximum height", "height", "same"),
        ("price", "deal", "open"),
    ],
)
def test_attributes_fit_or_not(one: str, other: str, expected: str) -> None:
    """Of what lengths and speeds measure, one is never another; of prices it is open."""
    assert attributes_fit(one, other) == attributes_fit(other, one) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("shed", "warehouse", "near"),
        ("hospital", "building", "near"),
        ("hospital", "school", "apart"),
        ("Harrow Mills", "mill", "open"),
        ("Harrow Mills", "Belmark Foods", "apart"),
        ("fire service", "ambulance service", "apart"),
        (None, "school", "open"),
    ],
)
def test_things_fit_or_not(one: str | None, other: str, expected: str) -> None:
    """A general word calls a thing back; two names are two things, a name and a noun may be one."""
    assert things_fit(one, other) == things_fit(other, one) == expected


def test_an_earlier_offer_is_not_the_offer() -> None:
    """What was offered first is not set against what is offered now, even at one number."""
    price = {"kind": "price", "unit": "USD", "counted": None, "head": None, "measure": "offer"}
    first = Frame(attribute="first offer", other="Belmark", known=True)
    now = Frame(attribute="offer", other="Belmark", known=True)
    notes = [told("a", "$413", 413, first, **price), told("b", "$413", 413, now, **price)]
    assert relation(*notes) == "apart"
