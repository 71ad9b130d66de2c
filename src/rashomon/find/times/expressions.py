"""Expressions of time: where a text speaks of time, and by what pattern; no meaning yet.

Each pattern is one way of speaking of time. It is looked for around the words it cannot do without,
and where two overlap the longer wins. The words come from the table of times; a pattern only joins
them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cache

from rashomon.words.anchors import by_word, digits, matches, stretches
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A day of the year by its date, by its weekday in a month, or by its distance from Easter."""

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """The words of `data/times.toml`."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    anniversaries: dict[str, int]
    parts: dict[str, str]
    seasons: dict[str, str]
    sets: dict[str, str]
    references: dict[str, str]
    holidays: dict[str, Holiday] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text that speaks of time: its pattern's name and the named parts it matched."""

    kind: str
    start: int
    end: int
    parts: dict[str, str]


def time_words() -> TimeWords:
    """The table of times."""
    return table("times", TimeWords)


#: Pattern by name; {fragments} are filled from the table. A blank stands for any run of white
#: space. A group `t` narrows the expression to a part of the match.
_PATTERNS = {
    "iso": r"(?P<iso>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d)?)?(?![\d-])",
    "date": r"(?:{weekday},? )?{edge}?(?:(?P<which>last|this|next) )?{month} (?:the )?{day}"
    r"(?:[-\u2013](?P<day2>[0-3]?\d))?"
    r"(?:(?: ?,)? (?:{year}|(?P<which2>last|this|next) year))?(?![\d%]|,\d)",
    "date_back": r"(?:{weekday},? )?(?:the )?{first}?{day}(?: of)? {month}"
    r"(?:(?: ?,)? {year})?(?!\d)",
    "date_between": r"between (?P<t>(?P<day1>[0-3]?\d) and {day} {month}(?:(?: ?,)? {year})?)",
    "clock": r"(?:{about} )?(?:{hour}(?: {zone})?|(?P<noon>noon|midnight|midday))"
    r"(?:,? (?:on )?(?:{weekday}|{month} {day}(?:,? {year})?|"
    r"(?P<deictic>today|yesterday|tomorrow)))?",
    "clock24": r"at (?P<t>(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?: {zone})?)",
    "clock_hours": r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
    r"(?: (?:hours|hrs|local time|GMT|UTC|BST|CET|[ECMP][SD]T)| ?Z)",
    "month": r"{edge}?(?:(?P<which>last|this|next|each|every) )?{month}"
    r"(?:,? (?:of )?(?:{year}|(?P<which2>last|this|next) year))?",
    "weekday": r"(?:(?P<edge>early|late|earlier|later) )?"
    r"(?:(?P<which>last|next|this coming|this past|this|past|coming|every|each|the previous|"
    r"the following) )?{weekday}(?P<plural>s)?(?: {part}s?)?"
    r"(?:(?: of)? (?P<week>last|this|next) week)?",
    "deictic": r"(?:(?P<edge>early|late|earlier|later) )?"
    r"(?P<deictic>today|yesterday|tomorrow|tonight|overnight|last night)(?: {part})?",
    "part": r"(?:(?P<edge>early|late|earlier|later) )?"
    r"(?P<which>this|the next|the following|the previous|that|the same) {part}",
    "weekend": r"(?P<which>last|this past|this coming|this|next|the past|the|that) weekend",
    "unit": r"(?:{edge}|(?P<later>earlier|later) (?:in )?)?"
    r"(?P<which>last|this past|this|next|the past|the last|the next|the previous|the following|"
    r"the current|the coming|the same|that same|that) {unit}",
    "in_year": r"(?P<edge>earlier|later|early|late) in the (?P<unit>week|month|year|day)",
    "end_of": r"(?:the )?(?P<edge>beginning|start|middle|end) of "
    r"(?P<which>the|this|last|next) (?P<unit>week|month|year|decade|century)",
    "year_end": r"(?P<unit>year)(?:['\u2019]s |[- ])(?P<edge>end)",
    "season": r"{edge}?(?:(?P<which>last|this past|this|next|each|every|that|in the|the) )?{season}"
    r"(?:(?: of)? {year})?",
    "window": r"(?:the )?(?P<which>past|last|next|coming|recent|first|final|following|previous) "
    r"(?:(?:{low} )?{count} )?{units}"
    r"(?: (?:of|in) (?P<of>the|this|last|next) (?P<unit>year|month|week|decade|century))?",
    "ago": r"(?:{about} )?{count}[- ]{units}(?: or (?:so|two|more))? "
    r"(?P<ago>ago|earlier|later|from now)",
    "long_ago": r"(?P<units>days|weeks|months|years|decades|centuries) ago",
    "rate": r"an? {unit}",
    "length_to": r"the (?:{count} )?(?!quarter){units}(?= (?:(?:up )?to|through|ending|ended)"
    r"(?: on| in)? (?:(?-i:[A-Z])|\d|yesterday|today|last|this))",
    "duration": r"(?:{about} )?(?:the )?(?:{low} )?{count}(?: more)? {units}(?P<old> old| of age)?",
    "adjective": r"{count}-{units}(?P<old>[- ]olds?)?",
    "year_ago": r"(?:the |a )?(?P<units>year)-(?P<ago>ago|earlier)",
    "bare": r"(?:for|in|within|after|took|over|of) (?:the )?"
    r"(?P<t>(?:several |many )?(?P<units>days|weeks|months|years|decades|centuries|hours))",
    "long": r"{units}-long",
    "often": r"(?P<each>each|every|per) {unit}",
    "sets": r"{sets}",
    "year": r"(?:{edge}|(?P<post>post|pre)-|(?:the )?(?P<fiscal>fiscal)(?: year)? |(?:the )?year )?"
    r"(?P<year>1[5-9]\d\d|20\d\d)(?:[-\u2013](?P<year2>(?:19|20)?\d\d)(?![\d-]))?(?![\d%]|[,.:]\d)",
    "decade": r"{edge}?(?:the )?(?:(?:early|mid|late)[- ])?(?P<decade>(?:1[5-9]|20)\d0)['\u2019]?s",
    "century": r"(?:the )?(?:early |late |mid-)?(?P<nth>\d\d?)(?:st|nd|rd|th)[- ]century",
    "quarter": r"(?:the )?(?P<which>fiscal |year-ago |year-earlier )?{nth}[- ]"
    r"(?P<size>quarter|half)(?:(?: of)? (?:{year}|(?P<which2>last|this|next) year))?",
    "that_quarter": r"(?:the )?(?:comparable |same )?"
    r"(?:(?P<which>latest|current|year-ago|year-earlier) (?:quarter|period)|(?<=the )quarter)",
    "reference": r"{reference}(?! as)",
    "holiday": r"(?:(?P<which>last|this|next) )?{holiday}(?:,? {year})?",
    "this_time": r"(?:during|at|by|in|over|since|until) (?P<t>(?:this|that) time)",
    "then": r"(?:since|until|by) (?P<t>then)",
    "began": r"since (?P<t>(?:the|this|that|its|their) (?:[a-z]+ ){0,2}(?P<noun>[a-z]+) "
    r"(?:began|begun|started|broke out|erupted))",
    "anniversary": r"(?P<t>{anniversary}) of [^.;\n]{0,80}?\b{month} {day},? {year}",
    "anniversary_back": r"(?P<t>{anniversary}) of [^.;\n]{0,80}?\b{day} {month},? {year}",
    "same_day": r"(?P<which>the same|that same|that|the following|the next|the previous) day",
}

