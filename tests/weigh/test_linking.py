"""Which answers belong to one question, and on what grounds."""

from dataclasses import replace
from typing import Any

import pytest
from building import figure_of, notes_of, place_of, report_of

from rashomon.account import Question
from rashomon.notes import Notes
from rashomon.weigh.weighing import weigh


def told(id: str, words: str, value: float, day: str = "2031-03-04", **given: Any) -> Notes:
    """A report that says only: WORDS, it was said."""
    report = report_of(id, f"{words}, it was said.", day=day)
    return notes_of(report, figures=[figure_of(report, words, value, **given)])


def questions(*notes: Notes) -> list[Question]:
    """The figure questions of these reports as one story."""
    return [each for each in weigh(notes, ()).questions if each.kind == "figure"]


EVACUEES = {"counted": "residents", "head": "resident", "population": "residents"}


@pytest.mark.parametrize(
    ("other", "linked"),
    [
        ({"action": "flee", "measure": "residents fled", **EVACUEES}, True),
        ({"action": "displace", "measure": "people displaced"}, True),
        ({"action": "need help", "measure": "people needing help"}, False),
        ({"action": "return", "measure": "people returned"}, False),
    ],
)
def test_measures_of_one_family_are_one_question(other: dict[str, Any], linked: bool) -> None:
    """People are evacuated, displaced and fled in the same happening; need is another thing."""
    one = told("a", "300 people", 300, action="evacuate", measure="people evacuated")
    assert (len(questions(one, told("b", "350 people", 350, **other))) == 1) is linked


def test_everyone_and_civilians_are_at_most_possibly_related() -> None:
    """Four civilians may be the two people counted before, or a part of others: no conflict."""
    civilians = {"counted": "civilians", "head": "civilian", "population": "civilians"}
    (question,) = questions(told("a", "2 people", 2), told("b", "4 civilians", 4, **civilians))
    assert question.relation == "possibly_related"
    assert "population" in {reason.kind for reason in question.reasons}


def test_one_report_that_counts_both_keeps_them_apart() -> None:
    """Where a report counts people and civilians, they are two things."""
    report = report_of("a", "60 people died, it was said; 40 civilians died.")
    civilians = {"counted": "civilians", "head": "civilian", "population": "civilians"}
    figures = [
        figure_of(report, "60 people", 60),
        figure_of(report, "40 civilians", 40, **civilians),
    ]
    assert len(questions(notes_of(report, figures=figures))) == 2


def test_a_street_is_a_scene_of_its_town() -> None:
    """A count at a hall of the town links with the town's; a count of a far town does not."""
    where = {"Kalmar": ("city", 56.66, 16.36), "Town Hall": ("facility", 56.66, 16.37)}
    notes = []
    for id, (name, (kind, lat, lon)) in zip("ab", where.items(), strict=True):
        report = report_of(id, f"12 people died at {name}.")
        place = replace(place_of(report, name), kind=kind, lat=lat, lon=lon, geonames=len(name))
        figure = figure_of(report, "12 people", 12, place=place.id, place_basis="explicit")
        notes.append(notes_of(report, figures=[figure], places=[place]))
    assert len(questions(*notes)) == 1


def test_later_news_of_the_missing_may_fall() -> None:
    """The missing are found: a later, lower count is an update."""
    missing = {"action": "missing", "measure": "people missing"}
    early = told("a", "40 people", 40, day="2031-03-04", **missing)
    (question,) = questions(early, told("b", "31 people", 31, day="2031-03-05", **missing))
    assert question.relation == "supersedes"


def test_a_report_leads_with_the_news() -> None:
    """What a report counts first is set against others; a background count stays alone."""
    report = report_of("a", "6 people died. Last time 30 people died.")
    figures = [figure_of(report, "6 people", 6), figure_of(report, "30 people", 30)]
    found = questions(notes_of(report, figures=figures), told("b", "4 people", 4))
    assert sorted(len(each.positions) for each in found) == [1, 2]


def test_converted_lengths_are_compared_after_conversion() -> None:
    """Twelve metres and 39 feet are one depth."""
    unknown = {"action": None, "head": None, "counted": None, "kind": "measurement"}
    depth = {**unknown, "measure": "depth"}
    notes = []
    for id, words, value, unit in (("a", "12 metres", 12, "metre"), ("b", "39 feet", 39, "foot")):
        report = report_of(id, f"The ferry lies at a depth of {words} off Kalmar harbour.")
        figure = figure_of(report, words, value, unit=unit, **depth)
        notes.append(notes_of(report, figures=[replace(figure, clause=report.span(0, 50))]))
    (question,) = questions(*notes)
    assert question.relation == "compatible"


def test_grounds_say_why_a_question_is_one() -> None:
    """Each part that was compared is told with how it fits."""
    (question,) = questions(told("a", "12 people", 12), told("b", "12 people", 12))
    assert {(each.part, each.how) for each in question.grounds} >= {
        ("measure", "same"),
        ("counted", "same"),
        ("number", "same"),
    }


def test_what_comes_on_top_of_a_count_is_no_count_of_all() -> None:
    """Eight more dead are set against no toll."""
    further = told("b", "8 more people", 8)
    assert len(questions(told("a", "12 people", 12), further)) == 2
