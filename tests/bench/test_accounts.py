"""The scorer's lines as counts, and its detail as misses."""

import pytest

from bench.counts import Share, Tally
from bench.ruler import Absent, Item
from bench.sets.accounts import _MARKS, _SHARES, _WRONGS, Accounts

LINES = (
    {name: {"value": 0.5, "note": ""} for name in _MARKS.values()}
    | {name: {"value": 0.75, "note": "3 of 4; rest"} for name in _SHARES.values()}
    | {name: {"value": 2, "note": "of 8 such"} for name in _WRONGS.values()}
    | {
        "cross-report links F1": {
            "value": 0.4,
            "note": "P 0.5 R 0.3 (3 of 10 gold pairs, 6 product pairs; 1 more)",
        },
        "hard failures": {"value": 0, "note": ""},
    }
)


def _case(lines, detail=()):
    item = Item(id="flood", unit="flood", request={}, gold=None)
    (case,) = Accounts().cases([item], [{"lines": lines, "detail": list(detail)}])
    return case


@pytest.mark.parametrize(
    ("figure", "count"),
    [
        ("links", Tally(3, 6, 10)),
        ("findings", Share(3, 4)),
        ("account", Share(0.5)),
        ("forbidden links avoided", Share(6, 8)),
        ("no hard failure", Share(1)),
    ],
)
def test_lines_become_counts(figure, count):
    """What a note counts is summed over the stories; what it does not is averaged."""
    assert _case(LINES).counts[figure] == count


def test_a_line_without_a_value_is_not_counted():
    """Gold that asks for nothing of a kind says nothing about it."""
    empty = {"same-origin findings recall": {"value": None, "note": "0 of 0"}}
    assert "origins" not in _case(LINES | empty).counts


@pytest.mark.parametrize(
    ("line", "cause", "wanted"),
    [
        ("figure value f3: 4, gold 5", "figure value", "5"),
        ("link missed ('f1', 'f2')", "link missed", ""),
        ("something else", "other", ""),
    ],
)
def test_detail_becomes_misses(line, cause, wanted):
    """The cause is what the line begins with."""
    (miss,) = _case(LINES, [line]).misses
    assert (miss.cause, miss.wanted) == (cause, wanted)


def test_without_gold_the_set_is_absent(tmp_path):
    """Neither gold nor scorer is a part of the project."""
    with pytest.raises(Absent):
        Accounts().load(tmp_path)
