"""What may not be told by itself, because the report takes some of it back."""

import pytest

from rashomon.account import Position, Question
from rashomon.report import Report
from rashomon.tell.brief.items import breaks_off, is_half
from rashomon.tell.brief.tallies import of_another, says_which


@pytest.mark.parametrize(
    ("words", "behind", "broken"),
    [
        ("the works would pay if both agreed", " but the court forbade it.", True),
        ("the works would pay", " unless the court forbade it.", True),
        ("the works would pay", ", except on Sunday.", True),
        ("the works would pay", ", but the mayor doubted it.", False),
        ("the works would pay", " on Tuesday.", False),
    ],
)
def test_words_are_not_told_without_their_condition(words: str, behind: str, broken: bool) -> None:
    """An exception right behind belongs to them; another's "but" does not."""
    report = Report(id="r", text=words + behind)
    assert breaks_off(report, report.span(0, len(words))) is broken


@pytest.mark.parametrize(
    ("words", "half"),
    [
        ("even if the dam holds", True),
        ("when the gates were shut", True),
        ("if the dam holds, the town is safe", False),
        ("the dam holds even if the gates are shut", False),
    ],
)
def test_half_a_sentence_is_known(words: str, half: bool) -> None:
    """A condition with nothing behind it says nothing."""
    assert is_half(words) is half


@pytest.mark.parametrize(
    ("way", "known"),
    [
        ("Some 30 people were killed in the strike.", False),
        ("Some 30 people were killed in the strike on Velm last week.", True),
        ("Some 30 people were killed in Velm.", True),
    ],
)
def test_the_event_of_a_toll_is_named(way: str, known: bool) -> None:
    """The strike is this story's to a reader, unless the words say which."""
    assert says_which(way) is known


def test_a_question_asked_of_another_place_is_of_another_event() -> None:
    """The place with most answers is the story's."""

    def asked(place: str, ids: str) -> Question:
        positions = tuple(
            Position(id=f"p{id}", answer=id, origin="o", evidence=(), figures=(id,)) for id in ids
        )
        text = f"How many people were killed in {place}?"
        return Question(id=place, text=text, kind="figure", event="main", positions=positions)

    assert of_another([asked("Velm", "a"), asked("Orrin", "bcd")]) == {"a"}
