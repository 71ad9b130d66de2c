"""The verb or noun that a number belongs to, and who or what takes part beside it."""

import pytest

from rashomon.find.figures.search import find_figures
from rashomon.find.parse import parse
from rashomon.frame import Frame
from rashomon.report import Report


def frames(text: str) -> list[Frame | None]:
    """The frames of the figures of a text."""
    (parsed,) = parse([Report(id="r", text=text)])
    return [figure.frame for figure in find_figures(parsed)]


@pytest.mark.parametrize(
    ("text", "verb", "does", "other"),
    [
        ("The silo held 800 tonnes of barley.", "hold", False, "silo"),
        ("Some 90 sacks of rice were stored in the barn.", "store", False, "barn"),
        ("The choir sold 340 tickets.", "sell", False, "choir"),
        ("They sold 340 tickets.", "sell", False, None),
        ("Some 60 volunteers searched the forest.", "search", True, "forest"),
    ],
)
def test_a_count_belongs_to_its_verb(text: str, verb: str, does: bool, other: str | None) -> None:
    """The verb is kept with who does it, holds it or is acted on, where a noun says so."""
    (frame,) = frames(text)
    assert frame is not None
    assert (frame.verb, frame.does, frame.other) == (verb, does, other)


@pytest.mark.parametrize(
    ("text", "attribute", "other"),
    [
        ("The balloon reached an altitude of 31 km.", "altitude", "balloon"),
        ("The road has a speed limit of 30 mph.", "speed limit", "road"),
        ("The mayor put the damage at $3 million.", "damage", None),
        ("A four-car train stopped. Nobody left the train.", "car", "train"),
        ("The barn had room for 900 tonnes of hay.", "room", "barn"),
    ],
)
def test_an_amount_belongs_to_its_noun(text: str, attribute: str, other: str | None) -> None:
    """What an amount measures is the noun before it, or the thing that it describes."""
    (frame,) = frames(text)
    assert frame is not None
    assert (frame.attribute, frame.other) == (attribute, other)


def test_an_estimate_is_of_what_was_told_before() -> None:
    """An estimate, a figure or a sum by itself takes over the attribute of the amount before."""
    bill, estimate = frames("The bill may reach $9 million; the insurer's estimate is $4 million.")
    assert bill is not None
    assert estimate is not None
    assert bill.attribute == estimate.attribute == "bill"


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("The coach can carry 52 passengers.", True),
        ("The coach is licensed to carry 52 passengers.", True),
        ("The coach carried 52 passengers.", False),
    ],
)
def test_what_may_be_is_not_what_is(text: str, possible: bool) -> None:
    """A capacity or a permit is told from a load."""
    (frame,) = frames(text)
    assert frame is not None
    assert frame.possible is possible
