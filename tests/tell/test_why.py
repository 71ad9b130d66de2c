"""The explanation of a question."""

from dataclasses import replace

import pytest
from sample import sample_account

from rashomon.account import Ground
from rashomon.errors import WrongCall
from rashomon.tell.why import why_text

ACCOUNT = sample_account()


def test_a_question_is_found_by_id_and_by_words() -> None:
    """The id and the words of a question name it alike."""
    question = ACCOUNT.questions[0]
    assert why_text(ACCOUNT, question.id) == why_text(ACCOUNT, question.text)


def test_answers_grounds_and_verdicts_are_told() -> None:
    """Each answer, each ground and each reason stands in the explanation."""
    question = next(each for each in ACCOUNT.questions if each.relations)
    ground = Ground(part="counted", how="near", text="dead and victims")
    changed = replace(question, grounds=(ground,))
    text = why_text(replace(ACCOUNT, questions=(changed,)), question.id, 200)
    assert "other words for one thing  dead and victims" in text
    for words in [each.answer for each in question.positions[:1]] + [
        reason.text for each in question.relations for reason in each.reasons
    ]:
        assert words in text


def test_an_unknown_question_names_those_there_are() -> None:
    """Who asks for what is not there is told the first questions."""
    with pytest.raises(WrongCall, match="The first ones are"):
        why_text(ACCOUNT, "nothing of the sort")


def test_a_list_of_some_questions_says_where_all_stand() -> None:
    """Who is shown the first five of more is told how to see the others."""
    many = replace(ACCOUNT, questions=ACCOUNT.questions[:1] * 7)
    with pytest.raises(WrongCall, match="All 7 stand in the account as `--format json`"):
        why_text(many, "nothing of the sort")
