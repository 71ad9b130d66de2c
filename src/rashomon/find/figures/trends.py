"""Trends: words that move a number up or down."""

import re

from rashomon.find.figures.concepts import words
from rashomon.find.parse import Token

#: The noun may stand before "than" ("two fewer arrests than"); a number behind it is another's.
_THAN = re.compile(r"\s+(?P<word>[a-z]+)(?:\s+\w+){0,2}\s+than\b(?!\s+\d)", re.I)


def trend(token: Token) -> str | None:
    """Whether a verb or noun moves a number up or down ("rose", "a drop")."""
    trends = words().trends
    return next((way for way in ("up", "down") if token.lemma_.lower() in trends[way]), None)


def moving(token: Token) -> Token | None:
    """The noun of moving that a number is of: "drop" of "a 30 percent drop in bookings"."""
    noun = token.head if token.dep_ in ("nummod", "compound", "nmod", "amod") else token
    return noun if noun.pos_ == "NOUN" and noun.i >= token.i and trend(noun) else None


def difference(text: str, end: int) -> str | None:
    """Up or down, where the amount that ends there is how much more or less than another there is
    ("five more than on Monday").
    """
    match = _THAN.match(text, end)
    return words().differences.get(match["word"].lower()) if match else None


def particle(verb: Token, number: Token) -> str | None:
    """Up or down as a word beside the verb, before its number: "shares edged up 2 percent"."""
    if verb.lemma_.lower() not in words().edging["words"]:
        return None
    beside = [one for one in verb.children if one.dep_ in ("prt", "advmod", "acomp", "prep")]
    return next(
        (one.lower_ for one in beside if one.lower_ in ("up", "down") and one.i < number.i), None
    )
