"""Statuses: which claims exclude each other, and who disputes whom."""

import pytest
from building import claim_of, contest_of, notes_of, place_of, report_of, statement_of

from rashomon.claim import Claim
from rashomon.notes import Notes
from rashomon.report import Report
from rashomon.weigh.topics import possible_levels
from rashomon.weigh.weighing import weigh

OPEN = {"answer": "contested", "polarity": "negated"}
REPORT = Report(id="r", text="Kalmara is free.")


def state(**given: str) -> Claim:
    """A claim about Kalmara."""
    return claim_of(REPORT, "Kalmara is free", **given)


@pytest.mark.parametrize(
    ("one", "other", "exclusive"),
    [
        ({"degree": "full"}, {"degree": "almost"}, True),
        ({"degree": "full"}, OPEN, True),
        ({"degree": "full"}, {"polarity": "negated"}, True),
        ({"degree": "full"}, {"stance": "expects"}, True),
        ({"degree": "full"}, {"polarity": "unconfirmed"}, False),
        ({}, OPEN, False),
        ({"stance": "denies"}, {"polarity": "negated"}, False),
        ({"polarity": "negated", "stance": "denies"}, {}, False),
    ],
)
def test_degrees_exclude_each_other_or_not(
    one: dict[str, str], other: dict[str, str], exclusive: bool
) -> None:
    """Two claims exclude each other where no level of the condition is possible for both."""
    shared = possible_levels(state(**one)) & possible_levels(state(**other))
    assert (not shared) is exclusive


def two_sides(contested: bool) -> list[Notes]:
    """The army says Kalmara is fully taken; the envoy says that pockets remain."""
    text = (
        "Pockets remain in Kalmara, the envoy said, despite claims by the army that all is taken."
    )
    report = report_of("a", text)
    outer = statement_of(report, "Pockets remain in Kalmara", "Ada Envoy", for_="the mission")
    inner = statement_of(report, "all is taken", "the army", within=outer.id)
    contests = (contest_of(report, "claims", outer),) if contested else ()
    claims = [
        claim_of(report, "Pockets remain", outer, **OPEN),
        claim_of(report, "all is taken", inner, degree="full", contested=contests),
    ]
    place = place_of(report, "Kalmara")
    return [notes_of(report, statements=[outer, inner], claims=claims, places=[place])]


def test_a_contested_full_claim_contradicts() -> None:
    """Where the report sets one claim against the other, exclusive degrees contradict."""
    weighed = weigh(two_sides(contested=True), ())
    assert [question.relation for question in weighed.questions] == ["contradict"]
    assert "contradiction" in {finding.kind for finding in weighed.findings}


def test_an_uncontested_difference_is_no_contradiction() -> None:
    """Without such words the one may have become true after the other: they differ."""
    weighed = weigh(two_sides(contested=False), ())
    assert [question.relation for question in weighed.questions] == ["differ"]
    assert "contradiction" not in {finding.kind for finding in weighed.findings}
