"""What a reader is told first, and with which evidence."""

from dataclasses import replace
from typing import Any

import pytest
from building import figure_of, notes_of, report_of, span_of, statement_of

from rashomon.account import Finding
from rashomon.actor import Actor
from rashomon.notes import Notes
from rashomon.weigh.weighing import weigh


def told(id: str, words: str, value: float, day: str = "2031-03-04", **given: Any) -> Notes:
    """A report that says only: WORDS died."""
    report = report_of(id, f"{words} died.", day=day)
    return notes_of(report, figures=[figure_of(report, words, value, **given)])


def findings(kind: str, *notes: Notes) -> list[Finding]:
    """The findings of one kind about these reports as one story."""
    return [each for each in weigh(notes, ()).findings if each.kind == kind]


def test_a_rising_toll_is_told_once_with_all_its_steps() -> None:
    """Two, four and six dead on three days are one finding with three sides."""
    steps = [
        told(id, f"{n} people", n, day=f"2031-03-0{n}")
        for id, n in zip("abc", (2, 4, 6), strict=True)
    ]
    (finding,) = findings("superseded", *steps)
    assert [side.evidence[0].exact for side in finding.sides] == [
        "2 people",
        "4 people",
        "6 people",
    ]


def test_two_wordings_of_one_bound_are_no_difference() -> None:
    """Over 400 and more than 400 say the same."""
    given = {"qualifier": "more_than", "action": "injure", "measure": "people injured"}
    one = told("a", "over 400 people", 400, qualifier_text="over", **given)
    other = told("b", "more than 400 people", 400, qualifier_text="more than", **given)
    assert findings("differing_figure", one, other) == []


def test_a_report_that_gives_two_tolls_contradicts_itself() -> None:
    """Fifty-eight and at least fifty-nine in one report are a slip worth a look."""
    report = report_of("a", "58 people died. At least 59 people died.")
    figures = [
        figure_of(report, "58 people", 58),
        figure_of(report, "At least 59 people", 59, qualifier="at_least"),
    ]
    (finding,) = findings("self_contradiction", notes_of(report, figures=figures))
    assert {span.exact for side in finding.sides for span in side.evidence} == {
        "58 people",
        "At least 59 people",
    }


def test_the_injured_and_those_in_hospital_are_two_measures() -> None:
    """Counts that readers take for one another are told as two."""
    injured = told("a", "50 people", 50, action="injure", measure="people injured")
    taken = told("b", "51 people", 51, action="hospital", measure="people taken to hospital")
    (finding,) = findings("different_measure", injured, taken)
    assert finding.text.startswith("Two measures, not one number")


def test_reports_that_pass_on_one_outlet_have_one_origin() -> None:
    """What two reports take from a third outlet is no corroboration."""
    notes = []
    for id in ("a", "b"):
        report = report_of(id, "The dam broke, the Harbour Post reported.")
        said = replace(statement_of(report, "The dam broke", "Harbour Post"), via="Harbour Post")
        notes.append(notes_of(report, statements=[said]))
    (finding,) = findings("same_origin", *notes)
    assert finding.text == "2 reports pass on what Harbour Post reported."


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("It was the deadliest fire in the city's history.", True),
        ("It was the first such strike since 1998.", True),
        ("It was the largest of three fires.", False),
        ("The first firefighters came at noon.", False),
    ],
)
def test_a_superlative_without_a_source_is_the_narrators(text: str, judged: bool) -> None:
    """Only what is measured against the past is a claim about it."""
    notes = [notes_of(report_of("a", text)), told("b", "12 people", 12)]
    assert bool(findings("narrator_claim", *notes)) is judged


def test_a_superlative_that_somebody_says_is_that_speakers() -> None:
    """A named source takes the claim off the outlet."""
    report = report_of("a", "It was the deadliest fire in history, Vera Molnar said.")
    said = statement_of(report, "It was the deadliest fire in history", "Vera Molnar")
    notes = [notes_of(report, statements=[said]), told("b", "12 people", 12)]
    assert findings("narrator_claim", *notes) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Harlonec", "Harlanec", True),
        ("Harlonec", "Harlonecs", False),
        ("Division 21", "Division 22", False),
        ("Northern Rail", "Southern Rail", False),
    ],
)
def test_a_name_in_two_spellings_is_told(one: str, other: str, same: bool) -> None:
    """One letter's difference in two reports is shown, and nobody is merged."""
    notes = []
    for id, name in (("a", one), ("b", other)):
        report = report_of(id, f"The bill came from {name} in May.")
        actor = Actor(id=id, name=name, kind="organisation", mentions=(span_of(report, name),))
        notes.append(replace(notes_of(report), actors=(actor,)))
    assert bool(findings("differing_wording", *notes)) is same


def test_a_number_that_fell_is_no_slip() -> None:
    """Thirty-one missing, down from thirty-six, is no contradiction of a report with itself."""
    report = report_of("a", "31 people are missing. It had been 36 people.")
    missing = {"action": "missing", "measure": "people missing"}
    figures = [
        figure_of(report, "31 people", 31, **missing),
        figure_of(report, "36 people", 36, **missing),
    ]
    assert findings("self_contradiction", notes_of(report, figures=figures)) == []
