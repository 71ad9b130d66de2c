"""Reports are grouped by the event they tell."""

import pytest

from rashomon.gather.stories import group, one_story
from rashomon.report import Report
from rashomon.story import Copy

FERRY = [
    "Two ferries collided off Port Elsa on Sunday, and the harbour office shut the port in fog.",
    "The harbour at Port Elsa is open again after the collision of two ferries in fog.",
    "Fog led to the ferry collision off Port Elsa, the harbour office said in a first finding.",
]
VOTE = [
    "The council of Mera voted against the new tax on windows after a night of debate.",
    "Mera will have no window tax: the council rejected the plan by nine votes to four.",
]


def reports(report, published="2021-03-04") -> list[Report]:
    """Five reports of two events."""
    texts = {f"ferry{n}": text for n, text in enumerate(FERRY)}
    texts |= {f"vote{n}": text for n, text in enumerate(VOTE)}
    return [report(name, text, published=published) for name, text in texts.items()]


@pytest.mark.parametrize("published", ["2021-03-04", None])
def test_two_events_are_two_stories(report, published: str | None) -> None:
    """With dates and without, each report is with its like."""
    stories = group(reports(report, published))
    assert sorted(sorted(story.reports) for story in stories) == [
        ["ferry0", "ferry1", "ferry2"],
        ["vote0", "vote1"],
    ]


def test_the_order_of_reports_makes_no_difference(report) -> None:
    """Any order gives the same stories, with the same ids."""
    in_order = reports(report)
    for turned in (in_order[::-1], in_order[2:] + in_order[:2], in_order[::2] + in_order[1::2]):
        assert group(turned) == group(in_order)


def test_a_story_has_its_days_and_the_title_of_its_most_central_report(report) -> None:
    """From the first day of publication to the last."""
    days = ("2021-03-06", "2021-03-04", "2021-03-05")
    story = one_story(
        [
            report(str(n), text, title=f"Title {n}", published=day)
            for n, (text, day) in enumerate(zip(FERRY, days, strict=True))
        ]
    )
    assert (story.from_, story.to) == ("2021-03-04", "2021-03-06")
    assert story.reports == ("1", "2", "0")
    assert story.title.startswith("Title ")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("PORT ELSA — Two ferries collided. Nobody was hurt.", "Two ferries collided."),
        ("Ferries collide\nTwo ferries collided off Port Elsa on Sunday.", "Ferries collide"),
        ("So " * 100, "So " * 38 + "So…"),
        ("...", "..."),
        ("Photo: the pier\nTwo ferries collided. It was loud.", "Two ferries collided."),
        (
            "By Ada Quill\nShort.\nTwo ferries collided off the north pier on Sunday. It rained.",
            "Two ferries collided off the north pier on Sunday.",
        ),
        (
            "Two ferries collided off the north pier of Port Elsa on Sunday evening as guests of "
            "a wedding danced on the upper deck.",
            "Two ferries collided off the north pier of Port Elsa on Sunday evening…",
        ),
    ],
)
def test_a_report_without_a_title_lends_its_first_words(report, text: str, title: str) -> None:
    """The dateline is left out, and a long sentence is cut after a word."""
    assert one_story([report("a", text)]).title == title


def test_one_report_is_one_story_and_none_are_none(report) -> None:
    """The smallest inputs."""
    (story,) = group(reports(report)[:1])
    assert story.reports == ("ferry0",)
    assert group([]) == ()


def test_an_undated_report_leaves_the_days_open(report) -> None:
    """No day is made up."""
    story = one_story([report("a", FERRY[0])])
    assert (story.from_, story.to) == (None, None)


def test_copies_are_one_story(report) -> None:
    """Near copies are never parted."""
    pair = [report("a", "First words."), report("b", "Other things.")]
    assert len(group(pair)) == 2
    assert len(group(pair, [Copy(reports=("a", "b"), kind="near")])) == 1


def test_the_id_comes_from_the_texts(report) -> None:
    """Other ids and paths of the reports do not change it."""
    again = [report(f"x{one.id}", one.text) for one in reports(report)]
    assert one_story(again).id == one_story(reports(report)).id


def test_reports_without_words_are_stories_of_their_own(report) -> None:
    """Nothing in common is no story."""
    assert len(group([report("a", "..."), report("b", "!!!")])) == 2


def test_the_title_is_that_of_the_most_central_report_that_has_one(report) -> None:
    """A report without a title lends its words only where none has one."""
    text = "Two ferries collided off Port Elsa on Sunday and the harbour was shut."
    bare = [report(f"r{n}", f"{text} It was case {n}.") for n in range(2)]
    titled = report("z", "Port Elsa has a harbour and ferries.", title="Ferries of Elsa")
    assert one_story([*bare, titled]).title == "Ferries of Elsa"


def test_a_caption_is_no_title(report) -> None:
    """A given title that is only what stands under a picture is passed over."""
    text = "Photo: the pier\nTwo ferries collided off Port Elsa on Sunday. It was loud."
    (story,) = group([report("a", text, title="Photo: the")])
    assert story.title == "Two ferries collided off Port Elsa on Sunday."


def test_a_heading_inside_a_report_is_no_title(report) -> None:
    """Only what stands over the whole text may name the story."""
    text = "Two ferries collided off Port Elsa on Sunday.\nThe rescue\nBoats came. It was late."
    assert one_story([report("a", text)]).title == "Two ferries collided off Port Elsa on Sunday."
