"""The headline of a story."""

import pytest

from rashomon.account import Account, MadeBy, Sentence
from rashomon.report import Report
from rashomon.story import Story
from rashomon.tell.brief.headline import headline

LEAD = "A crane collapsed in the harbour of Lindo on Friday and killed two dockers."


def titled(given: str, title: str | None = None, lead: str = LEAD) -> str:
    """The headline of a story that has a title, of one report that may have another."""
    report = Report(id="r", title=title, text=lead)
    account = Account(
        made_by=MadeBy(version="1"),
        story=Story(id="s", title=given, reports=("r",)),
        reports=(report,),
    )
    return headline(account, (Sentence(text=lead, citations=(report.span(0, 7),)),))


@pytest.mark.parametrize(
    ("given", "title", "wanted"),
    [
        ("Crane kills two in Lindo", None, "Crane kills two in Lindo"),
        ("Play", "Two die as crane collapses", "Two die as crane collapses"),
        ("Tweet with a location", None, LEAD[:-1]),
        ("A crane collapsed in the harbour of Lindo…", None, LEAD[:-1]),
    ],
)
def test_a_headline_tells_the_news(given: str, title: str | None, wanted: str) -> None:
    """A title that shares nothing with the lead, or is cut, gives way to another or the lead."""
    assert titled(given, title) == wanted


def test_a_story_without_a_brief_keeps_its_title() -> None:
    """There is nothing to measure a title by."""
    story = Story(id="s", title="Play", reports=())
    account = Account(made_by=MadeBy(version="1"), story=story, reports=())
    assert headline(account, ()) == "Play"
