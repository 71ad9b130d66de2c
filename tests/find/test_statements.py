"""Tests of statements: speaker, cue, content, stance, nesting."""

from collections.abc import Callable

import pytest

from rashomon.statement import Statement

Found = Callable[..., tuple[Statement, ...]]


def only(statements: tuple[Statement, ...]) -> tuple[str | None, str]:
    """Speaker and content of the one statement there is."""
    (statement,) = statements
    return statement.speaker.name, " | ".join(piece.exact for piece in statement.content)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The union said in an emailed statement that its members had taken away an offer, "
            "and that nothing had been signed.",
            "union",
            "its members had taken away an offer, and that nothing had been signed",
        ),
        (
            "The union said in a letter that its members had taken away an offer.",
            "union",
            "its members had taken away an offer",
        ),
        (
            "Mayor Ines Okafor said that the bridge had collapsed.",
            "Ines Okafor",
            "the bridge had collapsed",
        ),
        ("The bridge had collapsed, said Ines Okafor.", "Ines Okafor", "The bridge had collapsed"),
        (
            "The bridge, Ines Okafor said, had collapsed.",
            "Ines Okafor",
            "The bridge | had collapsed",
        ),
        (
            '"The bridge is gone," Ines Okafor told reporters.',
            "Ines Okafor",
            '"The bridge is gone,"',
        ),
        ("According to the Harbour Board, two ferries sank.", "Harbour Board", "two ferries sank"),
        ("Two ferries sank, according to the Harbour Board.", "Harbour Board", "Two ferries sank"),
        (
            "Ines Okafor said Tuesday the bridge had collapsed.",
            "Ines Okafor",
            "the bridge had collapsed",
        ),
        ("Ines Okafor declared the search over.", "Ines Okafor", "the search over"),
        ("Ines Okafor warned of further floods.", "Ines Okafor", "further floods"),
        (
            "The Harbour Board denied that the ferry was overloaded.",
            "Harbour Board",
            "the ferry was overloaded",
        ),
        (
            "Mayor Ines Okafor accused three donors who are bankers — Ada Roe and Tom Stahl — of "
            "trying to buy the dam.",
            "Ines Okafor",
            "three donors who are bankers — Ada Roe and Tom Stahl — of trying to buy the dam",
        ),
    ],
)
def test_who_said_what(found: Found, text: str, speaker: str, content: str) -> None:
    """Plain, inverted, inserted, quoted, noun and small-clause forms give speaker and content."""
    assert only(found(text)) == (speaker, content)


def test_pieces_around_the_cue_are_one_statement(found: Found) -> None:
    """Two parts of one quotation around the cue, and a third after it, belong together."""
    text = '"We ran," Ines Okafor said. "The water was already at the door."'
    assert only(found(text)) == ("Ines Okafor", '"We ran," | "The water was already at the door."')


def test_a_quotation_in_the_next_paragraph_is_carried(found: Found) -> None:
    """A paragraph of quoted words without a speaker carries the last one."""
    first, second = found('"We ran," Ines Okafor said.\n"The water was at the door. We prayed."')
    assert (second.speaker.name, second.speaker.basis) == ("Ines Okafor", "carried")
    assert second.cue is None
    assert first.speaker.basis == "explicit"


def test_scare_quotes_are_no_speech(found: Found) -> None:
    """Quoted words inside the narrator's own sentence are nobody's statement."""
    assert found('The so-called "people\'s ferry" sank near the pier on Monday.') == ()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The board denied that the ferry was full.", "denies"),
        ("The board expects that the toll will rise.", "expects"),
        ("The board has not confirmed that the ferry was full.", "doubts"),
        ("The board confirmed that the ferry was full.", "asserts"),
    ],
)
def test_the_cue_tells_the_stance(found: Found, text: str, stance: str) -> None:
    """Denying, expecting and not confirming are told from asserting."""
    assert [statement.stance for statement in found(text)] == [stance]


