"""Amounts: the numbers of a sentence with bound and unit, held to those that it cites."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rashomon.tell.checking.bounds import bound
from rashomon.tell.checking.contrast import exchanged, rival
from rashomon.tell.checking.entailed import Value, entailed_amounts
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.reading import Reading, likeness, read
from rashomon.tell.checking.sayings import surroundings
from rashomon.words.numbers import Number, cardinal, find_numbers
from rashomon.words.units import convert, measured

#: An occurrence stands for the sentence's number where it is so near to the best in likeness.
_NEAR = 0.6
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_AGE = re.compile(r"-year-old|[\s-]years?[\s-]old")
_ONE = re.compile(r"\b(?:an?|the|another|single)\s", re.I)
_NOBODY = re.compile(r"\b(?:no|every|any|some) one\b|\bone another\b|\bone day\b", re.I)
_RATE = re.compile(
    r"(?:\s[a-z]+){0,2}?\s(?:an?|per|each|every)\s"
    r"(second|minute|hour|day|night|week|month|quarter|year|litre|liter|gallon|barrel|tonne|ton"
    r"|kilo|kilogram|kg|pound|ounce|share|head|person|household|mile|kilometre|km|acre|hectare)\b",
    re.I,
)
#: A change runs from one number to another.
_SIDE = re.compile(r"\b(from|to)\s(?:[a-z]+\s){0,2}?$", re.I)
_MULTIPLES = {
    "doubl": 2.0,
    "twice": 2.0,
    "thrice": 3.0,
    "tripl": 3.0,
    "trebl": 3.0,
    "quadrupl": 4.0,
}
_TIMES = re.compile(r"\b(twice|thrice|(?:doubl|tripl|trebl|quadrupl)(?=e[ds]?\b|ing\b))\w*", re.I)
#: Units that the words leave open: "aged 34" and "34 years", pounds of money written out.
_LOOSE = ({"count", "year"}, {"GBP", "pound"})
#: "One in three" is a third.
_RATIO = re.compile(r"\b(\w+) (?:in|out of) (?:every )?(\w+)\b", re.I)
_OF_ONE = re.compile(r"\s(?:of )?an? per ?cent", re.I)
_POINT = re.compile(r"\sa (?:percentage )?point", re.I)
#: A bounded number rounds another that is so near to it; so few things are counted as "the two".
_CLOSE, _FEW = 0.1, 4
_RANGE = re.compile(r"\s?(?:-|–|to|and|or)\s?$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with what bounds it and what it measures; `first` to `last` are its words."""

    start: int
    end: int
    value: float | None
    low: float | None
    printed: str
    bound: str
    unit: str
    form: str
    first: int
    last: int
    rate: str = ""
    side: str = ""


@lru_cache(maxsize=4096)
def amounts(text: str, masked: str) -> tuple[Amount, ...]:
    """The amounts of a text; `masked` is the text with its dates blanked."""
    reading = read(text)
    masked = _NOBODY.sub(lambda match: "_" * len(match[0]), masked)
    found = [_amount(text, masked, number, reading) for number in find_numbers(masked)]
    times = [_multiple(match, reading) for match in _TIMES.finditer(masked)]
    times += [each for match in _RATIO.finditer(masked) if (each := _ratio(match, reading))]
    return tuple(_joined(text, sorted([*found, *times], key=lambda each: each.start)))


def _multiple(match: re.Match[str], reading: Reading) -> Amount:
    """A number that a verb or an adverb holds: "doubled", "twice"."""
    first = reading.at(match.start())
    return Amount(
        start=match.start(),
        end=match.end(),
        value=_MULTIPLES[match[1].lower()],
        low=None,
        printed=match[0],
        bound="exact",
        unit="count",
        form="multiple",
        first=first,
        last=first,
    )


def _ratio(match: re.Match[str], reading: Reading) -> Amount | None:
    """The share that "one in three" is, None where the words are no small numbers."""
    above, below = (_small(word) for word in match.groups())
    if above is None or below is None or not 0 < above < below:
        return None
    return Amount(
        start=match.start(),
        end=match.end(),
        value=round(above / below * 100, 6),
        low=None,
        printed=match[0],
        bound="exact",
        unit="percent",
        form="ratio",
        first=reading.at(match.start()),
        last=reading.at(match.end() - 1),
    )


def _small(word: str) -> float | None:
    return float(word) if word.isdigit() else cardinal(word)


