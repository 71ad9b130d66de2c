"""What an editor asks of any story."""

from dataclasses import replace

import pytest

from rashomon.account import Account, MadeBy
from rashomon.claim import Claim
from rashomon.report import Report
from rashomon.story import Story
from rashomon.tell.brief.matters import Asked, matters
from rashomon.when import Period

TEXT = "The quay was shut. A hearing follows on 3 May. All dockers are well."


def account() -> Account:
    """The account of one report without anything found."""
    report = Report(id="r", text=TEXT, published="2021-04-28")
    story = Story(id="s", title="Quay", reports=("r",))
    return Account(made_by=MadeBy(version="1"), story=story, reports=(report,))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A dockers' league claimed responsibility for the blockade.", "responsible"),
        ("The flood was the worst in a century.", "record"),
        ("No one was hurt, the office said.", "spared"),
        ("The sale hinges on a vote of the owners.", "terms"),
        ("The owner denied it.", "answer"),
    ],
)
def test_a_phrase_answers_a_matter(text: str, name: str) -> None:
    """Each matter knows the words that a report has for it."""
    span = account().reports[0].span(0, 18)
    assert name in Asked(account()).answered(span, text)


def test_a_day_to_come_answers_what_is_next() -> None:
    """What a report dates after itself is still to happen."""
    report = account().reports[0]
    at = TEXT.index("3 May")
    day = Period(
        id="t", span=report.span(at, at + 5), type="DATE", value="2021-05-03", from_="2021-05-03",
        to="2021-05-03", precision="day", basis="inferred",
    )  # fmt: skip
    asked = Asked(replace(account(), times=(day,)))
    assert "next" in asked.answered(report.span(19, 46), "A hearing follows.")
    assert "next" not in asked.answered(report.span(0, 18), "The quay was shut.")


def test_those_found_well_answer_who_was_spared() -> None:
    """A fate is a matter where it spares; other fates befall too many to be one."""
    span = account().reports[0].span(47, len(TEXT))
    well = Claim(id="c", span=span, topic="fate", subject="dockers", answer="well")
    for answer, asked in (("well", {"spared"}), ("hurt", set())):
        found = Asked(replace(account(), claims=(replace(well, answer=answer),)))
        assert found.answered(span, "Dockers.") == asked


def test_matters_stand_in_the_order_in_which_they_are_asked() -> None:
    """Those that stand behind figures and disputes come last."""
    later = [each.later for each in matters()]
    assert later == sorted(later)
