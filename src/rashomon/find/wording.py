"""Measures in words: "fighters remaining", "fall of Qualcomm shares", at most fourteen words."""

from rashomon.find.measures import Concept, Role
from rashomon.find.parse import Token

_LONGEST = 14
_EMPTY = ("be", "have", "do", "will", "would", "can", "could", "may")
_LEFT = ("compound", "amod", "poss", "nmod")


def in_words(
    concept: Concept | None, counted: str | None, anchor: Token, found: Role
) -> str | None:
    """What a figure measures: the counted and what befell it, else the words that govern it."""
    if concept is not None:
        return _short(f"{counted or 'people'} {concept.said}".split())
    words = counted.split() if counted else _named(anchor, found)
    verb = _verb(anchor, found)
    return _short([*words, *([verb] if verb else [])]) or None


def noun_phrase(noun: Token) -> list[str]:
    """A noun with the words that describe it, without numbers and articles."""
    kept = [child for child in noun.lefts if child.dep_ in _LEFT and not child.like_num]
    words = [word for child in kept for word in _described(child)]
    words.append(noun.text)
    for preposition in noun.rights:
        if preposition.dep_ == "prep" and preposition.lower_ in ("of", "for", "in"):
            for inner in preposition.children:
                if inner.dep_ == "pobj" and not _holds_number(inner):
                    words += [
                        preposition.lower_,
                        *(child.text for child in inner.lefts if child.dep_ == "compound"),
                        inner.text,
                    ]
    return words


def _described(child: Token) -> list[str]:
    """A modifier with its own compounds, unless a number is in it ("$70-a-share")."""
    if _holds_number(child):
        return []
    return [*(one.text for one in child.lefts if one.dep_ == "compound"), child.text]


def _holds_number(token: Token) -> bool:
    return any(one.like_num or one.tag_ in ("CD", "$") for one in token.subtree)


def _named(anchor: Token, found: Role) -> list[str]:
    """The words that an amount without a counted thing is about."""
    noun = anchor
    while (
        noun.dep_ in ("nummod", "compound", "amod", "nmod", "quantmod") and noun.head.i > anchor.i
    ):
        noun = noun.head
    if noun.i > anchor.i and noun.pos_ in ("NOUN", "PROPN"):
        return noun_phrase(noun)
    governor = found.governor
    if found.part.startswith("prep") and governor.pos_ in ("NOUN", "PROPN"):
        return noun_phrase(governor)
    if governor.pos_ not in ("VERB", "AUX"):
        return []
    words: list[str] = []
    for child in governor.children:
        about = child.dep_ in ("nsubj", "nsubjpass") or (
            child.dep_ in ("dobj", "attr") and child.i != anchor.i
        )
        if about and child.pos_ != "PRON" and not (child.dep_ == "dobj" and _holds_number(child)):
            words += noun_phrase(child)
    return words


def _verb(anchor: Token, found: Role) -> str | None:
    """The governing verb as printed, where it says something."""
    verb = found.governor
    if verb.pos_ != "VERB" or verb.lemma_.lower() in _EMPTY:
        return None
    return verb.lower_


def _short(words: list[str]) -> str:
    return " ".join(words[:_LONGEST])
