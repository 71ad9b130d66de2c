"""Policies: named ways to get one number out of positions that differ.

The positions themselves are never touched: a policy chooses among them, says what it left out,
and gives no number where its own rule gives none. The rules are those of the field:

range         the lowest and the highest number stated, and no best one, as casualty recorders
              report (Airwars, "Methodology": minimum and maximum).
conservative  the lowest number stated, words for many at their least (ACLED, "Fatalities:
              How ACLED collects fatality data"; tens 10, dozens 12, hundreds 100).
majority      what more than half of the independent origins state (compare Every Casualty,
              "Standards for Casualty Recording", 2016: corroboration by independent sources).
latest        what was stated last (an authority that counts on revises its count).
named-first   only what named speakers and documents state, where any does.
pending       no number while the answers contradict or differ.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.account import Position, Question
from rashomon.tell.desk import Desk
from rashomon.tell.sections import DISPUTED
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm:
    """What befell people, under the name that a sheet gives it, with its concepts."""

    name: str
    actions: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyTable:
    """The table of policies: harms, words for people as such, words for many read carefully."""

    people: list[str]
    harms: list[Harm]
    conservative: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What a policy makes of a question, after UCDP's best, low and high.

    None is open: no number is stated, or the rule of the policy gives none. `standing` says in a
    word why: agreed, single, settled, open or pending.
    """

    best: float | None = None
    low: float | None = None
    high: float | None = None
    standing: str = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One position's number: both ends as stated, an open end None, and the day it was first told.

    `independent` names whom the number counts as independent for, None where for nobody.
    """

    position: Position
    low: float | None
    high: float | None
    day: str | None
    named: bool
    independent: str | None

    @property
    def number(self) -> float:
        """The one number to rank by: the stated value or end."""
        ends = [each for each in (self.low, self.high) if each is not None]
        return ends[0]


#: A policy: the numbers that still stand, and the question, to an estimate.
Policy = Callable[[Sequence[Stated], Question], Estimate]


def estimate(desk: Desk, question: Question, policy: str) -> Estimate:
    """What the policy of that name makes of a question's positions. Raises KeyError for no policy.

    A number that a later count of the same toll brought up to date no longer stands, and neither
    denied nor expected numbers are counts.
    """
    stated = standing(desk, question)
    return POLICIES[policy](stated, question) if stated else Estimate()


def extremes(desk: Desk, question: Question) -> tuple[float | None, float | None]:
    """The lowest and the highest number that any position asserts, outdated ones as well.

    The numbers as they are stated: "at least 59" states 59.
    """
    numbers = [
        each
        for stated in _stated(desk, question)
        for each in (stated.low, stated.high)
        if each is not None
    ]
    return min(numbers, default=None), max(numbers, default=None)


def standing(desk: Desk, question: Question) -> tuple[Stated, ...]:
    """The numbers that are asserted and that no later count brought up to date."""
    stated = _stated(desk, question)
    ids = {each.position.id for each in stated}
    outdated = {
        each.a for each in question.relations if each.relation == "supersedes" and each.b in ids
    }
    return tuple(each for each in stated if each.position.id not in outdated)


def _stated(desk: Desk, question: Question) -> tuple[Stated, ...]:
    heard = {position.origin for position in question.positions}
    found = []
    for position in question.positions:
        low, high = _bounds(position)
        if position.stance not in ("asserts", "reports") or (low is None and high is None):
            continue
        origin = desk.origins[position.origin]
        days = sorted(
            day[:10] for span in position.evidence if (day := desk.reports[span.report].published)
        )
        doubled = any(same.origin in heard for same in origin.same_as)
        counts = origin.kind != "outlet" and not doubled
        found.append(
            Stated(
                position=position,
                low=low,
                high=high,
                day=days[0] if days else None,
                named=origin.named and origin.kind in ("speaker", "document"),
                independent=(origin.party or origin.name) if counts else None,
            )
        )
    return tuple(found)


def _bounds(position: Position) -> tuple[float | None, float | None]:
    """Both ends as the words state them; "about 40" states 40, "at least 40" no upper end."""
    if position.qualifier in ("exact", "about", None) and position.value is not None:
        return position.value, position.value
    return position.low, position.high


def _ends(stated: Sequence[Stated]) -> tuple[float | None, float | None]:
    """Lowest and highest number; an end stays open where the outermost number leaves it open."""
    if not stated:
        return None, None
    lowest = min(stated, key=lambda each: (each.number, each.low is not None))
    highest = max(stated, key=lambda each: (_top(each), each.high is None))
    return lowest.low, highest.high


def _top(stated: Stated) -> float:
    return stated.number if stated.high is None else stated.high


def _range(stated: Sequence[Stated], question: Question) -> Estimate:
    low, high = _ends(stated)
    agreed = low is not None and low == high
    word = "open" if not agreed else "single" if len(stated) == 1 else "agreed"
    return Estimate(best=low if agreed else None, low=low, high=high, standing=word)


def _conservative(stated: Sequence[Stated], question: Question) -> Estimate:
    words = table("policies", PolicyTable).conservative
    # A word for many says nothing more where somebody gives a number.
    numbered = [each for each in stated if each.position.qualifier != "vague"]
    least = [replace(each, low=_least(each, words)) for each in numbered or stated]
    best = min(each.number for each in least)
    return replace(_range(least, question), best=best, low=best, standing="settled")


def _least(stated: Stated, words: Mapping[str, int]) -> float | None:
    """The lower end, for a word for many what the table makes of it."""
    if stated.position.qualifier == "vague":
        met = [words[w] for w in re.findall(r"\w+", stated.position.answer.lower()) if w in words]
        if met and not re.search(r"several|few|\d", stated.position.answer.lower()):
            return float(met[0])
    return stated.low


def _majority(stated: Sequence[Stated], question: Question) -> Estimate:
    last = {each.independent: each for each in sorted(stated, key=_by_day) if each.independent}
    votes = Counter((each.low, each.high) for each in last.values())
    whole = _range(stated, question)
    won = [ends for ends, count in votes.items() if count * 2 > len(last)]
    if len(last) < 2 or not won:
        return replace(whole, best=None, standing="open")
    kept = [each for each in last.values() if (each.low, each.high) == won[0]]
    return replace(whole, best=kept[0].number, standing="settled")


def _latest(stated: Sequence[Stated], question: Question) -> Estimate:
    days = [each.day for each in stated if each.day]
    if not days:
        return replace(_range(stated, question), best=None, standing="open")
    last = [each for each in stated if each.day == max(days)]
    told = _range(last, question)
    return told if told.best is None else replace(told, standing="settled")


def _named_first(stated: Sequence[Stated], question: Question) -> Estimate:
    return _range([each for each in stated if each.named] or stated, question)


def _pending(stated: Sequence[Stated], question: Question) -> Estimate:
    if question.relation in DISPUTED:
        return Estimate(standing="pending")
    return _range(stated, question)


def _by_day(stated: Stated) -> tuple[str, str]:
    return stated.day or "", stated.position.id


#: All policies by name, the first the one taken where none is asked for.
POLICIES: dict[str, Policy] = {
    "range": _range,
    "conservative": _conservative,
    "majority": _majority,
    "latest": _latest,
    "named-first": _named_first,
    "pending": _pending,
}
