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
        ("Kalmara has been fully liberated.", "control", "done", "full", "affirmed"),
        ("The army has recaptured Kalmara.", "control", "done", None, "affirmed"),
        ("Kalmara is on the verge of liberation.", "control", "done", "almost", "affirmed"),
        ("Kalmara has not been retaken.", "control", "done", None, "negated"),
        ("The army gained full control of Kalmara.", "control", "done", "full", "affirmed"),
        ("Pockets of rebels remain in Kalmara.", "control", "open", "partial", "affirmed"),
        ("Some 95 percent of Kalmara has been cleared.", "control", "done", "almost", "affirmed"),
        ("The search has ended.", "end", "done", "full", "affirmed"),
        ("The strike is over.", "end", "done", "full", "affirmed"),
        ("Rescue operations continue.", "end", "open", None, "affirmed"),
        ("The fire is under control.", "fire", "done", None, "affirmed"),
        ("The blaze was still burning.", "fire", "open", None, "affirmed"),
        ("A deal has been signed.", "deal", "done", "full", "affirmed"),
        ("No deal has been signed.", "deal", "done", None, "negated"),
        ("The bridge was closed.", "access", "open", None, "affirmed"),
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
        "Police captured Jonas Brandt.",
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
    assert [claim.answer for claim in contested] == ["done"]
    assert contested[0].contested[0].by is not None


def test_a_claim_stays_inside_its_speakers_words() -> None:
    """The span of a claim never runs over the words of the one who says it."""
    text = "Vera Molnar, a spokeswoman, said the strike was over and left."
    (claim,) = claims_in(text)
    assert claim.span.exact.startswith("the strike was over")
    assert claim.speaker == "Vera Molnar"
