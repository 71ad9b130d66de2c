"""Which time and which place govern a passage, and which only belong to the act of saying."""

import pytest

from rashomon.find.parse import parse
from rashomon.find.scope import period_of, place_of
from rashomon.find.times.search import find_times
from rashomon.report import Block, Report
from rashomon.where import Place


def governing_time(
    text: str, passage: str, blocks: tuple[Block, ...] = ()
) -> tuple[str, str] | None:
    """The words and the basis of the time that governs `passage`."""
    report = Report(
        id="r", text=text, published="2024-05-14", published_precision="day", blocks=blocks
    )
    parsed = next(parse([report]))
    at = text.index(passage)
    found = period_of(parsed, report.span(at, at + len(passage)), find_times(parsed))
    return None if found is None else (found[0].span.exact, found[1])


def governing_place(text: str, passage: str, names: list[str]) -> tuple[str, str] | None:
    """The name and the basis of the place that governs `passage`, of those named."""
    report = Report(id="r", text=text)
    parsed = next(parse([report]))
    places = [
        Place(
            id=name,
            span=report.span(at, at + len(name)),
            name=name,
            kind="country" if name == "England" else "city",
        )
        for name in names
        if (at := text.index(name)) >= 0
    ]
    at = text.index(passage)
    found = place_of(parsed, report.span(at, at + len(passage)), places)
    return None if found is None else (found[0].name, found[1])


@pytest.mark.parametrize(
    ("text", "passage", "expected"),
    [
        ("Forty miners left on Monday.", "Forty miners", ("Monday", "explicit")),
        ("A spokesman said Tuesday that forty miners had left.", "forty miners", None),
        ("Forty miners escaped, a spokesman said on Tuesday.", "Forty miners", None),
        (
            "He said Sunday that forty miners left on Friday.",
            "forty miners",
            ("Friday", "explicit"),
        ),
        ("It rose from 50 on Monday to 58 on Tuesday.", "58", ("Tuesday", "explicit")),
        ("Five people died when a bomb exploded Monday.", "Five people", ("Monday", "carried")),
        ("The pier fell on Monday. Five people died.", "Five people", ("Monday", "carried")),
        ("The pier fell on Monday. Five people are missing.", "Five people", None),
        ("The pier fell on Monday.\n\nFive people died.", "Five people", None),
        ("A man who was freed in 2010 killed two guards.", "two guards", None),
        ("Sales rose to 58 tonnes from 50 tonnes in 2010.", "58 tonnes", None),
        ("Sales rose to 58 tonnes in 2011, from 50 in 2010.", "58 tonnes", ("2011", "explicit")),
        ("After four months of fighting, sixty men gave up.", "sixty men", None),
    ],
)
def test_a_time_governs_its_clause_and_not_what_was_said(text, passage, expected):
    """The clause decides, then the sentence; the day of saying stays with the saying."""
    assert governing_time(text, passage) == expected


@pytest.mark.parametrize(
    ("text", "passage", "names", "expected"),
    [
        ("Six men died in Leeds.", "Six men", ["Leeds"], ("Leeds", "explicit")),
        ("Speaking from Leeds, he said six men had died.", "six men", ["Leeds"], None),
        (
            "A spokesman in Leeds said six men died in York.",
            "six men",
            ["Leeds", "York"],
            ("York", "explicit"),
        ),
        ("A bridge fell in Leeds. Six men died.", "Six men", ["Leeds"], ("Leeds", "carried")),
        (
            "Two clerks fell when a belt loader overturned at Leeds.",
            "Two clerks",
            ["Leeds"],
            ("Leeds", "carried"),
        ),
        ("Six men died in Leeds, England.", "Six men", ["Leeds", "England"], ("Leeds", "explicit")),
    ],
)
def test_a_place_governs_its_clause_and_not_what_was_said(text, passage, names, expected):
    """Where a speaker stands is not where the thing happened."""
    assert governing_place(text, passage, names) == expected


def test_a_dateline_is_no_place():
    """Where a report was written says nothing about where things happened."""
    text = "LEEDS - Six men died."
    blocks = (Block(kind="dateline", start=0, end=5), Block(kind="paragraph", start=8, end=21))
    report = Report(id="r", text=text, blocks=blocks)
    dateline = Place(id="l", span=report.span(0, 5), name="Leeds")
    assert place_of(next(parse([report])), report.span(8, 15), [dateline]) is None


def test_only_the_sentence_and_the_one_before_are_searched():
    """A setting farther away is never touched, so the work grows with the text alone."""
    text = "A bridge fell in Leeds. Nobody saw it. Six men died."
    report = Report(id="r", text=text)
    leeds = Place(id="l", span=report.span(17, 22), name="Leeds")
    assert place_of(next(parse([report])), report.span(39, 46), [leeds]) is None


@pytest.mark.parametrize("sent", ["England air strikes", "England special forces"])
def test_a_country_before_what_it_sends_is_no_place(sent: str) -> None:
    """Where aircraft and troops come from does not tell where they strike."""
    assert governing_place(f"Two people were killed in {sent}.", "Two people", ["England"]) is None


@pytest.mark.parametrize(
    "text",
    [
        "Letters went to dozens of towns, including Leeds and York.",
        "Letters went to dozens of towns such as Leeds.",
    ],
)
def test_a_place_that_is_one_of_the_counted_is_not_where_they_are(text: str) -> None:
    """An instance of what is counted places nothing."""
    assert governing_place(text, "dozens of towns", ["Leeds"]) is None
