"""Strays: a report of another story is named and weighed nowhere."""

from pathlib import Path

import pytest

from rashomon import Settings, find_notes, make_account, read_reports
from rashomon.gather.strays import are_several, strays
from rashomon.report import Report

EXAMPLES = Path(__file__).parents[2] / "examples"
STORIES = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())


def _reports(story: str) -> list[Report]:
    return read_reports([str(EXAMPLES / story / "reports")], Settings())[0]


@pytest.mark.parametrize("story", STORIES)
def test_no_report_of_a_story_strays(story: str) -> None:
    """Reports of one event belong together, however much they differ in what they tell."""
    assert strays(_reports(story)) == ()


@pytest.mark.parametrize("at", [0, -1])
def test_a_report_of_another_story_strays(at: int) -> None:
    """It is told by what it is about, wherever it stands."""
    stranger, others = _reports("port_fire")[0], _reports("ferry")
    given = [stranger, *others] if at == 0 else [*others, stranger]
    assert strays(given) == (stranger.id,)


def test_of_two_reports_nobody_can_say_which_strayed() -> None:
    """Where no two belong together none is called a stray."""
    one, other = (_reports(story)[0] for story in STORIES[:2])
    assert strays([one, other]) == ()


def test_a_stray_changes_nothing_but_the_list_of_reports() -> None:
    """It is listed and named, and the questions are those of the others."""
    settings, story = Settings(meaning="none"), _reports(STORIES[0])
    stranger = _reports(STORIES[1])[0]
    alone = make_account(list(find_notes(story, settings)), [], settings)
    joined = make_account(list(find_notes([*story, stranger], settings)), [], settings)
    assert joined.questions == alone.questions
    assert joined.brief == alone.brief
    assert [each.report for each in joined.problems if each.kind == "stray_report"] == [stranger.id]


@pytest.mark.parametrize("story", STORIES)
def test_one_story_is_not_several(story: str) -> None:
    """Reports of one event are one group, with a stranger among them as well."""
    stranger = _reports(next(each for each in STORIES if each != story))[0]
    assert not are_several(_reports(story))
    assert not are_several([*_reports(story), stranger])


def test_reports_of_two_stories_are_several() -> None:
    """Neither two single reports nor two groups of them are one story."""
    one, other = (_reports(story) for story in STORIES[:2])
    assert are_several([one[0], other[0]])
    assert are_several([*one, *other])
