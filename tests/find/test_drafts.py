"""Tests of drafts: which words attribute, to whom, and which only seem to."""

from collections.abc import Callable

import pytest

from rashomon.statement import Statement

Found = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "The gang threatened them.",
        "The gang refused to enter a plea.",
        "The quake claimed 70,000 lives.",
        "Peter Novak claimed the title on Sunday.",
        "Police questioned the driver for an hour.",
        "Peter Novak was told that the dam leaked.",
        "The ferry proved slower to build than anticipated.",
    ],
)
def test_what_only_looks_like_speech_is_no_statement(found: Found, text: str) -> None:
    """Threats, tolls, titles, hearers and bare participles say nothing."""
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ('"It rose so fast," marveled resident Maria Lund, who fled.', "Maria Lund", "resident"),
        ('"The dam will hold," said mayor Ole Berg on Friday.', "Ole Berg", "mayor"),
    ],
)
def test_a_subject_behind_its_verb_may_open_with_a_role(
    found: Found, text: str, name: str, role: str
) -> None:
    """A role and a name right behind the verb are its subject."""
    (speaker,) = (statement.speaker for statement in found(text))
    assert (speaker.name, speaker.role) == (name, role)


def test_whoever_is_told_does_not_speak(found: Found) -> None:
    """The object of "told" is the hearer."""
    (speaker,) = (one.speaker for one in found("The storm was bad, Berg told Harbour News."))
    assert speaker.name == "Berg"


def test_a_participle_goes_on_with_the_main_speaker(found: Found) -> None:
    """ ", adding that" continues who said, not whom the content is about."""
    told = found("Ole Berg said Maria Lund had denied it, adding that the dam leaked.")
    adding = next(one for one in told if one.cue is not None and one.cue.exact == "adding")
    assert (adding.speaker.name, adding.within) == ("Ole Berg", None)
    said = next(one for one in told if one.cue is not None and one.cue.exact == "said")
    assert said.content[0].exact == "Maria Lund had denied it"


def test_words_inside_a_quotation_make_no_statement_of_the_report(found: Found) -> None:
    """Nobody is known to be quoted, so what he passes on is nobody's here."""
    assert found('"Ole Berg said the dam leaked."\nNobody came.') == ()


def test_claims_by_somebody_are_contested_by_despite(found: Found) -> None:
    """The that-clause is the content, whether it hangs on the claims or on the rebels."""
    text = "The army held on despite claims by the rebels that the town had been liberated."
    (claim,) = found(text)
    assert (claim.speaker.name, claim.attitude) == ("rebels", "contests")
    assert claim.content[0].exact == "the town had been liberated"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harbour Board said it sank. The statement said 12 drowned.", "Harbour Board"),
        ("Ole Berg said it sank. The statement said 12 drowned.", "statement"),
        ('"An old report says that the dam would hold," Ole Berg said.', "Ole Berg"),
    ],
)
def test_a_document_speaks_for_whoever_issued_it(found: Found, text: str, name: str) -> None:
    """ "The statement" is the body that just spoke; a document that is quoted is the quoter's."""
    assert found(text)[-1].speaker.name == name
