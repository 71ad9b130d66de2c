"""Replaced: numbers of which a report itself says that a later one stands in their stead."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.account import Finding, Position, Question
from rashomon.figure import Figure
from rashomon.notes import Notes
from rashomon.weigh.findings.telling import bare, finding, side_of
from rashomon.weigh.origins import Sources
from rashomon.weigh.sentences import sentence_around, sentence_behind
from rashomon.words.tables import table

#: The word for a former number stands so near (characters) before it.
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Replacing:
    """The table `data/replacing.toml`: words for a former number, for its replacement, and for a
    correction that follows."""

    former: tuple[str, ...]
    replacing: tuple[str, ...]
    correcting: tuple[str, ...]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    known = table("replacing", Replacing)
    former, replacing, correcting = (
        "|".join(words) for words in (known.former, known.replacing, known.correcting)
    )
    # The former number's word may be followed by its noun: "an initial estimate of".
    return (
        re.compile(rf"\b(?:{former})\b[^.;,:\d]{{0,{_NEAR}}}$", re.I),
        re.compile(rf"\b(?:{replacing})\b", re.I),
        re.compile(rf"\b(?:{correcting})\b", re.I),
    )


def replaced(
    notes: Sequence[Notes], questions: Sequence[Question], sources: Sources
) -> Iterator[Finding]:
    """Numbers that a report calls former beside the one that replaced them: "raised its offer to
    82 dollars from an initial 70", "31, down from an earlier count of 36"."""
    by_figure = {
        figure: (question, position)
        for question in questions
        for position in question.positions
        for figure in position.figures
    }
    told: set[tuple[str, str]] = set()
    for note in notes:
        for new, old in _pairs(note):
            if new.id in by_figure and old.id in by_figure:
                (asked, later), (before, earlier) = by_figure[new.id], by_figure[old.id]
                key = (asked.id, before.id)
                if key not in told and later.id != earlier.id:
                    told.add(key)
                    sides = [_alike(before, earlier), _alike(asked, later)]
                    yield finding(
                        "superseded",
                        "medium",
                        f"{bare(later)} replaces an earlier {bare(earlier)}.",
                        [side_of(side, sources) for side in sides],
                        asked.id,
                    )


def _alike(question: Question, position: Position) -> list[Position]:
    """The positions of a question that give the same number."""
    return [each for each in question.positions if each.value == position.value]


def _pairs(note: Notes) -> Iterator[tuple[Figure, Figure]]:
    """A new number with the former one that its sentence sets against it, or the one before it
    ("early reports spoke of three; it was later found that only one ...")."""
    former, replacing, correcting = _patterns()
    text = note.report.text
    for old in note.figures:
        before = text[max(0, old.span.start - 2 * _NEAR) : old.span.start]
        if old.value is None or former.search(before) is None:
            continue
        sentence = sentence_around(note.report, old.span)
        here = [each for each in note.figures if _fit(each, old)]
        if replacing.search(sentence.exact) is not None:
            new = [each for each in here if sentence.holds(each.span) and each.span < old.span]
        else:
            behind = sentence_behind(note.report, sentence)
            if behind is None or correcting.search(behind.exact) is None:
                continue
            new = [each for each in here if behind.holds(each.span) and _of_one_thing(each, old)]
        if new:
            yield new[0], old


def _of_one_thing(one: Figure, other: Figure) -> bool:
    """Whether two numbers measure alike in a word: missiles launched, projectile launched."""
    return bool(set((one.measure or "").split()) & set((other.measure or "").split()))


def _fit(new: Figure, old: Figure) -> bool:
    """Whether two numbers of a sentence measure in one unit, and are not the same."""
    kinds = (new.unit, new.kind) == (old.unit, old.kind)
    return kinds and new.value is not None and new.value != old.value
