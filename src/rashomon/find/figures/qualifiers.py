"""Qualifiers: the words around a number that say how it bounds the truth."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.figure import Bounds
from rashomon.words.qualifiers import groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """A qualifier where it stands: `text[start:end]`."""

    kind: str
    start: int
    end: int


#: No run of qualifiers is longer than this many characters.
_REACH = 40


def before(text: str, start: int) -> Qualifier | None:
    """The qualifier that ends where an amount starts; of "up to about 50" the one that bounds."""
    found: Qualifier | None = None
    while True:
        match = _ending().search(text, max(0, start - _REACH), start)
        if match is None:
            return found
        kind = _kinds("before")[_plain(match["words"])]
        if kind == "exact" and match["article"]:
            return found  # "only a $5 fine" says nothing about the 5
        weaker = found is not None and kind in ("about", "exact")
        found = Qualifier(
            kind=found.kind if found is not None and weaker else kind,
            start=match.start("words"),
            end=found.end if found else match.end("words"),
        )
        start = match.start("words")


def after(text: str, end: int) -> Qualifier | None:
    """The qualifier that starts where an amount, or what it counts, ends ("50 or more")."""
    match = _starting().match(text, end)
    if match is None:
        return None
    kind = _kinds("after")[_plain(match["words"])]
    return Qualifier(kind=kind, start=match.start("words"), end=match.end("words"))


def bounds(value: float | None, kind: str) -> Bounds:
    """What a single number says under a qualifier: only what the words state."""
    low = value if kind in ("exact", "at_least", "more_than") else None
    high = value if kind in ("exact", "at_most", "less_than") else None
    return Bounds(value=value, low=low, high=high, qualifier=kind)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


@cache
def _kinds(side: str) -> dict[str, str]:
    return {
        form: one.kind
        for one in groups()
        for form in (one.before if side == "before" else one.after)
    }


def _any(forms: dict[str, str]) -> str:
    longest = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest)


@cache
def _ending() -> re.Pattern[str]:
    # An article may stand between ("about a hundred", "just the 12").
    return re.compile(
        rf"(?:(?<!\w))(?P<words>{_any(_kinds('before'))})(?P<article>\s+(?:an?|the))?\s*$", re.I
    )


@cache
def _starting() -> re.Pattern[str]:
    return re.compile(rf"\s?(?P<words>{_any(_kinds('after'))})(?!\w)", re.I)
