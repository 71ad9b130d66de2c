"""Salience: which words of the reports the brief must carry, and how much a sentence adds."""

import re
from collections import Counter
from collections.abc import Iterable

from rashomon.report import Report
from rashomon.words.frequency import share_of_reports, singular
from rashomon.words.names import fold

#: Words are compared by so many letters: enough to bring "derailed" and "derailment" together.
_LETTERS = 6
#: The head of a report (characters) holds what its writer holds for the news.
_HEAD = 700
#: What a word still adds that was told before.
_AGAIN = 0.1
_WORD = re.compile(r"[^\W_]{3,}|\d+")


class Salience:
    """The weight of each word: how many reports use it, beyond what any report would.

    After SumBasic (Nenkova and Vanderwende 2005): words that many documents share are what a
    summary of them tells, and a word once told adds little.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        texts = [report.text for report in reports]
        everywhere = Counter(word for text in texts for word in stems(text))
        heads = Counter(word for text in texts for word in stems(text[:_HEAD]))
        usual = {
            stem(word): share_of_reports(singular(word))
            for text in texts
            for word in _WORD.findall(fold(text))
        }
        self._weights = {
            word: (everywhere[word] + heads[word]) / (2 * len(texts)) * (1 - usual.get(word, 0.0))
            for word in everywhere
        }

    def weight(self, words: Iterable[str], told: Counter[str]) -> float:
        """What these words add to those told."""
        return sum(
            self._weights.get(word, 0.0) ** 2 * (_AGAIN if told[word] else 1.0)
            for word in sorted(set(words))
        )


def stem(word: str) -> str:
    """A word by its first letters."""
    return word[:_LETTERS]


def stems(text: str) -> set[str]:
    """The words of a text by their first letters."""
    return {stem(word) for word in _WORD.findall(fold(text))}
