"""Dimensions: what a measurement or a length of time measures, where words beside it tell."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.find.figures.amounts import Amount
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    dimensions: dict[str, str]


#: Behind a length of time these make it one of imprisonment.
_PRISON = re.compile(
    r"(?:[\s-]+(?:to\s+life\s+)?(?:in\s+(?:a\s+)?(?:\w+\s+)?(?:prison|jail)|behind\s+bars"
    r"|(?:of\s+)?imprisonment|(?:prison|jail)\s+(?:sentence|term)))\b",
    re.I,
)
_SENTENCED = re.compile(
    r"\b(?:(?:sentenced|jailed|imprisoned)\b|(?:sentence|prison\s+term|jail\s+term)\s+of\s)"
    r"[^.;!?\n\d]{0,30}$",
    re.I,
)
#: Before or in an amount these tell that it is the most that a law allows.
_MOST = re.compile(r"\b(?:maximum|faces?|faced|facing|punishable)\b[^.;!?\n]{0,30}$", re.I)


def dimension(text: str, amount: Amount) -> str | None:
    """What the amount measures: "depth" of "10 km deep", "maximum sentence" of years in prison."""
    if amount.unit == "magnitude":
        return "magnitude"
    if amount.kind == "duration":
        return _sentence(text, amount)
    found = _after().match(text, amount.finish) if amount.kind == "measurement" else None
    return None if found is None else table("measures", _Table).dimensions[found[1].lower()]


def _sentence(text: str, amount: Amount) -> str | None:
    """A prison sentence, or the longest that may be passed."""
    before = text[max(0, amount.begin - 60) : amount.begin]
    if not _PRISON.match(text, amount.finish) and not _SENTENCED.search(before):
        return None
    most = amount.bounds.qualifier == "at_most" or _MOST.search(before)
    return "maximum sentence" if most else "sentence"


@cache
def _after() -> re.Pattern[str]:
    words = "|".join(
        sorted(table("measures", _Table).dimensions, key=lambda word: (-len(word), word))
    )
    return re.compile(rf"(?:\s*\([^()\n]{{0,40}}\))?[\s-]+(?:to\s+the\s+|due\s+)?({words})\b", re.I)
