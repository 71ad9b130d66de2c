"""Sayings: who says what in a text, by its cue words."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rashomon.tell.checking.cues import is_cue
from rashomon.tell.checking.deeds import group_start, is_verb
from rashomon.tell.checking.reading import Reading, read
from rashomon.tell.checking.rules import Roles, concept, is_light, listed, stem, stems
from rashomon.words.names import canonical_body, fold, title_words
from rashomon.words.tables import table

#: A speaker with all that describes him is no longer.
_LONGEST = 16
#: A subject before a description is no longer.
_SHORT = 7
_STOP = re.compile(r"[,;:“”\"]")


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue with the words (by place) of its speaker and of what was said."""

    cue: int
    speaker: tuple[int, ...]
    told: tuple[int, ...]
    content: frozenset[str]
    pronoun: bool


@lru_cache(maxsize=4096)
def sayings(text: str) -> tuple[Saying, ...]:
    """Who says what in a text, cue by cue."""
    reading = read(text)
    found = [each for i in range(len(reading.words)) if (each := _saying(reading, i))]
    held = Counter(j for each in found for j in {*each.told, each.cue})
    return tuple(_with_quotation(reading, each, held) for each in found)


def _with_quotation(reading: Reading, saying: Saying, held: Counter[int]) -> Saying:
    """A saying with the sentences before and behind it that go on with its quotation.

    `held` counts the sayings that hold each word.
    """
    words, told = reading.words, list(saying.told)
    if not any(words[j].quoted for j in told):
        return saying
    own = {*saying.told, saying.cue}
    for step, at in ((-1, told[0]), (1, max(told[-1], saying.cue, *saying.speaker))):
        j = at + step
        while 0 <= j < len(words) and words[j].quoted and held[j] <= (j in own):
            told.append(j)
            j += step
    content = frozenset(w for j in told if (w := words[j].weight))
    return replace(saying, told=tuple(sorted(told)), content=content)


def _saying(reading: Reading, i: int) -> Saying | None:
    if not is_cue(reading, i):
        return None
    first, last = _part(reading, i)
    if reading.lows[i] == "according":
        return _made(reading, i, _run(reading, i + 2, last), range(first, last + 1))
    start = max(first, group_start(reading, i))  # "also admits", "has said"
    if start > first and _is_inverted(reading, first, start, i, last):  # "..., said X"
        return _made(reading, i, _run(reading, i + 1, last), range(first, start))
    speaker = _subject(reading, first, start) or _elided(reading, start)
    if not speaker:
        return None
    if len(speaker) == 1 and reading.lows[speaker[0]] in listed("saying", "relatives"):
        speaker = _antecedent(reading, speaker[0]) or speaker
    # "..., X said, ..." tells on both sides; "A fell and X said ..." behind the cue alone.
    stopped = _STOP.search(reading.gap(speaker[0] - 1)) is not None
    apart = speaker[0] > first and stopped and _tells(reading, first, speaker[0])
    return _made(reading, i, speaker, range(first if apart else i, last + 1))


def _is_inverted(reading: Reading, first: int, start: int, i: int, last: int) -> bool:
    """Whether the speaker follows the cue: no clause begins there."""
    if not _STOP.search(reading.gap(start - 1)) or _is_aside(reading, first, start):
        return False
    if stem(reading.lows[i]) not in stems("saying", "inverting"):
        return False
    for j in range(i + 1, last + 1):
        if reading.lows[j] in listed("grammar", "finite") or (
            j == i + 1 and reading.lows[j] in listed("saying", "subjects")
        ):
            return False
        if _STOP.search(reading.gap(j)):
            break
    return i < last


def _elided(reading: Reading, start: int) -> tuple[int, ...]:
    """The subject of the sentence where a cue goes on with it: "the court agreed but said"."""
    if not start or reading.lows[start - 1] not in ("but", "and"):
        return ()
    own = reading.words[start].sentence
    first = next(i for i, word in enumerate(reading.words) if word.sentence == own)
    verb = next((i for i in range(first, start) if is_verb(reading, i)), first)
    return tuple(range(first, verb)) if verb - first <= _LONGEST else ()


def _tells(reading: Reading, first: int, last: int) -> bool:
    """Whether a clause stands between two words: "speaking at the trial" is none."""
    return any(
        reading.lows[i] in listed("grammar", "finite")
        or reading.words[i].quoted
        or (is_verb(reading, i) and not reading.lows[i].endswith("ing"))
        for i in range(first, last)
    )


def _antecedent(reading: Reading, i: int) -> tuple[int, ...]:
    """The name right before a "who" or "which", if there is one."""
    found: list[int] = []
    for j in range(i - 1, max(-1, i - _SHORT), -1):
        stopped = found and (
            _STOP.search(reading.gap(j)) or reading.lows[j] in listed("grammar", "prepositions")
        )
        if stopped or not reading.words[j].text[0].isupper():
            break
        found.append(j)
    return tuple(reversed(found))


