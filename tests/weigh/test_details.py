"""Details that reports set apart: order, means, landmarks, bodies, numbers taken back."""

import pytest
from building import figure_of, notes_of, report_of, span_of, statement_of

from rashomon.account import Finding
from rashomon.event import Event
from rashomon.notes import Notes
from rashomon.weigh.weighing import weigh


def findings(kind: str, *notes: Notes) -> list[Finding]:
    """The findings of one kind about these reports as one story."""
    return [each for each in weigh(notes, ()).findings if each.kind == kind]


def happening(id: str, text: str, **kinds: str) -> Notes:
    """A report with happenings, each kind by the word that tells of it."""
    report = report_of(id, text)
    events = [
        Event(id=f"e-{id}-{kind}", span=span_of(report, word), kind=kind)
        for kind, word in kinds.items()
    ]
    return notes_of(report, events=sorted(events, key=lambda each: each.span))


def test_two_orders_of_two_happenings_are_told() -> None:
    """One report has the strike answer the raid, the other the raid follow the strike."""
    one = happening("a", "They began a strike in response to the raid.", strike="strike", a="raid")
    other = happening("b", "The raid came days after the strike.", strike="strike", a="raid")
    assert findings("contradiction", one, other)
    assert not findings("contradiction", one, happening("c", one.report.text, strike="strike"))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("He rammed a van into the gate.", "A truck bomb tore the gate.", True),
        ("He rammed a lorry into the gate.", "A truck bomb tore the gate.", False),
        ("He rammed a vehicle into the gate.", "A truck bomb tore the gate.", False),
        ("He parked a van at the gate.", "A truck bomb tore the gate.", False),
        ("He was armed with a knife.", "He was wielding a machete.", True),
    ],
)
def test_two_things_that_a_deed_was_done_with_are_told(one: str, other: str, told: bool) -> None:
    """A van and a truck differ; a lorry is a truck, and a vehicle may be either."""
    notes = [notes_of(report_of(id, text)) for id, text in (("a", one), ("b", other))]
    assert bool(findings("differing_wording", *notes)) is told


def test_a_row_of_dashes_takes_no_time() -> None:
    """What stands before a thing is looked at a few words far, however it is joined."""
    texts = ("He was armed with a " + "a-" * 500, "x" + "-" * 2_000)
    notes = [notes_of(report_of(id, text)) for id, text in zip("ab", texts, strict=True)]
    assert not findings("differing_wording", *notes)


def test_one_distance_from_two_landmarks_is_told() -> None:
    """Thirty kilometres south of two towns is not one place."""
    notes = []
    for id, town in (("a", "Alden"), ("b", "Corby")):
        report = report_of(id, f"The quake struck 30 km south of {town}.")
        given = {"unit": "kilometre", "kind": "measurement", "measure": "distance"}
        notes.append(notes_of(report, figures=[figure_of(report, "30 km", 30, **given)]))
    (finding,) = findings("differing_place", *notes)
    assert {side.label for side in finding.sides} == {"Alden", "Corby"}


def test_one_bodys_word_from_two_speakers_is_one_origin() -> None:
    """A minister and her ministry say the same: that is one body, heard twice."""
    words = "all divers of the navy came back unhurt"
    notes = []
    for id, name in (("a", "Harbour Ministry"), ("b", "Ada Holm")):
        report = report_of(id, f"{words}, {name} said.")
        said = statement_of(report, words, name, for_="Harbour Ministry")
        notes.append(notes_of(report, statements=[said]))
    assert any("one body" in each.text for each in findings("same_origin", *notes))


def test_a_number_that_the_next_sentence_takes_back_is_replaced() -> None:
    """Early reports had three; it was later found to be one."""
    text = "Early reports said three boats sank. It was later found that only one boat sank."
    report = report_of("a", text.replace("Early", "Initial"))
    given = {"measure": "boats sunk", "counted": "boats", "action": "sink"}
    figures = [
        figure_of(report, "three boats", 3, **given),
        figure_of(report, "only one boat", 1, **given),
    ]
    (finding,) = findings("superseded", notes_of(report, figures=figures))
    assert finding.text.startswith("only one boat replaces")
