"""Sums: numbers that no passage prints and that its numbers still carry."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.tell.checking.amounts import Amount
from rashomon.tell.checking.entailed import Value, entailed_amounts
from rashomon.tell.checking.passage import Passage
from rashomon.tell.checking.reading import Reading
from rashomon.tell.checking.rules import listed

#: A bounded number rounds another that is so near to it; so few things are counted as "the two".
_CLOSE, _FEW = 0.1, 4
#: "More than half" is no three quarters, and "nearly half" no third.
_ABOVE, _BELOW = 0.35, 0.12
#: A share that is printed as exact rounds the true one by so much at most, in percent.
_ROUNDED = 0.5
#: Numbers are reckoned with such as stand so near to them in the row.
_NEAR = 4
#: Words that tell what was reckoned stand so near to the number.
_AROUND = 8
_EXACT = 1e-6
#: What two numbers of a unit leave: of percents points, of ages years.
_LEFT = (("percent", "count"), ("count", "year"))
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}


def is_carried(said: Reading, amount: Amount, cited: Sequence[Passage]) -> bool:
    """Whether the citations make a number certain: rounded, counted, reckoned."""
    if amount.value is None:
        many = listed("reckoning", "many")
        held = {low for passage in cited for low in passage.reading.lows}
        return amount.printed.lower() in many and bool(held & many)
    every = [(passage.reading, each) for passage in cited for each in passage.amounts]
    if amount.form == "multiple":
        return _is_multiplied(amount, [each for _, each in every])
    if amount.form == "ordinal":
        return _is_ranked(said, amount, every)
    if amount.form == "words" and amount.value == 1 and not counts(amount, said, every):
        return True
    if amount.form == "words" and amount.value <= _FEW and amount.bound == "exact":
        before = said.lows[amount.first - 1] if amount.first else ""
        if before in ("the", "these", "those") and not counts(amount, said, every):
            return True
    if any(_rounds(amount, each) for _, each in every):
        return True
    return any(_is_reckoned(said, amount, passage) for passage in cited)


def _is_multiplied(amount: Amount, every: Sequence[Amount]) -> bool:
    """Whether one cited number is so many times another: "from 6 to 12" has doubled."""
    firm = [each for each in every if each.value and each.form != "multiple"]
    return any(
        one.unit == other.unit and (one.value or 0) * (amount.value or 0) == other.value
        for one, other in _pairs(firm)
    )


def _is_ranked(said: Reading, amount: Amount, every: Sequence[tuple[Reading, Amount]]) -> bool:
    """Whether a rank is told in other words: "the opening set", "number eight in the world"."""
    if amount.value == 1:
        if not any(each.form == "ordinal" for _, each in every):
            return True  # no rank is told that it could be taken for
        lows = {low for reading, _ in every for low in reading.lows}
        once = "since" in lows and "since" in said.lows  # "not since" is "first since"
        return once or bool(lows & listed("reckoning", "firsts"))
    mine = _counted(said, amount)
    return any(
        each.value == amount.value and each.form != "ordinal" and mine & _counted(reading, each)
        for reading, each in every
    )


def _rounds(amount: Amount, cited: Amount) -> bool:
    """Whether a bounded number is a rounder one close to a cited one, on the side it says."""
    mine, theirs = amount.value, cited.value
    if not mine or not theirs or cited.bound != "exact" or amount.unit != cited.unit:
        return False
    if abs(mine - theirs) > _CLOSE * theirs or _figures(mine) >= _figures(theirs):
        return False
    return _is_within(theirs, amount, _CLOSE, _CLOSE) and amount.bound != "exact"


def _is_within(true: float, amount: Amount, above: float, below: float) -> bool:
    """Whether a true value is on the side of a number that its bound says, and near to it."""
    told = amount.value or 0.0
    if amount.bound in ("more_than", "at_least"):
        return told < true <= told * (1 + above)
    if amount.bound in ("less_than", "nearly"):
        return told * (1 - below) <= true < told
    if amount.bound in ("about", "estimated"):
        return abs(true - told) <= _CLOSE * told
    return amount.bound == "exact" and abs(true - told) <= _ROUNDED


def _figures(value: float) -> int:
    """How many figures of a number count: three of 4,870."""
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _is_reckoned(said: Reading, amount: Amount, passage: Passage) -> bool:
    """Whether the numbers of one passage make this one certain by a single step."""
    firm = [each for each in passage.amounts if each.value and each.form != "ratio"]
    near = set(said.lows[max(0, amount.first - _AROUND) : amount.last + _AROUND + 1])
    if amount.unit == "percent" and any(
        _is_within(share, amount, _ABOVE, _BELOW) for share in _shares(firm)
    ):
        return True
    if near & listed("reckoning", "differing") and _is_difference(amount, firm):
        return True
    if near & listed("reckoning", "elapsed") and _is_elapsed(amount, passage):
        return True
    if amount.unit == "year" and near & listed("reckoning", "apart"):
        years = _years(passage)
        if any(other - one == amount.value for one in years for other in years):
            return True
    return amount.bound == "exact" and _is_entailed(said, amount, passage)


def _shares(firm: Sequence[Amount]) -> Iterator[float]:
    """What part one number is of another near it, and what part is left, in percent."""
    for one, other in _pairs(firm):
        part, whole = one.value or 0.0, other.value or 0.0
        if one.unit == other.unit != "percent" and 0 < part < whole:
            yield part / whole * 100
            yield 100 - part / whole * 100


def _is_difference(amount: Amount, firm: Sequence[Amount]) -> bool:
    """Whether one number exceeds another near it by so much; of percents points are left."""
    told = amount.value or 0.0
    return any(
        one.unit == other.unit
        and (one.unit == amount.unit or (one.unit, amount.unit) in _LEFT)
        and abs((other.value or 0.0) - (one.value or 0.0) - told) <= _EXACT * max(1.0, told)
        for one, other in _pairs(firm)
    )


def _pairs(firm: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Numbers near each other, both ways."""
    for i, one in enumerate(firm):
        for other in firm[i + 1 : i + 1 + _NEAR]:
            yield one, other
            yield other, one


