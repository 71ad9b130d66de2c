"""How common a word is in English at large, whatever the reports at hand are about."""

import math
from functools import cache
from importlib.resources import files

#: In data/minilm/vocab.txt whole words begin at this line ("the") and stand by frequency.
_FIRST_WORD = 1996

#: Words in a usual report, and Zipf's constant for English: the word of rank r is one in
#: 10 r words (Zipf 1949, "Human behavior and the principle of least effort").
_USUAL_LENGTH, _ZIPF = 400, 0.1

#: The rank given to words that are not among the most common 23 thousand.
_RARE = 100_000


@cache
def _ranks() -> dict[str, int]:
    lines = files("rashomon.data").joinpath("minilm/vocab.txt").read_text("utf-8").split("\n")
    words = (word for word in lines[_FIRST_WORD:] if not word.startswith("##"))
    ranks: dict[str, int] = {}
    for rank, word in enumerate(words, 1):
        ranks.setdefault(singular(word), rank)
    return ranks


def singular(word: str) -> str:
    """`word` without a plural's end, rough but the same for all: "ferries" is "ferrie"."""
    plural = len(word) > 4 and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word


def share_of_reports(word: str) -> float:
    """The share of reports, 0 to 1, that a `word` (lower case, singular) is expected in."""
    return 1 - math.exp(-_USUAL_LENGTH * _ZIPF / _ranks().get(word, _RARE))


def is_common(word: str) -> bool:
    """Whether a `word` (lower case) is among the most common 23 thousand."""
    return singular(word) in _ranks()
