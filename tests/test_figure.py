"""Comparing figures by the bounds that their words state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.figure import Bounds, exclude, overlap, tolerance


def bounds(qualifier, value=None, low=None, high=None):
    """Bounds, open where nothing is given."""
    return Bounds(value=value, low=low, high=high, qualifier=qualifier)


EXACT_58 = bounds("exact", 58, 58, 58)
MORE_THAN_58 = bounds("more_than", 58, 58, None)
AT_LEAST_58 = bounds("at_least", 58, 58, None)
UP_TO_50 = bounds("at_most", 50, None, 50)
ABOUT_350 = bounds("about", 350)
DOZENS = bounds("vague", None, 24, None)


@pytest.mark.parametrize(
    ("one", "low", "high"),
    [
        (EXACT_58, 58, 58),
        (AT_LEAST_58, 58, float("inf")),
        (UP_TO_50, float("-inf"), 50),
        (ABOUT_350, 315, 385),
        (bounds("about", 6.5), 5.85, 7.15),
        (bounds("about", 3000), 2500, 3500),
        (bounds("about", 0), -0.5, 0.5),
        (DOZENS, 24, 120),
    ],
)
def test_a_tolerance_follows_the_qualifier(one, low, high):
    """About allows half a unit of the last digit or a tenth; exact nothing."""
    assert tolerance(one) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("a", "b", "excluded"),
    [
        (EXACT_58, bounds("exact", 59, 59, 59), True),
        (EXACT_58, MORE_THAN_58, True),
        (EXACT_58, AT_LEAST_58, False),
        (UP_TO_50, EXACT_58, True),
        (UP_TO_50, bounds("less_than", 50, None, 50), False),
        (bounds("less_than", 58, None, 58), AT_LEAST_58, True),
        (ABOUT_350, EXACT_58, False),
        (DOZENS, bounds("exact", 3, 3, 3), True),
        (DOZENS, EXACT_58, False),
    ],
)
def test_only_stated_bounds_exclude(a, b, excluded):
    """More than 58 excludes 58; at least 58 does not; about excludes nothing."""
    assert exclude(a, b) is excluded
    assert exclude(b, a) is excluded


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (ABOUT_350, bounds("exact", 340, 340, 340), True),
        (ABOUT_350, bounds("exact", 500, 500, 500), False),
        (DOZENS, EXACT_58, True),
        (DOZENS, bounds("exact", 900, 900, 900), False),
        (MORE_THAN_58, EXACT_58, False),
    ],
)
def test_figures_overlap_within_their_tolerance(a, b, same):
    """About 350 and 340 may be one; about 350 and 500 are not."""
    assert overlap(a, b) is same


@given(st.floats(0.01, 1e12), st.sampled_from(["exact", "about", "at_least", "at_most"]))
def test_a_figure_overlaps_with_itself(value, qualifier):
    """Whatever is said, saying it twice is no difference."""
    low = value if qualifier in ("exact", "at_least") else None
    high = value if qualifier in ("exact", "at_most") else None
    one = bounds(qualifier, value, low, high)
    assert overlap(one, one)
    assert not exclude(one, one)