def _part(reading: Reading, i: int) -> tuple[int, int]:
    """First and last word of the part of its sentence that a word stands in."""
    words, first, last = reading.words, i, i
    while first and words[first - 1].sentence == words[i].sentence and not _parts(reading, first):
        first -= 1
    while (
        last + 1 < len(words)
        and words[last + 1].sentence == words[i].sentence
        and not _parts(reading, last + 1)
    ):
        last += 1
    return first, last


def _parts(reading: Reading, i: int) -> bool:
    """Whether a new part of a sentence begins with a word."""
    return ";" in reading.gap(i - 1) or reading.lows[i] in ("while", "whereas", "but")


def _begins_clause(reading: Reading, i: int) -> bool:
    """Whether a clause follows a cue: "said it had opened"."""
    following = [
        w.low for w in reading.words[i + 1 : i + 8] if w.sentence == reading.words[i].sentence
    ]
    return any(low in listed("grammar", "finite") for low in following)


def _is_aside(reading: Reading, first: int, i: int) -> bool:
    """Whether a comma before the cue closes a description: "Dillon, a spokesman, said"."""
    commas = [j for j in range(first, i) if _STOP.search(reading.gap(j))]
    if len(commas) < 2 or i - commas[-2] > _LONGEST:
        return False
    if any(mark in reading.gap(commas[-1]) for mark in '“”"'):
        return False
    if commas[-2] - first < _SHORT and _begins_clause(reading, i):
        return True
    described = reading.words[commas[-2] + 1 : commas[-1] + 1]
    named = all(word.text[0].isupper() or word.text.isdigit() for word in described)
    return named or _describes(described[0].low)


@cache
def _posts() -> frozenset[str]:
    roles = table("roles", Roles)
    return frozenset((*roles.posts, *roles.speaks_for))


def _describes(low: str) -> bool:
    """Whether a description may begin with a word: an article, a post."""
    return low in listed("saying", "describing") or low in _posts() or low in title_words()


def _run(reading: Reading, first: int, last: int) -> tuple[int, ...]:
    """Words from `first` on, up to the end of the phrase; a description after a comma is kept."""
    found: list[int] = []
    for j in range(first, min(last, first + _LONGEST) + 1):
        found.append(j)
        mark = _STOP.search(reading.gap(j))
        named = j < last and reading.words[j + 1].text[0].isupper()
        if mark and not (
            mark[0] == "," and j < last and (named or _describes(reading.lows[j + 1]))
        ):
            break
    return tuple(found)


def _subject(reading: Reading, first: int, cue: int) -> tuple[int, ...]:
    """The words before a cue, back to where its clause begins."""
    found: list[int] = []
    aside = _is_aside(reading, first, cue)
    commas = 0
    for j in range(cue - 1, max(first, cue - _LONGEST) - 1, -1):
        gap = reading.gap(j)
        if _STOP.search(gap):
            commas += 1
            if not aside or commas > 2 or "”" in gap or '"' in gap:
                break
        whose = reading.lows[j] in listed("saying", "relatives") and "," not in reading.gap(j - 1)
        if found and (whose or is_cue(reading, j)):
            break
        links = reading.lows[j] in listed("saying", "links")
        if links and not found:
            break
        if (
            links
            and j > first
            and not (reading.lows[j] == "and" and reading.words[found[-1]].text[0].isupper())
        ):
            break
        found.append(j)
    return tuple(reversed(found))


def _made(reading: Reading, cue: int, speaker: Sequence[int], part: Sequence[int]) -> Saying | None:
    if not speaker:
        return None
    content = [j for j in part if j != cue and j not in speaker]
    said = frozenset(w for j in content if (w := reading.words[j].weight))
    lows = [reading.lows[j] for j in speaker]
    own = [low for low in lows if not is_light(low)]
    spoken = listed("saying", "pronouns")
    pronoun = lows[-1] in spoken or (not own and any(low in spoken for low in lows))
    return Saying(cue, tuple(speaker), tuple(content), said, pronoun)


def weights(reading: Reading, saying: Saying) -> frozenset[str]:
    """The concepts by which a speaker is named and described."""
    own = frozenset(w for j in saying.speaker if (w := reading.words[j].weight))
    names = {reading.words[j].text for j in saying.speaker if reading.words[j].text[0].isupper()}
    names.add(" ".join(reading.words[j].text for j in saying.speaker))
    usual = {word for name in names for word in fold(canonical_body(name)).split()}
    return own | frozenset(concept(word) for word in usual - own if not is_light(word))


def surroundings(reading: Reading, first: int, last: int) -> dict[str, float]:
    """The concepts around some words, and who is said to say them, which counts as near."""
    return _surroundings(reading.text, first, last)


@lru_cache(maxsize=16384)
def _surroundings(text: str, first: int, last: int) -> dict[str, float]:
    reading = read(text)
    found = reading.around(first, last)
    for saying in sayings(text):
        if first in saying.told:
            named = weights(reading, saying)
            found |= {f"»{weight}": 1 / len(named) for weight in named}
    return found


def told_by(reading: Reading, saying: Saying) -> str:
    """The words for a reason: who says this in a cited passage."""
    start, end = reading.words[saying.speaker[0]].start, reading.words[saying.speaker[-1]].end
    return f"in the cited passage {reading.text[start:end]} says this"