#: What each pattern cannot do without: names of tables, or words themselves.
_ANCHORS: dict[str, str] = {
    "iso": "####",
    "date": "months",
    "date_back": "months",
    "date_between": "months",
    "clock": "am pm m noon midnight midday",
    "clock24": "# ##",
    "clock_hours": "####",
    "month": "months",
    "weekday": "weekdays",
    "deictic": "today yesterday tomorrow tonight overnight night",
    "part": "parts",
    "weekend": "weekend",
    "unit": "units centuries",
    "in_year": "week month year day",
    "end_of": "week month year decade century",
    "year_end": "year",
    "season": "seasons",
    "window": "units centuries",
    "ago": "ago earlier later from",
    "long_ago": "ago",
    "rate": "units centuries",
    "length_to": "units centuries",
    "duration": "units centuries",
    "adjective": "units centuries",
    "year_ago": "year",
    "bare": "units centuries",
    "long": "long",
    "often": "each every per",
    "sets": "sets",
    "year": "####",
    "decade": "####",
    "century": "century",
    "quarter": "quarter half",
    "that_quarter": "quarter period",
    "reference": "references",
    "holiday": "holidays",
    "this_time": "time",
    "then": "then",
    "began": "began begun started broke erupted",
    "anniversary": "anniversary",
    "anniversary_back": "anniversary",
    "same_day": "day",
}
#: How far from its anchor a pattern may begin or end, in characters; an anniversary of a long name
#: ends farther off.
_REACH = defaultdict(lambda: 48, anniversary=140, anniversary_back=140)


