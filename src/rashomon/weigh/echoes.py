"""Echoes: one thing that several reports tell in words too different for any table to match.

An amount of money, a length, an age, or a count of which no table knows the measure is put in so
many ways that its measure cannot be matched. Two answers are joined where the number itself, with
the words around it, says that they are one; and where the numbers differ, only where what is
counted or measured and the clauses around it say so.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import floor, log

from rashomon.weigh.answers import Answer
from rashomon.weigh.context import share_a_name
from rashomon.weigh.families import is_known
from rashomon.weigh.frames import frame_key, share_frame
from rashomon.weigh.likely import Weighing, dimension, measured
from rashomon.weigh.thresholds import thresholds
from rashomon.words.synonyms import concept, is_generic
from rashomon.words.units import unit

#: Kinds that make a question only where a second report echoes them.
ECHOED = frozenset(("age", "ordinal", "duration"))

#: Kinds whose number and unit nearly name the thing by themselves: "$284 billion", "770 km".
_TELLING = frozenset(("rate", "price", "measurement"))

#: Converted numbers are rounded: "12 metres" and "39ft" are this near (as a share).
_ROUNDING = 0.025

#: So many groups of one key, and so many reports of a group, are held against another group: in a
#: story of hundreds of reports the first ones say what the rest repeat.
_MOST_HOMES, _MOST_TELLERS = 30, 8

Group = list[Answer]
Key = tuple[str, str | int]


def echoes(groups: Sequence[Group], others: Sequence[Group], weighing: Weighing) -> list[Group]:
    """The groups, those joined that are of one thing; of `others` only those that are joined."""
    loose = {other[0].figure.id for other in others}
    by_number = _joined([*groups, *others], _number_keys, lambda a, b: _by_number(a, b, weighing))
    by_frame = _joined(by_number, _frame_keys, lambda a, b: _by_frame(a, b, weighing))
    by_words = _joined(by_frame, _word_keys, lambda a, b: _by_words(a, b, weighing))
    return [each for each in by_words if each[0].figure.id not in loose or _is_echoed(each)]


def _is_echoed(group: Group) -> bool:
    """Whether a second report tells it, too."""
    return len({answer.report.id for answer in group}) > 1


def _joined(
    groups: Sequence[Group],
    keys: Callable[[Group], list[Key]],
    fits: Callable[[Group, Group], bool],
) -> list[Group]:
    """The groups, each joined to the first larger one that shares a key and fits."""
    joined: list[Group] = []
    homes: dict[Key, list[Group]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: (-len(group), group[0].figure.id)):
        own = keys(group)
        near = (each for key in own for each in homes[key][:_MOST_HOMES])
        home = next((each for each in near if fits(group, each)), None)
        if home is not None:
            home += group
            continue
        joined.append([*group])
        for key in own:
            homes[key].append(joined[-1])
    return joined


def _tellers(group: Sequence[Answer]) -> Iterator[Answer]:
    """One answer of each report of a group, of the first reports where there are many."""
    told = {answer.report.id: answer for answer in reversed(group)}
    yield from list(told.values())[:_MOST_TELLERS]


def _number_keys(group: Group) -> list[Key]:
    """Where a group of one number is kept; a converted one may lie next to it."""
    value = group[0].figure.value
    if not value or len({each.figure.value for each in group}) > 1:
        return []
    step = floor(log(abs(_in_base(group[0]))) / log(1 + _ROUNDING))
    return [(dimension(group[0]), near) for near in (step, step - 1, step + 1)]


def _in_base(answer: Answer) -> float:
    """The value in the base unit of its dimension."""
    known = unit(answer.figure.unit.split(" per ")[0])
    return (answer.figure.value or 0.0) * (known.factor if known is not None else 1.0)


def _by_number(group: Group, home: Group, weighing: Weighing) -> bool:
    """Whether two groups tell one number of one thing."""
    one = group[0]
    others = list(_tellers(home))
    if not all(_same_number(one, other) for other in others):
        return False
    if any(weighing.fit("report", one, other) == "apart" for other in others):
        return False
    # An age is of somebody: the same name beside it tells of whom.
    named = one.figure.kind in ECHOED and any(share_a_name(one, other) for other in others)
    enough = thresholds().enough - _digits(one) - (one.figure.kind in _TELLING) - named
    told = [weighing.evidence(one, other, enough) for other in others]
    return min(told) >= 0 and max(told) >= enough


def _same_number(one: Answer, other: Answer) -> bool:
    units = [concept(each.figure.unit.split(" per ")[0]) for each in (one, other)]
    if units[0] == units[1]:
        return one.figure.value == other.figure.value
    values = _in_base(one), _in_base(other)
    return abs(values[0] - values[1]) <= _ROUNDING * max(values)


def _digits(answer: Answer) -> int:
    """How telling a number is by its significant digits: 413 is hardly met twice by chance."""
    printed = f"{abs(answer.figure.value or 0.0):.6g}".split("e")[0].replace(".", "").strip("0")
    return min(len(printed), 3) - 1


def _frame_keys(group: Group) -> list[Key]:
    """The deeds and attributes that a group tells of, but for those of which a report gives several
    numbers."""
    if group[0].figure.kind in ECHOED or any(each.is_one_of_several for each in group):
        return []
    keys = {key for each in group if (key := frame_key(each.figure)) is not None}
    return [(f"{dimension(group[0])} {group[0].figure.kind}", key) for key in sorted(keys)]


def _by_frame(group: Group, home: Group, weighing: Weighing) -> bool:
    """Whether two groups of other numbers tell of one deed or attribute."""
    pairs = [(one, other) for one in _tellers(group) for other in _tellers(home)]
    parts = ("report", "measure", "frame", "population", "counted", "whole", "place", "period")
    if any(weighing.fit(part, *pair) == "apart" for part in parts for pair in pairs):
        return False
    return any(share_frame(one.figure, other.figure) for one, other in pairs)


def _word_keys(group: Group) -> list[Key]:
    """What a group counts or measures, where no table knows what befell it."""
    first = group[0]
    if first.figure.kind in ECHOED or any(is_known(each.figure.action) for each in group):
        return []
    words = {f"measure {word}" for each in group for word in measured(each)}
    if not is_generic(first.figure.head):
        words.add(f"counted {concept(first.figure.head)}")
    return [(f"{dimension(first)} {first.figure.kind}", word) for word in sorted(words)]


def _by_words(group: Group, home: Group, weighing: Weighing) -> bool:
    """Whether two groups of other numbers are answers about one thing."""
    pairs = [(one, other) for one in _tellers(group) for other in _tellers(home)]
    parts = ("report", "whole", "place", "period")
    if any(weighing.fit(part, *pair) == "apart" for part in parts for pair in pairs):
        return False
    enough = thresholds().enough_by_words
    told = [weighing.evidence(*pair, enough) for pair in pairs]
    return min(told) >= 0 and max(told) >= enough
