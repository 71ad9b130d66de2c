"""Linking: which figures of which reports answer one question.

Two figures answer one question when measure and population are equal, and places and periods
allow it (the contract's rules of comparing). What is not stated is taken as the story's own place
and days; what is stated and differs never links, so that no false conflict arises from it.
"""

from collections import defaultdict
from collections.abc import Sequence, Set

from rashomon.account import Ground
from rashomon.figure import Bounds
from rashomon.weigh.answers import Answer
from rashomon.weigh.echoes import ECHOED, echoes
from rashomon.weigh.families import measure_family
from rashomon.weigh.fitting import NOT_STATED, fits, grounds
from rashomon.weigh.frames import in_words
from rashomon.weigh.likely import Weighing
from rashomon.weigh.setting import Setting, place_key
from rashomon.words.meaning import Meaning
from rashomon.words.names import fold
from rashomon.words.synonyms import concept

#: Kinds of figures that can answer a question about the event; ages belong to people.
ASKED = frozenset(("level", "change", "share", "rate", "price", "measurement"))


#: So many reports are set beside the first to say why a question is one.
_MOST_EXPLAINED = 20


def linked(
    answers: Sequence[Answer], setting: Setting, meaning: Meaning | None = None
) -> list[list[Answer]]:
    """The answers in groups, each the answers to one question.

    The order of the answers changes nothing about who shares a group.
    """
    buckets: dict[tuple[str, ...], list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.figure.kind in ASKED:
            buckets[_bucket(answer)].append(answer)
    groups: list[list[Answer]] = []
    for _, bucket in sorted(buckets.items()):
        groups += _grouped(bucket, setting, meaning)
    others = [[answer] for answer in answers if answer.figure.kind in ECHOED]
    return echoes(groups, others, Weighing(setting, meaning))


def grounds_of(
    group: Sequence[Answer], setting: Setting, meaning: Meaning | None = None
) -> tuple[Ground, ...]:
    """Why the answers of a group are of one question: the first beside one of each other report,
    what is merely the same on all sides told once."""
    first, *others = {answer.report.id: answer for answer in reversed(group)}.values()
    told: dict[Ground, None] = {}
    for other in others[:_MOST_EXPLAINED]:
        for ground in grounds(first, other, setting, meaning):
            if ground.part != "report" and ground.text != NOT_STATED:
                told[ground] = None
        if first.figure.bounds == other.figure.bounds:
            told[Ground(part="number", how="same", text=first.figure.printed)] = None
    return tuple(sorted(told))


def _bucket(answer: Answer) -> tuple[str, ...]:
    """What must be equal to the letter: unit, kind, and what befell or was done to the counted."""
    figure = answer.figure
    if figure.action is not None and (figure.counted or figure.head or figure.of):
        return (figure.unit, figure.kind, "did", measure_family(figure.action))
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
    torn = _torn(bucket)
    for answer in bucket:
        by_profile[_profile(answer, torn)].append(answer)
    turn = _turns(bucket)
    ranked = sorted(
        by_profile.items(),
        key=lambda item: (
            min(turn[answer.figure.id] for answer in item[1]),
            _stated(item[0]),
            -len(item[1]),
            item[0],
        ),
    )
    groups: list[list[list[Answer]]] = []
    for _, answers in ranked:
        fitting = [
            group
            for group in groups
            if all(fits(answers[0], member[0], setting, meaning) for member in group)
        ]
        if fitting:
            best = max(fitting, key=lambda group: _closeness(answers[0], group, setting, meaning))
            best.append(answers)
        else:
            groups.append([answers])
    return [[answer for answers in group for answer in answers] for group in groups]


def _stated(profile: tuple[str, ...]) -> int:
    """Sorts profiles that state more before those that state less; reports do not count."""
    return profile[:-1].count("")


def _closeness(
    answer: Answer, group: Sequence[Sequence[Answer]], setting: Setting, meaning: Meaning | None
) -> tuple[int, int]:
    """How much of an answer is the same as in the first of a group, then the group's size."""
    parts = grounds(answer, group[0][0], setting, meaning)
    return sum(ground.how == "same" for ground in parts), sum(map(len, group))


def _profile(answer: Answer, torn: Set[str]) -> tuple[str, ...]:
    """All that the rules of linking look at; answers with one profile always link.

    `torn` are reports that give several numbers in one bucket, which may be of several things.
    """
    figure, place, period = answer.figure, answer.place, answer.period
    return (
        concept(figure.head) or "",
        fold(figure.counted or ""),
        figure.action or "",
        fold(figure.population or ""),
        fold(figure.of or ""),
        "part" if figure.part_of else "further" if answer.is_further else "whole",
        "recalled" if answer.is_recalled else "",
        in_words(figure) or "",
        place_key(place) if place is not None else "",
        answer.where or "" if place is not None else "",
        f"{period.from_}..{period.to}" if period is not None else "",
        f"{figure.value}|{figure.low}|{figure.high}",
        answer.report.id if answer.report.id in torn else "",
    )


def _turns(bucket: Sequence[Answer]) -> dict[str, int]:
    """The turn of each answer in its report: news comes first, what it is measured by later."""
    ordered = sorted(bucket, key=lambda answer: answer.figure.span)
    counts: dict[str, int] = defaultdict(int)
    turns = {}
    for answer in ordered:
        turns[answer.figure.id] = counts[answer.report.id]
        counts[answer.report.id] += 1
    return turns


def _torn(bucket: Sequence[Answer]) -> Set[str]:
    """The reports that give more than one number in a bucket."""
    numbers: dict[str, set[Bounds]] = defaultdict(set)
    for answer in bucket:
        numbers[answer.report.id].add(answer.figure.bounds)
    return {report for report, several in numbers.items() if len(several) > 1}
