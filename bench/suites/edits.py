"""Edits: reports changed in one place, and what that does to how two passages compare."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.case import Case, Miss, around
from bench.counts import Share
from bench.ruler import Absent, Item, Json, there
from bench.suites.comparing import accounts, outcome, reports_of
from bench.suites.suite import cases_of
from rashomon import Report, Settings, read_reports

_EXAMPLES = Path(__file__).parents[2] / "examples"
#: The days on which the undated reports of an example came out.
_PUBLISHED = {"port_fire": "2025-03-19"}
_DISPUTES = {"contradict", "differ", "supersedes"}


class Edits:
    """How a figure or a status compares with another report's, before and after one edit."""

    name = "suite-edits"
    data = ("bench/suites/edits.toml", "examples", "../gold")
    headline = "edited"
    one_in = 6
    counting = (
        "The share of edits after which the pair relates in one of the ways allowed (edited), the "
        "same before the edit (unedited), and for each kind of edit; no false contradiction: the "
        "share of edited pairs not allowed to contradict that do not."
    )

    def load(self, data: Path) -> list[Item]:
        """The edits, those of gold stories where the gold is there; a story stays in one half."""
        items = []
        for case in cases_of("edits"):
            try:
                reports = _story(case["story"], data)
            except Absent:
                continue
            items.append(_item(case, reports))
        return items

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """How each pair relates, before and after."""
        stories = [request["before"] for request in requests]
        stories += [request["after"] for request in requests]
        told = list(accounts(stories))
        for request, before, after in zip(requests, told, told[len(requests) :], strict=False):
            yield {
                "before": outcome(before, *request["pair_before"]),
                "after": outcome(after, *request["pair"]),
            }

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """One share for the edit, one for the pair before it."""
        for item, answer in zip(items, answers, strict=True):
            edited = Share(float(answer["after"] in item.gold["expect"]))
            counts = {
                "edited": edited,
                "unedited": Share(float(answer["before"] in item.gold["before"])),
            }
            if "contradict" not in item.gold["expect"]:
                counts["no false contradiction"] = Share(float(answer["after"] != "contradict"))
            if set(item.gold["expect"]) <= _DISPUTES:
                counts["difference told"] = edited
            counts[item.gold["group"]] = edited
            misses = () if edited.part else (_miss(item, answer),)
            yield Case(id=item.id, unit=item.unit, counts=counts, misses=misses)


def _miss(item: Item, answer: Json) -> Miss:
    texts = {report.id: report.text for report in item.request["after"]}
    pair = item.request["pair"]
    return Miss(
        cause=f"{item.gold['group']}: {answer['after']}",
        start=pair[0]["start"],
        end=pair[0]["end"],
        wanted=f"{' or '.join(item.gold['expect'])} ({item.gold['why']})",
        given=f"{answer['after']}; before the edit {answer['before']}",
        context=" / ".join(
            around(texts[each["report"]], each["start"], each["end"], 150) for each in pair
        ),
    )


def _item(case: Json, reports: Sequence[Report]) -> Item:
    edited = [
        _edited(report, case) if report.id == case["report"] else report for report in reports
    ]
    request = {
        "before": reports,
        "after": edited,
        "pair": case["pair"],
        "pair_before": case.get("pair_before", case["pair"]),
    }
    return Item(id=case["id"], unit=case["story"], request=request, gold=case)


def _edited(report: Report, case: Json) -> Report:
    """The report with the edit in it, read anew. Raises ValueError if other words stand there."""
    start, end = case["start"], case["end"]
    old = report.text[start:end]
    digest = sha256(old.encode()).hexdigest()[:16]
    if old != case.get("old", old) or digest != case.get("old_sha256", digest):
        raise ValueError(f"{case['id']}: the words replaced are not those of the table")
    text = report.text[:start] + case["words"] + report.text[end:]
    published = case.get("published", report.published)
    if report.media_type == "text/plain":
        return _read_text(report, text, published)
    row = {
        "id": report.id,
        "text": text,
        "title": report.title,
        "outlet": report.outlet,
        "published": published,
        "language": report.language,
    }
    return reports_of([{key: value for key, value in row.items() if value}])[0]


def _read_text(report: Report, text: str, published: str | None) -> Report:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{report.id}.txt"
        path.write_bytes(text.encode())
        read = read_reports([str(path)], Settings(published=published))[0][0]
    return replace(read, outlet=report.outlet)


@cache
def _story(name: str, data: Path) -> list[Report]:
    """The reports of a story. Raises Absent where the gold is not there."""
    if name.startswith("gold/"):
        path = there(data.parent, name, "reports.jsonl")
    else:
        path = _EXAMPLES / name / "reports"
    return read_reports([str(path)], Settings(published=_PUBLISHED.get(name)))[0]
