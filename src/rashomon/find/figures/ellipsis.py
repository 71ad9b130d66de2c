"""Ellipsis: what a bare number takes over from the figure before it in the sentence."""

import re
from collections.abc import Iterable
from dataclasses import replace

from rashomon.figure import Figure
from rashomon.find.figures.concepts import names
from rashomon.find.figures.grammar import role
from rashomon.find.figures.wording import predicate
from rashomon.find.parse import Parsed, Token

#: A bare count takes over from a count at most this many characters before it.
_NEAR = 60
#: What "22 others" are is told by the count before them.
_OTHERS = ("others", "more")
#: The same over a list of parts.
_FAR = 160
#: Behind a whole, before its parts.
_INCLUDING = re.compile(r"[^.;!?]{0,80}?\b(?:including|among\s+(?:them|whom))\b", re.I)
#: Between the two ends of one change or comparison ("to 58", "up from 8.7%").
_ENDS = re.compile(
    r"(?:[^\S\n](?:a|per)[^\S\n]\w+)?,?[^\S\n]+(?:to|from|(?:up|down)[^\S\n]from|against|versus"
    r"|compared[^\S\n](?:with|to))(?:[^\S\n]+\S{1,12})?[^\S\n]*",
    re.I,
)


#: Of an end that is said to be the earlier one the trend does not tell.
_FROM = re.compile(r"\b(?:from|against|versus|with)\b", re.I)
#: After these a count is of those left out, whom nothing befell.
_APART = re.compile(
    r"\b(?:all\s+but|except(?:\s+for)?|apart\s+from|excluding|other\s+than)\s+$", re.I
)


def set_apart(text: str, start: int) -> bool:
    """Whether the count that starts there is of those left out ("all but six")."""
    return _APART.search(text, max(0, start - 16), start) is not None


def completed(parsed: Parsed, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures, the bare ones with what they leave unsaid."""
    done: list[Figure] = []
    for figure in figures:
        done.append(_completed(parsed, _leading(parsed, done, figure), figure) if done else figure)
    return tuple(done)


def _leading(parsed: Parsed, before: list[Figure], figure: Figure) -> Figure:
    """The figure that the others of "22 others" are like: the one just before, or the whole of
    which that is a part ("30 people, including six children, died and 22 others were hurt").
    """
    if figure.counted not in _OTHERS:
        return before[-1]
    for whole in reversed(before[-4:-1]):
        between = parsed.report.text[whole.span.end : figure.span.start]
        if not _near(between, _FAR):
            break
        if _INCLUDING.match(between):
            return whole
    return before[-1]


def _completed(parsed: Parsed, before: Figure, figure: Figure) -> Figure:
    text = parsed.report.text
    if set_apart(text, figure.span.start):
        return figure
    between = text[before.span.end : figure.span.start]
    others = figure.counted in _OTHERS and before.head and before.kind == "level"
    if others and figure.counted and _near(between, _FAR):
        measure = (figure.measure or "").replace(figure.counted, before.counted or "people", 1)
        return replace(figure, counted=before.counted, measure=measure)
    ends = _ENDS.fullmatch(between) is not None
    if ends and figure.measure is None:
        figure = replace(figure, action=before.action, measure=before.measure)
    if ends and figure.counted is None and before.kind in ("share", "change", "rate", "level"):
        if not _FROM.search(between):
            figure = replace(figure, trend=figure.trend or before.trend)
        return _counting(before, figure, keep_unit=figure.unit != "count")
    if _follows(before, figure) and _near(between):
        said = _own(parsed, before, figure)
        if said is not None:
            named = " ".join([before.counted or "people", *predicate(said)])
            return replace(
                figure,
                counted=before.counted,
                head=before.head,
                population=before.population,
                measure=named,
            )
        return _counting(before, _worded(parsed, before, figure), keep_unit=True)
    if _shares_object(parsed, before, figure) and _near(between):
        return _counting(before, figure, keep_unit=True)
    return figure


def _worded(parsed: Parsed, before: Figure, figure: Figure) -> Figure:
    """The figure with its verb as its measure, where it has none ("and fined 12")."""
    if figure.action is None or figure.measure:
        return figure
    verb = predicate(role(parsed.tokens_of(figure.number)[-1]).governor)
    return replace(figure, measure=" ".join([before.counted or "people", *verb]))


def _shares_object(parsed: Parsed, before: Figure, figure: Figure) -> bool:
    """Whether a bare number is the object of a verb that goes on from one with a counted object
    ("killed six miners and injured nine").
    """
    bare = figure.counted == "people" and figure.span.end == figure.number.end
    if not bare or before.head is None or before.kind != "level" or before.population:
        return False  # whether the 30 of "killed 12 children and hurt 30" are children is open
    one, other = (role(parsed.tokens_of(each.number)[-1]) for each in (before, figure))
    joined = other.governor.dep_ == "conj" and other.governor.head.i == one.governor.i
    return joined and one.part == other.part == "dobj"


def _own(parsed: Parsed, before: Figure, figure: Figure) -> Token | None:
    """The verb that only the second of two numbers is the subject of, if it tells something
    ("60 were hurt and 8,000 are without power"): nothing of the first is said of the second.
    """
    if figure.action in names():
        return None
    found = role(parsed.tokens_of(figure.number)[-1])
    other = role(parsed.tokens_of(before.number)[-1])
    apart = found.part in ("nsubj", "nsubjpass") and found.governor.i != other.governor.i
    follows = found.governor.i > parsed.tokens_of(figure.number)[-1].i
    return found.governor if apart and follows and found.governor.pos_ in ("VERB", "AUX") else None


def _counting(before: Figure, figure: Figure, keep_unit: bool) -> Figure:
    """The figure as a count of the same thing."""
    own = figure.measure or ""
    if figure.action in names() and before.counted:
        own = f"{before.counted} {own.removeprefix('people ')}"
    return replace(
        figure,
        unit=figure.unit if keep_unit else before.unit,
        counted=before.counted,
        head=before.head,
        population=before.population,
        of=before.of if figure.unit == before.unit else None,
        action=figure.action or before.action,
        measure=own if figure.action else before.measure,
    )


def _follows(before: Figure, figure: Figure) -> bool:
    """Whether `figure` is a bare count after a count of something."""
    bare = figure.counted is None and figure.kind in ("level", "change") and figure.unit == "count"
    return bare and before.counted is not None and before.kind == "level"


def _near(between: str, most: int = _NEAR) -> bool:
    return len(between) <= most and not re.search(r"[.!?]\s|\n", between)
