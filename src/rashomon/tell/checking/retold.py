"""Retold: numbers that no passage prints and that its numbers still carry."""

from collections.abc import Sequence

from rashomon.tell.checking.amounts import Amount
from rashomon.tell.checking.entailed import Value, entailed_amounts
from rashomon.tell.checking.reading import Reading

#: A bounded number rounds another that is so near to it; so few things are counted as "the two".
_CLOSE, _FEW = 0.1, 4


def is_multiplied(amount: Amount, every: Sequence[Amount]) -> bool:
    """Whether one cited number is so many times another: "from 6 to 12" has doubled."""
    values = [each.value for each in every if each.value and each.bound == "exact"]
    return any(one * (amount.value or 0) == other for one in values for other in values)


def is_retold(said: Reading, amount: Amount, every: Sequence[tuple[Reading, Amount]]) -> bool:
    """Whether a number rounds a cited one and says so, or counts what was named: "the two"."""
    if amount.value is None:
        return False
    if amount.value == 1 and amount.form == "ordinal" and "since" in said.lows:
        return any("since" in reading.lows for reading, _ in every)  # "not since" is "first since"
    if amount.form == "words" and amount.value <= _FEW and amount.bound == "exact":
        before = said.lows[amount.first - 1] if amount.first else ""
        return before in ("the", "these", "those") and not counts(amount, said, every)
    return any(
        each.bound == "exact" and each.unit == amount.unit and _rounds(amount, each)
        for _, each in every
    )


def _rounds(amount: Amount, cited: Amount) -> bool:
    """Whether a bounded number is a rounder one close to a cited one, on the side it says."""
    mine, theirs = amount.value, cited.value
    if not mine or not theirs or abs(mine - theirs) > _CLOSE * theirs:
        return False
    if _figures(mine) >= _figures(theirs):
        return False
    if amount.bound in ("more_than", "at_least"):
        return theirs > mine
    if amount.bound in ("less_than", "nearly"):
        return theirs < mine
    return amount.bound == "about"


def _figures(value: float) -> int:
    """How many figures of a number count: three of 4,870."""
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def is_entailed(
    said: Reading, amount: Amount, cited: Sequence[tuple[Reading, Sequence[Amount]]]
) -> bool:
    """Whether the numbers of one passage make this one certain: the rest of a whole, a sum.

    What a sum counts is neither of the things that were added.
    """
    if amount.bound != "exact":
        return False
    return any(
        (amount.value, amount.unit) == (value, unit)
        and not (
            plus and _counted(said, amount) & {w for e in theirs for w in _counted(reading, e)}
        )
        for reading, theirs in cited
        for value, unit, plus in entailed_amounts(reading.text, _firm(theirs))
    )


def _counted(reading: Reading, amount: Amount) -> frozenset[str]:
    """The concept of the word behind a number, if that has weight."""
    behind = reading.words[amount.last + 1 : amount.last + 2]
    return frozenset(word.weight for word in behind if word.weight)


def _firm(found: Sequence[Amount]) -> list[Value]:
    """The amounts that are exact numbers, to be reckoned with."""
    return [
        Value(start=each.start, end=each.end, value=each.value, unit=each.unit)
        for each in found
        if each.value is not None and each.bound == "exact" and each.form != "ratio"
    ]


def counts(amount: Amount, said: Reading, every: Sequence[tuple[Reading, Amount]]) -> bool:
    """Whether the citations give another number of what "one" counts here: else it is "a"."""
    counted = next((w.weight for w in said.words[amount.last + 1 :] if w.weight), None)
    return counted is not None and any(
        word.weight == counted
        for reading, each in every
        for word in reading.words[each.last + 1 : each.last + 4]
    )
