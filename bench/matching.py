"""Matching: which answer is held against which gold, and how far two stretches of text agree."""

import unicodedata
from collections.abc import Iterable, Sequence

#: Positions of letters and digits: quotation marks, commas and blanks at the edges do not count.
Letters = frozenset[int]


def letters(text: str, stretches: Iterable[Sequence[int]]) -> Letters:
    """The positions of letters and digits inside stretches of start and end."""
    return frozenset(
        at
        for start, end in stretches
        for at in range(max(0, start), min(end, len(text)))
        if unicodedata.category(text[at])[0] in "LN"
    )


def jaccard(a: Letters, b: Letters) -> float:
    """What two sets share over what either holds (intersection over union)."""
    either = len(a | b)
    return len(a & b) / either if either else 0.0


def overlap(a: Sequence[int], b: Sequence[int]) -> float:
    """The characters two stretches share over those from the first to the last; 0 if apart."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def paired(likeness: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """Gold to answer, one to one: the likest pair first, of equals the earliest."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, gold, given in sorted(likeness, key=lambda each: (-each[0], each[1], each[2])):
        if gold not in pairs and given not in taken:
            pairs[gold] = given
            taken.add(given)
    return pairs
