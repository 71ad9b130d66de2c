"""Reworded: quotations that two reports print with other words, and names in two spellings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from rashomon.account import Finding, Side
from rashomon.notes import Notes
from rashomon.report import Span
from rashomon.weigh.findings.telling import finding
from rashomon.weigh.wording import Altered
from rashomon.words.names import fold

#: Shorter names differ by a letter because they are two names.
_SHORTEST_NAME = 6
#: The likeness (Ratcliff and Obershelp) of two spellings of one name: one letter in seven.
_ONE_NAME = 0.85
#: So many names of a story are compared, and so many spellings told.
_MOST_NAMES, _MOST_TOLD = 400, 2


def of_quotations(altered: Iterable[Altered]) -> Iterator[Finding]:
    """One finding for each altered quotation."""
    for pair in altered:
        words = (_joined(pair.differing_one), _joined(pair.differing_other))
        yield finding(
            "differing_wording",
            "medium",
            f"{pair.speaker} is quoted with two wordings: {words[0]} / {words[1]}.",
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
    """Names of bodies that two reports spell with one letter's difference.

    Nobody is merged by it: which spelling is right, and whether it is one body, stays open.
    """
    spelled: dict[str, set[Span]] = defaultdict(set)
    for note in notes:
        for actor in note.actors:
            if actor.kind == "organisation" and len(actor.name) >= _SHORTEST_NAME:
                spelled[fold(actor.name)] |= {
                    span for span in actor.mentions if fold(span.exact) == fold(actor.name)
                }
    known = sorted(name for name, spans in spelled.items() if spans)[:_MOST_NAMES]
    pairs = [pair for pair in combinations(known, 2) if _is_one_name(*pair)]
    apart = [
        pair
        for pair in pairs
        if {span.report for span in spelled[pair[0]]}.isdisjoint(
            span.report for span in spelled[pair[1]]
        )
    ]
    for pair in apart[:_MOST_TOLD]:
        first = [min(spelled[name]) for name in pair]
        yield finding(
            "differing_wording",
            "low",
            f"A name in two spellings: {first[0].exact} / {first[1].exact}.",
            [
                Side(label=span.exact, evidence=tuple(sorted(spelled[name])))
                for name, span in zip(pair, first, strict=True)
            ],
        )


def _is_one_name(one: str, other: str) -> bool:
    """Whether two names differ inside by a letter; a plural or a number makes another name."""
    if one[0] != other[0] or one[-1] != other[-1] or abs(len(one) - len(other)) > 1:
        return False
    if any(letter.isdigit() for letter in one + other):
        return False
    return SequenceMatcher(a=one, b=other, autojunk=False).ratio() >= _ONE_NAME
