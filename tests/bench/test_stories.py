"""B-cubed of a small grouping, and loaders over made-up collections."""

import json

import pytest

from bench.results import scored
from bench.ruler import Absent, Item
from bench.sets.stories import Stories, clusters


def _item(id, story):
    return Item(id=id, unit=f"events/{story}", request={"set": "events", "text": id}, gold=story)


@pytest.mark.parametrize(
    ("answers", "precision", "recall"),
    [
        (["x", "x", "x", "y"], 1.0, 1.0),
        (["x", "x", "z", "y"], 1.0, 2 / 3),
        (["x", "x", "x", "x"], 0.625, 1.0),
        (["1", "2", "3", "4"], 1.0, 0.5),
    ],
)
def test_b_cubed_averages_over_reports(answers, precision, recall):
    """A report's group is right by its share of the story, a story by its share in the group."""
    items = [_item("a", 1), _item("b", 1), _item("c", 1), _item("d", 2)]
    found = scored("x", "1", list(Stories().cases(items, answers))).figures["events"]["all"]
    assert found["precision"] == pytest.approx(precision, abs=1e-3)
    assert found["recall"] == pytest.approx(recall, abs=1e-3)


def test_a_report_apart_and_beside_others_has_two_misses():
    """What a report was torn from and what it was put beside are told apart."""
    items = [_item("a", 1), _item("b", 1), _item("c", 2)]
    first, second, third = Stories().cases(items, ["x", "y", "x"])
    assert [miss.cause for miss in first.misses] == ["events: split", "events: merged"]
    assert [miss.cause for miss in second.misses] == ["events: split"]
    assert [miss.cause for miss in third.misses] == ["events: merged"]


def _collections(folder):
    (folder / "stories").mkdir()
    article = {"text": "The bridge is shut.", "title": "Shut", "date_publish": "2031-02-03T04:05"}
    for name, event in (("a", "bridge"), ("b", None)):
        told = json.dumps(article | {"newsCluster": {"Event": event}})
        (folder / "stories" / f"{name}.json").write_text(told)
    (folder / "allsides").mkdir()
    news = {
        "left": {"newsTitle": "Vote", "newsSource": "Herald", "newBody": "['One.', 'Two.']"},
        "right": {"newsTitle": "Only a title", "newsSource": "Post", "newBody": ""},
    }
    line = json.dumps({"id": 7, "date": "2031-02-03", "news": news})
    (folder / "allsides" / "stories_by_outlet.jsonl").write_text(line + "\n")
    (folder / "multinews" / "sample").mkdir(parents=True)
    table = 'row_id\tdocument\tsummary\n1\t"Rain fell. ||||| Copied. "\ts\n2\tCopied.\ts\n'
    (folder / "multinews" / "sample" / "rows.tsv").write_text(table)


def test_collections_become_reports_of_their_stories(tmp_path):
    """Unlabelled articles and texts of two stories are left out; no date gives a story away."""
    _collections(tmp_path)
    found = {item.request["text"]: item for item in Stories().load(tmp_path)}
    assert sorted(found) == ["One.\nTwo.", "Only a title", "Rain fell.", "The bridge is shut."]
    assert found["The bridge is shut."].request["published"] == "2031-02-03"
    assert "published" not in found["One.\nTwo."].request
    assert found["One.\nTwo."].unit == found["Only a title"].unit == "allsides/7"


def test_order_and_ids_tell_nothing_of_the_files(tmp_path):
    """The same collections give the same order, and ids are numbers."""
    _collections(tmp_path)
    items = Stories().load(tmp_path)
    assert [item.id for item in items if item.unit == "allsides/7"] == [
        "allsides-00000",
        "allsides-00001",
    ]
    assert items == Stories().load(tmp_path)


def test_no_table_is_absent(tmp_path):
    """An empty folder is not a set of no clusters."""
    with pytest.raises(Absent):
        list(clusters(tmp_path))
