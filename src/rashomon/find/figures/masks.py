"""Masks: stretches of text whose digits are never figures, whatever the grammar around them."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    months: list[str]
    groups: list[str]
    streets: list[str]
    clock: list[str]
    calling: list[str]
    emergency: list[str]
    called: list[str]
    pictures: list[str]


_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"


@cache
def masked() -> re.Pattern[str]:
    """The pattern of those stretches."""
    words = table("nofigures", _Table)
    patterns = (
        *_addresses(),
        *_dates(words),
        *_clocks(words),
        *_telephones(words),
        *_counters(words),
        *_names(words),
    )
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


def _addresses() -> tuple[str, ...]:
    """Web, mail and file addresses."""
    return (
        r"(?:https?://|www\.)\S+",
        r"\b[\w.+-]{1,64}@[\w-]{1,64}\.\w+",
        r"\b\w{1,64}(?:\.\w{1,64}){1,6}/\S*",
    )


def _dates(words: _Table) -> tuple[str, ...]:
    """Days, months and years in all their orders."""
    # Only with a capital: "may 20 people" is no date.
    month = rf"(?-i:{'|'.join(sorted(words.months, key=len, reverse=True))})\b\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return (
        rf"\b{month}\s+(?:the\s+)?{day}\b(?:\s*(?:-|–|to|and|,)\s*{day}\b(?!\s*[,\d]*\d\s*(?:people|percent)))?(?:,?\s+\d{{4}}\b)?",
        rf"\b{day}(?:\s*(?:-|–|and|to)\s*{day})?(?:\s+of)?\s+{month}(?:,?\s+\d{{4}}\b)?",
        rf"\b{month},?\s+'?\d{{2,4}}\b(?![,.]\d)",
        # A month in another script, as posts have it: 14 марта 2018.
        r"\b\d{1,2}\s+[\u0370-\u1fff]{3,12}\.?\s+\d{4}\b",
        r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b",
        r"\b(?:1[5-9]|20)\d\d\s?[-–/]\s?(?:\d{4}|\d{2})\b(?!,)",
        r"['’]\d0s\b|\b\d{1,4}s\b|\bmid-\d+s\b",
    )


def _clocks(words: _Table) -> tuple[str, ...]:
    """Times of day."""
    marks = "|".join(re.escape(mark) for mark in sorted(words.clock, key=len, reverse=True))
    clock = rf"(?:{marks})\b"
    return (
        rf"\b\d{{1,2}}(?:[:.]\d{{2}}){{1,2}}(?:\s?{clock})|\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?\b",
        rf"\b(?:\d{{1,4}}|{_SMALL})\s?{clock}",
        # "An overturned tram at 6.10 on Wednesday", with nothing behind it that is measured.
        r"(?<=\bat )(?:[01]?\d|2[0-3])\.[0-5]\d"
        r"(?=[.,;)]?(?:\s+(?:on|and|when|after|yesterday|today)\b|\s*$))",
    )


def _telephones(words: _Table) -> tuple[str, ...]:
    """Telephone numbers, codes and the like."""
    return (
        # Telephone numbers: "call 911", "999 calls", "1-800-555-TIPS".
        rf"\b(?:{'|'.join(words.calling)})\s+\d{{3}}\b(?!,\d|\s+\w+s\b)",
        rf"\b(?:{'|'.join(words.emergency)})[\s-](?:{'|'.join(words.called)})s?\b",
        r"(?-i:(?<![\d-])\d{1,4}(?:-[\dA-Z]{1,8}){2,6}\b)",
        r"\b9/11\b|\b24/7\b|\b7/7\b",
        r"(?<![\d,.])\+?\(?\d{2,4}\)?(?:[ .-]\(?\d{2,5}\)?){2,5}(?![\d,])",
    )


def _counters(words: _Table) -> tuple[str, ...]:
    """Numbers of lists, pages and pictures."""
    pictures = "|".join(words.pictures)
    return (
        r"(?m:^\s*\(?\d{1,3}[.)]\s)|(?m:^\s*\d{1,3}\s*(?:/\s*\d{1,3}\b|of\s*\d{1,3}\s*$))",
        # Marks of a map or a drawing, read as one line: "STAGE 6 3 5 4 GATE".
        r"(?<![\w.,])(?:\d{1,2}[^\S\n]){2,}\d{1,2}(?![\w.,])",
        rf"\b(?:caption|page|{pictures})s?:?\s+\d+\s*(?:/|of)\s*\d+",
        rf"\(\d+\s+(?:{pictures})s?\)|(?m:^\s*\d+\s+(?:{pictures})s?\s*$)",
        # The place of a picture in its row: "2/8 The scene".
        r"(?<!\d\s)(?<![\w/])\d{1,2}/\d{1,2}(?-i:(?=\s+[A-Z\d]|\s*$))",
    )


def _names(words: _Table) -> tuple[str, ...]:
    """Numbers that are part of a name, a title, a code or a set phrase."""
    title = r"(?:[A-Z][\w'’]*|\d+|of|the|and|a|an|in|to|for|on|at|with|from|by)"
    return (
        # A quotation whose words all have capitals is a title: “Five Easy Lessons”.
        rf"(?-i:[“‘\"'](?=[^”’\"'\n]{{0,40}}[A-Z]){title}(?:[ :-]{title}){{1,8}}[,.!?]?[”’\"'])",
        r"\ban?\s+\w+\s+or\s+two\b|\bnumber-(?:one|two|three)\b",
        r"\b\d['’\u2032]\s?\d{1,2}(?:''|’’|[\"”\u2033])?|\b\d-foot-?\d{1,2}\b",
        rf"\b(?-i:{'|'.join(words.groups)})[\s-](?:\d+|{_SMALL})\b",
        rf"\b\d+[^\S\n](?-i:(?:[A-Z]\w+[^\S\n]){{1,3}}(?:{'|'.join(words.streets)}))\b",
        r"(?<![\d.,])\b0\d+\b(?![.,]\d)|\b\d+[*x]\d+\b|\bfactor\s+of\s+\w+\b",
        # Codes such as 2b9c; "1O0" is a misprint and not one of them.
        r"\b(?!(?-i:\d[\dOolI]*\d)\b)\d+(?:\.\d+)?[A-Za-z]\w*(?<!st)(?<!nd)(?<!rd)(?<!th)\d\w*",
    )
