"""Accounts: many stories told one after another in one process, for sets of hundreds of stories.

Each is told as `rashomon account FILE --format json` tells it; only the start of the program,
which takes longer than a short story, is paid once.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.product import Broken
from bench.ruler import Json
from rashomon.errors import NothingUsable
from rashomon.problem import Problem
from rashomon.run.form import Form
from rashomon.run.local import run_account
from rashomon.settings import Settings


class _Silent:
    """Nobody looks on."""

    def progress(self, stage: str, done: int, total: int) -> None:
        """Say nothing."""

    def unusable(self, problem: Problem) -> None:
        """Say nothing."""

    def told(self, line: str) -> None:
        """Say nothing."""


def accounts(stories: Sequence[Sequence[Json]]) -> Iterator[Json]:
    """The account of each story, whose reports are given; None where no report was usable.

    Raises Broken where an account points at words that do not stand where it says.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / "reports.jsonl"
        for reports in stories:
            file.write_text("".join(json.dumps(each) + "\n" for each in reports), encoding="utf-8")
            yield _account(file)


def _account(file: Path) -> Json:
    try:
        told = run_account([str(file)], Settings(), Form(name="json"), _Silent())
    except NothingUsable:
        return None
    assert isinstance(told.result, bytes)  # JSON is one file
    account = json.loads(told.result)
    texts = {report["id"]: report["text"] for report in account["reports"]}
    for span in spans(account):
        if texts[span["report"]][span["start"] : span["end"]] != span["exact"]:
            raise Broken(f"a span is not its slice: {span}")
    return account


def spans(node: Json) -> Iterator[Json]:
    """Every span at any depth of a value."""
    if isinstance(node, dict):
        if "exact" in node:
            yield node
        for value in node.values():
            yield from spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from spans(value)
