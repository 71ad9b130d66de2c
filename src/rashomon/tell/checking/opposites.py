"""Opposites: words of a sentence in whose place its citations have an opposite.

One side of a group of opposites is never told for another: rose for fell, soldiers for civilians,
before for after.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.tell.checking.contrast import rival
from rashomon.tell.checking.deeds import deeds, is_verb, turning
from rashomon.tell.checking.denials import denied
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.reading import Reading, likeness, read
from rashomon.tell.checking.rules import Opposites, listed, opposites, rules


@dataclass(frozen=True, slots=True)
class Sided:
    """A word at a place that is on one `side` of a group; denied, it is on no side of it."""

    first: int
    last: int
    group: int
    side: int
    denied: bool


@lru_cache(maxsize=4096)
def sided(text: str) -> tuple[Sided, ...]:
    """The words of a text that have opposites."""
    reading = read(text)
    turned = {i for denial in denied(text).denials for i in denial.words}
    return tuple(
        Sided(i, i, group, side, i in turned)
        for i, low in enumerate(reading.lows)
        for group, side in opposites().get(low, ())
    )


def opposite_faults(said: Reading, cited: Sequence[Reading]) -> Iterator[Fault]:
    """Words that stand where the citations have an opposite."""
    mine = sided(said.text)
    theirs: dict[int, list[tuple[Reading, Sided]]] = {}
    for reading in cited:
        for each in sided(reading.text):
            theirs.setdefault(each.group, []).append((reading, each))
    deeper = {part for r in cited for low in r.lows if "-" in low for part in low.split("-")}
    done = {each.said for reading in cited for each in deeds(reading.text)} & turning()
    agreed = {each.at for each in deeds(said.text) if each.said in done}
    for item in mine:
        group = rules().opposites[item.group]
        if item.group not in theirs or said.lows[item.first] in deeper or item.first in agreed:
            continue
        other = _instead(said, item, mine, theirs.get(item.group, []), group)
        if other is not None:
            word, shown = said.words[item.first], other[0].words[other[1].first].text
            yield Fault(
                start=word.start,
                end=word.end,
                kind=group.kind,
                words=word.text,
                reason=f"the cited passage says {shown}",
            )


def _instead(
    said: Reading,
    item: Sided,
    mine: Sequence[Sided],
    theirs: Sequence[tuple[Reading, Sided]],
    group: Opposites,
) -> tuple[Reading, Sided] | None:
    """The opposite that the citations have in the place of a word."""
    own = [each for each in theirs if _same(item, each[1])]
    against = [each for each in theirs if _competes(item, each[1])]
    if own and group.anywhere:
        return None
    if group.heads:
        head = _heads(said, item)
        if not head or any(_meet(head, _heads(r, each)) for r, each in own):
            return None
        return next((each for each in against if _meet(head, _heads(*each))), None)
    if group.placed:
        before = _preposition(said, item)
        against = [each for each in against if before and _preposition(*each) == before]
    if own:
        return rival(said, item, mine, own + against, _same, _competes)
    around = said.around(item.first, item.first)
    told = {said.lows[each.first] for each in mine}
    return next(
        (
            (reading, each)
            for reading, each in against
            if reading.lows[each.first] not in told and likeness(around, _around(reading, each)) > 0
        ),
        None,
    )


def _around(reading: Reading, item: Sided) -> dict[str, float]:
    return reading.around(item.first, item.last)


def _same(one: Sided, other: Sided) -> bool:
    return one.group == other.group and one.side == other.side


def _competes(one: Sided, other: Sided) -> bool:
    """Whether two words are opposites; of these one that is denied says what the other does."""
    opposed = one.group == other.group and one.side != other.side
    return opposed and one.denied == other.denied


def _heads(reading: Reading, item: Sided) -> list[str]:
    """The two words of weight that follow in the same sentence: "before *takeoff*"."""
    behind = reading.words[item.last + 1 : item.last + 6]
    before = reading.lows[max(0, item.first - 1) : item.first]
    if {*before, *(word.low for word in behind[:1])} & listed("denial", "words"):
        return []  # "with no", "no fewer"
    own = reading.words[item.last].sentence
    return [w.weight for w in behind if w.weight and w.sentence == own][:2]


def _meet(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the first of one side's words is among those of the other."""
    return bool(one and other) and (one[0] in other or other[0] in one)


def _preposition(reading: Reading, item: Sided) -> str | None:
    """What governs a word: the preposition or the verb close before it."""
    for i in range(item.first - 1, max(-1, item.first - 4), -1):
        if reading.lows[i] in listed("grammar", "placing"):
            return "in" if reading.lows[i] == "at" else reading.lows[i]
        if is_verb(reading, i):
            return reading.words[i].weight
    return None
