"""How a sentence of a brief says whose words it tells."""

import pytest

from rashomon.tell.brief.manners import manner, quoted, spoken
from rashomon.tell.brief.shorter import Lowered

LOWERED = Lowered(["The lock was shut on Friday by Ada Holm."], ["Ada Holm"])


def test_words_are_told_before_within_and_behind_their_speaker() -> None:
    """One who only said it may stand before the words, behind them, or be what they accord to."""
    words = "The lock at Velm was shut after the flood on Friday"
    told = list(spoken("the harbour office", "said", words, LOWERED))
    assert told[0] == "the harbour office said the lock at Velm was shut after the flood on Friday"
    assert f"{words}, the harbour office said" in told
    assert any(each.startswith("According to the harbour office, the lock") for each in told)


@pytest.mark.parametrize(
    "words",
    [
        "it would open the lock on Friday",
        "the lock was safe and called the warning a mistake",
        "the lock was closed and that the pumps were running",
        "a promise to open the lock by the end of the week",
        "the lock was safe - but",
    ],
)
def test_what_needs_its_speaker_is_never_told_ahead_of_him(words: str) -> None:
    """A pronoun, a second verb of his, a mere phrase or a cut end would hang in the air."""
    told = list(spoken("the office", "said", words, LOWERED))
    assert all(each.startswith("the office said ") for each in told)


def test_a_quotation_is_told_before_or_behind_its_speaker() -> None:
    """The full stop of the quotation gives way to a comma."""
    assert list(quoted("Ada Holm", "We lost it.")) == [
        "Ada Holm said: “We lost it.”",
        "“We lost it,” Ada Holm said",
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("According to the office, the lock is shut.", "according"),
        ("The lock is shut, the office said on Friday.", "behind"),
        ("The lock, the office said, is shut.", "within"),
        ("The office said that the lock is shut.", "that"),
        ("The office confirmed the lock is shut.", "before"),
        ("“It is shut,” Ada Holm said.", "quoted behind"),
        ("Ada Holm said: “It is shut.”", "quoted"),
        ("The lock is shut.", None),
    ],
)
def test_the_manner_of_a_sentence_is_seen(text: str, named: str | None) -> None:
    """A brief that knows its manners can vary them."""
    assert manner(text) == named
