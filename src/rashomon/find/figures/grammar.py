"""Grammar: the word that governs a counted thing, and the part that the thing plays there."""

from dataclasses import dataclass

from rashomon.find.figures.concepts import words
from rashomon.find.parse import Token

_ARGUMENTS = (
    "nsubj",
    "nsubjpass",
    "dobj",
    "attr",
    "npadvmod",
    "oprd",
    "dative",
    "advmod",
    "acomp",
    "dep",
)
_UPWARDS = (
    "nummod",
    "quantmod",
    "compound",
    "amod",
    "nmod",
    "appos",
    "conj",
    "predet",
    "det",
    "poss",
    "advmod",
)
VERBS = ("VERB", "AUX")
#: Prepositions by form that only bound the number behind them ("killed between 14 and 20").
_BOUNDING = ("between", "around", "about", "over")
SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """The word that governs a counted thing, and the part that the thing plays there."""

    governor: Token
    part: str


def role(token: Token) -> Role:
    """What governs `token`, climbing out of its noun phrase."""
    bounded = False
    for _ in range(12):
        head = token.head
        if head.i == token.i:
            break
        if token.dep_ == "pobj":
            over = head.head
            if head.lower_ == "of" and over.lemma_ in words().gathering["words"]:
                token = over
                continue
            if over.lower_ in words().bounding["words"]:
                token, bounded = over, True  # "close to a hundred", "in excess of 40"
                continue
            return _behind(head, token, bounded)
        if token.dep_ in _ARGUMENTS and head.pos_ in VERBS:
            return Role(governor=_main(head), part=token.dep_)
        if token.dep_ == "npadvmod" and head.pos_ in ("ADJ", "ADV"):
            token = head  # "12 percent higher"
            continue
        verbless = token.dep_ == "conj" and head.pos_ in VERBS and token.pos_ not in VERBS
        if token.dep_ not in _UPWARDS or verbless:
            break  # "dozens were hurt and thousands in need": nothing says the thousands were hurt
        token = head
    return Role(governor=token, part="root")


def _behind(preposition: Token, noun: Token, bounded: bool) -> Role:
    """The role of a noun behind a preposition; one that only bounds a number has none itself."""
    over = preposition.head
    while over.dep_ == "prep" and over.pos_ == "ADP" and over.head.i != over.i:
        over = over.head  # "climbed from 50 to 58": both ends hang on the verb
    bounded = bounded or (preposition.lower_ in _BOUNDING and _is_number_of(noun))
    if over.pos_ in VERBS and bounded:
        verb = _main(over)
        if over.i < preposition.i and not has_object(over):
            return Role(governor=verb, part="dobj")
        if over.i > preposition.i and not any(one.dep_ in SUBJECTS for one in over.lefts):
            passive = any(one.dep_ == "auxpass" for one in verb.lefts)
            return Role(governor=verb, part="nsubjpass" if passive else "nsubj")
    return Role(governor=over, part=f"prep {preposition.lower_}")


def _is_number_of(noun: Token) -> bool:
    """Whether a noun is a number, or has one before it."""
    return noun.like_num or any(one.dep_ == "nummod" for one in noun.lefts)


def _main(verb: Token) -> Token:
    """The main verb of an auxiliary that the parse took for one ("stayed shut")."""
    if verb.dep_ in ("aux", "auxpass") and verb.head.pos_ in VERBS:
        return verb.head
    return verb


def is_agent(found: Role) -> bool:
    """Whether the counted does what the verb says to something else ("gunmen killed guards")."""
    verb = found.governor
    joined = [one for one in verb.rights if one.dep_ == "conj" and one.pos_ == "VERB"]
    shared = [one for one in joined if not any(part.dep_ == "nsubj" for part in one.lefts)]
    return found.part == "nsubj" and verb.pos_ in VERBS and any(map(has_object, [verb, *shared]))


def has_object(verb: Token) -> bool:
    """Whether a verb has a direct object."""
    return any(child.dep_ == "dobj" for child in verb.children)
