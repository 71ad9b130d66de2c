"""Without names: persons get numbers, the same everywhere, in every format."""

import json
from dataclasses import replace

import pytest
from sample import sample_account

from rashomon.actor import Actor
from rashomon.correction import Correction
from rashomon.person import Person
from rashomon.tell.annotations import account_annotations
from rashomon.tell.json import to_json
from rashomon.tell.loading import load_account
from rashomon.tell.markdown import account_markdown
from rashomon.tell.nameless import Names, without_names
from rashomon.tell.page import account_page
from rashomon.tell.tables.separated import table_csv
from rashomon.tell.tables.sheets import account_sheets
from rashomon.tell.text import account_text

SAMPLE = sample_account()
COURIER = replace(
    SAMPLE.reports[0], author="A Writer", url="https://courier.example/velde-says", path="a.txt"
)
ACCOUNT = replace(
    SAMPLE,
    reports=(COURIER, *SAMPLE.reports[1:]),
    people=(Person(id="n1", name="Jon Askew", age=61), Person(id="n2", name="Askew")),
    actors=(
        Actor(id="a1", name="Marta Velde", kind="person", role="director", aliases=("Velde",)),
        Actor(id="a2", name="Orrin", kind="person"),
        Actor(id="a3", name="engineer Grey", kind="person", named=False),
    ),
    corrections=(Correction(kind="speaker", text="0" * 64, value="Ida Velde-Holm", by="A Writer"),),
)
BARE = without_names(ACCOUNT)


def _tables(account) -> str:
    return "".join(table_csv(table).decode("utf-8") for table in account_sheets(account))


@pytest.mark.parametrize(
    "printed",
    [
        account_text,
        account_markdown,
        account_page,
        _tables,
        lambda account: to_json(account).decode("utf-8"),
        lambda account: account_annotations(account).decode("utf-8"),
    ],
)
def test_no_name_is_left_in_any_format(printed):
    """The names stand in the account, and in no letters in what is made of it without them."""
    assert "velde" in printed(ACCOUNT).casefold()
    bare = printed(BARE).casefold()
    assert "velde" not in bare
    assert "askew" not in bare
    assert "holm" not in bare
    assert "a writer" not in bare


def test_a_person_has_one_number_everywhere():
    """Full name, family name and origin are one person."""
    assert BARE.brief[1].text == "person 2 gives at least 40 flooded homes, person 1 about 70."
    assert [origin.name for origin in BARE.origins[:2]] == ["person 2", "person 1"]
    assert [person.name for person in BARE.people] == ["person 1", "person 1"]


def test_words_of_a_report_are_covered_and_never_rewritten():
    """A cited passage keeps its length, and each other letter of it."""
    for bare, full in zip(BARE.statements, ACCOUNT.statements, strict=True):
        assert len(bare.span.exact) == len(full.span.exact)
        pairs = zip(bare.span.exact, full.span.exact, strict=True)
        assert all(a in (b, "░") for a, b in pairs)
    assert any("░" in each.span.exact for each in BARE.statements)


def test_texts_by_lines_and_telling_addresses_stay_behind():
    """No text is carried, no author, no address that holds a name; the hash stays."""
    courier = BARE.reports[0]
    assert (courier.text, courier.author, courier.url) == ("", None, None)
    assert (courier.path, courier.sha256) == ("a.txt", COURIER.sha256)
    assert dict(BARE.made_by.settings)["names"] == "withheld"


def test_a_body_and_a_place_keep_their_names():
    """One capitalised word that only an actor bears is no person's name."""
    assert "Civil Protection Office" in account_text(BARE)
    assert "Orrin" in account_text(BARE)


def test_it_can_be_saved_and_loaded():
    """The account without names is an account like another."""
    assert load_account(to_json(BARE)) == BARE
    assert json.loads(to_json(BARE))["reports"][0]["text"] is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Velde said", "person 2 said"),
        ("VELDE", "person 2"),
        ("Marta van Velde's office", "person 2's office"),
        ("Jon P. Askew", "person 1"),
        ("Velde and Askew", "person 2 and person 1"),
        ("Asked by Askew. Velde left", "Asked by person 1. person 2 left"),
        ("Veldenberg", "Veldenberg"),
        ("velde", "velde"),
    ],
)
def test_a_name_is_met_as_a_whole(words, expected):
    """Parts of a name, capitals and initials are met; other words that begin alike are not."""
    assert Names(ACCOUNT).numbered(words) == expected


def test_what_is_on_the_map_is_no_person():
    """A place that was taken for somebody keeps its name, and a title is part of no name."""
    place = replace(SAMPLE.places[0], name="North Vale", lat=1.0, lon=2.0)
    people = (Person(id="n1", name="North Vale"), Person(id="n2", name="Cabinet Secretary"))
    names = Names(replace(ACCOUNT, people=people, places=(place,)))
    words = "North Vale, said the Secretary"
    assert names.numbered(words) == words


def test_a_shared_family_name_is_nobodys_number():
    """Where two bear a name alone, it is told as "a person"."""
    two = replace(ACCOUNT, people=(*ACCOUNT.people, Person(id="n3", name="Ida Askew")))
    assert Names(two).numbered("Askew and Ida Askew") == "a person and person 2"


def test_a_name_with_more_before_it_is_the_same():
    """What stands before a whole name makes nobody else of it."""
    more = replace(ACCOUNT, people=(*ACCOUNT.people, Person(id="n3", name="AP Jon Askew")))
    assert Names(more).numbered("AP Jon Askew met Askew") == "person 1 met person 1"


def test_a_report_named_for_a_person_is_numbered():
    """An id that holds a name becomes a number, wherever the report is pointed at."""
    named = replace(COURIER, id="velde-interview")
    old = json.dumps(json.loads(to_json(ACCOUNT))).replace(COURIER.id, named.id)
    bare = without_names(load_account(old.encode()))
    assert bare.reports[0].id == "report 1"
    assert load_account(to_json(bare)) == bare


def test_an_account_without_persons_only_loses_its_texts():
    """Where nobody is named, nothing is replaced."""
    nobody = replace(SAMPLE, people=(), actors=())
    assert without_names(nobody).brief == nobody.brief
