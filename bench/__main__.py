"""The command line of the bench.

python -m bench [NAME...]            measure the sets named, or all, and write bench/results.json
python -m bench errors NAME          the wrong cases of the working half, by cause
python -m bench compare OLD NEW      what a change won and lost: two files or folders of cases
python -m bench speed                cost and memory beside the bare parse
python -m bench scale                cost of an account as the reports of one story grow in number
python -m bench leave-one-out        thresholds chosen without a story, tried on it
python -m bench page-speed           pages read a second, beside trafilatura alone
python -m bench page                 write docs/measured.md from bench/results.json
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console

from bench import leaving, page, scale
from bench.measuring import DATA, beside, measure, sample
from bench.page_speed import NAME as PAGE_SPEED
from bench.page_speed import measure_pages
from bench.results import CASES, keep, keep_cases, load, load_cases, record, scored, versions
from bench.ruler import Absent
from bench.sets import NAMES, ruler
from bench.speed import NAME as SPEED
from bench.speed import SIZES, measure_speed
from bench.study import compare, errors
from bench.table import table


def main(words: Sequence[str]) -> int:
    """Do what the words ask; the exit code."""
    asked = _parser().parse_args(_with_command(words))
    console = Console(soft_wrap=asked.command in ("errors", "compare"), highlight=False)
    if asked.command == "errors":
        cases = load_cases(asked.cases / f"{asked.name}.json")
        _tell(console, errors(cases, asked.limit, asked.cause))
    elif asked.command == "compare":
        _tell(console, compare(asked.old, asked.new))
    elif asked.command == "speed":
        _speed(asked, console)
    elif asked.command == leaving.NAME:
        _leave_one_out(asked, console)
    elif asked.command == "page-speed":
        _page_speed(asked, console)
    elif asked.command == scale.NAME:
        console.print_json(data=scale.measure_scale(asked.sizes))
    elif asked.command == "page":
        console.print(page.write())
    else:
        for name in asked.names or NAMES:
            _measure(name, asked, console)
    return 0


def _measure(name: str, asked: argparse.Namespace, console: Console) -> None:
    measuring = ruler(name)
    notice = Console(stderr=True)
    try:
        items = measuring.load(asked.data)
    except Absent as absence:
        notice.print(f"{name} is left out: {absence}")
        return
    if asked.sample:
        items = sample(measuring, items)
    cases = measure(measuring, items)
    ours = scored("rashomon", versions()["rashomon"], cases)
    others = list(beside(measuring, items, notice.print)) if asked.peers else []
    kept = record(measuring, len(items), ours, others)
    if not asked.sample:
        # Peers do not change with us: of each that was not asked, the last figures are kept.
        asked_now = {peer["name"] for peer in kept["peers"]}
        before = load().get(name, {}).get("peers", [])
        kept["peers"] += [peer for peer in before if peer["name"] not in asked_now]
        keep(name, kept)
    if not asked.sample or asked.cases != CASES:
        keep_cases(name, cases, asked.cases)
    console.print(table(name, kept))


def _page_speed(asked: argparse.Namespace, console: Console) -> None:
    try:
        items = ruler("pages").load(asked.data)
    except Absent as absence:
        Console(stderr=True).print(f"{PAGE_SPEED} is left out: {absence}")
        return
    console.print_json(data=measure_pages(items, asked.repeats))


def _speed(asked: argparse.Namespace, console: Console) -> None:
    try:
        kept = measure_speed(asked.data, asked.sizes, asked.repeats)
    except Absent as absence:
        Console(stderr=True).print(f"{SPEED} is left out: {absence}")
        return
    keep(SPEED, kept)
    console.print_json(data=kept)


def _leave_one_out(asked: argparse.Namespace, console: Console) -> None:
    try:
        _tell(console, leaving.lines(list(leaving.leave_one_out(asked.data))))
    except Absent as absence:
        Console(stderr=True).print(f"{leaving.NAME} is left out: {absence}")


def _sizes(printed: str) -> list[int]:
    """Numbers with commas between. Raises ValueError where one is none."""
    return [int(size) for size in printed.split(",")]


def _tell(console: Console, lines: Iterable[str]) -> None:
    for line in lines:
        console.print(line, markup=False)


def _with_command(words: Sequence[str]) -> list[str]:
    """Names of sets are a call to measure."""
    named = {"errors", "compare", "measure", "page", leaving.NAME, scale.NAME, PAGE_SPEED, SPEED}
    commands = named | {"-h", "--help"}
    return [*words] if words and words[0] in commands else ["measure", *words]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    commands = parser.add_subparsers(dest="command", required=True)
    measuring = commands.add_parser("measure", help="measure sets (the word may be left out)")
    measuring.add_argument("names", nargs="*", choices=[*NAMES, []], metavar="NAME")
    measuring.add_argument("--data", type=Path, default=DATA, help="where the data folders are")
    measuring.add_argument("--peers", action="store_true", help="run the peers, too")
    measuring.add_argument("--sample", action="store_true", help="only what tests measure")
    measuring.add_argument("--cases", type=Path, default=CASES, help="where to write the cases")
    study = commands.add_parser("errors", help="the wrong cases of the working half, by cause")
    study.add_argument("name", choices=NAMES)
    study.add_argument("--cause")
    study.add_argument("--limit", type=int)
    study.add_argument("--cases", type=Path, default=CASES)
    change = commands.add_parser("compare", help="what a change won and lost")
    change.add_argument("old", type=Path)
    change.add_argument("new", type=Path)
    speed = commands.add_parser(SPEED, help="cost and memory beside the bare parse")
    speed.add_argument("--data", type=Path, default=DATA)
    speed.add_argument("--sizes", type=_sizes, default=SIZES, help="numbers of reports")
    speed.add_argument("--repeats", type=int, default=2, help="runs of each at each size")
    growing = commands.add_parser(scale.NAME, help="cost of an account by its number of reports")
    growing.add_argument("--sizes", type=_sizes, default=scale.SIZES, help="numbers of reports")
    leave = commands.add_parser(leaving.NAME, help="thresholds chosen without a story")
    leave.add_argument("--data", type=Path, default=DATA)
    pages = commands.add_parser(PAGE_SPEED, help="pages read a second")
    pages.add_argument("--data", type=Path, default=DATA)
    pages.add_argument("--repeats", type=int, default=3, help="runs of each")
    commands.add_parser("page", help="write docs/measured.md")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
