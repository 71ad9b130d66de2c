"""Quantities in scientific text against MeasEval (SemEval-2021 task 8, Harper and others 2021)."""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.case import Case, Miss, around
from bench.counts import Count, Tally
from bench.matching import overlap, paired
from bench.quantity import COUNT, Quantity, answered, figures, quantity, same_unit, same_value
from bench.ruler import Absent, Item, Json, there
from bench.sets.quantities import shown

#: A number in digits; one that goes on ("10^5", "1.2.3", "x10-3") is not read as one.
_NUMBER = re.compile(r"(?<![\d.,^])\d+(?:,\d{3})*(?:\.\d+)?(?![\d.,^]*\d)")
_CHANGED = re.compile(r"[\u00d7x·]\s*10|10\s*[-−^]\s*\d|±|/\s*\d")
_NEGATIVE = re.compile(r"[-−]\s*\d")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
#: Modifiers that say no more than a qualifier does; lists and tolerances have none like them.
_COMPARABLE = {"IsRange", "IsApproximate", "IsCount", "IsMean", "IsMedian"}
_ABOUT, _BOUNDED, _EXACT = "about", "bounded", "exact"
_MARKS = {"about": _ABOUT, "vague": _ABOUT, "exact": _EXACT, None: _EXACT}


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity of the gold: `numbers` are those printed where they can be read off its digits.

    `mark` is what its modifiers come to: about, bounded (a range or an end), exact, or None where
    they are of another sort.
    """

    start: int
    end: int
    unit: Quantity
    numbers: tuple[float, ...]
    mark: str | None


class MeasEval:
    """Spans, values, units and modifiers of quantities."""

    name = "measeval"
    data = ("measeval/train",)
    headline = "overlap"
    one_in = 4
    counting = (
        "Micro F1 over all paragraphs. overlap: spans share a character, one to one, the likest "
        "first; exact: the same span. unit: overlap and the same unit by bench/units.toml, a "
        "counted thing by its last word, none where the gold has none. value: overlap and the "
        "same number, or the same two ends, over those of the gold that print one or two plain "
        "numbers in digits. modifier: of the quantities found, those with IsApproximate should be "
        "about or vague, those with IsRange a range or an end, and no others either; lists and "
        "tolerances are not counted."
    )

    def load(self, data: Path) -> list[Item]:
        """The paragraphs that are annotated."""
        folder = there(data, *self.data)
        paths = sorted((folder / "tsv").glob("*.tsv"))
        if not paths:
            raise Absent(f"no annotations in {folder}")
        return [_item(number, folder, path) for number, path in enumerate(paths)]

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """Each figure with its numbers, unit and qualifier."""
        return figures(requests)

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """The counts of each paragraph."""
        for item, answer in zip(items, answers, strict=True):
            given = [answered(each) for each in answer]
            yield _case(item, item.request["text"], item.gold, given)


def _case(item: Item, text: str, gold: list[Measured], given: list[Quantity]) -> Case:
    pairs = paired(
        (overlap((asked.start, asked.end), _span(one)), at, by)
        for at, asked in enumerate(gold)
        for by, one in enumerate(given)
        if overlap((asked.start, asked.end), _span(one)) > 0
    )
    both = [(gold[at], given[by]) for at, by in pairs.items()]
    legible = sum(bool(asked.numbers) for asked in gold)
    neutral = sum(not asked.numbers for asked, _ in both)
    counts: dict[str, Count] = {
        "overlap": Tally(len(both), len(given), len(gold)),
        "exact": Tally(
            sum((asked.start, asked.end) == _span(one) for asked, one in both),
            len(given),
            len(gold),
        ),
        "value": Tally(
            sum(bool(asked.numbers) and _value(asked, one) for asked, one in both),
            len(given) - neutral,
            legible,
        ),
        "unit": Tally(
            sum(same_unit(asked.unit, one) for asked, one in both), len(given), len(gold)
        ),
        "modifier": _modifiers(both),
    }
    misses = tuple(_misses(text, gold, given, pairs))
    return Case(id=item.id, unit=item.unit, counts=counts, misses=misses)


def _modifiers(both: list[tuple[Measured, Quantity]]) -> Tally:
    marks = [(asked.mark, _mark(one)) for asked, one in both if asked.mark]
    return Tally(
        sum(asked == one != _EXACT for asked, one in marks),
        sum(one != _EXACT for _, one in marks),
        sum(asked != _EXACT for asked, _ in marks),
    )


def _mark(one: Quantity) -> str:
    return _MARKS.get(one.qualifier, _BOUNDED)


def _value(asked: Measured, one: Quantity) -> bool:
    """Whether the numbers are those that the gold prints; one end is as good as a value."""
    if len(asked.numbers) == 2:
        low, high = asked.numbers
        return same_value(one, Quantity(value=None, low=low, high=high, unit=COUNT))
    value = one.value if one.value is not None else (one.low if one.high is None else one.high)
    here = Quantity(value=value, low=None, high=None, unit=COUNT)
    return same_value(here, Quantity(value=asked.numbers[0], low=None, high=None, unit=COUNT))


def _misses(
    text: str, gold: list[Measured], given: list[Quantity], pairs: dict[int, int]
) -> Iterator[Miss]:
    for at, asked in enumerate(gold):
        one = given[pairs[at]] if at in pairs else None
        cause = _cause(asked, one) if one else _unfound(text, asked)
        if cause:
            yield _miss(text, cause, asked, one)
    for by, one in enumerate(given):
        if by not in pairs.values():
            yield _miss(text, "no such quantity", None, one)


def _unfound(text: str, asked: Measured) -> str:
    words = text[asked.start : asked.end]
    if _YEAR.fullmatch(words):
        return "not found, a year"
    return "not found" if any(map(str.isdigit, words)) else "not found, no digits"


def _cause(asked: Measured, one: Quantity) -> str | None:
    """The gravest that is wrong with an answer; None where all is right."""
    if asked.numbers and not _value(asked, one):
        return "other value"
    if not same_unit(asked.unit, one):
        missing = one.unit == COUNT and not one.counted
        return "unit missing" if missing else "other unit"
    if asked.mark and asked.mark != _mark(one):
        return f"modifier ({asked.mark} as {_mark(one)})"
    return None if (asked.start, asked.end) == _span(one) else "cut otherwise"


def _miss(text: str, cause: str, asked: Measured | None, one: Quantity | None) -> Miss:
    start, end = (asked.start, asked.end) if asked else _span(one) if one else (0, 0)
    wanted = "nothing"
    if asked:
        words = " ".join(text[asked.start : asked.end].split())
        wanted = f"{words} = {asked.unit.unit}, {asked.mark}"
    given = f"{text[slice(*_span(one))]} = {shown(one)}, {one.qualifier}" if one else "nothing"
    return Miss(
        cause=cause,
        start=start,
        end=end,
        wanted=wanted,
        given=" ".join(given.split()),
        context=around(text, start, end),
    )


def _span(one: Quantity) -> tuple[int, int]:
    return one.start or 0, one.end or 0


def _item(number: int, folder: Path, path: Path) -> Item:
    text = (folder / "text" / f"{path.stem}.txt").read_bytes().decode()
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    gold = sorted(
        (_measured(text, row) for row in rows if row["annotType"] == "Quantity"),
        key=lambda each: (each.start, each.end),
    )
    request = {"id": f"r{number:04d}", "text": text, "language": "en"}
    # A paragraph goes with the others of its paper: "S0006322312001096-1136".
    paper = path.stem.rsplit("-", 1)[0]
    return Item(id=path.stem, unit=paper, request=request, gold=gold)


def _measured(text: str, row: Json) -> Measured:
    start, end = int(row["startOffset"]), int(row["endOffset"])
    told = json.loads(row["other"]) if row["other"] else {}
    unit, marks = told.get("unit") or "", set(told.get("mods", ()))
    return Measured(
        start=start,
        end=end,
        unit=quantity(None, None, None, unit),
        numbers=printed(text[start:end], unit, "IsRange" in marks),
        mark=_marked(marks),
    )


def _marked(marks: set[str]) -> str | None:
    if marks - _COMPARABLE:
        return None
    if "IsRange" in marks:
        return _BOUNDED
    return _ABOUT if "IsApproximate" in marks else _EXACT


def printed(words: str, unit: str, ranged: bool) -> tuple[float, ...]:
    """The plain number, or the two of a range, that the words of a quantity print in digits.

    Empty where there are others, or any that a sign, a power, a fraction or a tolerance changes.
    """
    bare = words.replace(unit, " ") if unit else words
    numbers = [float(each.replace(",", "")) for each in _NUMBER.findall(bare)]
    if _CHANGED.search(bare) or (len(numbers) == 1 and _NEGATIVE.search(bare)):
        return ()
    return tuple(numbers) if len(numbers) == 1 or (ranged and len(numbers) == 2) else ()
