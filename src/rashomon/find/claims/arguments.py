"""Arguments: what a verb or a predicate is said of, through passives, participles and raising."""

from collections.abc import Iterator

from rashomon.find.claims.hedges import hedges
from rashomon.find.parse import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
_OBJECTS = frozenset(("dobj", "obj", "dative"))
_RELATIVE = frozenset(("WDT", "WP", "WP$"))
_VERBAL = frozenset(("VERB", "AUX"))
#: So many clauses up a missing subject is sought.
_HIGHEST = 4
#: Ways from a verb down that stay within its clause.
_OWN = frozenset(
    (
        "prep",
        "pobj",
        "dobj",
        "prt",
        "advmod",
        "acomp",
        "oprd",
        "attr",
        "xcomp",
        "aux",
        "agent",
        "nsubjpass",
        "nsubj",
        "compound",
        "amod",
        "npadvmod",
        "obj",
        "nmod",
        "pcomp",
        "neg",
        "det",
    )
)


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject is what it is done to; "arrested and charged" are passive both."""
    for child in verb.children:
        if child.dep_ in ("auxpass", "nsubjpass", "agent"):
            return True
    if _is_declared(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    auxiliaries = [child.lemma_ for child in verb.children if child.dep_ == "aux"]
    if "have" in auxiliaries or any(child.dep_ in _OBJECTS for child in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "amod", "advcl", "xcomp", "ccomp", "oprd", "acomp", "relcl", "ROOT")


def _is_declared(verb: Token) -> bool:
    """Whether a verb is what something is declared: "declared the district liberated"."""
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ != "ccomp":
        return False
    if verb.head.lemma_.lower() not in hedges().linking.declaring or verb.head.i > verb.i:
        return False
    closed = ("mark", "aux", "auxpass", *_OBJECTS)
    return not any(child.dep_ in closed for child in verb.children) and verb.head.lemma_ != "say"


def subject_of(verb: Token) -> Token | None:
    """The grammatical subject of a verb: its own, else that of the verb it shares it with."""
    for _ in range(_HIGHEST):
        own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return _antecedent(own, verb)
        head = verb.head
        if head.i == verb.i:
            return None
        if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
            return _measured(head)
        if verb.dep_ == "xcomp":
            raised = next((child for child in head.children if child.dep_ in _OBJECTS), None)
            if raised is not None and head.lemma_ not in hedges().realised.verbs:
                return raised
        if verb.dep_ == "advcl" and any(child.dep_ == "mark" for child in verb.children):
            return None
        if verb.dep_ == "pcomp":  # "the town is on the verge of falling"
            head = next((above for above in head.ancestors if above.pos_ in _VERBAL), head)
        elif verb.dep_ not in ("xcomp", "conj", "advcl", "acomp", "aux", "oprd"):
            return None
        verb = head
    return None


def _measured(noun: Token) -> Token:
    """The subject of "is 85 percent contained", where the parser hangs the rest on the number."""
    if noun.lower_ in hedges().linking.wholes and noun.dep_ in ("attr", "npadvmod"):
        return next((child for child in noun.head.children if child.dep_ in SUBJECTS), noun)
    return noun


def object_of(verb: Token) -> Token | None:
    """What a verb is done to: its object, or its subject where it is passive."""
    if is_passive(verb):
        return subject_of(verb)
    for child in verb.children:
        if child.dep_ in _OBJECTS:
            return _antecedent(child, verb)
    small = next((child for child in verb.children if child.dep_ in ("ccomp", "xcomp")), None)
    if small is not None and small.pos_ not in _VERBAL:
        return next((child for child in small.children if child.dep_ in SUBJECTS), None)
    if verb.dep_ == "relcl" and not any(child.tag_ in _RELATIVE for child in verb.children):
        return verb.head  # "a claim the government disputes"
    return None


def agent_of(verb: Token) -> Token | None:
    """Who does it: the subject of an active verb, "by" of a passive one."""
    if not is_passive(verb):
        return subject_of(verb)
    return behind(verb, "by")


def behind(token: Token, preposition: str) -> Token | None:
    """What stands behind a preposition that hangs on the token, or on a word of its clause."""
    for below in within_clause(token):
        if below.lower_ == preposition and below.dep_ in ("prep", "agent", "dative"):
            found = next((c for c in below.children if c.dep_ in ("pobj", "pcomp")), None)
            if found is not None:
                return found
    return None


def within_clause(token: Token) -> Iterator[Token]:
    """The words below a token that stand in its own clause, the nearest first."""
    level = [token]
    while level:
        level = [c for each in level for c in each.children if c.dep_ in _OWN]
        yield from level


def predicated(word: Token) -> tuple[Token | None, Token]:
    """What a predicate is said of, with the verb between: "the strike is over", "found him guilty".

    The verb is the word itself where there is none.
    """
    own = next((child for child in word.children if child.dep_ in SUBJECTS), None)
    if own is not None:
        return _antecedent(own, word), _governing(word)
    head = word.head
    if head.i == word.i:
        return None, word
    lemma, table = head.lemma_.lower(), hedges().linking
    if word.dep_ in ("acl", "relcl", "appos") and head.pos_ in ("NOUN", "PROPN"):
        return head, word
    if head.pos_ in _VERBAL:
        if lemma in table.copulas and not any(c.dep_ in _OBJECTS for c in head.children):
            return subject_of(head), head
        if lemma in table.declaring:
            return object_of(head), head
    if word.dep_ == "conj" and head.pos_ in ("ADJ", "ADV", "ADP", "NOUN"):
        return predicated(head)
    return _over(word)


def _over(word: Token) -> tuple[Token | None, Token]:
    """The subject of the linking verb above a predicate that the parser hangs on a word between."""
    for above in word.ancestors:
        if above.dep_ in ("relcl", "acl", "nsubj", "nsubjpass", "dobj"):
            break
        if above.pos_ in _VERBAL:
            links = above.lemma_.lower() in hedges().linking.copulas
            return (subject_of(above), above) if links and above.i < word.i else (None, word)
    return None, word


def _governing(word: Token) -> Token:
    return word.head if word.dep_ in ("ccomp", "xcomp") and word.head.pos_ in _VERBAL else word


def _antecedent(argument: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for; any other argument as it is."""
    if argument.tag_ not in ("WDT", "WP") and argument.lower_ != "that":
        return argument
    for _ in range(_HIGHEST):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.head.i == verb.i:
            return argument
        verb = verb.head
    return argument
