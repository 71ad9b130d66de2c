"""Clauses that speakers of two parties deny each other."""

import pytest
from building import notes_of, report_of, statement_of

from rashomon.account import Question
from rashomon.notes import Notes
from rashomon.weigh.propositions import opposites_of, stem
from rashomon.weigh.weighing import weigh


def said(id: str, words: str, name: str, stance: str = "asserts", day: str = "2031-03-04") -> Notes:
    """A report in which somebody says something."""
    report = report_of(id, f"{words}, {name} said.", day=day)
    return notes_of(report, statements=[statement_of(report, words, name, stance=stance)])


def denials(*notes: Notes) -> list[Question]:
    """The questions about what one says and another denies."""
    return [each for each in weigh(notes, ()).questions if each.measure == "denial"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the brakes were never checked", "the brakes were checked in May"),
        ("nobody searched the warehouse", "police searched the warehouse"),
        ("the envoy didn't sign the letter", "the envoy signed the letter"),
        ("the lender is solvent", "the lender is insolvent"),
        ("the seal is genuine", "the seal is a forgery, and the seal is fake"),
        ("the crew left the bridge voluntarily", "the crew were forced to leave the bridge"),
    ],
)
def test_a_clause_and_its_denial_differ(one: str, other: str) -> None:
    """What one says by "not" or by an opposite word, another says is so."""
    (question,) = denials(said("a", one, "Ada Holm"), said("b", other, "Max Aub"))
    assert question.relation == "differ"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the brakes were not checked", "the lights were checked"),
        ("if the brakes were not checked, trains stop", "the brakes were checked"),
        ("the brakes were not only checked", "the brakes were checked"),
        ("12 men were not searched", "40 men were searched"),
        ("Ivo Brandt did not sign the letter", "the letter was signed by Karl Moss"),
        ("the kiosk sold 40 tickets", "40 tickets were bought"),
        ("the mine in Alden is safe", "the mine in Corby is dangerous"),
        ("divers covered the wreck", "divers discovered the wreck"),
        ("the board was charged on Monday", "the board was discharged on Monday"),
        ("police units guarded the hall", "police divided the hall"),
    ],
)
def test_other_things_and_suppositions_deny_nothing(one: str, other: str) -> None:
    """Other things, other numbers, other names and what is only supposed are no denial."""
    assert not denials(said("a", one, "Ada Holm"), said("b", other, "Max Aub"))


def test_an_opposite_of_another_day_is_no_denial() -> None:
    """What was shut on Monday may be open on Tuesday."""
    shut = said("a", "the kiosk is shut", "Ada Holm", day="2031-03-03")
    assert not denials(shut, said("b", "the kiosk is open", "Max Aub"))


def test_a_speaker_denies_what_is_said_of_them_by_a_pronoun() -> None:
    """ "She met me": who says it stands for the pronoun."""
    one = said("a", "she owed money to Vera Molnar", "Ada Holm", stance="denies")
    assert denials(one, said("b", "Ada Holm owed me money", "Vera Molnar"))


@pytest.mark.parametrize(
    ("word", "opposite"), [("insolvent", "solvent"), ("alive", "dead"), ("shut", "open")]
)
def test_opposites_stand_both_ways(word: str, opposite: str) -> None:
    """A word is the opposite of its opposite, by the table, whatever it begins with."""
    assert stem(opposite) in opposites_of(stem(word))
    assert stem(word) in opposites_of(stem(opposite))
