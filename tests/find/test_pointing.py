"""Tests of pointing: which named body a definite description means."""

from collections.abc import Callable

import pytest

from rashomon.statement import Statement

Found = Callable[..., tuple[Statement, ...]]


def last_name(statements: tuple[Statement, ...]) -> str | None:
    """The canonical name of the last speaker."""
    return statements[-1].speaker.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Talks between Alder Rail Workers and Alder Trains broke down on Monday.\n"
            "The union said its members would walk out.",
            "Alder Rail Workers",
        ),
        (
            "Talks between Alder Rail Workers and Alder Trains broke down on Monday.\n"
            "The company said services would run.",
            "Alder Trains",
        ),
        (
            "Alder Trains will close nine stations in the spring.\n"
            "The company wants to sell the land. It said buyers had been found.",
            "Alder Trains",
        ),
        (
            "Kettle maker Lindqvist Wares recalled its newest kettle.\n"
            "The company's statement said that the lids could come loose.",
            "Lindqvist Wares",
        ),
    ],
)
def test_a_noun_of_its_sort_means_a_body(found: Found, text: str, name: str) -> None:
    """ "The union" and "the company" are the bodies that their names or nouns show to be such."""
    assert last_name(found(text)) == name


def test_a_body_spoken_of_does_not_speak(found: Found) -> None:
    """Whom the words name is not who says them: two companies leave "the company" to the other."""
    text = (
        "Alder Trains and Brook Airways were fined.\nAlder Trains said it would appeal.\n"
        "The company said that Brook Airways had misled it."
    )
    assert last_name(found(text)) == "Alder Trains"


def test_a_description_that_tells_more_stays_unnamed(found: Found) -> None:
    """Between two companies "the Oslo-based firm" is nobody's name."""
    text = (
        "Alder Trains said it would bid.\nBrook Airways said it would not.\n"
        "The Oslo-based firm said the price was too high."
    )
    speaker = found(text)[-1].speaker
    assert (speaker.name, speaker.named) == ("Oslo-based firm", False)
