"""Parts and repetitions: "58, including 12 children"; "770 km (about 500 miles)"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.figure import Figure
from rashomon.find.figures.concepts import index, names
from rashomon.words import units

_THESE = r"(?:the|those|these|its|their|his|her|our)"
#: Between a whole and its part, the whole first.
_INCLUDING = re.compile(
    r"[^.;!?\n]{0,80}?\b(?:(?:includ(?:ing|ed?|es)|inclusive\s+of)\b[^.;!?\n]{0,60}"
    r"|among\s+(?:them|whom|those|the\s+\w+)\b[^.;!?\n]{0,60}"
    # "of whom" says so only of what stands right behind it.
    r"|of\s+(?:them|whom|which)\b(?:\s+\w+){0,2}\s*)$",
    re.I,
)
#: Behind a part ("12 of them children", "12 children among them").
_OF_THEM = re.compile(
    r"\s+of\s+(?:them|whom|which|those)\b|(?:\s+[\w-]+){0,3}?\s+among\s+(?:them|those)\b", re.I
)
#: The same with the whole in a word ("12 of the dead were children").
_OF_THE_DEAD = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:of|among)\s+(?:the|those)\s+(?P<whom>\w+)", re.I
)
#: How far before such a part its whole may stand, a sentence's end between them or not.
_NEAR = re.compile(r"[^!?\n]{0,160}")
#: The same over the end of a sentence ("58 died. Among the dead were 12 children").
_AMONG = re.compile(
    r"[^;!?\n]{0,120}[.]\s+(?:Among\s+(?:them|(?:the|those)\s+(?P<whom>\w+))\s+(?:were|was|are)"
    r"|(?:They|The\s+(?P<who>\w+))\s+includ(?:ed?|ing))\s(?:also\s)?$"
)
#: Between a part and its whole, the part first ("12 of the 58", "12 were among the 58").
_OF_THE = re.compile(
    rf"\s+(?:out\s+)?of\s+{_THESE}(?:\s+\w+)?\s+"
    rf"|(?:\s+[\w'’-]+){{0,5}}\s+(?:among|amongst)\s+{_THESE}\s+",
    re.I,
)
#: Before a whole whose part follows ("Of the 58 dead, 12 were children").
_OF_ALL = re.compile(rf"(?:(?-i:\bOf)|[,;]\s+of)\s+(?:{_THESE}|some|about)?\s*$", re.I)
_AFTER_ALL = re.compile(r"[^.,;!?\n]{0,60},\s+(?:\w+\s+){0,3}")
_BRACKET = re.compile(r"[^.;!?\n()]{0,40}\($")
#: Between the parts of a list, and between a whole and such a list.
_LISTED = re.compile(r"[^.;!?\n]{0,30}?(?:,\s+|,?\s+and\s+|\s+plus\s+)")
_ASIDE = re.compile(r"[^.;!?\n]{0,60}?(?:[,:(–—-]\s*|\s(?:are|were|is|was|to)\s)(?:[a-z]+\s){0,3}")
_MOST_PARTS = 5
#: Behind a sum in brackets, where nothing else stands in them.
_CLOSED = re.compile(r"\s*(?:[)\]]|at\s)")
#: A conversion is rounded by no more than this part of it.
_ROUNDING = 0.15
#: Between a figure and its repetition in another unit.
_OR = re.compile(r"(?:[^.;!?\n()]{0,40}[(\[]|,?\s+or\s+|\s*/\s*|,\s+)(?:or\s+)?$", re.I)


def with_parts(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures with `part_of` and `same_as` set where the text says so."""
    done: list[Figure] = []
    for figure in figures:
        if done and _is_whole_of(text, figure, done[-1]):
            done[-1] = _as_part(done[-1], figure)
        twin = _twin(text, figure, done)
        whole = None if twin else _whole(text, figure, done)
        if twin:
            figure = replace(
                figure,
                same_as=twin.id,
                action=twin.action,
                measure=twin.measure,
                trend=twin.trend,
            )
        done.append(_as_part(figure, whole) if whole else figure)
    return tuple(_summed(text, done))


