import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from sample import sample_account

from rashomon.notes import Notes
from rashomon.report import Report
from rashomon.story import Story
from rashomon.tell.text import account_text, find_text, stories_text

ACCOUNT = sample_account()
TOLD = account_text(ACCOUNT, 100)


def section(heading):
    """The lines under one heading."""
    return TOLD.split(f"\n{heading}\n")[1].split("\n\n")[0]


def test_the_sections_come_in_their_order():
    """A reader meets the brief first and the citations last."""
    headings = re.findall(r"^[A-Z][a-z ]+$", TOLD, re.M)
    assert headings == [
        "Reports",
        "Brief",
        "Disputed",
        "Updated",
        "Worth knowing",
        "Figures",
        "Who said what",
        "Timeline",
        "Sources and origins",
        "Problems",
        "Citations",
    ]


def test_a_dispute_shows_who_answers_what_and_why():
    """Positions stand by origin, each with its citations, then the reasons."""
    told = section("Disputed")
    assert "Is the Orrin dam intact? — contradict" in told
    assert "- Marta Velde (Civil Protection Office): holding [2][5]" in told
    assert "why: “holding” and “given way” exclude each other" in told


def test_a_finding_that_repeats_a_dispute_is_left_out():
    """The contradiction is told by its positions; the shared origin is told beside them."""
    assert "Marta Velde says the dam holds" not in TOLD
    assert "note: Both outlets took" in section("Disputed")


def test_a_figure_is_told_once():
    """What is disputed or updated is set out above; the rest stands with who says it."""
    assert TOLD.count("How many homes were flooded") == 1
    assert "How many" in section("Updated")
    assert not {line for line in section("Updated").split("\n") if line in section("Figures")}


def test_one_voice_in_two_reports_is_one_voice():
    """Origins are counted, not outlets."""
    told = " ".join(section("Sources and origins").split())
    assert "Marta Velde (Civil Protection Office): one voice in 2 reports" in told


def test_every_number_used_is_listed_with_its_words():
    """No citation is left without a source, none is listed that is not used."""
    body, listed = TOLD.split("\nCitations\n")
    used = set()
    for first, last in re.findall(r"\[(\d+)(?:-(\d+))?\]", body):
        used |= set(range(int(first), int(last or first) + 1))
    assert {int(each) for each in re.findall(r"^ +\[(\d+)\]", listed, re.M)} == used
    assert "[1]   Orrin Courier: the dam had given way at its eastern end" in listed


@pytest.mark.parametrize("width", [40, 60, 100, 140])
def test_no_line_is_wider_than_the_terminal(width):
    """Widths are counted in cells and no line ends in spaces."""
    lines = account_text(ACCOUNT, width).splitlines()
    assert max(cell_len(each) for each in lines) <= width
    assert not any(each.endswith(" ") for each in lines)


def test_colours_come_only_when_asked_for():
    """Plain text has no escape sequence; coloured text says the same."""
    colored = account_text(ACCOUNT, 100, color=True)
    assert "\x1b" not in TOLD
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[\d;]*m| +$", "", colored, flags=re.M).split() == TOLD.split()


def test_the_surroundings_play_no_part(monkeypatch):
    """Neither the width nor the colours of the caller's terminal change the text."""
    monkeypatch.setenv("COLUMNS", "51")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert account_text(ACCOUNT, 100) == TOLD


def test_a_report_cannot_act_on_the_terminal():
    """Escape sequences in a title are shown, not sent."""
    story = replace(ACCOUNT.story, title="Dam\x1b]0;gone\x07 \u202ebroken")
    told = account_text(replace(ACCOUNT, story=story), 100)
    assert "Dam␛]0;gone␇ broken" in told


def test_a_long_section_says_how_much_it_leaves_out():
    """Thirty reports are not all listed."""
    more = tuple(Report(id=f"r{number}", text="It rained.") for number in range(30))
    assert "(+12 more)" in account_text(replace(ACCOUNT, reports=(*ACCOUNT.reports, *more)))


def test_find_shows_each_kind_that_was_found():
    """The report's own words come first, what was made of them beside."""
    told = find_text([Notes(report=ACCOUNT.reports[1], figures=ACCOUNT.figures[3:])])
    assert "Northline · 5 March 2031 · northline-1" in told
    assert re.search(r"1,2000 litres a second +1,200 or 12,000\? \(litre per second\)", told)
    assert "Places" not in told


def test_stories_show_their_reports():
    """Each story has its title, its days and its reports."""
    stories = [ACCOUNT.story, Story(id="y2", title="Fog", reports=())]
    told = stories_text(stories, ACCOUNT.reports)
    assert "2 reports · 4 to 5 March 2031" in told
    assert told.index("northline-1") < told.index("Fog")


def test_citations_are_numbered_as_they_are_met():
    """The list at the end skips no number."""
    listed = re.findall(r"^ *\[(\d+)\]", TOLD.split("\nCitations\n")[1], re.M)
    assert [int(each) for each in listed] == list(range(1, len(listed) + 1))
