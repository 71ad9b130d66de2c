"""Quantities: how many of a whole a text speaks of: all, most, some, none, six of nine."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.tell.checking.amounts import Amount
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.passage import Passage
from rashomon.tell.checking.reading import Reading
from rashomon.tell.checking.rules import listed, rules

#: "Six of its nine beaches", "two of the boat's crew".
_OF = re.compile(
    r"\s(?:out )?of (?:all )?(?:(?:the|its|their|his|her|these|those|our)\s(?:[\w’']+['’]s?\s)?"
    r"|[\w’']+['’]s?\s)",
    re.I,
)
#: So many words may stand between a word of quantity and what it measures.
_REACH = 6
#: Shares that are numbers.
_PARTS = frozenset(("part", "few"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A share of the `head` (a concept): all, most, some, none, or a part or few of it.

    A part has its `value` and may name its `whole`. `first` and `last` are its words.
    """

    first: int
    last: int
    share: str
    head: str
    value: float | None = None
    whole: float | None = None


def quantities(passage: Passage) -> tuple[Quantity, ...]:
    """The quantities of a text, from left to right."""
    found = [*_by_words(passage.reading), *_parts(passage)]
    return tuple(sorted(found, key=lambda each: each.first))


@cache
def _shares() -> dict[str, str]:
    return {word: share for share, words in rules().shares.items() for word in words}


def _by_words(reading: Reading) -> Iterator[Quantity]:
    for i, low in enumerate(reading.lows):
        share = _shares().get(low)
        following = reading.lows[i + 1 : i + 2]
        before = reading.lows[i - 1] if i else ""
        ended = not following or reading.gap(i).strip() != ""
        if share is None or before in ("the", "not") or (before in ("at", "in") and ended):
            continue  # "not at all", "in all"
        excepted = following[:1] in (("but",), ("except",))
        head = _head(reading, i + 1 + excepted)
        share = "some" if excepted else share
        if head is not None:
            yield Quantity(i, i, share, head)


def _parts(passage: Passage) -> Iterator[Quantity]:
    """Numbers that are a part of a whole: "six of its nine beaches"."""
    reading, text = passage.reading, passage.reading.text
    for n, one in enumerate(passage.amounts):
        match = _OF.match(text, one.end)
        if match is None or one.value is None or one.unit != "count":
            continue
        other = next((e for e in passage.amounts[n + 1 :] if e.start == match.end()), None)
        head = _head(reading, (other or one).last + 1)
        if head is not None:
            whole = other.value if other else None
            few = reading.lows[one.first - 1 : one.first] in (("only",), ("just",))
            share = "few" if few else "part"
            yield Quantity(one.first, one.last, share, head, one.value, whole)


def _head(reading: Reading, first: int) -> str | None:
    """What a quantity measures: the first word of weight that owns nothing and is no number."""
    own = reading.words[first].sentence if first < len(reading.words) else -1
    for word in reading.words[first : first + _REACH]:
        if word.sentence != own or word.low in listed("grammar", "clauses"):
            return None
        if word.weight and not reading.is_owner(word) and not word.low[0].isdigit():
            return word.weight
    return None


def quantity_faults(said: Passage, cited: Sequence[Passage]) -> Iterator[Fault]:
    """Quantities of which the citations have another: all for some, six of nine for nine."""
    theirs = [(passage, each) for passage in cited for each in quantities(passage)]
    for mine in quantities(said):
        same = [(passage, each) for passage, each in theirs if each.head == mine.head]
        counted = [
            e for passage in cited for e in passage.amounts if _counts(passage, e, mine.head)
        ]
        if not same and not (mine.share == "all" and counted):
            continue
        if any(_carries(mine, each) for _, each in same):
            continue
        wrong = next(((p, each) for p, each in same if _differs(mine, each)), None)
        if wrong is None and not (said.reading.lows[mine.first] == "both" and _is_one(counted)):
            continue
        words = said.reading.words
        shown = "one of them" if wrong is None else _shown(*wrong)
        yield Fault(
            start=words[mine.first].start,
            end=words[mine.last].end,
            kind="number",
            words=said.reading.text[words[mine.first].start : words[mine.last].end],
            reason=f"the cited passage says {shown}",
        )


def _counts(passage: Passage, amount: Amount, head: str) -> bool:
    behind = passage.reading.words[amount.last + 1 : amount.last + 3]
    return any(word.weight == head for word in behind)


def _is_one(counted: Sequence[Amount]) -> bool:
    return bool(counted) and all(each.value == 1 for each in counted)


def _carries(mine: Quantity, theirs: Quantity) -> bool:
    """Whether a cited quantity makes this one certain."""
    if mine.share == "most":
        large = theirs.whole and theirs.value and theirs.value > theirs.whole / 2
        return theirs.share in ("most", "all") or bool(large)
    if mine.share in _PARTS:
        return theirs.share in _PARTS and mine.value in (
            theirs.value,
            (theirs.whole or 0) - (theirs.value or 0),
        )
    return mine.share == theirs.share or theirs.value == theirs.whole is not None


def _differs(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two quantities of one thing cannot both be told of it."""
    if mine.share in _PARTS:
        whole = theirs.share in _PARTS and mine.value == theirs.whole
        return whole or (theirs.share == "all" and mine.value != theirs.whole)
    if mine.share == "most":
        return theirs.share in ("none", "few") or bool(theirs.share == "part" and theirs.whole)
    return mine.share in ("all", "none") and theirs.share != mine.share


def _shown(passage: Passage, quantity: Quantity) -> str:
    words = passage.reading.words[quantity.first : quantity.last + 2]
    return passage.reading.text[words[0].start : words[-1].end]
