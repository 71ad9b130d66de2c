from dataclasses import replace

from sample import sample_account

from rashomon.account import SameAs
from rashomon.tell.sections import (
    disputed,
    figure_questions,
    other_findings,
    outlets_behind,
    remarks,
    sides,
    told_findings,
    updated,
)
from rashomon.tell.sources import sources
from rashomon.tell.voices import voices

ACCOUNT = sample_account()


def test_the_strongest_dispute_comes_first():
    """Contradiction before difference, in any order of questions."""
    turned = replace(ACCOUNT, questions=ACCOUNT.questions[::-1])
    assert [each.id for each in disputed(turned)] == ["q1", "q2"]


def test_an_update_is_no_dispute():
    """A figure that was brought up to date stands by itself."""
    assert [each.id for each in updated(ACCOUNT)] == ["q3"]


def test_outlets_are_counted_by_name():
    """A report without an outlet adds none."""
    nameless = tuple(replace(each, outlet=None) for each in ACCOUNT.reports)
    question = ACCOUNT.questions[1]
    assert outlets_behind(ACCOUNT, question) == 2
    assert outlets_behind(replace(ACCOUNT, reports=nameless), question) == 0


def test_figures_that_are_disputed_come_first():
    """The reader's eye falls on them."""
    turned = replace(ACCOUNT, questions=ACCOUNT.questions[::-1])
    assert [each.id for each in figure_questions(turned)] == ["q2", "q3", "q4"]


def test_a_question_sets_origins_side_by_side():
    """Both answers of Velde stand together."""
    held = [
        (origin, [each.id for each in answers]) for origin, answers in sides(disputed(ACCOUNT)[1])
    ]
    assert held == [("o1", ["a3", "a4"]), ("o2", ["a5"])]


def test_no_finding_is_told_twice():
    """Each told finding stands with its question or among the others."""
    beside = [each for question in disputed(ACCOUNT) for each in remarks(ACCOUNT, question)]
    assert {*beside, *other_findings(ACCOUNT)} == set(told_findings(ACCOUNT))
    assert [each.id for each in beside] == ["n2"]


def test_the_widest_heard_source_comes_first():
    """Those in two reports stand before those in one."""
    assert [len(each.reports) for each in sources(ACCOUNT)] == [2, 2, 1, 1]


def test_two_origins_of_one_name_are_told_apart():
    """An unnamed origin is named with the outlet that heard it."""
    origins = (*ACCOUNT.origins[:2], replace(ACCOUNT.origins[3], name="Jon Askew", for_="Orrin"))
    named = {each.origin.id: each.name for each in sources(replace(ACCOUNT, origins=origins))}
    assert named["o2"] == "Jon Askew (Orrin) in Orrin Courier"
    assert named["o4"] == "Jon Askew (Orrin) in Northline"


def test_a_possible_twin_is_told_with_its_reason():
    """The reader is told why two origins may be one."""
    twin = SameAs(origin="o1", certainty="possible", reason="both speak for one office")
    origins = (ACCOUNT.origins[0], replace(ACCOUNT.origins[3], same_as=(twin,)))
    told = [each.twins for each in sources(replace(ACCOUNT, origins=origins)) if each.twins]
    name = "Marta Velde (Civil Protection Office)"
    assert told == [(f"possibly the same as {name}: both speak for one office",)]


def test_named_voices_come_before_unnamed():
    """Who says most comes first among the named."""
    assert [each.name for each in voices(ACCOUNT)] == [
        "Marta Velde",
        "Jon Askew",
        "valley hospital",
    ]


def test_words_printed_twice_are_one_saying():
    """A copied quotation is shown once, with both places."""
    statements = (*ACCOUNT.statements, replace(ACCOUNT.statements[0], id="s9"))
    velde = voices(replace(ACCOUNT, statements=statements))[0]
    assert [each.id for each in velde.sayings[0].statements] == ["s1", "s9"]
    assert len(velde.sayings) == 4


def test_a_voice_says_nothing_of_itself_twice():
    """A role that the name already holds is left out."""
    voice = replace(voices(ACCOUNT)[0], name="SDF officials", role="officials", for_="SDF Command")
    assert voice.titles == ("SDF officials", "SDF Command")
