"""What is measured does not fall below bench/floors.json, on a sample of the data."""

import json

import pytest

from bench import floors
from bench.case import Case
from bench.counts import Share
from bench.measuring import DATA, measure, sample
from bench.ruler import Absent
from bench.sets import NAMES, ruler

FLOORS = floors.load()


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(name):
    """A figure may rise; its floor is raised by hand, and lowered only with a reason."""
    floor = FLOORS[name]
    try:
        measuring = ruler(name)
        cases = measure(measuring, sample(measuring, measuring.load(DATA)))
    except Absent:
        if DATA.exists():
            raise
        pytest.skip("the development data are not beside the project")
    reached = floor.reached(cases)
    assert reached >= floor.floor, f"{floor.figure} of {name} is {reached:.4f}"


def test_each_set_has_a_floor():
    """What is measured is pinned, and what is pinned is measured."""
    assert sorted(FLOORS) == sorted(NAMES)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_a_lowered_floor_has_a_reason(name):
    """Each step down says from where, to where and why, and the last one leads to the floor."""
    assert list(FLOORS[name].unexplained()) == []


@pytest.mark.parametrize(
    ("floor", "steps", "wrong"),
    [
        (0.5, [], 0),
        (0.5, [(0.6, 0.5, "The rule counts twins now.")], 0),
        (0.7, [(0.6, 0.5, "The rule counts twins now.")], 0),
        (0.5, [(0.6, 0.5, "")], 1),
        (0.5, [(0.4, 0.5, "It was raised by mistake.")], 1),
        (0.3, [(0.6, 0.5, "The rule counts twins now.")], 1),
    ],
)
def test_a_step_down_is_looked_at(tmp_path, floor, steps, wrong):
    """No reason, a step that leads up, and a floor below the last step are told."""
    lowered = [{"from": before, "to": after, "reason": why} for before, after, why in steps]
    file = tmp_path / "floors.json"
    file.write_text(json.dumps({"rain": {"figure": "f", "floor": floor, "lowered": lowered}}))
    assert len(list(floors.load(file)["rain"].unexplained())) == wrong


def test_what_is_reached_is_the_figure_that_is_pinned():
    """Of the figures of a set only the pinned one counts."""
    cases = [Case(id=name, unit=name, counts={"f": Share(1), "g": Share(0)}) for name in "ab"]
    assert floors.Floor(figure="f", floor=0.5).reached(cases) == 1.0
    with pytest.raises(KeyError):
        floors.Floor(figure="h", floor=0.5).reached(cases)
