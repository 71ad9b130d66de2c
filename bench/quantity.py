"""Quantity: a number with its ends, unit and qualifier, however a set or a tool names the unit."""

import math
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.product import find, stretch
from bench.ruler import Json

_UNITS = Path(__file__).parent / "units.toml"
#: No unit: a plain number, or a number of things.
COUNT = "count"
#: Up to this length a unit is a symbol, and its case counts.
_SYMBOL = 3
_NO_UNIT = {"", "-", COUNT, "dimensionless"}
#: "s-1" in a compound is "per s".
_INVERSE = re.compile(r"\s*[.·]?\s*(\S+?)-1$")
_PER = re.compile(r"\s+per\s+|\s*/\s*")
#: Two values are one up to what is lost in writing a number in binary.
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A value, or the ends of a range; `unit` by its one name in `units.toml` where that has it.

    `counted` is what the things counted are called: by all their words, the last, its lemma.
    `start` and `end` are code points, None where the data do not say where the quantity stands.
    `qualifier` is the product's, None where a tool has none.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str
    counted: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    qualifier: str | None = None


def figures(requests: Sequence[Json]) -> Iterator[Json]:
    """The product's figures, of whatever kind, in the form that peers give theirs in."""
    for found in find("figures", requests):
        yield [
            {
                "span": stretch(each["span"]),
                "value": each["value"],
                "low": each["low"],
                "high": each["high"],
                "unit": each["unit"],
                "counted": [word for word in (each["counted"], each["head"]) if word],
                "qualifier": each["qualifier"],
            }
            for each in found
        ]


def answered(answer: Json) -> Quantity:
    """One quantity of an answer; its value and ends in the unit's own scale."""
    start, end = answer["span"] or (None, None)
    made = quantity(answer["value"], answer["low"], answer["high"], answer["unit"] or COUNT)
    return Quantity(
        value=made.value,
        low=made.low,
        high=made.high,
        unit=made.unit,
        counted=tuple(name for words in answer["counted"] for name in _names(words)),
        start=start,
        end=end,
        qualifier=answer["qualifier"],
    )


def _names(words: str) -> Iterator[str]:
    """What a counted thing may be called as a unit: "Spanish pesetas", "pesetas"."""
    yield _known(words)[0]
    if words.split():
        yield words.split()[-1].casefold()


def quantity(value: float | None, low: float | None, high: float | None, unit: str) -> Quantity:
    """A quantity with its unit by its one name, and its numbers in that unit."""
    name, times = _known(unit)
    value, low, high = (None if each is None else each * times for each in (value, low, high))
    return Quantity(value=value, low=low, high=high, unit=name)


def same_value(a: Quantity, b: Quantity) -> bool:
    """The same value; of a quantity without one, the same two ends."""
    if a.value is None or b.value is None:
        return a.value is b.value and _close(a.low, b.low) and _close(a.high, b.high)
    return _close(a.value, b.value)


def same_unit(asked: Quantity, one: Quantity) -> bool:
    """The same unit; a unit that is a counted thing ("home"), by its last word."""
    named = {one.unit, *(one.counted if one.unit == COUNT else ())}
    if asked.unit in named:
        return True
    return asked.unit not in units() and asked.unit.split()[-1].casefold() in {
        name.split()[-1] for name in named
    }


def _close(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and math.isclose(a, b, rel_tol=_ROUNDING)


def _known(unit: str) -> tuple[str, float]:
    """The one name of a unit, and how many of it the unit is."""
    plain = " ".join(unit.replace("\u2212", "-").replace("- 1", "-1").split())
    if plain.casefold() in _NO_UNIT:
        return COUNT, 1.0
    whole = units().get(plain if len(plain) <= _SYMBOL else plain.casefold())
    if whole:
        return whole
    parts = _parts(plain)
    if len(parts) == 1:
        return plain.casefold(), 1.0
    named = [_known(part) for part in parts]
    return " per ".join(name for name, _ in named), named[0][1]


def _parts(unit: str) -> list[str]:
    """What is counted and what it is counted by: "m s-1", "m/s" and "metre per second" alike."""
    inverse = _INVERSE.search(unit)
    if inverse and inverse.start():
        return [*_parts(unit[: inverse.start()]), inverse[1]]
    return [part for part in _PER.split(unit) if part] or [unit]


@cache
def units() -> dict[str, tuple[str, float]]:
    """The one name of each form, and how many of it the form is."""
    table = tomllib.loads(_UNITS.read_text(encoding="utf-8"))
    return {
        form if len(form) <= _SYMBOL else form.casefold(): (
            each.get("of", each["name"]),
            each.get("times", 1.0),
        )
        for each in table["units"]
        for form in (each["name"], *each["forms"])
    }