def _amount(text: str, masked: str, number: Number, reading: Reading) -> Amount:
    around = measured(masked, number.start, number.end)
    unit = around.unit if around else "count"
    value = number.value * (around.scale if around else 1) if number.value is not None else None
    if _AGE.match(text, number.end):
        unit = "count"  # "aged 20", "20" and "20-year-old" say the same
    if number.form == "fraction" and _OF_ONE.match(text, number.end):
        unit = "percent"  # "half a percent"
    elif number.form == "fraction" and _POINT.match(text, number.end):
        unit = "count"
    elif number.form == "fraction" and unit == "count" and value is not None:
        value, unit = round(value * 100, 6), "percent"
    start = around.start if around else number.start
    return Amount(
        start=number.start,
        end=number.end,
        value=value,
        low=number.low,
        printed=text[number.start : number.end],
        bound="vague" if number.form == "vague" else bound(text, start, number.end),
        unit=unit,
        form=number.form,
        first=reading.at(number.start),
        last=max(reading.at(number.start), reading.at(number.end - 1)),
        rate=rate[1].lower() if (rate := _RATE.match(text, number.end)) else "",
        side=side[1].lower() if (side := _SIDE.search(text, 0, start)) else "",
    )


def _joined(text: str, found: Sequence[Amount]) -> Iterator[Amount]:
    """The amounts, those that a range joins with one unit: "50 to 60 kilometres"."""
    given = list(found)
    for i, (one, other) in enumerate(pairwise(found)):
        if _RANGE.fullmatch(text, one.end, other.start) and one.unit == "count":
            given[i] = replace(one, unit=other.unit)
            spread = text[one.end : other.start].strip() in ("to", "-", "–")
            if spread and one.bound not in ("exact", "vague") and other.bound == "exact":
                given[i + 1] = replace(other, bound=one.bound)
    yield from given


#: A sentence may say less than its source: what is just over is over.
_WEAKER = {("nearly", "less_than")}


def amount_faults(
    said: Reading, mine: Sequence[Amount], cited: Sequence[tuple[Reading, Sequence[Amount]]]
) -> Iterator[Fault]:
    """The amounts of a sentence that no cited one carries, in value, unit, bound and place."""
    every = [(reading, each) for reading, theirs in cited for each in theirs]
    loose = [each for each in mine if not _is_part_of(said, each)]
    turned = exchanged(said, loose, every, _equal, _same_unit)
    if turned is not None:
        for each in turned:
            yield Fault(
                start=each.start,
                end=each.end,
                kind="number",
                words=each.printed,
                reason="the cited passages have these numbers in each other's place",
            )
    for amount in mine:
        fault = _fault(said, amount, mine, cited)
        if fault is not None:
            kind, reason = fault
            yield Fault(
                start=amount.start, end=amount.end, kind=kind, words=amount.printed, reason=reason
            )


def _fault(
    said: Reading,
    amount: Amount,
    mine: Sequence[Amount],
    cited: Sequence[tuple[Reading, Sequence[Amount]]],
) -> tuple[str, str] | None:
    every = [(reading, each) for reading, theirs in cited for each in theirs]
    if amount.form in ("ratio", "multiple") and not any(_equal(amount, e) for _, e in every):
        fits = amount.form == "ratio" or _is_multiplied(amount, [each for _, each in every])
        return None if fits else ("number", "no cited passage multiplies so")
    same = [(reading, each) for reading, each in every if _equal(amount, each)]
    if not same:
        if amount.value == 1 and amount.form == "words" and not _counts(amount, said, every):
            return None
        if _is_told_again(said, amount, every) or _is_entailed(said, amount, cited):
            return None
        return "number", "no cited passage holds this number"
    near = _nearest(said, amount, same)
    misprint = amount.value is None and amount.low is None
    if misprint:
        return None
    if not any(_same_unit(amount, each) for each in near) and not _is_elliptic(amount, near, every):
        return "unit", f"the cited passage says {near[0].printed} {_unit_words(near[0])}"
    near = [each for each in near if _same_unit(amount, each)] or near
    if not any(_same_bound(amount, each) for each in near):
        return "bound", f"the cited passage says {near[0].bound.replace('_', ' ')}"
    if amount.rate and all(each.rate not in ("", amount.rate) for each in near):
        return "unit", f"the cited passage says {near[0].printed} a {near[0].rate}"
    if amount.side and all(each.side and each.side != amount.side for each in near):
        return "number", f"the cited passage says {near[0].side} {near[0].printed}"
    kept_bound = amount.bound != "exact" and any(each.bound == amount.bound for each in near)
    if kept_bound or _is_part_of(said, amount):
        return None
    found = rival(said, amount, mine, every, _equal, _same_unit, beside=False)
    return ("number", f"the cited passage says {found[1].printed} of this") if found else None


