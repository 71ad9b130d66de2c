"""Whose claim it is and of whom: pronouns, holders, and times that do not meet."""

from dataclasses import replace

import pytest
from building import claim_of, notes_of, period_of, place_of, report_of, statement_of

from rashomon.notes import Notes
from rashomon.weigh.weighing import weigh


def relations(*notes: Notes) -> list[str]:
    """The relations of the status questions that two reports answer."""
    return [each.relation for each in weigh(notes, ()).questions if each.kind == "status"]


def office(id: str, text: str, name: str, subject: str, **given: str) -> Notes:
    """A report in which somebody says that a subject is out of office, or is not."""
    report = report_of(id, text)
    said = statement_of(report, text.split(",")[0], name)
    words = text.split(",")[0]
    claim = claim_of(report, words, said, topic="office", subject=subject, answer="out", **given)
    return notes_of(report, statements=[said], claims=[claim])


@pytest.mark.parametrize(("pronoun", "met"), [("she", ["differ"]), ("I", ["differ"]), ("they", [])])
def test_a_pronoun_of_the_speaker_stands_for_the_speaker(pronoun: str, met: list[str]) -> None:
    """What a minister says of herself meets what others say of her by name."""
    own = office("a", f"{pronoun} had resigned, Vera Molnar said.", "Vera Molnar", pronoun)
    turned = {"polarity": "affirmed"}
    other = office(
        "b", "Vera Molnar had not resigned, Max Aub said.", "Max Aub", "Vera Molnar", **turned
    )
    own_claim = own.claims[0]
    assert own_claim.polarity == "affirmed"
    assert relations(negated(own), other) == met


def negated(notes: Notes) -> Notes:
    """The same notes with their claim turned round: out of office is not in it."""
    return replace(notes, claims=tuple(replace(c, polarity="negated") for c in notes.claims))


def held(id: str, holder: str, degree: str | None) -> Notes:
    """A report that says who holds Kalmara, and how far."""
    text = f"The {holder} hold Kalmara."
    report = report_of(id, text)
    place = place_of(report, "Kalmara")
    claim = claim_of(report, text[:-1], answer="taken", other=holder, degree=degree)
    return notes_of(report, claims=[claim], places=[place])


@pytest.mark.parametrize(
    ("holders", "met"),
    [
        (("army", "rebels"), ["differ"]),
        (("army", "troops"), []),
        (("rebels", "insurgents"), []),
    ],
)
def test_two_sides_at_war_cannot_both_hold_a_place(
    holders: tuple[str, str], met: list[str]
) -> None:
    """Only where the table knows them for two sides do their claims exclude each other."""
    one, other = held("a", holders[0], "full"), held("b", holders[1], "partial")
    assert [each for each in relations(one, other) if each == "differ"] == met


def burning(id: str, words: str, polarity: str, day: str, date: str) -> Notes:
    """A report that tells of the fire on a day."""
    report = report_of(id, f"{words} on {day}.")
    claim = claim_of(
        report,
        f"{words} on {day}",
        topic="containment",
        subject="fire",
        answer="out" if polarity == "affirmed" else "burning",
        degree="full" if polarity == "affirmed" else None,
        polarity=polarity,
        place=None,
        period=f"t-{id}",
    )
    return notes_of(report, claims=[claim], times=[period_of(report, day, date, date)])


def test_a_status_of_a_later_day_is_news_and_no_dispute() -> None:
    """Burning on Monday and out on Tuesday are both true."""
    one = burning("a", "The fire was burning", "negated", "Monday", "2031-03-03")
    other = burning("b", "The fire was out", "affirmed", "Tuesday", "2031-03-04")
    assert relations(one, other) == ["supersedes"]
