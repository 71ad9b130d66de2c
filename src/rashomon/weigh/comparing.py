"""Comparing: how two answers to one question stand to each other, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from rashomon.account import Reason
from rashomon.figure import Bounds, Figure, exclude, overlap
from rashomon.weigh.answers import Answer
from rashomon.weigh.context import name_alike, name_apart
from rashomon.weigh.families import is_known, measure_family
from rashomon.weigh.frames import others_apart, share_frame
from rashomon.weigh.populations import populations_fit
from rashomon.when import same_period
from rashomon.where import same_place
from rashomon.words.names import fold
from rashomon.words.synonyms import called_back, concept, is_generic
from rashomon.words.tables import table
from rashomon.words.units import convert


@dataclass(frozen=True, slots=True)
class Comparing:
    """The table `data/comparing.toml`: which measures run on while an event lasts, and which of
    them fall as well as rise."""

    running: frozenset[str]
    falling: frozenset[str]


@cache
def _comparing() -> Comparing:
    return table("comparing", Comparing)


#: Kinds of numbers that move by the hour.
_MOVING = frozenset(("change", "price"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation and its reasons."""

    relation: str
    reasons: tuple[Reason, ...]


def compare(one: Answer, other: Answer) -> Verdict:
    """How two answers to one question relate; swapping them changes nothing."""
    reasons = tuple(sorted(_reasons(one, other)))
    kinds = {reason.kind for reason in reasons}
    if not (one.figure.well_formed and other.figure.well_formed):
        return Verdict("possibly_related", reasons)
    if "period" in kinds and _states_length(one) and _states_length(other):
        return Verdict("differ", reasons)
    times = _at_two_times(one, other) if "value" in kinds else None
    if times is not None:
        return Verdict("differ", (*reasons, Reason(kind="period", text=times)))
    if "value" not in kinds:
        return Verdict("compatible" if "qualifier" in kinds else "agree", reasons)
    if is_running(one) and _ordered(one, other) and _is_update(one, other):
        vague = "vague" in (one.figure.qualifier, other.figure.qualifier)
        # "Dozens" may well be the 51 that are counted later.
        known = not (vague and overlap(*_bounds(one, other)))
        return Verdict("supersedes" if known else "compatible", reasons)
    if overlap(*_bounds(one, other)):
        return Verdict("compatible", reasons)
    if "population" in kinds:
        # Two civilians and five people may be of one count or the ones a part of the others.
        return Verdict("possibly_related", reasons)
    return Verdict(_of_unequal(one, other), reasons)


def _at_two_times(one: Answer, other: Answer) -> str | None:
    """The hours of two numbers of one named thing that moves by the hour, where one at least is
    told: shares "fell 2 percent at 9:30 a.m." and, elsewhere, 4 percent."""
    first, second = one.figure, other.figure
    named = any(word[:1].isupper() for word in (first.measure or "").split())
    alike = fold(first.measure or "") == fold(second.measure or "")
    if not (named and alike and {first.kind, second.kind} <= _MOVING):
        return None
    hours = [
        each.period.span.exact if _is_hour(each) and each.period else "no hour told"
        for each in (one, other)
    ]
    return _both(*hours) if hours[0] != hours[1] else None


def _is_hour(answer: Answer) -> bool:
    return answer.period is not None and answer.period.type == "TIME"


def _bounds(one: Answer, other: Answer) -> tuple[Bounds, Bounds]:
    """The bounds of both in one unit; a converted number is rounded, so it is about itself."""
    first, second = one.figure.bounds, other.figure.bounds
    if one.figure.unit == other.figure.unit:
        return first, second
    scale = convert(1.0, other.figure.unit, one.figure.unit)
    if scale is None:
        return first, second
    value, low, high = (
        end if end is None else end * scale for end in (second.value, second.low, second.high)
    )
    if second.qualifier == "exact":
        return first, Bounds(value=value, low=None, high=None, qualifier="about")
    return first, Bounds(value=value, low=low, high=high, qualifier=second.qualifier)


def _of_unequal(one: Answer, other: Answer) -> str:
    """The relation of two values whose tolerance ranges do not meet."""
    if one.report.id == other.report.id and one.origin.id == other.origin.id:
        # One voice in one report with two numbers speaks of two things that we cannot tell apart.
        return "possibly_related"
    if not _one_measure(one, other):
        # Joined by their words alone: whether they measure one thing is not known.
        return "possibly_related"
    heads = (one.figure.head, other.figure.head)
    whole = one.figure.kind == "share" and called_back(*heads)
    whole |= one.figure.kind == "measurement" and None in heads  # "15 tonnes of cargo", "15 tonnes"
    if concept(heads[0]) != concept(heads[1]) and not whole and not all(map(is_generic, heads)):
        # Only the sentence model holds the two for one thing.
        return "possibly_related"
    told = share_frame(one.figure, other.figure)
    if not is_running(one) and name_apart(one, other, numbers=not told):
        # Two companies, two candidates, two lines: each clause names what the other does not.
        return "possibly_related"
    if _outgrown(one.figure, other.figure) or _outgrown(other.figure, one.figure):
        return "compatible"
    if is_running(one):
        open_ended = {"at_least", "more_than"} & {one.figure.qualifier, other.figure.qualifier}
        return "compatible" if open_ended and not _ordered(one, other) else "differ"
    if _fully_known(one, other) and exclude(*_bounds(one, other)):
        return "contradict"
    return "differ"


