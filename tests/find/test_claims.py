"""Status claims: topic, end, degree, polarity and stance of a passage."""

import pytest

from rashomon.claim import Claim
from rashomon.find.actors.search import find_actors
from rashomon.find.claims.search import find_claims
from rashomon.find.parse import parse
from rashomon.find.statements.search import find_statements
from rashomon.report import Report
from rashomon.where import Place

TOWN = "Kalmara"


def claims_in(text: str) -> tuple[Claim, ...]:
    """The claims of a text in which every "Kalmara" is known to be a place."""
    report = Report(id="r", text=text)
    starts = [at for at in range(len(text)) if text.startswith(TOWN, at)]
    places = [Place(id=f"l{at}", span=report.span(at, at + len(TOWN)), name=TOWN) for at in starts]
    parsed = next(parse([report]))
    return find_claims(parsed, find_statements(parsed, find_actors(parsed)), (), places)


@pytest.mark.parametrize(
    ("text", "topic", "answer", "degree", "polarity"),
    [
        ("Kalmara has been fully liberated.", "control", "taken", "full", "affirmed"),
        ("The army has recaptured Kalmara.", "control", "taken", None, "affirmed"),
        ("Kalmara is on the verge of liberation.", "control", "taken", "almost", "affirmed"),
        ("Kalmara has not been retaken.", "control", "taken", None, "negated"),
        ("The army gained full control of Kalmara.", "control", "taken", "full", "affirmed"),
        ("Pockets of rebels remain in Kalmara.", "control", "contested", "partial", "negated"),
        ("Some 95 percent of Kalmara has been cleared.", "control", "taken", "almost", "affirmed"),
        ("The search has ended.", "end", "over", "full", "affirmed"),
        ("The strike is over.", "end", "over", "full", "affirmed"),
        ("Rescue operations continue.", "end", "continuing", None, "negated"),
        ("The fire is under control.", "containment", "contained", None, "affirmed"),
        ("The blaze was still burning.", "containment", "burning", None, "negated"),
        ("A deal has been signed.", "deal", "reached", "full", "affirmed"),
        ("No deal has been signed.", "deal", "reached", None, "negated"),
        ("The bridge was closed.", "open", "closed", None, "negated"),
        ("Police captured Jonas Brandt.", "fate", "held", None, "affirmed"),
        ("Jonas Brandt is not dead.", "fate", "dead", None, "negated"),
        ("The crew are all alive.", "fate", "alive", "full", "affirmed"),
        ("A court convicted Jonas Brandt of theft.", "guilt", "convicted", "full", "affirmed"),
        ("Brandt pleaded not guilty.", "guilt", "pleads not guilty", None, "negated"),
        ("A faulty cable caused the fire.", "cause", "caused", None, "affirmed"),
        ("The cause of the crash is unknown.", "cause", "unknown", None, "unconfirmed"),
        ("A rebel group is behind the bombing.", "responsibility", "responsible", None, "affirmed"),
        ("Talks on the merger collapsed.", "deal", "collapsed", None, "negated"),
        ("The firm failed to reach an agreement.", "deal", "reached", None, "negated"),
        ("Half of the road was closed.", "open", "closed", "partial", "negated"),
        ("The mayor resigned.", "office", "out", None, "negated"),
    ],
)
def test_a_status_is_read_with_its_degree_and_polarity(
    text: str, topic: str, answer: str, degree: str | None, polarity: str
) -> None:
    """A sentence that states a condition gives one claim with topic, end, degree and polarity."""
    (claim,) = claims_in(text)
    assert (claim.topic, claim.answer, claim.degree, claim.polarity) == (
        topic,
        answer,
        degree,
        polarity,
    )


@pytest.mark.parametrize(
    "text",
    [
        "If Kalmara is liberated, families will return.",
        "Troops moved in to retake Kalmara.",
        "Clearing Kalmara took months.",
        "Was the bridge closed?",
        "The union wants the plant to be closed.",
        "The fire could be out by night.",
        "Kalmara was previously held by rebels.",
        "The company closed a round of funding.",
    ],
)
def test_what_states_no_condition_is_no_claim(text: str) -> None:
    """Suppositions, purposes, gerunds and other things than places give no claim."""
    assert claims_in(text) == ()


def test_what_is_to_come_is_expected() -> None:
    """A condition under way or to come is expected and not asserted."""
    text = "Kalmara will soon be liberated."
    assert [claim.stance for claim in claims_in(text)] == ["expects"]


def test_what_is_not_confirmed_is_unconfirmed() -> None:
    """A condition whose confirmation is missing is neither affirmed nor negated."""
    text = "The army has received no confirmation that Kalmara was cleared."
    assert [claim.polarity for claim in claims_in(text)] == ["unconfirmed"]


def test_a_contested_claim_names_the_contesting_statement() -> None:
    """Words such as "despite claims by" set the outer speaker against the inner claim."""
    text = (
        "The mayor said on Tuesday that fires were burning despite claims by the port authority "
        "that the blaze was fully under control."
    )
    contested = [claim for claim in claims_in(text) if claim.contested]
    assert [claim.answer for claim in contested] == ["contained"]
    assert contested[0].contested[0].by is not None


def test_a_claim_stays_inside_its_speakers_words() -> None:
    """The span of a claim never runs over the words of the one who says it."""
    text = "Vera Molnar, a spokeswoman, said the strike was over and left."
    (claim,) = claims_in(text)
    assert claim.span.exact.startswith("the strike was over")
    assert claim.speaker == "Vera Molnar"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor said the road was open. Drivers dispute that.", "Drivers dispute"),
        (
            "The rebels said they took Kalmara, a claim which the army denies.",
            "which the army denies",
        ),
        ("Police blamed Brandt for the blast. His lawyer denied he was behind it.", "denied"),
    ],
)
def test_words_that_point_back_contest_what_was_said(text: str, words: str) -> None:
    """ "Dispute that", "a claim ... denies" and a denial right behind contest the status before."""
    contested = [contest.span.exact for claim in claims_in(text) for contest in claim.contested]
    assert any(words in each or each in words for each in contested)


def test_what_is_confirmed_is_told_whatever_it_is() -> None:
    """A clause that somebody does not confirm is a claim though no topic names its condition."""
    (claim,) = claims_in("The ministry has not confirmed that the envoy boarded the train.")
    assert (claim.topic, claim.subject, claim.polarity) == ("confirmation", "envoy", "unconfirmed")


def test_who_is_blamed_and_for_what_are_told_apart() -> None:
    """A claim of responsibility has the one responsible as subject and the deed beside."""
    (claim,) = claims_in("The ministry blamed separatists for the explosion.")
    assert (claim.subject, claim.other) == ("separatists", "explosion")


def test_brackets_are_no_part_of_a_subject():
    """What a report adds to a name in brackets is not who did it."""
    text = "The Harbour Union (HU, once the Dockers' League) has claimed responsibility for it."
    (claim,) = claims_in(text)
    assert (claim.topic, claim.subject) == ("responsibility", "Harbour Union")
