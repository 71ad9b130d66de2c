"""What must change nothing: the order of the reports, one of them twice, one of something else."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import Settings, find_notes, read_reports
from rashomon.account import Question
from rashomon.gather.copies import find_copies
from rashomon.notes import Notes
from rashomon.report import Report
from rashomon.weigh.weighing import weigh

EXAMPLES = Path(__file__).parents[2] / "examples"
EVENTS = {"ferry": None, "port_fire": "2025-03-19", "strike": None}
#: Reports of nothing that the examples tell.
OTHERS = (
    "A bakery in Turin won a prize for its rye bread on Friday. Its owner, Carla Fusi, said that "
    "2,300 loaves were sold in a week. The jury of nine people tasted 41 breads.",
    "Astronomers in Nagoya counted 18 meteors in an hour, they said. The club has 60 members and "
    "a telescope of 30 centimetres that cost $9,000.",
)
few = settings(max_examples=5, deadline=None)


@cache
def reports(event: str) -> tuple[Report, ...]:
    """The reports of an example."""
    read, _ = read_reports([str(EXAMPLES / event / "reports")], told_at(event))
    return tuple(read)


def told_at(event: str) -> Settings:
    """The settings under which an example is read."""
    return Settings(published=EVENTS[event])


@cache
def notes(event: str) -> tuple[Notes, ...]:
    """The notes of an example."""
    return tuple(find_notes(reports(event), told_at(event)))


@cache
def note_of(report: Report) -> Notes:
    """The notes of one more report."""
    return next(iter(find_notes([report], Settings())))


def asked(noted: tuple[Notes, ...]) -> tuple[Question, ...]:
    """The questions of some notes, weighed in the order of an account."""
    ordered = sorted(noted, key=lambda note: (note.report.published or "9999", note.report.id))
    return weigh(ordered, find_copies([note.report for note in ordered])).questions


@cache
def questions(event: str) -> tuple[Question, ...]:
    """The questions of an example as it is."""
    return asked(notes(event))


def answers(found: tuple[Question, ...]) -> set[tuple[object, ...]]:
    """What is asked, what is answered, how that stands and how many stand behind it."""
    return {
        (
            question.kind,
            question.relation,
            question.independent_parties,
            frozenset((p.answer.casefold(), p.value, p.low, p.high) for p in question.positions),
        )
        for question in found
    }


@few
@given(event=st.sampled_from(sorted(EVENTS)), draw=st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_nothing(event: str, draw: st.DataObject) -> None:
    """Shuffled reports give the same questions, to the last id."""
    shuffled = list(notes(event))
    draw.shuffle(shuffled)
    assert asked(tuple(shuffled)) == questions(event)


@few
@given(event=st.sampled_from(sorted(EVENTS)), text=st.sampled_from(OTHERS))
def test_a_report_of_something_else_changes_no_question(event: str, text: str) -> None:
    """Every question of the story is still there with the same answers and relation."""
    day = next(report.published for report in reports(event) if report.published)
    other = Report(
        id="zz", outlet="Elsewhere Herald", text=text, published=day, published_precision="day"
    )
    assert answers(questions(event)) <= answers((*asked((*notes(event), note_of(other))),))


@few
@given(event=st.sampled_from(sorted(EVENTS)), at=st.integers(0, 30))
def test_a_report_given_twice_changes_no_answer(event: str, at: int) -> None:
    """A copy under another id adds no answer, no dispute and no independent party."""
    source = reports(event)[at % len(reports(event))]
    twice = (*notes(event), note_of(replace(source, id=f"{source.id}-again")))
    assert answers(asked(twice)) == answers(questions(event))
