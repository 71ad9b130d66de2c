"""Happenings: one event in several reports, and where these set it at another day or place.

Two reports tell of one happening where it is of one kind and they name the same participant, or
count the same number of those it befell. A report that tells two of a kind says of none of them
which is meant, and is left out.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from rashomon.account import Origin, Position, Question, Reason
from rashomon.event import Event
from rashomon.notes import Notes
from rashomon.report import Report, Span
from rashomon.weigh.comparing import Verdict
from rashomon.weigh.origins import Sources
from rashomon.weigh.questions import make_position, make_question, relate
from rashomon.weigh.sentences import sentence_around
from rashomon.weigh.setting import Setting, place_key
from rashomon.when import Period
from rashomon.where import Place, distance_km, same_place, within
from rashomon.words.names import fold

Comparing = Callable[["Told", "Told"], Verdict]

#: Two places nearer than this (km) may be one scene under two names.
_ONE_SCENE_KM = 15.0

#: Hours so near may be one hour, rounded.
_ROUNDED = timedelta(minutes=45)
_ZONE = re.compile(r"\b(?:GMT|UTC|BST|CET|CEST|E[SD]?T|C[SD]T|P[SD]?T|local)\b")

#: So many reports of a kind of happening are held against each other.
_MOST = 60


@dataclass(frozen=True, slots=True)
class Told:
    """A happening as one report tells it, with who and how many took part, its day and place."""

    event: Event
    report: Report
    origin: Origin
    names: frozenset[str]
    numbers: frozenset[float]
    day: Period | None
    place: Place | None

    @property
    def evidence(self) -> Span:
        """The sentence that tells it."""
        return sentence_around(self.report, self.event.span)


def event_questions(notes: Sequence[Notes], sources: Sources, setting: Setting) -> list[Question]:
    """When and where the happenings were that several reports set at different days or places."""
    questions: list[Question] = []
    for kind, told in sorted(_by_kind(notes, sources, setting).items()):
        for group in _same(told):
            dated = [each for each in group if each.day is not None]
            placed = [each for each in group if each.place is not None]
            questions += _asked(f"When was the {kind}?", kind, dated, _compare_days)
            questions += _asked(f"Where was the {kind}?", kind, placed, _compare_places)
    return [each for each in questions if each.relation != "agree"]


def _by_kind(notes: Sequence[Notes], sources: Sources, setting: Setting) -> dict[str, list[Told]]:
    """By kind, the happenings of which a report tells one only, with a day or a place."""
    found: dict[str, list[Told]] = defaultdict(list)
    for note in notes:
        of_kind: dict[str, list[Told]] = defaultdict(list)
        for told in _all_told(note, sources):
            of_kind[told.event.kind].append(told)
        for kind, several in of_kind.items():
            one = _one(several)
            if one is not None and not _is_apart(one, setting) and len(found[kind]) < _MOST:
                found[kind].append(one)
    return found


def _all_told(note: Notes, sources: Sources) -> Iterator[Told]:
    names = {actor.id: fold(actor.name) for actor in note.actors if actor.named}
    values = {figure.id: figure.value for figure in note.figures if figure.kind == "level"}
    times = {time.id: time for time in note.times}
    places = {place.id: place for place in note.places}
    for event in note.events:
        place, day = places.get(event.place or ""), times.get(event.time or "")
        sentence = sentence_around(note.report, event.span)
        yield Told(
            event=event,
            report=note.report,
            origin=sources.behind(event.span, event.statement),
            names=frozenset(names[p.actor] for p in event.participants if p.actor in names),
            numbers=frozenset(n for f in event.figures if (n := values.get(f)) is not None),
            day=day if day is not None and _is_day(day) else None,
            place=place if place is not None and sentence.holds(place.span) else None,
        )


def _is_day(period: Period) -> bool:
    """Whether a time names one day, or an hour of it."""
    return period.from_ is not None and period.from_[:10] == (period.to or "")[:10]


def _one(several: Sequence[Told]) -> Told | None:
    """The happening of a kind that a report dates and places alike throughout, best told first."""
    days = {each.day.from_ for each in several if each.day is not None and each.day.from_}
    places = {place_key(each.place) for each in several if each.place is not None}
    if len({day[:10] for day in days}) > 1 or len(places) > 1 or not (days or places):
        return None
    return min(several, key=_turn)


def _turn(told: Told) -> tuple[bool, bool, bool, Span]:
    """Sorts first what is told best: with a day, a place and a number."""
    return (told.day is None, told.place is None, not told.numbers, told.event.span)


def _is_apart(told: Told, setting: Setting) -> bool:
    """Whether a happening is known to be another one than the story's."""
    far = told.place is not None and setting.is_elsewhere(told.place)
    return far or (told.day is not None and setting.is_past(told.day))