def test_a_contested_claim_belongs_to_its_own_speaker(found: Found) -> None:
    """ "Despite claims by" hands the clause to the inner speaker, contested by the outer one."""
    text = (
        "The Harbour Board said the ferry was full despite claims by the Ferry Company "
        "that seats were left."
    )
    outer, inner = found(text)
    assert (outer.speaker.name, inner.speaker.name) == ("Harbour Board", "Ferry Company")
    assert (inner.within, inner.attitude) == (outer.id, "contests")
    assert inner.content[0].exact == "seats were left"


def test_reports_inside_a_statement_are_nested(found: Found) -> None:
    """ "Aware of reports that" keeps the reports apart from what the speaker asserts."""
    outer, inner = found("Ines Okafor said she was aware of reports that the dam had failed.")
    assert (inner.stance, inner.within) == ("reports", outer.id)
    assert inner.speaker.name is None
    assert inner.content[0].exact == "the dam had failed"


def test_no_confirmation_is_doubt(found: Found) -> None:
    """What nobody has had confirmation of is not asserted."""
    _, inner = found("Ines Okafor said she had not received confirmation that the dam had failed.")
    assert (inner.stance, inner.content[0].exact) == ("doubts", "the dam had failed")


def test_a_signed_quotation_is_its_signers(found: Found) -> None:
    """A dash and a name behind a quotation, or a name and a colon before it, tell the speaker."""
    signed = found('"The water was at the door. We prayed." \u2014 Ines Okafor')
    opened = found('Ines Okafor: "The water was at the door. We prayed."')
    assert only(signed) == only(opened)
    assert only(signed)[0] == "Ines Okafor"


def test_an_outlet_that_passes_on_is_the_way_not_the_speaker(found: Found) -> None:
    """ "Reuters reported that X said" is X's statement, through Reuters."""
    (statement,) = found("Reuters reported that Mayor Ines Okafor said the dam had failed.")
    assert (statement.speaker.name, statement.via) == ("Ines Okafor", "Reuters")


def test_an_outlet_on_its_own_is_speaker_and_way(found: Found) -> None:
    """ "Reuters reported" alone stays a statement of Reuters."""
    (statement,) = found("The dam failed at noon, Reuters reported.")
    assert (statement.speaker.name, statement.via) == ("Reuters", "Reuters")


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Ines Okafor told a press conference that the dam had failed.", "press conference"),
        ("Ines Okafor told CNN that the dam had failed.", "interview"),
        ("Ines Okafor tweeted that the dam had failed.", "tweet"),
        ("In a statement, the board said the dam had failed.", "statement"),
        ("Ines Okafor said the press conference was late.", None),
    ],
)
def test_the_occasion_is_in_the_cues_own_words(
    found: Found, text: str, occasion: str | None
) -> None:
    """An occasion counts in the words of the cue, not in what was said."""
    assert [statement.occasion for statement in found(text)][:1] == [occasion]


def test_told_to_another_outlet_is_kept_as_via(found: Found) -> None:
    """What was told to an outlet comes through it, unless the report is that outlet's own."""
    text = "Ines Okafor told CNN that the dam had failed."
    assert [s.via for s in found(text, "Daily Harbour")] == ["CNN"]
    assert [s.via for s in found(text, "CNN")] == [None]
    assert [s.via for s in found(text)] == [None]


@pytest.mark.parametrize(
    ("text", "directness"),
    [
        ('"We ran," Ines Okafor said.', ["direct"]),
        ('Ines Okafor said the dam was "already gone" by noon.', ["mixed"]),
        ("Ines Okafor said the dam was gone.", ["indirect"]),
    ],
)
def test_directness_follows_the_marks(found: Found, text: str, directness: list[str]) -> None:
    """All quoted is direct, some quoted mixed, none indirect."""
    assert [statement.directness for statement in found(text)] == directness


def test_a_turn_to_another_speaker_ends_the_content(found: Found) -> None:
    """ "..., but X said" is no part of what the first one said."""
    text = "Ines Okafor said the dam had failed, but Tomas Berg said it had held."
    contents = [statement.content[0].exact for statement in found(text)]
    assert contents == ["the dam had failed", "it had held"]


