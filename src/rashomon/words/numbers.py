"""Numbers in running text: digits, words, fractions, ordinals and vague words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from text_to_num import text2num  # type: ignore[import-untyped]  # ships no types

from rashomon.words import anchors, digits
from rashomon.words.anchors import matches, stretches
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number where it stands: `text[start:end]` is the number alone.

    `form` is digits, words, fraction, ordinal or vague. A fraction below one has its value as
    a part of one. `size` is the magnitude it was multiplied by. A vague word has no value but
    the least it can mean in `low`. A misprint has no value but `candidates`; where a well-formed
    number has candidates it may also be read otherwise ("1.500").
    """

    start: int
    end: int
    value: float | None
    form: str
    low: float | None = None
    size: float = 1.0
    candidates: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The table `numbers`."""

    cardinals: list[str]
    vague: dict[str, float]
    magnitudes: dict[str, float]
    letters: dict[str, float]
    metres: dict[str, list[str]]
    parts: dict[str, int]
    ordinals: dict[str, int]
    signs: dict[str, float]


#: A longer row of digits is a key or a checksum.
_MOST_DIGITS = 24
#: No number is longer than this many words.
_LONGEST = 16
#: A number begins and ends within so many characters of any of its anchors.
_REACH = 24
_GAP = r"[^\S\n]+"
_PART_OF_SCALE = re.compile(
    r"(?:one )?(?:(half)|(three )?quarters?)(?: of)?(?: an?| one)? "
    r"(hundred|thousand|million|billion|trillion|dozen)"
)


def words() -> Words:
    """The table of number words."""
    return table("numbers", Words)


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of `text` in reading order, without overlap and without judging its sense."""
    how = digits.convention(text)
    where = stretches(text, _anchors(), {"number": _REACH}).get("number", ())
    for match in matches(_pattern(how, spaced=digits.may_space(text)), text, where):
        kind = match.lastgroup
        if kind == "digits" and len(match["plain"]) > _MOST_DIGITS:
            continue
        if kind == "digits":
            number = _from_digits(match, how)
            if number.value is not None or number.candidates:
                yield number
        elif kind == "ordinal":
            yield _number(match, float(match["rank"] or _rank(match[0])), "ordinal")
        elif kind == "fraction":
            yield _number(match, _part(match), "fraction")
        elif kind == "vague":
            phrase = " ".join(match["some"].lower().split())
            times = words().magnitudes[match["times"].lower()] if match["times"] else 1.0
            yield _number(match, None, "vague", low=words().vague[phrase] * times)
        elif kind == "words":
            yield from _from_words(match)


def cardinal(phrase: str) -> float | None:
    """The value of a phrase such as "three hundred and fifty" or "a dozen", else None."""
    scale = 1.0
    rest = re.sub(r"^(?:an?|one)[\s-]+(?=[a-z])", "one ", phrase.lower().replace("-", " "))
    part = _PART_OF_SCALE.fullmatch(rest)
    if part:
        share = 0.5 if part[1] else 0.75 if part[2] else 0.25
        scale, rest = share * words().magnitudes[part[3]], "one"
    elif rest.endswith(" dozen"):
        scale, rest = 12, rest.removesuffix(" dozen")
    mixed = re.fullmatch(r"(.+) and a half( \w+)?", rest)
    if mixed:
        whole = cardinal(mixed[1])
        size = words().magnitudes.get((mixed[2] or "").strip(), 1)
        return None if whole is None else (whole + 0.5) * size * scale
    try:
        return float(text2num(rest, "en")) * scale
    except ValueError:
        return None


def _number(
    match: re.Match[str], value: float | None, form: str, low: float | None = None
) -> Number:
    return Number(start=match.start(), end=match.end(), value=value, form=form, low=low)


def _from_digits(match: re.Match[str], how: digits.Convention) -> Number:
    """Digits with what multiplies them ("1.2m", "5 1/2", "3.4 million")."""
    printed, size = match["plain"], 1.0
    value = digits.read(printed, how)
    if match["size"]:
        known = words().magnitudes | words().letters
        size = known[match["size"].strip(" -\u00a0\u202f").lower()]
    if value is None:
        others = tuple(one * size for one in digits.candidates(printed))
        return Number(
            start=match.start(), end=match.end(), value=None, form="digits", candidates=others
        )
    if match["more"]:
        value += _fraction(match["more"].strip(" -\u00a0"))
    others = digits.candidates(printed) if digits.doubtful(printed, how) and size == 1 else ()
    return Number(
        start=match.start(),
        end=match.end(),
        # Rounded to a millionth: 1.1 million is 1,100,000 and not a hair above it.
        value=round(value * size, 6),
        form="digits",
        size=size,
        candidates=others,
    )


def _from_words(match: re.Match[str]) -> Iterator[Number]:
    """Words as one number, or as the fewest numbers that they can be read as."""
    start = match.start()
    pieces = [
        (piece.start() + start, piece.end() + start) for piece in re.finditer(r"\w+", match[0])
    ]
    first = 0
    while first < len(pieces):
        for last in range(min(len(pieces), first + _LONGEST), first, -1):
            begin, end = pieces[first][0], pieces[last - 1][1]
            value = cardinal(match.string[begin:end])
            if value is not None:
                yield Number(start=begin, end=end, value=value, form="words")
                break
        else:
            last = first + 1
        first = last