def _summed(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those of a list that adds up to the one before or behind it as its parts
    ("58 people: 46 adults and 12 children").
    """
    done = list(figures)
    for place, whole in enumerate(done):
        for step in (1, -1):
            found = _adding(text, done, place, step)
            for at in found:
                done[at] = _as_part(done[at], whole)
    return done


def _adding(text: str, figures: Sequence[Figure], place: int, step: int) -> list[int]:
    """The places of the figures beside a whole that are listed and add up to it, two or more."""
    whole, total, found = figures[place], 0.0, []
    for at in range(place + step, place + step * (_MOST_PARTS + 1), step):
        if not 0 <= at < len(figures) or whole.value is None:
            break
        part, before = figures[at], figures[at - step]
        first, second = sorted((part, before), key=lambda one: one.number.start)
        between = text[first.span.end : second.span.start]
        beside = _ASIDE if before is whole else _LISTED
        told = part.population is not None or re.search(r"[:(–—]\s*$", between)
        if before is whole and not told:
            break  # "10 engines, 6 pumps and 4 ladders" only happen to add up
        if not _counts(part) or part.value is None or part.part_of or not beside.fullmatch(between):
            break
        found.append(at)
        total += part.value
    return found if len(found) > 1 and total == whole.value else []


def _as_part(part: Figure, whole: Figure) -> Figure:
    """A part of a whole; one that says nothing itself shares what befell the whole."""
    told = part.action in names()
    return replace(
        part,
        part_of=whole.id,
        action=part.action if told else whole.action or part.action,
        measure=part.measure if told else _measure(part, whole),
    )


def _measure(part: Figure, whole: Figure) -> str | None:
    if whole.action not in names() or not whole.measure:
        return part.measure
    said = whole.measure.removeprefix(whole.counted or "people").strip()
    return f"{part.counted or whole.counted or 'people'} {said}".strip()


def _is_whole_of(text: str, figure: Figure, part: Figure) -> bool:
    """Whether the figure just before is a part of this one ("12 were among the 58 killed").

    Of "12 of the 58 passengers drowned" nothing befell the 58: 12 is the count of all who drowned.
    """
    between = text[part.number.end : figure.span.start]
    if not _counts(part) or not _counts(figure) or not _fits(part, figure):
        return False
    alike = part.action in (None, figure.action) or part.head != figure.head
    return alike and _OF_THE.fullmatch(between) is not None


def _whole(text: str, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The last count before that this one is a part of."""
    if not _counts(figure):
        return None
    for whole in reversed(before[-4:]):
        if not _counts(whole):
            continue
        between = text[whole.span.end : figure.span.start]
        if _is_named(text, figure, whole, between):
            return whole if _fits(figure, whole) else None
        if whole.part_of and whole is not before[-1]:
            continue  # only the part just before has parts of its own: "30 there, including 12"
        linked = before[-1].id == whole.id and _is_linked(text, figure, whole, between)
        if linked or _joined(text, before[-1], figure, whole):
            return whole if _fits(figure, whole) else None
        if not whole.part_of and re.search(r"[.!?]\s|\n", between):
            return None
    return None


def _is_linked(text: str, figure: Figure, whole: Figure, between: str) -> bool:
    """Whether the words between two counts make the second a part of the first."""
    if _INCLUDING.fullmatch(between):
        return True
    if _OF_THEM.match(text, figure.number.end) and not re.search(r"[.!?\n]", between):
        return True
    opened = _OF_ALL.search(text, max(0, whole.span.start - 16), whole.span.start)
    if opened and _AFTER_ALL.fullmatch(between):
        return True
    grouped = figure.population is not None and figure.head != whole.head
    return grouped and _BRACKET.fullmatch(between) is not None


def _is_named(text: str, figure: Figure, whole: Figure, between: str) -> bool:
    """Whether a part's own sentence means this whole by "the dead" or "them"."""
    if whole.part_of or not _NEAR.fullmatch(between):
        return False
    opened, behind = _AMONG.fullmatch(between), _OF_THE_DEAD.match(text, figure.number.end)
    if opened is None and behind is None:
        return re.search(r"[.;]\s+$", between) is not None and bool(
            _OF_THEM.match(text, figure.number.end)
        )
    names = [
        match[group]
        for match, group in ((opened, "whom"), (opened, "who"), (behind, "whom"))
        if match is not None
    ]
    named = next((name.lower() for name in names if name), "")
    concept = index("adjectives").get(named)
    if concept is not None:
        return concept.name == whole.action
    return named in ("victims", "casualties") or (opened is not None and not named)


def _joined(text: str, part: Figure, figure: Figure, whole: Figure) -> bool:
    """Whether a figure goes on in a list of parts ("five children and two women"); of "five
    children and 30 wounded" the wounded are others.
    """
    between = text[part.span.end : figure.span.start]
    alike = figure.action in (None, whole.action) or figure.action not in names()
    listed = re.fullmatch(r",?\s*(?:and\s+)?", between) is not None
    return part.part_of == whole.id and alike and listed


def _counts(figure: Figure) -> bool:
    return figure.unit == "count" and figure.kind == "level"


def _fits(part: Figure, whole: Figure) -> bool:
    """A part is never larger than what the whole is known to be."""
    return part.value is None or whole.value is None or part.value <= whole.value


def _twin(text: str, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """The figure just before that this one repeats in another unit or currency."""
    if not before:
        return None
    other = before[-1]
    between = text[other.span.end : figure.span.start]
    if figure.unit == other.unit:
        return None
    if figure.kind == other.kind == "price":
        bracketed = _BRACKET.fullmatch(between) and _CLOSED.match(text, figure.span.end)
        return other if bracketed else None
    if not units.comparable(figure.unit, other.unit):
        return None
    return other if _OR.fullmatch(between) and _is_equal(figure, other) else None


def _is_equal(figure: Figure, other: Figure) -> bool:
    """Whether two measurements are equal but for rounding ("770 km (about 500 miles)")."""
    if figure.value is None or other.value is None:
        return True
    here = units.convert(figure.value, figure.unit, other.unit)
    return here is not None and abs(here - other.value) <= _ROUNDING * abs(other.value)
