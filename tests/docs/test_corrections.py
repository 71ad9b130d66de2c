"""docs/corrections.md: its example does what the page says."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon.cli import app
from rashomon.correction import KINDS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """The account of the ferry with the corrections of the page, and one whose text is gone."""
    (lines,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path_factory.mktemp("desk") / "corrections.jsonl"
    lost = json.dumps({"kind": "hide", "text": "0" * 64, "start": 0, "end": 5})
    path.write_text(f"{lines}{lost}\n", encoding="utf-8")
    reports = str(ROOT / "examples" / "ferry" / "reports")
    options = ["--corrections", str(path), "--format", "json", "--meaning", "none"]
    return CliRunner().invoke(app, ["account", reports, *options])


def test_the_example_is_applied(ran):
    """All four are applied; the one whose text is gone is named, and the exit code is 1."""
    told = json.loads(ran.stdout)
    assert [each["state"] for each in told["corrections"]] == [*["applied"] * 4, "to_be_looked_at"]
    assert "correction_to_be_looked_at" in {each["kind"] for each in told["problems"]}
    assert (ran.exit_code, len(ran.stderr.splitlines())) == (1, 1)


def test_the_split_figure_answers_a_question_of_its_own(ran):
    """The fourteen bodies stand with no other answer."""
    told = json.loads(ran.stdout)
    (span,) = [each["span"] for each in told["corrections"] if each["kind"] == "split"]
    answers = [
        [position["evidence"] for position in question["positions"]]
        for question in told["questions"]
        if any(span in position["evidence"] for position in question["positions"])
    ]
    assert [len(positions) for positions in answers] == [1]


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_tells_of_every_kind(kind):
    """No kind of correction is left untold."""
    assert f"| `{kind}` |" in PAGE
