"""Days: the dates and times of day of a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from rashomon.tell.checking.reading import Reading, read
from rashomon.tell.checking.reckoning import day_of, reckoned
from rashomon.tell.checking.rules import rules
from rashomon.words.tables import table

#: Parts of the day in looser words.
_HOURS = {"night": "late", "evening": "late", "morning": "early", "dawn": "early"}


#: The hours, of 24, that a part of the day certainly holds.
_PARTS = {"morning": range(5, 12), "afternoon": range(12, 18), "evening": range(18, 23)}


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What of the table `times` names months and weekdays."""

    months: dict[str, int]
    weekdays: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date or time of day: `kind` (weekday, day, month, year, clock, part, length) and value.

    `side` is since or until where a word before it says so, else empty.
    """

    start: int
    end: int
    kind: str
    value: str
    side: str
    first: int
    last: int
    also: tuple[tuple[str, str], ...] = ()
    may: frozenset[tuple[str, str]] = frozenset()

    @property
    def says(self) -> frozenset[tuple[str, str]]:
        """All that it says: "4 March 2031" is a day, a month and a year.

        `may` holds what the day of publication makes of it: that "Monday" is 4 March.
        """
        return frozenset({(self.kind, self.value), *self.also})


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(each) for each in words), key=lambda w: (-len(w), w)))


@cache
def _pattern() -> re.Pattern[str]:
    calendar, times = table("times", _Calendar), rules().times
    month = rf"(?:{_any([m.capitalize() for m in calendar.months])})"
    upper = rf"(?:{_any([m.upper() for m in calendar.months if len(m) > 3])})"
    full = _any([day.capitalize() for day in calendar.weekdays])
    weekday = rf"(?:{full}|Mon|Tues?|Weds?|Thurs?|Fri|Sat|Sun)"
    number = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
    year = r"(?:1[5-9]|20)\d\d"
    words = [word for group in times.groups for word in group]
    turned = _any([*times.past, *times.coming, *times.present])
    lengths = _any(times.lengths)
    return re.compile(
        rf"\b(?P<dm>{number})(?:\s+of)?\s+(?P<m1>{month})\b\.?(?:,?\s+(?P<y1>{year})\b)?"
        rf"|\b(?P<m2>{month}|{upper})\b\.?\s+(?P<d2>{number})\b(?![,.]?\d)(?:,?\s+(?P<y2>{year})\b)?"
        rf"|\b(?P<m3>{month})\b\.?(?:,?\s+(?P<y3>{year})\b)?"
        rf"|\b(?P<iso>{year}-\d\d-\d\d)\b"
        rf"|\b(?P<weekday>{weekday})\b"
        rf"|\b(?P<h>[0-2]?\d)(?:[:.](?P<min>[0-5]\d))?(?:\s?(?P<half>[ap])\.?m\b\.?"
        rf"|(?:\so’?'?clock)?\sin the (?P<part>morning|afternoon|evening)\b)"
        rf"|\b(?P<h24>[0-2]?\d):(?P<min24>[0-5]\d)\b"
        rf"|\b[Tt]he\s+(?P<prior>{lengths})\s+(?:before|earlier)\b(?!\sthe\b)"
        rf"|\bover the (?P<over>{lengths})\b"
        rf"|\b(?P<turn>{turned}|(?:{turned.title()})|the)\s+(?P<length>{lengths})\b(?!s)"
        rf"|\b(?:[Aa]|[Oo]ne)\s+(?P<once>{lengths})\s+(?:ago|earlier|later|before|after)\b"
        rf"|\b(?:within|for|in|after|over)\s+(?:(?:some|several|many)\s+)?(?P<span>{lengths})s\b"
        rf"|(?<!\w\s)\b(?P<ago>{lengths})s\s+(?:ago|later|earlier|before)\b"
        rf"|\b(?P<word>{_any(words)})\b"
        rf"|(?<![\w.,$£€-])(?<!light\s)(?P<y4>{year})(?![\w%,.]*\d)(?!\s(?:people|(?!was|has)[a-z]{(3,)}s\b))"
    )


@lru_cache(maxsize=4096)
def days(text: str, published: str | None = None) -> tuple[Day, ...]:
    """The dates and times of day of a text of the day `published` (ISO 8601)."""
    told = day_of(published)
    if told is not None:
        return tuple(replace(day, may=_may(day, told)) for day in days(text))
    reading = read(text)
    return tuple(_day(match, reading) for match in _pattern().finditer(text) if _is_date(match))


def _may(day: Day, told: date) -> frozenset[tuple[str, str]]:
    """What the day of publication makes of a date; a year that is printed is the year."""
    facts = reckoned(day.kind, day.value, told)
    dated = any(kind == "year" for kind, _ in day.also)
    return frozenset(fact for fact in facts if not dated or fact[0] != "year")


def masked(text: str) -> str:
    """The text with its dates blanked, so that their numbers count nothing."""
    found = list(text)
    for each in days(text):
        if each.kind not in ("part", "length", "weekday", "span", "prior", "once"):
            found[each.start : each.end] = "_" * (each.end - each.start)
    return "".join(found)


def _is_date(match: re.Match[str]) -> bool:
    """ "May" and "March" begin sentences and stand before verbs, too."""
    if match["turn"] == "the":
        return match["length"] in ("month", "year", "season")
    if match["m3"] in ("May", "March", "Mar") and not match["y3"]:
        return bool(
            re.search(
                r"\b(?:in|since|until|by|last|next|this|of|to|from|between|and|late|early|mid)\W$",
                match.string[: match.start()],
            )
        )
    return True


def _day(match: re.Match[str], reading: Reading) -> Day:
    kind, value, also = _said(match)
    first = reading.at(match.start())
    before = reading.words[first - 1].low if first else ""
    times = rules().times
    side = "since" if before in times.since else "until" if before in times.until else ""
    return Day(
        start=match.start(),
        end=match.end(),
        kind=kind,
        value=value,
        side=side,
        first=first,
        last=max(first, reading.at(match.end() - 1)),
        also=also,
    )


def _said(match: re.Match[str]) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    calendar = table("times", _Calendar)
    month = match["m1"] or match["m2"] or match["m3"]
    day = match["dm"] or match["d2"]
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"]
    if match["iso"]:
        year, number, day = match["iso"].split("-")
        return "day", f"{int(number)}-{int(day)}", (("year", year),)
    if month:
        number = calendar.months[month.lower().rstrip(".")]
        also = [("month", f"{number}")] if day else []
        also += [("year", year)] if year else []
        if day:
            return "day", f"{number}-{int(re.sub('[a-z]', '', day))}", tuple(also)
        return "month", f"{number}", tuple(also)
    if match["weekday"]:
        return "weekday", match["weekday"][:3].lower(), ()
    if match["h"] or match["h24"]:
        hour = int(match["h"] or match["h24"])
        half = match["half"] or (match["part"] and ("a" if match["part"] == "morning" else "p"))
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        return "clock", f"{hour}:{match['min'] or match['min24'] or '00'}", ()
    if match["span"] or match["ago"]:
        return "span", match["span"] or match["ago"], ()
    if match["over"]:
        return "length", match["over"], ()
    if match["prior"] or match["once"]:
        return ("prior", match["prior"], ()) if match["prior"] else ("once", match["once"], ())
    if match["length"]:
        return "length", f"{_turned(match['turn'])} {match['length']}", ()
    if match["word"]:
        group = next(g for g in rules().times.groups if match["word"] in g)
        clock = {"noon": "12:00", "midnight": "0:00"}.get(group[0])
        return ("clock", clock, ()) if clock else ("part", group[0], ())
    return "year", year, ()


def _turned(word: str) -> str:
    times, word = rules().times, word.lower()
    return "last" if word in times.past else "next" if word in times.coming else "this"
