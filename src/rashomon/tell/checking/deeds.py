"""Deeds: who does what to whom in a text, as far as the order of its words tells.

No grammar is parsed. A verb is what stands behind an auxiliary or has the form of one; before it
stands who does it and behind it whom it befalls, or the other way round in a passive.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.tell.checking.reading import Reading, Word, read
from rashomon.tell.checking.rules import listed, rules, stem

_STOP = re.compile(r"[;:()“”\"–—]")
#: What stands for somebody whom a pronoun leaves unknown, and for the doer himself.
UNKNOWN, SELF = "?", "self"
#: A phrase with all that describes it is no longer, nor is what stands between two commas.
_LONGEST = 14
#: A name between two commas is no longer: "the leader, Viktor Drago, was".
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb at a place, with the concepts of those who do it and of those whom it befalls.

    `said` is the verb's stem, or that of its converse: who loses to one is beaten by him.
    `phrases` are what stands behind its prepositions.
    """

    at: int
    said: str
    doers: frozenset[str]
    done_to: frozenset[str]
    passive: bool
    phrases: tuple[tuple[str, frozenset[str]], ...] = ()


@lru_cache(maxsize=4096)
def deeds(text: str) -> tuple[Deed, ...]:
    """The deeds of a text, from left to right."""
    reading = read(text)
    return tuple(_deeds(reading, [i for i in range(len(reading.words)) if is_verb(reading, i)]))


def is_verb(reading: Reading, i: int) -> bool:
    """Whether a word stands where a verb does and has the form of one."""
    word = reading.words[i]
    if word.weight is None or not word.text.islower():
        return False
    before = _skipped(reading, i - 1)
    left = reading.words[before] if before >= 0 else None
    if left is None or left.sentence != word.sentence:
        return False
    if left.low in listed("grammar", "auxiliaries"):
        return not word.low.endswith("ly")
    apart = "," in reading.gap(before)
    if left.low in listed("light", "determiners") or left.low in listed("grammar", "prepositions"):
        return False
    if left.low[0].isdigit() and not apart:
        return False
    if word.low.endswith("ing"):
        return apart and not word.low.endswith("thing")
    if word.low in _pasts() or word.low.endswith("ed"):
        return True
    named = left.text[0].isupper() or left.low in listed("saying", "pronouns")
    if not named and not left.low.endswith("s"):
        return False
    return word.low in _bases() or (named and word.low.endswith("s") and word.low[-2] != "s")


@cache
def _pasts() -> frozenset[str]:
    known = listed("grammar", "unchanging").union(rules().forms)
    return known - listed("grammar", "plurals")


@cache
def _bases() -> frozenset[str]:
    return frozenset(rules().forms.values()) - listed("grammar", "nouns")


def _skipped(reading: Reading, i: int) -> int:
    """The place of the first word at or before `i` that is no adverb."""
    while i > 0 and _is_adverb(reading.words[i]):
        i -= 1
    return i


def _is_adverb(word: Word) -> bool:
    manner = (
        word.low.endswith("ly")
        and word.low not in listed("grammar", "ly_nouns")
        and word.text.islower()
    )
    return manner or word.low in listed("grammar", "adverbs")


def _deeds(reading: Reading, verbs: Sequence[int]) -> Iterator[Deed]:
    stops = frozenset(verbs)
    last: frozenset[str] = frozenset()
    for i in verbs:
        start = group_start(reading, i)
        passive = _is_passive(reading, i, start)
        before = _subject(reading, start, stops, last)
        if reading.lows[i].endswith("ing") and not before and "," in reading.gap(start - 1):
            before = last  # "…, killing two"
        objects, phrases = _behind(reading, i, stops)
        last = before
        yield _deed(reading, i, passive, before, objects, phrases)


def _deed(
    reading: Reading,
    i: int,
    passive: bool,
    before: frozenset[str],
    objects: frozenset[str],
    phrases: dict[str, frozenset[str]],
) -> Deed:
    none: frozenset[str] = frozenset()
    said = stem(reading.lows[i])
    if passive:
        doers, done_to = phrases.get("by", none), before
    else:
        doers, done_to = before, objects
    other = _converses().get(said)
    if other is not None:
        said, preposition = other
        doers, done_to = phrases.get(preposition, none), doers | done_to
    return Deed(i, said, doers, done_to, passive, tuple(sorted(phrases.items(), key=_first)))


def _first(phrase: tuple[str, frozenset[str]]) -> str:
    return phrase[0]


@cache
def _converses() -> dict[str, tuple[str, str]]:
    """Verbs that say the same as another from the other side, and what goes before its doer."""
    return {stem(each.verb): (stem(each.of), each.doer) for each in rules().grammar.converses}


