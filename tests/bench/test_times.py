"""What the set of time expressions asks and how it counts."""

import pytest

from bench.ruler import Absent, Item
from bench.sets.times import Expression, Times

DOCUMENT = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="TIME" value="2031-03-04T08:30:00"
 functionInDocument="CREATION_TIME">20310304</TIMEX3></DCT>
<TITLE>Ferry
 held</TITLE>
<TEXT>The ferry <EVENT eid="e1">sank <TIMEX3 tid="t1" type="DATE" value="2031-03-03">on
Monday</TIMEX3></EVENT>; it had run for <TIMEX3 tid="t2" type="DURATION" value="P9Y">nine
years</TIMEX3>.</TEXT>
</TimeML>
"""
TEXT = "It rained on Monday and for two days after."
GOLD = [Expression(13, 19, "DATE", "2031-03-03"), Expression(28, 36, "DURATION", "P2D")]


def case(*given: tuple[int, int, str, str]):
    """The case of some answers to the two expressions of the text."""
    item = Item(id="a", unit="a", request={"text": TEXT}, gold=GOLD)
    answer = [
        {"span": [start, end], "type": kind, "value": value} for start, end, kind, value in given
    ]
    return next(Times().cases([item], [answer]))


@pytest.fixture
def loaded(tmp_path):
    """The one document, as it is loaded."""
    for part in Times.data:
        (tmp_path / part).mkdir(parents=True)
    (tmp_path / Times.data[0] / "one.tml").write_text(DOCUMENT, encoding="utf-8")
    (item,) = Times().load(tmp_path)
    return item


def test_expressions_stand_at_their_letters_whatever_tags_are_around(loaded):
    """Tags are taken off the text and nothing else is changed."""
    text = loaded.request["text"]
    assert [text[each.start : each.end] for each in loaded.gold] == ["on\nMonday", "nine\nyears"]


def test_the_creation_time_is_given_and_not_asked_for(loaded):
    """A document goes in with its day and title, as a report does."""
    assert loaded.request["published"] == "2031-03-04T08:30:00"
    assert loaded.request["title"] == "Ferry held"
    assert len(loaded.gold) == 2


def test_a_missing_folder_is_absent(tmp_path):
    """Without the data there is nothing to measure."""
    with pytest.raises(Absent):
        Times().load(tmp_path)


@pytest.mark.parametrize(
    ("given", "right", "cause"),
    [
        ((13, 19, "DATE", "2031-03-03"), (1, 1, 1, 1), None),
        ((10, 19, "DATE", "2031-03-03"), (1, 0, 1, 1), "cut otherwise"),
        ((13, 19, "DATE", "2031-03-10"), (1, 1, 1, 0), "other value of the same type (DATE)"),
        ((13, 19, "DURATION", "2031-03-03"), (1, 1, 0, 1), "wrong type (DATE as DURATION)"),
        ((3, 9, "DATE", "2031-03-03"), (0, 0, 0, 0), "not found (DATE)"),
    ],
)
def test_an_expression_counts_for_span_type_and_value(given, right, cause):
    """Each of the four figures has its own demand, and a miss its gravest cause."""
    found = case(given, (28, 36, "DURATION", "P2D"))
    names = ("relaxed", "strict", "type", "value")
    assert [found.counts[name].right - 1 for name in names] == [*right]
    assert (found.misses[0].cause if found.misses else None) == cause


def test_of_two_that_overlap_one_gold_the_second_is_extra():
    """Matching is one to one, the likest pair first."""
    found = case((10, 19, "DATE", "2031"), (13, 19, "DATE", "2031-03-03"))
    assert found.counts["value"].right == 1
    assert [miss.cause for miss in found.misses] == [
        "not found (DURATION)",
        "no such expression (DATE)",
    ]
