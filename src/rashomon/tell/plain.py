"""Plain English: the words of a report in plainer and fewer words that say the same.

Everything here is deletion, a change of place or a swap from `data/retelling.toml`; numbers, names,
bounds, hedges and negations stay, and what stands in quotation marks is never touched.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.words.numbers import find_numbers
from rashomon.words.tables import table

#: What is left of a sentence has at least so many words.
_LEAST = 6
#: A part moved to the front or the end has at most so many words.
_MOVED = 18

_QUOTED = re.compile(r"(“[^“”]*”|(?<!\w)‘[^‘’]*’(?!\w))")
_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.,’'/ -]{2,40}|[A-Z][\w.,’' ]{2,30}?)?\s*(?:\([^()]{2,30}\))?\s*(?:[-–—]{1,2})\s+"
    r"(?=[A-Z“\"0-9])"
)
#: Marks that only set off ("U.S." is written US).
_INITIALS = re.compile(r"\b((?:[A-Z]\.){2,})(?=\W|$)")
_HALF_DAY = re.compile(r"\b([ap])\.m\.?(?=\W|$)")
_MONTH = (
    r"Jan(?:\.|uary)|Feb(?:\.|ruary)|Mar(?:\.|ch)|Apr(?:\.|il)|May|June?|July?|"
    r"Aug(?:\.|ust)|Sept?(?:\.|ember)|Oct(?:\.|ober)|Nov(?:\.|ember)|Dec(?:\.|ember)"
)
_MONTH_FIRST = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:, (\d{{4}})(,?)|(?!\d|,?\d|st|nd|rd|th|:))")
_PERFECT = re.compile(r"(?<!ould )(?<!may )(?<!ight )(?<!must )(?<!to )(?<!will )\b(has|have) been (\w+(?:ed|en|hurt|shot|found|held|made|sent|taken))\b")
_HAS_DONE = re.compile(r"(?<!ould )(?<!may )(?<!ight )(?<!must )(?<!to )(?<!not )(?<!will )\b(?:has|have) ((?!been\b|need|fe?ed|seed)\w{2,}[^\We]ed)\b")
_OVER = re.compile(r"\b([Oo]ver|[Uu]pwards of) (?=[$£€]?\d)")
_WHO_WAS = re.compile(r"\b(\w+s|people) who (?:was|were|had been) (\w+ed|hurt|shot)\b")
_ADDRESS = re.compile(r"\b(?:Mr|Mrs|Ms)\.? (?=[A-Z])")
_CITY_OF = re.compile(r"\bthe (?:city|town|village) of (?=[A-Z])")
#: "said Monday" is written "said on Monday".
_DAY = re.compile(
    r"(?<=[a-z] )(?<!\bon )(?<!\blast )(?<!\bnext )(?<!\bthis )(?<!\bthe )(?<!\bof )(?<!\bevery )(?<!\bfrom )"
    r"(?<!\bby )(?<!\buntil )(?<!\bsince )(?<!\band )(?<!\bto )(?<!\bfor )(?<!\bin )(?<!\bor )(?<!\ba )"
    r"((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?)"
    r"(?=[,.;]| (?:that|as|after|when|in|at|to|by|with|and|but|it|its|the)\b|$)"
)

#: A marker behind one of these belongs to it: "shortly after", "two days before".
_DEGREE = "".join(
    rf"(?<!\b{word})"
    for word in (
        *("shortly", "soon", "just", "long", "days", "hours", "weeks", "months", "years", "minutes"),
        *("day", "hour", "week", "month", "year", "moments", "only", "even", "not", "and", "or", "later"),
        *("as", "except", "ever", "than", "right", "immediately"),
    )
)
_SUB = "when|after|before|while|because|although|until|once"
_LATE = re.compile(rf"^(?P<main>.+?){_DEGREE},? (?P<marker>{_SUB}) (?P<sub>[^,;:“”]+)$")
_TIME_LAST = re.compile(
    r"^(?P<main>[^“”;:]+?),? (?P<time>(?:late |early )?on (?:\w+day(?: (?:morning|afternoon|evening|night))?"
    r"|\d{1,2} [A-Z][a-z]+(?: \d{4})?)|in (?:(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)(?: \d{4})?|\d{4})|overnight|last (?:week|month|year|night))$"
)
_OWNED = re.compile(r"\b((?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]*\w)[’']s ([a-z]+)(?= (?:was|were|is|are|has|had|will|rejected|said|of|in|on|at|to|for|and|that|with)\b|,)")
_EARLY = re.compile(rf"^(?P<marker>(?i:{_SUB}|as)) (?P<sub>[^,;:“”]+), (?P<main>[^“”]+)$")
_TIME_FIRST = re.compile(
    r"^(?P<time>(?:On|In|Late on|Early on|Late|Early) (?:[^,;:“” ]+ ){0,3}"
    r"(?:\w+day|\d{4}|January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?: (?:morning|afternoon|evening|night))?), (?P<main>[^“”]+)$"
)
_TAIL = re.compile(
    r"(?:,|;| [–—-]+) (?P<word>which|who|whom|whose|where|while|when|as|after|although|though|because|"
    r"but|and|with|according|including|amid|despite|so|in what|following|\w{3,}ing)\b"
    rf"|; | [–—]+ |{_DEGREE} (?P<bare>when|after|because|although|where|while|before|until|despite|amid|during) "
)
_ASIDE = re.compile(
    r"(?:, (?P<word>the|a|an|who|which|whose|where|including|then|once)\b[^,;:“”]{2,110},"
    r"| [–—]+ [^–—“”]{3,110} [–—]+) (?P<next>[a-z]+)"
)
_OPENS_LOW = re.compile(
    r"^(?:when|after|before|while|because|although|until|once|as|if|despite|with|in|on|at|during|by"
    r"|from|for|since|under|given|amid|following|according|\w+ing|\w+ed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Words:
    """Lists of words in `data/retelling.toml`."""

    dropped: tuple[str, ...]
    light: tuple[str, ...]
    furniture: tuple[str, ...]
    pointing: tuple[str, ...]
    talking: tuple[str, ...]
    pronouns: tuple[str, ...]
    going_on: tuple[str, ...]
    clausal: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Retelling:
    """The table `data/retelling.toml`."""

    instead: dict[str, str]
    words: Words
    cues: dict[str, tuple[str, ...]]


def retelling() -> Retelling:
    """The table of plain words."""
    return table("retelling", Retelling)


@cache
def _swaps() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(retelling().instead)})\b", re.IGNORECASE)


@cache
def _empty() -> re.Pattern[str]:
    words, light = (_either(each) for each in (retelling().words.dropped, retelling().words.light))
    return re.compile(
        rf"^(?:{words}),? (?=[a-zA-Z])|, (?:{words}),(?= )|(?<!not)(?<!n['’]t) (?:{light})(?= [a-z])", re.IGNORECASE
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(each) for each in sorted(words, key=lambda each: (-len(each), each)))


def plain(text: str) -> str:
    """The text in plain words on one line, without datelines and brackets."""
    line = _curled(_DATELINE.sub("", " ".join(text.split())))
    parts = _QUOTED.split(line)
    return "".join(part if part.startswith(("“", "‘")) else _plainer(part) for part in parts).strip()


def _curled(text: str) -> str:
    """Straight double quotation marks turned by turns, where they come in pairs."""
    pieces = text.split('"')
    if len(pieces) % 2 == 0:
        return text
    turned = [piece + ("“" if at % 2 == 0 else "”") for at, piece in enumerate(pieces[:-1])]
    return "".join([*turned, pieces[-1]])


def _plainer(text: str) -> str:
    text = _BRACKETS.sub("", text)
    text = _swaps().sub(_swapped, text)
    text = _empty().sub("", text)
    text = _ADDRESS.sub("", text)
    text = _INITIALS.sub(lambda match: match[1].replace(".", ""), text)
    text = _HALF_DAY.sub(r"\1m", text)
    text = _MONTH_FIRST.sub(_day_first, text)
    text = _PERFECT.sub(lambda m: f"{'was' if m[1] == 'has' else 'were'} {m[2]}", text)
    text = _HAS_DONE.sub(r"\1", text)
    text = _OVER.sub(lambda m: "More than " if m[1][0].isupper() else "more than ", text)
    text = _DAY.sub(r"on \1", _CITY_OF.sub("", text))
    return _numbered(_WHO_WAS.sub(r"\1 \2", text))


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
            plain_before = not text[: number.start].rstrip(" ")[-1:].isdigit()
            counts = text[: number.start].endswith(" ") and plain_before
            new = _UNITS[int(value)] if counts and printed.isdigit() else printed
        else:
            continue
        parts += [text[at : number.start], new]
        at = number.end
    return "".join([*parts, text[at:]])


#: A digit stays a digit before a unit, a month or another number.
_COUNTS = re.compile(r" (?!per\b|km|m\b|am\b|pm\b|metres|miles|feet|million|billion|p\b|to\b|and\b|or\b|mph)[a-z]")
_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _swapped(match: re.Match[str]) -> str:
    word = retelling().instead[match[0].lower()]
    return word[0].upper() + word[1:] if match[0][0].isupper() else word


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def _day_first(match: re.Match[str]) -> str:
    month = next(each for each in _MONTHS if each.startswith(match[1][:3]))
    year = f" {match[3]}" if match[3] else ""
    return f"{match[2]} {month}{year}"


def shorter(text: str) -> Iterator[str]:
    """The text, then ever shorter forms of it that still are sentences."""
    yield text
    bare = _without_asides(text)
    if bare != text:
        yield bare
    yield from _without_tail(bare)


def _without_asides(text: str) -> str:
    going_on = retelling().words.going_on

    def kept(match: re.Match[str]) -> str:
        following = match["next"]
        if following in going_on or (len(following) > 4 and following.endswith("ed")):
            return f" {following}"
        return match[0]

    return _ASIDE.sub(kept, text)


def _without_tail(text: str) -> Iterator[str]:
    """The text up to each place where its last part may be left out, the longest first."""
    stops = [match for match in _TAIL.finditer(text) if not _quoting(text, match.start())]
    for match in reversed(stops):
        head = text[: match.start()].rstrip(" ,;")
        if len(head.split()) < _LEAST or _is_cut_short(head, match["word"] or match["bare"] or ""):
            continue
        if not _has_verb(head) or (match["bare"] and _goes_on(text[match.end() - 1 :])):
            continue
        yield head


def _has_verb(head: str) -> bool:
    known = retelling().words.going_on
    return any(word in known or word.endswith("ed") for word in head.lower().split()[1:])


def _goes_on(tail: str) -> bool:
    """Whether a tail takes up the verb of the sentence again: "because of the fire has risen"."""
    words = re.split(r"[,;]", tail.lower())[0].split()
    verbs = sum(word in retelling().words.going_on for word in words)
    return verbs > 0 and words[:1] == ["of"] or verbs > 1


def _quoting(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def _is_cut_short(head: str, word: str) -> bool:
    """Whether a head without its tail is no sentence: a list broken off, or a mere opening."""
    commas = head.count(",")
    if _OPENS_LOW.match(head) and commas < 1:
        return True
    if word in ("and", "but", "so") and commas > (1 if _OPENS_LOW.match(head) else 0):
        return True
    last = head.rsplit(",", 1)[-1].split()
    return len(last) < 3 and commas > 0


def turned(text: str, lowered: "Lowered") -> Iterator[str]:
    """The text with its last part first, or its first part last: "After B, A" for "A after B"."""
    match = _LATE.match(text)
    if match and _may_move(match["sub"]) and len(match["main"].split()) > 3:
        if not set(match["main"].lower().split()) & {"that", "who", "which", "where", "not", "no"}:
            yield f"{match['marker'].capitalize()} {match['sub']}, {lowered(match['main'])}"
    match = _EARLY.match(text)
    if match and len(match["sub"].split()) <= _MOVED and not points(match["main"]):
        main = match["main"]
        yield f"{main[0].upper()}{main[1:]} {match['marker'].lower()} {match['sub']}"
    match = _TIME_LAST.match(text)
    if match and not points(match["main"]) and len(match["main"].split()) >= _LEAST:
        time = match["time"]
        yield f"{time[0].upper()}{time[1:]}, {lowered(match['main'])}"
    if _OWNED.search(text):
        yield _OWNED.sub(r"the \2 of \1", text)
    match = _TIME_FIRST.match(text)
    if match and not points(match["main"]) and ";" not in match["main"]:
        main, time = match["main"], match["time"]
        yield f"{main[0].upper()}{main[1:]} {time[0].lower()}{time[1:]}"


def _may_move(part: str) -> bool:
    words = part.lower().split()
    return 3 <= len(words) <= _MOVED and not set(words) & set(retelling().words.pronouns)


def points(text: str) -> bool:
    """Whether a sentence, or its main part, begins with a word that points back to another."""
    known = retelling().words.pronouns
    starts = [text, *text.split(", ")[1:2]]
    return any(re.split(r"[ ’']", start, maxsplit=1)[0].lower() in known for start in starts)


class Lowered:
    """Puts a sentence behind other words: its first letter small unless it begins a name."""

    def __init__(self, texts: Iterable[str], names: Iterable[str]) -> None:
        inside, small = re.compile(r"(?<=[a-z,;] )[A-Z][a-z’'-]*"), re.compile(r"\b[a-z][a-z’'-]*")
        given = list(texts)
        self._small = {word for text in given for word in small.findall(text)}
        self._names = {word for text in given for word in inside.findall(text)}
        self._names |= {name.split()[0] for name in names if name[:1].isupper()}

    def __call__(self, text: str) -> str:
        first = re.match(r"[A-Z][a-z’'-]*(?![\w.])", text)
        if first is None or first[0] == "I":
            return text
        if first[0] not in _SMALL:
            following = text[first.end() + 1 : first.end() + 2]
            if following.isupper() or (first[0] in self._names and first[0].lower() not in self._small):
                return text
        return text[0].lower() + text[1:]


_SMALL = frozenset(
    ("A", "An", "The", "At", "In", "On", "More", "Some", "Two", "Three", "Four", "Five", "Most", "All")
)
