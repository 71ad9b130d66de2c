"""Degrees: how far a condition is reached, by the words beside it."""

from collections.abc import Iterator

from rashomon.find.claims.hedges import hedges
from rashomon.find.claims.moods import Mood
from rashomon.find.claims.predicates import Stated
from rashomon.find.parse import Token

_PERCENT = frozenset(("percent", "%", "cent"))
_GRADING = frozenset(("advmod", "amod", "det", "predet", "npadvmod", "nummod", "acomp", "prep"))


def degree_of(stated: Stated, mood: Mood) -> str | None:
    """full, almost, partial or None; "more than 90 percent" is almost, what is nearing too."""
    share = _share(stated)
    if share is not None:
        full = share == 100
        return "full" if full else "almost" if share >= _almost_from() else "partial"
    if mood.verge:
        return "almost"
    words = set(_words(stated))
    degrees = hedges().degrees
    if _is_all_but(stated.token):
        return "almost"
    for name, group in (
        ("partial", "majority"),
        ("almost", "almost"),
        ("partial", "partial"),
        ("full", "full"),
    ):
        if words & degrees[group]:
            return name
    return None if mood.turned or mood.open else stated.state.degree


def _almost_from() -> int:
    return hedges().almost_from["percent"]


def _words(stated: Stated) -> Iterator[str]:
    """The words that grade the condition or what it is of."""
    for token in (stated.token, stated.verb, *stated.words, stated.theme):
        for child in token.children:
            if child.dep_ in _GRADING:
                yield child.lower_
                if child.lower_ in ("in", "at"):  # "in part", "in full"
                    yield from (below.lower_ for below in child.children)
    yield from _quantities(stated.theme)


def _is_all_but(token: Token) -> bool:
    """Whether "all but" stands before the word that states the condition."""
    before = token.doc[max(0, token.i - 2) : token.i]
    return [word.lower_ for word in before] == ["all", "but"]


def _quantities(theme: Token) -> Iterator[str]:
    """The words over the theme: "parts" in "parts of the city"."""
    for above in theme.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return
        if above.dep_ != "prep":
            yield above.lower_
            yield from (child.lower_ for child in above.children if child.dep_ in _GRADING)


def _share(stated: Stated) -> float | None:
    """The percentage over the theme or before the predicate: 90 in "90 percent of the city"."""
    near = [stated.theme, *_above(stated.theme), stated.token.head, *stated.token.children]
    for token in near:
        if token.lower_ in _PERCENT:
            for child in (*token.children, token.nbor(-1) if token.i else token):
                digits = child.text.replace(".", "", 1)
                if digits.isascii() and digits.isdigit():
                    return float(child.text)
    return None


def _above(theme: Token) -> Iterator[Token]:
    for token in theme.ancestors:
        if token.pos_ in ("VERB", "AUX"):
            return
        yield token
