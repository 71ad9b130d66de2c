"""Roles: who acts and who is befallen in a happening, by the syntax around its word."""

from collections.abc import Iterator

from rashomon.find.parse import Token

AGENT, PATIENT = "agent", "patient"

_RELATIVE = frozenset(("WDT", "WP"))
#: Behind a noun of happening: "the attack by", "the arrest of", "a raid on".
_BY = {"by": AGENT, "of": PATIENT, "on": PATIENT, "against": PATIENT}


def roles(trigger: Token, undergoes: bool) -> Iterator[tuple[str, Token]]:
    """Each participant's head noun with its role: agent or patient.

    `undergoes` tells that the subject of the verb is befallen ("the ferry sank").
    """
    heads = _of_verb(trigger, undergoes) if trigger.pos_ == "VERB" else _of_noun(trigger)
    for role, head in heads:
        for one in (head, *head.conjuncts):
            if one.head.i == head.i or one.i == head.i:
                yield role, one


def _of_verb(verb: Token, undergoes: bool) -> Iterator[tuple[str, Token]]:
    children = list(verb.children)
    objects = [c for c in children if c.dep_ == "dobj"]
    passive = any(c.dep_ in ("nsubjpass", "auxpass", "agent") for c in children)
    yield from ((PATIENT, c) for c in objects)
    yield from ((AGENT, p) for c in children if c.dep_ == "agent" for p in _behind(c))
    if verb.dep_ == "acl" and not any(c.dep_.startswith("nsubj") for c in children):
        # "a man arrested in Leeds", "gunmen storming the hotel"
        yield (PATIENT if verb.tag_ == "VBN" else AGENT), verb.head
        return
    subject = _subject(verb)
    if subject is not None:
        befallen = passive or subject.dep_ == "nsubjpass" or (undergoes and not objects)
        yield (PATIENT if befallen else AGENT), subject


def _subject(verb: Token) -> Token | None:
    """The verb's own subject, that of the verb it shares one with, or what a "who" stands for."""
    for _ in range(4):  # chains of shared subjects are short
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                clause_head = verb.head if verb.dep_ == "relcl" else child
                return clause_head if child.tag_ in _RELATIVE else child
        if verb.dep_ not in ("conj", "xcomp") or verb.head.pos_ != "VERB":
            return None
        verb = verb.head
    return None


def _of_noun(noun: Token) -> Iterator[tuple[str, Token]]:
    for preposition in noun.children:
        role = _BY.get(preposition.lower_) if preposition.dep_ in ("prep", "agent") else None
        if role is not None:
            yield from ((role, head) for head in _behind(preposition))


def _behind(preposition: Token) -> list[Token]:
    return [c for c in preposition.children if c.dep_ == "pobj"]
