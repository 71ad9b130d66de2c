"""Sentences: where one ends in running text, by its signs and not by a parse."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.words.names import fold, titles
from rashomon.words.tables import table

#: A stop with the marks that close behind it, before a capital or a digit that opens the next
#: sentence; a blank line ends one too.
_STOP = re.compile(
    r"(?P<stop>[.!?…])[\"'”’)\]]*(?=\s+[“\"‘'(\[]*(?P<next>[A-Z0-9]\w*\.?))|(?=\n\s*\n)"
)

#: So many characters before a stop hold the word that it may abbreviate.
_WORD = 24


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The table `data/abbreviations.toml`."""

    before_names: tuple[str, ...]
    behind_names: tuple[str, ...]
    openers: tuple[str, ...]


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Abbreviations that end no sentence, those that may end one, words that open one."""
    words = table("abbreviations", Abbreviations)
    return frozenset(words.before_names), frozenset(words.behind_names), frozenset(words.openers)


def sentence_ends(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """The positions just behind the sentences that end in `text[start:end]`, in order.

    A stop behind an abbreviation that stands before a name ends none; one behind a title, an
    initial or another abbreviation does where the next word opens a sentence and no name. The
    end of the text itself is not given.
    """
    for match in _STOP.finditer(text, start, len(text) if end is None else end):
        if match["stop"] != "." or _ends(text, match.start(), match["next"]):
            yield match.end()


def _ends(text: str, stop: int, following: str) -> bool:
    """Whether the full stop at `stop`, before the word `following`, ends a sentence."""
    words = text[max(0, stop - _WORD) : stop].split()
    word = words[-1].strip("“\"‘'([") if words else ""
    never, perhaps, openers = _words()
    if word in never:
        return False
    initial = len(word) == 1 and word.isalpha()
    title = word[:1].isupper() and fold(word) in titles()
    if not (initial or title or "." in word or word in perhaps):
        return True
    return following.lower() in openers