def _fraction(printed: str) -> float:
    """The value of "1/2", "½" or "and a half"."""
    if printed.lower().endswith("half"):
        return 0.5
    if printed in words().signs:
        return words().signs[printed]
    above, _, below = printed.partition("/")
    return int(above) / int(below.rstrip("thrds"))


def _part(match: re.Match[str]) -> float:
    """The part of one that a fraction names."""
    if match["sign"]:
        return _fraction(match["sign"])
    if match["alone"]:
        return 0.5
    above = (match["above"] or match["few"] or "one").lower()
    count = 1.0 if above in ("a", "an") else cardinal(above) or 1.0
    return (
        count
        / words().parts[
            (match["below"] or match["part"]).lower().removesuffix("s").replace("halve", "half")
        ]
    )


def _rank(ordinal: str) -> int:
    """The rank that an ordinal word names ("twenty-first")."""
    tens, _, last = ordinal.lower().rpartition("-")
    return int(cardinal(tens) or 0) + words().ordinals[last]


@cache
def _anchors() -> dict[str, tuple[str, ...]]:
    """Digits, and of each way to say a number the word that it cannot do without."""
    known = words()
    longest = (max(phrase.split(), key=len) for phrase in known.vague)
    said = {*known.cardinals, *known.magnitudes, *known.ordinals, *known.signs, *longest}
    said |= {part + ending for part in known.parts for ending in ("", "s")} | {"halves"}
    return anchors.by_word({"number": sorted(said | anchors.digits())})


@cache
def _pattern(how: digits.Convention, *, spaced: bool) -> re.Pattern[str]:
    """One pattern for all forms; the order of its alternatives settles what wins.

    A lone "1 500 people" is seen whole, for it is not one and 500, and read only where the report
    shows that it groups by spaces.
    """
    lone = "" if how is digits.Convention.SPACED else rf"(?={_GAP}(?:people|[a-z]{{3,}}s)\b)"
    printed = rf"(?<!\d[ ]){digits.GROUPED}{lone}|{digits.PRINTED}" if spaced else digits.PRINTED
    known = words()
    gap = _GAP
    signs = "".join(known.signs)
    simple = r"[1-9]\d?/(?:2|3|4|5|8|10|16|100)(?:ths?|rds?)?(?![\w/])"
    cardinal_ = _any(known.cardinals)
    scale = _any([*(word for word in known.magnitudes if len(word) > 3), "dozen"])
    parts = _any(known.parts)
    vague = _any(known.vague).replace(r"\ ", gap)
    # Joined letters multiply money, and "m" what is plainly counted: "$5m", "1.2m people"; else
    # "48m" are metres and "100t" tonnes.
    letters = _any(known.letters)
    plural = rf"(?:[a-z]+{gap})?(?:[a-z]+s|people|men|women|children)\b"
    coins = r"[$€£¥₹]"
    half = rf"(?:{gap}|-)and(?:{gap}|-)a(?:{gap}|-)half\b"
    sizes = (
        rf"[^\S\n]?-?(?:{_any(known.magnitudes)})\b"
        rf"|k\b|m(?={gap}{plural})(?!{gap}(?:{_any(known.metres['words'])})\b)"
    )
    tens = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-"
    forms = {
        "fraction": rf"(?<![\w/.,-])(?:(?P<sign>{simple}|[{signs}])"
        rf"|(?P<above>an?|{cardinal_})(?:{gap}|-)(?P<below>(?:{parts})s?|halves)\b"
        rf"(?={gap}of\b(?!{gap}an?{gap}(?:{scale})))|\b(?P<few>one|two|three|four|five|seven|nine)-(?P<part>(?:{parts})s?)\b|(?P<alone>half)(?={gap}(?:of|the|its|their|his|her|our|all|that|those|an?)\b)"
        rf"(?!{gap}(?:of{gap})?an?{gap}(?:{scale})))",
        "ordinal": rf"(?<![\w.,-])(?P<rank>\d{{1,3}})(?:st|nd|rd|th)\b"
        rf"|\b(?:{tens})?(?:{_any(known.ordinals)})\b",
        "vague": rf"\b(?P<some>{vague})(?:{gap}(?P<times>thousand|million|billion|trillion))?\b",
        "digits": rf"(?:(?P<coin>(?<={coins})|(?<={coins}[^\S\n])|(?<=USD)|(?<=EUR)|(?<=GBP)"
        rf"|(?<=\bRs)|(?<=\bRs\.))|(?<![\w./]))(?<![a-z][-–])(?P<plain>{printed})"
        rf"(?P<more>(?:[^\S\n]|-){simple}|[^\S\n]?[{signs}]|{half})?(?P<size>{sizes}|(?(coin)(?:{letters})\b|(?!)))?",
        "words": rf"\b(?:(?:half|(?:an?{gap}|three[\s-])?quarters?)(?:{gap}|-)"
        rf"(?:(?:of{gap})?an?{gap})?(?:{scale})"
        rf"|(?:an?{gap}(?:{scale})|{cardinal_})"
        rf"(?:(?:{gap}|-|{gap}and{gap})(?:{cardinal_}))*"
        rf"(?:{half}(?:{gap}(?:{scale}))?)?(?:{gap}dozen)?)\b",
    }
    return re.compile("|".join(f"(?P<{name}>{form})" for name, form in forms.items()), re.I)


def _any(names: Iterable[str]) -> str:
    """A pattern for any of `names`, the longer before the shorter."""
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
