"""Printed digits: what they say under a convention, and what a misprint may have meant."""

import re
from enum import StrEnum

#: A number as a report may print it, misprints included: "1,5000" and "1O0" are seen whole.
PRINTED = (
    r"(?-i:\d(?:[\dOolI]*\d|O+(?![a-zA-Z]))?(?:[.,](?=\d)\d[\dO]*|,[^\S\n]000\b|[^\S\n],000\b)*)"
)

#: A number whose digits are grouped by spaces, where a report does so.
GROUPED = r"[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?![\d.,]*\d)"

_ENGLISH = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")  # 1,00,000 is one lakh
_DOTTED = re.compile(r"(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?")
_ONE_DOT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
#: Only such prints show beyond doubt that a report groups by dots.
_SHOWS_DOTS = re.compile(
    r"(?<![\w.,])\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|(?:\.\d{3})+,\d{1,2})(?![\w.,]*\d)"
)
_SHOWS_ENGLISH = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\d,])")
#: A report that groups by spaces prints two such numbers before words, or one with a space that
#: does not break ("12 400 homes").
_SHOWS_SPACES = re.compile(
    r"(?<![\w.,:+/-])(?<!\d[ ])[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?=[^\S\n]+[a-z])"
)
_HARD_SPACE = re.compile(r"\d[\u00a0\u202f]\d")
_LOOKALIKES = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})


class Convention(StrEnum):
    """How a report groups its digits and marks its decimals."""

    ENGLISH = "1,500.5"
    DOTTED = "1.500,5"
    SPACED = "1 500.5"


def convention(text: str) -> Convention:
    """The convention that `text` itself shows; English where it shows none or both."""
    if _SHOWS_ENGLISH.search(text):
        return Convention.ENGLISH
    if _SHOWS_DOTS.search(text):
        return Convention.DOTTED
    spaced = {match[0] for match in _SHOWS_SPACES.finditer(text)}
    shown = len(spaced) > 1 or any(_HARD_SPACE.search(printed) for printed in spaced)
    return Convention.SPACED if shown else Convention.ENGLISH


def may_space(text: str) -> bool:
    """Whether spaces may group digits in `text`: where commas do, they stand between numbers."""
    return _SHOWS_ENGLISH.search(text) is None


def read(printed: str, how: Convention = Convention.ENGLISH) -> float | None:
    """The value of well-formed digits, else None: a misprint is never coerced."""
    if how is Convention.DOTTED and _DOTTED.fullmatch(printed):
        return float(printed.replace(".", "").replace(",", "."))
    if how is Convention.SPACED and re.fullmatch(GROUPED, printed):
        return float("".join(printed.split()).replace(",", "."))
    if _ENGLISH.fullmatch(printed) or _INDIAN.fullmatch(printed):
        return float(printed.replace(",", ""))
    return None


def doubtful(printed: str, how: Convention = Convention.ENGLISH) -> bool:
    """Whether dot and three digits may be a decimal or a European thousand ("1.500")."""
    return how is Convention.ENGLISH and _ONE_DOT.fullmatch(printed) is not None


def candidates(printed: str) -> tuple[float, ...]:
    """What misprinted digits may have meant, in rising order.

    Letters are taken for the digits they look like, and spaces after a comma for slips. A last
    group of more than three digits may have one too many or a comma too many ("1,5000": 1500 or
    15000); a shorter one may be cut off, a decimal, or need no comma ("10,00": 10, 1000, 10000).
    """
    digits = "".join(printed.translate(_LOOKALIKES).split())
    if digits != printed:
        clean = read(digits)
        return (clean,) if clean is not None else candidates(digits)
    if digits.count(",") + digits.count(".") > 1 or "." in digits:
        head = digits.partition(",")[0]
        if head.count(".") > 1:
            return ()  # a date, a version or an address
        return tuple(sorted({float(head), float(head.replace(".", ""))}))
    whole, _, last = digits.partition(",")
    joined = float(whole + last)
    if len(last) > 3:
        return tuple(sorted({float(whole + last[:3]), joined}))
    return tuple(sorted({float(f"{whole}.{last}"), joined, float(whole + last.ljust(3, "0"))}))
