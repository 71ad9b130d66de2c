"""Incident pages, the ranges that questions leave, and how they are counted."""

import pytest

from bench.counts import Share
from bench.ruler import Absent, Item
from bench.sets.airwars import Airwars, _numbers, _told

PAGE = """<h4>Incident date</h4> March 4, 2031 </div>
<ul><li><div>Civilians reported killed</div> <div class="value"> 3 – 5 </div></li>
<li><div>Civilians reported injured</div> <div class="value">Unknown</div></li></ul>
<h2 class="underline-header">Airwars assessment</h2>
<div class="summary"><figure><p>A picture.</p></figure><p>Three or <b>five</b> people&nbsp;died.</p>
<p><em>Due to the scale and urgency of Airwars’ work, a notice.</em></p></div>
<div class="info-main-block victims"><p>Not read.</p></div>"""


def _question(measure, *positions, text=""):
    return {"measure": measure, "text": text, "positions": list(positions)}


def _position(low, high, start=0, stance="asserts", value=None):
    evidence = [{"start": start}]
    return {"value": value, "low": low, "high": high, "stance": stance, "evidence": evidence}


def test_a_page_is_its_assessment_with_the_coded_range(tmp_path):
    """Notices, figures and victims are no narrative; an unknown number is not asked for."""
    (tmp_path / "airwars").mkdir()
    (tmp_path / "airwars" / "one.html").write_text(PAGE, encoding="utf-8")
    (item,) = Airwars().load(tmp_path)
    assert item.request["text"] == "Three or five people died."
    assert item.request["published"] == "2031-03-04"
    assert item.gold == {"killed": (3, 5)}


def test_no_pages_are_absent(tmp_path):
    """A folder without pages is no set."""
    (tmp_path / "airwars").mkdir()
    with pytest.raises(Absent):
        Airwars().load(tmp_path)


@pytest.mark.parametrize(
    ("questions", "range_"),
    [
        ([], None),
        ([_question("people killed", _position(2, 2), _position(4, 6))], (2, 6)),
        ([_question("people killed", _position(2, 2), _position(9, 9, stance="denies"))], (2, 2)),
        ([_question("people killed", _position(2, None))], (2, 2)),
        ([_question("people killed", _position(None, None, value=3))], (3, 3)),
        ([_question("people killed", _position(None, None))], None),
        ([_question("people injured", _position(2, 2))], None),
        ([_question("people", _position(2, 2), text="How many were killed or hurt?")], None),
        (
            [
                _question("killed", _position(1, 1, 50)),
                _question("deaths", _position(7, 7, 10)),
            ],
            (7, 7),
        ),
    ],
)
def test_the_most_answered_question_gives_the_range(questions, range_):
    """Denials and other measures do not count; of equals the earliest is taken."""
    assert _told(questions, "killed") == range_


def test_both_ends_are_counted():
    """One wrong end leaves the other right, and the miss names it."""
    item = Item(id="a", unit="a", request={"text": "Three or five died."}, gold={"killed": (3, 5)})
    (case,) = Airwars().cases([item], [{"killed": [3, 4], "injured": None}])
    assert case.counts["killed min"] == case.counts["killed ceiling"] == Share(1)
    assert case.counts["killed max"] == case.counts["killed both"] == Share(0)
    assert [miss.cause for miss in case.misses] == ["killed: max"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Twenty-five people and a dozen goats.", {25, 12}),
        ("1,200 fled; two hundred and four stayed.", {1200, 204}),
        ("On 3 May 2031 at 4:15, a 30-year-old, aged 31, the 2nd.", set()),
        ("3 martyrs, said @user7.", {3}),
    ],
)
def test_printed_numbers_are_those_that_count_people(text, numbers):
    """Words and digits count; dates, ages, hours, ordinals and names of accounts do not."""
    assert _numbers(text) == numbers
