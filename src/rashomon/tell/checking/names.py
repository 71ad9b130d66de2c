"""Names: the names of a sentence, held to those that it cites or that the account calls sources."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rashomon.tell.checking.contrast import rival
from rashomon.tell.checking.days import days
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.reading import Reading, Word, read
from rashomon.tell.checking.rules import capitals, is_light, stem
from rashomon.words.names import (
    canonical_body,
    fold,
    is_abbreviation_of,
    title_words,
)
from rashomon.words.numbers import words as numerals
from rashomon.words.tables import table

#: Small words that a name may hold: "Bank of England".
_WITHIN = frozenset(("of", "the", "and", "for", "de", "al", "el", "bin", "van", "von", "la", "da", "du"))
#: Words before a place.
_PLACING = frozenset(("in", "for", "at", "near", "from", "to", "of", "into", "outside", "around", "across", "through", "on", "off", "over", "toward", "towards", "inside", "between"))
#: Endings of words that are no names, where no table knows the word.
_ORDINARY = re.compile(r"(?:ing|ed|ly|tion|tions|ers|ment|ments|ists|less|ness|ful|ies)$")


@dataclass(frozen=True, slots=True)
class _Peoples:
    """The table `countries`: names and peoples by country."""

    names: dict[str, list[str]]
    people: dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A run of words with capitals: `first` to `last` among the words; where it stands."""

    first: int
    last: int
    words: tuple[str, ...]
    placed: bool


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
    dated = {i for day in days(text) for i in range(day.first, day.last + 1) if day.kind not in ("part", "length")}
    found: list[list[int]] = []
    for i, word in enumerate(reading.words):
        if i in dated or not _is_name(reading.words, i):
            continue
        joined = found and _continues(reading, found[-1][-1], i)
        if joined:
            found[-1].append(i)
        else:
            found.append([i])
    return tuple(_name(reading, run) for run in found)


def _name(reading: Reading, run: Sequence[int]) -> Name:
    before = reading.words[run[0] - 1].low if run[0] else ""
    if before in ("the", "a", "an") and run[0] > 1:
        before = reading.words[run[0] - 2].low
    return Name(
        first=run[0],
        last=run[-1],
        words=tuple(reading.words[i].low for i in run),
        placed=before in _PLACING,
    )


