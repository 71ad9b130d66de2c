"""Amounts: a number, or two that make a range, with its unit and its qualifier."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rashomon.figure import Bounds
from rashomon.find.figures import qualifiers
from rashomon.words import units
from rashomon.words.numbers import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with what directly belongs to it.

    `text[start:end]` is the number alone, `text[begin:finish]` runs from the qualifier or
    currency sign to the unit.
    """

    start: int
    end: int
    begin: int
    finish: int
    bounds: Bounds
    form: str
    kind: str = "level"
    unit: str = "count"
    qualifier: tuple[int, int] | None = None
    candidates: tuple[float, ...] = ()


#: What may join two numbers to a range; a sign or unit may be said twice ("$5 to $7").
_JOIN = re.compile(
    r"(?P<percent>[^\S\n]?(?:%|percent|per cent))?"
    r"(?:[^\S\n]?[-–][^\S\n]?|[^\S\n]+(?P<word>to|and|or)[^\S\n]+)(?P<sign>[$€£])?",
    re.I,
)
#: No result of a game is as high as this.
_BEYOND_SCORES = 1000
_PERCENT = re.compile(r"[^\S\n]?(?:%|per[^\S\n]?cent)", re.I)
_MINUS = re.compile(r"(?:\b(?:minus|negative)\s+|(?<![\w.,)])[-−])$", re.I)
_BETWEEN = re.compile(r"\b(?P<word>between|from)\s+[$€£]?$", re.I)
_IN_EVERY = re.compile(r"\s+(?:in|out\s+of)(?P<every>\s+every)?\s+", re.I)
_OPENS = re.compile(
    r"(?:^|[.;:,(“\"]\s*|\n|\b(?:about|some|nearly|almost|roughly|around|than|or|only|that)\s+)$",
    re.I,
)
_MAGNITUDE = re.compile(r"\bmagnitudes?(?:\s+of)?\s+$", re.I)
_RICHTER = re.compile(
    r"\s+on\s+the\s+(?:\w+\s+)?Richter\b"
    r"|(?<=\.\d)[\s-]+(?:\w+\s+)?(?:earth)?(?:quake|tremor|temblor|aftershock|foreshock)\b",
    re.I,
)
_OF = re.compile(
    r"\s+(?:of|the|its|their|his|her|our|all|that|those|majority|interest|share|stake)\b", re.I
)
_OF_ONE = re.compile(r"\s+(?:of\s+)?an?(?=\s)", re.I)
_OLD = re.compile(r"(?:[\s-]+olds?|\s+of\s+age)\b", re.I)
_WAS = re.compile(r"\b(?:he|she|who)\s+(?:is|was|turned|turns)\s+$", re.I)
_ENDS = re.compile(r"[,.;]|\s+(?:when|and|at)\b", re.I)
_AGED = re.compile(
    r"\b(?:aged|ages?(?:\s+of)?)\s+(?:(?:\d{1,3}|[a-z]{3,9})\s*(?:-|,|to|and|or)\s*)?$", re.I
)


def amounts(text: str, numbers: Iterable[Number], moving: frozenset[int]) -> Iterator[Amount]:
    """Each amount of `text`; `moving` are starts of numbers that a verb of change governs."""
    waiting: Number | None = None
    for number in numbers:
        if waiting is None:
            waiting = number
            continue
        joined = None if waiting.start in moving else _range(text, waiting, number)
        joined = joined or _one_in(text, waiting, number)
        if joined:
            yield _dressed(text, joined)
            waiting = None
        elif _is_score(text, waiting, number):
            waiting = None
        else:
            yield _dressed(text, _single(text, waiting))
            waiting = number
    if waiting:
        yield _dressed(text, _single(text, waiting))


def _is_score(text: str, one: Number, other: Number) -> bool:
    """Whether two numbers with a dash between them are a result ("won 3-1")."""
    if one.value is None or other.value is None or max(one.value, other.value) >= _BEYOND_SCORES:
        return False
    return text[one.end : other.start].strip() in ("-", "–") and one.form == other.form == "digits"


def _single(text: str, number: Number) -> Amount:
    """A number alone, below zero where a minus stands before it."""
    minus = _MINUS.search(text, max(0, number.start - 10), number.start)
    value = number.value if number.value is None or not minus else -number.value
    bounds = Bounds(value=value, low=value, high=value, qualifier="exact")
    if number.form == "vague":
        bounds = Bounds(value=None, low=number.low, high=None, qualifier="vague")
    return Amount(
        start=number.start,
        end=number.end,
        begin=minus.start() if minus else number.start,
        finish=number.end,
        bounds=bounds,
        form=number.form,
        candidates=number.candidates,
    )


