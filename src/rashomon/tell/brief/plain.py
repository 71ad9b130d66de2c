"""Plain English: the words of a report in plainer and fewer words that say the same.

Everything here is deletion or a swap from `data/retelling.toml`; numbers, names, bounds, hedges and
negations stay, and what stands in quotation marks is never touched.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rashomon.words.numbers import find_numbers
from rashomon.words.tables import table

#: Marks without a width, which break no word and end no sentence.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\ufeff]")
_QUOTED = re.compile(r"(“[^“”]*”|(?<!\w)‘[^‘’]*’(?!\w))")
_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_CONVERSION = re.compile(
    r"\s*\((?:about |around |roughly |some |nearly )?[$£€]?\d[\d.,]* ?[a-z]+\)"
)
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.,’'/ -]{2,40}|[A-Z][\w.,’' ]{2,30}?)?\s*(?:\([^()]{2,30}\))?\s*"
    r"[-–—]{1,2}\s+(?=[A-Z“\"0-9])"
)
#: Marks that only set off ("U.S." is written US).
_INITIALS = re.compile(r"\b((?:[A-Z]\.){2,})(?=\W|$)")
_HALF_DAY = re.compile(r"\b([ap])\.m\.?(?=\W|$)")
_MONTH = (
    r"Jan(?:\.|uary)|Feb(?:\.|ruary)|Mar(?:\.|ch)|Apr(?:\.|il)|May|June?|July?|"
    r"Aug(?:\.|ust)|Sept?(?:\.|ember)|Oct(?:\.|ober)|Nov(?:\.|ember)|Dec(?:\.|ember)"
)
_MONTH_FIRST = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:, (\d{{4}})(,?)|(?!\d|,?\d|st|nd|rd|th|:))")
#: "Would have closed" and "to have closed" are not "closed".
_OPEN = "".join(rf"(?<!{word} )" for word in ("ould", "may", "ight", "must", "to", "not", "will"))
_PERFECT = re.compile(
    rf"{_OPEN}\b(has|have) been (\w+(?:ed|en|hurt|shot|found|held|made|sent|taken))\b"
)
_HAS_DONE = re.compile(rf"{_OPEN}\b(?:has|have) ((?!been\b|need|fe?ed|seed)\w{{2,}}[^\We]ed)\b")
#: "Around 7am" is about 7am.
_AROUND = re.compile(r"\b([Aa]round|[Rr]oughly) (?=\d)")
_OVER = re.compile(r"\b([Oo]ver|[Uu]pwards of) (?=[$£€]?\d)")
_WHO_WAS = re.compile(r"\b(\w+s|people) who (?:was|were|had been) (\w+ed|hurt|shot)\b")
#: "A hut that was built of tin" is a hut built of tin.
_REDUCED = re.compile(
    r"(?<=[a-z]),? (?:that|which|who) (?:is|are|was|were|had been|has been|have been) "
    r"(?=(?!need|fe?ed|seed)\w{3,}ed "
    r"(?:by|in|on|at|for|to|as|with|from|of|after|during|over|under|into)\b)"
)
_ADDRESS = re.compile(r"\b(?:Mr|Mrs|Ms)\.? (?=[A-Z])")
_CITY_OF = re.compile(r"\bthe (?:city|town|village) of (?=[A-Z])")
#: "Said Monday" is written "said on Monday".
_DAY = re.compile(
    r"(?<=[a-z] )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?"
    r"(?=[,.;]| (?:that|as|after|when|in|at|to|by|with|and|but|it|its|the)\b|$)"
)
_EARLY_DAY = re.compile(
    r"(?<!\b[Oo]n )\b(late|early) ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
#: The reader's days are not the report's.
_TODAY = re.compile(
    r"(?<!spend)(?<!spent),? (?:(?:late |early |earlier )?(?:today|tonight|yesterday|tomorrow)"
    r"(?: (?:morning|afternoon|evening|night))?|this (?:morning|afternoon|evening))"
    r"(?=[,.;]|$| (?:that|as|after|when|in|at|to|by|with|and|but|for|on)\b)"
)
#: A digit stays a digit before a unit, a month or another number.
_COUNTS = re.compile(
    r" (?!per\b|km|m\b|am\b|pm\b|metres|miles|feet|million|billion|p\b|to\b|and\b|or\b|mph)[a-z]"
)
#: "Berths 6 to 8": both in digits.
_AFTER_NUMBER = re.compile(r"\d (?:to|and|or|of) $")
_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class Words:
    """Lists of words in `data/retelling.toml`."""

    dropped: tuple[str, ...]
    light: tuple[str, ...]
    pronouns: tuple[str, ...]
    going_on: tuple[str, ...]
    clausal: tuple[str, ...]
    closing: tuple[str, ...]
    neutral: tuple[str, ...]
    before_days: tuple[str, ...]
    degrees: tuple[str, ...]
    nameless: tuple[str, ...]
    joining: tuple[str, ...]
    conditions: tuple[str, ...]
    cautious: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Retelling:
    """The table `data/retelling.toml`."""

    instead: dict[str, str]
    like: dict[str, str]
    words: Words
    counts: dict[str, str]
    cues: dict[str, tuple[str, ...]]


def retelling() -> Retelling:
    """The table of plain words."""
    return table("retelling", Retelling)


@cache
def _swaps() -> re.Pattern[str]:
    phrases = _either(retelling().instead).replace("'", "['’]")
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


@cache
def _empty() -> re.Pattern[str]:
    words, light = (_either(each) for each in (retelling().words.dropped, retelling().words.light))
    return re.compile(
        rf"^(?:{words}),? (?=[a-zA-Z])|, (?:{words}),(?= )"
        rf"|(?<!not)(?<!n['’]t) (?:{light})(?= [a-z])",
        re.IGNORECASE,
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(each) for each in sorted(words, key=lambda each: (-len(each), each)))


def plain(text: str) -> str:
    """The text in plain words on one line, without datelines and brackets."""
    line = _curled(_DATELINE.sub("", " ".join(_UNSEEN.sub("", text).split())))
    parts = _QUOTED.split(line)
    told = (part if part.startswith(("“", "‘")) else _plainer(part) for part in parts)
    return re.sub(r"\s{2,}", " ", "".join(told)).strip()


@cache
def _conditions() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(retelling().words.conditions)})\b", re.IGNORECASE)


@cache
def _cautions() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(retelling().words.cautious)})\b", re.IGNORECASE)


def is_conditional(text: str) -> bool:
    """Whether words hold a condition or an exception."""
    return _conditions().search(text) is not None


def opens_conditional(text: str) -> bool:
    """Whether words begin with a condition or an exception."""
    return _conditions().match(text) is not None


def is_cautious(text: str) -> bool:
    """Whether words hold one of caution: "initial", "alleged"."""
    return _cautions().search(text) is not None


def is_guarded(text: str) -> bool:
    """Whether leaving words out would change how far the rest holds."""
    return is_conditional(text) or is_cautious(text)


def put_otherwise(text: str) -> str:
    """The text with words put for others that say the same and are as plain."""
    parts = _QUOTED.split(text)
    told = (part if part.startswith(("“", "‘")) else _likes().sub(_alike, part) for part in parts)
    return "".join(told)


@cache
def _likes() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(retelling().like)})\b")


def _alike(match: re.Match[str]) -> str:
    return retelling().like[match[0]]


def _curled(text: str) -> str:
    """Straight double quotation marks turned by turns, where they come in pairs."""
    pieces = text.split('"')
    if len(pieces) % 2 == 0:
        return text
    turned = [piece + ("“" if at % 2 == 0 else "”") for at, piece in enumerate(pieces[:-1])]
    return "".join([*turned, pieces[-1]])


def _plainer(text: str) -> str:
    text = _BRACKETS.sub(_kept_brackets, text)
    text = _swaps().sub(_swapped, text)
    text = _empty().sub("", text)
    text = _ADDRESS.sub("", text)
    text = _INITIALS.sub(lambda match: match[1].replace(".", ""), text)
    text = _HALF_DAY.sub(r"\1m", text)
    text = _MONTH_FIRST.sub(_day_first, text)
    text = _REDUCED.sub(" ", text)
    text = _PERFECT.sub(lambda m: f"{'was' if m[1] == 'has' else 'were'} {m[2]}", text)
    text = _HAS_DONE.sub(r"\1", text)
    text = _AROUND.sub(lambda m: "About " if m[1][0].isupper() else "about ", text)
    text = _OVER.sub(lambda m: "More than " if m[1][0].isupper() else "more than ", text)
    text = _TODAY.sub("", text)
    text = _EARLY_DAY.sub(r"\1 on \2", _DAY.sub(_on_day, _CITY_OF.sub("", text)))
    return _numbered(_WHO_WAS.sub(r"\1 \2", text))


def _kept_brackets(match: re.Match[str]) -> str:
    """Brackets stay where they hold caution, or the same amount in another unit."""
    kept = is_guarded(match[0]) or _CONVERSION.fullmatch(match[0]) is not None
    return match[0] if kept else ""


def _on_day(match: re.Match[str]) -> str:
    before = match.string[: match.start()].rsplit(maxsplit=1)[-1].lower()
    return match[0] if before in retelling().words.before_days else f"on {match[0]}"


def _numbered(text: str) -> str:
    """Whole numbers from 10 on in digits, below in words, as news agencies write them."""
    parts, at = [], 0
    for number in find_numbers(text):
        value, printed = number.value, text[number.start : number.end]
        if value is None or value != int(value) or number.size != 1.0:
            continue
        if number.form == "words" and 10 <= value < 1000 and " " not in printed:
            new = str(int(value))
        elif number.form == "digits" and 1 < value < 10 and _COUNTS.match(text, number.end):
            before = text[: number.start].split()[-1:]
            counts = text[: number.start].endswith(" ") and before[0].islower()
            counts = counts and not _AFTER_NUMBER.search(text[: number.start])
            new = _UNITS[int(value)] if counts and printed.isdigit() else printed
        else:
            continue
        parts += [text[at : number.start], new]
        at = number.end
    return "".join([*parts, text[at:]])


def _swapped(match: re.Match[str]) -> str:
    word = retelling().instead[match[0].lower().replace("’", "'")]
    return word[0].upper() + word[1:] if match[0][0].isupper() else word


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def _day_first(match: re.Match[str]) -> str:
    month = next(each for each in _MONTHS if each.startswith(match[1][:3]))
    year = f" {match[3]}" if match[3] else ""
    return f"{match[2]} {month}{year}"
