"""Reworded: quotations that two reports print with other words, and names in two spellings."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from rashomon.account import Finding, Side
from rashomon.actor import Actor
from rashomon.notes import Notes
from rashomon.report import Span
from rashomon.weigh.context import words_of_weight
from rashomon.weigh.findings.telling import finding
from rashomon.weigh.wording import Altered
from rashomon.words.names import fold

#: Shorter names differ by a letter because they are two names.
_SHORTEST_NAME = 6
#: The likeness (Ratcliff and Obershelp) of two spellings of one name: one letter in seven.
_ONE_NAME = 0.85
#: So many names of a story are compared, and so many spellings told.
_MOST_NAMES, _MOST_TOLD = 2000, 2
#: So many places of each spelling are shown.
_MOST_SHOWN = 5
#: So near (characters) words stand beside a name, and so many of them are the same.
_BESIDE, _SAME_BESIDE = 40, 2
#: A word with a capital inside a sentence.
_NAME = re.compile(rf"(?<=[a-z,;] )[A-Z][a-z]{{{_SHORTEST_NAME - 1},}}\b")


def of_quotations(altered: Iterable[Altered]) -> Iterator[Finding]:
    """One finding for each altered quotation."""
    for pair in altered:
        words = (_joined(pair.differing_one), _joined(pair.differing_other))
        yield finding(
            "differing_wording",
            "medium",
            f"{pair.speaker}, quoted with two wordings: {words[0]} / {words[1]}.",
            [
                Side(label=pair.one.report, evidence=(pair.one,), differing=pair.differing_one),
                Side(
                    label=pair.other.report, evidence=(pair.other,), differing=pair.differing_other
                ),
            ],
        )


def _joined(spans: Sequence[Span]) -> str:
    return ", ".join(f"“{span.exact}”" for span in spans)


def of_names(notes: Sequence[Notes]) -> Iterator[Finding]:
    """Names that two reports spell with one letter's difference.

    Nobody is merged by it: which spelling is right, and whether it is one body, stays open. A
    name that is no known body's has to stand beside the same words in both.
    """
    spelled: dict[str, list[Span]] = defaultdict(list)
    bodies = set()
    for note in notes:
        known = [each for each in note.actors if each.kind == "organisation"]
        bodies |= {fold(each.name) for each in known}
        for span in _names(note, known):
            spelled[fold(span.exact)].append(span)
    apart = [
        pair
        for pair in _near_pairs(sorted(spelled)[:_MOST_NAMES])
        if _in_other_reports(*(spelled[name] for name in pair))
        and (set(pair) <= bodies or _alike_around(notes, *(spelled[name][0] for name in pair)))
    ]
    for pair in apart[:_MOST_TOLD]:
        first = [min(spelled[name]) for name in pair]
        yield finding(
            "differing_wording",
            "low",
            f"A name in two spellings: {first[0].exact} / {first[1].exact}.",
            [
                Side(label=span.exact, evidence=tuple(sorted(set(spelled[name]))[:_MOST_SHOWN]))
                for name, span in zip(pair, first, strict=True)
            ],
        )


def _names(note: Notes, known: Iterable[Actor]) -> Iterator[Span]:
    """The names of bodies as printed, and single words with a capital inside a sentence."""
    for actor in known:
        if len(actor.name) >= _SHORTEST_NAME:
            yield from (span for span in actor.mentions if fold(span.exact) == fold(actor.name))
    for match in _NAME.finditer(note.report.text):
        yield note.report.span(match.start(), match.end())


def _near_pairs(names: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs that differ by a letter: such names share what is left without one of theirs."""
    by_rest: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for at in range(1, len(name) - 1):
            by_rest[name[:at] + name[at + 1 :]].append(name)
        by_rest[name].append(name)
    near = {
        (one, other)
        for alike in by_rest.values()
        for one, other in combinations(sorted(set(alike)), 2)
        if _is_one_name(one, other)
    }
    return sorted(near)


def _in_other_reports(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return {span.report for span in one}.isdisjoint(span.report for span in other)


def _alike_around(notes: Sequence[Notes], one: Span, other: Span) -> bool:
    """Whether words of weight beside two names are the same."""
    texts = {note.report.id: note.report for note in notes}
    around = []
    for span in (one, other):
        report = texts[span.report]
        start, end = max(0, span.start - _BESIDE), min(len(report.text), span.end + _BESIDE)
        words = words_of_weight([report.span(start, end)])
        around.append(words - words_of_weight([one, other]))
    return len(around[0] & around[1]) >= _SAME_BESIDE


def _is_one_name(one: str, other: str) -> bool:
    """Whether two names differ inside by a letter; a plural or a number makes another name."""
    if one[0] != other[0] or one[-1] != other[-1] or abs(len(one) - len(other)) > 1:
        return False
    if any(letter.isdigit() for letter in one + other):
        return False
    return SequenceMatcher(a=one, b=other, autojunk=False).ratio() >= _ONE_NAME