def expressions(text: str) -> tuple[Expression, ...]:
    """All expressions of time in `text`, in reading order; of two that overlap, the longer.

    Of two that cover the same words, the pattern that stands first in the list wins.
    """
    found = sorted(_scan(text), key=lambda e: e.start - e.end)
    taken = bytearray(len(text))
    kept = []
    for expression in found:
        if not any(taken[expression.start : expression.end]):
            taken[expression.start : expression.end] = b"\x01" * (expression.end - expression.start)
            kept.append(expression)
    return tuple(sorted(kept, key=lambda e: e.start))


def _scan(text: str) -> Iterator[Expression]:
    where = stretches(text, _by_anchor(), _REACH)
    for kind, pattern in _compiled():
        for match in matches(pattern, text, where.get(kind, ())):
            group = "t" if "t" in pattern.groupindex else 0
            parts = {k: v for k, v in match.groupdict().items() if v is not None}
            yield Expression(kind, match.start(group), match.end(group), parts)


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    fragments = _fragments()
    patterns = []
    for kind, pattern in _PATTERNS.items():
        for name, fragment in fragments.items():
            pattern = pattern.replace("{" + name + "}", fragment)
        # A blank in a set of characters or behind a look-back stays one blank.
        spaced = re.sub(r" (?!\]|\?|\)quarter)", r"\\s+", pattern)
        patterns.append((kind, re.compile(rf"(?<![\w$£€#/.-])(?:{spaced})(?!\w)", re.IGNORECASE)))
    return tuple(patterns)


@cache
def _by_anchor() -> dict[str, tuple[str, ...]]:
    """The patterns of each anchor."""
    return by_word({kind: _anchors(names.split()) for kind, names in _ANCHORS.items()})


def _anchors(names: Iterable[str]) -> Iterator[str]:
    """The anchors that `names` stand for, plurals with them; of several words the last."""
    tables = asdict(time_words())
    for name in names:
        if name.startswith("#"):
            yield from digits(len(name))
            continue
        for phrase in tables.get(name, (name,)):
            last = re.findall(r"[a-z]+", phrase)[-1]
            yield from (last, f"{last}s")


def _fragments() -> dict[str, str]:
    """The named parts that patterns share."""
    words = time_words()
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    ones = "one|two|three|four|five|six|seven|eight|nine"
    return {
        "weekday": rf"(?P<weekday>{_any(words.weekdays)})",
        "month": rf"(?P<month>{_any(words.months)}){_dot(words.months)}",
        "day": r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
        "year": r"(?P<year>1[5-9]\d\d|20\d\d)",
        "first": r"(?:(?P<day1>[0-3]?\d)(?:st|nd|rd|th)?(?: ?[-\u2013] ?| to ))",
        "hour": r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?",
        "zone": r"(?:local(?: time)?|GMT|UTC|[ECMP][SD]?T|BST|CET)",
        "part": rf"(?P<part>{_any(words.parts)})",
        "season": rf"(?P<season>{_any(words.seasons)})",
        "units": rf"(?P<units>(?:{_any(words.units)})s?|centuries)",
        "unit": rf"(?P<unit>{_any(words.units)})",
        "count": rf"(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d+)?(?: 1/2)?|half an|"
        rf"(?:{tens})[- ](?:{ones})|a few|few|several|many|some|{_any(words.numbers)})",
        "low": rf"(?P<low>\d{{1,3}}|{_any(words.numbers)}) (?:to|or)",
        "about": r"(?P<about>about|around|almost|nearly|roughly|at least|more than|less than|"
        r"no more than|up to|just|shortly after|just after|just before)",
        "edge": r"(?P<edge>(?:(?:the )?(?:early|late|mid|(?:beginning|start|middle|end) of))[- ])",
        "nth": rf"(?P<nth>{_any(words.ordinals)})",
        "sets": rf"(?P<sets>{_any(words.sets)})",
        "reference": rf"(?P<reference>{_any(words.references)})",
        "holiday": rf"(?P<holiday>{_any(words.holidays)})",
        "anniversary": rf"(?:(?:the|its|their) )?(?:(?P<nth>\d+(?:st|nd|rd|th)|"
        rf"{_any(words.anniversaries)})|(?P<years>\d+|{_any(words.numbers)})-year) anniversary",
    }


def _any(words: Iterable[str]) -> str:
    """An alternation of `words`, longest first."""
    return "|".join(
        re.escape(w).replace(r"\ ", " ").replace("'", "['\u2019]")
        for w in sorted(words, key=lambda w: (-len(w), w))
    )


def _dot(months: dict[str, int]) -> str:
    """The full stop of an abbreviated month; that behind a whole name ends the sentence."""
    full = {max((m for m in months if months[m] == n), key=len) for n in months.values()}
    short = sorted(set(months) - full)
    behind = "|".join(f"(?<={name})" for name in short)
    return rf"(?:(?:{behind})\.)?"
