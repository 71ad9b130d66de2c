"""Identities: one person in several reports, and where these disagree about the age."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.account import Origin, Position, Question, Reason
from rashomon.figure import Figure
from rashomon.notes import Notes
from rashomon.person import Person
from rashomon.report import Report, Span
from rashomon.weigh.comparing import Verdict
from rashomon.weigh.origins import Sources
from rashomon.weigh.questions import figure_position, make_question, relate
from rashomon.words.names import same_person

#: An age stands this near (characters) behind or before the name it belongs to.
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Aged:
    """A person of one report with the figure that gives the age and the origin behind it."""

    person: Person
    figure: Figure
    report: Report
    origin: Origin

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The name and the age beside it."""
        name = min(self.person.spellings, key=lambda span: _distance(span, self.figure.span))
        return tuple(sorted((name, self.figure.span)))


def identity_questions(notes: Sequence[Notes], sources: Sources) -> list[Question]:
    """How old a person is, for everyone whose age two reports or more give."""
    groups: list[list[Aged]] = []
    for aged in sorted(_all_aged(notes, sources), key=lambda each: each.figure.span):
        home = next(
            (group for group in groups if is_one_person(group[0].person, aged.person)), None
        )
        if home is None:
            groups.append([aged])
        else:
            home.append(aged)
    return [_question(group) for group in groups if len({each.report.id for each in group}) > 1]


def _all_aged(notes: Sequence[Notes], sources: Sources) -> Iterator[Aged]:
    for note in notes:
        ages = [figure for figure in note.figures if figure.kind == "age"]
        for person in note.people:
            near = [
                (distance, figure.span, figure)
                for figure in ages
                if figure.value == person.age
                for spelling in person.spellings
                if (distance := _distance(spelling, figure.span)) <= _NEAR
            ]
            if near:
                figure = min(near, key=lambda each: each[:2])[2]
                origin = sources.behind(figure.span, figure.statement)
                yield Aged(person=person, figure=figure, report=note.report, origin=origin)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def is_one_person(one: Person, other: Person) -> bool:
    """Whether two reports mean one person: a name alone, spelled otherwise, is not enough."""
    likeness = same_person(one.name, other.name)
    if likeness == "certain":
        return one.sex is None or other.sex is None or one.sex == other.sex
    beside = [(one.age, other.age), (one.fate, other.fate), (one.role, other.role)]
    return likeness == "possible" and any(a is not None and a == b for a, b in beside)


def _question(group: Sequence[Aged]) -> Question:
    by_answer: dict[tuple[int, str], list[Aged]] = defaultdict(list)
    for aged in group:
        by_answer[(aged.person.age or 0, aged.origin.id)].append(aged)
    sides = [by_answer[key] for key in sorted(by_answer)]
    positions = [_position(side) for side in sides]
    return make_question(
        text=f"How old is {group[0].person.name}?",
        kind="figure",
        measure="age",
        counted=group[0].person.name,
        positions=positions,
        relations=relate(positions, lambda i, j: _compare(sides[i][0], sides[j][0])),
        origins=[side[0].origin for side in sides],
        reports=[aged.report.outlet or aged.report.id for aged in group],
    )


def _position(side: Sequence[Aged]) -> Position:
    evidence = {span for aged in side for span in aged.evidence}
    return figure_position(side[0].origin, [aged.figure for aged in side], evidence)


def _compare(one: Aged, other: Aged) -> Verdict:
    if one.person.age == other.person.age:
        return Verdict("agree", ())
    ages = " against ".join(sorted((one.figure.span.exact, other.figure.span.exact)))
    return Verdict("differ", (Reason(kind="value", text=ages),))
