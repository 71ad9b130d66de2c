"""What is no figure, and what looks like none but is one."""

import pytest

from rashomon.figure import Figure
from rashomon.find.figures.search import find_figures
from rashomon.find.parse import parse
from rashomon.report import Report


def figures_in(text: str) -> tuple[Figure, ...]:
    """The figures of a text, in reading order."""
    return find_figures(next(parse([Report(id="r", text=text)])))


@pytest.mark.parametrize(
    "text",
    [
        "Call 911 if you smell gas.",
        "Neighbours dialled 112 and a 999 call was recorded.",
        "Tell us at 1-800-555-TIPS or 800-555-0142.",
        "She wrote a book called 100 Quiet Hours.",
        "They sang “Nine Long Winters” and left.",
        "The tax is the union's number-one enemy.",
        "The crew boarded a 737 and later the 486.",
        "The pass will open in a day or two.",
        "It is one of the jewels of the coast.",
        "The bridge remains one that nobody likes.",
        "Police showed the one taken on the quay.",
        "Slideshow (2 Images)",
        "1 of 30",
        "He had waited since the shift changed at ten.",
        "It began at 1653 local time.",
        "That is only half the story.",
        "How many must leave: ten, twenty?",
        "Why should 30 families pay for a wall?",
        "The guard is 6'2\" tall.",
        "One of the injured sailors described the storm.",
        "2/8 The quay at dawn",
        "QUAY ROAD GATE 6 3 5 4 People ran this way NORTH",
    ],
)
def test_labels_names_hours_and_questions_are_no_figures(text):
    """A number that calls, names, dates or asks says nothing of quantity."""
    assert figures_in(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The clinic called 112 nurses to work.", 112),
        ("The toll stood at ten.", 10),
        ("One was killed.", 1),
        ("The lake lies at 1,653 metres.", 1653),
        ("Half of the staff have left.", 50),
        ("He joined the Group.\nTwo women rowed home.", 2),
        ("“Who knows?” he said. Six boats sank.", 6),
    ],
)
def test_counts_that_look_like_labels_stay_figures(text, value):
    """A count after a verb of calling or a small number at a toll still counts."""
    assert [figure.value for figure in figures_in(text)] == [value]


@pytest.mark.parametrize(
    ("text", "printed", "candidates"),
    [
        ("A crowd of 45 ,000 people came.", "45 ,000", (45000,)),
        ("Some 45,000-50 ,000 people came.", "45,000-50 ,000", (45000, 50000)),
    ],
)
def test_a_space_before_a_comma_is_a_misprint_and_no_count_of_zero(text, printed, candidates):
    """Bare zeros are the tail of a number, never a number."""
    (figure,) = figures_in(text)
    assert (figure.printed, figure.candidates) == (printed, candidates)
    assert (figure.value, figure.well_formed) == (None, False)


def test_a_space_within_a_range_changes_nothing():
    """ "45,000- 50,000" is the range it was meant to be."""
    (figure,) = figures_in("Some 45,000- 50,000 people came.")
    assert (figure.qualifier, figure.low, figure.high) == ("range", 45000, 50000)
