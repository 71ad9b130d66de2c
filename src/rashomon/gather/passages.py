"""Passages that two reports share word for word."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

#: Words in a shingle: shorter runs of equal words are common phrases and long names.
_SHINGLE = 8

#: Of so many shingles in a row one fingerprint is kept (Schleimer, Wilkerson and Aiken 2003,
#: "Winnowing"): no run of 8 + 4 - 1 equal words is missed.
_WINDOW = 4

#: So many reports that share a fingerprint are compared all with all, more only in a chain.
_ALL_WITH_ALL = 40

#: Words of a report that are compared; longer ones are compared up to here.
_LONGEST = 50_000

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

#: Direct speech, which ends with its paragraph where it is not closed; and a post as pages
#: print it, with its writer's handle after it.
_QUOTED = re.compile(
    r"^[^\n]{1,600}?[–—-] ?[^\n(]{1,60}\(@\w{1,30}\)|[\"“][^\"“”\n]+", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in lower case, where each stands, and whether the writer chose it.

    Names, numbers and quoted speech are given to a writer; only the other words are `own`.
    """

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    own: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """`length` equal words, from word `a` of one report and from word `b` of another."""

    a: int
    b: int
    length: int


def words_of(text: str) -> Words:
    """The words of `text`."""
    speech = [match.span() for match in _QUOTED.finditer(text)]
    words, places, own = [], [], []
    current = 0
    for match in _WORD.finditer(text):
        while current < len(speech) and speech[current][1] <= match.start():
            current += 1
        words.append(match.group().lower().replace("’", "'"))
        places.append(match.span())
        quoted = current < len(speech) and speech[current][0] <= match.start()
        own.append(not quoted and text[match.start()].islower())
        if len(words) == _LONGEST:
            break
    return Words(tuple(words), tuple(places), tuple(own))


def candidates(texts: Sequence[Words]) -> list[tuple[int, int]]:
    """Pairs (a, b) with a < b of texts that share a run of words, in order."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for fingerprint in _fingerprints(text.words):
            holders[fingerprint].append(number)
    pairs: set[tuple[int, int]] = set()
    for held in holders.values():
        if len(held) <= _ALL_WITH_ALL:
            pairs.update((a, b) for place, a in enumerate(held) for b in held[place + 1 :])
        else:
            pairs.update(pairwise(held))
    return sorted(pairs)


def shared(a: Words, b: Words) -> Iterator[Passage]:
    """The runs of equal words, each as long as it goes, in the order of `b`; none overlap there."""
    first: dict[tuple[str, ...], int] = {}
    for place in range(len(a.words) - _SHINGLE + 1):
        first.setdefault(a.words[place : place + _SHINGLE], place)
    at = 0
    while at + _SHINGLE <= len(b.words):
        if (start := first.get(b.words[at : at + _SHINGLE])) is None:
            at += 1
            continue
        rest = zip(a.words[start + _SHINGLE :], b.words[at + _SHINGLE :], strict=False)
        length = _SHINGLE + sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], rest))
        yield Passage(start, at, length)
        at += length


def _fingerprints(words: Sequence[str]) -> set[int]:
    """Winnowed hashes of the shingles; CRC-32, because it is the same on every machine."""
    if not words:
        return set()
    hashes = [
        zlib.crc32(" ".join(words[start : start + _SHINGLE]).encode("utf-8", "surrogatepass"))
        for start in range(max(1, len(words) - _SHINGLE + 1))
    ]
    return {min(hashes[at : at + _WINDOW]) for at in range(max(1, len(hashes) - _WINDOW + 1))}
