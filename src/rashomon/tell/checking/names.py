"""Names: the runs of words with capitals that name somebody or something, in any text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rashomon.tell.checking.days import days
from rashomon.tell.checking.reading import Reading, Word, read
from rashomon.tell.checking.rules import Roles, capitals, is_light, listed, rules
from rashomon.tell.checking.sayings import sayings
from rashomon.words.names import canonical_body, fold, title_words
from rashomon.words.numbers import words as numerals
from rashomon.words.tables import table

#: Small words that a name may hold: "Bank of England".
_WITHIN = frozenset(
    ("of", "the", "and", "for", "de", "al", "el", "bin", "van", "von", "la", "da", "du")
)
#: Endings of words that are no names, where no table knows the word.
_ORDINARY = re.compile(r"(?:ing|ed|ly|tion|tions|ers|ment|ments|ists|less|ness|ful|ies)$")


@dataclass(frozen=True, slots=True)
class _Peoples:
    """The table `countries`: names and peoples by country."""

    names: dict[str, list[str]]
    people: dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A run of words with capitals: `first` to `last` among the words; where it stands.

    `way` is from or to by the preposition before it, said if it names a speaker, else empty.
    `parts` are its words without titles, `lands` the countries that it names.
    """

    first: int
    last: int
    words: tuple[str, ...]
    placed: bool
    way: str = ""
    parts: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()

    def shares(self, other: "Name") -> bool:
        """Whether two names have a word in common that is more than a title, or a country."""
        if not self.parts or not other.parts:
            return not set(self.words).isdisjoint(other.words)
        return not (self.parts.isdisjoint(other.parts) and self.lands.isdisjoint(other.lands))


@cache
def _countries() -> dict[str, str]:
    """Folded names of countries and peoples to their country."""
    known = table("countries", _Peoples)
    forms = [
        (fold(form), code)
        for group in (known.names, known.people)
        for code, forms in group.items()
        for form in forms
    ]
    return dict(forms)


@lru_cache(maxsize=4096)
def names(text: str) -> tuple[Name, ...]:
    """The names of a text, from left to right."""
    reading = read(text)
    dated = {
        i
        for day in days(text)
        for i in range(day.first, day.last + 1)
        if day.kind not in ("part", "length", "prior", "once")
    }
    found: list[list[int]] = []
    for i in range(len(reading.words)):
        if i in dated or not _is_name(reading.words, i):
            continue
        joined = found and _continues(reading, found[-1][-1], i)
        if joined:
            found[-1].append(i)
        else:
            found.append([i])
    return tuple(_name(reading, run) for run in found)


@lru_cache(maxsize=4096)
def named_words(text: str) -> frozenset[int]:
    """The places of the words of names."""
    return frozenset(i for name in names(text) for i in range(name.first, name.last + 1))


@lru_cache(maxsize=4096)
def usual_name(name: str) -> str:
    """The usual name of a well-known body, or the name itself, folded."""
    return fold(canonical_body(name))


def _name(reading: Reading, run: Sequence[int]) -> Name:
    before = reading.words[run[0] - 1].low if run[0] else ""
    if before in ("the", "a", "an") and run[0] > 1:
        before = reading.words[run[0] - 2].low
    whole = " ".join(reading.words[i].text for i in range(run[0], run[-1] + 1))
    usual = [word for word in usual_name(whole).split() if word not in _WITHIN]
    words = tuple(dict.fromkeys([*(reading.lows[i] for i in run), *usual]))
    parts = frozenset(part for word in words for part in word.split("-")) - title_words()
    bound = reading.lows[run[-1]].endswith("-bound")
    speaks = run[0] in _speakers(reading.text)
    return Name(
        first=run[0],
        last=run[-1],
        words=words,
        placed=before in listed("grammar", "placing"),
        way="to" if bound else "said" if speaks else rules().grammar.ways.get(before, ""),
        parts=parts,
        lands=frozenset(country_codes(tuple(parts))),
    )


@lru_cache(maxsize=4096)
def _speakers(text: str) -> frozenset[int]:
    """The words by which speakers are named."""
    return frozenset(i for saying in sayings(text) for i in saying.speaker)


def _is_name(words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if i and word.start == words[i - 1].end and words[i - 1].text[-1].isdigit():
        return False  # "44C"
    if not word.text[0].isupper() or word.low in ("i", "percent", "am", "pm"):
        return False
    head = i == 0 or words[i - 1].sentence != word.sentence or _opens(words, i)
    if not head:
        return True
    if word.text.lower() in _numerals() or (
        is_light(word.low) and not (len(word.text) > 1 and word.text.isupper())
    ):
        return False
    if (word.text.isupper() and len(word.text) > 1) or "." in word.text:
        return True
    followed = (
        i + 1 < len(words) and words[i + 1].text[0].isupper() and words[i + 1].start - word.end == 1
    )
    unknown = followed and word.low not in _common() and word.low not in _callings()
    return word.low in capitals() or unknown or not _is_ordinary(word.low)


@cache
def _numerals() -> frozenset[str]:
    return frozenset((*numerals().cardinals, *numerals().ordinals, *numerals().parts))


def _opens(words: Sequence[Word], i: int) -> bool:
    """Whether a quotation opens with this word."""
    return words[i].quoted and not words[i - 1].quoted


@cache
def _common() -> frozenset[str]:
    from importlib.resources import files

    lines = files("rashomon.data").joinpath("minilm/vocab.txt").read_text("utf-8").split("\n")
    return frozenset(line for line in lines if line.isalpha()) - capitals()


@cache
def _callings() -> frozenset[str]:
    roles = table("roles", Roles)
    every = (roles.posts, roles.people, roles.kin, roles.bodies, roles.speaks_for)
    return frozenset(word for group in every for word in group)


def _is_ordinary(low: str) -> bool:
    """Whether a word at the head of a sentence is one that needs no capital."""
    bare = low.rpartition("-")[2]
    forms = (low, bare, bare.removesuffix("s"), bare.removesuffix("es"))
    if any(form in _callings() for form in forms):
        return True
    return any(form in _common() for form in forms) or bool(_ORDINARY.search(low))


def _continues(reading: Reading, last: int, i: int) -> bool:
    """Whether two words with capitals are parts of one name."""
    one, other = reading.words[last], reading.words[i]
    between = reading.text[one.end : other.start]
    if (
        one.sentence != other.sentence
        or re.search(r"[^\w\s.’'&-]", between)
        or one.text.endswith(("'s", "’s"))
    ):
        return False
    return (
        all(word.low in _WITHIN - {"and"} for word in reading.words[last + 1 : i]) and i - last <= 3
    )


def country_codes(lows: Sequence[str]) -> set[str]:
    """The countries that words name, in themselves or by their people."""
    known = _countries()
    found = {known[low] for low in lows if low in known}
    found |= {known[f"{a} {b}"] for a, b in pairwise(lows) if f"{a} {b}" in known}
    return found
