"""Likeness tells what reports are about."""

import pytest

from rashomon.gather.likeness import links, terms
from rashomon.words.frequency import share_of_reports


def test_terms_leave_out_what_every_report_holds() -> None:
    """Function words and the words of news are gone, plurals and possessives are one."""
    assert list(terms("The ferries' captain's boats sank, police said on Monday")) == [
        "ferrie",
        "captain",
        "boat",
        "sank",
        "police",
    ]


@pytest.mark.parametrize(("days", "worth"), [(1, 1.5), (6, 1.25), (20, 1.0), (90, 0.8)])
def test_nearness_in_time_weighs(report, days: int, worth: float) -> None:
    """Reports of one week are likelier to be of one event than those of two seasons."""
    text, later = "Ferries collided off Port Elsa", f"2021-{1 + days // 28:02}-{1 + days % 28:02}"
    undated = next(links([report("a", text), report("b", text)]))[2]
    dated = next(
        links([report("a", text, published="2021-01-01"), report("b", text, published=later)])
    )[2]
    assert dated == pytest.approx(worth * undated)


def test_reports_with_nothing_in_common_have_no_link(report) -> None:
    """Common words alone are no link."""
    assert not list(links([report("a", "The ferry sank."), report("b", "The vote was lost.")]))


def test_rare_words_are_expected_in_fewer_reports(report) -> None:
    """The share falls from the commonest word to one nobody knows."""
    shares = [share_of_reports(word) for word in ("the", "police", "lighthouse", "qwxzt")]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 0.99
    assert shares[-1] < 0.01
