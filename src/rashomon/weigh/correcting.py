"""Correcting: a person's corrections of speakers, places, periods and of what is no figure at all.

What they say of links is for `relinking`; notes and grades change nothing that is weighed.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from rashomon.claim import Claim
from rashomon.correction import Anchor, Correction
from rashomon.event import Event
from rashomon.figure import Figure
from rashomon.notes import Notes
from rashomon.problem import Problem
from rashomon.report import Span, content_id
from rashomon.statement import Statement
from rashomon.when import Period
from rashomon.where import Place
from rashomon.words.names import fold

Found = TypeVar("Found", Figure, Claim, Statement, Event)


def corrected(
    notes: Sequence[Notes], corrections: Sequence[Correction]
) -> tuple[list[Notes], tuple[Correction, ...]]:
    """The notes as corrected, in the order given, and the corrections with their state.

    A later correction of the same words wins over an earlier one. One whose text is not there, or
    at whose anchor nothing of its kind is found, is left to be looked at.
    """
    by_text = {note.report.sha256: i for i, note in enumerate(notes)}
    changed = list(notes)
    told: list[Correction] = []
    for each in corrections:
        span, other = _span(each.anchor, changed, by_text), _span(each.other, changed, by_text)
        known = replace(each, span=span, span_of_other=other)
        at = by_text.get(each.text)
        missing = (each.anchor and span is None) or (each.other and other is None)
        after = None if at is None or missing else _applied(known, changed[at], changed)
        if at is not None and after is not None:
            changed[at] = after
            known = replace(known, state="applied")
        told.append(known)
    return changed, tuple(told)


def unanchored(corrections: Sequence[Correction]) -> list[Problem]:
    """A problem for each correction that could not be applied: a person must look at it."""
    return [
        Problem(kind="correction_to_be_looked_at", detail=_lost(each), path="corrections")
        for each in corrections
        if each.state != "applied"
    ]


def _lost(told: Correction) -> str:
    where = f" at {told.anchor.start} to {told.anchor.end}" if told.anchor else ""
    value = f" “{told.value}”" if told.value else ""
    return (
        f"The {told.kind}{value}{where} of the text {told.text[:12]}… was not applied: "
        "that text, or what was corrected in it, is not there."
    )


def _span(anchor: Anchor | None, notes: Sequence[Notes], by_text: dict[str, int]) -> Span | None:
    """The words at an anchor, None where that text or that stretch of it is not there."""
    if anchor is None or anchor.text not in by_text:
        return None
    report = notes[by_text[anchor.text]].report
    return report.span(anchor.start, anchor.end) if anchor.end <= report.characters else None


def _applied(told: Correction, note: Notes, notes: Sequence[Notes]) -> Notes | None:
    """The notes of one report as corrected, None where nothing is there to correct."""
    span = told.span
    if told.kind in ("note", "grade"):
        return note
    if span is None:
        return None
    match told.kind:
        case "speaker":
            return _with_speaker(note, span, told.value or "")
        case "place":
            return _with_place(note, span, told.value or "")
        case "period":
            return _with_period(note, span, told)
        case "hide":
            return _without(note, span)
    ends = [span, *([told.span_of_other] if told.span_of_other else [])]
    return note if all(_is_answer(end, notes) for end in ends) else None


def _is_answer(span: Span, notes: Sequence[Notes]) -> bool:
    """Whether a figure or a claim stands there, which some question may hold."""
    figures = (each.span for note in notes for each in note.figures)
    claims = (each.span for note in notes for each in note.claims)
    return any(each.overlaps(span) for each in chain(figures, claims))


def _changed(
    things: Sequence[Found], span: Span, change: Callable[[Found], Found]
) -> tuple[tuple[Found, ...], bool]:
    """The things with those at a span changed, and whether there were any."""
    found = any(each.span.overlaps(span) for each in things)
    return tuple(change(each) if each.span.overlaps(span) else each for each in things), found


def _with_speaker(note: Notes, span: Span, name: str) -> Notes | None:
    """What is said there is said by `name`; a figure that nobody was said to give, too."""

    def said(statement: Statement) -> Statement:
        speaker = replace(
            statement.speaker, name=name, named=True, basis="explicit", span=None, actor=None
        )
        if fold(name) != fold(statement.speaker.name or ""):
            speaker = replace(speaker, role=None, for_=None)
        return replace(statement, speaker=speaker)

    around = [each for each in note.statements if each.span.overlaps(span)]
    inner = min(around, key=lambda each: each.span.end - each.span.start, default=None)
    statements = tuple(said(each) if each is inner else each for each in note.statements)
    ids = {inner.id} if inner is not None else set()
    figures = tuple(
        replace(each, speaker=name, speaker_basis="explicit")
        if each.statement in ids or (not ids and each.span.overlaps(span))
        else each
        for each in note.figures
    )
    if figures == note.figures and not ids:
        return None
    return replace(note, statements=statements, figures=figures)


def _with_place(note: Notes, span: Span, name: str) -> Notes | None:
    """What happened there happened at `name`, which the report names or nothing resolves."""
    known = next((each for each in note.places if fold(each.name) == fold(name)), None)
    new = content_id("l", "corrected", span.report, span.start, name)
    place = known or Place(id=new, span=span, name=name)
    figures, first = _changed(
        note.figures, span, lambda each: replace(each, place=place.id, place_basis="explicit")
    )
    claims, second = _changed(note.claims, span, lambda each: replace(each, place=place.id))
    events, third = _changed(note.events, span, lambda each: replace(each, place=place.id))
    if not (first or second or third):
        return None
    places = note.places if known else tuple(sorted((*note.places, place), key=lambda p: p.span))
    return replace(note, figures=figures, claims=claims, events=events, places=places)


def _with_period(note: Notes, span: Span, told: Correction) -> Notes | None:
    period = Period(
        id=content_id("t", "corrected", span.report, span.start, told.from_, told.to),
        span=span,
        type="DATE",
        value=told.from_ or "",
        from_=told.from_,
        to=told.to,
        precision="day" if told.from_ == told.to else None,
    )
    figures, first = _changed(
        note.figures, span, lambda each: replace(each, period=period.id, period_basis="explicit")
    )
    claims, second = _changed(note.claims, span, lambda each: replace(each, period=period.id))
    events, third = _changed(note.events, span, lambda each: replace(each, time=period.id))
    if not (first or second or third):
        return None
    times = tuple(sorted((*note.times, period), key=lambda each: (each.span, each.id)))
    return replace(note, figures=figures, claims=claims, events=events, times=times)


def _without(note: Notes, span: Span) -> Notes | None:
    """The notes without the figures, claims and events there: they are none."""
    hidden = {each.id for each in note.figures if each.span.overlaps(span)}
    figures = tuple(
        replace(
            each,
            part_of=None if each.part_of in hidden else each.part_of,
            same_as=None if each.same_as in hidden else each.same_as,
        )
        for each in note.figures
        if each.id not in hidden
    )
    claims = tuple(each for each in note.claims if not each.span.overlaps(span))
    events = tuple(
        replace(each, figures=tuple(id for id in each.figures if id not in hidden))
        for each in note.events
        if not span.holds(each.span)
    )
    if (figures, claims, events) == (note.figures, note.claims, note.events):
        return None
    return replace(note, figures=figures, claims=claims, events=events)