def test_every_span_is_a_slice(found: Found) -> None:
    """Content, cue and speaker are slices of the report's text and lie within the statement."""
    text = 'Col. Ines Okafor, a board spokeswoman, said the dam "held", adding that it leaked.'
    for statement in found(text):
        for span in (*statement.content, statement.cue, statement.speaker.span):
            assert span is not None
            assert text[span.start : span.end] == span.exact
            assert statement.span.holds(span)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Rebels, army spokesman Issa Diallo said, shelled the bridge.",
            "Issa Diallo",
            "Rebels | shelled the bridge",
        ),
        (
            '"The tug," Luis Ortega, the pilot, said, "had sunk in port."',
            "Luis Ortega",
            '"The tug," | "had sunk in port."',
        ),
        (
            "It was alleged by the pilot, Luis Ortega, that the tug was old.",
            "Luis Ortega",
            "the tug was old",
        ),
        ("Luis Ortega put the loss at $12 million.", "Luis Ortega", "the loss at $12 million"),
        ("Luis Ortega declined to comment on the loss.", "Luis Ortega", "to comment on the loss"),
        ("Luis Ortega went on to say that the tug was old.", "Luis Ortega", "the tug was old"),
        ("The permit allows 180 passengers by day.", "permit", "180 passengers by day"),
        (
            'Luis Ortega was blunt: "The tug was far too old."',
            "Luis Ortega",
            '"The tug was far too old."',
        ),
        (
            "The tug had sunk and two barges were lost, according to Luis Ortega.",
            "Luis Ortega",
            "The tug had sunk and two barges were lost",
        ),
    ],
)
def test_who_said_what_in_rarer_forms(found: Found, text: str, speaker: str, content: str) -> None:
    """Words between commas, split quotations, passives, values, refusals, documents, colons."""
    assert only(found(text)) == (speaker, content)


def test_a_quotation_behind_a_full_stop_is_left_to_its_own_cue(found: Found) -> None:
    """A verb of the sentence before takes no quotation that somebody else speaks."""
    text = 'Luis Ortega claimed a loss of nine boats. "That is far too much," said Hanna Roth.'
    speakers = {one.speaker.name for one in found(text) if "far too much" in one.content[0].exact}
    assert speakers == {"Hanna Roth"}


def test_a_claim_that_is_judged_stays_with_who_made_it(found: Found) -> None:
    """ "Dismissed the accusation by Y that" leaves the words with Y, contested."""
    text = "Ana Lopez dismissed an accusation by her rival, Hanna Roth, that the tug sank."
    one = found(text)[-1]
    assert (one.speaker.name, one.attitude) == ("Hanna Roth", "contests")


@pytest.mark.parametrize(
    "text",
    [
        "The mill raised its bid, offering the highest price of the year.",
        "The shop offers free repairs on Mondays.",
        "Ministers backed the plan, which calls for a toll on lorries.",
        "Divers told of the cracks that threatened to close the lock.",
    ],
)
def test_wares_and_plans_say_nothing(found: Found, text: str) -> None:
    """What firms offer, and what things do, is told by the outlet."""
    assert not [one for one in found(text) if one.speaker.name not in ("Divers", "Ministers")]


def test_offered_words_are_said(found: Found) -> None:
    """Condolences and the like are words."""
    (one,) = found("Mayor Ann Leigh offered her condolences to the families.")
    assert one.speaker.name == "Ann Leigh"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kestrel Ltd rejected the bid as far too low.", "asserts"),
        ("The voters are rejecting both parties.", "asserts"),
        ("Kestrel Ltd rejected the accusation.", "denies"),
        ("Kestrel Ltd dismissed the report as false.", "denies"),
    ],
)
def test_only_what_can_be_true_is_denied(found: Found, text: str, stance: str) -> None:
    """Who turns down an offer denies nothing."""
    assert [one.stance for one in found(text)] == [stance]


def test_what_nobody_can_deny_is_no_denial(found: Found) -> None:
    """ "No one can deny" grants what follows."""
    assert not [one for one in found("No one can deny the pier is old.") if one.stance == "denies"]
