"""Numbers in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.words import digits, units
from rashomon.words.numbers import cardinal, find_numbers


def read(text):
    """Each number as printed, with its value."""
    return [(text[one.start : one.end], one.value) for one in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234,567.8 litres", [("1,234,567.8", 1234567.8)]),
        ("three hundred and fifty sheep", [("three hundred and fifty", 350)]),
        ("between twenty and thirty", [("twenty", 20), ("thirty", 30)]),
        ("a dozen eggs, half a dozen hens", [("a dozen", 12), ("half a dozen", 6)]),
        ("three dozen boats", [("three dozen", 36)]),
        ("two and a half million", [("two and a half million", 2_500_000)]),
        (
            "half a million or a quarter million",
            [("half a million", 5e5), ("a quarter million", 2.5e5)],
        ),
        ("three quarters of a million", [("three quarters of a million", 750_000)]),
        ("nine-tenths of the lake", [("nine-tenths", 0.9)]),
        ("half the fleet", [("half", 0.5)]),
        ("a quarter of the crop", [("a quarter", 0.25)]),
        ("10 1/2 miles and 5½ hours", [("10 1/2", 10.5), ("5½", 5.5)]),
        ("2-1/2 hours of an 11-and-a-half hour flight", [("2-1/2", 2.5), ("11-and-a-half", 11.5)]),
        ("$5bn, €3.4 million, £2m", [("5bn", 5e9), ("3.4 million", 3.4e6), ("2m", 2e6)]),
        ("1.2m people by a 2m high wall", [("1.2m", 1_200_000), ("2", 2)]),
        ("1,00,000 voters", [("1,00,000", 100_000)]),
        ("the 32nd floor, for the twenty-first time", [("32nd", 32), ("twenty-first", 21)]),
        ("F-16, MH370 and R2D2", []),
        ("192.168.1.1", []),
    ],
)
def test_numbers_are_read_in_all_forms(text, expected):
    """Digits, words, fractions and ordinals have their value."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "low"),
    [("dozens", 24), ("scores of", 40), ("tens of thousands", 20_000), ("several hundred", 200)],
)
def test_a_vague_word_has_a_least_meaning_and_no_value(text, low):
    """ "Dozens" is no number, but never fewer than two dozen."""
    (number,) = find_numbers(text)
    assert (number.value, number.low, number.form) == (None, low, "vague")


@pytest.mark.parametrize(
    ("printed", "candidates"),
    [
        ("1,5000", (1500, 15000)),
        ("10,00", (10, 1000, 10000)),
        ("1O0", (100,)),
        ("2.500,0.1", (2.5, 2500)),
        ("80, 000", (80000,)),
    ],
)
def test_a_misprint_keeps_its_candidates_and_gets_no_value(printed, candidates):
    """A number that breaks its own convention is never coerced."""
    (number,) = find_numbers(f"some {printed} cows")
    assert number.value is None
    assert number.candidates == candidates


def test_a_report_that_groups_by_dots_is_read_by_dots():
    """ "2.500" is 2,500 only where the report itself shows that it groups so."""
    shown = "1.500.000 Euro for 2.500 farms"
    assert read(shown) == [("1.500.000", 1_500_000), ("2.500", 2500)]
    assert digits.convention("2.500 farms") is digits.Convention.ENGLISH


@given(st.integers(min_value=0, max_value=10**12))
def test_a_printed_number_reads_back(value):
    """Print, then read: the same value, with and without commas."""
    assert read(f"{value:,} of them")[0] == (f"{value:,}", value)
    assert read(f"{value} of them")[0] == (str(value), value)


@given(st.text(alphabet="0123456789.,O lhalfdozen-/½$%mk", max_size=30))
def test_numbers_never_overlap_and_never_fail(text):
    """Whatever stands in a text, numbers come in order and apart."""
    ends = [0]
    for one in find_numbers(text):
        assert ends[-1] <= one.start < one.end <= len(text)
        assert one.value is not None or one.low is not None or one.candidates
        ends.append(one.end)


def test_a_phrase_that_is_no_number_has_no_value():
    """Words that do not make one number are not forced into one."""
    assert cardinal("ten two") is None


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [(500, "mile", "kilometre", 804.672), (2, "hour", "minute", 120), (1, "mile", "hour", None)],
)
def test_units_convert_within_their_dimension(value, source, target, expected):
    """Miles become kilometres and never hours."""
    converted = units.convert(value, source, target)
    assert converted == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("text", "unit", "kind"),
    [
        ("40 per cent", "percent", "share"),
        ("2 percentage points", "percentage point", "share"),
        ("$40", "USD", "price"),
        ("40 million pounds", "GBP", "price"),
        ("40 pounds", "pound", "measurement"),
        ("40 miles per hour", "mile per hour", "measurement"),
        ("40-minute", "minute", "duration"),
    ],
)
def test_units_are_read_around_a_number(text, unit, kind):
    """The unit may stand before or after, joined by a hyphen or not."""
    number = next(find_numbers(text))
    found = units.measured(text, number.start, number.end)
    assert found is not None
    assert (found.unit, found.kind) == (unit, kind)
