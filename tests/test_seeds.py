"""Three real reports of one day: what an account of them must show, and must not."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the shared seeds are not beside the project"
)


@cache
def account() -> dict[str, Any]:
    """The account of the three reports."""
    paths = [str(path) for path in sorted(SEEDS.glob("*.txt"))]
    command = [sys.executable, "-m", "rashomon", "account", "--format", "json"]
    ran = subprocess.run(
        [*command, "--published", "2017-10-17", *paths], capture_output=True, check=True
    )
    loaded: dict[str, Any] = json.loads(ran.stdout)
    return loaded


def names(question: dict[str, Any]) -> set[str]:
    """Whose positions a question holds, as parties."""
    parties = {origin["id"]: origin["party"] for origin in account()["origins"]}
    return {parties[position["origin"]] for position in question["positions"]}


def question_with(value: float) -> dict[str, Any]:
    """The question that holds an answer of this value."""
    (found,) = [
        question
        for question in account()["questions"]
        if any(position["value"] == value for position in question["positions"])
    ]
    return dict(found)


def test_the_status_dispute_is_shown() -> None:
    """Whether the city is taken is disputed between the two bodies: a contradiction."""
    disputed = [q for q in account()["questions"] if q["relation"] == "contradict"]
    assert [question["kind"] for question in disputed] == ["status"]
    assert {"Syrian Democratic Forces", "U.S.-led coalition"} <= names(disputed[0])
    assert "contradiction" in {finding["kind"] for finding in account()["findings"]}


def test_one_number_with_two_periods_differs_by_its_period() -> None:
    """350 in the last week and about 350 in three days are one question with two periods."""
    question = question_with(350)
    assert question["relation"] == "differ"
    assert "period" in {reason["kind"] for reason in question["reasons"]}
    assert len(question["positions"]) == 2


def test_one_number_with_two_qualifiers_is_compatible() -> None:
    """As few as 100 and some 100 are one question, and compatible."""
    question = question_with(100)
    assert question["relation"] == "compatible"
    assert {p["qualifier"] for p in question["positions"]} == {"at_least", "about"}


def test_the_malformed_number_has_no_value() -> None:
    """1,5000 keeps its print and its candidates, and gets no value."""
    broken = [figure for figure in account()["figures"] if not figure["well_formed"]]
    assert [(f["printed"], f["value"], f["candidates"]) for f in broken] == [
        ("1,5000", None, [1500, 15000])
    ]


def test_two_outlets_share_one_origin() -> None:
    """One man stands behind the figures that the first two reports share."""
    (shared,) = [
        f for f in account()["findings"] if f["kind"] == "same_origin" and "Dillon" in f["text"]
    ]
    reports = {span["report"][:3] for side in shared["sides"] for span in side["evidence"]}
    assert {"000", "001"} <= reports
    assert {question_with(value)["independent_origins"] for value in (100, 350)} == {1}


@pytest.mark.parametrize(("value", "never"), [(100, 6500), (100, 2500), (90, 87), (90, 95)])
def test_other_questions_stay_apart(value: float, never: float) -> None:
    """A wider population, an earlier month and other wholes are never set against these."""
    together = [
        {position["value"] for position in question["positions"]}
        for question in account()["questions"]
    ]
    assert any(value in values for values in together)
    assert not any({value, never} <= values for values in together)


def test_victims_are_never_killed() -> None:
    """A count of victims stays one: it joins no question about killed."""
    assert question_with(1873)["measure"] != "people killed"
    assert "killed" not in question_with(1873)["text"]


def test_an_altered_quotation_is_found() -> None:
    """One quotation stands in two wordings."""
    assert "differing_wording" in {finding["kind"] for finding in account()["findings"]}
