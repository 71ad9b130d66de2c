"""Opposites: words of a sentence for which its citations have only an opposite."""

from collections.abc import Iterator, Sequence

from rashomon.tell.checking.denials import denied
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.names import PLACING
from rashomon.tell.checking.reading import Reading, likeness
from rashomon.tell.checking.rules import key, opposites


def opposite_faults(said: Reading, cited: Sequence[Reading]) -> Iterator[Fault]:
    """Words that stand where the citations have an opposite, and no word of their own side.

    A denial on one side alone makes opposites equal, and is left to the reading of denials.
    """
    mine = [key(low) for low in said.lows]
    theirs = {key(low) for reading in cited for low in reading.lows}
    words = set(mine)
    for sides, kind, turns, placed in opposites():
        if all(words.isdisjoint(side) for side in sides):
            continue
        for i, word in enumerate(mine):
            own = next((side for side in sides if word in side), None)
            if own is None or own & theirs:
                continue
            others = frozenset().union(*(side for side in sides if side is not own)) & theirs
            if placed and not _is_placed(said, i, cited, others):
                continue
            if turns and _is_turned(said, i, cited, others):
                continue
            if others and _is_there(said, i, cited, others):
                token = said.words[i]
                yield Fault(
                    start=token.start,
                    end=token.end,
                    kind=kind,
                    words=token.text,
                    reason=f"the cited passage says {_printed(cited, others)}",
                )


def _is_placed(said: Reading, i: int, cited: Sequence[Reading], others: frozenset[str]) -> bool:
    """Whether an opposite stands behind the same preposition: "outside her home", "outside her"."""
    before = _preposition(said, i)
    return before is not None and any(
        _preposition(reading, j) == before
        for reading in cited
        for j, low in enumerate(reading.lows)
        if key(low) in others
    )


def _preposition(reading: Reading, i: int) -> str | None:
    near = [low for low in reading.lows[max(0, i - 3) : i] if low in PLACING]
    return near[-1] if near else None


def _is_there(said: Reading, i: int, cited: Sequence[Reading], others: frozenset[str]) -> bool:
    """Whether an opposite stands among the words that surround the word here."""
    around, turned = said.around(i, i), _turned(said)
    return any(
        likeness(around, reading.around(j, j)) > 0 and (i in turned) == (j in _turned(reading))
        for reading in cited
        for j, low in enumerate(reading.lows)
        if key(low) in others
    )


def _turned(reading: Reading) -> set[int]:
    """The words that denials turn."""
    return {i for denial in denied(reading.text).denials for i in denial.words}


def _is_turned(said: Reading, i: int, cited: Sequence[Reading], others: frozenset[str]) -> bool:
    """Whether what stands before the word stands behind its opposite: "A beat B", "B lost to A"."""
    ahead = {word.weight for word in said.words[max(0, i - 4) : i] if word.weight}
    return any(
        ahead & {word.weight for word in reading.words[j + 1 : j + 7]}
        for reading in cited
        for j, low in enumerate(reading.lows)
        if key(low) in others
    )


def _printed(cited: Sequence[Reading], others: frozenset[str]) -> str:
    return next(w.text for reading in cited for w in reading.words if key(w.low) in others)
