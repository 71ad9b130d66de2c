"""What is no figure: dates, clock times, labels, names, scores and turns of speech."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.find.parse import Parsed, Token
from rashomon.words.numbers import Number
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    months: list[str]
    clock: list[str]
    labels: list[str]
    one_of_speech: list[str]
    pointing: list[str]
    ordinal_speech: list[str]


def _words() -> _Table:
    return table("nofigures", _Table)


def sober(parsed: Parsed, numbers: Iterable[Number]) -> Iterator[Number]:
    """The numbers that may be figures, without those whose very print says they are none."""
    text = parsed.report.text
    masks = sorted((m.start(), m.end()) for m in _masked().finditer(text))
    place = 0
    for number in numbers:
        while place < len(masks) and masks[place][1] <= number.start:
            place += 1
        if place < len(masks) and masks[place][0] < number.end:
            continue
        if number.end <= len(parsed.doc.text) and not _is_name(parsed, number):
            yield number


def _is_name(parsed: Parsed, number: Number) -> bool:
    """Whether the number is (part of) a name or a label: "Flight 370", "Article 5", "5G"."""
    text = parsed.report.text
    if number.form != "digits":
        return False
    before = re.search(r"([A-Za-z]+)\.?[^\S\n]?#?$", text[max(0, number.start - 20) : number.start])
    if before and before[1].lower() in _words().labels:
        # "number 7" and "the group 20 strong": a label unless a plural counts on.
        token = _token(parsed, number)
        return token.dep_ != "nummod" or token.head.i < token.i or before[1][0].isupper()
    return text[number.start - 1 : number.start] == "#"


def is_year(parsed: Parsed, number: Number) -> bool:
    """Whether four bare digits are a year and not a count."""
    text = parsed.report.text
    printed = text[number.start : number.end]
    if not re.fullmatch(r"1[5-9]\d\d|20\d\d", printed):
        return False
    token = _token(parsed, number)
    counts = (
        token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")
    )
    before = token.nbor(-1).lower_ if token.i else ""
    return not counts or before in (
        "in",
        "since",
        "the",
        "of",
        "by",
        "from",
        "until",
        "a",
        "this",
        "for",
    )


def is_speech(token: Token, value: float | None, form: str, acted_on: bool) -> bool:
    """Whether a small number word is a pronoun, points back, or is a turn of speech.

    `acted_on` tells that something befell what it counts: "the two were killed" is a count.
    """
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if form == "ordinal":
        return _is_speech_ordinal(token, following)
    if value is None or value > 3 or token.text[0].isdigit():
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    counts = token.dep_ == "nummod" and token.head.i > token.i
    if value == 1 and token.lower_ == "one":
        if following is not None and following.lower_ == "of":
            return not acted_on
        if not counts:
            return (
                not acted_on
                or token.tag_ == "NN"
                or before in ("no", "this", "that", "every", "any", "each")
            )
        if token.head.lemma_ in _words().one_of_speech or before in ("no", "any", "every"):
            return True
    return before in _words().pointing and not acted_on


def _is_speech_ordinal(token: Token, following: Token | None) -> bool:
    """Whether an ordinal ranks in speech ("first", "second"), dates or names."""
    if following is not None and following.text == "-" and following.i + 1 < len(token.doc):
        following = following.nbor(1)
    if following is None or following.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return True
    noun = token.head if token.head.i > token.i else following
    if (
        noun.lemma_.lower() in _words().ordinal_speech
        or following.lower_ in _words().ordinal_speech
    ):
        return True
    return not token.text[0].isdigit() and noun.lemma_ not in (
        "time",
        "day",
        "floor",
        "attack",
        "test",
    )


def _token(parsed: Parsed, number: Number) -> Token:
    """The last token of a number."""
    tokens = parsed.doc.char_span(number.start, number.end, alignment_mode="expand")
    assert tokens is not None  # numbers are never empty and lie within the parse
    return tokens[-1]


@cache
def _masked() -> re.Pattern[str]:
    """Stretches whose digits are never figures."""
    words = _words()
    # Only with a capital: "may 20 people" is no date.
    month = rf"(?-i:{'|'.join(sorted(words.months, key=len, reverse=True))})\b\.?"
    clock = (
        rf"(?:{'|'.join(re.escape(mark) for mark in sorted(words.clock, key=len, reverse=True))})\b"
    )
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    patterns = (
        r"(?:https?://|www\.)\S+",
        r"\b[\w.+-]+@[\w-]+\.\w+",
        r"\b\w+(?:\.\w+)+/\S*",
        rf"\b{month}\s+(?:the\s+)?{day}\b(?:\s*(?:-|–|to|and|,)\s*{day}\b(?!\s*[,\d]*\d\s*(?:people|percent)))?(?:,?\s+\d{{4}}\b)?",
        rf"\b{day}(?:\s*(?:-|–|and|to)\s*{day})?(?:\s+of)?\s+{month}(?:,?\s+\d{{4}}\b)?",
        rf"\b{month},?\s+'?\d{{2,4}}\b(?![,.]\d)",
        r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b",
        r"\b(?:1[5-9]|20)\d\d\s?[-–/]\s?(?:\d{4}|\d{2})\b(?!,)",
        r"['’]\d0s\b|\b\d{1,4}s\b|\bmid-\d+s\b",
        rf"\b\d{{1,2}}(?:[:.]\d{{2}}){{1,2}}(?:\s?{clock})|\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?\b",
        rf"\b(?:\d{{1,4}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?{clock}",
        r"\b9/11\b|\b24/7\b|\b7/7\b",
        r"(?<![\d,.])\+?\(?\d{2,4}\)?(?:[ .-]\(?\d{2,5}\)?){2,5}(?![\d,])",
        r"(?m:^\s*\(?\d{1,3}[.)]\s)|(?m:^\s*\d{1,3}\s*(?:/|of)\s*\d{1,3}\s*$)",
        r"\b(?:caption|photo|photos|image|slide|page)s?:?\s+\d+\s*(?:/|of)\s*\d+",
        r"\b\d+(?:\.\d+)?[A-Za-z]\w*(?<!st)(?<!nd)(?<!rd)(?<!th)\d\w*",
    )
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)
