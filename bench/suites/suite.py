"""Suite: passages with what is expected of them, each expectation a mark that is right or wrong."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.case import Case, Miss, around
from bench.counts import Share
from bench.product import ask
from bench.ruler import Item, Json

HOME = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing asked of a passage: what it is, whether it is right, and where it stands."""

    asked: str
    right: bool
    wanted: object
    given: object
    start: int
    end: int


#: The marks of a case, by what the product found in its text.
Marking = Callable[[Json, Json], Iterable[Mark]]


class Suite:
    """Passages of one table, each a report of its own."""

    one_in = 1
    headline = "cases"

    def __init__(self, name: str, table: str, counting: str, marking: Marking) -> None:
        """A suite of the `table` beside this module, marked by `marking`."""
        self.name, self.data, self.counting = name, (f"bench/suites/{table}.toml",), counting
        self._table, self._marking = HOME / f"{table}.toml", marking

    def load(self, data: Path) -> list[Item]:
        """The cases; cases of one family stay in one half. The data folder is not needed."""
        return [
            Item(
                id=case["id"],
                unit=case.get("family", case["id"]),
                request=self._request(case),
                gold=case,
            )
            for case in cases_of(self._table.stem)
            if "text" in case
        ]

    @staticmethod
    def _request(case: Json) -> Json:
        given = {
            key: case[key] for key in ("id", "text", "title", "outlet", "published") if key in case
        }
        return {"outlet": "", "language": "en"} | given

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """All that `rashomon find` finds in each passage."""
        yield from ask("find", requests)

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """A share for whole cases, one for each thing asked, and one for each group's cases."""
        for item, answer in zip(items, answers, strict=True):
            marks = list(self._marking(item.gold, answer))
            yield _case(item, marks)


def _case(item: Item, marks: Sequence[Mark]) -> Case:
    whole = Share(float(all(mark.right for mark in marks)))
    counts = {"cases": whole}
    for mark in marks:
        counts[mark.asked] = counts.get(mark.asked, Share(0, 0)) + Share(float(mark.right))
    text = item.request["text"]
    misses = tuple(
        Miss(
            cause=f"{mark.asked} ({item.gold['group']})",
            start=mark.start,
            end=mark.end,
            wanted=str(mark.wanted),
            given=str(mark.given),
            context=around(text, mark.start, mark.end, 150),
        )
        for mark in marks
        if not mark.right
    )
    return Case(id=item.id, unit=item.unit, counts=counts, misses=misses)


def cases_of(table: str) -> list[Json]:
    """The cases of a table beside this module."""
    kept: list[Json] = tomllib.loads((HOME / f"{table}.toml").read_text(encoding="utf-8"))["case"]
    return kept


def touches(span: Json, where: tuple[int, int]) -> bool:
    """Whether a span shares a character with a stretch."""
    return bool(span["start"] < where[1] and where[0] < span["end"])


def place(text: str, words: str, nth: int = 1) -> tuple[int, int]:
    """Start and end of the `nth` occurrence of words in a text. Raises ValueError of none."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at, at + len(words)


def anyone(wanted: Json) -> list[Json]:
    """A field of a case as the list of what is allowed."""
    return wanted if isinstance(wanted, list) else [wanted]
