"""Bounds: the words around a number that say how it bounds the truth."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.tell.checking.rules import rules
from rashomon.words.qualifiers import groups

#: Of other kinds the words are prepositions, too.
_FIRM = frozenset(("at_least", "at_most", "more_than", "less_than"))
#: Words that bound a number stand so near before it, in characters.
_REACH = 40
_ESTIMATED = re.compile(r"\bestimate[sd]?\b(?:\s\w+){0,4}\s$", re.I)


def bound(text: str, start: int, end: int) -> str:
    """How words bound the number at `text[start:end]`.

    A kind of the table of qualifiers, or nearly, or estimated where a verb says so.
    """
    before = _before().search(text, max(0, start - _REACH), start)
    if before is not None:
        kind = _kinds()[" ".join(before["words"].lower().split())]
        if kind not in ("exact", "about"):
            return kind
        further = _before().search(
            text, max(0, before.start("words") - _REACH), before.start("words")
        )
        if further is not None:
            outer = _kinds()[" ".join(further["words"].lower().split())]
            return kind if outer == "exact" else outer
        if kind == "about":
            return kind
    after = _after().match(text, end)
    if after is not None:
        return _kinds()[" ".join(after["words"].lower().split())]
    return "estimated" if _ESTIMATED.search(text, max(0, start - _REACH), start) else "exact"


def bare_bounds(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The bounds of a text that stand before a word and no number: "up to life in prison"."""
    for match in _bare().finditer(text):
        yield _kinds()[" ".join(match["words"].lower().split())], match


@cache
def _bare() -> re.Pattern[str]:
    known = sorted(form for form, kind in _kinds().items() if kind in _FIRM and " " in form)
    return re.compile(
        rf"\b(?P<words>{_any(known)})\s+(?:an?\s+|the\s+)?(?P<word>[a-z]{{3,}})\b", re.I
    )


@cache
def _kinds() -> dict[str, str]:
    kinds = {form: one.kind for one in groups() for form in (*one.before, *one.after)}
    for kind, forms in _own().items():
        kinds |= dict.fromkeys(forms, kind)
    return kinds


def _own() -> dict[str, tuple[str, ...]]:
    bounds = rules().bounds
    return {"nearly": bounds.nearly, "more_than": bounds.more_than, "at_most": bounds.at_most}


def _any(forms: Sequence[str]) -> str:
    longest = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest)


@cache
def _before() -> re.Pattern[str]:
    forms = [form for one in groups() for form in one.before if "average" not in form]
    forms += [form for own in _own().values() for form in own]
    return re.compile(rf"(?<!\w)(?P<words>{_any(forms)})(?:\s+(?:an?|the))?\s*$", re.I)


@cache
def _after() -> re.Pattern[str]:
    forms = _any([form for one in groups() for form in one.after if form != "plus"])
    # What is counted may stand between: "50 people or more".
    return re.compile(rf"(?:\s[a-z]+){{0,2}}?\s?(?P<words>{forms})(?!\w)", re.I)
