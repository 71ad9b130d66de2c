from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import sample_account

from rashomon.account import Position, Question, TimelineEntry
from rashomon.tell.pictures.axes import MARGIN, WIDTH, number_words
from rashomon.tell.pictures.intervals import intervals
from rashomon.tell.pictures.strip import strip

HOMES = sample_account().questions[1]


def asked(*values):
    """A question with one exact position a value."""
    positions = tuple(
        Position(id=f"a{n}", answer=str(value), value=value, qualifier="exact", origin="o1")
        for n, value in enumerate(values)
    )
    return Question(id="q", text="How many?", kind="figure", positions=positions)


def entry(day):
    """Something on a day."""
    return TimelineEntry(from_=day, to=None, precision="day", text="Rain.", citations=())


def test_an_open_end_runs_to_the_edge():
    """ "At least 40" begins at 40 and has no right end."""
    at_least, about, _ = intervals(HOMES).bars
    assert (at_least.open_left, at_least.open_right, at_least.right) == (
        False,
        True,
        WIDTH - MARGIN,
    )
    assert about.is_point
    assert at_least.left == about.left


def test_a_word_for_many_has_no_upper_end():
    """ "Dozens" begin somewhere above twenty and end nobody knows where: no point, but a range."""
    many = Position(id="m", answer="dozens", low=24.0, qualifier="vague", origin="o1")
    question = replace(asked(20, 60), positions=(*asked(20, 60).positions, many))
    bar = intervals(question).bars[-1]
    assert (bar.open_left, bar.open_right, bar.is_point, bar.about) == (False, True, False, True)
    assert bar.right == WIDTH - MARGIN


def test_what_is_about_is_drawn_otherwise_than_what_is_exact():
    """Only "about" and vague words are rings."""
    assert [bar.about for bar in intervals(HOMES).bars] == [False, True, True]


@pytest.mark.parametrize("values", [(), (40.0,), (None, 40.0)])
def test_fewer_than_two_numbers_are_no_picture(values):
    """There is nothing to compare."""
    assert intervals(asked(*values)) is None


def test_a_status_is_no_picture():
    """Only figures are drawn."""
    assert intervals(replace(HOMES, kind="status")) is None


NUMBERS = st.floats(min_value=-1e12, max_value=1e12, allow_nan=False)


@given(st.lists(NUMBERS, min_size=2, max_size=6))
def test_everything_lies_on_the_paper(values):
    """Any numbers fit between the margins, in their order, over at most seven ticks."""
    picture = intervals(asked(*values))
    places = [bar.left for bar in picture.bars]
    assert all(MARGIN <= place <= WIDTH - MARGIN for place in places)
    assert [places[n] for n in sorted(range(len(values)), key=values.__getitem__)] == sorted(places)
    assert len(picture.ticks) <= 7


@pytest.mark.parametrize(("value", "words"), [(1200.0, "1,200"), (6.5, "6.5"), (0.0, "0")])
def test_a_tick_is_printed_as_people_print_numbers(value, words):
    """Thousands have their comma, whole numbers no point."""
    assert number_words(value) == words


def test_the_strip_has_a_bead_for_each_date():
    """Two entries of one day share a bead."""
    beads = strip([entry("2031-03-03"), entry("2031-03-03"), entry("2031-03-05")])
    assert [(bead.date, bead.entries) for bead in beads] == [
        ("3 March 2031", (1, 2)),
        ("5 March 2031", (3,)),
    ]


@pytest.mark.parametrize("days", [0, 1, 25])
def test_a_strip_of_too_few_or_too_many_dates_is_left_out(days):
    """The list of entries says it better."""
    assert strip([entry(f"2031-03-{day + 1:02}") for day in range(days)]) == ()
