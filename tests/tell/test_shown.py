import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.report import Report
from rashomon.tell.shown import (
    count_words,
    date_words,
    dates_words,
    headline,
    line,
    outlet,
    published_words,
    short,
    visible,
)


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        (None, "no date"),
        ("2031", "2031"),
        ("2031-03", "March 2031"),
        ("2031-03-04", "4 March 2031"),
        ("2031-03-04T07:20:00Z", "4 March 2031, 07:20"),
        ("2031-03-04T00:00:00Z", "4 March 2031"),
        ("the other day", "the other day"),
        ("2031-13-04", "2031-13-04"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(iso, words):
    """Nothing is added to a date."""
    assert date_words(iso) == words


@pytest.mark.parametrize(
    ("from_", "to", "words"),
    [
        ("2031-03-04", None, "4 March 2031"),
        ("2031-03-04", "2031-03-04", "4 March 2031"),
        ("2031-03-04", "2031-03-05", "4 to 5 March 2031"),
        ("2031-02-04", "2031-03-04", "4 February to 4 March 2031"),
        ("2030-03-04", "2031-03-04", "4 March 2030 to 4 March 2031"),
        ("2031-02-01", "2031-02-28", "February 2031"),
        ("2031-02-01", "2031-02-27", "1 to 27 February 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        (None, "2031-03-04", "until 4 March 2031"),
        (None, None, "no date"),
    ],
)
def test_a_stretch_of_time_says_each_thing_once(from_, to, words):
    """What both ends share is said at the end; a whole month or year is its name."""
    assert dates_words(from_, to) == words


@given(st.text(st.characters(exclude_categories=[])))
def test_nothing_shown_can_act(text):
    """No control character, surrogate or turning mark is left in a line."""
    kinds = {unicodedata.category(char) for char in line(text)}
    assert not kinds & {"Cc", "Cs"}
    assert not any("\u202a" <= char <= "\u202e" for char in line(text))


def test_a_control_character_is_shown_as_its_picture():
    """An escape sequence in a report is seen and does nothing."""
    assert visible("\x1b[2J") == "␛[2J"


@given(st.text(), st.integers(min_value=2, max_value=40))
def test_short_is_never_longer(text, length):
    """What is cut keeps within its length."""
    assert len(short(text, length)) <= length


def test_short_cuts_between_words():
    """No word is broken where a space is near."""
    assert short("the dam had given way", 15) == "the dam had…"


def test_a_report_without_outlet_or_title_is_named_by_what_it_has():
    """Its id and the first words of its text stand in."""
    report = Report(id="a7", text="\n\nIt rained all day.\nThen not.", published="2031-03")
    assert (outlet(report), headline(report)) == ("a7", "It rained all day.")
    assert published_words(report) == "March 2031"


def test_counts_agree_with_their_nouns():
    """One report, two reports."""
    assert (count_words(1, "report"), count_words(2, "report")) == ("1 report", "2 reports")
