"""Fitting: how each part of what two answers count fits, and whether one question may hold both.

A part is the same, near (other words for one thing), open (only one side states it, or states it
in wider words) or apart. One part that is apart keeps two answers apart, whatever else fits: what
is stated and differs never links, so that no false conflict arises from it.
"""

from collections.abc import Iterator

from rashomon.account import Ground
from rashomon.figure import overlap
from rashomon.weigh.answers import Answer
from rashomon.weigh.comparing import is_running
from rashomon.weigh.families import measure_family
from rashomon.weigh.frames import frames_fit, in_words, precedes
from rashomon.weigh.populations import may_be_everyone, populations_fit
from rashomon.weigh.setting import Setting, is_long
from rashomon.weigh.thresholds import thresholds
from rashomon.when import overlaps
from rashomon.where import Place, distance_km, same_place, within
from rashomon.words.meaning import Meaning
from rashomon.words.names import fold
from rashomon.words.synonyms import called_back, concept

#: What stands for a part that neither report states.
NOT_STATED = "not stated"

#: A building or a street so near (km) to a town's point is a scene within that town.
_IN_TOWN_KM = 15.0


def grounds(
    one: Answer, other: Answer, setting: Setting, meaning: Meaning | None = None
) -> Iterator[Ground]:
    """How the parts of two answers fit, part by part; swapping the answers changes nothing."""
    yield _measure(one, other)
    yield _frame(one, other)
    yield _population(one, other)
    yield _counted(one, other, meaning)
    yield _whole(one, other)
    yield _place(one, other, setting)
    yield _days(one, other, setting)
    yield _report(one, other)


def fits(one: Answer, other: Answer, setting: Setting, meaning: Meaning | None = None) -> bool:
    """Whether no part of two answers keeps them apart."""
    return all(ground.how != "apart" for ground in grounds(one, other, setting, meaning))


def part_fits(
    part: str, one: Answer, other: Answer, setting: Setting, meaning: Meaning | None = None
) -> str:
    """How one part of two answers fits: same, near, open or apart."""
    if part == "counted":
        return _counted(one, other, meaning).how
    if part in ("place", "period"):
        return (_place if part == "place" else _days)(one, other, setting).how
    return _PLAIN_PARTS[part](one, other).how


def _both(one: object, other: object) -> str:
    """Two words side by side in an order that does not depend on who comes first."""
    words = {
        " ".join(str(each).split()) if each is not None else NOT_STATED for each in (one, other)
    }
    return " and ".join(sorted(words))


def _measure(one: Answer, other: Answer) -> Ground:
    actions = (one.figure.action, other.figure.action)
    told = _both(one.figure.measure, other.figure.measure)
    if one.is_recalled != other.is_recalled:
        return Ground(part="measure", how="apart", text="a count of another happening")
    if one.is_further != other.is_further:
        return Ground(part="measure", how="apart", text="a count and what comes on top of it")
    if actions[0] == actions[1]:
        return Ground(part="measure", how="same" if actions[0] else "open", text=told)
    if None in actions:
        return Ground(part="measure", how="open", text=told)
    near = measure_family(actions[0] or "") == measure_family(actions[1] or "")
    return Ground(part="measure", how="near" if near else "apart", text=told)


def _frame(one: Answer, other: Answer) -> Ground:
    """What is measured by its noun, and who takes part beside the counted; an earlier thing than
    the story's is dated, or told to be one."""
    how = frames_fit(one.figure, other.figure)
    for first, second in ((one, other), (other, one)):
        dated = second.is_other and second.figure.period_basis == "explicit"
        if precedes(first.figure, second.figure) and not dated:
            how = "apart"
    return Ground(part="frame", how=how, text=_both(in_words(one.figure), in_words(other.figure)))


def _population(one: Answer, other: Answer) -> Ground:
    """Sub-groups are set against their like only; who may be everyone is open."""
    told = _both(one.figure.population, other.figure.population)
    if (one.figure.part_of is None) != (other.figure.part_of is None):
        return Ground(part="population", how="apart", text="a part and its whole")
    return Ground(part="population", how=populations_fit(one.figure, other.figure), text=told)


def _counted(one: Answer, other: Answer, meaning: Meaning | None) -> Ground:
    heads = (one.figure.head, other.figure.head)
    told = _both(one.figure.counted, other.figure.counted)
    if concept(heads[0]) == concept(heads[1]):
        return Ground(part="counted", how="same", text=told)
    if one.figure.kind == "share" and called_back(*heads):
        return Ground(part="counted", how="near", text=told)
    if one.figure.kind == "measurement" and None in heads:
        return Ground(part="counted", how="open", text=told)
    if all(may_be_everyone(each.figure) for each in (one, other)):
        return Ground(part="counted", how="near", text=told)
    # Only what the tables leave open is asked of the model, and only near synonyms pass.
    near = (
        meaning is not None
        and heads[0] is not None
        and heads[1] is not None
        and meaning.likeness(heads[0], heads[1]) >= thresholds().near_synonyms
    )
    return Ground(part="counted", how="near" if near else "apart", text=told)


