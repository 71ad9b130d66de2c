"""Accounts of six stories against hand gold, as the scorer beside the gold counts them."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.case import Case, Miss
from bench.counts import Count, Share, Tally
from bench.product import COMMAND, Broken
from bench.ruler import Absent, Item, Json, there

#: The scorer's line behind each figure that is a share of what is counted in its note.
_SHARES = {
    "relations": "question relation right (differs or not)",
    "findings": "findings recall all",
    "high findings": "findings recall high",
    "conflicts": "conflicts: recall of gold contradiction + differing + superseded",
    "findings right": "findings precision proxy",
    "origins": "same-origin findings recall",
    "brief must": "brief_must facts carried",
    "brief figures": "required figures carried by the brief",
    "faithful": "brief faithfulness",
}
#: Those that have no count, and are averaged over the stories.
_MARKS = {
    "account": "HEADLINE account score",
    "origin pairs": "same-origin pairs F1 (of links found)",
    "statements": "statements F1 + canonical speaker (>=0.5)",
    "figures": "figures span+value F1",
}
#: Those where the scorer counts what must not be, and its note tells of how many.
_WRONGS = {
    "forbidden links avoided": "forbidden links (not_linked)",
    "differences not false": "FALSE contradictions/differing findings",
}
_LINKS = "cross-report links F1"
_LINK_COUNTS = re.compile(r"\((\d+) of (\d+) gold pairs, (\d+) product pairs")
_PART = re.compile(r"(\d+) of (\d+)")
_WHOLE = re.compile(r"\bof (\d+)")
#: What a line of detail says that was wrong, up to the name of the item.
_CAUSES = (
    "statement missed",
    "speaker wrong",
    "figure missed",
    "figure value",
    "figure speaker",
    "qualifier",
    "bounds",
    "measure",
    "link missed",
    "link wrong",
    "finding missed",
    "finding not in gold",
    "brief lacks",
    "brief fault",
)


class Accounts:
    """Links, relations, findings, origins and brief of each compared story."""

    name = "accounts"
    data = ("../gold", "../score/score_account.py")
    headline = "account"
    one_in = 3
    counting = (
        "The scorer beside the gold is the rule (score_account.py --help). Links: pairs of "
        "figures of two reports under one question, of the pairs asked for. Relations, findings, "
        "origins, facts and figures of the brief (those of questions with several positions) and "
        "faithful sentences: sums over the stories. Origin pairs, statements, figures and account: "
        "means over the stories, and account is the mean of the scorer's main figures. No hard "
        "failure: no wrong slice, no value for a malformed number, the same bytes in every run."
    )

    def load(self, data: Path) -> list[Item]:
        """The stories with hand gold."""
        gold, scorer = (there(data, part) for part in self.data)
        folders = sorted(path.parent for path in gold.glob("*/gold.json"))
        if not folders:
            raise Absent(f"no gold in {gold}")
        return [
            Item(
                id=folder.name,
                unit=folder.name,
                request={"scorer": str(scorer), "folder": str(folder)},
                gold=None,
            )
            for folder in folders
        ]

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """What the scorer says of each account: its lines by name, and its detail."""
        for request in requests:
            yield _scored(request["scorer"], Path(request["folder"]))

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """The counts of each story."""
        for item, answer in zip(items, answers, strict=True):
            counts = dict(_counts(answer["lines"]))
            misses = tuple(_miss(line) for line in answer["detail"])
            yield Case(id=item.id, unit=item.unit, counts=counts, misses=misses)


def _scored(scorer: str, folder: Path) -> Json:
    with TemporaryDirectory() as kept:
        file = Path(kept) / "figures.json"
        gold, reports = str(folder / "gold.json"), str(folder / "reports.jsonl")
        done = subprocess.run(
            [sys.executable, scorer, gold, reports, "--json", str(file), "--detail", "--show-text"],
            env=os.environ | {"RASHOMON": shlex.join(COMMAND)},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode or not file.exists():
            raise Broken(f"{folder.name}: {done.stdout[-400:]} {done.stderr[-400:]}")
        lines = {line["name"]: line for line in json.loads(file.read_text(encoding="utf-8"))}
    detail = [line[4:] for line in done.stdout.splitlines() if line.startswith("  - ")]
    return {"lines": lines, "detail": detail}


def _counts(lines: Json) -> Iterator[tuple[str, Count]]:
    """The counts behind the lines; a line without a value has none."""
    for figure, name in _MARKS.items():
        if lines[name]["value"] is not None:
            yield figure, Share(lines[name]["value"])
    counted = _LINK_COUNTS.search(lines[_LINKS]["note"])
    if counted:
        right, asked, given = map(int, counted.groups())
        yield "links", Tally(right, given, asked)
    for figure, name in _SHARES.items():
        value, part = lines[name]["value"], _PART.search(lines[name]["note"])
        if value is not None and part:
            yield figure, Share(value * int(part[2]), int(part[2]))
    for figure, name in _WRONGS.items():
        value, whole = lines[name]["value"], _WHOLE.search(lines[name]["note"])
        if value is not None and whole:
            yield figure, Share(int(whole[1]) - value, int(whole[1]))
    yield "no hard failure", Share(lines["hard failures"]["value"] == 0)


def _miss(line: str) -> Miss:
    cause = next((each for each in _CAUSES if line.startswith(each)), "other")
    told = line.removeprefix(cause).strip(" :")
    given, _, wanted = told.partition(", gold ")
    return Miss(cause=cause, start=0, end=0, wanted=wanted, given=given, context=told[:120])
