"""Context: whether two passages speak of one thing, by the words of weight they share."""

from collections.abc import Iterable

from rashomon.report import Span
from rashomon.weigh.answers import Answer
from rashomon.words.names import fold

#: Shorter words are mostly grammar.
_WEIGHTY = 4

#: At least so many words of weight, and such a share of the poorer passage's, must be the same.
_LEAST_SHARED = 2
_LEAST_SHARE = 0.3


def words_of_weight(spans: Iterable[Span]) -> frozenset[str]:
    """The words of some passages that carry their meaning: longer ones, cut to their stems."""
    words = (word for span in spans for word in fold(span.exact).split())
    return frozenset(word[:6] for word in words if len(word) >= _WEIGHTY or word.isdigit())


def shared(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of words of weight have enough in common to speak of one thing."""
    common = len(one & other)
    return common >= _LEAST_SHARED and common >= _LEAST_SHARE * min(len(one), len(other))


def same_context(one: Answer, other: Answer) -> bool:
    """Whether the clauses around two figures speak of one thing."""
    spans = [[each.figure.clause or each.figure.span] for each in (one, other)]
    return shared(words_of_weight(spans[0]), words_of_weight(spans[1]))
