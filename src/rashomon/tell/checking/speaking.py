"""Speaking: who a sentence says said it, held to who said it in its citations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.reading import Reading, read
from rashomon.tell.checking.rules import rules, stem
from rashomon.words.names import is_abbreviation_of

#: A speaker with all that describes him is no longer.
_LONGEST = 16
#: Behind a cue at most so many words of weight name where and when: "said in a statement on Monday".
_TAIL = 3
#: Words with which a description begins: "Dillon, a spokesman for the coalition, said".
_DESCRIBING = frozenset(
    ("a", "an", "the", "who", "whose", "his", "her", "its", "their", "head", "chief", "director")
    + ("spokesman", "spokeswoman", "spokesperson", "president", "minister", "mayor", "deputy")
)
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
    return tuple(each for i in range(len(reading.words)) if (each := _saying(reading, i)))


@cache
def _cues() -> frozenset[str]:
    return frozenset(stem(cue) for cue in rules().saying.cues)


@cache
def _loose() -> frozenset[str]:
    return frozenset(stem(cue) for cue in rules().saying.loose)


def _saying(reading: Reading, i: int) -> Saying | None:
    words = reading.words
    word = words[i]
    if stem(word.low) not in _cues() or word.quoted:
        return None
    first, last = _part(reading, i)
    if word.low == "according":
        speaker = _run(reading, i + 2, last, 1)
        rest = [j for j in range(first, last + 1) if j not in speaker and j != i]
        return _made(reading, i, speaker, rest)
    if i and words[i - 1].low in ("to", "the", "a", "an", "its", "his", "her", "their", "not"):
        return None
    before, after = _gap(reading, i - 1), _gap(reading, i)
    weighty = [j for j in range(i + 1, last + 1) if words[j].weight]
    if _STOP.search(before) and i > first and (i + 1 <= last) and not _is_aside(reading, first, i):
        speaker = _run(reading, i + 1, last, 1)  # "..., said X"
        return _made(reading, i, speaker, [j for j in range(first, i)])
    speaker = _subject(reading, first, i)
    tail = len(weighty) <= _TAIL and speaker and speaker[0] > first
    follows = "that" in reading.lows[i + 1 : i + 5] or len(weighty) > _TAIL or _STOP.search(after)
    if stem(word.low) in _loose() and not {"that", "at"} & set(reading.lows[i + 1 : i + 6]):
        return None
    content = range(first, speaker[0]) if tail and not (follows and not speaker[0] > first + 2) else range(i + 1, last + 1)
    return _made(reading, i, speaker, list(content))


def _part(reading: Reading, i: int) -> tuple[int, int]:
    """First and last word of the part of its sentence that a word stands in."""
    words, first, last = reading.words, i, i
    while first and words[first - 1].sentence == words[i].sentence and not _parts(reading, first):
        first -= 1
    while last + 1 < len(words) and words[last + 1].sentence == words[i].sentence and not _parts(reading, last + 1):
        last += 1
    return first, last


def _parts(reading: Reading, i: int) -> bool:
    """Whether a new part of a sentence begins with a word."""
    return ";" in _gap(reading, i - 1) or reading.lows[i] in ("while", "whereas", "but")


def _gap(reading: Reading, i: int) -> str:
    """The text between a word and the next."""
    if not 0 <= i < len(reading.words) - 1:
        return ""
    return reading.text[reading.words[i].end : reading.words[i + 1].start]


def _is_aside(reading: Reading, first: int, i: int) -> bool:
    """Whether a comma before the cue closes a description: "Dillon, a spokesman, said"."""
    commas = [j for j in range(first, i) if _STOP.search(_gap(reading, j))]
    if len(commas) < 2 or i - commas[-2] > _LONGEST:
        return False
    if any(mark in _gap(reading, commas[-1]) for mark in "“”\""):
        return False
    described = reading.words[commas[-2] + 1 : commas[-1] + 1]
    named = all(word.text[0].isupper() for word in described)
    return named or described[0].low in _DESCRIBING


def _run(reading: Reading, first: int, last: int, step: int) -> tuple[int, ...]:
    """Words from `first` on, up to the end of the phrase; a description after a comma is kept."""
    found: list[int] = []
    for j in range(first, min(last, first + _LONGEST) + 1):
        found.append(j)
        gap = _gap(reading, j)
        described = j < last and reading.lows[j + 1] in _DESCRIBING
        if _STOP.search(gap) and not ("," in gap and described):
            break
    return tuple(found)


def _subject(reading: Reading, first: int, cue: int) -> tuple[int, ...]:
    """The words before a cue, back to where its clause begins."""
    found: list[int] = []
    aside = _is_aside(reading, first, cue)
    commas = 0
    for j in range(cue - 1, max(first, cue - _LONGEST) - 1, -1):
        gap = _gap(reading, j)
        if _STOP.search(gap) and j < cue - 1 or (j == cue - 1 and _STOP.search(gap)):
            commas += 1
            if not aside or commas > 2 or "”" in gap or '"' in gap:
                break
        if reading.lows[j] in ("and", "but", "while", "although", "that") and found and j > first:
            nxt = found[-1]
            if reading.lows[j] != "and" or not reading.words[nxt].text[0].isupper():
                break
        found.append(j)
    return tuple(reversed(found))


def _made(reading: Reading, cue: int, speaker: Sequence[int], content: Sequence[int]) -> Saying | None:
    if not speaker:
        return None
    said = frozenset(w for j in content if (w := reading.words[j].weight) and j != cue)
    lows = [reading.lows[j] for j in speaker]
    own = [low for low in lows if low not in rules().light.words]
    pronoun = not own and any(low in rules().saying.pronouns for low in lows)
    return Saying(cue, tuple(speaker), tuple(content), said, pronoun)


def speaker_faults(
    said: Reading, cited: Sequence[Reading], labels: Sequence[str]
) -> Iterator[Fault]:
    """Speakers to whom the cited passages give other words than the sentence does."""
    theirs = [(reading, each) for reading in cited for each in sayings(reading.text)]
    named = [(label, frozenset(read(label).lows)) for label in labels if label]
    for saying in sayings(said.text):
        if saying.pronoun or not saying.content:
            continue
        words = _weights(said, saying)
        own = {said.lows[j] for j in saying.speaker}
        forms = [label for label, lows in named if lows & own]
        if not words or (forms and _may_speak(saying, forms, theirs, cited)):
            continue
        reason = _wrong(said, words, saying, theirs, cited)
        if reason is not None:
            start, end = said.words[saying.speaker[0]].start, said.words[saying.speaker[-1]].end
            yield Fault(
                start=start, end=end, kind="attribution", words=said.text[start:end], reason=reason
            )


def _may_speak(
    saying: Saying,
    forms: Sequence[str],
    theirs: Sequence[tuple[Reading, Saying]],
    cited: Sequence[Reading],
) -> bool:
    """Whether one whom the account knows by name may say this: the passages name nobody else.

    An outlet may tell what no passage gives to anybody; a speaker is cited where he is named.
    """
    lows = {low for reading in cited for low in reading.lows}
    texts = [word.text for reading in cited for word in reading.words]
    for form in forms:
        if set(read(form).lows) & lows or any(is_abbreviation_of(text, form) for text in texts):
            return True
    other = any(_overlap(saying.content, each.content) for _, each in theirs if not each.pronoun)
    return not other and not any(_is_speaker(reading) for reading in cited)


def _is_speaker(reading: Reading) -> bool:
    """Whether a passage is a name alone, with its post: whom an account cites for a speaker."""
    return reading.is_fragment and not any(low[0].isdigit() for low in reading.lows) and any(
        word.text[0].isupper() for word in reading.words
    )


def _weights(reading: Reading, saying: Saying) -> frozenset[str]:
    return frozenset(w for j in saying.speaker if (w := reading.words[j].weight))


def _wrong(
    said: Reading,
    words: frozenset[str],
    saying: Saying,
    theirs: Sequence[tuple[Reading, Saying]],
    cited: Sequence[Reading],
) -> str | None:
    every = frozenset().union(*(reading.concepts for reading in cited))
    if not words & every:
        return None if _abbreviated(words, every) else "no cited passage names this speaker"
    ranked = sorted(theirs, key=lambda each: -_overlap(saying.content, each[1].content))
    best = _overlap(saying.content, ranked[0][1].content) if ranked else 0
    if not best:
        return None
    fitting = [each for each in ranked if _overlap(saying.content, each[1].content) >= 0.75 * best]
    others = [each for each in ranked if each not in fitting]
    if any(each.pronoun for _, each in fitting):
        return None
    if _other_post(said, saying, fitting, every):
        return _told_by(fitting[0])
    own = max(len(words & _weights(*each)) for each in fitting)
    away = max((len(words & _weights(*each)) for each in others), default=0)
    if own == 0 or away > own:
        return _told_by(fitting[0])
    return None


def _told_by(cited: tuple[Reading, Saying]) -> str:
    reading, told = cited
    start, end = reading.words[told.speaker[0]].start, reading.words[told.speaker[-1]].end
    return f"in the cited passage {reading.text[start:end]} says this"


def surroundings(reading: Reading, first: int, last: int) -> dict[str, float]:
    """The concepts around some words, and who is said to say them, which counts as near."""
    found = reading.around(first, last)
    for saying in sayings(reading.text):
        if first in saying.told:
            found |= {f"»{weight}": 1.0 for weight in _weights(reading, saying)}
    return found


def _other_post(
    said: Reading, saying: Saying, fitting: Sequence[tuple[Reading, Saying]], every: frozenset[str]
) -> bool:
    """Whether a word before a post or body is another than the cited one: "fire chief"."""
    for one, other in pairwise(saying.speaker):
        mark, post = said.words[one].weight, said.words[other].weight
        if mark is None or post is None or mark in every or said.words[one].text[0].isupper():
            continue
        for reading, told in fitting:
            near = [(reading.words[a].weight, reading.words[b].weight) for a, b in pairwise(told.speaker)]
            if any(b == post and a is not None for a, b in near):
                return True
    return False


def _overlap(one: frozenset[str], other: frozenset[str]) -> int:
    """How much two contents share; a number counts for three."""
    return sum(3 if weight[0].isdigit() else 1 for weight in one & other)


def _abbreviated(words: frozenset[str], every: frozenset[str]) -> bool:
    """Whether names are given by their initials; the reading of names judges these."""
    return any(len(word) <= 5 for word in words)
