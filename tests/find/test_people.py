"""Tests of people: age, sex, role and fate."""

import pytest

from rashomon.find.actors.search import find_actors
from rashomon.find.parse import parse
from rashomon.find.people.search import find_people
from rashomon.find.statements.search import find_statements
from rashomon.person import Person
from rashomon.report import Report
from rashomon.statement import Statement


def read(text: str) -> tuple[Statement, ...]:
    """The statements of a text."""
    parsed = next(parse([Report(id="r", text=text)]))
    return find_statements(parsed, find_actors(parsed))


def people(text: str) -> tuple[Person, ...]:
    """The people of a text."""
    parsed = next(parse([Report(id="r", text=text)]))
    found = find_actors(parsed)
    return find_people(parsed, found, find_statements(parsed, found))


def person(text: str) -> Person:
    """The only person of a text."""
    (one,) = people(text)
    return one


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Maria Lopez, 34, was on the ferry.", 34),
        ("Maria Lopez, a 34-year-old nurse, was on the ferry.", 34),
        ("The 34-year-old Maria Lopez was on the ferry.", 34),
        ("Maria Lopez, aged 34, was on the ferry.", 34),
        ("Maria Lopez (34) was on the ferry.", 34),
        ("Maria Lopez, who is 34, was on the ferry.", 34),
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
        ("Friends set out to rescue nurse Maria Lopez.", None),
        ("Nurse Maria Lopez: 32 killed near the pier.", None),
        ("Fire: 12 dead\nNurse Maria Lopez left the pier.", None),
    ],
)
def test_fate_follows_the_syntax(text: str, fate: str | None) -> None:
    """What befell a person is read off the verb; denied and merely possible things are not."""
    assert person(text).fate == fate


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Maria Lopez, who was killed in the crash, taught music.", "killed"),
        ("Maria Lopez, who is missing, taught music.", "missing"),
        ("Maria Lopez, whose body was found on Friday, taught music.", "killed"),
        ("Nurse Maria Lopez, whose body is covered in tattoos, taught music.", None),
        ("Nurse Maria Lopez, who identified the body of a neighbour, taught music.", None),
    ],
)
def test_a_relative_clause_tells_a_fate(text: str, fate: str | None) -> None:
    """What befell a person may stand in a clause that hangs on the name."""
    assert person(text).fate == fate


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Among the dead is Maria Lopez, a 34-year-old baker.", "killed"),
        ("The injured include Maria Lopez, 34, who was taken to Porto.", "injured"),
        ("One of the missing is Maria Lopez, 34.", "missing"),
        ("Maria Lopez, 34, was among the wounded.", "injured"),
        ("Nurse Maria Lopez was not among the dead.", None),
        ("Nurse Maria Lopez was searching among the dead.", None),
        ("The dead do not include nurse Maria Lopez.", None),
    ],
)
def test_who_belongs_to_a_group_shares_its_fate(text: str, fate: str | None) -> None:
    """The dead, the injured and the missing are named one by one."""
    assert person(text).fate == fate


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Divers recovered the body of nurse Maria Lopez.", "killed"),
        ("Nurse Maria Lopez's body was identified on Friday.", "killed"),
        ("Police found nurse Maria Lopez dead on Monday.", "killed"),
        ("Nurse Maria Lopez found a neighbour dead on Monday.", None),
        ("Nurse Maria Lopez was rescued but died in hospital.", "killed"),
    ],
)
def test_the_dead_are_found_and_outweigh(text: str, fate: str | None) -> None:
    """A body is its person's; who finds one lives; death stands before a rescue."""
    assert person(text).fate == fate


@pytest.mark.parametrize(
    "text",
    [
        "Police denied that nurse Maria Lopez was killed.",
        "Nurse Maria Lopez was feared dead.",
        "It is not known whether nurse Maria Lopez was killed.",
        "Nurse Maria Lopez is believed to have been killed.",
        "Police could not confirm that nurse Maria Lopez was killed.",
    ],
)
def test_a_doubt_leaves_a_fate_open(text: str) -> None:
    """What is denied, feared or not known has befallen nobody."""
    assert person(text).fate is None


def test_a_fate_that_somebody_tells_names_the_innermost_statement() -> None:
    """The statement in which a fate is told is kept with the person, and not the one around it."""
    text = "The mayor said police had told him that Maria Lopez was among the dead."
    told = read(text)
    inner = [one.id for one in told if one.within is not None]
    assert len(told) == 2
    assert list(person(text).statements) == inner


def test_what_the_outlet_tells_itself_names_no_statement() -> None:
    """An age beside a speaker's name is the outlet's word and nobody's statement."""
    assert person('"It rained," said Maria Lopez, 34.').statements == ()


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
