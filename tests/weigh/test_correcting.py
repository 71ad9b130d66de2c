"""What a person's corrections do to notes and to questions."""

import pytest
from building import figure_of, notes_of, place_of, report_of, statement_of

from rashomon.correction import Anchor, Correction
from rashomon.weigh.correcting import corrected, unanchored
from rashomon.weigh.weighing import weigh

ONE = report_of("one", "In Orrin 12 people were killed, Vera Molnar said.")
TWO = report_of("two", "In Orrin 15 people were killed, and 40 people were killed in Vale.")
_SAID = statement_of(ONE, "12 people were killed", "Vera Molnar")
NOTES = [
    notes_of(
        ONE,
        statements=[_SAID],
        figures=[figure_of(ONE, "12 people", 12, statement=_SAID.id, speaker="Vera Molnar")],
        places=[place_of(ONE, "Orrin")],
    ),
    notes_of(TWO, figures=[figure_of(TWO, "15 people", 15), figure_of(TWO, "40 people", 40)]),
]


def _told(kind, report, words, other=None, **given):
    """A correction anchored to words of a report, and to `other` words of the second report."""

    def anchor(at, exact):
        start = at.text.index(exact)
        return Anchor(text=at.sha256, start=start, end=start + len(exact))

    return Correction(
        kind=kind,
        text=report.sha256,
        anchor=anchor(report, words),
        other=anchor(TWO, other) if other else None,
        **given,
    )


def _groups(*told):
    """The numbers that answer each question, after corrections."""
    notes, applied = corrected(NOTES, told)
    assert [each.state for each in applied] == ["applied"] * len(told)
    questions = weigh(notes, (), None, applied).questions
    return {frozenset(p.value for p in each.positions) for each in questions}


def test_a_speaker_is_corrected_for_statement_and_figure():
    """What was said, and the figure in it, is another's."""
    (note, _), _ = corrected(NOTES, [_told("speaker", ONE, "12", value="Jon Askew")])
    assert note.statements[0].speaker.name == note.figures[0].speaker == "Jon Askew"
    assert note.statements[0].speaker.role is None


@pytest.mark.parametrize(("value", "resolved"), [("Orrin", True), ("Nowhere", False)])
def test_a_place_is_one_of_the_report_or_stays_unresolved(value, resolved):
    """No coordinates come out of a correction."""
    (note, _), _ = corrected(NOTES, [_told("place", ONE, "12 people", value=value)])
    place = next(each for each in note.places if each.id == note.figures[0].place)
    assert (place.name, place.lat is not None) == (value, resolved)


def test_a_period_is_set():
    """First and last day are those that were given."""
    told = _told("period", ONE, "12 people", from_="2031-03-01", to="2031-03-02")
    (note, _), _ = corrected(NOTES, [told])
    assert [(each.from_, each.to) for each in note.times] == [("2031-03-01", "2031-03-02")]
    assert note.figures[0].period == note.times[0].id


def test_what_is_hidden_is_no_figure():
    """The other figures of the report stay."""
    (_, note), _ = corrected(NOTES, [_told("hide", TWO, "40 people")])
    assert [each.value for each in note.figures] == [15]


def test_links_are_cut_and_made():
    """A split, a join and a merge change which numbers answer one question."""
    together = _groups(_told("merge", ONE, "12 people", other="15 people"))
    assert any({12, 15} <= group for group in together)
    apart = _groups(
        _told("merge", ONE, "12 people", other="15 people"),
        _told("split", ONE, "12 people"),
    )
    assert frozenset({12}) in apart
    joined = _groups(
        _told("split", ONE, "12 people"), _told("join", ONE, "12 people", other="40 people")
    )
    assert any({12, 40} <= group for group in joined)


@pytest.mark.parametrize("kind", ["note", "grade"])
def test_notes_and_grades_change_nothing_that_is_weighed(kind):
    """They are carried to the account as they are."""
    told = _told(kind, ONE, "12 people", value="B2")
    notes, (carried,) = corrected(NOTES, [told])
    assert (notes, carried.state, carried.span.exact) == (NOTES, "applied", "12 people")


@pytest.mark.parametrize(
    "lost",
    [
        Correction(kind="hide", text="0" * 64, anchor=Anchor(text="0" * 64, start=0, end=4)),
        Correction(kind="hide", text=ONE.sha256, anchor=Anchor(text=ONE.sha256, start=0, end=9999)),
        _told("hide", ONE, "said"),
        _told("split", ONE, "said"),
    ],
)
def test_a_lost_anchor_is_to_be_looked_at(lost):
    """Nothing is changed, and a problem names it."""
    notes, told = corrected(NOTES, [lost])
    assert (notes, told[0].state) == (NOTES, "to_be_looked_at")
    assert [each.kind for each in unanchored(told)] == ["correction_to_be_looked_at"]
