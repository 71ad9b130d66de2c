"""Tests of speakers: names by parts, roles, pronouns, pointing words."""

from collections.abc import Callable

import pytest

from rashomon.statement import Statement

Found = Callable[..., tuple[Statement, ...]]


def names(statements: tuple[Statement, ...]) -> list[str | None]:
    """The canonical names of the speakers, in order."""
    return [statement.speaker.name for statement in statements]


def test_a_family_name_means_the_full_name(found: Found) -> None:
    """ "Okafor" is Ines Okafor once she is named."""
    text = "Engineer Ines Okafor said the dam leaked.\nOkafor said the gates were shut."
    assert names(found(text)) == ["Ines Okafor", "Ines Okafor"]


@pytest.mark.parametrize(
    ("then", "name"),
    [
        ("Okafor said the gates were shut.", "Pius Okafor"),
        ("Okafor, the engineer, said the gates were shut.", "Ines Okafor"),
    ],
)
def test_of_two_who_share_a_family_name_the_role_then_the_last_decides(
    found: Found, then: str, name: str
) -> None:
    """Whoever was named last is meant, unless the words beside the name tell another's role."""
    first = "Engineer Ines Okafor saw the dam. Mayor Pius Okafor saw it. Ines Okafor left. "
    assert names(found(f"{first}Pius Okafor stayed.\n{then}")) == [name]


def test_a_name_speaks_over_an_aside_in_dashes(found: Found) -> None:
    """ "Told reporters" tells whom somebody spoke to, and the speaker stands before the dashes."""
    text = (
        'Mayor Ines Okafor -- hours after papers came out calling a young man the "main suspect" '
        'in the fire -- told reporters the "fire does not relate to the theft."'
    )
    assert "Ines Okafor" in names(found(text))
    assert "reporters" not in names(found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ines Okafor, a spokeswoman for the Harbour Board, said the dam leaked.",
        "Harbour Board spokeswoman Ines Okafor said the dam leaked.",
        "A Harbour Board spokeswoman, Ines Okafor, said the dam leaked.",
        '"The dam leaks," Ines Okafor, spokeswoman for the Harbour Board, told reporters.',
    ],
)
def test_role_and_body_stand_around_the_name(found: Found, text: str) -> None:
    """Apposition before and after the name gives the role and the body spoken for."""
    (speaker,) = (statement.speaker for statement in found(text))
    assert (speaker.name, speaker.role, speaker.for_) == (
        "Ines Okafor",
        "spokeswoman",
        "Harbour Board",
    )


def test_an_abbreviation_means_the_body_it_stands_for(found: Found) -> None:
    """Initials are laid to the name in the report that they are made of."""
    text = "The Northern Harbour Board said the dam leaked.\nAn NHB spokesman said it was shut."
    first, second = (statement.speaker for statement in found(text))
    assert first.name == "Northern Harbour Board"
    assert second.for_ == "Northern Harbour Board"
    assert not second.named


def test_a_pronoun_means_the_last_fitting_speaker(found: Found) -> None:
    """ "He" passes over a woman and a body."""
    text = (
        "Mr. Tomas Berg said the dam leaked.\nMrs. Ines Okafor said it was shut.\n"
        "He said the gates had failed."
    )
    last = found(text)[-1].speaker
    assert (last.name, last.basis) == ("Tomas Berg", "pronoun")


def test_it_means_the_last_body(found: Found) -> None:
    """ "It" is the body that spoke, not the person."""
    text = "The Harbour Board said the dam leaked.\nIt said the gates were shut."
    assert names(found(text)) == ["Harbour Board", "Harbour Board"]


def test_the_group_means_the_body_that_spoke(found: Found) -> None:
    """A definite general noun points back to the named body."""
    text = "River Watch said the dam leaked.\nThe group also said that fish had died."
    assert names(found(text)) == ["River Watch", "River Watch"]


def test_two_who_speak_together_are_one_speaker(found: Found) -> None:
    """A joint subject keeps both; a clause behind the noun does not make one."""
    joint = found("The police and the rescue workers said the dam leaked.")
    assert names(joint) == ["police and the rescue workers"]
    single = found("The French-led coalition operating in Chad and Mali said the dam leaked.")
    assert names(single) == ["French-led coalition"]