def _is_name(words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if not word.text[0].isupper() or word.low in ("i", "percent", "am", "pm"):
        return False
    head = i == 0 or words[i - 1].sentence != word.sentence or _opens(words, i)
    if not head:
        return True
    if word.text.lower() in _numerals() or is_light(word.low) and not (len(word.text) > 1 and word.text.isupper()):
        return False
    if word.text.isupper() and len(word.text) > 1 or "." in word.text:
        return True
    followed = i + 1 < len(words) and words[i + 1].text[0].isupper() and words[i + 1].start - word.end == 1
    return word.low in capitals() or (followed and word.low not in _common()) or not _is_ordinary(word.low)


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


def _is_ordinary(low: str) -> bool:
    """Whether a word at the head of a sentence is one that needs no capital."""
    bare = low.split("-")[0]
    forms = (low, bare, bare.removesuffix("s"), bare.removesuffix("es"))
    return any(form in _common() for form in forms) or bool(_ORDINARY.search(low))


def _continues(reading: Reading, last: int, i: int) -> bool:
    """Whether two words with capitals are parts of one name."""
    one, other = reading.words[last], reading.words[i]
    between = reading.text[one.end : other.start]
    if one.sentence != other.sentence or re.search(r"[^\w\s.’'&-]", between) or one.text.endswith(("'s", "’s")):
        return False
    return all(word.low in _WITHIN - {"and"} for word in reading.words[last + 1 : i]) and i - last <= 3


class Known:
    """The names that a sentence may use: those it cites, and those of the account's sources."""

    def __init__(self, cited: Sequence[Reading], labels: Sequence[str]) -> None:
        self.readings = cited
        every = [*cited, *(read(label) for label in labels if label)]
        self.words = {low for reading in every for low in reading.lows}
        self.stems = {stem(low) for low in self.words}
        self.runs = [
            " ".join(reading.lows[name.first : name.last + 1])
            for reading in every
            for name in names(reading.text)
        ]
        self.runs += [fold(label) for label in labels]
        self.originals = [
            " ".join(w.text for w in reading.words[name.first : name.last + 1])
            for reading in every
            for name in names(reading.text)
        ] + list(labels)
        self.countries = {c for r in every for c in _codes(r.lows)}
        self.bodies = {fold(canonical_body(run)) for run in self.originals}
        self.stops = [w.text.rstrip(".").lower() for r in cited for w in r.words if r.text[w.end : w.end + 1] == "."]

    def holds(self, word: str, text: str) -> bool:
        """Whether one word of a name is among them, in this form or another that means it."""
        bare = fold(text)
        if word in self.words or bare in self.words or bare in title_words():
            return True
        if "-" in word and all(p in self.words or p in title_words() or p.islower() and stem(p) in self.stems for p in word.split("-")):
            return True
        if any(f"{bare}{end}" in self.words or bare.removesuffix(end) in self.words for end in ("s", "es", "i", "n", "an", "ian")):
            return True
        if any(is_abbreviation_of(text, run) for run in self.originals):
            return True
        return len(bare) > 4 and any(len(s) > 2 and bare.startswith(s) for s in self.stops)

    def holds_run(self, words: Sequence[str], texts: Sequence[str]) -> bool:
        """Whether a whole name is among them under another name."""
        whole = " ".join(texts)
        if fold(canonical_body(whole)) in self.bodies:
            return True
        if any(is_abbreviation_of(short, whole) for short in self.originals):
            return True
        return bool(codes := _codes(tuple(words))) and codes <= self.countries

    def joins(self, one: str, other: str) -> bool:
        """Whether two words stand in one name."""
        return any(one in run.split() and other in run.split() for run in self.runs)


def _codes(lows: Sequence[str]) -> set[str]:
    """The countries that words name, in themselves or by their people."""
    known = _countries()
    found = {known[low] for low in lows if low in known}
    found |= {known[f"{a} {b}"] for a, b in pairwise(lows) if f"{a} {b}" in known}
    return found


def name_faults(said: Reading, known: Known) -> Iterator[Fault]:
    """The names of a sentence that no cited passage holds, and those in another's place."""
    mine = names(said.text)
    for name in mine:
        texts = [said.words[i].text for i in range(name.first, name.last + 1)]
        lows = said.lows[name.first : name.last + 1]
        if known.holds_run(lows, texts):
            continue
        wrong = [
            i
            for i in range(name.first, name.last + 1)
            if said.words[i].low in name.words and not known.holds(said.words[i].low, said.words[i].text)
            and not _codes((said.words[i].low,)) & known.countries
        ]
        if wrong:
            yield _fault(said, name, wrong[0], wrong[-1], "no cited passage names this")
        elif not _joined(said, name, known):
            yield _fault(said, name, name.first, name.last, "no cited passage joins these names")
    yield from _misplaced(said, mine, known)


def _fault(said: Reading, name: Name, first: int, last: int, reason: str) -> Fault:
    start, end = said.words[first].start, said.words[last].end
    return Fault(
        start=start,
        end=end,
        kind="place" if name.placed else "name",
        words=said.text[start:end],
        reason=reason,
    )


def _joined(said: Reading, name: Name, known: Known) -> bool:
    """Whether the neighbours in a name are neighbours in some cited name."""
    parts = [low for low in name.words if low not in title_words() and not _codes((low,)) and low in known.words]
    return all(known.joins(one, other) or not _given(one, other) for one, other in pairwise(parts))


def _given(one: str, other: str) -> bool:
    return one.isalpha() and other.isalpha()


def _misplaced(said: Reading, mine: Sequence[Name], known: Known) -> Iterator[Fault]:
    """Names in whose place the cited passages have another."""
    theirs = [(reading, name) for reading in known.readings for name in names(reading.text)]
    for name in mine:
        found = rival(said, name, mine, theirs, _shares, _competes)
        if found is not None:
            reading, other = found
            shown = reading.text[reading.words[other.first].start : reading.words[other.last].end]
            reason = f"the cited passage says {shown} of this"
            yield _fault(said, name, name.first, name.last, reason)


def _shares(one: Name, other: Name) -> bool:
    """Whether two names have a word in common that is more than a title."""
    parts = [{part for word in each.words for part in word.split("-")} for each in (one, other)]
    return bool(parts[0] & parts[1] or _codes(tuple(parts[0])) & _codes(tuple(parts[1])))


def _competes(one: Name, other: Name) -> bool:
    return one.placed == other.placed
