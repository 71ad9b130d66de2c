"""What changed since: which reports are known, and what the brief then tells."""

from dataclasses import replace

import pytest
import typer
from sample import sample_account
from test_counts import desk_of

from rashomon.cli.options import earlier
from rashomon.errors import WrongCall
from rashomon.report import Report
from rashomon.tell.brief.changes import change, changed, known_reports
from rashomon.tell.brief.shorter import Lowered
from rashomon.tell.brief.speakers import Speakers
from rashomon.tell.brief.writing import write_brief
from rashomon.tell.sections import brief_heading

DAYS = ["2031-05-01", "2031-05-01", "2031-05-02"]


def test_reports_from_the_day_on_are_new() -> None:
    """What was published before the day is known; what has no date is never new."""
    reports = [Report(id=f"r{n}", text=str(n), published=day) for n, day in enumerate(DAYS)]
    undated = Report(id="u", text="u")
    assert known_reports([*reports, undated], "2031-05-02", ()) == {"r0", "r1", "u"}


def test_texts_of_an_earlier_account_are_known() -> None:
    """A report is known by its text, whatever it is called now."""
    old = Report(id="old", text="The quay is shut.")
    renamed, new = Report(id="n", text=old.text), Report(id="m", text="The quay is open.")
    assert known_reports([renamed, new], None, [old.sha256]) == {"n"}


def test_a_figure_given_anew_is_told_beside_the_old_ones() -> None:
    """Who gave which before, and who gives which now, with the evidence of both."""
    desk = desk_of(["Reuters", None, "Ada Holm"], DAYS)
    (question,) = changed(desk.account, {"r0", "r1"})
    speakers = Speakers(desk, Lowered(["They told Reuters so."], ["Ada Holm"]))
    ways, spans = change(desk, question, speakers, {"r0", "r1"})
    assert ways[0] == (
        "The number of swimmers rescued, given before as at least 3 by Reuters and 12, "
        "is now given as about 20 by Ada Holm."
    )
    assert {span.report for span in spans} == {"r0", "r1", "r2"}


def test_nothing_changed_where_no_report_is_new() -> None:
    """Of reports that the reader knows all of, a brief of changes tells nothing."""
    account = sample_account()
    assert write_brief(account, 250, {each.id for each in account.reports}) == ()
    assert list(changed(account, {each.id for each in account.reports})) == []


def test_a_sentence_on_changes_rests_on_something_new() -> None:
    """No sentence cites known reports alone."""
    account = sample_account()
    known = {account.reports[0].id}
    told = write_brief(account, 250, known)
    assert told
    assert all({span.report for span in each.citations} - known for each in told)


def test_the_heading_says_since_when() -> None:
    """A reader must see that the brief leaves out what was known."""
    account = sample_account()
    made_by = replace(account.made_by, settings=(("since", "2031-05-02"),))
    assert brief_heading(replace(account, made_by=made_by)) == "What changed since 2 May 2031"
    assert brief_heading(account) == "Brief"


def test_since_takes_a_day_or_an_account() -> None:
    """A day stands for itself; what is neither a day nor a file is refused."""
    assert earlier("2031-05-02") == ("2031-05-02", ())
    assert earlier(None) == (None, ())
    with pytest.raises(typer.BadParameter):
        earlier("last week")
    with pytest.raises(WrongCall):
        earlier("no-such-account.json")
