"""Disputes over a status, in prose."""

from dataclasses import replace

import pytest
from sample import sample_account

from rashomon.account import Question
from rashomon.tell.brief.disputes import dispute
from rashomon.tell.brief.shorter import Lowered
from rashomon.tell.brief.speakers import Speakers
from rashomon.tell.desk import Desk

ACCOUNT = sample_account()
DESK = Desk.of(ACCOUNT)
LOWERED = Lowered([report.text for report in ACCOUNT.reports], [])


def told(question: Question) -> list[str]:
    """The ways to tell a dispute."""
    return dispute(DESK, question, Speakers(DESK, LOWERED), LOWERED)[0]


@pytest.mark.parametrize(
    ("asked", "counted", "begins"),
    [
        ("Is the Orrin dam intact?", "Orrin dam", "Accounts conflict on whether the Orrin dam is "),
        (
            "Has a deal been reached?",
            None,
            "Accounts conflict on whether a deal has been ",
        ),
        ("Has Orrin been fully taken?", None, "Accounts conflict on whether Orrin has been fully "),
        ("Is the Orrin dam intact?", None, "Is the Orrin dam intact? Accounts conflict: "),
    ],
)
def test_the_question_becomes_a_part_of_the_sentence(
    asked: str, counted: str | None, begins: str
) -> None:
    """What is asked stands behind "whether", where its subject can be told from the rest."""
    (way,) = told(replace(ACCOUNT.questions[0], text=asked, counted=counted))
    assert way.startswith(begins)


def test_what_was_denied_is_never_told_as_said() -> None:
    """The words of a denial are what was denied: its teller only denied them."""
    question = replace(ACCOUNT.questions[0], text="Is this so: the dam has given way?")
    for way in told(question):
        assert "denied" in way
        assert "said given way" not in way


def test_a_denial_of_no_clause_is_not_told() -> None:
    """ "They denied it" tells nothing where what was denied says nothing."""
    assert told(replace(ACCOUNT.questions[0], text="Is this so: the eastern end?")) == []
