"""Sayings: who says what in a text, by its cue words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rashomon.tell.checking.deeds import group_start, is_verb
from rashomon.tell.checking.reading import Reading, read
from rashomon.tell.checking.rules import Roles, concept, is_light, rules, stem
from rashomon.words.names import canonical_body, fold, title_words
from rashomon.words.tables import table

#: A speaker with all that describes him is no longer.
_LONGEST = 16
#: Words with which a description begins: "Dillon, a spokesman for the coalition, said".
_DESCRIBING = frozenset(("a", "an", "the", "who", "whose", "his", "her", "its", "their", "head"))
#: Behind one of these a cue is a noun or an infinitive.
_BEFORE_NOUNS = frozenset(
    ("to", "the", "a", "an", "its", "his", "her", "their", "not", "of", "this")
)
#: A subject before a description is no longer.
_SHORT = 7
_PASSIVE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_LINKS = frozenset(("and", "but", "while", "although", "though", "that"))
#: A clause, and no speaker, holds one of these.
_CLAUSE = frozenset(
    [
        "was",
        "were",
        "is",
        "are",
        "had",
        "has",
        "have",
        "would",
        "will",
        "could",
        "may",
        "might",
        "did",
        "does",
        "do",
        "that",
        "be",
        "been",
    ]
)
_RELATIVES, _BY = ("who", "which"), ("by", "of", "to", "in")
_PRONOUNS = frozenset(("it", "he", "she", "they", "that", "there", "on", "in", "at", "last"))
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
    return tuple(_with_quotation(reading, each, found) for each in found)


def _with_quotation(reading: Reading, saying: Saying, every: Sequence[Saying]) -> Saying:
    """A saying with the sentences before and behind it that go on with its quotation."""
    words, told = reading.words, list(saying.told)
    if not any(words[j].quoted for j in told):
        return saying
    others = {j for each in every if each is not saying for j in (*each.told, each.cue)}
    for step, at in ((-1, told[0]), (1, max(told[-1], saying.cue, *saying.speaker))):
        j = at + step
        while 0 <= j < len(words) and words[j].quoted and j not in others:
            told.append(j)
            j += step
    content = frozenset(w for j in told if (w := words[j].weight))
    return replace(saying, told=tuple(sorted(told)), content=content)


@cache
def cues() -> frozenset[str]:
    """The stems of the words by which somebody is said to say something."""
    return frozenset(stem(cue) for cue in rules().saying.cues)


@cache
def _contesting() -> frozenset[str]:
    return frozenset(stem(verb) for verb in rules().denial.contesting)


@cache
def cues_printed() -> frozenset[str]:
    """The same words as the table prints them."""
    return frozenset(rules().saying.cues)


@cache
def _loose() -> frozenset[str]:
    return frozenset(stem(cue) for cue in rules().saying.loose)


def _saying(reading: Reading, i: int) -> Saying | None:
    if not _is_cue(reading, i):
        return None
    first, last = _part(reading, i)
    if reading.lows[i] == "according":
        return _made(reading, i, _run(reading, i + 2, last), range(first, last + 1))
    start = max(first, group_start(reading, i))  # "also admits", "has said"
    if start > first and _is_inverted(reading, first, start, i, last):  # "..., said X"
        return _made(reading, i, _run(reading, i + 1, last), range(first, start))
    speaker = _subject(reading, first, start)
    if not speaker:
        return None
    if len(speaker) == 1 and reading.lows[speaker[0]] in _RELATIVES:
        speaker = _antecedent(reading, speaker[0]) or speaker
    # "..., X said, ..." tells on both sides; "A fell and X said ..." behind the cue alone.
    apart = speaker[0] > first and _STOP.search(reading.gap(speaker[0] - 1))
    apart = apart and _tells(reading, first, speaker[0])
    return _made(reading, i, speaker, range(first if apart else i, last + 1))


@cache
def _inverting() -> frozenset[str]:
    return frozenset(stem(cue) for cue in rules().saying.inverting)


def _is_inverted(reading: Reading, first: int, start: int, i: int, last: int) -> bool:
    """Whether the speaker follows the cue: no clause begins there."""
    if not _STOP.search(reading.gap(start - 1)) or _is_aside(reading, first, start):
        return False
    if stem(reading.lows[i]) not in _inverting():
        return False
    for j in range(i + 1, last + 1):
        if reading.lows[j] in _CLAUSE or (j == i + 1 and reading.lows[j] in _PRONOUNS):
            return False
        if _STOP.search(reading.gap(j)):
            break
    return i < last


def _is_cue(reading: Reading, i: int) -> bool:
    """Whether somebody is said to say something by this word, and it is no noun and no name."""
    word, lows = reading.words[i], reading.lows
    if stem(word.low) not in cues() or word.quoted or word.low.endswith("ings"):
        return False
    if word.low in rules().denial.words:
        return False  # "not" is no "note"
    if word.low.endswith("ing") and word.low != "according" and not _is_participle(reading, i):
        return False  # "one warning"
    if i and lows[i - 1] in _PASSIVE and not word.low.endswith("ing"):
        return False
    if stem(word.low) in _finding() and not {*lows[max(0, i - 3) : i]} & set(rules().saying.finders):
        return False
    if lows[i - 1 : i] in (("i",), ("we",)):
        return False  # a quotation whose marks were cut off
    behind = reading.words[i + 1 : i + 3]
    if stem(word.low) in _contesting() and len(behind) == 2 and behind[0].text[0].isupper():
        if behind[1].low in rules().light.determiners:
            return False  # "denied Elvis his fourth"
    if word.low in cues_printed() and lows[i + 1 : i + 2] and lows[i + 1] in ("in", "on", "of", "over"):
        return False  # "a say in it", "a report on it"
    counted = i and lows[i - 1][:1].isdigit() and word.low.endswith("s")
    if i and (counted or lows[i - 1] in _BEFORE_NOUNS or word.text[0].isupper()):
        return False
    if stem(word.low) not in _loose():
        return True
    follows = [each for each in reading.words[i + 1 : i + 7] if each.sentence == word.sentence]
    return any(each.low == "that" or each.quoted or each.low[0].isdigit() for each in follows)


def _is_participle(reading: Reading, i: int) -> bool:
    """Whether a word in -ing goes on with what somebody does: "…, saying", "was warning"."""
    before = reading.lows[i - 1] if i else ""
    return "," in reading.gap(i - 1) or before in _PASSIVE or reading.lows[i] == "saying"


@cache
def _finding() -> frozenset[str]:
    return frozenset(stem(verb) for verb in rules().saying.finding)


def _tells(reading: Reading, first: int, last: int) -> bool:
    """Whether a clause stands between two words: "speaking at the trial" is none."""
    return any(
        reading.lows[i] in _CLAUSE
        or reading.words[i].quoted
        or (is_verb(reading, i) and not reading.lows[i].endswith("ing"))
        for i in range(first, last)
    )


def _antecedent(reading: Reading, i: int) -> tuple[int, ...]:
    """The name right before a "who" or "which", if there is one."""
    found = []
    for j in range(i - 1, max(-1, i - _SHORT), -1):
        stopped = found and (_STOP.search(reading.gap(j)) or reading.lows[j] in _BY)
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
    return any(low in _CLAUSE for low in following)


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
    return low in _DESCRIBING or low in _posts() or low in title_words()


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
        whose = reading.lows[j] in _RELATIVES and "," not in reading.gap(j - 1)
        if found and (whose or _is_cue(reading, j)):
            break
        links = reading.lows[j] in _LINKS and found and j > first
        if links and not (reading.lows[j] == "and" and reading.words[found[-1]].text[0].isupper()):
            break
        found.append(j)
    return tuple(reversed(found))


def _made(reading: Reading, cue: int, speaker: Sequence[int], part: Sequence[int]) -> Saying | None:
    if not speaker:
        return None
    content = [j for j in part if j != cue and j not in speaker]
    said = frozenset(w for j in content if (w := reading.words[j].weight))
    lows = [reading.lows[j] for j in speaker]
    own = [low for low in lows if low not in rules().light.words]
    spoken = rules().saying.pronouns
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
    found = reading.around(first, last)
    for saying in sayings(reading.text):
        if first in saying.told:
            named = weights(reading, saying)
            found |= {f"»{weight}": 1 / len(named) for weight in named}
    return found


def told_by(reading: Reading, saying: Saying) -> str:
    """The words for a reason: who says this in a cited passage."""
    start, end = reading.words[saying.speaker[0]].start, reading.words[saying.speaker[-1]].end
    return f"in the cited passage {reading.text[start:end]} says this"