def _same(told: Sequence[Told]) -> list[list[Told]]:
    """The happenings of one kind that are one, together."""
    groups: list[list[Told]] = []
    for each in told:
        home = next((group for group in groups if any(_is_one(each, o) for o in group)), None)
        if home is None:
            groups.append([each])
        else:
            home.append(each)
    return groups


def _is_one(one: Told, other: Told) -> bool:
    return bool(one.names & other.names) or bool(one.numbers & other.numbers)


def _asked(text: str, kind: str, group: Sequence[Told], compare: Comparing) -> Iterator[Question]:
    """One question about a happening, where two reports answer it."""
    if len({each.report.id for each in group}) < 2:
        return
    positions = [_position(each) for each in group]
    yield make_question(
        text=text,
        kind="event",
        measure=kind,
        place=next((each.event.place for each in group if each.place is not None), None),
        period=next((each.event.time for each in group if each.day is not None), None),
        positions=positions,
        relations=relate(positions, lambda i, j: compare(group[i], group[j])),
        origins=[each.origin for each in group],
        reports=[each.report.outlet or each.report.id for each in group],
    )


def _position(told: Told) -> Position:
    said = [told.event.statement]
    evidence = told.evidence
    position = make_position(told.origin, evidence.exact, [evidence], [told.event.id], said)
    return replace(position, events=(told.event.id,))


def _compare_days(one: Told, other: Told) -> Verdict:
    """Two days differ; hours of one day may be those of two clocks."""
    if one.day is None or other.day is None:
        return Verdict("compatible", ())
    days = [(each.from_ or "")[:10] for each in (one.day, other.day)]
    if days[0] == days[1] and not _hours_apart(one.day, other.day):
        return Verdict("agree", ())
    words = " against ".join(sorted(each.span.exact for each in (one.day, other.day)))
    if any(each.report.published is None for each in (one, other)):
        return Verdict("possibly_related", (Reason(kind="period", text=words),))
    return Verdict("differ", (Reason(kind="period", text=words),))


def _hours_apart(one: Period, other: Period) -> bool:
    """Whether two hours of a day lie apart by more than a rounding; clocks of zones may differ."""
    if not one.type == other.type == "TIME" or _ZONE.search(f"{one.span.exact} {other.span.exact}"):
        return False
    hours = [datetime.fromisoformat((each.from_ or "")[:16]) for each in (one, other)]
    exact = {one.precision, other.precision} <= {"instant", "hour"}
    return exact and abs(hours[0] - hours[1]) > _ROUNDED


def _compare_places(one: Told, other: Told) -> Verdict:
    """Two towns differ; a street and its town, or a town and its country, do not."""
    if one.place is None or other.place is None or same_place(one.place, other.place):
        return Verdict("agree", ())
    reason = Reason(kind="place", text=" against ".join(sorted((one.place.name, other.place.name))))
    return Verdict("differ" if are_apart(one.place, other.place) else "compatible", (reason,))


def are_apart(one: Place, other: Place) -> bool:
    """Whether two places are two towns that lie apart, neither of them a part of the other."""
    if same_place(one, other) is not False or {one.kind, other.kind} != {"city"}:
        return False
    apart = distance_km(one, other)
    nested = within(one, other) or within(other, one)
    return apart is not None and apart > _ONE_SCENE_KM and not nested
