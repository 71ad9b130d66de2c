"""Homes: where the people of a story are from, and where reports disagree about it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.account import Origin, Position, Question, Reason
from rashomon.notes import Notes
from rashomon.person import Person
from rashomon.report import Report, Span
from rashomon.weigh.comparing import Verdict
from rashomon.weigh.identities import is_one_person
from rashomon.weigh.origins import Sources
from rashomon.weigh.questions import make_position, make_question, relate
from rashomon.where import Place, same_place, within

#: Between a name and where its bearer is from: "Ana Ruiz, 30, of Cadiz", "who lives in Cadiz".
_BEHIND_NAME = re.compile(
    r",? ?(?:aged )?(?:\d{1,3})?(?: years old)?,? ?"
    r"(?:who (?:is|was|comes|lives|lived|hails) |a resident |originally |living |living near )?"
    r"(?:from|of|in) (?:the )?(?:(?:town|city|village) of )?"
)
#: "The father, from Cadiz": whoever was named last, where that was in this or the last paragraph.
_POINTING = re.compile(
    r"\bThe (?:\d{1,3}-year-old|father|mother|man|woman|victim|passenger|driver|student|teacher|"
    r"suspect|pensioner|grandmother|grandfather|teenager|boy|girl)(?: of (?:one|two|three|four))?"
    r", (?:originally )?(?:from|of) (?:the )?$"
)
#: So far (characters) before such words the name may stand.
_NAMED_BEFORE = 300


@dataclass(frozen=True, slots=True)
class Home:
    """A person of one report with the place that the report says the person is from."""

    person: Person
    place: Place
    name: Span
    report: Report
    origin: Origin


def home_questions(notes: Sequence[Notes], sources: Sources) -> list[Question]:
    """Where a person is from, for everyone of whom two reports or more tell it."""
    groups: list[list[Home]] = []
    for home in (each for note in notes for each in _homes(note, sources)):
        same = next((g for g in groups if is_one_person(g[0].person, home.person)), None)
        if same is None:
            groups.append([home])
        else:
            same.append(home)
    return [_question(group) for group in groups if len({each.report.id for each in group}) > 1]


def _homes(note: Notes, sources: Sources) -> Iterator[Home]:
    text = note.report.text
    spelled = sorted((span, at) for at, each in enumerate(note.people) for span in each.spellings)
    for place in note.places:
        before = [(span, at) for span, at in spelled if span.end <= place.span.start]
        if not before or place.kind not in ("city", None):
            continue
        name, at = before[-1]
        behind = _BEHIND_NAME.fullmatch(text, name.end, place.span.start) is not None
        lead = text[max(0, place.span.start - _NAMED_BEFORE) : place.span.start]
        pointing = name.end >= place.span.start - len(lead) and _POINTING.search(lead) is not None
        if behind or pointing:
            yield Home(
                person=note.people[at],
                place=place,
                name=name,
                report=note.report,
                origin=sources.behind(place.span, None),
            )


def _question(group: Sequence[Home]) -> Question:
    by_answer: dict[tuple[str, str], list[Home]] = defaultdict(list)
    for home in group:
        by_answer[(home.place.name, home.origin.id)].append(home)
    sides = [by_answer[key] for key in sorted(by_answer)]
    positions = [_position(side) for side in sides]
    return make_question(
        text=f"Where is {group[0].person.name} from?",
        kind="event",
        measure="home",
        counted=group[0].person.name,
        place=group[0].place.id,
        positions=positions,
        relations=relate(positions, lambda i, j: _compare(sides[i][0], sides[j][0])),
        origins=[side[0].origin for side in sides],
        reports=[home.report.outlet or home.report.id for home in group],
    )


def _position(side: Sequence[Home]) -> Position:
    evidence = {span for home in side for span in (home.name, home.place.span)}
    ids = [home.place.id for home in side]
    return make_position(side[0].origin, side[0].place.name, evidence, ids, [])


def _compare(one: Home, other: Home) -> Verdict:
    """Two places that are not one, and of which none holds the other, differ."""
    same = same_place(one.place, other.place)
    if same or one.place.name == other.place.name:
        return Verdict("agree", ())
    reason = Reason(kind="place", text=" against ".join(sorted((one.place.name, other.place.name))))
    nested = within(one.place, other.place) or within(other.place, one.place)
    return Verdict("compatible" if nested or same is None else "differ", (reason,))
