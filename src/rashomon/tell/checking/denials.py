"""Denials: what a text denies, and of which words it says both."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.tell.checking.reading import Reading, Word, read
from rashomon.tell.checking.rules import concept, listed, rules, stem, stems
from rashomon.words.names import fold

#: A denial turns so many words of weight behind it, and of these the first bear it.
_REACH, _HEAD = 6, 2


@dataclass(frozen=True, slots=True)
class Denial:
    """A denying word at `at`, and the words of weight that it turns, the first first."""

    at: int
    words: tuple[int, ...]
    by_verb: bool


@dataclass(frozen=True)
class Denied:
    """The denials of a text, and whether each concept stands denied, affirmed or both."""

    reading: Reading
    denials: tuple[Denial, ...]
    held: dict[str, frozenset[bool]]


@lru_cache(maxsize=4096)
def denied(text: str) -> Denied:
    """What a text denies."""
    reading = read(text)
    found = tuple(_denials(reading))
    turns = Counter(word for denial in found for word in denial.words)
    held: dict[str, set[bool]] = {}
    for i, word in enumerate(reading.words):
        bare = _unturned(word.low)
        if bare is not None:
            held.setdefault(concept(bare), set()).add(turns[i] % 2 == 0)
        if word.weight is not None:
            held.setdefault(word.weight, set()).add(turns[i] % 2 == 1)
    return Denied(reading, found, {each: frozenset(ways) for each, ways in held.items()})


@lru_cache(maxsize=16384)
def _unturned(low: str) -> str | None:
    """The rest of a word that its beginning denies: "unhurt", "unconfirmed", "uninjured"."""
    for beginning in sorted(rules().denial.beginnings, key=len, reverse=True):
        rest = low.removeprefix(beginning)
        if rest != low and len(rest) > 3:
            return rest.lstrip("-")
    return None


def _denials(reading: Reading) -> Iterator[Denial]:
    words, skip = reading.words, -1
    for i in range(len(words)):
        if i <= skip:
            continue
        verb = _verb(words, i)
        if verb:
            skip = i + verb - 1
            if words[i].quoted or _is_undone(reading, i):
                continue
            yield Denial(i, tuple(_turned_by_verb(reading, i, verb)), True)
        elif _denies(words, i) and not _undoes(reading, i):
            behind = list(_behind(reading, i, i + 1))
            passive = any(w.low in listed("grammar", "being") for w in words[max(0, i - 1) : i + 2])
            yield Denial(i, (*behind, *(_ahead(reading, i) if passive else ())), False)


def _undoes(reading: Reading, i: int) -> bool:
    """Whether a denial denies a denying verb: "could not be ruled out", "did not deny"."""
    words = reading.words
    return any(
        _verb(words, j)
        for j in range(i + 1, min(i + 4, len(words)))
        if words[j].sentence == words[i].sentence
    )


def _is_undone(reading: Reading, i: int) -> bool:
    words = reading.words
    return any(_denies(words, j) and _undoes(reading, j) for j in range(max(0, i - 4), i))


def _denies(words: Sequence[Word], i: int) -> bool:
    low = words[i].low
    if low not in listed("denial", "words") and not low.endswith("n-t"):
        return False
    following = words[i + 1].low if i + 1 < len(words) else ""
    if low in ("no", "not", "none", "nothing") and following in listed("denial", "besides"):
        return following == "one" and low == "no"
    return not (low == "no" and following in listed("denial", "moot"))


@cache
def _verbs() -> dict[str, list[tuple[str, ...]]]:
    """The phrases that deny, by their first words; the longer before the shorter."""
    phrases = [tuple(map(stem, map(fold, phrase.split()))) for phrase in rules().denial.verbs]
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        by_first.setdefault(phrase[0], []).append(phrase)
    return by_first


def _verb(words: Sequence[Word], i: int) -> int:
    """How many words of a denying phrase begin here."""
    for phrase in _verbs().get(stem(words[i].low), ()):
        if tuple(stem(word.low) for word in words[i : i + len(phrase)]) == phrase:
            return len(phrase)
        if phrase[1:] == ("out",) and any(word.low == "out" for word in words[i + 1 : i + 4]):
            return 1
    return 0


def _turned_by_verb(reading: Reading, i: int, length: int) -> Iterator[int]:
    """What a denying verb turns: what follows, or the subject of a passive."""
    words = reading.words
    behind = list(_behind(reading, i, i + length, by_verb=True))
    passive = i and words[i - 1].low in listed("grammar", "being")
    contested = not behind and stem(words[i].low) in stems("denial", "contesting")
    if (passive and len(behind) < _HEAD) or contested:
        yield from _ahead(reading, i)
    yield from behind


def _ahead(reading: Reading, i: int) -> list[int]:
    """The last words of weight before a word of the same sentence."""
    words = reading.words
    before = [j for j in range(i) if words[j].weight and words[j].sentence == words[i].sentence]
    return before[: -_HEAD - 1 : -1]


def _behind(reading: Reading, denial: int, first: int, *, by_verb: bool = False) -> Iterator[int]:
    """The words of weight that follow, up to the end of the clause."""
    words, found = reading.words, 0
    for i in range(first, len(words)):
        between = reading.text[words[i - 1].end : words[i].start] if i else ""
        ended = any(mark in between for mark in ";:.,") and found
        joined = by_verb and words[i].low == "and" and found
        left = (
            words[i].sentence != words[denial].sentence or words[i].quoted != words[denial].quoted
        )
        if left or ended or joined or (words[i].low == "but" and found):
            return
        if words[i].weight is not None:
            found += 1
            yield i
            if found == _REACH:
                return
