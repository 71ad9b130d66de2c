"""Lookalikes: words of time that mean none, as counts, names and figures of speech."""

from dataclasses import dataclass

from rashomon.find.parse import Parsed, Token
from rashomon.find.times.expressions import Expression
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalikes:
    """Words beside which a word of time means none, in `data/times.toml`."""

    figurative: tuple[str, ...]
    named_days: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _LookalikeTable:
    lookalikes: Lookalikes


#: Month names that are also words or first names: alone they must stand where a time stands.
_DOUBTFUL = frozenset(("may", "march", "april", "june", "august"))
#: Kinds of expression that are names, and so may be part of a longer one.
_NAMED = frozenset(("weekday", "month", "holiday", "deictic", "unit"))

#: Behind these a name of a day or month dates what follows.
_DATING = frozenset(
    ("on", "by", "since", "until", "till", "before", "after", "from", "in", "during", "for")
)


def is_time(parsed: Parsed, expression: Expression) -> bool:
    """Whether an expression means a time, and no count, person, paper, island or figure."""
    span = parsed.span(expression.start, expression.end)
    tokens = parsed.tokens_of(span)
    capital = expression.kind in _NAMED and span.exact[0].isupper()
    if capital and _in_name(tokens[0], tokens[-1]):
        return False
    if expression.kind == "deictic" and _is_figurative(tokens[-1]):
        return False
    if len(expression.parts) > 1 or expression.kind not in ("year", "month"):
        return True
    token: Token = tokens.root
    if expression.kind == "year":
        return _is_year(token, int(expression.parts["year"]))
    if expression.parts["month"].lower() not in _DOUBTFUL or token.dep_ == "pobj":
        return True
    return token.dep_ in ("compound", "nmod") and token.head.pos_ == "NOUN"


def _is_year(token: Token, number: int) -> bool:
    if token.dep_ == "nummod" and token.head.i > token.i:
        return token.head.tag_ != "NNS" or number % 50 != 0
    return token.dep_ != "nummod" or token.head.pos_ != "PROPN"


def _in_name(first: Token, last: Token) -> bool:
    """Whether capitals go on in one name: "the Sunday Times", "Easter Island", "Black Friday"."""
    words = table("times", _LookalikeTable).lookalikes
    before = first.nbor(-1) if first.i > first.sent.start else None
    if before is not None and before.lower_ in words.named_days and before.is_title:
        return True
    if before is not None and first.lower_ == "today" and before.text.isupper():
        return before.pos_ == "PROPN"  # "USA Today"
    named = last.dep_ in ("compound", "nmod", "amod") and last.head.pos_ == "PROPN"
    if not named or last.head.i < last.i:
        return False
    if before is not None and (before.lower_ in _DATING or before.pos_ in ("VERB", "PROPN")):
        return False  # "on Tuesday President Hale", "said Tuesday President Hale"
    return all(token.is_title for token in last.doc[last.i : last.head.i + 1])


def _is_figurative(last: Token) -> bool:
    """Whether a day stands for an age: "today's world", "yesterday's travellers"."""
    if last.i + 2 >= len(last.doc) or last.nbor(1).lower_ not in ("'s", "\u2019s"):
        return False
    nouns = table("times", _LookalikeTable).lookalikes.figurative
    noun = last.head if last.dep_ == "poss" else last.nbor(2)
    return noun.lemma_.lower() in nouns
