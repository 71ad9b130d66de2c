"""Tests of taking up: who "the father", "the party's leader", "one" or "the 41-year-old" is."""

from collections.abc import Callable

import pytest

from rashomon.statement import Statement

Found = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Owen Tarrant, 44, was asleep in the cabin when the ferry struck the pier.\n"
            "The father, from Lowestoft, said the alarm never rang.",
            "Owen Tarrant",
        ),
        (
            "Greta Lind was asleep in the cabin when the ferry struck the pier. "
            "The survivor said the alarm never rang.",
            "Greta Lind",
        ),
        (
            "Piet Maas said the dyke would be rebuilt. The Greens leader said work starts in May.",
            "Piet Maas",
        ),
        (
            "Maud Ferrier, 41, came second. Lise Bonnard, 29, won. "
            '"The ice was soft," the 41-year-old said.',
            "Maud Ferrier",
        ),
    ],
)
def test_a_description_takes_up_the_person_just_named(found: Found, text: str, name: str) -> None:
    """The only fitting person of the sentence before is meant; the basis is carried."""
    speaker = found(text)[-1].speaker
    assert (speaker.name, speaker.basis) == (name, "carried")


@pytest.mark.parametrize(
    "text",
    [
        "Owen Tarrant, 7, was asleep in the cabin. The father said the alarm never rang.",
        "Owen Tarrant was killed in the cabin. The survivor said the alarm never rang.",
        "Owen Tarrant met Piet Maas on the quay. The survivor said the alarm never rang.",
        "Piet Maas said the dyke would be rebuilt. The chancellor said work starts in May.",
        "Owen Tarrant was arrested on the quay. The victim said the alarm never rang.",
    ],
)
def test_a_description_of_somebody_else_stays_unnamed(found: Found, text: str) -> None:
    """A child is no father, the dead say nothing, an office is known by itself."""
    assert not found(text)[-1].speaker.named


def test_one_of_several_is_called_after_them(found: Found) -> None:
    """ "One" behind "Residents said" is a resident, without a name."""
    text = "Residents said the wall shook.\nOne said the lights went out.\nOthers said it was calm."
    speakers = [statement.speaker for statement in found(text)]
    assert [one.name for one in speakers] == ["Residents", "resident", "Residents"]
    assert not any(one.named for one in speakers)


@pytest.mark.parametrize(
    "seat", ["Oslo-based Halvard Foods", "Halvard Foods, based in Oslo,", "Halvard Foods of Oslo"]
)
def test_a_seat_leads_back_to_the_body_that_sits_there(found: Found, seat: str) -> None:
    """ "The Oslo-based firm" is the one body that the report places in Oslo."""
    text = (
        f"{seat} bid for Tollef Motors in May.\nTollef Motors said it would wait.\n"
        "The Oslo-based firm said it had time."
    )
    assert found(text)[-1].speaker.name == "Halvard Foods"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The tanker was empty, the brother of the captain, Ivo Dahl, from Skagen, said.\n"
            '"It was empty," he told reporters.',
            "Ivo Dahl",
        ),
        ("Neighbours rang Amperia, her supplier, who confirmed the fault.", "Amperia"),
        ("Divers pulled from the wreck said the mast broke first.", "Divers"),
        ("A key aim, in rich and poor towns, said Amperia Ltd, is to cut waste.", "Amperia"),
    ],
)
def test_a_speaker_is_found_where_the_cue_is_led_off(found: Found, text: str, name: str) -> None:
    """Appositions, relative clauses and inserted cues keep their speaker."""
    assert found(text)[-1].speaker.name == name
