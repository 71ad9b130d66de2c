"""Parts and repetitions of figures, told in many ways."""

import pytest

from rashomon.figure import Figure
from rashomon.find.figures.search import find_figures
from rashomon.find.parse import parse
from rashomon.report import Report


def figures_in(text: str) -> dict[float | None, Figure]:
    """The figures of a text by their value."""
    return {one.value: one for one in find_figures(next(parse([Report(id="r", text=text)])))}


@pytest.mark.parametrize(
    "text",
    [
        "The flood killed 30 people, nine of whom were women.",
        "Of the 30 killed, nine were women.",
        "Thirty people were killed. Nine of the dead were women.",
        "Thirty people were killed. Nine of them were women.",
        "Thirty people were killed, with nine women among them.",
        "Thirty people drowned on the coast. Among the dead were nine women.",
        "The 30 dead include nine women.",
        "Nine women were among the 30 people killed.",
        "Nine women and 21 men drowned: 30 people in all.",
        "Thirty people drowned: nine women and 21 men.",
    ],
)
def test_a_part_is_known_in_whatever_order_it_is_told(text):
    """The part points at its whole, before or behind it, and over the end of a sentence."""
    found = figures_in(text)
    assert found[9].part_of == found[30].id
    assert found[30].part_of is None


@pytest.mark.parametrize(
    "text",
    [
        "Thirty people drowned, all of them sailors, and nine were saved.",
        "The depot has 30 lorries, 21 vans and nine cranes.",
        "Thirty people drowned, including four women and 90 hurt.",
        "Thirty sheds burned. Nine of the dead were women.",
        "Nine of the 30 passengers drowned.",
    ],
)
def test_what_only_stands_beside_a_count_is_no_part(text):
    """Neither a list that happens to add up nor another fate makes a part."""
    found = figures_in(text)
    assert all(found[value].part_of is None for value in (9, 90) if value in found)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Some 2 inches, or 5cm, of snow fell.", 2, 5),
        ("The hall of 900 square metres (about 9,700 square feet) burned.", 900, 9700),
        ("The fine of 10 million euros ($11 million) was paid.", 10_000_000, 11_000_000),
    ],
)
def test_a_conversion_repeats_its_figure(text, first, second):
    """Brackets and "or" repeat a figure in another unit or currency."""
    found = figures_in(text)
    assert found[second].same_as == found[first].id


def test_another_length_is_no_conversion():
    """Two lengths that are not equal are two figures."""
    found = figures_in("The wall is 40 km, or 90 miles shorter than planned.")
    assert found[90].same_as is None
