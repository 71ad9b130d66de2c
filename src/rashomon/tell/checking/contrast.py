"""Contrast: whether what a sentence puts somewhere has a rival there in its citations.

Two surroundings are compared by the words of weight near them and by who is said to say them. A
number, name or date that the citations hold is still wrong where they have another in its place.
"""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from rashomon.tell.checking.reading import Reading, likeness
from rashomon.tell.checking.sayings import surroundings

#: A rival fits better where its surroundings are more alike by so much, and by this factor.
_BETTER, _FACTOR = 0.3, 1.5
#: So much of a rival's likeness shows that the sentence tells the rival in its own place.
_AT_HOME = 0.5


#: Two items are exchanged where the exchange fits better by so much, and by this factor.
_EXCHANGED, _TWICE = 0.3, 1.3
#: Items are exchanged with such as stand so near in the row.
_NEAR = 4
#: What holds more items than this is a table and no sentence: its places are not compared.
MOST = 60


class Item(Protocol):
    """Words of a reading, by their places."""

    @property
    def first(self) -> int:
        """The place of the first word."""

    @property
    def last(self) -> int:
        """The place of the last."""


T = TypeVar("T", bound=Item)


def rival(
    said: Reading,
    item: T,
    mine: Sequence[T],
    theirs: Sequence[tuple[Reading, T]],
    same: Callable[[T, T], bool],
    competes: Callable[[T, T], bool],
    *,
    beside: bool = True,
) -> tuple[Reading, T] | None:
    """What the citations have in the place that the sentence gives to `item`, if not that.

    A passage that is the item alone says nothing about its place. `beside` asks for a rival in a
    passage that holds the item, too: a sentence may rest on several passages.
    """
    own = [(reading, other) for reading, other in theirs if same(item, other)]
    if not own or len(mine) > MOST or any(reading.is_fragment for reading, _ in own):
        return None
    around = surroundings(said, item.first, item.last)
    best = max(likeness(around, surroundings(r, e.first, e.last)) for r, e in own)
    for reading, other in theirs:
        if same(item, other) or not competes(item, other):
            continue
        if beside and not any(reading is each for each, _ in own):
            continue
        there = surroundings(reading, other.first, other.last)
        score = likeness(around, there)
        if score <= max(best + _BETTER, best * _FACTOR):
            continue
        homes = (surroundings(said, each.first, each.last) for each in mine if same(each, other))
        if not any(likeness(home, there) >= _AT_HOME * score for home in homes):
            return reading, other
    return None


def exchanged(
    said: Reading,
    mine: Sequence[T],
    theirs: Sequence[tuple[Reading, T]],
    same: Callable[[T, T], bool],
    competes: Callable[[T, T], bool],
) -> tuple[T, T] | None:
    """Two neighbours in the sentence that the citations have in each other's place."""
    if len(mine) > MOST:
        return None
    neighbours = (
        (one, other) for i, one in enumerate(mine) for other in mine[i + 1 : i + 1 + _NEAR]
    )
    for one, other in neighbours:
        if same(one, other) or not competes(one, other):
            continue
        kept = _likeness(said, one, one, theirs, same) + _likeness(said, other, other, theirs, same)
        turned = _likeness(said, one, other, theirs, same)
        turned += _likeness(said, other, one, theirs, same)
        if turned > kept + _EXCHANGED and turned > kept * _TWICE:
            return one, other
    return None


def _likeness(
    said: Reading,
    place: T,
    item: T,
    theirs: Sequence[tuple[Reading, T]],
    same: Callable[[T, T], bool],
) -> float:
    """How much the place of an item in the sentence is like that of another in the citations."""
    around = surroundings(said, place.first, place.last)
    return max(
        (
            likeness(around, surroundings(reading, each.first, each.last))
            for reading, each in theirs
            if same(item, each) and not reading.is_fragment
        ),
        default=0.0,
    )
