"""Parts and repetitions: "58, including 12 children"; "770 km (about 500 miles)"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.figure import Figure
from rashomon.find.figures.concepts import names
from rashomon.words import units

#: Between a whole and its part.
_PART = re.compile(
    r"[^.;!?\n]{0,80}?\b(?:including|included|among\s+(?:them|whom|those|the\s+\w+)|of\s+(?:them|whom|which)|inclusive\s+of)\b[^.;!?\n]{0,60}$",
    re.I,
)
#: Behind a part ("of whom 12 were children", "12 of them children").
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|which|those)\b", re.I)
_BRACKET = re.compile(r"[^.;!?\n()]{0,40}\($")


def with_parts(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures with `part_of` and `same_as` set where the text says so."""
    done: list[Figure] = []
    for figure in figures:
        whole = _whole(text, figure, done)
        twin = _twin(text, figure, done)
        if twin:
            figure = replace(
                figure,
                same_as=twin.id,
                action=twin.action,
                measure=twin.measure,
                trend=twin.trend,
            )
        elif whole:
            figure = replace(
                figure,
                part_of=whole.id,
                action=figure.action if figure.action in names() else whole.action,
                measure=_part_measure(figure, whole),
            )
        done.append(figure)
    return tuple(done)


def _part_measure(part: Figure, whole: Figure) -> str | None:
    """A part that says nothing itself shares what befell its whole."""
    if part.action in names() or not whole.action or not whole.measure:
        return part.measure
    said = whole.measure.removeprefix(whole.counted or "people").strip()
    return f"{part.counted or whole.counted or 'people'} {said}".strip()


def _whole(text: str, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The last count before that this one is a part of."""
    if figure.unit != "count" or figure.kind != "level":
        return None
    for whole in reversed(before[-3:]):
        if whole.unit != "count" or whole.kind != "level":
            continue
        if whole.part_of and whole is not before[-1]:
            continue  # only the part just before has parts of its own: "30 there, including 12"
        between = text[whole.span.end : figure.span.start]
        follows = before[-1].id == whole.id or _joined(text, before[-1], figure, whole)
        linked = (follows and _PART.match(between)) or (
            _OF_THEM.match(text, figure.number.end) and not re.search(r"[.!?\n]", between)
        )
        if linked:
            return whole if _fits(figure, whole) else None
        if not whole.part_of:
            return None
    return None


def _joined(text: str, part: Figure, figure: Figure, whole: Figure) -> bool:
    """Whether a figure goes on in a list of parts ("five children and two women")."""
    between = text[part.span.end : figure.span.start]
    return part.part_of == whole.id and re.fullmatch(r",?\s*(?:and\s+)?", between) is not None


def _fits(part: Figure, whole: Figure) -> bool:
    """A part is never larger than what the whole is known to be."""
    return part.value is None or whole.value is None or part.value <= whole.value


def _twin(text: str, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The figure just before that this one repeats in another unit, in brackets."""
    if not before:
        return None
    other = before[-1]
    if figure.unit == other.unit or not units.comparable(figure.unit, other.unit):
        return None
    return other if _BRACKET.fullmatch(text[other.span.end : figure.span.start]) else None
