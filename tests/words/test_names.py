"""Tests of names: folding, parts, and when two names mean one bearer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.words.names import (
    canonical_body,
    fold,
    is_abbreviation_of,
    person_parts,
    same_body,
    same_person,
    strip_titles,
    title_sex,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Renée  O\u2019Hara ", "renee o hara"),
        ("U.N.", "un"),
        ("the Harbour Office's", "the harbour office"),
        ("Al-Masri", "al masri"),
    ],
)
def test_folding_drops_what_spelling_varies(text: str, folded: str) -> None:
    """Accents, case, points, hyphens and possessive endings do not count."""
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded name is its own folding, but for a possessive that folding laid bare."""
    once = fold(text)
    assert fold(once) == once


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Lt. Col. Ines Okafor", "Ines Okafor"),
        ("Prime Minister Jonas Berg", "Jonas Berg"),
        ("Mrs Tolliver", "Tolliver"),
        ("Amir Haddad Jr.", "Amir Haddad"),
        ("Major", "Major"),
    ],
)
def test_titles_are_no_part_of_a_name(name: str, bare: str) -> None:
    """Ranks, offices, forms of address and suffixes fall away; something always stays."""
    assert strip_titles(name) == bare


def test_parts_are_folded_and_bare() -> None:
    """A person's parts come without title and in folded form."""
    assert person_parts("Capt. Zoë Lindqvist") == ("zoe", "lindqvist")


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Ines Okafor", "Col. Ines Okafor", "certain"),
        ("Ines M. Okafor", "Ines Okafor", "certain"),
        ("Okafor", "Ines Okafor", "possible"),
        ("I. Okafor", "Ines Okafor", "possible"),
        ("Sayid Karim", "Sayed Karim", "possible"),
        ("Ines Okafor", "Tomas Okafor", None),
        ("Ines Okafor", "Ines Marchetti", None),
        ("Ines", "Ines Okafor", None),
    ],
)
def test_two_names_of_one_person(a: str, b: str, verdict: str | None) -> None:
    """Given and family name make certain; a family name alone or a near spelling is possible."""
    assert same_person(a, b) == verdict
    assert same_person(b, a) == verdict


@pytest.mark.parametrize(
    ("short", "long", "verdict"),
    [
        ("NHB", "Northern Harbour Board", True),
        ("N.H.B.", "Northern Harbour Board", True),
        ("BoE", "Bank of England", True),
        ("BE", "Bank of England", True),
        ("NHB", "Northern Board", False),
        ("nhb", "Northern Harbour Board", False),
    ],
)
def test_initials_make_an_abbreviation(short: str, long: str, verdict: bool) -> None:
    """Capital initials abbreviate a name, its small words in or out."""
    assert is_abbreviation_of(short, long) is verdict


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("the United Nations", "UN", "certain"),
        ("Northern Harbour Board", "NHB", "certain"),
        ("Harbour Police", "HP", "possible"),
        ("task force", "joint task force", "possible"),
        ("Harbour Police", "Harbour Board", None),
        ("", "Harbour Board", None),
    ],
)
def test_two_names_of_one_body(a: str, b: str, verdict: str | None) -> None:
    """Aliases and three initials are certain; two initials or a fuller name are possible."""
    assert same_body(a, b) == verdict
    assert same_body(b, a) == verdict


def test_a_well_known_body_has_its_usual_name() -> None:
    """The alias table gives the usual name; an unknown body keeps its own, without the article."""
    assert canonical_body("the U.N.") == "United Nations"
    assert canonical_body("the Harbour Board") == "Harbour Board"


def test_titles_tell_the_sex() -> None:
    """Mr and Mrs tell it, Dr does not."""
    assert [title_sex(word) for word in ("Mr.", "Mrs", "Dr")] == ["male", "female", None]