@cache
def turning() -> frozenset[str]:
    """The stems of verbs that have a converse."""
    return frozenset(stem(each.of) for each in rules().grammar.converses)


def group_start(reading: Reading, i: int) -> int:
    """The first word of the verb with its auxiliaries."""
    at = i
    while at > 0 and reading.words[at - 1].sentence == reading.words[i].sentence:
        word = reading.words[at - 1]
        if not (word.low in listed("grammar", "auxiliaries") or _is_adverb(word)):
            break
        at -= 1
    return at


def _is_passive(reading: Reading, i: int, start: int) -> bool:
    low = reading.lows[i]
    if low.endswith("ing"):
        return False
    helped = any(each in listed("grammar", "being") for each in reading.lows[start:i])
    behind = reading.lows[i + 1 : i + 3]
    by = len(behind) == 2 and behind[0] == "by" and not behind[1][0].isdigit()
    return helped or (start == i and by)


def _subject(
    reading: Reading, start: int, verbs: frozenset[int], last: frozenset[str]
) -> frozenset[str]:
    """The concepts before a verb, back to where its clause begins."""
    words, at, found = reading.words, start - 1, list[int]()
    if at < 0 or words[at].sentence != words[start].sentence:
        return frozenset()
    if words[at].low in ("and", "but", "or"):
        return last
    if words[at].low in listed("saying", "pronouns"):
        told = at and at - 1 in verbs  # "Blair said he trusted him": who speaks
        return last if told and last else frozenset((UNKNOWN,))
    relatives = listed("grammar", "relatives")
    if words[at].low in relatives:
        at -= 1
    else:
        at = _before_asides(reading, at, found)
    while at >= 0 and len(found) < _LONGEST and words[at].sentence == words[start].sentence:
        if at in verbs or words[at].low in listed("grammar", "clauses"):
            break
        found.append(at)
        if at and ("," in reading.gap(at - 1) or _STOP.search(reading.gap(at - 1))):
            break
        at -= 1
    return _heads(reading, found[::-1], before=True)


def _before_asides(reading: Reading, at: int, found: list[int]) -> int:
    """The word before what is set apart behind a subject; a name between commas joins `found`."""
    if at >= 0 and "," in reading.gap(at) and ")" not in reading.gap(at):
        opened = _before_aside(reading, at)
        relative = reading.lows[opened + 1] in listed("grammar", "relatives")
        if opened >= 0 and at - opened <= _SHORT and not relative:
            found += range(at, opened, -1)
        at = opened
    return _before_aside(reading, at) if at >= 0 and ")" in reading.gap(at) else at


def _before_aside(reading: Reading, at: int) -> int:
    """The word before an aside between two commas or in brackets, -1 where nothing opens one."""
    opening = "(" if ")" in reading.gap(at) else ","
    for j in range(at - 1, max(-1, at - _LONGEST), -1):
        if opening in reading.gap(j):
            return j if reading.words[j].sentence == reading.words[at].sentence else -1
    return -1


def _heads(reading: Reading, places: Sequence[int], *, before: bool = False) -> frozenset[str]:
    """The concepts of a phrase without what a preposition or a possessor adds to it.

    `before` a verb only the last of several phrases is its subject.
    """
    found: list[str] = []
    governed = False
    for n, i in enumerate(places):
        word = reading.words[i]
        if word.low in listed("grammar", "prepositions"):
            governed = True
        elif word.low in listed("light", "determiners") and n and places[n - 1] >= 0:
            governed = governed and reading.lows[places[n - 1]] in listed("grammar", "prepositions")
            if before and not governed and "," not in reading.gap(i - 1):
                found.clear()  # "told the paper the party would"
        elif word.low in listed("grammar", "reflexives") and not governed:
            found.append(SELF)
        elif word.low in listed("grammar", "objects") and not governed:
            found.append(UNKNOWN)
        elif word.weight and not governed and not reading.is_owner(word):
            found.append(word.weight)
    return frozenset(found)


def _behind(
    reading: Reading, i: int, verbs: frozenset[int]
) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """The concepts of the object of a verb, and of its phrases by their prepositions."""
    words, preposition = reading.words, ""
    found: dict[str, list[int]] = {}
    for j in range(i + 1, min(len(words), i + 1 + _LONGEST)):
        gap = reading.gap(j - 1)
        ended = (
            _STOP.search(gap)
            or ("," in gap and found)
            or words[j].low in listed("grammar", "clauses")
        )
        if ended or words[j].sentence != words[i].sentence or j in verbs:
            break
        if words[j].low in listed("grammar", "prepositions"):
            preposition = words[j].low
        else:
            found.setdefault(preposition, []).append(j)
    held = {each: _heads(reading, places) for each, places in found.items()}
    return held.pop("", frozenset()), held
