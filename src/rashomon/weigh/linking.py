"""Linking: which figures of which reports answer one question.

Two figures answer one question when measure and population are equal, and places and periods
allow it (the contract's rules of comparing). What is not stated is taken as the story's own place
and days; what is stated and differs never links, so that no false conflict arises from it.
"""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.weigh.answers import Answer
from rashomon.weigh.asking import is_known
from rashomon.weigh.context import same_context
from rashomon.weigh.setting import Setting, is_long, place_key
from rashomon.when import overlaps
from rashomon.where import same_place, within
from rashomon.words.meaning import Meaning
from rashomon.words.names import fold
from rashomon.words.synonyms import concept, is_generic

#: Kinds of figures that can answer a question about the event; ages belong to people.
ASKED = frozenset(("level", "change", "share", "rate", "price", "measurement"))

#: Kinds whose number and unit nearly name the thing by themselves: "$284 billion", "770 km".
_TELLING = frozenset(("rate", "price", "measurement"))

#: From this count on, the same number in the same words is hardly met by chance.
_MANY = 20

#: Cosine of two sentence vectors from which two nouns count as names of one thing; "lorry" and
#: "truck" lie above it, "soldier" and "civilian" below.
_NEAR_SYNONYMS = 0.8

#: One report gives no two counts of one thing of which one is so many times the other.
_FAR = 2.0


