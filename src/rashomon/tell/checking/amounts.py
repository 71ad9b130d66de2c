"""Amounts: the numbers of a text with their bound and their unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rashomon.tell.checking.bounds import bound
from rashomon.tell.checking.reading import Reading, read
from rashomon.words.numbers import Number, cardinal, find_numbers
from rashomon.words.units import measured

_AGE = re.compile(r"-year-old|[\s-]years?[\s-]old")
_NOBODY = re.compile(r"\b(?:no|every|any|some) one\b|\bone another\b|\bone day\b", re.I)
_RATE = re.compile(
    r"(?:\s[a-z]+){0,2}?\s(?:an?|per|each|every)\s"
    r"(second|minute|hour|day|night|week|month|quarter|year|litre|liter|gallon|barrel|tonne|ton"
    r"|kilo|kilogram|kg|pound|ounce|share|head|person|household|mile|kilometre|km|acre|hectare)\b",
    re.I,
)
#: What stands before a number is looked for so far back, in characters.
_REACH = 40
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
_AS_MANY = re.compile(r"\stimes (?:as (?:many|much|high|large)|more|the|that)\b", re.I)
#: "One in three" is a third.
_RATIO = re.compile(r"\b(\w+) (?:in|out of) (?:every )?(\w+)\b", re.I)
_OF_ONE = re.compile(r"\s(?:of )?an? per ?cent(?!age)", re.I)
_POINT = re.compile(r"\s(?:of )?an? (?:percentage )?point", re.I)
#: "A fifth" is a share where nothing is counted by it: no fifth man.
_SHARE = re.compile(r"\b(?:an?|one)[\s-]$", re.I)
_NO_NOUN = re.compile(
    r"\s(?:of|more|fewer|less|higher|lower|until|by|in|on|from|since|to|and|after|before)\b"
    r"|\s?[.,;:]|$",
    re.I,
)
#: Another currency in brackets is the same amount once more.
_AGAIN = re.compile(r"\s?\(\W{0,2}|;\s\W{0,2}")
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
    ratios = [each for match in _RATIO.finditer(masked) if (each := _ratio(match, reading))]
    inside = {i for each in ratios for i in range(each.start, each.end)}
    found = [_timed(text, each) for each in found if each.start not in inside]
    return tuple(_joined(text, sorted([*found, *times, *ratios], key=lambda each: each.start)))


def _timed(text: str, amount: Amount) -> Amount:
    """A number, as a multiple where it says how many times as many."""
    return replace(amount, form="multiple") if _AS_MANY.match(text, amount.end) else amount


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
    ordered = number.form == "ordinal" and value is not None and value > 2
    if (
        ordered
        and _SHARE.search(text, max(0, number.start - _REACH), number.start)
        and _NO_NOUN.match(text, number.end)
    ):
        return _as_share(text, number, reading)
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
        side=side[1].lower() if (side := _SIDE.search(text, max(0, start - _REACH), start)) else "",
    )


def _as_share(text: str, number: Number, reading: Reading) -> Amount:
    """The share of "a fifth"."""
    before = _SHARE.search(text, max(0, number.start - _REACH), number.start)
    start = before.start() if before else number.start
    return Amount(
        start=start,
        end=number.end,
        value=round(100 / (number.value or 1), 6),
        low=None,
        printed=text[start : number.end],
        bound=bound(text, start, number.end),
        unit="percent",
        form="fraction",
        first=reading.at(start),
        last=reading.at(number.end - 1),
    )


def _joined(text: str, found: Sequence[Amount]) -> Iterator[Amount]:
    """The amounts, those that a range joins with one unit: "50 to 60 kilometres"."""
    given = list(found)
    for i, (one, other) in enumerate(pairwise(found)):
        again = _AGAIN.fullmatch(text, one.end, other.start) and one.unit != other.unit
        if again and other.bound == "exact":
            given[i + 1] = replace(other, bound=given[i].bound)
    for i, (one, other) in enumerate(pairwise(found)):
        if _RANGE.fullmatch(text, one.end, other.start) and one.unit == "count":
            given[i] = replace(given[i], unit=other.unit)
            spread = text[one.end : other.start].strip() in ("to", "-", "–")
            if spread and one.bound not in ("exact", "vague") and other.bound == "exact":
                given[i + 1] = replace(other, bound=one.bound)
    yield from given
