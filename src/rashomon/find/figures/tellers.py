"""Tellers: who counts or estimates a figure that stands in nobody's words."""

from dataclasses import dataclass
from functools import cache

from rashomon.find.figures.concepts import near, words
from rashomon.find.figures.grammar import VERBS
from rashomon.find.parse import Token
from rashomon.words.tables import table

#: How far up from a number its teller's verb may stand.
_STEPS = 8
_NOUNS = ("NOUN", "PROPN")
_PERSONAL = ("he", "she", "it", "they")
#: Nouns that are units and no tellers.
_UNITS = ("percent", "%", "cent", "dollar", "euro", "pound")
#: Prepositions behind which a placed number stands.
_AT = ("at", "as", "between", "around", "about")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    placing: list[str]
    counting: list[str]
    speaking: dict[str, list[str]]
    numbers: dict[str, list[str]]
    showing: list[str]


def teller(number: Token) -> Token | None:
    """The noun or pronoun of whoever counts, estimates or puts the number, None of nobody."""
    known, path = table("tellers", _Table), [number]
    for _ in range(_STEPS):
        token = path[-1]
        found = _owner(token) if token.lemma_ in _numbers() and token.i != number.i else None
        if found is None and token.pos_ in VERBS:
            found = _by_verb(token, path, known) or _by_account(token)
        if found is not None:
            return found
        if token.head.i == token.i:
            return None
        path.append(token.head)
    return None


def name(token: Token) -> str:
    """The teller's name: the proper name beside a plain noun, else the noun with what describes it
    ("the operator, Pennine Rail" is Pennine Rail; "the rail union" rail union).
    """
    beside = [one for one in token.rights if one.dep_ == "appos" and one.pos_ == "PROPN"]
    noun = beside[0] if beside and token.pos_ == "NOUN" else token
    words = [one for one in noun.lefts if one.dep_ in ("compound", "amod", "nmod")]
    start = words[0].left_edge.i if words else noun.i
    return str(noun.doc[start : noun.i + 1].text)


def is_pronoun(token: Token) -> bool:
    """Whether a teller is named only by a pronoun."""
    return token.lower_ in _PERSONAL


@cache
def _numbers() -> frozenset[str]:
    return frozenset(table("tellers", _Table).numbers["words"])


def _by_verb(verb: Token, path: list[Token], known: _Table) -> Token | None:
    """The subject of a verb that gives the number at the start of `path`."""
    lemma, below = verb.lemma_.lower(), path[-2] if len(path) > 1 else verb
    holder = next((one for one in path[:-1] if one.lemma_ in _numbers()), None)
    held = holder is not None and below.dep_ in ("dobj", "nsubjpass")
    placed = below.dep_ in ("prep", "pcomp") and below.lower_ in _AT and _is_bare(path)
    spoken = below.dep_ == "prep" and below.lower_ in known.speaking.get(lemma, ())
    counted = lemma in known.counting and below.dep_ in ("dobj", "nsubjpass")
    if not (spoken or counted or (lemma in known.placing and (placed or held))):
        subject = _subject(verb)
        shows = lemma in known.showing and subject is not None and subject.lemma_ in _numbers()
        return _owner(subject) if shows and subject is not None and below.i > verb.i else None
    subject = _subject(verb)
    if subject is None or subject.tag_ in ("WP", "WDT") or subject.lower_ in ("i", "we", "you"):
        return None
    return _owner(subject) or subject


def _is_bare(path: list[Token]) -> bool:
    """Whether a number stands behind its preposition alone, with a unit, or with people: mines
    "placed at 40 sites" are not counted there.
    """
    noun = path[-3] if len(path) > 2 else path[0]
    people = noun.lemma_.lower() in words().persons["words"]
    things = noun.tag_ in ("NNS", "NNPS") and noun.lemma_ not in _UNITS
    return people or not things


def _by_account(verb: Token) -> Token | None:
    """Whose account a clause is told by ("By the owner's own account, 148 were sold")."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "by":
            for noun in child.rights:
                if noun.dep_ == "pobj" and noun.lemma_ in _numbers():
                    return _owner(noun)
    return None


def _owner(noun: Token) -> Token | None:
    """Whose number a noun is: "the coastguard's count", "figures from the ministry"."""
    if noun.lemma_ not in table("tellers", _Table).numbers["owned"]:
        return None
    owners = [one for one in noun.lefts if one.dep_ == "poss" and one.tag_ != "PRP$"]
    phrases = [one for one in noun.rights if one.dep_ == "prep" and one.lower_ in ("from", "by")]
    owners += [one for phrase in phrases for one in phrase.rights if one.dep_ == "pobj"]
    return next((one for one in owners if one.pos_ in _NOUNS and len(near(one)) < 12), None)


def _subject(verb: Token) -> Token | None:
    """Who acts: the subject, or behind "by" the agent of a passive."""
    if any(one.dep_ == "auxpass" for one in verb.lefts):
        agents = [one for one in verb.rights if one.dep_ == "agent"]
        inner = [one for agent in agents for one in agent.rights if one.dep_ == "pobj"]
        return inner[0] if inner else None
    return next(
        (one for one in verb.lefts if one.dep_ == "nsubj" and one.pos_ in (*_NOUNS, "PRON")), None
    )
