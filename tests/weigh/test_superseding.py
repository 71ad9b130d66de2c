"""Versions of one report: the later one's answer takes the place of the earlier one's."""

from dataclasses import replace
from typing import Any

from building import figure_of, notes_of, report_of, statement_of

from rashomon.account import Finding, Position, Question, Relation
from rashomon.notes import Notes
from rashomon.versions import Versions
from rashomon.weigh.superseding import superseded
from rashomon.weigh.weighing import weigh


def told(id: str, words: str, value: float, page: str, hour: int, **given: Any) -> Notes:
    """A version of a page, of an hour, that says only: WORDS came."""
    report = report_of(id, f"{words} came.", outlet=f"The {page} Post")
    updated = f"2031-03-04T{hour:02}:00:00Z"
    report = replace(report, url=f"https://{page}.example/count", updated=updated)
    figure = figure_of(report, words, value, action="attend", measure="people coming", **given)
    return notes_of(report, figures=[figure])


def weighed(*notes: Notes) -> tuple[Question, tuple[Finding, ...]]:
    """The one question of these reports, and the findings."""
    found = weigh(notes, ())
    (question,) = (each for each in found.questions if each.kind == "figure")
    return question, found.findings


def answers(question: Question) -> dict[str, Position]:
    """The positions by their ids."""
    return {position.id: position for position in question.positions}


def test_a_changed_count_is_an_update_by_its_outlet() -> None:
    """A version that lowers its count supersedes the earlier one, and nothing differs."""
    notes = told("b", "12 people", 12, "quay", 15), told("a", "30 people", 30, "quay", 8)
    question, findings = weighed(*notes)
    (relation,) = question.relations
    assert question.relation == relation.relation == "supersedes"
    assert answers(question)[relation.a].value == 30
    assert answers(question)[relation.b].value == 12
    assert (question.outlets, [each.kind for each in findings]) == (1, ["superseded"])


def test_a_sharper_count_is_an_update_too() -> None:
    """ "At least four" and then "six" could both be so, but the page has changed its count."""
    early = told("a", "at least 4 people", 4, "quay", 8, qualifier="at_least")
    question, _ = weighed(told("b", "6 people", 6, "quay", 15), early)
    (relation,) = question.relations
    assert relation.relation == "supersedes"
    assert answers(question)[relation.b].value == 6


def test_what_a_later_version_leaves_out_is_not_taken_back() -> None:
    """Two answers of one page dispute as before, though its later version has but one of them."""
    first, last = (told(id, "12 people", 12, "quay", hour) for id, hour in (("a", 8), ("b", 15)))
    reports = {each.report.id: each.report for each in (first, last)}
    spans = [each.figures[0].span for each in (first, last)]
    many = Position(id="many", answer="30", origin="one", evidence=(spans[0],))
    few = Position(id="few", answer="12", origin="two", evidence=tuple(spans))
    differ = Relation(a="many", b="few", relation="differ", reasons=())
    asked = Question(id="q", text="?", kind="figure", positions=(many, few), relations=(differ,))
    found = superseded(asked, Versions.of(reports.values()), reports)
    assert [each.relation for each in found.relations] == ["differ"]


def test_a_withdrawn_count_differs_from_nobodys() -> None:
    """What an outlet has changed since is no dispute with another outlet."""
    question, _ = weighed(
        told("a", "30 people", 30, "quay", 8),
        told("b", "12 people", 12, "quay", 15),
        told("c", "12 people", 12, "isle", 9),
    )
    assert question.relation == "supersedes"
    assert all(answers(question)[each.b].value == 12 for each in question.relations)


def test_a_count_that_another_page_gives_still_differs() -> None:
    """Two pages with two counts differ, however often one of them was changed."""
    question, _ = weighed(
        told("a", "30 people", 30, "quay", 8),
        told("b", "12 people", 12, "quay", 15),
        told("c", "50 people", 50, "isle", 9),
    )
    assert question.relation == "differ"
    differing = [each for each in question.relations if each.relation == "differ"]
    values = {answers(question)[id].value for each in differing for id in (each.a, each.b)}
    assert values == {12, 50}


def test_versions_are_no_repetition() -> None:
    """A speaker quoted in two versions of one report is not heard in two reports."""
    one = report_of("a", "Ada Holm counted them. 30 people came.", outlet="The Quay Post")
    two = replace(one, id="b", text=f"{one.text} It was late.", updated="2031-03-04T15:00:00Z")
    notes = [
        notes_of(
            replace(each, url="https://quay.example/count"),
            statements=[statement_of(each, "Ada Holm counted them.", "Ada Holm")],
        )
        for each in (one, two)
    ]
    assert not [each for each in weigh(notes, ()).findings if each.kind == "same_origin"]
    apart = [replace(each, report=replace(each.report, url=None)) for each in notes]
    assert [each for each in weigh(apart, ()).findings if each.kind == "same_origin"]
