"""Quantities against the test sets and unit sentences of CQE (Almasian and others 2023)."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.case import Case, Miss, around
from bench.counts import Share, Tally
from bench.matching import paired
from bench.quantity import COUNT, Quantity, answered, figures, quantity, same_unit, same_value
from bench.ruler import Item, Json, there

_RANGE = re.compile(r"(-?[\d.]+)-([\d.]+)")
_SENTENCES = "units/sentences_train.json"


class Quantities:
    """Values with units, and the unit of sentences in which it is ambiguous."""

    name = "quantities"
    data = (
        *(f"quantities/{kind}-model.json" for kind in ("age", "currency", "dimension")),
        "quantities/temperature-model.json",
        f"quantities/{_SENTENCES}",
    )
    headline = "value and unit"
    one_in = 6
    counting = (
        "Micro F1 over all sentences of the four sets, one to one, whatever kind the product "
        "gives a figure; the sets do not say where a quantity stands. value: the same number, "
        "of a range the same ends. value and unit: the same number in the same unit by the names "
        "in bench/units.toml; cents are hundredths of a dollar, an age is in years; a unit that "
        "is a counted thing is compared by its last word, and one that the set leaves out must "
        "be none. unit of sentence: the share of the unit sentences in which any quantity has "
        "the unit that the set names; they have no values."
    )

    def load(self, data: Path) -> list[Item]:
        """The sentences of all sets; the gold of a unit sentence is the unit's name alone."""
        items: list[Item] = []
        for part in self.data:
            path = there(data, part)
            for number, each in enumerate(json.loads(path.read_text(encoding="utf-8"))):
                gold = quantity(None, None, None, each["unit"]) if "unit" in each else _gold(each)
                name = f"{path.stem}:{number}"
                request = {"id": f"r{len(items):04d}", "text": each["text"], "language": "en"}
                items.append(Item(id=name, unit=name, request=request, gold=gold))
        return items

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """Each figure with its numbers and unit."""
        return figures(requests)

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """The counts of each sentence."""
        for item, answer in zip(items, answers, strict=True):
            given = [answered(each) for each in answer]
            made = _unit_case if isinstance(item.gold, Quantity) else _case
            yield made(item, item.request["text"], given)


def _gold(sentence: Json) -> list[Quantity]:
    return [_asked(each["value"], each["normalized_unit"]) for each in sentence["quantities"]]


def _asked(value: str, unit: str) -> Quantity:
    ends = _RANGE.fullmatch(value)
    if ends:
        return quantity(None, float(ends[1]), float(ends[2]), unit)
    return quantity(float(value), None, None, unit)


def _case(item: Item, text: str, given: list[Quantity]) -> Case:
    gold: list[Quantity] = item.gold
    alike = [
        (1.0 + same_unit(asked, one), at, by)
        for at, asked in enumerate(gold)
        for by, one in enumerate(given)
        if same_value(asked, one)
    ]
    value = paired(alike)
    both = paired(each for each in alike if each[0] > 1)
    counts = {
        "value and unit": Tally(len(both), len(given), len(gold)),
        "value": Tally(len(value), len(given), len(gold)),
    }
    misses = tuple(_misses(text, gold, given, value))
    return Case(id=item.id, unit=item.unit, counts=counts, misses=misses)


def _unit_case(item: Item, text: str, given: list[Quantity]) -> Case:
    asked: Quantity = item.gold
    right = any(same_unit(asked, one) for one in given)
    miss = Miss(
        cause="unit of sentence: " + ("other" if given else "no figure"),
        start=0,
        end=len(text),
        wanted=asked.unit,
        given=", ".join(map(shown, given)) or "nothing",
        context=" ".join(text.split()),
    )
    counts = {"unit of sentence": Share(right)}
    return Case(id=item.id, unit=item.unit, counts=counts, misses=() if right else (miss,))


def _misses(
    text: str, gold: list[Quantity], given: list[Quantity], value: dict[int, int]
) -> Iterator[Miss]:
    spare = [one for by, one in enumerate(given) if by not in value.values()]
    for at, asked in enumerate(gold):
        if at in value:
            if not same_unit(asked, given[value[at]]):
                yield _miss(text, _wrong_unit(asked, given[value[at]]), asked, given[value[at]])
            continue
        other = next((one for one in spare if same_unit(asked, one)), None)
        if other:
            spare.remove(other)
        yield _miss(text, "other value" if other else "not found", asked, other)
    for one in spare:
        yield _miss(text, "no such quantity", None, one)


def _wrong_unit(asked: Quantity, one: Quantity) -> str:
    if one.unit == COUNT and not one.counted:
        return "unit missing"
    if asked.unit == COUNT:
        return "unit where there is none"
    return "other thing counted" if one.unit == COUNT else "other unit"


def _miss(text: str, cause: str, asked: Quantity | None, one: Quantity | None) -> Miss:
    """The gold has no place: a quantity that is not found may stand anywhere in the sentence."""
    start, end = (one.start, one.end) if one else (0, len(text))
    start, end = start or 0, end or len(text)
    return Miss(
        cause=cause,
        start=start,
        end=end,
        wanted=shown(asked),
        given=shown(one),
        context=around(text, start, end, 200),
    )


def shown(one: Quantity | None) -> str:
    """A quantity as misses show it."""
    if one is None:
        return "nothing"
    ends = "-".join("" if each is None else f"{each:g}" for each in (one.low, one.high))
    return " ".join([ends if one.value is None else f"{one.value:g}", one.unit, *one.counted[:1]])
