"""Figures in many wordings: value, bounds, qualifier, kind, counted thing, measure and speaker."""

import re
from collections.abc import Iterator

from bench.ruler import Json
from bench.suites.suite import Mark, Suite, anyone, place, touches

_COUNTING = (
    "The share of cases of which everything asked is right; and, for each thing asked, the share "
    "that is right. A figure is found where the product's number overlaps the printed one and no "
    "other expects it. counted, population, of: the head word is in the answer; measure: one of "
    "the words listed, or one that shares its stem."
)
#: Fields that must be equal to what is asked, or to one of what is allowed.
_EQUAL = ("value", "low", "high", "qualifier", "unit", "kind", "trend", "well_formed")
#: Kinds that an expected non-figure may be told apart by.
_PLAIN = ("level", "change", "share", "rate")


def figures() -> Suite:
    """The suite of figures."""
    return Suite("suite-figures", "figures", _COUNTING, _marks)


def _marks(case: Json, found: Json) -> Iterator[Mark]:
    text = case["text"]
    asked = [
        (each, place(text, each["number"], each.get("nth", 1))) for each in case.get("figure", ())
    ]
    given = [_at(found["figures"], where) for _, where in asked]
    for (each, where), figure in zip(asked, given, strict=True):
        yield Mark("found", figure is not None, each["number"], None, *where)
        if figure is not None:
            yield from (
                Mark(name, right, each[name], figure.get(name), *where)
                for name, right in _fields(each, figure, given)
            )
    for words in case.get("not_figures", ()):
        start, end = place(text, words)
        wrong = [
            each["printed"]
            for each in found["figures"]
            if touches(each["number"], (start, end)) and each["kind"] in _PLAIN
        ]
        yield Mark("no figure", not wrong, "no figure", wrong, start, end)


def _fields(asked: Json, figure: Json, given: list[Json | None]) -> Iterator[tuple[str, bool]]:
    """Each field that is asked for, and whether the figure has it right."""
    for name in _EQUAL:
        if name in asked:
            yield name, any(_same(each, figure[name]) for each in anyone(asked[name]))
    for name in ("counted", "population", "of"):
        if name in asked:
            held = figure[name] or (figure["counted"] if name == "population" else None)
            yield name, any(_headed(each, held) for each in anyone(asked[name]))
    if "measure" in asked:
        words = f"{figure['measure'] or ''} {figure['action'] or ''}"
        yield "measure", any(_akin(each, words) for each in anyone(asked["measure"]))
    if "speaker" in asked:
        yield "speaker", any(_spoken(each, figure["speaker"]) for each in anyone(asked["speaker"]))
    if "candidates" in asked:
        yield "candidates", set(asked["candidates"]) <= set(figure["candidates"])
    if "part_of" in asked:
        whole = given[asked["part_of"]]
        yield "part_of", whole is not None and figure["part_of"] == whole["id"]
    if "same_as" in asked:
        twin = given[asked["same_as"]]
        yield "same_as", twin is not None and _twins(figure, twin)


def _twins(figure: Json, twin: Json) -> bool:
    return bool(figure["same_as"] == twin["id"] or twin["same_as"] == figure["id"])


def _at(figures: list[Json], where: tuple[int, int]) -> Json | None:
    """The figure whose number shares most with a stretch."""
    near = [each for each in figures if touches(each["number"], where)]
    return max(near, key=lambda each: _shared(each["number"], where), default=None)


def _shared(span: Json, where: tuple[int, int]) -> int:
    return int(min(span["end"], where[1]) - max(span["start"], where[0]))


def _same(wanted: Json, given: Json) -> bool:
    if isinstance(wanted, int | float) and isinstance(given, int | float):
        return abs(wanted - given) <= 1e-9 * max(1.0, abs(wanted))
    return bool(wanted == given)


def _headed(wanted: str, held: str | None) -> bool:
    """Whether the head word of a phrase (its last, before any "of") stands in the answer."""
    head = re.split(r" of | in | on ", wanted.casefold())[0].split()[-1]
    return head in re.findall(r"[\w'’-]+", (held or "").casefold())


def _akin(wanted: str, words: str) -> bool:
    stem = wanted.casefold()[:4]
    return any(word.startswith(stem) for word in re.findall(r"\w+", words.casefold()))


def _spoken(wanted: str, name: str | None) -> bool:
    if wanted == "narrator":
        return name is None
    plain = wanted.casefold().removeprefix("the ")
    return name is not None and (plain in name.casefold() or name.casefold() in plain)
