"""The brief of a small account: what it tells, how long it is, and what it rests on."""

from dataclasses import replace

import pytest
from sample import sample_account

from rashomon.account import Account, MadeBy
from rashomon.report import Report
from rashomon.story import Story
from rashomon.tell.brief.copying import MOST, Copying
from rashomon.tell.brief.writing import write_brief
from rashomon.tell.checker import faults

ACCOUNT = sample_account()
LABELS = [name for each in ACCOUNT.origins for name in (each.name, each.for_ or "")]
LABELS += [report.outlet or "" for report in ACCOUNT.reports]


@pytest.mark.parametrize("words", [0, 10, 40, 120, 250])
def test_a_brief_keeps_to_its_length(words: int) -> None:
    """No brief is longer than was asked for."""
    told = write_brief(ACCOUNT, words)
    assert sum(len(each.text.split()) for each in told) <= words


def test_every_sentence_is_carried_by_its_citations() -> None:
    """The checker finds nothing in any sentence."""
    told = write_brief(ACCOUNT, 250)
    assert len(told) >= 3
    assert [faults(each, LABELS) for each in told] == [[]] * len(told)


def test_at_most_a_quarter_is_copied() -> None:
    """Runs of twelve words of one report are few."""
    text = "\n".join(each.text for each in write_brief(ACCOUNT, 250))
    assert Copying(ACCOUNT.reports).copied(text) <= MOST * len(text.split())


def test_the_order_of_questions_makes_no_brief_of_its_own() -> None:
    """The same account twice gives the same sentences."""
    assert write_brief(replace(ACCOUNT), 250) == write_brief(ACCOUNT, 250)


def test_no_outlet_is_named_where_there_is_none() -> None:
    """The id of a report is no name to a reader."""
    text = (
        "A barge struck the pier of the old bridge on Monday. Two swimmers were pulled out alive."
    )
    report = Report(id="x17-4", text=text)
    story = Story(id="s", title="Barge strikes bridge", reports=("x17-4",))
    account = Account(made_by=MadeBy(version="1"), story=story, reports=(report,))
    told = " ".join(each.text for each in write_brief(account, 100))
    assert "barge" in told.lower()
    assert "x17" not in told


def test_an_empty_story_has_no_brief() -> None:
    """Nothing is told of nothing."""
    story = Story(id="s", title="", reports=("r",))
    account = Account(made_by=MadeBy(version="1"), story=story, reports=(Report(id="r", text=" "),))
    assert write_brief(account, 250) == ()


def test_copying_counts_long_runs_outside_quotations() -> None:
    """Twelve words in a row are a copy, eleven are none, and a quotation is none."""
    line = "one ferry left the small harbour before dawn and sank near the pier at noon"
    words = line.split()
    copying = Copying([Report(id="r", text=" ".join(words))])
    assert copying.copied(" ".join(words[:12])) == 12
    assert copying.copied(" ".join(words[:11])) == 0
    assert copying.copied(f"“{' '.join(words)}”") == 0
