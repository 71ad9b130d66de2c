"""The product as a user meets it: through its command line and the JSON that it prints."""

import json
import subprocess
import sys
from collections.abc import Sequence

from bench.ruler import Json

COMMAND = (sys.executable, "-m", "rashomon")


class Broken(Exception):
    """The product gave no answer that can be counted."""


def ask(command: str, reports: Sequence[Json], *options: str) -> Json:
    """What `rashomon COMMAND -` prints for the reports, which reach it as JSON Lines.

    Raises Broken where it ends otherwise than contracted, or points at words that do not stand
    where it says.
    """
    lines = "".join(json.dumps(_filled(report)) + "\n" for report in reports)
    done = subprocess.run(
        [*COMMAND, command, "-", "--format", "json", *options],
        input=lines.encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode not in (0, 1):
        raise Broken(f"rashomon {command}: exit {done.returncode}: {done.stderr.decode()[-800:]}")
    return json.loads(done.stdout)


def find(kind: str, reports: Sequence[Json]) -> list[list[Json]]:
    """What `rashomon find --only KIND` finds in each report, in their order.

    Raises Broken where a report is lost or a span is not the slice that it claims to be.
    """
    told = {each["report"]["id"]: each for each in ask("find", reports, "--only", kind)}
    found = []
    for report in reports:
        if report["id"] not in told:
            raise Broken(f"rashomon find lost report {report['id']}")
        things = told[report["id"]][kind]
        _check(things, report["text"])
        found.append(things)
    return found


def stretch(span: Json) -> list[int] | None:
    """Start and end of a span; None of none."""
    return [span["start"], span["end"]] if span else None


def _filled(report: Json) -> Json:
    return {key: value for key, value in report.items() if value not in (None, "")}


def _check(node: Json, text: str) -> None:
    if isinstance(node, dict):
        if "exact" in node and text[node["start"] : node["end"]] != node["exact"]:
            raise Broken(f"a span is not its slice: {node}")
        for value in node.values():
            _check(value, text)
    elif isinstance(node, list):
        for value in node:
            _check(value, text)
