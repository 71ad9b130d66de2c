"""Trends: words that move a number up or down."""

from rashomon.find.concepts import words
from rashomon.find.parse import Token


def trend(token: Token) -> str | None:
    """Whether a verb or noun moves a number up or down ("rose", "a drop")."""
    trends = words().trends
    return next((way for way in ("up", "down") if token.lemma_.lower() in trends[way]), None)


def particle(verb: Token) -> str | None:
    """Up or down as a word beside the verb: "shares edged up 2 percent"."""
    beside = (child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod"))
    return next((one for one in beside if one in ("up", "down")), None)
