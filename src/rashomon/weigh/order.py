"""Order: two happenings of which one report says that the one came first, another the other.

Only what a sentence ties by words such as "after" or "in response to" is read; two happenings
that are merely told one after the other have no order.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from rashomon.account import Origin, Position, Question, Reason
from rashomon.event import Event
from rashomon.notes import Notes
from rashomon.report import Report, Span
from rashomon.weigh.comparing import Verdict
from rashomon.weigh.origins import Sources
from rashomon.weigh.questions import make_position, make_question, relate
from rashomon.weigh.sentences import sentence_around
from rashomon.weigh.setting import Setting
from rashomon.words.tables import table

#: Two happenings that a sentence ties stand so near (characters), with no stop or mark between.
_BETWEEN = re.compile(r"[^.;:!?“”\"\n]{1,90}")


@dataclass(frozen=True, slots=True)
class Ordering:
    """The table `data/order.toml`: words before which stands what came later, or first."""

    later: tuple[str, ...]
    earlier: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """Two kinds of happening as one passage orders them."""

    kinds: tuple[str, str]
    events: tuple[Event, Event]
    report: Report
    origin: Origin

    @property
    def passage(self) -> Span:
        """The sentence that orders them."""
        return sentence_around(self.report, min(each.span for each in self.events))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = table("order", Ordering)
    later, earlier = ("|".join(words) for words in (known.later, known.earlier))
    return re.compile(rf"\b(?:{later})\b", re.I), re.compile(rf"\b(?:{earlier})\b", re.I)


def order_questions(notes: Sequence[Notes], sources: Sources, setting: Setting) -> list[Question]:
    """The questions which of two happenings came first, where two reports say otherwise."""
    pairs: dict[frozenset[str], list[Ordered]] = defaultdict(list)
    for note in notes:
        for ordered in _ordered(note, sources, setting):
            pairs[frozenset(ordered.kinds)].append(ordered)
    told = sorted((sorted(kinds), each) for kinds, each in pairs.items() if _is_open(each))
    return [_question(kinds[0], kinds[1], each) for kinds, each in told]


def _is_open(told: Sequence[Ordered]) -> bool:
    """Whether two reports give two orders; who gives both tells of more than two happenings."""
    firsts: dict[str, set[str]] = defaultdict(set)
    for each in told:
        firsts[each.report.id].add(each.kinds[0])
    return (
        all(len(each) == 1 for each in firsts.values()) and len(set().union(*firsts.values())) > 1
    )


def _ordered(note: Notes, sources: Sources, setting: Setting) -> Iterator[Ordered]:
    """The pairs of happenings of a report's own days that stand in one sentence, with an order."""
    later, earlier = _patterns()
    times = {time.id: time for time in note.times}
    for one, other in pairwise(sorted(note.events, key=lambda each: each.span)):
        between = note.report.text[one.span.end : other.span.start]
        dated = [times[each.time] for each in (one, other) if each.time in times]
        past = any(setting.is_past(each) for each in dated)
        if past or one.kind == other.kind or _BETWEEN.fullmatch(between) is None:
            continue
        after, before = later.search(between), earlier.search(between)
        if (after is None) == (before is None):
            continue
        pair = (one, other) if before else (other, one)
        yield Ordered(
            kinds=(pair[0].kind, pair[1].kind),
            events=pair,
            report=note.report,
            origin=sources.behind(one.span, one.statement),
        )


def _question(one: str, other: str, told: Sequence[Ordered]) -> Question:
    by_answer: dict[tuple[str, str], list[Ordered]] = defaultdict(list)
    for each in told:
        by_answer[each.kinds[0], each.origin.id].append(each)
    sides = [by_answer[key] for key in sorted(by_answer)]
    positions = [_position(side) for side in sides]
    return make_question(
        text=f"Which came first, the {one} or the {other}?",
        kind="event",
        measure="order",
        positions=positions,
        relations=relate(positions, lambda i, j: _compare(sides[i][0], sides[j][0])),
        origins=[side[0].origin for side in sides],
        reports=[each.report.outlet or each.report.id for each in told],
    )


def _position(side: Sequence[Ordered]) -> Position:
    first = side[0]
    events = [event.id for each in side for event in each.events]
    said = [event.statement for each in side for event in each.events]
    evidence = {each.passage for each in side}
    position = make_position(first.origin, first.passage.exact, evidence, events, said)
    return replace(position, events=tuple(dict.fromkeys(events)))


def _compare(one: Ordered, other: Ordered) -> Verdict:
    """The two orders exclude each other for one pair of happenings; that it is one pair is only
    likely, so they differ."""
    if one.kinds == other.kinds:
        return Verdict("agree", ())
    words = " against ".join(f"the {each.kinds[0]} first" for each in (one, other))
    return Verdict("differ", (Reason(kind="order", text=words),))
