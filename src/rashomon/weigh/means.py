"""Means: with what a deed was done, where reports name two things: a car or a truck.

A story is asked once for each family of things (vehicle, blade, gun), and only where no report
itself names two of them in its own voice: it may tell of two.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.account import Origin, Position, Question, Reason
from rashomon.notes import Notes
from rashomon.report import Report, Span
from rashomon.statement import Statement
from rashomon.weigh.comparing import Verdict
from rashomon.weigh.origins import Sources
from rashomon.weigh.questions import make_position, make_question, relate
from rashomon.weigh.sentences import sentence_around
from rashomon.weigh.setting import Setting
from rashomon.words.tables import table

#: So many words may stand before the thing: "a white rented truck".
_BEFORE = r"(?:[\w’']{1,30}[ -]){0,3}?"


@dataclass(frozen=True, slots=True)
class Family:
    """Things that stand for one another in a deed, with the ways in which a text tells of it."""

    name: str
    asks: str
    members: tuple[tuple[str, ...], ...]
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Means:
    """The table `data/means.toml`."""

    families: tuple[Family, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """A thing that a passage tells a deed was done with; `member` tells it from others."""

    member: int
    word: str
    span: Span
    report: Report
    origin: Origin
    statement: Statement | None


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    family = next(each for each in table("means", Means).families if each.name == name)
    words = "|".join(sorted((word for member in family.members for word in member), key=len)[::-1])
    thing = rf"{_BEFORE}(?P<thing>{words})"
    return tuple(re.compile(way.replace("{thing}", thing), re.I) for way in family.ways)


def means_questions(notes: Sequence[Notes], sources: Sources, setting: Setting) -> list[Question]:
    """The questions with what the story's deed was done, where two things are named."""
    questions: list[Question] = []
    if len(notes) < 2:
        return questions
    for family in table("means", Means).families:
        used = [each for note in notes for each in _used(note, family, sources, setting)]
        several = len({each.member for each in used}) > 1 < len({each.report.id for each in used})
        if several and not _tells_two(used):
            questions.append(_question(family, used))
    return questions


def _used(note: Notes, family: Family, sources: Sources, setting: Setting) -> Iterator[Used]:
    members = {word: at for at, words in enumerate(family.members) for word in words}
    text = note.report.text
    seen: set[int] = set()
    for way in _patterns(family.name):
        for match in way.finditer(text):
            span = note.report.span(match.start(), match.end())
            member = members.get(match["thing"].lower())
            if member is None or match.start("thing") in seen or _is_apart(note, span, setting):
                continue
            seen.add(match.start("thing"))
            said = next((each for each in note.statements if each.says(span)), None)
            yield Used(
                member=member,
                word=match["thing"],
                span=span,
                report=note.report,
                origin=sources.behind(span, said.id if said is not None else None),
                statement=said,
            )


def _is_apart(note: Notes, span: Span, setting: Setting) -> bool:
    """Whether the sentence is of another time or place than the story's."""
    sentence = sentence_around(note.report, span)
    times = (time for time in note.times if sentence.holds(time.span))
    places = (place for place in note.places if sentence.holds(place.span))
    return any(map(setting.is_other_time, times)) or any(map(setting.is_elsewhere, places))


def _tells_two(used: Sequence[Used]) -> bool:
    """Whether one voice of a report names two things: then there were two deeds, or two things."""
    named: dict[tuple[str, str], set[int]] = defaultdict(set)
    for each in used:
        named[each.report.id, each.origin.id].add(each.member)
    return any(len(members) > 1 for members in named.values())


def _question(family: Family, used: Sequence[Used]) -> Question:
    by_answer: dict[tuple[int, str], list[Used]] = defaultdict(list)
    for each in used:
        by_answer[each.member, each.origin.id].append(each)
    sides = [by_answer[key] for key in sorted(by_answer)]
    positions = [_position(family, side) for side in sides]
    return make_question(
        text=family.asks,
        kind="event",
        measure="means",
        positions=positions,
        relations=relate(positions, lambda i, j: _compare(family, sides[i][0], sides[j][0])),
        origins=[side[0].origin for side in sides],
        reports=[each.report.outlet or each.report.id for each in used],
    )


def _position(family: Family, side: Sequence[Used]) -> Position:
    evidence = {each.span for each in side}
    said = [each.statement.id for each in side if each.statement is not None]
    content = [family.name, *(f"{span.report}:{span.start}" for span in sorted(evidence))]
    return make_position(side[0].origin, side[0].word, evidence, content, said)


def _compare(family: Family, one: Used, other: Used) -> Verdict:
    """Two things differ; that there was but one is only likely."""
    if one.member == other.member:
        return Verdict("agree", ())
    named = " against ".join(sorted(family.members[each.member][0] for each in (one, other)))
    return Verdict("differ", (Reason(kind="wording", text=named),))
