"""Tests of antecedents: whom a pronoun or a bare quotation means, and when it is left open."""

from collections.abc import Callable

import pytest

from rashomon.statement import Statement

Found = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # The subject of the sentence before, not the one who spoke earlier.
        (
            "Engineer Ole Berg said the dam leaked.\nOn Monday, farmer Peter Novak walked home.\n"
            'He said: "My field is under water."',
            "Peter Novak",
        ),
        # A chain of pronouns leads back to its first name.
        (
            "Farmer Peter Novak came late. He looked at the dam. He said the gates were shut.",
            "Peter Novak",
        ),
        # A body and a place between are no persons.
        (
            "Engineer Ole Berg said the dam leaked. The Harbour Board met in Oslo. "
            "He said the gates were shut.",
            "Ole Berg",
        ),
        # The sex that a pronoun told earlier still holds.
        (
            "Maria Lund lost her boat.\nEngineer Ole Berg inspected the dam with his crew.\n"
            "She said the gates were shut.",
            "Maria Lund",
        ),
    ],
)
def test_a_pronoun_means_the_nearest_fitting_subject(found: Found, text: str, name: str) -> None:
    """The nearest sentence with a fitting subject decides."""
    speaker = found(text)[-1].speaker
    assert (speaker.name, speaker.basis) == (name, "pronoun")


@pytest.mark.parametrize(
    "text",
    [
        # Two are fair.
        "Ole Berg arrived and Peter Novak left. He said the dam leaked.",
        # Another one is named nearer, though not as a subject.
        "Ole Berg inspected the dam. The gates were opened by Peter Novak. He said they leaked.",
        # The only one stands in the words himself.
        'Ole Berg inspected the dam.\n"Ole Berg is a fine engineer," he said.',
        # The nearest subject is somebody without a name.
        "Ole Berg met a driver who knew Peter Novak. He said the dam leaked, and the driver left. "
        "The boy ran and Peter Novak followed. He said it leaked.",
    ],
)
def test_a_pronoun_in_doubt_names_nobody(found: Found, text: str) -> None:
    """A statement is kept, its speaker left open and shown by the pronoun."""
    speaker = found(text)[-1].speaker
    assert (speaker.name, speaker.basis, speaker.named) == (None, "pronoun", False)
    assert speaker.span is not None
    assert speaker.span.exact.lower() == "he"


def test_it_without_a_body_is_no_speaker(found: Found) -> None:
    """ "It" after a person and a thing speaks for nobody."""
    assert found("Ole Berg inspected the dam. It was not known how many gates leaked.") == ()


def test_a_bare_quotation_is_not_laid_to_an_earlier_speaker(found: Found) -> None:
    """A person who is named as a subject in between ends the turn of the last speaker."""
    told = 'Ole Berg said the dam leaked.\nPeter Novak stood by his field.\n"It is all gone."'
    assert found(told)[-1].speaker.name is None


def test_a_bare_quotation_right_behind_its_speaker_is_his(found: Found) -> None:
    """With nobody in between the last speaker goes on."""
    told = '"The dam leaks," Ole Berg said.\n"It leaked for years and nobody came."'
    speaker = found(told)[-1].speaker
    assert (speaker.name, speaker.basis) == ("Ole Berg", "carried")
