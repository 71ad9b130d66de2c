"""Salience: which words of the reports the brief must carry, and how much a sentence adds."""

import re
from collections import Counter
from collections.abc import Collection, Iterable

from rashomon.report import Report
from rashomon.words.frequency import share_of_reports, singular
from rashomon.words.names import fold

#: Words are compared by so many letters: enough to bring "derailed" and "derailment" together.
_LETTERS = 6
#: The head of a report (characters) holds what its writer holds for the news.
_HEAD = 700
#: What a word still adds that was told before.
_AGAIN = 0.35
#: What so many reports of any story have says nothing of this one.
_COMMON = 0.5
_WORD = re.compile(r"[^\W_]{3,}|\d+")


class Salience:
    """The weight of each word: how many reports use it, beyond what any report would.

    After SumBasic (Nenkova and Vanderwende 2005): words that many documents share are what a
    summary of them tells, and a word once told adds little.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        texts = [report.text for report in reports]
        words = [dict.fromkeys(_WORD.findall(fold(text))) for text in texts]
        everywhere = Counter(each for told in words for each in set(map(stem, told)))
        heads = Counter(word for text in texts for word in stems(text[:_HEAD]))
        usual = {stem(word): share_of_reports(singular(word)) for told in words for word in told}
        self._usual = usual
        shares = {word: (everywhere[word] + heads[word]) / (2 * len(texts)) for word in everywhere}
        self._weights = {
            word: (share * (1 - usual.get(word, 0.0))) ** 2 for word, share in shares.items()
        }

    def weight(self, words: Iterable[str], told: Collection[str] = ()) -> float:
        """What these words add to those told."""
        return added(self.weights(words), told)

    def rarity(self, words: Iterable[str]) -> float:
        """How many words these are, those that any report has left out."""
        usual = (self._usual.get(word, 0.0) for word in words)
        return sum(1 - share for share in usual if share < _COMMON)

    def weights(self, words: Iterable[str]) -> tuple[tuple[str, float], ...]:
        """The words that weigh anything with what they weigh, in a fixed order."""
        kept = sorted(set(words) & self._weights.keys())
        return tuple((word, self._weights[word]) for word in kept)


def added(weights: Iterable[tuple[str, float]], told: Collection[str]) -> float:
    """What words with these weights add to those told."""
    return sum(weight * _AGAIN if word in told else weight for word, weight in weights)


def stem(word: str) -> str:
    """A word by its first letters."""
    return word[:_LETTERS]


def stems(text: str) -> set[str]:
    """The words of a text by their first letters."""
    return {stem(word) for word in _WORD.findall(fold(text))}
