"""Which figures answer one question, and how their positions stand."""

from dataclasses import replace
from typing import Any

import pytest
from building import figure_of, notes_of, period_of, place_of, report_of, statement_of

from rashomon.account import Question
from rashomon.notes import Notes
from rashomon.weigh.weighing import weigh


def told(id: str, words: str, value: float, day: str = "2031-03-04", **given: Any) -> Notes:
    """A report that says only: WORDS died."""
    report = report_of(id, f"{words} died.", day=day)
    return notes_of(report, figures=[figure_of(report, words, value, **given)])


def questions(*notes: Notes) -> tuple[Question, ...]:
    """The figure questions of these reports as one story."""
    return tuple(q for q in weigh(notes, ()).questions if q.kind == "figure")


def test_two_outlets_with_one_number_agree() -> None:
    """The same count of the same thing is one question on which the outlets agree."""
    (question,) = questions(told("a", "12 people", 12), told("b", "12 people", 12))
    assert question.relation == "agree"
    assert (question.outlets, question.independent_origins) == (2, 0)


def test_another_qualifier_is_compatible() -> None:
    """The same value with another qualifier is compatible, and the reason says so."""
    one = told("a", "about 12 people", 12, qualifier="about", qualifier_text="about")
    (question,) = questions(one, told("b", "12 people", 12))
    assert question.relation == "compatible"
    assert [reason.kind for reason in question.reasons] == ["qualifier"]


@pytest.mark.parametrize(
    "difference",
    [
        {"action": "injure"},
        {"head": "soldier", "counted": "soldiers"},
        {"population": "children"},
        {"unit": "percent", "kind": "share"},
        {"kind": "change"},
    ],
)
def test_different_things_never_link(difference: dict[str, Any]) -> None:
    """Another measure, population, unit or kind makes another question."""
    assert len(questions(told("a", "12 people", 12), told("b", "30 people", 30, **difference))) == 2


def test_a_later_higher_toll_supersedes() -> None:
    """A running toll that a later day raises is an update and no conflict."""
    early = told("a", "12 people", 12, day="2031-03-04")
    (question,) = questions(early, told("b", "30 people", 30, day="2031-03-05"))
    assert question.relation == "supersedes"


def test_tolls_of_one_day_differ_and_never_contradict() -> None:
    """Two tolls of one day may be an update: they differ, no more."""
    (question,) = questions(told("a", "12 people", 12), told("b", "30 people", 30))
    assert question.relation == "differ"


def test_an_open_toll_of_one_day_is_compatible() -> None:
    """At least twelve and thirty can both be true."""
    one = told("a", "at least 12 people", 12, qualifier="at_least")
    (question,) = questions(one, told("b", "30 people", 30))
    assert question.relation == "compatible"


def with_window(id: str, window: str, first: str) -> Notes:
    """A report that counts 40 surrenders in a window of days up to 4 March."""
    report = report_of(id, f"40 fighters surrendered {window}.")
    period = period_of(report, window, first, "2031-03-04")
    given = {"action": "surrender", "head": "fighter", "counted": "fighters"}
    figure = figure_of(
        report, "40 fighters", 40, period=period.id, period_basis="explicit", **given
    )
    return notes_of(report, figures=[figure], times=[period])


def test_another_period_is_a_difference_of_period() -> None:
    """The same number over nested periods is one question that differs by its period."""
    week = with_window("a", "in the last week", "2031-02-25")
    (question,) = questions(week, with_window("b", "in three days", "2031-03-01"))
    assert question.relation == "differ"
    assert "period" in {reason.kind for reason in question.reasons}


def placed(id: str, name: str, value: float, **where: Any) -> Notes:
    """A report that counts the dead in a place."""
    report = report_of(id, f"{value} people died in {name}.")
    place = place_of(report, name, **where)
    figure = figure_of(report, f"{value} people", value, place=place.id, place_basis="explicit")
    return notes_of(report, figures=[figure], places=[place])


def test_a_town_and_its_country_never_link() -> None:
    """A count for a country is not the count for a town within it."""
    country = placed("b", "Sweden", 90, kind="country", geonames=2661886, precision=6)
    assert len(questions(placed("a", "Kalmar", 12), country)) == 2


def test_one_speaker_in_three_outlets_is_one_origin() -> None:
    """Outlets that quote the same spokesman add no origin."""
    notes = []
    for id in ("a", "b", "c"):
        report = report_of(id, "12 people died, Vera Molnar said.")
        said = statement_of(report, "12 people died", "Vera Molnar", for_="the coastguard")
        figure = figure_of(report, "12 people", 12, statement=said.id, speaker="Vera Molnar")
        notes.append(notes_of(report, statements=[said], figures=[figure]))
    (question,) = questions(*notes)
    assert (len(question.positions), question.independent_origins, question.outlets) == (1, 1, 3)


def test_order_and_duplicates_of_reports_change_nothing() -> None:
    """The order of the reports plays no part in what is asked and how it stands."""
    notes = [told("a", "12 people", 12), told("b", "30 people", 30), told("c", "31 people", 31)]
    assert questions(*notes) == questions(*reversed(notes))


def test_a_malformed_number_conflicts_with_nothing() -> None:
    """A number that is no number is at most possibly related to others."""
    report = report_of("a", "1,2000 people died.")
    unread = {"value": None, "low": None, "high": None, "well_formed": False}
    broken = replace(figure_of(report, "1,2000 people", 0), **unread)
    notes = [notes_of(report, figures=[broken]), told("b", "30 people", 30)]
    relations = [question.relation for question in questions(*notes)]
    assert set(relations) <= {"possibly_related", "single"}


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Some 250 passengers were aboard the ferry", True),
        ("The harbour office has 250 desks", False),
    ],
)
def test_a_count_without_a_measure_links_by_number_and_words(text: str, linked: bool) -> None:
    """The same large number links where the clauses around it speak of one thing."""
    notes = []
    for id, words in (("a", "About 250 passengers were on the ferry"), ("b", text)):
        report = report_of(id, f"{words}.")
        whole = report.span(0, len(words))
        unknown = {"action": None, "head": None, "counted": None, "measure": None}
        figure = replace(figure_of(report, "250", 250, **unknown), clause=whole)
        notes.append(notes_of(report, figures=[figure]))
    assert (len(questions(*notes)) == 1) is linked
