"""Tallies of many answers: what is cut, and what never is."""

from dataclasses import replace

import pytest
from test_counts import desk_of_numbers

from rashomon.tell.brief.shorter import Lowered
from rashomon.tell.brief.speakers import Speakers
from rashomon.tell.brief.tallies import tally


def told(numbers: list[int], relation: str = "differ") -> str:
    """The fullest tally of so many swimmers, each number by a body of its own on its own day."""
    desk = desk_of_numbers(numbers)
    question = replace(desk.account.questions[0], relation=relation)
    lowered = Lowered(["The swimmers came."], [])
    ways, _ = tally(desk, question, Speakers(desk, lowered), lowered)
    return ways[0]


@pytest.mark.parametrize(
    "numbers", [[*range(10, 18)], [*range(17, 9, -1)], [13, 12, 14, 11, 15, 10, 16, 17]]
)
def test_the_ends_of_a_range_are_the_true_ones(numbers: list[int]) -> None:
    """Eight bodies give 10 to 17; some between are left out, the ends are not."""
    text = told(numbers)
    low, high = (f"Body {'abcdefghijk'[numbers.index(each)].upper()}" for each in (10, 17))
    assert text.startswith(
        f"The number of swimmers rescued ranges from 10, given by {low}, to 17, by {high}; "
    )


def test_a_count_that_rose_ends_with_its_last() -> None:
    """Of eight counts in order the first and the last are told."""
    text = told([*range(10, 18)], "supersedes")
    assert text.startswith("The number of swimmers rescued rose from 10, by Body A, to 17, by Body")
