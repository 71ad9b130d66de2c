"""Who gives which answers to a question, in a sentence."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from rashomon.account import Account, MadeBy, Origin, Position, Question
from rashomon.figure import Figure
from rashomon.report import Report
from rashomon.story import Story
from rashomon.tell.brief.counts import listed
from rashomon.tell.brief.shorter import Lowered
from rashomon.tell.brief.speakers import Speakers
from rashomon.tell.desk import Desk

TEXT = "at least 3, twelve, about 20 and 25 swimmers"
PRINTED = [("at least 3", "3", 3.0), ("twelve", "twelve", 12.0), ("about 20", "20", 20.0)]
PRINTED += [("25 swimmers", "25", 25.0)]


def desk_of(tellers: list[str | None], days: list[str]) -> Desk:
    """A desk of one question: the answers of PRINTED, each by its teller in its own report."""
    reports = [Report(id=f"r{n}", text=TEXT, published=day) for n, day in enumerate(days)]
    return _desk(reports, PRINTED[: len(days)], tellers)


def desk_of_numbers(numbers: list[int]) -> Desk:
    """A desk of one question: each number by a body of its own, on a day of its own."""
    texts = [f"Body {chr(65 + n)}: {each} swimmers" for n, each in enumerate(numbers)]
    reports = [
        Report(id=f"r{n}", text=text, published=f"2031-05-{n + 1:02}")
        for n, text in enumerate(texts)
    ]
    printed = [(f"{each} swimmers", str(each), float(each)) for each in numbers]
    return _desk(reports, printed, [text.partition(":")[0] for text in texts])


def _desk(
    reports: list[Report], printed: list[tuple[str, str, float]], tellers: Sequence[str | None]
) -> Desk:
    figures, positions = [], []
    for n, (report, teller) in enumerate(zip(reports, tellers, strict=True)):
        words, number, value = printed[n]
        start, at = report.text.index(words), report.text.index(number)
        span = report.span(start, start + len(words))
        figures.append(
            Figure(
                id=f"f{n}", span=span, number=report.span(at, at + len(number)),
                printed=number, value=value, low=value, high=value, qualifier="exact",
                counted="swimmers", head="swimmer",
            )
        )  # fmt: skip
        positions.append(
            Position(id=f"p{n}", answer=words, value=value, origin=teller or f"nobody {n}",
                     evidence=(span,), figures=(f"f{n}",))
        )  # fmt: skip
    question = Question(
        id="q", text="How many swimmers were rescued in Orrin?", kind="figure", event="main",
        counted="swimmers", positions=tuple(positions), relation="differ",
    )  # fmt: skip
    names = {each for each in tellers if each}
    origins = [Origin(id=name, name=name, kind="speaker") for name in sorted(names)]
    origins += [Origin(id=f"nobody {n}", name="report", kind="outlet") for n in range(len(reports))]
    story = Story(id="s", title="", reports=tuple(each.id for each in reports))
    return Desk.of(
        Account(
            made_by=MadeBy(version="1"), story=story, reports=tuple(reports),
            figures=tuple(figures), origins=tuple(origins), questions=(question,),
        )
    )  # fmt: skip


def told(tellers: list[str | None], days: list[str], relation: str = "differ") -> str:
    """The first wording of the list."""
    desk = desk_of(tellers, days)
    question = replace(desk.account.questions[0], relation=relation)
    speakers = Speakers(desk, Lowered([TEXT, "They told Reuters so."], ["Ada Holm"]))
    return next(listed(desk, question, [[each] for each in question.positions], speakers))


ONE, TWO = "2031-05-01", "2031-05-02"


@pytest.mark.parametrize(
    ("tellers", "sentence"),
    [
        (
            ["Reuters", "Ada Holm"],
            "Reuters gave the number of swimmers rescued as at least 3 and Ada Holm as 12.",
        ),
        (
            ["Reuters", None, None],
            "Reuters gave the number of swimmers rescued as at least 3 and other reports as 12 and "
            "as about 20.",
        ),
        (
            ["Ada Holm", "Ada Holm"],
            "Ada Holm gave the number of swimmers rescued as at least 3, and in another report "
            "as 12.",
        ),
        (
            ["Reuters", "Ada Holm", None, "Ada Holm"],
            "The number of swimmers rescued ranges from at least 3, given by Reuters, to 25, by "
            "Ada Holm; Ada Holm gave 12 and another report has about 20.",
        ),
    ],
)
def test_answers_are_told_with_their_tellers(tellers: list[str | None], sentence: str) -> None:
    """Each answer keeps its bound and who gives it; numbers are written alike."""
    assert told(tellers, [ONE] * len(tellers)) == sentence


def test_a_count_that_one_brings_up_to_date_rises() -> None:
    """Two counts of one teller, the second later and higher."""
    sentence = "The number of swimmers rescued rose from at least 3 to 12, according to Ada Holm."
    assert told(["Ada Holm", "Ada Holm"], [ONE, TWO], "supersedes") == sentence


def test_a_later_count_of_another_rises_too() -> None:
    """What was given first and last, by whom, and what came in between."""
    days = [ONE, ONE, TWO]
    assert told(["Reuters", "Ada Holm", "Ada Holm"], days, "supersedes") == (
        "The number of swimmers rescued rose from at least 3, by Reuters, to about 20, by Ada "
        "Holm; in between, Ada Holm gave 12."
    )


def test_a_report_without_a_date_is_neither_first_nor_last() -> None:
    """Nobody knows whether its count is the earlier one."""
    assert told([None, "Reuters", "Ada Holm"], ["", ONE, TWO], "supersedes") == (
        "The number of swimmers rescued rose from 12, by Reuters, to about 20, by Ada Holm; "
        "another report has at least 3."
    )
