"""Passages: the clause around a word, whole enough to be read alone."""

import pytest

from rashomon.find.parse import parse
from rashomon.find.passages import passage_of
from rashomon.report import Report


@pytest.mark.parametrize(
    ("text", "word", "passage"),
    [
        ("The storm killed 12 people, police said.", "12", "The storm killed 12 people"),
        (
            "Boats that carried 40 people sank.",
            "40",
            "Boats that carried 40 people sank",
        ),
        (
            "A bomb went off at noon, killing 14 people.",
            "14",
            "A bomb went off at noon, killing 14 people",
        ),
        (
            "The second rise falls away if inflation drops below 2 per cent.",
            "2",
            "The second rise falls away if inflation drops below 2 per cent",
        ),
        ("She said that 30 people had left.", "30", "30 people had left"),
    ],
)
def test_a_passage_can_be_read_alone(text: str, word: str, passage: str) -> None:
    """The clause has its subject and verb, and keeps the "if" that it hangs on."""
    parsed = next(parse([Report(id="r", text=text)]))
    (token,) = [each for each in parsed.doc if each.text == word]
    assert passage_of(parsed, token, None).exact == passage
