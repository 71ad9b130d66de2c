"""Sentences over many kinds of news: what stands in other words, and what was altered."""

import tomllib
from pathlib import Path

import pytest

from rashomon.account import Sentence
from rashomon.report import Report
from rashomon.tell.checker import faults
from rashomon.tell.checking.entailed import Value, entailed_amounts, entailed_weekdays

TABLE = tomllib.loads(Path(__file__).with_name("checked.toml").read_text("utf-8"))["passage"]
STANDS = [(each["text"], sentence) for each in TABLE for sentence in each["stands"]]
ALTERED = [(each["text"], sentence) for each in TABLE for sentence in each["altered"]]


def _faults(passage: str, text: str) -> list[str]:
    report = Report(id="r", text=passage)
    sentence = Sentence(text=text, citations=(report.span(0, len(passage)),))
    return [str(fault) for fault in faults(sentence)]


@pytest.mark.parametrize(("passage", "text"), STANDS)
def test_what_a_passage_carries_in_other_words_stands(passage: str, text: str) -> None:
    """Other words, other forms, and what the passage makes certain."""
    assert _faults(passage, text) == []


@pytest.mark.parametrize(("passage", "text"), ALTERED)
def test_what_a_passage_does_not_carry_is_refused(passage: str, text: str) -> None:
    """One thing is altered: a number, a name, a noun, who said it."""
    assert _faults(passage, text)


@pytest.mark.parametrize(
    ("text", "numbers", "found"),
    [
        ("14 of its 32 wagons burned.", ("14", "32"), (18, "count", False)),
        ("It had 212 passengers and 18 crew.", ("212", "18"), (230, "count", True)),
        ("Among 35 dead, among them 11 women.", ("35", "11"), (24, "count", False)),
        ("Six cases and 58 deaths.", ("58",), None),
    ],
)
def test_neighbouring_numbers_make_a_third_certain(
    text: str, numbers: tuple[str, ...], found: tuple[float, str, bool] | None
) -> None:
    """What is left of a whole, and the sum of two kinds."""
    values = [
        Value(start=at, end=at + len(each), value=float(each), unit="count")
        for each in numbers
        for at in (text.index(each),)
    ]
    assert next(entailed_amounts(text, values), None) == found


def test_a_day_after_a_weekday_is_reckoned() -> None:
    """ "On Sunday, a day after" something puts that on Saturday, and no other words do."""
    assert entailed_weekdays("It fell on Sunday, a day after the storm.", ["sun"]) == {"sat"}
    assert entailed_weekdays("It fell on Sunday after the storm.", ["sun"]) == set()