def _outgrown(vague: Figure, other: Figure) -> bool:
    """Whether a vague word says only less than another number does: "several" beside 23."""
    least = other.value if other.value is not None else other.low
    return vague.qualifier == "vague" and least is not None and (vague.low or 0.0) <= least


def _one_measure(one: Answer, other: Answer) -> bool:
    """Whether it is known that both measure one thing: the same deed or the same attribute. A like
    noun alone does not show it ("two sacks", "three sacks"): then an equal number links and an
    unequal one tells nothing."""
    first, second = one.figure.action, other.figure.action
    same = first is not None and second is not None
    if same and measure_family(first or "") == measure_family(second or "") and is_known(first):
        return True
    if one.is_one_of_several or other.is_one_of_several:
        return False  # of its two numbers a report may tell either of the other's thing
    if same and measure_family(first or "") == measure_family(second or ""):
        return not others_apart(one.figure, other.figure)
    return share_frame(one.figure, other.figure)


def _is_update(one: Answer, other: Answer) -> bool:
    """Whether the later count is the higher one, or of something that falls as well as rises."""
    first, second = _moment(one), _moment(other)
    if first is None or second is None or first == second:
        return False
    if one.figure.action in _comparing().falling:
        return True
    return (first < second) == (_least(one) < _least(other))


def _moment(answer: Answer) -> datetime | None:
    """When a report was published, as the start of its day where no hour is known; in UTC where a
    zone is given."""
    published = answer.report.published
    if published is None or answer.report.published_precision == "month":
        return None
    moment = datetime.fromisoformat(published)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _ordered(one: Answer, other: Answer) -> bool:
    """Whether it is known which report came first: other days, or hours of one day."""
    exact = all(each.report.published_precision == "instant" for each in (one, other))
    return exact or _days_apart(one, other)


def _days_apart(one: Answer, other: Answer) -> bool:
    """Whether the reports are known to be of two different days."""
    days = [each.report.day for each in (one, other)]
    return None not in days and days[0] != days[1]


def is_running(answer: Answer) -> bool:
    """Whether the answer counts something that goes on rising while the event lasts."""
    return answer.figure.kind == "level" and answer.figure.action in _comparing().running


def only_rises(action: str | None) -> bool:
    """Whether a measure is a toll: a count that runs on and never falls."""
    known = _comparing()
    return action in known.running and action not in known.falling


def _least(answer: Answer) -> float:
    figure = answer.figure
    ends = [end for end in (figure.value, figure.low, figure.high) if end is not None]
    return ends[0] if ends else 0.0


def _fully_known(one: Answer, other: Answer) -> bool:
    """Whether every key part is stated on both sides and equal, and no later report can have
    updated the one by the other."""
    if not (one.place and other.place and one.period and other.period):
        return False
    return bool(
        one.figure.place_basis == other.figure.place_basis == "explicit"
        and one.figure.period_basis == other.figure.period_basis == "explicit"
        and same_place(one.place, other.place)
        and same_period(one.period, other.period)
        and one.figure.head is not None
        and concept(one.figure.head) == concept(other.figure.head)
        and one.figure.action is not None
        and one.figure.action == other.figure.action
        and one.figure.measure is not None
        and fold(one.figure.measure) == fold(other.figure.measure or "")
        and name_alike(one, other)
    )


def _states_length(answer: Answer) -> bool:
    """Whether the words themselves give the figure a window of time ("in the last week")."""
    return (
        answer.period is not None
        and answer.period.from_ is not None
        and answer.period.to is not None
        and answer.period.from_ != answer.period.to
        and answer.figure.period_basis in ("explicit", "carried")
    )


def _reasons(one: Answer, other: Answer) -> Iterator[Reason]:
    first, second = one.figure, other.figure
    if populations_fit(first, second) == "open":
        named = (first.population or first.counted, second.population or second.counted)
        yield Reason(kind="population", text=_both(*(each or "people" for each in named)))
    if first.action != second.action and first.measure and second.measure:
        yield Reason(kind="measure", text=_both(first.measure, second.measure))
    if (first.value, first.low, first.high) != (second.value, second.low, second.high) and (
        first.value != second.value or first.value is None
    ):
        yield Reason(kind="value", text=_both(first.span.exact, second.span.exact))
    words = (first.qualifier_text or first.qualifier, second.qualifier_text or second.qualifier)
    # "Over 400" and "more than 400" state one bound in two wordings.
    if first.qualifier != second.qualifier:
        yield Reason(kind="qualifier", text=_both(*words))
    if _states_length(one) and _states_length(other):
        assert one.period is not None
        assert other.period is not None
        if same_period(one.period, other.period) is False:
            texts = (one.period.span.exact, other.period.span.exact)
            yield Reason(kind="period", text=_both(*texts))
    if one.report.published and other.report.published:
        days = (one.report.published[:10], other.report.published[:10])
        if days[0] != days[1]:
            yield Reason(kind="order", text=f"published {min(days)} and {max(days)}")


def _both(one: str, other: str) -> str:
    """Two texts side by side, in an order that does not depend on who comes first."""
    return " against ".join(sorted((" ".join(one.split()), " ".join(other.split()))))
