"""A file of corrections: each line right, or a problem with its number."""

import json

import pytest

from rashomon.errors import WrongCall
from rashomon.read.corrections import read_corrections

TEXT = "ab" * 32
ANCHOR = {"text": TEXT, "start": 3, "end": 9}


@pytest.mark.parametrize(
    "told",
    [
        {"kind": "speaker", **ANCHOR, "value": "Vera Molnar", "by": "desk", "reason": "heard it"},
        {"kind": "place", **ANCHOR, "value": "Orrin"},
        {"kind": "period", **ANCHOR, "from": "2031-03-03", "to": "2031-03-04"},
        {"kind": "hide", **ANCHOR},
        {"kind": "split", **ANCHOR},
        {"kind": "join", **ANCHOR, "other": {**ANCHOR, "start": 0}},
        {"kind": "merge", **ANCHOR, "other": ANCHOR},
        {"kind": "note", **ANCHOR, "value": "ask again"},
        {"kind": "grade", "text": TEXT, "value": "B2"},
        {"kind": "grade", **ANCHOR, "value": "F"},
    ],
    ids=lambda told: told["kind"],
)
def test_each_kind_is_read(tmp_path, told):
    """A line of each kind gives a correction that waits for its words."""
    path = tmp_path / "corrections.jsonl"
    path.write_text(json.dumps(told) + "\n\n", encoding="utf-8")
    (correction,), problems = read_corrections(path)
    assert (correction.kind, correction.text, problems) == (told["kind"], TEXT, [])
    assert correction.state == "to_be_looked_at"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "it is no JSON"),
        ("[1]", "it is no JSON object"),
        ('{"kind": "delete"}', "no kind is called 'delete'"),
        (json.dumps({"kind": "hide", "colour": 1}), "no field is called 'colour'"),
        (json.dumps({"kind": "hide", **ANCHOR, "text": "s1"}), "the SHA-256 of a report's text"),
        (json.dumps({"kind": "hide", "text": TEXT}), "whole numbers"),
        (json.dumps({"kind": "hide", **ANCHOR, "end": 3}), "nothing from 3 to 3"),
        (json.dumps({"kind": "speaker", **ANCHOR}), "a speaker needs 'value'"),
        (json.dumps({"kind": "join", **ANCHOR}), "a join needs 'other'"),
        (json.dumps({"kind": "join", **ANCHOR, "other": 7}), "'other' is no object"),
        (json.dumps({"kind": "grade", "text": TEXT, "value": "G1"}), "a letter A to F"),
        (json.dumps({"kind": "period", **ANCHOR, "from": "Monday"}), "is no day"),
        (
            json.dumps({"kind": "period", **ANCHOR, "from": "2031-03-04", "to": "2031-03-03"}),
            "ends before it begins",
        ),
    ],
)
def test_a_wrong_line_is_a_problem_with_its_number(tmp_path, line, reason):
    """The other lines are read all the same."""
    path = tmp_path / "corrections.jsonl"
    path.write_text(f"{json.dumps({'kind': 'hide', **ANCHOR})}\n{line}\n", encoding="utf-8")
    found, (problem,) = read_corrections(path)
    assert (len(found), problem.kind, problem.path) == (1, "correction_unusable", path.name)
    assert problem.detail.startswith("line 2: ")
    assert reason in problem.detail


def test_a_file_that_is_not_there_is_a_wrong_call(tmp_path):
    """The file is named with the reason."""
    with pytest.raises(WrongCall, match=r"missing\.jsonl"):
        read_corrections(tmp_path / "missing.jsonl")
