"""Which sentences a brief may tell by themselves."""

import pytest

from rashomon.tell.brief.salience import stems
from rashomon.tell.brief.standing import lacks_bearer, missing, stands_alone


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour master closed the northern quay on Friday after a crane fell.",
        "Two cranes collapsed in Port Lindo and blocked the quay for six hours.",
        "The owner said his crew had warned the port twice before the crane fell.",
        "Officials at the ministry do not expect the quay to reopen this week.",
    ],
)
def test_a_whole_sentence_stands_alone(sentence: str) -> None:
    """A sentence with its own subject and verb needs no other."""
    assert stands_alone(sentence)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("He had warned the port twice before the crane fell.", "a pronoun opens it"),
        ("It was the third such fall in the port this year.", "it points back"),
        ("Two of them had been inspected only a week before.", "part of what was named before"),
        ("Until then, said its owner, the crane worked without a fault.", "its owner is not told"),
        ("Other cranes that have fallen in the northern ports of the region.", "no verb"),
        ("A broken crane is seen on the northern quay of Port Lindo.", "a caption"),
        ("Mara Quist: The crane was old and everybody in the port knew.", "a transcript"),
        ("Follow the port at www.example.org for more about the cranes that fell.", "a link"),
        ("Much has been made of the age of the crane in Port Lindo.", "it only muses"),
        ("We’re waiting for the inspectors to open the quay again.", "its writer speaks"),
        ("Not the sort of crane that any port had wanted to buy.", "no clause"),
    ],
)
def test_what_needs_another_sentence_does_not_stand(sentence: str, why: str) -> None:
    """Fragments, captions, asides and sentences that point back are not told."""
    assert not stands_alone(sentence), why


@pytest.mark.parametrize(
    ("words", "speaker", "lacks"),
    [
        ("its boats would be taken over", "person", True),
        ("its boats would be taken over", "body", False),
        ("he had seen the crane lean", "person", False),
        ("they had seen the crane lean", None, True),
        ("the inspectors said they had seen it", None, False),
    ],
)
def test_a_pronoun_needs_a_bearer(words: str, speaker: str | None, lacks: bool) -> None:
    """Only who speaks, or what stands before it, can be what a pronoun means."""
    assert lacks_bearer(words, speaker) is lacks


@pytest.mark.parametrize(
    ("sentence", "told", "gone"),
    [
        ("The charity said the quay must close.", "Harbour Aid asked for a new quay.", ["charity"]),
        ("The charity said the quay must close.", "The charity Harbour Aid spoke.", []),
        ("The police said the quay must close.", "", []),
        ("Port Lindo rejected these charges on Friday.", "", ["charges"]),
        ("Port Lindo rejected the decision on Friday.", "", ["decision"]),
        ("Port Lindo rejected the decision of the court.", "", []),
        ("The Lindo Harbour Board rejected the bid.", "", []),
    ],
)
def test_a_definite_thing_must_have_been_named(sentence: str, told: str, gone: list[str]) -> None:
    """What a sentence takes for known is missed where nothing told has named it."""
    assert missing(sentence, stems(told)) == gone
