"""Measures in words: "fighters remaining", "Ajax raised bid", at most fourteen words."""

from rashomon.find.figures.concepts import is_silent, near
from rashomon.find.figures.grammar import Role, is_agent
from rashomon.find.figures.trends import trend
from rashomon.find.parse import Token

_LONGEST = 14
_LEFT = ("compound", "amod", "poss", "nmod")
_NOUNS = ("NOUN", "PROPN")
_VERBS = ("VERB", "AUX")
#: Verbs that say nothing by themselves.
_EMPTY = ("be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "should")


def in_words(counted: str | None, anchor: Token, found: Role) -> str | None:
    """What a figure measures, where no concept tells: the words that govern it.

    A count has its noun and verb ("buses used"); an amount has the clause that it stands in,
    from subject to object ("Ajax raised bid for Volta"), and what it is paid in ("in cash").
    """
    if counted and is_agent(found) and not is_silent(found.governor):
        return " ".join([*counted.split(), "that", *_does(found.governor)][:_LONGEST])
    words = _counting(counted, found) if counted else _clause(anchor, found)
    for child in anchor.rights:
        if child.dep_ == "prep" and child.lower_ == "in" and not counted:
            words += ["in", *(inner.text for inner in child.rights if inner.pos_ == "NOUN")]
    return " ".join(words[:_LONGEST]) or None


def _counting(counted: str, found: Role) -> list[str]:
    """A count with its verb: "buses used", "sell businesses"; alone where it only sets a scene."""
    scene = found.part.startswith("prep") and not trend(found.governor)
    verb = [] if scene else complement(found) or _verb(found.governor)
    if found.part == "dobj" and found.governor.tag_ in ("VB", "VBP", "VBZ", "VBG"):
        return [*verb, *counted.split()]
    return [*counted.split(), *verb]


def complement(found: Role) -> list[str]:
    """What a linking verb says of its subject: "hungry" of "go hungry"; "gone" of "is gone"."""
    if found.governor.lower_ == "gone" and any(one.lemma_ == "be" for one in found.governor.lefts):
        return ["gone"]
    if found.part != "nsubj":
        return []
    return [one.text for one in found.governor.rights if one.dep_ in ("acomp", "oprd")][:1]


def _does(verb: Token) -> list[str]:
    """A verb and its object ("killed guards")."""
    objects = [child for child in verb.rights if child.dep_ == "dobj"]
    return [verb.lower_, *(word for one in objects[:1] for word in noun_phrase(one))]


def paid(found: Role) -> str | None:
    """A sum by its verb alone: "amount owed", "amount to pay"."""
    said = _verb(found.governor) if found.part == "dobj" else []
    bare = ["to"] if found.governor.tag_ in ("VB", "VBP") else []
    return " ".join(["amount", *bare, *said]) if said else None


def predicate(verb: Token) -> list[str]:
    """What a verb says of its subject: "sleeping", "without power"."""
    said = _verb(verb)
    for child in verb.rights:
        if not said and child.dep_ in ("acomp", "attr"):
            return [child.text]
        if not said and child.dep_ == "prep":
            inner = [
                word for one in child.rights if one.dep_ == "pobj" for word in noun_phrase(one)
            ]
            return [child.lower_, *inner]
    return said


def noun_phrase(noun: Token) -> list[str]:
    """A noun with the words that describe it, without numbers and articles."""
    kept = [child for child in noun.lefts if child.dep_ in _LEFT and child.tag_ != "PRP$"]
    words = [word for child in kept for word in _described(child)]
    words.append(noun.text)
    for preposition in noun.rights:
        if preposition.dep_ == "prep" and preposition.lower_ in ("of", "for", "in", "by"):
            for inner in preposition.rights:
                if inner.dep_ == "pobj" and len(inner) > 1 and not _holds_number(inner):
                    words += [preposition.lower_, *_compounds(inner), inner.text]
    return [word for word in words if word[0].isalnum()]


def _clause(anchor: Token, found: Role) -> list[str]:
    """Subject, verb and object of the clause in which an amount stands."""
    noun = anchor
    while noun.dep_ in ("nummod", "quantmod", *_LEFT) and noun.head.i > anchor.i:
        noun = noun.head
    if noun.i > anchor.i and noun.pos_ in _NOUNS:
        return noun_phrase(noun)
    governor = found.governor
    if found.part.startswith("prep") and governor.pos_ in _NOUNS:
        words = noun_phrase(governor)
        return (
            words if len(words) > 1 or governor.head.pos_ not in _VERBS else _around(governor.head)
        )
    if governor.pos_ not in _VERBS:
        return []
    return _around(governor) if found.part != "root" else []


def _around(verb: Token) -> list[str]:
    """A verb with its subject before it and its object after it."""
    # "the Heavy, weighing 70 tons": what a clause describes is its subject.
    described = verb.head if verb.dep_ in ("acl", "relcl") else None
    before = noun_phrase(described) if described is not None else []
    after: list[str] = []
    for child in verb.children:
        if child.pos_ == "PRON" or child.pos_ not in _NOUNS:
            continue
        if child.dep_ in ("nsubj", "nsubjpass"):
            before += noun_phrase(child)
        elif child.dep_ in ("dobj", "attr") and not any(
            one.tag_ in ("CD", "$") for one in child.lefts
        ):
            after += noun_phrase(child)
    said = _verb(verb)
    if not before and not after:
        return []  # a verb alone tells nothing of what is measured
    return [*before, *said, *after]


def _described(child: Token) -> list[str]:
    """A modifier with its own compounds, unless a number is in it ("$70-a-share")."""
    return [] if _holds_number(child) else [*_compounds(child), child.text]


def _compounds(noun: Token) -> list[str]:
    return [child.text for child in noun.lefts if child.dep_ == "compound"]


def _holds_number(token: Token) -> bool:
    return any(one.like_num or one.tag_ in ("CD", "$") for one in near(token))


def _verb(verb: Token) -> list[str]:
    """A verb as printed, where it says something."""
    silent = verb.lemma_.lower() in _EMPTY or is_silent(verb)
    return [] if silent or verb.pos_ != "VERB" else [verb.lower_]