def _years(passage: Passage) -> set[int]:
    """The years that a passage names, and that of its publication."""
    named = {int(value) for day in passage.days for kind, value in day.says if kind == "year"}
    return named | ({passage.published.year} if passage.published else set())


def _is_elapsed(amount: Amount, passage: Passage) -> bool:
    """Whether a date of the passage lies so long before its day of publication."""
    length = _DAYS.get(amount.unit)
    told = passage.published
    if told is None or length is None:
        return False
    for day in passage.days:
        facts = dict(day.says)
        year, month = int(facts.get("year", told.year)), int(facts.get("month", 0))
        number = int(facts.get("day", "0-0").partition("-")[2])
        if "year" in facts and amount.unit == "year" and told.year - year == amount.value:
            return True
        if not month or not _valid(year, month, number or 1):
            continue
        past = (told - date(year, month, number or 1)).days / length
        slack = _ROUNDED if number else max(_ROUNDED, 30 / length)
        if past >= 0 and (
            abs(past - (amount.value or 0)) <= slack or _is_within(past, amount, _ABOVE, _BELOW)
        ):
            return True
    return False


def _valid(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _is_entailed(said: Reading, amount: Amount, passage: Passage) -> bool:
    """Whether the words between two numbers make this one certain: the rest of a whole, a sum.

    What a sum counts is neither of the things that were added.
    """
    reading = passage.reading
    return any(
        (amount.value, amount.unit) == (value, unit)
        and not (
            plus
            and _counted(said, amount)
            & {w for each in passage.amounts for w in _counted(reading, each)}
        )
        for value, unit, plus in entailed_amounts(reading.text, _firm(passage.amounts))
    )


def _counted(reading: Reading, amount: Amount) -> frozenset[str]:
    """The concept of the first word of weight close behind a number."""
    behind = reading.words[amount.last + 1 : amount.last + 4]
    return frozenset([w.weight for w in behind if w.weight][:1])


def _firm(found: Sequence[Amount]) -> list[Value]:
    """The amounts that are exact numbers, to be reckoned with."""
    return [
        Value(start=each.start, end=each.end, value=each.value, unit=each.unit)
        for each in found
        if each.value is not None and each.bound == "exact" and each.form != "ratio"
    ]


def counts(amount: Amount, said: Reading, every: Sequence[tuple[Reading, Amount]]) -> bool:
    """Whether the citations give another number of what a number counts here.

    If not, "one" is no more than "a".
    """
    counted = next((w.weight for w in said.words[amount.last + 1 :] if w.weight), None)
    return counted is not None and any(
        word.weight == counted
        for reading, each in every
        for word in reading.words[each.last + 1 : each.last + 4]
    )
