"""Checks: sentences with the passages they cite, as they stand and with one thing altered."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.case import Case, Miss
from bench.counts import Share
from bench.ruler import Item, Json
from bench.suites.suite import HOME
from rashomon.account import Sentence
from rashomon.report import Report
from rashomon.tell.checker import faults

_STANDS = "stands"


class Checks:
    """Whether the checker refuses what was altered and passes what stands."""

    name = "suite-checks"
    data = ("bench/suites/checks.toml",)
    headline = "right"
    one_in = 6
    counting = (
        "The share of sentences judged rightly (right); of the altered ones the share refused, "
        "whatever the reason (caught), and of these the share for which the kind of fault is "
        "named (kind named); of those that stand the share refused (refused); and the share "
        "caught of each kind."
    )

    def load(self, data: Path) -> list[Item]:
        """The sentences; all that cite one passage stay in one half. No data folder is needed."""
        table = tomllib.loads((HOME / "checks.toml").read_text(encoding="utf-8"))
        passages = {each["id"]: each for each in table["passage"]}
        return [
            Item(
                id=case["id"],
                unit=case["passages"][0],
                request={
                    "sentence": case["sentence"],
                    "passages": [passages[each] for each in case["passages"]],
                },
                gold=case,
            )
            for case in table["case"]
        ]

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """The faults that the checker finds in each sentence."""
        for request in requests:
            reports = [
                Report(id=each["id"], text=each["text"], published=each["published"])
                for each in request["passages"]
            ]
            spans = tuple(report.span(0, len(report.text)) for report in reports)
            days = {each.id: each.published for each in reports}
            found = faults(Sentence(text=request["sentence"], citations=spans), (), days)
            yield [{"kind": each.kind, "shown": str(each)} for each in found]

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """One share for the verdict, one for the kind of alteration."""
        for item, found in zip(items, answers, strict=True):
            yield _case(item, found)


def _case(item: Item, found: Json) -> Case:
    expect = item.gold["expect"]
    stands, refused = expect == _STANDS, Share(float(bool(found)))
    right = bool(found) != stands
    counts = {"right": Share(float(right)), "refused" if stands else "caught": refused}
    if not stands:
        counts[expect] = refused
        if found:
            counts["kind named"] = Share(float(any(each["kind"] == expect for each in found)))
    miss = Miss(
        cause=f"refused: {found[0]['kind']}" if found else f"missed: {expect}",
        start=0,
        end=len(item.request["sentence"]),
        wanted=f"{expect} ({item.gold['note']})",
        given="; ".join(each["shown"] for each in found) or _STANDS,
        context=f"{item.request['sentence']} << "
        + " // ".join(each["text"] for each in item.request["passages"]),
    )
    return Case(id=item.id, unit=item.unit, counts=counts, misses=() if right else (miss,))
