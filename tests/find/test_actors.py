"""Tests of actors: one name each, with kind, role and aliases."""

from rashomon.actor import Actor
from rashomon.find.actors.search import find_actors
from rashomon.find.parse import parse
from rashomon.report import Report


def actors(text: str) -> dict[str, Actor]:
    """The actors of a text by canonical name."""
    return {one.name: one for one in find_actors(next(parse([Report(id="r", text=text)])))}


def test_titles_make_persons_and_body_words_bodies() -> None:
    """A rank before and a word such as Ministry in the name tell the kind."""
    found = actors("Col. Ines Okafor met the Water Ministry. Okafor said the dam leaked.")
    assert found["Ines Okafor"].kind == "person"
    assert found["Ines Okafor"].aliases == ("Okafor",)
    assert found["Water Ministry"].kind == "organisation"


def test_a_defined_abbreviation_is_an_alias() -> None:
    """A short form in brackets behind a name is that name's."""
    found = actors("The Clean Rivers Network (CRIN) said the dam leaked. CRIN said fish had died.")
    assert "CRIN" in found["Clean Rivers Network"].aliases
    assert "CRIN" not in found


def test_well_known_names_are_one_actor() -> None:
    """The general alias table joins forms that share no initials."""
    found = actors("Daesh said it fired the rockets. The Islamic State has claimed other attacks.")
    assert set(found["Islamic State"].aliases) >= {"Daesh"}


def test_a_bare_body_is_laid_to_the_one_fuller_name() -> None:
    """ "The coalition" is the French-led coalition where the report has only that one."""
    found = actors("The French-led coalition said it won. The coalition said it would stay.")
    (name,) = [one for one in found if "coalition" in one]
    assert name == "French-led coalition"
    assert len(found[name].mentions) == 2


def test_mentions_are_slices_in_order() -> None:
    """Mentions are sorted spans of the text."""
    text = "Ines Okafor left. Tomas Berg stayed. Okafor said she was ill."
    for actor in actors(text).values():
        assert list(actor.mentions) == sorted(actor.mentions)
        assert all(text[m.start : m.end] == m.exact for m in actor.mentions)


def test_a_possessive_with_an_odd_mark_is_no_part_of_a_name() -> None:
    """ "Okafor‘s" with an opening mark is Okafor's, and no other person."""
    found = actors("Donald Okafor‘s conduct drew fire. Okafor has said that the dam leaked.")
    assert "Donald Okafor" in found
    assert not any("‘" in name for name in found)
