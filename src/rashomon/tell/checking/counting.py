"""Counting: the amounts of a sentence, held to those that it cites."""

import re
from collections.abc import Iterator, Sequence

from rashomon.tell.checking.amounts import Amount
from rashomon.tell.checking.bounds import bare_bounds
from rashomon.tell.checking.contrast import exchanged, rival
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.passage import Passage
from rashomon.tell.checking.reading import Reading, likeness
from rashomon.tell.checking.rules import concept
from rashomon.tell.checking.sayings import surroundings
from rashomon.tell.checking.sums import is_carried
from rashomon.words.units import convert

#: An occurrence stands for the sentence's number where it is so near to the best in likeness.
_NEAR = 0.6

#: Units that the words leave open: "aged 34" and "34 years", pounds of money written out.
_LOOSE = ({"count", "year"}, {"GBP", "pound"})

#: A sentence may say less than its source: what is just over is over.
_WEAKER = {("nearly", "less_than")}


def amount_faults(said: Passage, cited: Sequence[Passage]) -> Iterator[Fault]:
    """The amounts of a sentence that no cited one carries, in value, unit, bound and place."""
    every = [(passage.reading, each) for passage in cited for each in passage.amounts]
    faults = {}
    for amount in said.amounts:
        found = _fault(said, amount, every)
        if found is not None and not is_carried(said.reading, amount, cited):
            faults[amount] = found
    whole = [
        each
        for each in said.amounts
        if each.value is not None and not _is_part_of(said.reading, each)
    ]
    for amount in exchanged(said.reading, whole, every, _equal, _same_unit) or ():
        faults[amount] = ("number", "the cited passages have these numbers in each other's place")
    for amount, (kind, reason) in faults.items():
        yield Fault(
            start=amount.start, end=amount.end, kind=kind, words=amount.printed, reason=reason
        )
    yield from _bare_faults(said.reading, [passage.reading for passage in cited])


def _bare_faults(said: Reading, cited: Sequence[Reading]) -> Iterator[Fault]:
    """Bounds without a number that are others in the citations: "at least life in prison"."""
    theirs = {
        (each["word"].lower(), kind)
        for reading in cited
        for kind, each in bare_bounds(reading.text)
    }
    for kind, each in bare_bounds(said.text):
        kinds = {other for word, other in theirs if word == each["word"].lower()}
        if kinds and kind not in kinds:
            reason = f"the cited passage says {min(kinds).replace('_', ' ')}"
            start, end = each.span("words")
            yield Fault(start=start, end=end, kind="bound", words=each["words"], reason=reason)


def _fault(
    said: Passage, amount: Amount, every: Sequence[tuple[Reading, Amount]]
) -> tuple[str, str] | None:
    """The kind of what is wrong with an amount, and why."""
    same = [(reading, each) for reading, each in every if _equal(amount, each)]
    if not same:
        return "number", "no cited passage holds this number"
    if amount.value is None and amount.low is None:
        return None  # a misprint, told as it stands
    near = _nearest(said.reading, amount, same)
    if not any(_same_unit(amount, each) for each in near) and not _is_elliptic(amount, near, every):
        return "unit", f"the cited passage says {near[0].printed} {_unit_words(near[0])}"
    near = [each for each in near if _same_unit(amount, each)] or near
    if not any(_same_bound(amount, each) for each in near):
        return "bound", f"the cited passage says {near[0].bound.replace('_', ' ')}"
    if amount.rate and all(each.rate not in ("", amount.rate) for each in near):
        return "unit", f"the cited passage says {near[0].printed} a {near[0].rate}"
    if amount.side and all(each.side and each.side != amount.side for each in near):
        return "number", f"the cited passage says {near[0].side} {near[0].printed}"
    other = _counting_another(said.reading, amount, same, every)
    if other is not None:
        return "number", f"the cited passage says {other.printed} of this"
    kept_bound = amount.bound != "exact" and any(each.bound == amount.bound for each in near)
    if kept_bound or _is_part_of(said.reading, amount) or _is_pronoun(said.reading, amount):
        return None
    found = rival(said.reading, amount, said.amounts, every, _equal, _same_unit, beside=False)
    return ("number", f"the cited passage says {found[1].printed} of this") if found else None


def _counting_another(
    said: Reading,
    amount: Amount,
    same: Sequence[tuple[Reading, Amount]],
    every: Sequence[tuple[Reading, Amount]],
) -> Amount | None:
    """The number that the citations have of what a number counts, where they count another by it.

    "About 280,000 flights" where they have 2,300 flights and 280,000 passengers.
    """
    mine = _counted(said, amount)
    if {concept("people"), concept("person")} & mine:
        return None  # "138 people were arrested" for 138 arrests
    if (
        amount.form == "ordinal"
        or amount.unit != "count"
        or not mine
        or not all(_counted(*each) for each in same)
    ):
        return None
    if any(mine & _counted(*each) for each in same):
        return None
    return next(
        (
            each
            for reading, each in every
            if each.unit == "count"
            and each.form != "ordinal"
            and (each.value or 0) > 1
            and mine & _counted(reading, each)
        ),
        None,
    )


def _counted(reading: Reading, amount: Amount) -> frozenset[str]:
    """The concepts of what a number counts, right behind it; for and against count votes."""
    found = []
    for word in reading.words[amount.last + 1 : amount.last + 3]:
        if word.low in ("for", "against"):
            found.append(word.low)
        elif word.weight is None or word.sentence != reading.words[amount.last].sentence:
            break
        else:
            found.append(word.weight)
    votes = [each for each in found if each in ("for", "against")]
    return frozenset(votes or found)


def _is_pronoun(said: Reading, amount: Amount) -> bool:
    """Whether "one" stands for a thing and counts none: "one of the ships", "the first one"."""
    if amount.value != 1 or amount.form != "words":
        return False
    behind = said.words[amount.last + 1 : amount.last + 2]
    return not behind or behind[0].weight is None


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
