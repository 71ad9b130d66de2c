"""Time expressions against TimeBank and AQUAINT (Pustejovsky and others 2003), in TimeML."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.case import Case, Miss, around
from bench.counts import Tally
from bench.matching import overlap, paired
from bench.product import find, stretch
from bench.ruler import Absent, Item, Json, there

#: The creation time of a document, with or without hyphens: "19980108", "1998-01-08T18:30:00".
_CREATED = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(T\d\d:\d\d(?::\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Expression:
    """A TIMEX3: where it stands, its type and its value."""

    start: int
    end: int
    type: str
    value: str


class Times:
    """Dates, times, durations and sets with their values."""

    name = "times"
    data = ("timex/TimeBank", "timex/AQUAINT")
    headline = "value"
    one_in = 4
    counting = (
        "Micro F1 over all texts, as the scorer of TempEval-3 counts; the creation time is given "
        "and not asked for. relaxed: spans overlap, one to one, the likest first. strict: the "
        "same, and the same words. type, value: relaxed, and the identical type or value string."
    )

    def load(self, data: Path) -> list[Item]:
        """The documents in both folders with the expressions inside their text."""
        paths = [path for part in self.data for path in sorted(there(data, part).rglob("*.tml"))]
        if not paths:
            raise Absent(f"no .tml files in {' and '.join(self.data)}")
        return [_item(number, path) for number, path in enumerate(paths)]

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """Each period as its span, type and value."""
        for times in find("times", requests):
            yield [
                {"span": stretch(each["span"]), "type": each["type"], "value": each["value"]}
                for each in times
            ]

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """The counts of each document."""
        for item, answer in zip(items, answers, strict=True):
            yield _case(item, item.request["text"], item.gold, [_given(each) for each in answer])


def _case(item: Item, text: str, gold: list[Expression], given: list[Expression]) -> Case:
    alike = [
        (overlap((asked.start, asked.end), (one.start, one.end)), at, by)
        for at, asked in enumerate(gold)
        for by, one in enumerate(given)
    ]
    pairs = paired(each for each in alike if each[0] > 0)
    both = [(gold[at], given[by]) for at, by in pairs.items()]
    right = {
        "value": sum(asked.value == one.value for asked, one in both),
        "relaxed": len(both),
        "strict": sum(_words(text, asked) == _words(text, one) for asked, one in both),
        "type": sum(asked.type == one.type for asked, one in both),
    }
    counts = {name: Tally(number, len(given), len(gold)) for name, number in right.items()}
    misses = tuple(_misses(text, gold, given, pairs))
    return Case(id=item.id, unit=item.unit, counts=counts, misses=misses)


def _misses(
    text: str, gold: list[Expression], given: list[Expression], pairs: dict[int, int]
) -> Iterator[Miss]:
    for at, asked in enumerate(gold):
        one = given[pairs[at]] if at in pairs else None
        cause = _cause(text, asked, one)
        if cause:
            yield _miss(text, cause, asked, one)
    for by, one in enumerate(given):
        if by not in pairs.values():
            yield _miss(text, f"no such expression ({one.type})", None, one)


def _cause(text: str, asked: Expression, one: Expression | None) -> str | None:
    """The gravest that is wrong with an answer; None where all is right."""
    if one is None:
        return f"not found ({asked.type})"
    if asked.type != one.type:
        return f"wrong type ({asked.type} as {one.type})"
    if asked.value != one.value:
        return f"other value of the same type ({asked.type})"
    return None if _words(text, asked) == _words(text, one) else "cut otherwise"


def _miss(text: str, cause: str, asked: Expression | None, one: Expression | None) -> Miss:
    anchor = asked or one
    assert anchor is not None
    return Miss(
        cause=cause,
        start=anchor.start,
        end=anchor.end,
        wanted=_shown(text, asked),
        given=_shown(text, one),
        context=around(text, anchor.start, anchor.end),
    )


def _shown(text: str, one: Expression | None) -> str:
    if one is None:
        return "nothing"
    return f"{' '.join(_words(text, one).split())} = {one.type} {one.value}"


def _words(text: str, one: Expression) -> str:
    return text[one.start : one.end].strip()


def _given(answer: Json) -> Expression:
    start, end = answer["span"]
    return Expression(start, end, answer["type"] or "", answer["value"] or "")


def _item(number: int, path: Path) -> Item:
    root = ET.parse(path).getroot()
    body, title = root.find(".//TEXT"), root.find(".//TITLE")
    if body is None:
        raise Absent(f"{path} holds no text")
    pieces: list[str] = []
    found: list[Expression] = []
    _read(body, pieces, found)
    request = {
        "id": f"r{number:04d}",
        "text": "".join(pieces),
        "title": " ".join("".join(title.itertext()).split()) if title is not None else None,
        "published": _created(root),
        "language": "en",
    }
    gold = sorted(found, key=lambda each: (each.start, each.end))
    return Item(id=path.stem, unit=path.stem, request=request, gold=gold)


def _read(node: ET.Element, pieces: list[str], found: list[Expression]) -> int:
    """The text of an element to `pieces`, its expressions to `found`; the letters it has."""
    begin = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        start = sum(map(len, pieces))
        end = start + _read(child, pieces, found)
        if child.tag == "TIMEX3" and child.get("tid") != "t0":
            found.append(Expression(start, end, child.get("type", ""), child.get("value", "")))
        pieces.append(child.tail or "")
    return sum(map(len, pieces)) - begin


def _created(root: ET.Element) -> str | None:
    """The creation time as an ISO date or date-time."""
    for each in root.iter("TIMEX3"):
        if each.get("functionInDocument") == "CREATION_TIME" or each.get("tid") == "t0":
            known = _CREATED.match(each.get("value") or "")
            return f"{known[1]}-{known[2]}-{known[3]}{known[4] or ''}" if known else None
    return None
