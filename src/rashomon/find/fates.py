"""Fates: what befell a person, by the verb or adjective that the person's name hangs on."""

from dataclasses import dataclass
from functools import cache

from rashomon.find.parse import Token
from rashomon.words.tables import table

_DASHES = frozenset({"-", "\u2013", "\u2014", ":"})
_OBJECTS = frozenset({"nsubjpass", "dobj"})
_PREDICATES = frozenset({"acomp", "attr", "oprd", "xcomp", "amod", "acl", "advcl"})
#: Words before a verb that take its happening back: "was not killed", "nearly drowned".
_UNDONE = frozenset({"not", "n't", "never", "nearly", "almost", "allegedly"})
_UNREAL = frozenset({"would", "could", "might", "may", "should", "will"})


@dataclass(frozen=True, slots=True)
class Fate:
    """One fate with the lemmas that tell it, as data/fates.toml says."""

    name: str
    passive: tuple[str, ...]
    active: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FateTable:
    """data/fates.toml, the weightiest fate first."""

    fate: tuple[Fate, ...]


@cache
def _fates() -> tuple[Fate, ...]:
    return table("fates", FateTable).fate


def fate_order() -> tuple[str, ...]:
    """The names of all fates, the weightiest first."""
    return tuple(fate.name for fate in _fates())


def fate_of(name: Token) -> str | None:
    """What befalls the person whose name ends in `name`, in this sentence; None where untold.

    "X, 34, was killed", "killed X", "X died", "X was found dead", "the body of the missing X".
    A negation or a mere possibility tells nothing.
    """
    listed = _listed(name)
    if listed is not None:
        return listed
    head, relation = _governor(name)
    for modifier in name.children:
        if modifier.dep_ in ("amod", "acl") and (told := _by_word(modifier)):
            return told
    if relation is None:
        return None
    if _taken_back(head):
        return None
    told = _by_verb(head, relation) or (_by_word(head) if head.tag_ == "VBG" else None)
    if told is not None:
        return told
    if relation in ("nsubj", "nsubjpass"):
        for predicate in head.children:
            if predicate.dep_ in _PREDICATES and not _taken_back(predicate):
                told = _by_word(predicate)
                if told is not None:
                    return told
    return None


def _listed(name: Token) -> str | None:
    """The fate in a list of names: a dash and one word behind the name and the age."""
    doc, at = name.doc, name.i + 1
    while at < len(doc) and (doc[at].text in (",", "(", ")") or doc[at].like_num):
        at += 1
    if at + 1 >= len(doc) or doc[at].text not in _DASHES:
        return None
    word = doc[at + 1]
    ends = at + 2 >= len(doc) or doc[at + 2].is_punct or doc[at + 2].is_space
    return (_by_word(word) or _by_verb(word, "nsubjpass")) if ends else None


def _governor(name: Token) -> tuple[Token, str | None]:
    """The verb that a name is subject or object of, past appositions and lists, and as what."""
    token = name
    while token.dep_ in ("appos", "conj", "compound") and token.head.i != token.i:
        token = token.head
    if token.dep_ in ("nsubj", *_OBJECTS):
        return token.head, token.dep_
    return token, None


def _taken_back(verb: Token) -> bool:
    return any(
        child.lower_ in _UNDONE or (child.dep_ == "aux" and child.lower_ in _UNREAL)
        for child in verb.children
    )


def _by_verb(verb: Token, relation: str) -> str | None:
    lemma = verb.lemma_.lower()
    for fate in _fates():
        if lemma in (fate.passive if relation in _OBJECTS else fate.active):
            return fate.name
    return None


def _by_word(token: Token) -> str | None:
    word = token.lower_
    return next((fate.name for fate in _fates() if word in fate.words), None)
