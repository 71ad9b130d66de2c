"""What a number counts and what befell it, where several stand in one sentence."""

import pytest

from rashomon.figure import Figure
from rashomon.find.figures import find_figures
from rashomon.find.parse import parse
from rashomon.report import Report


def figures_in(text: str) -> tuple[Figure, ...]:
    """The figures of a text, in reading order."""
    return find_figures(next(parse([Report(id="r", text=text)])))


def only(text: str) -> Figure:
    """The one figure of a text."""
    (figure,) = figures_in(text)
    return figure


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Dozens were hurt and thousands in need of shelter.", ["injure", "need help"]),
        ("Six were killed, 40 wounded and scores left homeless.", ["kill", "injure", "displace"]),
        ("Some 60 were treated while 800 are without power.", ["treat", None]),
        ("Eight died and hundreds need food.", ["kill", "need help"]),
    ],
)
def test_each_of_several_numbers_has_its_own_predicate(text, actions):
    """What befell the first is not said of those who have a verb of their own."""
    assert [figure.action for figure in figures_in(text)] == actions


@pytest.mark.parametrize(
    ("text", "counted", "population"),
    [
        ("Nine people died, five of them children.", "children", "children"),
        ("Nine people died, five of them firefighters.", "firefighters", "firefighters"),
        ("The fire killed nine, five of whom were pupils.", "pupils", "students"),
    ],
)
def test_a_part_is_what_the_text_calls_it(text, counted, population):
    """ "Five of them children" are children, and dead like the whole."""
    whole, part = figures_in(text)
    assert (part.counted, part.population, part.action) == (counted, population, "kill")
    assert part.part_of == whole.id


def test_a_part_has_parts_of_its_own():
    """Each number belongs to the number that it is taken from."""
    whole, there, port = figures_in("At least 40 died, 30 of them in Oria, including 12 at sea.")
    assert (there.part_of, port.part_of) == (whole.id, there.id)


def test_a_pair_is_counted_together():
    """17 women and children are neither 17 women nor 17 children."""
    figure = only("At least 17 women and children were killed.")
    assert figure.span.exact == "At least 17 women and children"
    assert (figure.counted, figure.population) == ("women and children", "women and children")


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("There were 40 road deaths.", "road"),
        ("There were 40 bird flu deaths.", "bird flu"),
        ("There were 40 drowning deaths.", "drowning"),
        ("There were 40 heat-related deaths.", "heat-related"),
        ("There were 40 civilian deaths.", "civilians"),
        ("There were 40 confirmed deaths.", None),
    ],
)
def test_deaths_of_a_cause_are_a_population(text, population):
    """Road deaths are never set against deaths of another cause."""
    figure = only(text)
    assert (figure.head, figure.action, figure.population) == ("person", "kill", population)


def test_a_list_has_its_label_before_the_number():
    """In a list of parts the noun before the colon is counted, not the next label."""
    sails, masts = figures_in("Sails: 2 Masts: 3")
    assert (sails.counted, masts.counted) == ("Sails", "Masts")
