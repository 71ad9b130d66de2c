"""Disputes: two or three reports, and how two statuses in them compare."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.case import Case, Miss, around
from bench.counts import Share
from bench.ruler import Item, Json
from bench.suites.comparing import accounts, outcome, reports_of
from bench.suites.suite import cases_of, place


class Disputes:
    """Whether two statuses of different reports agree, differ, contradict or stand apart."""

    name = "suite-disputes"
    data = ("bench/suites/statuses.toml",)
    headline = "pairs"
    one_in = 1
    counting = (
        "The share of pairs whose relation is one of those allowed; false contradictions and "
        "missed contradictions are counted apart, each as a share of the pairs that could have it."
    )

    def load(self, data: Path) -> list[Item]:
        """The cases of several reports. The data folder is not needed."""
        return [
            Item(id=case["id"], unit=case["id"], request=case["reports"], gold=case)
            for case in cases_of("statuses")
            if "reports" in case
        ]

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """The account of each case."""
        yield from accounts(reports_of(rows) for rows in requests)

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """A share a case over its pairs."""
        for item, account in zip(items, answers, strict=True):
            yield _case(item, account)


def _case(item: Item, account: Json) -> Case:
    texts = {report["id"]: report["text"] for report in item.request}
    counts: dict[str, Share] = {}
    misses = []
    for pair in item.gold["pair"]:
        one, other = (_located(texts, pair[side]) for side in ("a", "b"))
        given = outcome(account, one, other)
        for name, right in _marks(pair["expect"], given):
            counts[name] = counts.get(name, Share(0, 0)) + Share(float(right))
        if given not in pair["expect"]:
            misses.append(
                Miss(
                    cause=f"{given} ({item.gold['group']})",
                    start=one["start"],
                    end=one["end"],
                    wanted=" or ".join(pair["expect"]),
                    given=given,
                    context=" / ".join(
                        around(texts[each["report"]], each["start"], each["end"], 150)
                        for each in (one, other)
                    ),
                )
            )
    return Case(id=item.id, unit=item.unit, counts=counts, misses=tuple(misses))


def _marks(allowed: Sequence[str], given: str) -> Iterator[tuple[str, bool]]:
    yield "pairs", given in allowed
    if "contradict" not in allowed:
        yield "no false contradiction", given != "contradict"
    elif set(allowed) <= {"contradict", "differ"}:
        yield "dispute found", given in allowed


def _located(texts: dict[str, str], side: Json) -> Json:
    start, end = place(texts[side["report"]], side["words"], side.get("nth", 1))
    return {"report": side["report"], "start": start, "end": end}
