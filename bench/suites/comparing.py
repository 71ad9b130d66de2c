"""Comparing: how an account relates two passages of different reports."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import product as every_pair
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.ruler import Json
from rashomon import Report, Settings, find_notes, make_account, read_reports
from rashomon.notes import Notes
from rashomon.tell.json import to_json

#: The strongest relation first, as the contract ranks them.
_RANKED = ("contradict", "differ", "supersedes", "possibly_related", "compatible", "agree")
#: The outcome where no question holds both passages.
APART = "apart"


def accounts(stories: Iterable[Sequence[Report]]) -> Iterator[Json]:
    """The account of each story; reports that come again are read once only."""
    settings = Settings()
    known: dict[str, Notes] = {}
    for reports in stories:
        new = [report for report in reports if _key(report) not in known]
        known |= {_key(each.report): each for each in find_notes(new, settings)}
        notes = [known[_key(report)] for report in reports]
        yield json.loads(to_json(make_account(notes, [], settings)))


def reports_of(rows: Iterable[Json]) -> list[Report]:
    """The reports that rows of JSON tell."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return read_reports([str(path)], Settings())[0]


def _key(report: Report) -> str:
    return "\n".join((report.id, report.outlet or "", report.published or "", report.text))


def outcome(account: Json, one: Json, other: Json) -> str:
    """How the account relates two stretches {report, start, end}: a relation, or apart.

    One position for both is agree. Of several questions that hold both, the one that says most.
    """
    told = []
    for question in account["questions"]:
        first, second = (_positions(account, question, each) for each in (one, other))
        told += [_between(question, a, b) for a, b in every_pair(first, second)]
    ranked = [relation for relation in _RANKED if relation in told]
    return ranked[0] if ranked else APART


def _positions(account: Json, question: Json, where: Json) -> list[str]:
    """The positions of a question that rest on a stretch."""
    figures = {each["id"]: each["number"] for each in account["figures"]}
    claims = {each["id"]: each["span"] for each in account["claims"]}
    held = []
    for position in question["positions"]:
        spans = [figures[name] for name in position["figures"]]
        spans += [claims[name] for name in position["claims"]]
        if any(_shares(span, where) for span in spans):
            held.append(position["id"])
    return held


def _between(question: Json, a: str, b: str) -> str:
    if a == b:
        return "agree"
    between = (each for each in question["relations"] if {each["a"], each["b"]} == {a, b})
    found: str = next(between, question)["relation"]
    return found


def _shares(span: Json, where: Json) -> bool:
    return bool(
        span["report"] == where["report"]
        and span["start"] < where["end"]
        and where["start"] < span["end"]
    )
