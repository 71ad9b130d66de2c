"""Speed: what `rashomon` costs beside the bare parse of the same texts by the same model."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
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
    "number of reports: 1 is linear. Start-up is the middle of three runs. All modules stand "
    "compiled before the first measured run, as an installer leaves them."
)

_BARE = "bare pass"
_COMMANDS = {
    "find": (*COMMAND, "find", "--format", "json"),
    "account --stories": (*COMMAND, "account", "--stories", "--format", "json"),
    _BARE: (sys.executable, str(Path(__file__).with_name("bare.py"))),
}
_ALL = (_BARE, *BUDGET)
#: Shorter texts are no reports.
_WORDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run of a program cost: seconds, and its peak memory in megabytes."""

    cpu: float
    wall: float
    memory: float


#: A run of ours, and the bare pass that followed it.
Pair = tuple[Cost, Cost]


def run(command: Sequence[str], compiled: Path | None = None) -> Cost:
    """The cost of a command from its start to its end; `compiled` is where bytecode is kept.

    Raises Broken where the command fails.
    """
    with tempfile.TemporaryFile() as told:
        started = time.monotonic()
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=told, env=_surroundings(compiled)
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            told.seek(0)
            raise Broken(f"{' '.join(command)}: {told.read().decode()[-800:]}")
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(cpu=used.ru_utime + used.ru_stime, wall=wall, memory=kilobytes / 1024)


def _surroundings(compiled: Path | None) -> dict[str, str]:
    """The environment of a measured run: bytecode is written and found, whatever holds here."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept if compiled is None else kept | {"PYTHONPYCACHEPREFIX": str(compiled)}


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
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        start = _start_up(_written([" ".join(some[0].split()[:20])], home / "tiny"), home / "pyc")
        turns = {
            size: _in_turn(_written(some[:size], home / str(size)), repeats, home / "pyc")
            for size in reached
        }
    costs = {size: _by_program(taken) for size, taken in turns.items()}
    return {
        "data": list(DATA),
        "command": "python -m bench speed",
        "counting": COUNTING,
        "versions": versions(),
        "budget": BUDGET,
        "ratio to the bare pass": {
            name: {str(size): ratio(taken[name]) for size, taken in turns.items()}
            for name in BUDGET
        },
        "growth": {name: growth({n: cost[name].cpu for n, cost in costs.items()}) for name in _ALL},
        "milliseconds a report": {
            name: {str(n): round(1000 * cost[name].cpu / n, 1) for n, cost in costs.items()}
            for name in _ALL
        },
        "memory in MB": {
            name: {str(n): round(cost[name].memory) for n, cost in costs.items()} for name in _ALL
        },
        "start-up in CPU seconds": start,
    }


def ratio(pairs: Sequence[Pair]) -> float:
    """The middle ratio of the CPU seconds of a program to those of the bare pass after it."""
    return round(median(ours.cpu / bare.cpu for ours, bare in pairs), 3)


def growth(seconds: Mapping[int, float]) -> float | None:
    """The exponent by which seconds grow with the number of reports; None of a single number."""
    small, large = min(seconds), max(seconds)
    if small == large:
        return None
    return round(log(seconds[large] / seconds[small]) / log(large / small), 3)


def _in_turn(folder: Path, repeats: int, compiled: Path) -> dict[str, list[Pair]]:
    """Each command with the bare pass after it, over and over: what slows both cancels out."""
    taken: dict[str, list[Pair]] = {name: [] for name in BUDGET}
    for _ in range(repeats):
        for name, pairs in taken.items():
            ours = run([*_COMMANDS[name], str(folder)], compiled)
            pairs.append((ours, run([*_COMMANDS[_BARE], str(folder)], compiled)))
    return taken


def _by_program(taken: Mapping[str, Sequence[Pair]]) -> dict[str, Cost]:
    """The middle CPU and wall seconds and the largest memory of each command and the bare pass."""
    bare = [each for pairs in taken.values() for _, each in pairs]
    ours = {name: [each for each, _ in pairs] for name, pairs in taken.items()}
    return {
        name: Cost(
            cpu=median(each.cpu for each in runs),
            wall=median(each.wall for each in runs),
            memory=max(each.memory for each in runs),
        )
        for name, runs in ({_BARE: bare} | ours).items()
    }


def _start_up(tiny: Path, compiled: Path) -> dict[str, float]:
    """CPU seconds until help is printed, and until a report of a sentence is done."""
    programs = {
        "rashomon --help": (*COMMAND, "--help"),
        "find, one sentence": (*_COMMANDS["find"], str(tiny)),
        "account --stories, one sentence": (*_COMMANDS["account --stories"], str(tiny)),
        "bare pass, one sentence": (*_COMMANDS[_BARE], str(tiny)),
    }
    for command in programs.values():
        run(command, compiled)  # compiles what it loads
    return {
        name: round(median(run(command, compiled).cpu for _ in range(3)), 2)
        for name, command in programs.items()
    }


def _written(some: Sequence[str], folder: Path) -> Path:
    """The texts as files of a new folder."""
    folder.mkdir()
    for number, text in enumerate(some):
        (folder / f"{number:05d}.txt").write_bytes(text.encode())
    return folder