def linked(
    answers: Sequence[Answer], setting: Setting, meaning: Meaning | None = None
) -> list[list[Answer]]:
    """The answers in groups, each the answers to one question.

    Order and number of the answers change nothing about who shares a group.
    """
    buckets: dict[tuple[str, ...], list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.figure.kind in ASKED:
            buckets[_bucket(answer)].append(answer)
    groups: list[list[Answer]] = []
    for _, bucket in sorted(buckets.items()):
        groups += _grouped(bucket, setting, meaning)
    return _with_equal_numbers(groups)


def _bucket(answer: Answer) -> tuple[str, ...]:
    """What must be equal to the letter: unit, kind, and what befell or was done to the counted."""
    figure = answer.figure
    if figure.action is not None and (figure.counted or figure.head or figure.of):
        return (figure.unit, figure.kind, "did", figure.action)
    if figure.counted is None and figure.of is None:
        return (figure.unit, figure.kind, "alone", figure.id)
    return (figure.unit, figure.kind, "is", concept(figure.head) or "", _number(answer))


def _number(answer: Answer) -> str:
    """Without a known measure only the same number of the same thing can be one question."""
    return f"{answer.figure.value}|{answer.figure.low}|{answer.figure.high}"


def _grouped(
    bucket: Sequence[Answer], setting: Setting, meaning: Meaning | None
) -> list[list[Answer]]:
    """Complete-link groups: whoever joins must fit every member, the best placed come first."""
    by_profile: dict[tuple[str, ...], list[Answer]] = defaultdict(list)
    for answer in bucket:
        by_profile[_profile(answer)].append(answer)
    ranked = sorted(
        by_profile.items(), key=lambda item: (item[0].count(""), -len(item[1]), item[0])
    )
    groups: list[list[list[Answer]]] = []
    for _, answers in ranked:
        fitting = [
            group
            for group in groups
            if all(fits(answers[0], member[0], setting, meaning) for member in group)
        ]
        if fitting:
            max(fitting, key=lambda group: sum(map(len, group))).append(answers)
        else:
            groups.append([answers])
    return [[answer for answers in group for answer in answers] for group in groups]


def _profile(answer: Answer) -> tuple[str, ...]:
    """All that the rules of linking look at; answers with one profile always link."""
    figure, place, period = answer.figure, answer.place, answer.period
    return (
        concept(figure.head) or "",
        fold(figure.population or ""),
        fold(figure.of or ""),
        "part" if figure.part_of else "whole",
        place_key(place) if place is not None else "",
        answer.where or "" if place is not None else "",
        f"{period.from_}..{period.to}" if period is not None else "",
    )


def _with_equal_numbers(groups: Sequence[list[Answer]]) -> list[list[Answer]]:
    """The groups, those joined that give one telling number for one thing in other words.

    An amount of money, a length, or a count of which no table knows the measure is put in so many
    ways that its measure cannot be matched; the number itself, with the words around it, can. Such
    a join only ever finds agreement.
    """
    joined: list[list[Answer]] = []
    homes: dict[tuple[str, float], list[list[Answer]]] = defaultdict(list)
    for group in sorted(groups, key=lambda group: (-len(group), group[0].figure.id)):
        key = _telling_number(group)
        fitting = (
            (home for home in homes[key] if all(_same_amount(group[0], each) for each in home))
            if key is not None
            else iter(())
        )
        home = next(fitting, None)
        if home is not None:
            home += group
        else:
            joined.append(group)
            if key is not None:
                homes[key].append(group)
    return joined


def _telling_number(group: Sequence[Answer]) -> tuple[str, float] | None:
    """Unit and number of a group of equal answers, where these nearly name the thing."""
    figure = group[0].figure
    values = {each.figure.value for each in group}
    if figure.value is None or len(values) > 1:
        return None
    counted = figure.kind == "level" and figure.value >= _MANY and not is_known(figure.action)
    if figure.kind not in _TELLING and not counted:
        return None
    return (figure.unit.split(" per ")[0], figure.value)


def _same_amount(one: Answer, other: Answer) -> bool:
    """Whether two equal amounts are one: no other days, and words around them that agree."""
    periods = [answer.period for answer in (one, other) if answer.period is not None]
    if len(periods) == 2 and overlaps(*periods) is False:
        return False
    return _is_distinctive(one) or same_context(one, other)


def _is_distinctive(answer: Answer) -> bool:
    """Whether an amount has three digits of its own and is unlikely to be met by chance."""
    if answer.figure.kind not in _TELLING:
        return False
    return len(f"{answer.figure.value:.6g}".split("e")[0].replace(".", "").strip("0")) >= 3


def fits(one: Answer, other: Answer, setting: Setting, meaning: Meaning | None = None) -> bool:
    """Whether population, whole, place and period let two answers be of one question."""
    return (
        _same_counted(one, other, meaning)
        and _same_whole(one, other)
        and _same_place(one, other, setting)
        and _same_days(one, other, setting)
        and not _told_apart(one, other)
    )


def _told_apart(one: Answer, other: Answer) -> bool:
    """Whether one report itself speaks of two things: it dates the one and not the other, or
    gives counts of which one is more than twice the other."""
    if one.report.id != other.report.id:
        return False
    values = [answer.figure.value or answer.figure.low or 0.0 for answer in (one, other)]
    far = min(values) > 0 and max(values) > _FAR * min(values)
    return far or (one.period is None) != (other.period is None)


def _same_counted(one: Answer, other: Answer, meaning: Meaning | None) -> bool:
    if fold(one.figure.population or "") != fold(other.figure.population or ""):
        return False
    if (one.figure.part_of is None) != (other.figure.part_of is None):
        return False  # "five of them children" is never set against the whole
    heads = (one.figure.head, other.figure.head)
    if concept(heads[0]) == concept(heads[1]):
        return True
    if is_generic(heads[0]) and is_generic(heads[1]):
        return True
    if meaning is None or heads[0] is None or heads[1] is None:
        return False
    # Only what the tables leave open is asked of the model, and only near synonyms pass.
    return meaning.likeness(heads[0], heads[1]) >= _NEAR_SYNONYMS


def _same_whole(one: Answer, other: Answer) -> bool:
    """Shares are of one whole, where both name it."""
    if one.figure.of is None or other.figure.of is None:
        return one.figure.kind != "share" or one.figure.of == other.figure.of
    words = (fold(one.figure.of).split(), fold(other.figure.of).split())
    return concept(words[0][-1] if words[0] else None) == concept(
        words[1][-1] if words[1] else None
    )


def _same_place(one: Answer, other: Answer, setting: Setting) -> bool:
    places = [answer.place for answer in (one, other) if answer.place is not None]
    if any(_is_joined(answer) for answer in (one, other)) and one.where != other.where:
        return False
    if len(places) < 2:
        focus = setting.place
        return not places or focus is None or same_place(places[0], focus) is not False
    same = same_place(*places)
    return same or (same is None and not within(*places) and not within(*reversed(places)))


def _is_joined(answer: Answer) -> bool:
    """Whether a figure is about two places together, which is neither of them."""
    return answer.place is not None and answer.where != answer.place.name


def _same_days(one: Answer, other: Answer, setting: Setting) -> bool:
    periods = [answer.period for answer in (one, other) if answer.period is not None]
    if len(periods) < 2:
        return not any(setting.is_other_time(period) for period in periods)
    return overlaps(*periods) is not False and is_long(periods[0]) == is_long(periods[1])
