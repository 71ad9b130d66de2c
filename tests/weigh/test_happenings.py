"""One happening in several reports, and where its people are from."""

from dataclasses import replace

import pytest
from building import figure_of, notes_of, period_of, place_of, report_of, span_of

from rashomon.account import Finding
from rashomon.event import Event
from rashomon.notes import Notes
from rashomon.person import Person
from rashomon.report import Report
from rashomon.weigh.weighing import weigh


def findings(kind: str, *notes: Notes) -> list[Finding]:
    """The findings of one kind about these reports as one story."""
    return [each for each in weigh(notes, ()).findings if each.kind == kind]


def crash(id: str, day: str, date: str, number: int = 12) -> Notes:
    """A report of a crash on a day."""
    report = report_of(id, f"The crash on {day} killed {number} people.")
    figure = figure_of(report, f"{number} people", number)
    event = Event(
        id=f"e-{id}",
        span=span_of(report, "crash"),
        kind="collision",
        figures=(figure.id,),
        time=f"t-{id}",
    )
    time = period_of(report, day, date, date)
    return notes_of(report, figures=[replace(figure, clause=None)], times=[time], events=[event])


def test_a_happening_on_two_days_is_told() -> None:
    """Two reports of the twelve killed set the crash on two days."""
    one, other = crash("a", "Monday", "2031-03-03"), crash("b", "Tuesday", "2031-03-04")
    (finding,) = findings("differing_period", one, other)
    assert finding.text.startswith("When was the collision?")


def test_two_happenings_of_two_days_are_no_difference() -> None:
    """Without a shared name or number nothing says that it was one crash."""
    one, other = crash("a", "Monday", "2031-03-03"), crash("b", "Tuesday", "2031-03-04", 3)
    assert findings("differing_period", one, other) == []


def at_home(id: str, text: str, place: str, **given: object) -> Notes:
    """A report that tells where Ana Ruiz is from."""
    report: Report = report_of(id, text)
    person = Person(id=f"n-{id}", name="Ana Ruiz", spellings=(span_of(report, "Ana Ruiz"),))
    return notes_of(report, people=[person], places=[place_of(report, place, **given)])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana Ruiz, 30, of Mora, was hurt.", True),
        ("Ana Ruiz was hurt. The mother, from Mora, was taken to hospital.", True),
        ("Ana Ruiz was hurt near Mora.", False),
    ],
)
def test_two_homes_of_one_person_are_told(text: str, told: bool) -> None:
    """Where somebody is from stands behind the name, and not wherever a place is named."""
    one = at_home("a", "Ana Ruiz, from Kalmar, was hurt.", "Kalmar")
    other = at_home("b", text, "Mora", geonames=2691400, lat=61.0, lon=14.54)
    assert bool(findings("differing_place", one, other)) is told


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (("04:00", "07:00"), True),
        (("04:00", "04:30"), False),
    ],
)
def test_two_hours_of_one_day_are_told_where_no_rounding_joins_them(
    hours: tuple[str, str], told: bool
) -> None:
    """Four and seven o'clock are two hours; four and half past may be one, rounded."""
    notes = []
    for id, hour in zip("ab", hours, strict=True):
        noted = crash(id, f"Monday at {hour}", "2031-03-03")
        moment = f"2031-03-03T{hour}"
        time = replace(noted.times[0], type="TIME", from_=moment, to=moment, precision="instant")
        notes.append(replace(noted, times=(time,)))
    assert bool(findings("differing_period", *notes)) is told
