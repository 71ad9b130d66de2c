"""Echoes: one number that several reports give for one thing in words too different to match.

An amount of money, a length, an age, or a count of which no table knows the measure is put in so
many ways that its measure cannot be matched; the number itself, with the words around it, can.
Such a join only ever finds agreement, so it goes by evidence added up, each part a small whole
number: how telling the number is, what is counted, and what stands around it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import floor, log

from rashomon.weigh.answers import Answer
from rashomon.weigh.asking import is_known
from rashomon.weigh.context import same_context, share_a_name
from rashomon.weigh.fitting import measure_family, part_fits
from rashomon.weigh.setting import Setting
from rashomon.when import overlaps
from rashomon.words.meaning import Meaning
from rashomon.words.units import unit

#: Kinds that make a question only where a second report echoes them.
ECHOED = frozenset(("age", "ordinal"))

#: Kinds whose number and unit nearly name the thing by themselves: "$284 billion", "770 km".
_TELLING = frozenset(("rate", "price", "measurement"))
#: Kinds that a reader may take for one another in one sentence: "a raise of 5 percent".
_LOOSE = frozenset(("change", "share", "rate", "price"))

#: From so much evidence on, two equal numbers are one number told twice.
_ENOUGH = 3
#: Cosines of two clauses that speak of one thing, and that say nearly the same.
_ALIKE, _CLOSE = 0.5, 0.7
#: Converted numbers are rounded: "12 metres" and "39ft" are this near (as a share).
_ROUNDING = 0.025


def echoes(
    groups: Sequence[list[Answer]],
    others: Sequence[list[Answer]],
    setting: Setting,
    meaning: Meaning | None = None,
) -> list[list[Answer]]:
    """The groups, those joined that tell one number; of `others` only those that are joined."""
    joined: list[list[Answer]] = []
    homes: dict[tuple[str, int], list[list[Answer]]] = defaultdict(list)
    loose = {id(other) for other in others}
    ordered = sorted([*groups, *others], key=lambda group: (-len(group), group[0].figure.id))
    for group in ordered:
        home = _home(group, homes, setting, meaning)
        if home is not None:
            home += group
            continue
        joined.append(group)
        for key in _keys(group)[:1]:
            homes[key].append(group)
    return [group for group in joined if id(group) not in loose or len(group) > 1]


def _home(
    group: list[Answer],
    homes: dict[tuple[str, int], list[list[Answer]]],
    setting: Setting,
    meaning: Meaning | None,
) -> list[Answer] | None:
    near = (home for key in _keys(group) for home in homes.get(key, ()))
    for home in near:
        told = [_evidence(group[0], each, setting, meaning) for each in _tellers(home)]
        if min(told) >= 0 and max(told) >= _ENOUGH:
            return home
    return None


def _tellers(group: Sequence[Answer]) -> Iterator[Answer]:
    """One answer of each report of a group."""
    yield from {answer.report.id: answer for answer in reversed(group)}.values()


def _keys(group: Sequence[Answer]) -> list[tuple[str, int]]:
    """Where a group of one number is kept, and the neighbours where a rounded one may be."""
    figure = group[0].figure
    if figure.value is None or not figure.value or len({each.figure.value for each in group}) > 1:
        return []
    name, value = _base(group[0])
    step = floor(log(abs(value)) / log(1 + _ROUNDING))
    return [(name, step), (name, step - 1), (name, step + 1)]


def _base(answer: Answer) -> tuple[str, float]:
    """The dimension and the value in its base unit; a rate is kept by what it is a rate of."""
    figure = answer.figure
    name = figure.unit.split(" per ")[0]
    known = unit(name)
    if known is None or known.dimension is None:
        return name, figure.value or 0.0
    return known.dimension, (figure.value or 0.0) * known.factor


def _evidence(one: Answer, other: Answer, setting: Setting, meaning: Meaning | None) -> int:
    """How much speaks for two answers telling one number; less than nothing where they cannot."""
    if not _may_be_one(one, other, setting, meaning):
        return -1
    counted = part_fits("counted", one, other, setting, meaning)
    stated = one.figure.head is not None and other.figure.head is not None
    score = _digits(one) + (one.figure.kind in _TELLING)
    score += {"same": 2, "near": 2}.get(counted, 0) if stated else 0
    score += same_context(one, other)
    # An age is of somebody: the same name beside it tells of whom.
    score += one.figure.kind in ECHOED and share_a_name(one, other)
    if meaning is not None:
        clauses = [(each.figure.clause or each.figure.span).exact for each in (one, other)]
        likeness = meaning.likeness(*clauses)
        score += (likeness >= _ALIKE) + (likeness >= _CLOSE)
    return score


def _may_be_one(one: Answer, other: Answer, setting: Setting, meaning: Meaning | None) -> bool:
    """Whether number, kind, measure, sub-group, place and days of two answers allow one thing."""
    kinds = {one.figure.kind, other.figure.kind}
    (name, value), (_, second) = _base(one), _base(other)
    exact = one.figure.unit == other.figure.unit or name == one.figure.unit.split(" per ")[0]
    near = value == second if exact else abs(value - second) <= _ROUNDING * max(value, second)
    periods = [each.period for each in (one, other) if each.period is not None]
    # An amount or a length has no place; what is counted has one, where both reports state it.
    placed = "level" in kinds and one.place is not None and other.place is not None
    parts = ("population", "place") if placed else ("population",)
    return (
        near
        and (len(kinds) == 1 or kinds <= _LOOSE)
        and not _measured_apart(one, other)
        and all(part_fits(part, one, other, setting, meaning) != "apart" for part in parts)
        and not (len(periods) == 2 and overlaps(*periods) is False)
    )


def _measured_apart(one: Answer, other: Answer) -> bool:
    actions = [one.figure.action, other.figure.action]
    known = [measure_family(action) for action in actions if action and is_known(action)]
    return len(known) == 2 and known[0] != known[1]


def _digits(answer: Answer) -> int:
    """How telling a number is by its significant digits: 413 is hardly met twice by chance."""
    printed = f"{answer.figure.value:.6g}".split("e")[0].replace(".", "").strip("0")
    return min(len(printed), 3) - 1
