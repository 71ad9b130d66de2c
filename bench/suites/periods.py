"""Periods in many wordings and on many publication days."""

from collections.abc import Iterator

from bench.ruler import Json
from bench.suites.suite import Mark, Suite, anyone, place, touches

_COUNTING = (
    "The share of cases of which everything asked is right; and, for each thing asked, the share "
    "that is right. An expression is found where a period of the product overlaps the words; of "
    "several the one that has most right. Ends are compared by day."
)


def periods() -> Suite:
    """The suite of periods."""
    return Suite("suite-periods", "periods", _COUNTING, _marks)


def _marks(case: Json, found: Json) -> Iterator[Mark]:
    text = case["text"]
    for asked in case.get("time", ()):
        where = _where(text, asked)
        given = [each for each in found["times"] if any(touches(each["span"], at) for at in where)]
        yield Mark("found", bool(given) or "unresolved" in asked, asked["words"], None, *where[0])
        if given:
            answers = [list(_fields(asked, each)) for each in given]
            best = max(answers, key=lambda some: sum(right for _, right, _ in some))
            for name, right, held in best:
                yield Mark(name, right, asked[name], held, *where[0])
    for words in case.get("not_times", ()):
        at = place(text, words)
        wrong = [each["span"]["exact"] for each in found["times"] if touches(each["span"], at)]
        yield Mark("no time", not wrong, "no time", wrong, *at)
    for asked in case.get("figure", ()):
        yield from _attached(text, asked, found)


def _where(text: str, asked: Json) -> list[tuple[int, int]]:
    return [place(text, words, asked.get("nth", 1)) for words in anyone(asked["words"])]


def _fields(asked: Json, given: Json) -> Iterator[tuple[str, bool, Json]]:
    for name in ("value", "type", "precision"):
        if name in asked:
            yield name, given[name] in anyone(asked[name]), given[name]
    for name in ("from", "to"):
        if name in asked:
            held = (given[name] or "")[:10]
            yield name, held in [each[:10] for each in anyone(asked[name])], held
    if "unresolved" in asked:
        held = (given["from"], given["to"])
        yield "unresolved", held == (None, None), held


def _attached(text: str, asked: Json, found: Json) -> Iterator[Mark]:
    """Whether a figure has the period that it belongs to: the same words, or the same meaning."""
    at = place(text, asked["number"], asked.get("nth", 1))
    figure = next((each for each in found["figures"] if touches(each["number"], at)), None)
    if figure is None:
        return
    held = next((each for each in found["times"] if each["id"] == figure["period"]), None)
    shown = held and held["span"]["exact"]
    if asked["period"] == "none":
        yield Mark("figure's period", held is None, "none", shown, *at)
        return
    meant = [each for each in found["times"] if asked["period"] in each["span"]["exact"]]
    meant += [each for each in found["times"] if each["span"]["exact"] in asked["period"]]
    right = held is not None and any(
        held["id"] == each["id"] or _ends(held) == _ends(each) for each in meant
    )
    yield Mark("figure's period", right, asked["period"], shown, *at)


def _ends(period: Json) -> Json:
    return period["value"], period["from"], period["to"]
