"""Tests of people: age, sex, role and fate."""

import pytest

from rashomon.find.actors import find_actors
from rashomon.find.parse import parse
from rashomon.find.people import find_people
from rashomon.find.statements import find_statements
from rashomon.person import Person
from rashomon.report import Report


def person(text: str) -> Person:
    """The only person of a text."""
    parsed = next(parse([Report(id="r", text=text)]))
    found = find_actors(parsed)
    (one,) = find_people(parsed, found, find_statements(parsed, found))
    return one


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Maria Lopez, 34, was on the ferry.", 34),
        ("Maria Lopez, a 34-year-old nurse, was on the ferry.", 34),
        ("The 34-year-old Maria Lopez was on the ferry.", 34),
        ("Maria Lopez, aged 34, was on the ferry.", 34),
        ("Maria Lopez (34) was on the ferry.", 34),
        ("Nurse Maria Lopez, 340 others and a dog were on the ferry.", None),
        ("Nurse Maria Lopez and 34 others were on the ferry.", None),
        ("Maria Lopez, 34, sang. Maria Lopez, 36, danced.", None),
    ],
)
def test_age_stands_beside_the_name(text: str, age: int | None) -> None:
    """Ages come from the usual forms; two different ones leave it open."""
    assert person(text).age == age


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Maria Lopez, 34, was killed when the ferry sank.", "killed"),
        ("Maria Lopez died in hospital on Monday.", "killed"),
        ("Maria Lopez was found dead near the pier.", "killed"),
        ("The blast wounded Maria Lopez near the pier.", "injured"),
        ("Maria Lopez is still missing after the storm.", "missing"),
        ("Police arrested Maria Lopez near the pier.", "detained"),
        ("Maria Lopez was rescued from the water.", "alive"),
        ("Nurse Maria Lopez was not injured in the crash.", None),
        ("Nurse Maria Lopez could be killed at any time.", None),
        ("Maria Lopez watched the ferry sink.", None),
    ],
)
def test_fate_follows_the_syntax(text: str, fate: str | None) -> None:
    """What befell a person is read off the verb; denied and merely possible things are not."""
    assert person(text).fate == fate


def test_a_fate_that_somebody_tells_names_the_statement() -> None:
    """The statement in which a fate is told is kept with the person."""
    text = "Police said Maria Lopez was killed near the pier."
    assert len(person(text).statements) == 1


def test_sex_comes_from_titles_and_pronouns() -> None:
    """A form of address or the next pronoun tells it; a first name alone does not."""
    assert person("Mrs. Maria Lopez was on the ferry.").sex == "female"
    assert person("Maria Lopez fell when he tried to swim.").sex == "male"
    assert person("Nurse Maria Lopez was on the ferry.").sex is None


@pytest.mark.parametrize(
    ("text", "age", "fate"),
    [
        ("Maria Lopez , 69 - rescued", 69, "alive"),
        ("Maria Lopez, 34 - missing", 34, "missing"),
    ],
)
def test_a_list_of_names_tells_ages_and_fates(text: str, age: int, fate: str) -> None:
    """A dash and one word behind a name and an age is the fate."""
    assert (person(text).age, person(text).fate) == (age, fate)


@pytest.mark.parametrize("name", ["Sioux Falls", "Purple Rain", "Gran Torino"])
def test_a_name_of_which_nothing_personal_is_told_is_no_person(name: str) -> None:
    """Places, songs and cars that are labelled persons do nothing that persons do."""
    parsed = next(parse([Report(id="r", text=f"{name} came out in the spring of 1984.")]))
    assert find_people(parsed, find_actors(parsed), ()) == ()
