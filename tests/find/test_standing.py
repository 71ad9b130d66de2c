"""Tests of standing: the role beside a name, and the body that it serves."""

from collections.abc import Callable

import pytest

from rashomon.statement import Statement

Found = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("phrase", "role", "body"),
    [
        ("Lt. Cmdr. Vera Molnar, a spokeswoman for the coastguard,", "spokeswoman", "coastguard"),
        ("Vera Molnar, a spokeswoman for the coastguard,", "spokeswoman", "coastguard"),
        ("Prime Minister Ana Ruiz", "Prime Minister", None),
        ("Colonel Vera Molnar", "Colonel", None),
        ("Nordic Airlines chief executive Vera Molnar", "chief executive", "Nordic Airlines"),
        ("Transport Department spokeswoman Vera Molnar", "spokeswoman", "Transport Department"),
        # Neither a topic nor a thing, a place, a person or a trade is a body served.
        ("Vera Molnar, an official with knowledge of the talks,", "official", None),
        ("Vera Molnar, head of security,", "head of security", None),
        ("Vera Molnar, a resident of Bergen,", "resident", None),
        ("Social media expert Vera Molnar", "Social media expert", None),
        ("Airline analyst Vera Molnar", "Airline analyst", None),
        ("A spokesman for Ole Berg", "spokesman", None),
    ],
)  # fmt: skip
def test_the_body_served_is_a_body(found: Found, phrase: str, role: str, body: str | None) -> None:
    """A rank gives way to a post, an office keeps its words, and `for_` is a body or unknown."""
    (speaker,) = (statement.speaker for statement in found(f"{phrase} said the boat had sunk."))
    assert (speaker.role, speaker.for_) == (role, body)


@pytest.mark.parametrize(
    "words",
    ["Chief Executive Fiona Grant said", "Its operations director, Fiona Grant, said"],
)
def test_a_head_serves_the_body_that_spoke(found: Found, words: str) -> None:
    """A bare chief executive, and "its director", belong to the one body before them."""
    text = f"Nordic Airlines said the flight was late.\n{words} crews were tired."
    assert found(text)[-1].speaker.for_ == "Nordic Airlines"


def test_between_two_bodies_a_head_is_left_open(found: Found) -> None:
    """Where two bodies have spoken, a bare chief executive may belong to either."""
    text = (
        "Nordic Airlines said the flight was late. Harbour Bank said it would pay.\n"
        "Chief Executive Fiona Grant said crews were tired."
    )
    assert found(text)[-1].speaker.for_ is None
