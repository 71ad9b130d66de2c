"""How two periods compare, and when nobody can tell."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.report import Span
from rashomon.when import Period, contains, disjoint, overlaps, same_period


def period(from_: str | None, to: str | None, precision: str = "day") -> Period:
    """A period with these ends."""
    span = Span(report="r", start=0, end=1, exact="x")
    return Period(
        id="t", span=span, type="DATE", value="X", from_=from_, to=to, precision=precision
    )


WEEK = period("2024-05-07", "2024-05-14", "rolling")
THREE_DAYS = period("2024-05-11", "2024-05-14", "rolling")
TUESDAY = period("2024-05-14", "2024-05-14")
MAY = period("2024-05-01", "2024-05-31", "month")
SIX = period("2024-05-14T06:00", "2024-05-14T06:00", "hour")
HALF_PAST = period("2024-05-14T06:30", "2024-05-14T06:30", "instant")
OPEN = period(None, "2024-05-14", "rolling")


@pytest.mark.parametrize(
    ("a", "b", "overlapping", "containing", "same"),
    [
        (WEEK, THREE_DAYS, True, True, False),
        (THREE_DAYS, WEEK, True, False, False),
        (MAY, TUESDAY, True, True, False),
        (TUESDAY, TUESDAY, True, True, True),
        (TUESDAY, SIX, True, True, False),
        (SIX, HALF_PAST, True, True, False),
        (HALF_PAST, SIX, True, False, False),
        (TUESDAY, period("2024-05-15", "2024-05-15"), False, False, False),
        (WEEK, period("2024-05-06", "2024-05-06"), None, None, False),
        (WEEK, period("2024-04-06", "2024-04-06"), False, False, False),
        (WEEK, period("2024-05-08", "2024-05-15", "rolling"), True, None, None),
        (OPEN, TUESDAY, None, None, None),
        (TUESDAY, OPEN, None, None, None),
    ],
)
def test_two_periods_compare(a, b, overlapping, containing, same):
    """Known ends decide; an unknown end, or a fuzzy end that matters, leaves it open."""
    found = overlaps(a, b), contains(a, b), same_period(a, b)
    assert found == (overlapping, containing, same)


def test_a_repeated_time_is_never_compared():
    """A set such as "every Friday" has no one place in time."""
    span = Span(report="r", start=0, end=1, exact="x")
    often = Period(id="t", span=span, type="SET", value="P1D", from_="2024-05-14", to="2024-05-14")
    assert overlaps(often, TUESDAY) is None


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
PERIODS = st.builds(
    lambda first, length, precision: period(
        str(first), str(first + timedelta(days=length)), precision
    ),
    DAYS,
    st.integers(0, 400),
    st.sampled_from(["day", "rolling"]),
)


@given(PERIODS, PERIODS)
def test_comparing_agrees_with_itself(a, b):
    """Overlap and sameness go both ways, and what is contained is never disjoint."""
    assert overlaps(a, b) == overlaps(b, a)
    assert same_period(a, b) == same_period(b, a)
    assert not (contains(a, b) and disjoint(a, b))
    assert same_period(a, a) is True
