"""What a reader is told about sources and replaced numbers, with evidence short enough to read."""

from dataclasses import replace
from typing import Any

import pytest
from building import figure_of, notes_of, period_of, report_of, span_of, statement_of

from rashomon.account import Finding
from rashomon.notes import Notes
from rashomon.weigh.sentences import sentence_around
from rashomon.weigh.weighing import weigh


def findings(kind: str, *notes: Notes) -> list[Finding]:
    """The findings of one kind about these reports as one story."""
    return [each for each in weigh(notes, ()).findings if each.kind == kind]


def quoting(id: str, words: str, name: str, **given: Any) -> Notes:
    """A report that holds nothing but one quotation."""
    report = report_of(id, f"“{words}” {name} said.")
    said = statement_of(report, f"“{words}” {name} said", name, **given)
    return notes_of(report, statements=[replace(said, content=(span_of(report, f"“{words}”"),))])


def test_a_number_with_one_named_source_has_one_origin() -> None:
    """Three reports print 40, and only one says from whom: the coastguard."""
    notes = []
    for id in "abc":
        report = report_of(id, "40 people died, Vera Molnar said.")
        said = [statement_of(report, "40 people died", "Vera Molnar")] if id == "a" else []
        figure = figure_of(report, "40 people", 40, statement=said[0].id if said else None)
        notes.append(notes_of(report, figures=[figure], statements=said))
    (finding,) = findings("same_origin", *notes)
    assert finding.text.endswith("the only source that any of them names is Vera Molnar.")
    assert {side.label for side in finding.sides} == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("name", "told"), [("witness", True), ("survivors", True), ("police official", False)]
)
def test_an_unnamed_voice_that_says_the_same_may_be_the_named_one(name: str, told: bool) -> None:
    """A witness may be anybody; an official is nobody who does not hold that post."""
    words = "the driver thought that he had fainted at the lever,"
    named = quoting("a", words, "Vera Molnar")
    unnamed = quoting("b", words, name, named=False)
    assert bool(findings("same_origin", named, unnamed)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The bank raised its offer to $82 a share from an initial offer of $70.", True),
        ("The bank offered $82 a share. The first offer of the day was $70.", False),
        ("The bank raised its offer to $82 a share while rivals paid $70.", False),
    ],
)
def test_a_number_that_a_report_calls_former_is_replaced(text: str, told: bool) -> None:
    """Only a sentence that sets a former number against a new one says that it is replaced."""
    report = report_of("a", text)
    given = {"kind": "price", "unit": "USD", "action": None, "measure": "offer"}
    figures = [figure_of(report, f"${n}", n, **given) for n in (82, 70)]
    assert bool(findings("superseded", notes_of(report, figures=figures))) is told


def test_one_sentence_of_a_longer_quotation_is_compared() -> None:
    """An altered sentence is found between others that only one report prints."""
    one = quoting("a", "There was a woman lying on top of my legs.", "Vera Molnar")
    other = quoting(
        "b", "We went much too fast. There was a girl lying on top of my legs.", "Vera Molnar"
    )
    (finding,) = findings("differing_wording", one, other)
    assert [[span.exact for span in side.differing] for side in finding.sides] == [
        ["woman"],
        ["girl"],
    ]


def test_a_sentence_ends_where_its_line_does() -> None:
    """The sentence around a passage takes in neither its neighbours nor the next line."""
    report = report_of("a", "It was late. Dr. Ito saw 40 people there\nThe end.")
    assert sentence_around(report, span_of(report, "40")).exact == "Dr. Ito saw 40 people there"


def test_a_vague_count_is_not_superseded_by_what_it_may_mean() -> None:
    """Dozens may be the 51 that are counted the next day."""
    first = report_of("a", "dozens died.", day="2031-03-04")
    later = report_of("b", "51 people died.", day="2031-03-05")
    vague = replace(
        figure_of(first, "dozens", 24), value=None, low=24.0, high=None, qualifier="vague"
    )
    counted = figure_of(later, "51 people", 51)
    notes = (notes_of(first, figures=[vague]), notes_of(later, figures=[counted]))
    assert findings("superseded", *notes) == []


@pytest.mark.parametrize(
    ("measures", "told"), [(("Alba shares",) * 2, True), (("shares",) * 2, False)]
)
def test_a_price_of_another_hour_is_another_period(measures: tuple[str, str], told: bool) -> None:
    """What a named share fell by at 9:30 is no other answer than what it fell by later."""
    notes = []
    for id, words, value, measure in zip(
        "ab", ("2 percent", "4 percent"), (2, 4), measures, strict=True
    ):
        report = report_of(id, f"Alba shares fell {words} at 9:30 a.m.")
        given: dict[str, Any] = {
            "kind": "change",
            "unit": "percent",
            "counted": "shares",
            "head": "share",
        }
        clause = span_of(report, report.text[:-1])
        given |= {"measure": measure, "action": None, "clause": clause}
        figure = figure_of(report, words, value, **given)
        time = replace(period_of(report, "9:30 a.m.", "2031-03-04", "2031-03-04"), type="TIME")
        dated = replace(figure, period=time.id if id == "a" else None, period_basis="explicit")
        notes.append(notes_of(report, figures=[dated], times=[time] if id == "a" else []))
    assert bool(findings("differing_period", *notes)) is told


def test_a_part_and_its_whole_are_two_numbers() -> None:
    """Two children beside six people killed are told as a part, never as a difference."""
    part = report_of("a", "2 children died.")
    whole = report_of("b", "6 people died.")
    children = figure_of(part, "2 children", 2, population="children", head="child")
    notes = (
        notes_of(part, figures=[children]),
        notes_of(whole, figures=[figure_of(whole, "6 people", 6)]),
    )
    (finding,) = findings("different_measure", *notes)
    assert finding.text.startswith("A part and its whole")
    assert findings("differing_figure", *notes) == []
