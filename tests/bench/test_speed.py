"""What speed measures, on programs of our own."""

import sys

import pytest

from bench import speed
from bench.product import Broken
from bench.ruler import Absent

BURN = "for _ in range(2_000_000): pass"


def cost(cpu: float) -> speed.Cost:
    """A run that took so many CPU seconds."""
    return speed.Cost(cpu=cpu, wall=2 * cpu, memory=100)


def test_the_cost_of_a_program_is_its_own():
    """Seconds are those of the process that ran, started and ended; memory is in megabytes.

    How much memory is not asked: the system counts that of whoever starts a program, and tests
    are started by large ones.
    """
    idle, busy = (speed.run([sys.executable, "-c", code]) for code in ("", BURN))
    assert 0 < idle.cpu < busy.cpu
    assert idle.memory > 1


def test_the_work_of_children_counts():
    """What a program has others do for it is not free."""
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BURN!r}])"
    alone, parent = (speed.run([sys.executable, "-c", each]) for each in (BURN, code))
    assert parent.cpu > alone.cpu


def test_a_program_that_fails_has_no_cost():
    """A crash is told and never taken for a quick run."""
    with pytest.raises(Broken, match="out of rain"):
        speed.run(
            [sys.executable, "-c", "import sys; print('out of rain', file=sys.stderr); sys.exit(3)"]
        )


def test_the_middle_ratio_is_told():
    """One run that something else slowed down does not decide."""
    pairs = [(cost(1.2), cost(1.0)), (cost(9.0), cost(1.0)), (cost(2.2), cost(2.0))]
    assert speed.ratio(pairs) == 1.2


@pytest.mark.parametrize(
    ("seconds", "exponent"),
    [
        ({10: 1.0, 100: 10.0}, 1.0),
        ({10: 1.0, 50: 7.0, 100: 100.0}, 2.0),
        ({10: 3.0, 100: 3.0}, 0.0),
        ({10: 3.0}, None),
    ],
)
def test_growth_is_an_exponent(seconds, exponent):
    """Twice the reports for twice the seconds is 1."""
    assert speed.growth(seconds) == exponent


def test_texts_are_different_articles_in_a_fixed_order(tmp_path):
    """Twins and scraps are left out, and the order does not follow the folders."""
    folder = tmp_path / "load/bbc/rain"
    folder.mkdir(parents=True)
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"It rained {number % 4} times. " * 20)
    (folder / "scrap.txt").write_text("It rained.")
    some = speed.texts(tmp_path, 10)
    assert len(some) == len(set(some)) == 4
    assert speed.texts(tmp_path, 2) == some[:2]


def test_without_articles_speed_is_absent(tmp_path):
    """A folder that is not there is told."""
    with pytest.raises(Absent):
        speed.texts(tmp_path, 10)
