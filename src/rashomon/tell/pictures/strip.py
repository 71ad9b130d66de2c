"""The strip of time: a bead for each date of a timeline, and the dates that disagree."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.account import TimelineEntry
from rashomon.tell.pictures.axes import MARGIN, WIDTH
from rashomon.tell.shown import dates_words
from rashomon.words.names import fold

#: Most beads on a strip of time; a longer timeline is its list.
_BEADS = 24

#: So many characters of three labels have room under the strip.
_LABELS = 45

#: Two entries tell one happening where they share so many words of four letters and more, and so
#: much of the shorter one's: as the timeline itself brings entries of one day together, but
#: stricter, since a wrong doubt about a date costs trust.
_SHARED_WORDS, _SHARED_PART = 5, 0.6

#: Words are compared by so many letters ("derailed", "derailment").
_LETTERS = 6

_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """The entries of one date on the strip of time; `labelled` where there is room for words.

    `doubted` where some entry of it is dated otherwise by another report.
    """

    x: float
    date: str
    entries: tuple[int, ...]
    labelled: bool
    doubted: bool = False


def strip(entries: Sequence[TimelineEntry]) -> tuple[Bead, ...]:
    """A bead for each date of the timeline, evenly spaced; none where one date says it all."""
    dates: dict[str, list[int]] = {}
    for count, entry in enumerate(entries, start=1):
        dates.setdefault(dates_words(entry.from_, entry.to), []).append(count)
    if not 2 <= len(dates) <= _BEADS:
        return ()
    last = len(dates) - 1
    gap = (WIDTH - 8 * MARGIN) / last
    doubted = dated_otherwise(entries)
    # The middle one has a label where a bead stands there and the words have room.
    names = list(dates)
    labelled = {0, last}
    if last % 2 == 0 and len(names[0] + names[last // 2] + names[-1]) <= _LABELS:
        labelled.add(last // 2)
    return tuple(
        Bead(
            x=round(4 * MARGIN + gap * place, 1),
            date=date,
            entries=tuple(numbers),
            labelled=place in labelled,
            doubted=any(number in doubted for number in numbers),
        )
        for place, (date, numbers) in enumerate(dates.items())
    )


def dated_otherwise(entries: Sequence[TimelineEntry]) -> dict[int, tuple[int, ...]]:
    """The entries, counted from 1, that other reports date otherwise, each with those entries.

    Two entries disagree where other reports tell the same in much the same words and no day is in
    both. What several reports tell in words of their own is not found.
    """
    words = [_words(entry) for entry in entries]
    found: dict[int, list[int]] = {}
    for later, entry in enumerate(entries):
        for earlier in range(later):
            if _disagree(entries[earlier], entry) and _alike(words[earlier], words[later]):
                found.setdefault(earlier + 1, []).append(later + 1)
                found.setdefault(later + 1, []).append(earlier + 1)
    return {number: tuple(others) for number, others in sorted(found.items())}


def _disagree(a: TimelineEntry, b: TimelineEntry) -> bool:
    """Whether two entries share neither a day nor a report."""
    if {span.report for span in a.citations} & {span.report for span in b.citations}:
        return False
    first, last = (a, b) if a.from_ <= b.from_ else (b, a)
    return (first.to or first.from_)[:10] < last.from_[:10]


def _words(entry: TimelineEntry) -> frozenset[str]:
    return frozenset(word[:_LETTERS] for word in _WORD.findall(fold(entry.text)))


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    shared = len(a & b)
    return shared >= _SHARED_WORDS and shared >= _SHARED_PART * min(len(a), len(b))
