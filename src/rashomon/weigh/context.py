"""Context: whether two passages speak of one thing, by the words of weight they share."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.report import Span
from rashomon.weigh.answers import Answer
from rashomon.words.names import fold
from rashomon.words.tables import table

#: A capitalised word that opens no sentence.
_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]{2,}")

#: A capitalised word, or a number.
_NAMED = re.compile(r"\b(?:[A-Z][\w’'-]+|\d[\d.,]*)")
#: Shorter words are mostly grammar.
_WEIGHTY = 4

#: At least so many words of weight, and such a share of the poorer passage's, must be the same.
_LEAST_SHARED = 2
_LEAST_SHARE = 0.3
#: From this share on, two passages say nearly the same.
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Openers:
    """The part of `data/linking.toml` with the words that open a clause and name nothing."""

    openers: frozenset[str]


def words_of_weight(spans: Iterable[Span]) -> frozenset[str]:
    """The words of some passages that carry their meaning: longer ones, cut to their stems."""
    words = (word for span in spans for word in fold(span.exact).split())
    return frozenset(word[:6] for word in words if len(word) >= _WEIGHTY or word.isdigit())


def shared(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of words of weight have enough in common to speak of one thing."""
    common = len(one & other)
    return common >= _LEAST_SHARED and common >= _LEAST_SHARE * min(len(one), len(other))


def share_a_name(one: Answer, other: Answer) -> bool:
    """Whether the clauses around two figures name somebody or something by one name."""
    names = [
        set(_NAME.findall((each.figure.clause or each.figure.span).exact)) for each in (one, other)
    ]
    return bool(names[0] & names[1])


def name_apart(one: Answer, other: Answer, numbers: bool = True) -> bool:
    """Whether each of two clauses names, or with `numbers` counts, something that the other does
    not: two buses, two companies, two candidates."""
    told = [
        frozenset(word for word in _named(each) if numbers or word[0].isalpha())
        for each in (one, other)
    ]
    return bool(told[0] - told[1]) and bool(told[1] - told[0])


def name_alike(one: Answer, other: Answer) -> bool:
    """Whether two clauses name and number the same things beside their figures."""
    return _named(one) == _named(other)


def _named(answer: Answer) -> frozenset[str]:
    """The capitalised words and numbers of the clause around a figure, without the figure."""
    clause, figure = answer.figure.clause or answer.figure.span, answer.figure.span
    own, openers = set(figure.exact.split()), table("linking", Openers).openers
    found = (word.removesuffix("'s").removesuffix("’s") for word in _NAMED.findall(clause.exact))
    return frozenset(word for word in found if word not in own and word.lower() not in openers)


def same_context(one: Answer, other: Answer) -> int:
    """How far the clauses around two figures speak of one thing: 0 not, 1 perhaps, 2 surely."""
    spans = [[each.figure.clause or each.figure.span] for each in (one, other)]
    words = [words_of_weight(each) for each in spans]
    if not shared(*words):
        return 0
    return 1 + (len(words[0] & words[1]) >= _MOSTLY * min(len(words[0]), len(words[1])))
