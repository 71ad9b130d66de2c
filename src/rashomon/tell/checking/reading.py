"""Reading: a text as words with their weight, their clause, and what is quoted of them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rashomon.tell.checking.rules import concept, is_light, rules
from rashomon.words.names import fold
from rashomon.words.sentences import sentence_ends

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[\w.]*\w)?(?:['’-]\w+)*|\d[\d.,]*\d|\d|%|[“”\"]|[^\w\s]"
)
_WORD = re.compile(r"\w|%")
#: Marks and joining words set what stands behind them so many steps farther off.
_MARKS = {",": 1, ";": 4, ":": 2, "(": 1, ")": 1, "–": 2, "—": 2}
_JOINED = 2
_OWNING = ("'s", "’s", "s'", "s’")
#: Words farther off than this do not surround a word.
_REACH = 30
#: A passage of no more words of weight that ends no sentence is a name or a figure alone.
_FRAGMENT = 7


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands; `clause` counts the sentences, `at` the steps from the first word.

    `weight` is its concept, or None for what carries none.
    """

    start: int
    end: int
    text: str
    low: str
    weight: str | None
    sentence: int
    at: int
    quoted: bool


@dataclass(frozen=True)
class Reading:
    """A text as the checker reads it."""

    text: str
    words: tuple[Word, ...]

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """The words, folded."""
        return tuple(word.low for word in self.words)

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The concepts of all words of weight."""
        return frozenset(word.weight for word in self.words if word.weight)

    @cached_property
    def marks(self) -> bool:
        """Whether quotation marks stand in it."""
        return any(mark in self.text for mark in '“”"')

    @cached_property
    def is_fragment(self) -> bool:
        """Whether it is no sentence: a figure, a name with its post, a time."""
        heavy = sum(word.weight is not None for word in self.words)
        return heavy <= _FRAGMENT and not self.text.rstrip('"”’ ').endswith((".", "!", "?"))

    def at(self, start: int) -> int:
        """The place among the words of the first that ends behind `start`."""
        return bisect_right(self._ends, start)

    @cached_property
    def _ends(self) -> list[int]:
        return [word.end for word in self.words]

    def gap(self, i: int) -> str:
        """The text between a word and the next."""
        if not 0 <= i < len(self.words) - 1:
            return ""
        return self.text[self.words[i].end : self.words[i + 1].start]

    def is_owner(self, word: Word) -> bool:
        """Whether a word says whose something is: "the mayor's", "the pilots' union"."""
        return word.text.endswith(_OWNING) or self.text[word.end : word.end + 1] in ("'", "’")

    def around(self, first: int, last: int) -> dict[str, float]:
        """The concepts around the words `first` to `last`, the nearer the heavier.

        A sentence keeps to itself; marks and joining words set apart.
        """
        own = self.words[first : last + 1]
        since = max(0, first - _REACH)
        found: dict[str, float] = {}
        for i, word in enumerate(self.words[since : last + 1 + _REACH], start=since):
            if word.weight is None or word.sentence != own[0].sentence or first <= i <= last:
                continue
            gap = own[0].at - word.at if i < first else word.at - own[-1].at
            near = 1 / max(gap, 1)
            found[word.weight] = max(found.get(word.weight, 0.0), near)
        return found


def likeness(one: dict[str, float], other: dict[str, float]) -> float:
    """How much two surroundings share, from 0."""
    return sum(min(near, other[concept]) for concept, near in one.items() if concept in other)


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """The reading of a text."""
    return Reading(text=text, words=tuple(_words(text)))


def _words(text: str) -> Iterator[Word]:
    ends = [*sentence_ends(text), len(text) + 1]
    sentence, at, inside = 0, 0, _begins_quoted(text)
    joining = frozenset(rules().light.joining)
    for match in _TOKEN.finditer(text):
        while match.start() >= ends[sentence]:
            sentence += 1
        token = match[0]
        if token in '“”"':
            inside = token == "“" or (token == '"' and not inside)
        elif token in _MARKS:
            at += _MARKS[token]
        elif _WORD.match(token):
            low = _low(token)
            if low in joining:
                at += _JOINED
            weight = None if is_light(low) or not low else concept(low)
            at += weight is not None
            yield Word(match.start(), match.end(), token, low, weight, sentence, at, inside)


def _low(token: str) -> str:
    """A word folded; a percent sign is the word."""
    if token in ("%", "cent"):
        return "percent"
    low = fold(token).replace(" ", "-")
    return _DIGITS.get(low, low)


#: Small numbers weigh the same in words and in digits.
_SMALL = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_DIGITS = {word: str(number) for number, word in enumerate(_SMALL.split(" "), start=2)}


def _begins_quoted(text: str) -> bool:
    """Whether a text begins inside a quotation that an earlier mark opened."""
    opening, closing = text.find("“"), text.find("”")
    return closing >= 0 and (opening < 0 or closing < opening)