def test_the_ministry_is_no_other_body(found: Found) -> None:
    """A noun that names a kind of body does not point to a body of another kind."""
    text = "River Watch said the dam leaked.\nThe ministry said the gates were shut."
    assert names(found(text)) == ["River Watch", "ministry"]


def test_a_spokesman_is_named_in_the_next_paragraph(found: Found) -> None:
    """A role before the name is laid to the person whom the next sentence names in it."""
    text = (
        "The dam leaked, a military spokesman said.\n"
        "Col. Tomas Berg, a spokesman for the engineers, said the gates were shut."
    )
    assert names(found(text)) == ["Tomas Berg", "Tomas Berg"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harbour officials said the dam leaked.", "Harbour officials"),
        ("Several witnesses said the dam leaked.", "witnesses"),
        ("Police said the dam leaked.", "Police"),
    ],
)
def test_unnamed_speakers_keep_their_words(found: Found, text: str, name: str) -> None:
    """Nobody is invented: the speaker is what the text calls them."""
    (speaker,) = (statement.speaker for statement in found(text))
    assert speaker.name is not None
    assert speaker.name.endswith(name)
    assert speaker.named == (name == "Police") or not speaker.named


def test_first_persons_in_a_quotation_are_no_speakers(found: Found) -> None:
    """ "We believe" inside a quotation stays the quoted person's."""
    assert names(found('"We believe the dam will hold," Ines Okafor said.')) == ["Ines Okafor"]


def test_whoever_is_quoted_speaks_and_the_paper_passes_it_on(found: Found) -> None:
    """ "X quoted Y as saying" is Y's statement through X."""
    (one,) = found(
        "The newspaper El Faro quoted a harbour pilot, Luis Ortega, as saying that the tug sank."
    )
    assert (one.speaker.name, one.via) == ("Luis Ortega", "El Faro")


def test_a_post_with_its_body_means_the_name_behind_it(found: Found) -> None:
    """The name in apposition behind "the head of X" is the speaker."""
    (one,) = found(
        "The chief executive of Alder Steel, Hanna Roth, announced that the mill would shut."
    )
    assert (one.speaker.name, one.speaker.named) == ("Hanna Roth", True)


def test_a_description_of_somebody_named_before_is_carried(found: Found) -> None:
    """ "The prosecutor" is the prosecutor named before, and the basis tells so."""
    text = "Prosecutor Nuno Prata opened the case.\nThe tug was overloaded, the prosecutor said."
    last = found(text)[-1].speaker
    assert (last.name, last.basis) == ("Nuno Prata", "carried")


def test_a_share_of_people_speaks_unnamed(found: Found) -> None:
    """Numbers of people speak, and nobody is named for them."""
    (one,) = found("About four in 10 said the ferry was late.")
    assert (one.speaker.named, one.content[0].exact) == (False, "the ferry was late")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"The lake froze over," Reuters quoted a police officer as saying.', "police officer"),
        ('"The lake froze over," Reuters cited the harbour office.', "harbour office"),
        ("The lake froze over, Reuters reports, citing officials.", "officials"),
    ],
)
def test_whoever_an_outlet_cites_speaks_through_it(found: Found, text: str, name: str) -> None:
    """The outlet is the way, not the source."""
    (one,) = found(text)
    assert (one.speaker.name, one.via) == (name, "Reuters")


def test_an_aside_attributes_the_clause_around_it(found: Found) -> None:
    """ "As the paper reported, ..." is the paper's statement; "as she discussed it" is none."""
    (one,) = found("As the Leeds Mercury reported, the tram stopped twice.")
    assert one.speaker.name == "Leeds Mercury"
    assert one.content[0].exact == "the tram stopped twice"
    assert not found("The tram stopped twice as engineers watched the rails.")


def test_whoever_is_heard_in_anothers_words_takes_no_turn(found: Found) -> None:
    """Of what is quoted next nobody says who speaks: not those of whom the quoted one told."""
    text = (
        "The aide said: “The gates hold.\n\n“Police have assured us that the dam is sound. They "
        "looked at it twice.\n\n“It should have been searched long ago.”\n"
    )
    last = found(text)[-1]
    assert last.speaker.name != "Police"


def test_nobody_says_nothing(found: Found) -> None:
    """ "No one knows how" is no statement of somebody called no one."""
    assert found("No one knows how the gates were moved.") == ()
