"""Linking: which figures of which reports answer one question.

Two figures answer one question when measure and population are equal, and places and periods
allow it (the contract's rules of comparing). What is unknown is taken as the story's own place and
days; what is known and differs never links, so that a false conflict cannot arise from it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.report import Report
from rashomon.weigh.answers import Answer
from rashomon.when import Period, overlaps
from rashomon.where import Place, same_place, within
from rashomon.words.meaning import Meaning
from rashomon.words.names import fold
from rashomon.words.synonyms import concept, is_generic

#: Kinds of figures that can answer a question about the event; ages belong to people.
ASKED = frozenset(("level", "change", "share", "rate", "price", "measurement"))

#: A window longer than this (days) is another question than the days of the story.
_LONGEST_WINDOW = 31

#: Cosine of two sentence vectors from which two nouns count as names of one thing; "lorry" and
#: "truck" lie above it, "soldier" and "civilian" below.
_NEAR_SYNONYMS = 0.8

#: The story may have begun this many days before its first report.
_DAYS_BEFORE = 7


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when the story is: its most named place and its days, where they are known."""

    place: Place | None
    first: date | None
    last: date | None

    @classmethod
    def of(cls, reports: Sequence[Report], places: Iterable[Place]) -> "Setting":
        """The setting of a story, from its reports' days and the places they name."""
        days = sorted(report.day for report in reports if report.day is not None)
        named = [place for place in places if place.basis != "dateline" and place.lat is not None]
        counts = Counter(_place_key(place) for place in named)
        best = min(named, key=lambda p: (-counts[_place_key(p)], _place_key(p)), default=None)
        first = days[0] - timedelta(days=_DAYS_BEFORE) if days else None
        return cls(place=best, first=first, last=days[-1] if days else None)


def _place_key(place: Place) -> str:
    return f"{place.geonames or ''}|{fold(place.name)}"


def linked(
    answers: Sequence[Answer], setting: Setting, meaning: Meaning | None = None
) -> list[list[Answer]]:
    """The answers in groups, each the answers to one question; order and number of answers
    change nothing about who shares a group."""
    buckets: dict[tuple[str, ...], list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.figure.kind in ASKED:
            buckets[_bucket(answer)].append(answer)
    groups: list[list[Answer]] = []
    for _, bucket in sorted(buckets.items()):
        groups += _grouped(bucket, setting, meaning)
    return groups


def _bucket(answer: Answer) -> tuple[str, ...]:
    """What must be equal to the letter: unit, kind, and what befell or was done to the counted."""
    figure = answer.figure
    if figure.action is not None:
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
        _place_key(place) if place is not None else "",
        answer.where or "",
        f"{period.from_}..{period.to}" if period is not None else "",
    )


def fits(one: Answer, other: Answer, setting: Setting, meaning: Meaning | None = None) -> bool:
    """Whether population, whole, place and period let two answers be of one question."""
    return (
        _same_counted(one, other, meaning)
        and _same_whole(one, other)
        and _same_place(one, other, setting)
        and _same_days(one.period, other.period, setting)
    )


def _same_counted(one: Answer, other: Answer, meaning: Meaning | None) -> bool:
    if fold(one.figure.population or "") != fold(other.figure.population or ""):
        return False
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
    joined = {answer.where for answer in (one, other) if _is_joined(answer)}
    if joined and one.where != other.where:
        return False
    if len(places) < 2:
        focus = setting.place
        return not places or focus is None or same_place(places[0], focus) is not False
    same = same_place(*places)
    return same or (same is None and not within(*places) and not within(*reversed(places)))


def _is_joined(answer: Answer) -> bool:
    """Whether a figure is about two places together, which is neither of them."""
    return answer.place is not None and answer.where != answer.place.name


def _same_days(one: Period | None, other: Period | None, setting: Setting) -> bool:
    if one is None and other is None:
        return True
    if one is None or other is None:
        named = one or other
        assert named is not None
        return _in_story(named, setting)
    if overlaps(one, other) is False:
        return False
    return _is_short(one) == _is_short(other)


def _in_story(period: Period, setting: Setting) -> bool:
    """Whether a stated period lies within the days of the story; unknown ends let it pass."""
    if not _is_short(period):
        return False
    if period.from_ is None or setting.first is None or setting.last is None:
        return True
    start, end = _day(period.from_), _day(period.to or period.from_)
    return start <= setting.last and end >= setting.first


def _is_short(period: Period) -> bool:
    if period.from_ is None or period.to is None:
        return True
    return (_day(period.to) - _day(period.from_)).days <= _LONGEST_WINDOW


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])
