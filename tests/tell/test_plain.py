"""Plain words for those of a report, and shorter sentences that still are some."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.tell.brief.plain import plain
from rashomon.tell.brief.shorter import Lowered, shorter, turned
from rashomon.words.numbers import find_numbers

TEXT = "A ferry sank. The police came, and Velde of the police spoke."
LOWERED = Lowered([TEXT], ["Marta Velde"])


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("They met in order to talk.", "They met to talk."),
        ("Approximately 40 people died.", "About 40 people died."),
        ("LINDAU — Two boats sank.", "Two boats sank."),
        ("The dam (built in 1904) held.", "The dam held."),
        ("The bridge has been closed.", "The bridge was closed."),
        ("It would have closed the bridge.", "It would have closed the bridge."),
        ("The vote is on March 3, 2031.", "The vote is on 3 March 2031."),
        ("She spoke late Tuesday.", "She spoke late on Tuesday."),
        ("Twenty-two people were hurt.", "22 people were hurt."),
        ("He saw 3 boats and 14 cars.", "He saw three boats and 14 cars."),
        ("The sluice did not immediately close.", "The sluice did not immediately close."),
        ('He said "in order to win" twice.', "He said “in order to win” twice."),
    ],
)
def test_words_become_plain(printed: str, told: str) -> None:
    """Long words go, facts and quotations stay."""
    assert plain(printed) == told


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        (
            "The mayor closed the old bridge on Tuesday, which angered the shopkeepers",
            "The mayor closed the old bridge on Tuesday",
        ),
        (
            "The mayor, who took office in spring, has closed the old bridge",
            "The mayor has closed the old bridge",
        ),
    ],
)
def test_lesser_parts_may_be_left_out(whole: str, short: str) -> None:
    """What is set off by commas goes first."""
    assert short in list(shorter(whole))


@pytest.mark.parametrize(
    "whole",
    [
        "When the dam broke in the night, water reached the school",
        "The number of people taken out of the valley because of the flood has risen",
        "They lost two cows, three goats, and all the hay",
    ],
)
def test_nothing_is_left_that_is_no_sentence(whole: str) -> None:
    """Openings, headless subjects and lists are not cut."""
    assert list(shorter(whole)) == [whole]


@pytest.mark.parametrize(
    ("told", "other"),
    [
        (
            "The police closed the bridge after a barge struck it from below",
            None,
        ),
        (
            "The police closed the bridge after a barge struck the pier",
            "After a barge struck the pier, the police closed the bridge",
        ),
        (
            "The police closed the bridge shortly after a barge struck the pier",
            None,
        ),
        ("On Tuesday, the police closed the bridge", "The police closed the bridge on Tuesday"),
        ("On Tuesday, the police said the bridge would close", None),
        ("The police guard a bridge that bore heavy lorries in June", None),
    ],
)
def test_parts_change_places(told: str, other: str | None) -> None:
    """A part with a pronoun, or one that a word of time hangs on, stays where it is."""
    assert list(turned(told, LOWERED)) == ([other] if other else [])


@pytest.mark.parametrize(
    ("text", "small"),
    [("The police came", "the police came"), ("Velde spoke", "Velde spoke"), ("I saw", "I saw")],
)
def test_names_keep_their_capital(text: str, small: str) -> None:
    """Only what is no name is written small behind other words."""
    assert LOWERED(text) == small


WORDS = ("at", "least", "six", "14", "twenty-two", "people", "dozens", "1,200", "were", "hurt")


@given(st.lists(st.sampled_from(WORDS)))
def test_no_number_changes_its_value(words: list[str]) -> None:
    """Numbers are written another way at most."""
    text = " ".join(words)
    before = [(each.value, each.low) for each in find_numbers(text)]
    assert [(each.value, each.low) for each in find_numbers(plain(text))] == before
