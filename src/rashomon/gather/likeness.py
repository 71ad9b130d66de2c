"""How alike reports are in what they are about: TF-IDF vectors and their cosines.

Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval", with
logarithmic term frequency, and inverse document frequency smoothed by English at large.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rashomon.report import Report
from rashomon.words.frequency import share_of_reports, singular
from rashomon.words.tables import table

#: What a report is about stands in its heaviest terms; the rest is left out of its vector.
_HEAVIEST = 200

#: So many reports on anything are thought beside the ones at hand. How rare a term is then
#: means something in three reports too, where all that matters stands in each of them.
_AT_LARGE = 200

#: What stands in the title says twice as clearly what it is about.
_TITLE = 2.0

#: A longer text tells nothing more of what it is about.
_LONGEST = 50_000

#: Pairs less alike than this have no more in common than any two reports.
_FLOOR = 0.05

#: Days between publication, and what a day's nearness is worth: reports of one event come
#: within days of each other; undated ones count as they are.
_NEARNESS = ((2, 1.5), (7, 1.25), (30, 1.0), (math.inf, 0.8))

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Common:
    """The table `data/likeness.toml`."""

    function_words: frozenset[str]
    news_words: frozenset[str]


@cache
def _common() -> frozenset[str]:
    words = table("likeness", Common)
    return words.function_words | words.news_words


def terms(text: str) -> Iterator[str]:
    """The words of `text` that may tell what it is about, in one form for both numbers."""
    for word in _WORD.findall(text):
        term = word.lower().replace("’", "'").removesuffix("'s")
        if len(term) > 1 and term not in _common():
            yield singular(term)


def links(reports: Sequence[Report]) -> Iterator[tuple[int, int, float]]:
    """Pairs (i, j, likeness) with i > j of all reports that have something in common.

    Likeness is the cosine of both vectors, weighted by nearness in time: 0 to 1.5. The work
    grows with the lengths of the index's lists for the heaviest terms, not with all pairs.
    """
    vectors = _vectors([_frequencies(report) for report in reports])
    lists = _index(vectors)
    days = [report.day.toordinal() if report.day else None for report in reports]
    for i, vector in enumerate(vectors):
        alike = np.zeros(len(vectors))
        for term, weight in vector:
            if term in lists:
                numbers, weights = lists[term]
                alike[numbers] += weight * weights
        for j in np.flatnonzero(alike[:i] > _FLOOR):
            yield i, int(j), float(alike[j]) * _nearness(days[i], days[j])


def _index(
    vectors: list[list[tuple[str, float]]],
) -> dict[str, tuple[NDArray[np.intp], NDArray[np.float64]]]:
    """For each term that several vectors hold, their numbers and its weights in them."""
    lists: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for i, vector in enumerate(vectors):
        for term, weight in vector:
            lists[term].append((i, weight))
    return {
        term: (np.array([i for i, _ in held]), np.array([weight for _, weight in held]))
        for term, held in lists.items()
        if len(held) > 1
    }


def _frequencies(report: Report) -> Counter[str]:
    counted = Counter(terms(report.text[:_LONGEST]))
    for term in terms(report.title or ""):
        counted[term] += int(_TITLE)
    return counted


def _vectors(counted: list[Counter[str]]) -> list[list[tuple[str, float]]]:
    """For each report its heaviest terms with weights, a vector of length one, in fixed order."""
    holding = Counter(term for counts in counted for term in counts)
    rarity = {
        term: math.log(1 + (len(counted) + _AT_LARGE) / (held + _AT_LARGE * share_of_reports(term)))
        for term, held in holding.items()
    }
    found = []
    for counts in counted:
        weights = {term: (1 + math.log(count)) * rarity[term] for term, count in counts.items()}
        heaviest = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:_HEAVIEST]
        length = math.sqrt(sum(weight * weight for _, weight in heaviest))
        found.append([(term, weight / length) for term, weight in heaviest])
    return found


def _nearness(a: int | None, b: int | None) -> float:
    if a is None or b is None:
        return 1.0
    return next(worth for days, worth in _NEARNESS if abs(a - b) <= days)