def _whole(one: Answer, other: Answer) -> Ground:
    """Shares are of one whole, where both name it."""
    wholes = (one.figure.of, other.figure.of)
    told = _both(*wholes)
    if wholes[0] is None or wholes[1] is None:
        alike = one.figure.kind != "share" or wholes[0] == wholes[1]
        return Ground(part="whole", how="same" if alike else "apart", text=told)
    heads = [
        each.figure.head or (fold(each.figure.of or "").split() or [""])[-1]
        for each in (one, other)
    ]
    if concept(heads[0]) == concept(heads[1]):
        return Ground(part="whole", how="same", text=told)
    return Ground(part="whole", how="near" if called_back(*heads) else "apart", text=told)


def _place(one: Answer, other: Answer, setting: Setting) -> Ground:
    """Places are equal, or one is not stated and the other is where the story is."""
    told = _both(one.where, other.where)
    stated = [each.place for each in (one, other) if each.place is not None]
    if not stated:
        return Ground(part="place", how="same", text="the story's own place")
    if len(stated) == 1:
        here = not setting.is_off(stated[0])
        return Ground(part="place", how="open" if here else "apart", text=told)
    if any(_is_joined(each) for each in (one, other)) and one.where != other.where:
        return Ground(part="place", how="apart", text=told)
    if same_place(*stated):
        return Ground(part="place", how="same", text=told)
    if _is_scene(*stated) or _is_scene(*reversed(stated)):
        return Ground(part="place", how="near", text=told)
    unknown = same_place(*stated) is None
    apart = not unknown or bool(within(*stated) or within(*reversed(stated)))
    return Ground(part="place", how="apart" if apart else "open", text=told)


def _is_scene(one: Place, other: Place) -> bool:
    """Whether one place is a building or a street of the town that the other is, as far as known:
    one that no list holds ("Mozambique port") may be, unless its country tells otherwise."""
    if one.kind not in ("facility", "road") or other.kind != "city":
        return False
    apart = distance_km(one, other)
    if apart is None:
        return one.country is None or one.country == other.country
    return apart <= _IN_TOWN_KM


def _is_joined(answer: Answer) -> bool:
    """Whether a figure is about two places together, which is neither of them."""
    return answer.place is not None and answer.where != answer.place.name


def _days(one: Answer, other: Answer, setting: Setting) -> Ground:
    stated = [each.period for each in (one, other) if each.period is not None]
    told = _both(*(each.period and each.period.span.exact for each in (one, other)))
    if not stated:
        return Ground(part="period", how="same", text="the story's own days")
    if len(stated) == 1:
        apart = setting.is_other_time(stated[0])
        return Ground(part="period", how="apart" if apart else "open", text=told)
    other_times = {setting.is_other_time(each) for each in stated}
    lengths = {is_long(each) for each in stated}
    if overlaps(*stated) is False or len(other_times) > 1 or len(lengths) > 1:
        return Ground(part="period", how="apart", text=told)
    return Ground(part="period", how="same", text=told)


def _report(one: Answer, other: Answer) -> Ground:
    """One report itself speaks of two things where it gives counts that cannot be one: one is more
    than twice the other, is dated where the other is not, or is of a narrower group."""
    if one.report.id != other.report.id:
        return Ground(part="report", how="same", text="of two reports")
    values = [each.figure.value or each.figure.low or 0.0 for each in (one, other)]
    alike = overlap(one.figure.bounds, other.figure.bounds)
    vague = "vague" in (one.figure.qualifier, other.figure.qualifier)
    far = min(values) > 0 and max(values) > thresholds().far * min(values) and not (vague and alike)
    # A toll is told in the headline, the lead and a quotation; other equal counts are two things.
    told_twice = is_running(one) and alike
    dated = (one.period is None) != (other.period is None)
    narrower = fold(one.figure.population or "") != fold(other.figure.population or "")
    # "Three short-range missiles" and, elsewhere in it, "three missiles".
    narrower |= alike and fold(one.figure.counted or "") != fold(other.figure.counted or "")
    apart = far or (not told_twice and (dated or narrower))
    return Ground(part="report", how="apart" if apart else "same", text="of one report")


#: The parts that need neither the story's setting nor a model.
_PLAIN_PARTS = {
    "measure": _measure,
    "frame": _frame,
    "population": _population,
    "whole": _whole,
    "report": _report,
}