def _range(text: str, one: Number, other: Number) -> Amount | None:
    """Two numbers as one range ("between 20 and 30", "20-30 million"), else None."""
    match = _JOIN.fullmatch(text, one.end, other.start)
    if match is None or one.value is None:
        return None
    if other.value is None:
        return None if match["word"] else _misprinted(one, other)
    if match["percent"] and not _PERCENT.match(text, other.end):
        return None
    if match["sign"] and text[one.start - 1 : one.start] != match["sign"]:
        return None
    if "ordinal" in (one.form, other.form) or "fraction" in (one.form, other.form):
        return None
    opening = _BETWEEN.search(text, max(0, one.start - 12), one.start)
    opened = opening["word"].lower() if opening else ""
    if (match["word"] or "").lower() == "and" and opened != "between":
        return None
    low = one.value
    if one.size == 1 and other.size > 1 and low < other.value / other.size:
        low *= other.size
    if not low < other.value:
        return None
    return Amount(
        start=one.start,
        end=other.end,
        begin=opening.start() if opening else one.start,
        finish=other.end,
        bounds=Bounds(value=None, low=low, high=other.value, qualifier="range"),
        form="range",
        qualifier=(opening.start(), opening.end("word")) if opening else None,
    )


def _misprinted(one: Number, other: Number) -> Amount:
    """A range whose end is a misprint ("45,000-50 ,000"): known by what it may mean alone."""
    ends = (one.value, *other.candidates)
    return Amount(
        start=one.start,
        end=other.end,
        begin=one.start,
        finish=other.end,
        bounds=Bounds(value=None, low=None, high=None, qualifier="range"),
        form="range",
        candidates=tuple(end for end in ends if end is not None),
    )


def _one_in(text: str, one: Number, other: Number) -> Amount | None:
    """Two numbers as one share ("one in five children"), else None."""
    match = _IN_EVERY.fullmatch(text, one.end, other.start)
    if match is None or not one.value or not other.value or one.value >= other.value:
        return None
    plain = " in " in match[0] and not match["every"]
    listed = one.value != 1 and not _OPENS.search(text, max(0, one.start - 12), one.start)
    if plain and (listed or units.measured(text, other.start, other.end)):
        return None  # "two in 24 hours" and "killed two in five villages" are no shares
    share = round(100 * one.value / other.value, 6)
    return Amount(
        start=one.start,
        end=other.end,
        begin=one.start,
        finish=other.end,
        bounds=Bounds(value=share, low=share, high=share, qualifier="exact"),
        form="share",
        kind="share",
        unit="percent",
    )


def _dressed(text: str, bare: Amount) -> Amount:
    """The amount with its unit and its qualifier."""
    amount = _with_unit(text, bare)
    if amount.form == "ordinal":
        return amount
    front = qualifiers.before(text, amount.begin)
    if amount.form in ("vague", "range"):
        # Its own bounds say more than "some 20 to 30" or "at least dozens" does.
        return replace(amount, begin=front.start) if front else amount
    back = qualifiers.after(text, amount.finish) or qualifiers.after(text, amount.end)
    found = front or back
    if found is None:
        return amount
    return replace(
        amount,
        begin=min(amount.begin, found.start),
        finish=max(amount.finish, found.end),
        bounds=qualifiers.bounds(amount.bounds.value, found.kind),
        qualifier=(found.start, found.end),
    )


def _with_unit(text: str, bare: Amount) -> Amount:
    """The amount with its unit and kind; a part of one is told in percent, so that half and
    50 % compare, and a price or measure may be a rate ("$82 a share").
    """
    if bare.form == "share":
        return bare
    named = _MAGNITUDE.search(text, max(0, bare.start - 16), bare.start)
    if named or _RICHTER.match(text, bare.end):
        return replace(bare, kind="measurement", unit="magnitude")
    if bare.form == "ordinal":
        return replace(bare, kind="ordinal")
    if bare.form == "fraction" and (one := _OF_ONE.match(text, bare.end)):
        found = units.measured(text, bare.start, one.end())
        if found:  # "half a mile"
            return replace(bare, finish=found.end, unit=found.unit, kind=found.kind)
    if bare.form == "fraction" and _OF.match(text, bare.end):
        return replace(bare, kind="share", unit="percent", bounds=_scaled(bare.bounds, 100))
    found = units.measured(text, bare.start, bare.end)
    amount = bare
    if found:
        amount = replace(
            bare,
            begin=min(bare.begin, found.start),
            finish=found.end,
            unit=found.unit,
            kind=found.kind,
            bounds=_scaled(bare.bounds, found.scale),
        )
    if amount.unit in ("year", "month", "day", "week") and (old := _OLD.match(text, amount.finish)):
        return replace(amount, kind="age", finish=old.end())
    if amount.unit in ("count", "year", "month") and _is_age(text, bare):
        return replace(amount, kind="age", unit="year" if amount.unit == "count" else amount.unit)
    rate = units.per(text, amount.finish)
    if rate and found:
        kind = amount.kind if amount.kind == "price" else "rate"
        return replace(amount, kind=kind, unit=f"{amount.unit} per {rate[0]}", finish=rate[1])
    return amount


def _is_age(text: str, number: Amount) -> bool:
    """Whether the words around a bare number make it an age ("aged 34", "when she was 16,")."""
    near = max(0, number.start - 24)
    if _AGED.search(text, near, number.start):
        return True
    return bool(_WAS.search(text, near, number.start) and _ENDS.match(text, number.end))


def _scaled(bounds: Bounds, scale: float) -> Bounds:
    """Bounds in a unit `scale` times smaller, without the dust of binary fractions."""

    def moved(end: float | None) -> float | None:
        return None if end is None else round(end * scale, 6)

    return Bounds(
        value=moved(bounds.value),
        low=moved(bounds.low),
        high=moved(bounds.high),
        qualifier=bounds.qualifier,
    )
