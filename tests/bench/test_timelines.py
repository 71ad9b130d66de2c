"""Timelines: the days chosen, and three ways to hold them against a reference."""

import json
from datetime import date

import pytest

from bench.ruler import Absent, Item
from bench.sets.timelines import Timelines, _chosen, _tokenised

FIRST, LAST = date(2031, 3, 1), date(2031, 3, 9)
REFERENCE = {FIRST: ["Dam breaks ."], LAST: ["Village rebuilt ."]}


def _entry(day, text="Dam breaks .", weight=1):
    return {"day": day.isoformat(), "text": text, "weight": weight}


def _counts(*entries):
    item = Item(id="flood/0", unit="flood", request={}, gold=REFERENCE)
    (case,) = Timelines().cases([item], [list(entries)])
    return {name: count.score for name, count in case.counts.items()}, case.misses


def test_the_reference_itself_is_the_best_timeline():
    """All figures are one."""
    figures, misses = _counts(_entry(FIRST), _entry(LAST, "Village rebuilt ."))
    assert set(figures.values()) == {1.0}
    assert misses == ()


def test_a_day_off_halves_what_the_text_is_worth():
    """The right words on the next day: no date, all of concat's precision, half of the words."""
    figures, misses = _counts(_entry(date(2031, 3, 2)))
    assert figures["date F1"] == 0
    assert figures["concat ROUGE-1"] == pytest.approx(2 / 3)
    assert figures["align+ m:1 ROUGE-1"] == pytest.approx(2 * 0.5 * 0.25 / 0.75)
    assert [miss.cause for miss in misses] == ["day missing", "day missing", "other day"]


def test_no_days_score_nothing():
    """An empty timeline is no error."""
    assert set(_counts()[0].values()) == {0.0}


def test_the_most_cited_days_within_the_reference_are_chosen():
    """As many days as the reference has, of equals the earlier; as many sentences a day."""
    days = [date(2031, 3, day) for day in (2, 3, 4)]
    entries = [_entry(day) for day in days] + [_entry(days[2], "More ."), _entry(date(2031, 4, 1))]
    assert _chosen(entries, REFERENCE) == {days[2]: ["Dam breaks ."], days[0]: ["Dam breaks ."]}


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("It isn't over, she said.", "It is n't over , she said ."),
        ("BP's 1,500 men (all)", "BP 's 1,500 men ( all )"),
    ],
)
def test_marks_stand_apart_as_in_the_references(text, tokens):
    """Commas inside a number stay."""
    assert _tokenised(text) == tokens


def test_a_topic_is_thinned_evenly(tmp_path):
    """Of 240 articles every second in time is taken; those without a day are not."""
    folder = tmp_path / "timeline17" / "flood"
    folder.mkdir(parents=True)
    days = [f"2031-{1 + at // 28:02d}-{1 + at % 28:02d}" for at in range(240)]
    rows = [{"id": at, "time": day, "text": "Rain."} for at, day in enumerate(days)]
    rows.append({"id": 999, "time": "soon", "text": "Rain."})
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, reversed(rows))))
    (folder / "timelines.jsonl").write_text(json.dumps([["2031-03-01", ["Dam breaks . \n"]]]))
    (item,) = Timelines().load(tmp_path)
    assert [each["id"] for each in item.request["reports"]] == [str(at) for at in range(0, 240, 2)]
    assert item.gold == {FIRST: ["Dam breaks ."]}


def test_no_topics_are_absent(tmp_path):
    """An empty folder is no set."""
    (tmp_path / "timeline17").mkdir()
    with pytest.raises(Absent):
        Timelines().load(tmp_path)
