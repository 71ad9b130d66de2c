"""Anchors: the words that a pattern cannot do without, and the stretches of text around them.

A pattern that may begin at any word is tried at each of them, and most trials are in vain: few
sentences hold a month. Looked for around its anchors alone, it costs what they cost to look up.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

_WORD = re.compile(r"[^\W\d_]+|\d+")
#: Longer rows of digits are anchors of the same kind.
_MOST_DIGITS = 5

#: From character to character.
Stretch = tuple[int, int]


def digits(*lengths: int) -> frozenset[str]:
    """The anchors that stand for rows of so many digits, or of any number where none is named."""
    lengths = lengths or tuple(range(1, _MOST_DIGITS + 1))
    return frozenset("0" * min(length, _MOST_DIGITS) for length in lengths)


def by_word(anchors: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Patterns by anchor, from anchors by pattern; both in the order given."""
    turned: dict[str, tuple[str, ...]] = {}
    for name, words in anchors.items():
        for word in words:
            turned[word] = (*turned.get(word, ()), name)
    return turned


def stretches(
    text: str, patterns: Mapping[str, Collection[str]], reach: Mapping[str, int]
) -> dict[str, list[Stretch]]:
    """Where each pattern is to be looked for: around its anchors, as far as its `reach`.

    `patterns` has the names of the patterns of each anchor: a word in lower case, or `digits`.
    """
    found: dict[str, list[Stretch]] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        key = "0" * min(len(word), _MOST_DIGITS) if word[0].isdecimal() else word.lower()
        for name in patterns.get(key, ()):
            found.setdefault(name, []).append(match.span())
    return {name: around(spans, reach[name]) for name, spans in found.items()}


def around(spans: Iterable[Stretch], reach: int) -> list[Stretch]:
    """The stretches that reach so far to both sides of `spans`, which stand in reading order."""
    found: list[Stretch] = []
    for start, end in spans:
        if found and start - reach <= found[-1][1]:
            found[-1] = (found[-1][0], end + reach)
        else:
            found.append((max(start - reach, 0), end + reach))
    return found


def matches(
    pattern: re.Pattern[str], text: str, where: Iterable[Stretch]
) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` finds in `text`, looked for in those stretches alone.

    What begins in a stretch may end beyond it.
    """
    at = 0
    for start, end in where:
        at = max(at, start)
        while begun := pattern.search(text, at, end):
            at = begun.start() + 1
            # The end of a stretch is not the end of the text: what begins there is read on.
            if found := pattern.match(text, begun.start()):
                yield found
                at = max(at, found.end())
