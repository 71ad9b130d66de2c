"""Anchors: a pattern finds the same around them as in the whole text."""

import re
from pathlib import Path

import pytest

from rashomon import Settings, read_reports
from rashomon.find.times.expressions import _REACH, _by_anchor, _compiled
from rashomon.report import Report
from rashomon.words.anchors import around, by_word, digits, matches, stretches

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS, _ = read_reports([str(EXAMPLES)], Settings())


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_a_time_is_found_around_its_anchors(report: Report) -> None:
    """Every pattern of time finds around its anchors what it finds in the whole text."""
    text = report.text
    where = stretches(text, _by_anchor(), _REACH)
    for kind, pattern in _compiled():
        near = [found.span() for found in matches(pattern, text, where.get(kind, ()))]
        assert near == [found.span() for found in pattern.finditer(text)], kind


def test_what_begins_in_a_stretch_is_read_to_its_end() -> None:
    """A match that runs past the end of its stretch is not cut there."""
    found = matches(re.compile(r"\bold(?: \w+)?"), "the old bridge", [(4, 8)])
    assert [match[0] for match in found] == ["old bridge"]


def test_what_only_the_end_of_a_stretch_makes_a_match_is_none() -> None:
    """The end of a stretch is no end of a word."""
    assert not list(matches(re.compile(r"dec\b"), "they decide", [(0, 8)]))


def test_stretches_that_meet_are_one() -> None:
    """Stretches around neighbours are joined."""
    assert around([(10, 12), (16, 18), (60, 61)], 3) == [(7, 21), (57, 64)]


def test_digits_are_anchors_by_their_number() -> None:
    """A year is looked for around four digits only."""
    anchors = by_word({"year": digits(4), "day": digits(1, 2)})
    found = stretches("12 of 1984 and 30000", anchors, {"year": 0, "day": 0})
    assert found == {"day": [(0, 2)], "year": [(6, 10)]}