def _is_multiplied(amount: Amount, every: Sequence[Amount]) -> bool:
    """Whether one cited number is so many times another: "from 6 to 12" has doubled."""
    values = [each.value for each in every if each.value and each.bound == "exact"]
    return any(one * (amount.value or 0) == other for one in values for other in values)


def _is_told_again(
    said: Reading, amount: Amount, every: Sequence[tuple[Reading, Amount]]
) -> bool:
    """Whether a number rounds a cited one and says so, or counts what was named: "the two"."""
    if amount.value is None:
        return False
    if amount.form == "words" and amount.value <= _FEW and amount.bound == "exact":
        before = said.lows[amount.first - 1] if amount.first else ""
        return before in ("the", "these", "those") and not _counts(amount, said, every)
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


def _is_entailed(
    said: Reading, amount: Amount, cited: Sequence[tuple[Reading, Sequence[Amount]]]
) -> bool:
    """Whether the numbers of one passage make this one certain: the rest of a whole, a sum.

    What a sum counts is neither of the things that were added.
    """
    if amount.bound != "exact":
        return False
    return any(
        (amount.value, amount.unit) == (value, unit)
        and not (plus and _counted(said, amount) & {w for e in theirs for w in _counted(reading, e)})
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


def _is_elliptic(
    amount: Amount, near: Sequence[Amount], every: Sequence[tuple[Reading, Amount]]
) -> bool:
    """Whether the cited number leaves out a unit that stands by another: "41 cm, below the 50"."""
    units = {each.unit for _, each in every}
    units |= {low for reading, _ in every for low in reading.lows}
    return amount.unit in units and any(each.unit == "count" for each in near)


def _is_part_of(said: Reading, amount: Amount) -> bool:
    """Whether the number stands in "41 of the 44": two numbers in one place."""
    before = said.text[max(0, amount.start - 16) : amount.start]
    return re.search(r"\d of (?:the |its |their )?$", before) is not None


def _nearest(said: Reading, amount: Amount, same: Sequence[tuple[Reading, Amount]]) -> list[Amount]:
    """Of the same number where it is cited, the places most like its place here.

    Where a figure is cited alone nothing tells its place, and it may be this one.
    """
    around = surroundings(said, amount.first, amount.last)
    scored = [
        (likeness(around, surroundings(r, e.first, e.last)), r.is_fragment, e) for r, e in same
    ]
    best = max(score for score, _, _ in scored)
    return [each for score, alone, each in scored if alone or score >= _NEAR * best]


def _unit_words(amount: Amount) -> str:
    return "without a unit" if amount.unit == "count" else f"in {amount.unit}"


def _equal(one: Amount, other: Amount) -> bool:
    if one.value is None or other.value is None:
        if one.low is not None or other.low is not None:
            return one.low == other.low and one.value == other.value
        return one.printed == other.printed
    if one.form == "ordinal" and other.form != "ordinal":
        return False
    if one.value == other.value:
        return True
    turned = convert(other.value, other.unit, one.unit) if one.unit != other.unit else None
    return turned is not None and abs(turned - one.value) < 1e-6 * abs(one.value)


def _same_unit(one: Amount, other: Amount) -> bool:
    if one.unit == other.unit:
        return True
    if {one.unit, other.unit} in _LOOSE or other.unit.startswith(f"{one.unit} "):
        return True
    return convert(1.0, one.unit, other.unit) is not None and one.value != other.value


def _same_bound(one: Amount, other: Amount) -> bool:
    bounds = (other.bound, one.bound)
    return one.bound == other.bound or bounds in _WEAKER or set(bounds) == {"estimated", "about"}


def _counts(amount: Amount, said: Reading, every: Sequence[tuple[Reading, Amount]]) -> bool:
    """Whether the citations give another number of what "one" counts here: else it is "a"."""
    counted = next((w.weight for w in said.words[amount.last + 1 :] if w.weight), None)
    return any(
        word.weight == counted
        for reading, each in every
        for word in reading.words[each.last + 1 : each.last + 4]
    )
