"""Counts: numbers before what they count, in the printing of their language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.figure import Figure
from rashomon.find.foreign.tongue import Tongue
from rashomon.find.parse import Parsed, Token
from rashomon.report import content_id
from rashomon.statement import Statement

#: Digits with whatever signs stand between them.
_DIGITS = re.compile(r"(?<![\w.,/-])\d+(?:[.,'’ \u00a0\u202f]\d+)*(?![\w/-])")
_WORD = re.compile(r"[^\W\d_]+")
#: The words beside one, joined to it by a hyphen or a blank, over a word that joins numerals.
_BEFORE_WORD = re.compile(r"([^\W\d_]{1,20})[-\u2010\u2011 ](?:et[- ])?\Z")
_BEHIND_WORD = re.compile(r"[-\u2010\u2011 ](?:et[- ])?([^\W\d_]{1,20})")
_JOINING = re.compile(r"\s*(?:d['’]|de\s|des\s)?\s*")

#: Whether a number states a lower and an upper end, by the word before it.
_ENDS = {
    "at_least": (True, False),
    "more_than": (True, False),
    "at_most": (False, True),
    "less_than": (False, True),
    "about": (False, False),
    "exact": (True, True),
}


def find_counts(
    parsed: Parsed, tongue: Tongue, statements: Sequence[Statement]
) -> tuple[Figure, ...]:
    """The numbers that count a thing, or are a share or money; all others are left open."""
    found = (_figure(parsed, tongue, number) for number in _single(parsed, tongue))
    told = [figure for figure in found if figure is not None]
    return tuple(_said(figure, statements) for figure in told)


@dataclass(frozen=True, slots=True)
class _Number:
    """Where a number stands, and what it may be worth."""

    start: int
    end: int
    values: tuple[float, ...]


def _single(parsed: Parsed, tongue: Tongue) -> Iterator[_Number]:
    """The numbers that are no ends of ranges."""
    text = parsed.report.text
    to = "|".join(map(re.escape, tongue.to))
    joined = re.compile(rf"\s*(?:%|[^\W\d_]+)?\s*(?:{to})\s*")
    opened = re.compile(rf"\b{re.escape(tongue.between)}\s+(?:\S+\s+)?$")
    numbers = _numbers(text[: len(parsed.doc.text)], tongue)
    ends = set[int]()
    for one, other in pairwise(numbers):
        plain = tongue.to[0]
        between = text[one.end : other.start]
        is_range = joined.fullmatch(between) is not None
        if is_range and (between.split()[-1:] == [plain] or opened.search(text, 0, one.start)):
            ends |= {one.start, other.start}
    yield from (one for one in numbers if one.start not in ends)


def _numbers(text: str, tongue: Tongue) -> list[_Number]:
    digits = [
        _Number(one.start(), one.end(), tongue.values(one[0])) for one in _DIGITS.finditer(text)
    ]
    words = [
        _Number(one.start(), one.end(), (tongue.words[one[0].lower()],))
        for one in _WORD.finditer(text)
        if one[0].lower() in tongue.words and not _is_part(text, one, tongue)
    ]
    return sorted([each for each in digits if each.values] + words, key=lambda each: each.start)


def _is_part(text: str, word: re.Match[str], tongue: Tongue) -> bool:
    """Whether a number word is part of a longer numeral ("vingt-deux"), which is left unknown."""
    beside = (_BEFORE_WORD.search(text, 0, word.start()), _BEHIND_WORD.match(text, word.end()))
    return any(each is not None and each[1].lower() in tongue.numerals for each in beside)


def _figure(parsed: Parsed, tongue: Tongue, number: _Number) -> Figure | None:
    """The figure that a number and the noun behind it make; None where it counts nothing known."""
    times, last = _scaled(parsed, tongue, number.end)
    thing = _thing(parsed, last)
    unit, end = _unit(parsed, tongue, last, thing)
    if unit is None:
        return None
    words, qualifier = _qualifier(parsed, tongue, number.start)
    worth = tuple(value * times for value in number.values)
    value = worth[0] if len(worth) == 1 else None
    has_low, has_high = _ENDS[qualifier]
    span = parsed.span(number.start - (len(words) + 1 if words else 0), end)
    printed = parsed.span(number.start, number.end)
    counted = thing if unit == "count" else None
    return Figure(
        id=content_id("f", parsed.report.id, span.start, span.end),
        span=span,
        number=printed,
        printed=printed.exact,
        value=value,
        low=value if has_low else None,
        high=value if has_high else None,
        qualifier=qualifier,
        qualifier_text=words or None,
        kind="share" if unit == "percent" else "level",
        unit=unit,
        counted=counted.text if counted is not None else None,
        head=counted.lemma_ if counted is not None else None,
        well_formed=value is not None,
        candidates=worth if value is None else (),
    )


def _scaled(parsed: Parsed, tongue: Tongue, end: int) -> tuple[float, int]:
    """What multiplies the number that ends here ("millions d'"), and where the counted begins."""
    noun = _token_at(parsed, _behind(parsed, end))
    if noun is None or noun.lemma_.lower() not in tongue.scales:
        return 1.0, end
    return tongue.scales[noun.lemma_.lower()], _behind(parsed, noun.idx + len(noun))


def _behind(parsed: Parsed, place: int) -> int:
    """Where the next word begins, past blanks and what joins it."""
    found = _JOINING.match(parsed.report.text, place)
    return found.end() if found else place


def _thing(parsed: Parsed, end: int) -> Token | None:
    """The noun right behind, or behind one adjective."""
    text = parsed.report.text
    place = end
    for _ in range(2):
        while place < len(text) and text[place] in " \u00a0\u202f":
            place += 1
        token = _token_at(parsed, place)
        if token is None or token.pos_ != "ADJ":
            return token if token is not None and token.pos_ == "NOUN" else None
        place = token.idx + len(token)
    return None


def _unit(parsed: Parsed, tongue: Tongue, end: int, thing: Token | None) -> tuple[str | None, int]:
    """The unit of a number and where its words end; None where it counts nothing known."""
    behind = parsed.report.text[end : end + 12].lstrip(" \u00a0\u202f").lower()
    blank = len(parsed.report.text[end : end + 12]) - len(behind)
    for words, unit in tongue.units.items():
        if unit == "percent" and behind.startswith(words):
            return unit, end + blank + len(words)
    if thing is None:
        return None, end
    last = thing.idx + len(thing)
    lemma = thing.lemma_.lower()
    if lemma in tongue.left.nouns:
        return None, end
    return tongue.units.get(lemma, "count"), last


def _qualifier(parsed: Parsed, tongue: Tongue, start: int) -> tuple[str, str]:
    """The words right before a number that qualify it, and how."""
    before = parsed.report.text[max(0, start - 30) : start]
    if not before[-1:].isspace():
        return "", "exact"
    spelled = before[:-1].lower()
    for words in sorted(tongue.qualifiers, key=len, reverse=True):
        if re.search(rf"(?<!\w){re.escape(words)}$", spelled):
            return before[:-1][-len(words) :], tongue.qualifiers[words]
    return "", "exact"


def _token_at(parsed: Parsed, place: int) -> Token | None:
    found = parsed.doc.char_span(place, place + 1, alignment_mode="expand")
    return found[0] if found is not None and len(found) and found[0].idx == place else None


def _said(figure: Figure, statements: Sequence[Statement]) -> Figure:
    """The figure with the statement it stands in and who says it, where that is known."""
    said = next((each for each in statements if each.says(figure.span)), None)
    if said is None:
        return figure
    basis = "explicit" if said.speaker.name else None
    return replace(figure, statement=said.id, speaker=said.speaker.name, speaker_basis=basis)
