"""Numbers that a reader must not trust or not set against each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.account import Finding, Position, Question, Side
from rashomon.figure import Bounds, exclude
from rashomon.notes import Notes
from rashomon.weigh.comparing import only_rises
from rashomon.weigh.findings.telling import bare, finding, side_of
from rashomon.weigh.origins import Sources
from rashomon.words.tables import table

#: Two numbers of one report are a slip where they are so near (as a share); numbers farther apart
#: are of two things.
_SLIP = 0.25


#: Smaller numbers than this are near to each other by chance.
_LEAST_SLIP = 10

#: So many positions of a question are held against each other.
_MOST_COMPARED = 40


@dataclass(frozen=True, slots=True)
class Related:
    """The part of `data/linking.toml` that tells measures which readers take for one another."""

    related: tuple[tuple[str, ...], ...]


def malformed(notes: Sequence[Notes]) -> Iterator[Finding]:
    """Numbers that are none, with what they may mean."""
    for note in notes:
        for figure in note.figures:
            if not figure.well_formed:
                candidates = " or ".join(f"{number:,.15g}" for number in figure.candidates)
                meant = f" It may mean {candidates}." if candidates else ""
                yield finding(
                    "malformed_number",
                    "medium",
                    f"{figure.printed} is not a well-formed number.{meant}",
                    [Side(label=note.report.outlet or note.report.id, evidence=(figure.span,))],
                )


def two_in_one_report(
    questions: Sequence[Question], measures: Mapping[str, str], sources: Sources
) -> Iterator[Finding]:
    """A report whose own voice gives two tolls that are near and cannot both be true.

    A measure that falls as well as rises is left out: "31 are missing, down from 36".
    """
    for question in questions:
        if not only_rises(measures.get(question.id)):
            continue
        for one, other in combinations(question.positions[:_MOST_COMPARED], 2):
            shared = {span.report for span in one.evidence} & {
                span.report for span in other.evidence
            }
            if one.origin == other.origin and shared and _is_slip(one, other):
                yield finding(
                    "self_contradiction",
                    "high",
                    f"One report gives two numbers. {question.text} {bare(one)}; {bare(other)}.",
                    [side_of([position], sources) for position in (one, other)],
                    question.id,
                )
                break


def parts_and_wholes(
    questions: Sequence[Question], measures: Mapping[str, str], sources: Sources
) -> Iterator[Finding]:
    """Counts of a sub-group beside counts of everybody, of one toll, in different reports."""
    tolls = [each for each in questions if each.id in measures and each.event == "main"]
    for whole in tolls:
        if whole.population is not None or not only_rises(measures[whole.id]):
            continue
        reports = {span.report for each in whole.positions for span in each.evidence}
        for part in tolls:
            same = measures[part.id] == measures[whole.id] and part.population is not None
            others = {span.report for each in part.positions for span in each.evidence}
            if same and not others <= reports and _numbers(part).isdisjoint(_numbers(whole)):
                told = [f"{each.text} {bare(each.positions[-1])}." for each in (part, whole)]
                yield finding(
                    "different_measure",
                    "low",
                    f"A part and its whole, not one number: {' '.join(told)}",
                    [side_of(each.positions, sources) for each in (part, whole)],
                    part.id,
                )
                return


def _numbers(question: Question) -> set[float]:
    """The numbers that the positions of a question give."""
    return {each.value for each in question.positions if each.value is not None}


def _is_slip(one: Position, other: Position) -> bool:
    numbers = [position.value or position.low or 0.0 for position in (one, other)]
    near = min(numbers) >= _LEAST_SLIP and max(numbers) <= (1 + _SLIP) * min(numbers)
    return near and exclude(_bounds(one), _bounds(other))


def _bounds(position: Position) -> Bounds:
    return Bounds(
        value=position.value,
        low=position.low,
        high=position.high,
        qualifier=position.qualifier or "exact",
    )


def related_measures(
    questions: Sequence[Question], measures: Mapping[str, str], sources: Sources
) -> Iterator[Finding]:
    """Counts of the injured beside counts of those taken to hospital, in different reports.

    `measures` gives the measure of a question, as a concept, by the question's id.
    """
    counted = [each for each in questions if each.id in measures and each.event == "main"]
    for family in table("linking", Related).related:
        of_family = [each for each in counted if measures[each.id] in family]
        for one, other in combinations(of_family, 2):
            reports = [
                {span.report for position in each.positions for span in position.evidence}
                for each in (one, other)
            ]
            if measures[one.id] != measures[other.id] and reports[0] != reports[1]:
                told = [f"{each.text} {bare(each.positions[-1])}." for each in (one, other)]
                yield finding(
                    "different_measure",
                    "low",
                    f"Two measures, not one number: {' '.join(told)}",
                    [side_of(each.positions, sources) for each in (one, other)],
                    one.id,
                )
                break
