"""Speed: what `rashomon` costs beside the bare parse of the same texts by the same model."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import median

from bench.case import part
from bench.product import COMMAND, Broken
from bench.results import versions
from bench.ruler import Absent, Json, there

NAME = "speed"
DATA = ("load/bbc",)
SIZES = (100, 200, 400, 800)
#: What each may cost: CPU seconds over those of the bare pass.
BUDGET = {"find": 1.25, "account --stories": 1.6}
COUNTING = (
    "CPU seconds (user and system, start-up included) of a process and its children. Each command "
    "and the bare pass, `for doc in nlp.pipe(texts): pass`, run in turn on the same texts; a ratio "
    "is that of two runs next to each other, and the middle one is told. Memory is the peak of the "
    "largest process. Growth is the exponent of CPU seconds from the smallest to the largest "
    "number of reports: 1 is linear. Start-up is the middle of five runs."
)

_BARE = "bare pass"
_COMMANDS = {
    "find": (*COMMAND, "find", "--format", "json"),
    "account --stories": (*COMMAND, "account", "--stories", "--format", "json"),
    _BARE: (sys.executable, str(Path(__file__).with_name("bare.py"))),
}
#: Shorter texts are no reports.
_WORDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run of a program cost: seconds, and its peak memory in megabytes."""

    cpu: float
    wall: float
    memory: float


def run(command: Sequence[str]) -> Cost:
    """The cost of a command from its start to its end. Raises Broken where it fails."""
    with tempfile.TemporaryFile() as told:
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=told)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            told.seek(0)
            raise Broken(f"{' '.join(command)}: {told.read().decode()[-800:]}")
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(cpu=used.ru_utime + used.ru_stime, wall=wall, memory=kilobytes / 1024)


def texts(data: Path, most: int) -> list[str]:
    """Up to so many different articles, in an order fixed by their names.

    Raises Absent where there are none.
    """
    folder = there(data, *DATA)
    files = [(path.relative_to(folder).as_posix(), path) for path in folder.rglob("*.txt")]
    found: dict[str, None] = {}
    for _, path in sorted(files, key=lambda file: (part(file[0], 1 << 32), file[0])):
        text = path.read_bytes().decode("utf-8", "replace")
        if len(text.split()) >= _WORDS:
            found[text] = None
        if len(found) == most:
            break
    if not found:
        raise Absent(f"no articles in {folder}")
    return list(found)


def measure_speed(data: Path, sizes: Sequence[int] = SIZES, repeats: int = 2) -> Json:
    """What `results.json` keeps of speed. Raises Absent where the articles are not there."""
    some = texts(data, max(sizes))
    reached = sorted({min(size, len(some)) for size in sizes})
    costs: dict[int, dict[str, list[Cost]]] = {}
    with tempfile.TemporaryDirectory() as home:
        for size in reached:
            folder = _written(some[:size], Path(home) / str(size))
            costs[size] = _in_turn(folder, repeats)
        start = _start_up(_written([" ".join(some[0].split()[:20])], Path(home) / "tiny"))
    return {
        "data": list(DATA),
        "command": "python -m bench speed",
        "counting": COUNTING,
        "versions": versions(),
        "budget": BUDGET,
        "ratio to the bare pass": {
            str(size): {name: _ratio(taken, name) for name in BUDGET}
            for size, taken in costs.items()
        },
        "growth": _growth(costs),
        "milliseconds a report": _each(costs, lambda size, cost: 1000 * cost.cpu / size),
        "memory in MB": _each(costs, lambda _, cost: cost.memory),
        "start-up in seconds": start,
    }


def _in_turn(folder: Path, repeats: int) -> dict[str, list[Cost]]:
    """Each command with the bare pass after it, over and over: what slows both cancels out."""
    taken: dict[str, list[Cost]] = {name: [] for name in _COMMANDS}
    for _ in range(repeats):
        for name in BUDGET:
            for each in (name, _BARE):
                taken[each].append(run([*_COMMANDS[each], str(folder)]))
    return taken


def _ratio(taken: Mapping[str, Sequence[Cost]], name: str) -> float:
    """The middle ratio of a command to the bare pass that ran after it."""
    bare = taken[_BARE][list(BUDGET).index(name) :: len(BUDGET)]
    pairs = zip(taken[name], bare, strict=True)
    return round(median(ours.cpu / theirs.cpu for ours, theirs in pairs), 3)
