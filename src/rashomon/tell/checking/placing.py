"""Placing: the places of a sentence, held to those that the citations have in the same place."""

from collections.abc import Iterator, Sequence

from rashomon.tell.checking.contrast import MOST, rival
from rashomon.tell.checking.deeds import is_verb
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.names import Name, names
from rashomon.tell.checking.naming import name_fault
from rashomon.tell.checking.reading import Reading

#: Where something goes to is not where it comes from.
_LEADING = frozenset(("from", "to"))
#: Names so near to each other, without a verb between, tell of one place.
_BESIDE = 6


def place_faults(said: Reading, cited: Sequence[Reading]) -> Iterator[Fault]:
    """Places of which the cited passages have another, and ways that lead to instead of from."""
    mine = names(said.text)
    if len(mine) > MOST:
        return
    theirs = [(reading, name) for reading in cited for name in names(reading.text)]
    for name in mine:
        if not name.placed or said.is_owner(said.words[name.last]):
            continue
        own = [(reading, each) for reading, each in theirs if name.shares(each)]
        ways = {each.way for _, each in own} & _LEADING
        if name.way in _LEADING and ways and name.way not in ways:
            reason = f"the cited passage says {min(ways)}"
            yield name_fault(said, name, name.first, name.last, reason)
            continue
        free = [each for each in theirs if _competes(name, each[1]) and _is_free(*each, own)]
        found = rival(said, name, mine, free + own, Name.shares, _competes)
        if found is not None:
            reading, other = found
            shown = reading.text[reading.words[other.first].start : reading.words[other.last].end]
            reason = f"the cited passage says {shown} of this"
            yield name_fault(said, name, name.first, name.last, reason)


def _competes(one: Name, other: Name) -> bool:
    return one.placed == other.placed and one.way == other.way


def _is_free(reading: Reading, name: Name, own: Sequence[tuple[Reading, Name]]) -> bool:
    """Whether a name stands for a place of its own: it owns nothing, and none of `own` is near."""
    beside = any(there is reading and _is_beside(reading, name, each) for there, each in own)
    return not beside and not reading.is_owner(reading.words[name.last])


def _is_beside(reading: Reading, one: Name, other: Name) -> bool:
    """Whether two names tell one place: "the state of Benin", "Marion County, Mississippi"."""
    first, second = sorted((one, other), key=lambda name: name.first)
    between = range(first.last + 1, second.first)
    return len(between) <= _BESIDE and not any(is_verb(reading, i) for i in between)
