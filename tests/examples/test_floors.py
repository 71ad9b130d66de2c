"""The program reaches the goldens of the examples as far as floors.toml says."""

import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from bench.goldens import EVENTS, golden
from bench.scoring import Scored
from bench.sets.examples import beside, told

FLOORS: dict[str, float] = tomllib.loads(
    Path(__file__).with_name("floors.toml").read_text(encoding="utf-8")
)


@cache
def scored(event: str) -> Scored:
    """The account that the program prints of an event, beside the golden."""
    return beside(told(event), golden(event))


@cache
def scores() -> dict[str, float]:
    """The share of right marks under each name, over all events together."""
    marks: dict[str, list[bool]] = defaultdict(list)
    for event in EVENTS:
        for name, right in scored(event).marks():
            marks[name].append(right)
    return {name: sum(rights) / len(rights) for name, rights in marks.items()}


def test_each_score_has_a_floor() -> None:
    """What is scored is pinned, and what is pinned is scored."""
    assert sorted(scores()) == sorted(FLOORS)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_score_falls_below_its_floor(name: str) -> None:
    """A score may rise; its floor is raised by hand."""
    reached, floor = scores()[name], FLOORS[name]
    assert reached >= floor, f"{name}: {reached:.3f} is below the floor of {floor}"


@pytest.mark.parametrize("event", EVENTS)
def test_nothing_is_told_that_must_never_be(event: str) -> None:
    """No forbidden link, no value for a malformed number, no false contradiction."""
    assert list(scored(event).wrongs()) == []
