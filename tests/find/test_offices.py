"""Tests of offices, honours, credits and countries: what belongs to a speaker's name."""

from collections.abc import Callable

import pytest

from rashomon.find.actors.countries import adjective_of, country_of
from rashomon.statement import Statement

Found = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Leigh MP said the pier would stay shut.", "Ann Leigh"),
        ("General Airways said the pier would stay shut.", "General Airways"),
        ("BBC Police have confirmed the pier is shut.", "Police"),
        ("Image caption Divers said the pier was shut.", "Divers"),
        (
            "The Bishop of Selby, the Rt Rev Ann Leigh, opened the fair. "
            "On Friday the Bishop said the pier would stay shut.",
            "Ann Leigh",
        ),
        (
            "Anton Weiss and Prince Anton met in Graz. Prince Anton said the pier was shut.",
            "Anton",
        ),
        ("NorthRail said sales fell. North Rail Ltd said the pier was shut.", "NorthRail"),
        (
            "The Front for Free Rivers, known by its Latin letters LFR, marched. "
            "The LFR said the pier was shut.",
            "Front for Free Rivers",
        ),
        ("Director of music Ann Leigh said the pier was shut.", "Ann Leigh"),
    ],
)
def test_a_name_is_the_name_alone(found: Found, text: str, name: str) -> None:
    """Honours, credits, furniture and other spellings are no part of it; company names stay."""
    assert found(text)[-1].speaker.name == name


def test_an_office_is_no_name(found: Found) -> None:
    """ "The Chief Harbour Secretary" speaks without a name, with a role."""
    (one,) = found("Norway's Chief Cabinet Secretary told reporters the pier was shut.")
    assert not one.speaker.named
    assert one.speaker.role == "Chief Cabinet Secretary"


def test_a_rank_of_three_words_is_one_role(found: Found) -> None:
    """The words of a rank are no body that its bearer serves."""
    (one,) = found("Ann Leigh, Assistant Chief Constable at Selby Police, said the pier was shut.")
    assert (one.speaker.role, one.speaker.for_) == ("Assistant Chief Constable", "Selby Police")


@pytest.mark.parametrize(
    ("text", "name", "basis"),
    [
        ("Norway sent two ships. Oslo said they would stay.", "Norway", "carried"),
        ("Two ships came from Denmark. Oslo said they would stay.", "Oslo", "explicit"),
        (
            "Norway sent two ships. The Mayor of Oslo left. Oslo said they would stay.",
            "Oslo",
            "explicit",
        ),
    ],
)
def test_a_capital_speaks_for_its_country(found: Found, text: str, name: str, basis: str) -> None:
    """Only where the report names the country, and none of the city's own bodies."""
    speaker = found(text)[-1].speaker
    assert (speaker.name, speaker.basis) == (name, basis)


def test_a_countrys_body_has_one_name(found: Found) -> None:
    """ "Norway's army" and "the Norwegian army" are one."""
    told = found("Norway's army said the pier was shut.\nThe Norwegian army said it was mined.")
    assert [one.speaker.name for one in told] == ["Norwegian army", "Norwegian army"]


def test_countries_are_known_by_their_forms() -> None:
    """Short names lead to the adjective; capitals only to countries that a text names."""
    assert adjective_of("Britain") == "British"
    assert adjective_of("Atlantis") is None
    assert country_of("Seoul", "The South Korean navy sailed.") == "South Korea"
    assert country_of("Seoul", "The navy sailed.") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Leigh said her team had agreed on the plan, but admitted it was hard.", "Ann Leigh"),
        ('Ann Leigh said the diver knelt down and added: "It was cold."', "Ann Leigh"),
        (
            'The Greens walked out. "It is a sham," a spokesman said. '
            "Harbour Party spokesman Piet Maas has called the bill a mess.",
            "spokesman",
        ),
        (
            "Piet Maas said no, as did Ann Leigh of the Reds. "
            "The Reds leader said the pier was shut.",
            "Reds leader",
        ),
    ],
)
def test_words_stay_in_the_right_mouth(found: Found, text: str, name: str) -> None:
    """Who is told of, or named next for another body, is not who speaks."""
    assert name in [statement.speaker.name for statement in found(text)]


def test_a_spokesman_is_the_one_fuller_spokesman(found: Found) -> None:
    """ "A trade ministry spokesman" is the "Danish trade ministry spokesman" of the report."""
    text = (
        "A trade ministry spokesman said the pier was shut.\n"
        "Ships left, the Danish trade ministry spokesman said."
    )
    assert {one.speaker.name for one in found(text)} == {"Danish trade ministry spokesman"}


def test_a_credit_at_the_end_is_the_way(found: Found) -> None:
    """ "X said ..., according to Reuters" is X's statement through Reuters."""
    (one,) = found("The mayor said the pier was shut, according to Reuters.")
    assert (one.speaker.name, one.via) == ("mayor", "Reuters")
    assert one.content[0].exact == "the pier was shut"


def test_an_insertion_between_dashes_is_all_that_is_attributed(found: Found) -> None:
    """What the outlet tells around the dashes is its own."""
    (one,) = found("The flood — the worst in a century, according to the dyke board — took a mill.")
    assert [piece.exact for piece in one.content] == ["the worst in a century"]


@pytest.mark.parametrize(
    ("text", "served"),
    [
        (
            "Brevor Energy criticised Marlow Energy's management team, led by its CEO Anna Berg. "
            "Anna Berg said the bid was low.",
            "Marlow Energy",
        ),
        ("Brevor Energy kept its CEO Anna Berg. Anna Berg said the bid was low.", "Brevor Energy"),
        (
            "Brevor Energy said it would bid. Marlow Energy wrote back through Chief Executive "
            "Officer Anna Berg. Anna Berg said the bid was low.",
            None,
        ),
    ],
)
def test_an_office_is_of_the_body_of_its_own_clause(
    found: Found, text: str, served: str | None
) -> None:
    """ "Its" is the owner's or the subject's around it; between two bodies nothing is guessed."""
    assert found(text)[-1].speaker.for_ == served
