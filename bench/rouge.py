"""ROUGE (Lin 2004): what a summary shares with a reference, in words, pairs and subsequences.

Counted as the package rouge_score does with its stemmer (words in lower case, letters and digits
only, Porter stems of those above three letters). The package itself is published without a wheel.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

from nltk.stem import PorterStemmer  # type: ignore[import-untyped]  # ships no types

_WORD = re.compile(r"[a-z0-9]+")
_STEMMER = PorterStemmer()
#: Shorter words are left as they are.
_LONG = 4


@cache
def stem(word: str) -> str:
    """Porter's stem of a word, with the exceptions that NLTK adds."""
    stemmed: str = _STEMMER.stem(word)
    return stemmed


@cache
def stop_words() -> frozenset[str]:
    """The stop words of ROUGE 1.5.5: those of the SMART system, and some of news."""
    file = Path(__file__).with_name("stop_words.txt")
    return frozenset(file.read_text(encoding="utf-8").split())


def words(text: str) -> list[str]:
    """The words that are compared."""
    found = _WORD.findall(text.lower())
    return [stem(word) if len(word) >= _LONG else word for word in found]


def shared(reference: str, summary: str, length: int) -> float:
    """F1 of the n-grams of a length: ROUGE-1, ROUGE-2."""
    asked, given = (_grams(words(text), length) for text in (reference, summary))
    return f1((asked & given).total(), given.total(), asked.total())


def subsequence(reference: str, summary: str) -> float:
    """F1 of the longest common subsequence of words: ROUGE-L."""
    asked, given = words(reference), words(summary)
    return f1(_longest(asked, given), len(given), len(asked))


def f1(right: float, given: float, asked: float) -> float:
    """The harmonic mean of precision and recall; 0 where nothing is right."""
    return 2 * right / (given + asked) if right else 0.0


def _grams(found: list[str], length: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(found[start:] for start in range(length)), strict=False))


def _longest(some: list[str], others: list[str]) -> int:
    row = [0] * (len(others) + 1)
    for one in some:
        corner = 0
        for at, other in enumerate(others, start=1):
            above = row[at]
            row[at] = corner + 1 if one == other else max(above, row[at - 1])
            corner = above
    return row[-1]
