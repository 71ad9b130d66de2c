"""Telling: whether a verb tells that something is so, or only names, asks or orders it."""

from rashomon.find.claims.hedges import hedges
from rashomon.find.claims.predicates import Stated
from rashomon.find.parse import Token

_VERBAL = frozenset(("VERB", "AUX"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))


def is_told(stated: Stated) -> bool:
    """Whether a condition is told: neither asked, nor weighed with "whether", nor only named, nor
    part of a play."""
    played = any(map(_is_staged, (stated.verb, stated.verb.head)))
    return not (played or _is_asked(stated.token) or _is_weighed(stated) or _is_untold(stated))


def _is_staged(verb: Token) -> bool:
    """Whether a clause tells what happens "in the exercise", "in the film"."""
    inside = (child for child in verb.children if child.lower_ == "in" and child.dep_ == "prep")
    nouns = (below for each in inside for below in each.children if below.dep_ == "pobj")
    return any(noun.lemma_.lower() in hedges().staged.nouns for noun in nouns)


def _is_asked(token: Token) -> bool:
    return any(word.text == "?" for word in token.sent[-3:])


def _is_weighed(stated: Stated) -> bool:
    """Whether "whether" stands before what the condition is of, where the parser hangs it."""
    words = (stated.theme, stated.other)
    first = [child.lower_ for word in words if word is not None for child in word.children]
    return "whether" in first


def _is_untold(stated: Stated) -> bool:
    """Whether the verb only names the doing: an order, a bare gerund, a purpose."""
    verb = stated.verb
    if verb.pos_ not in _VERBAL or stated.kind == "noun":
        return False
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBG" and not helpers:
        of_evidence = verb.head.lemma_.lower() in hedges().unconfirmed.nouns_negated
        if verb.dep_ == "acl" and of_evidence:  # "no evidence linking the group to the attack"
            return False
        return not (verb.dep_ == "pcomp" or (stated.state.lasting and verb.dep_ != "csubj"))
    if verb.tag_ != "VB":
        return False
    if any(child.tag_ == "TO" for child in helpers):
        return verb.dep_ in ("advcl", "acl", "relcl", "csubj", "ROOT", "npadvmod")
    subject = any(child.dep_ in _SUBJECTS for child in verb.children)
    wished = verb.dep_ == "ccomp" or not subject
    return not helpers and wished and verb.dep_ != "xcomp" and not _shared(verb)


def _shared(verb: Token) -> bool:
    """Whether a verb shares the auxiliary of the one that it is joined to."""
    return verb.dep_ == "conj" and any(child.dep_ == "aux" for child in verb.head.children)


def is_under_way(stated: Stated) -> bool:
    """Whether what is to be reached is still being done: "are clearing the city"."""
    verb = stated.verb
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    going = verb.tag_ == "VBG" and bool(helpers) and stated.verb.i == stated.token.i
    return (going and not stated.state.lasting) or ("being" in helpers and not stated.state.lasting)


def is_of_nobody(stated: Stated) -> bool:
    """Whether the condition is told of nobody: "no deal was signed", "nobody died"."""
    ends = [stated.theme, stated.other, *stated.words]
    if stated.kind == "there":
        ends = [stated.theme]
    found = 0
    for end in ends:
        if end is None or end.pos_ not in ("NOUN", "PROPN", "PRON"):
            continue
        own = any(child.lower_ in ("no", "neither") for child in end.children)
        found += own or end.lower_ in hedges().negation.nobody
    return found > 0


def is_without_evidence(stated: Stated) -> bool:
    """Whether nothing is there that tells it: "no evidence suggested a link"."""
    subjects = (child for child in stated.verb.children if child.dep_ in _SUBJECTS)
    telling = hedges().unconfirmed.nouns_negated
    return any(each.lemma_.lower() in telling and negated(each) for each in subjects)


def is_of_whom(stated: Stated) -> bool:
    """Whether it is left open who or what it is: "it is not clear what caused the crash"."""
    ends = (stated.theme, stated.other)
    return any(end is not None and end.tag_ == "WP" for end in ends)


def negated(word: Token) -> bool:
    """Whether a word is denied: by "not", by "no", or by a subject who is nobody."""
    for child in word.children:
        if child.dep_ == "neg" or child.lower_ in ("no", "never", "neither"):
            return True
        if child.dep_ in _SUBJECTS or child.dep_ in ("dobj", "attr"):
            if child.lower_ in hedges().negation.nobody:
                return True
            if any(below.lower_ == "no" for below in child.children):
                return True
    if word.dep_ in ("dobj", "attr", "pobj", "nsubj", "nsubjpass"):
        verb = word.head
        return verb.i != word.i and any(child.dep_ == "neg" for child in verb.children)
    return False


def is_by_name(verb: Token) -> bool:
    """Whether a verb has a name for its subject: what "Reuters reported" is no hearsay."""
    return any(child.dep_ in _SUBJECTS and child.pos_ == "PROPN" for child in verb.children)


def is_false(noun: Token) -> bool:
    """Whether a noun of saying is called wrong: "the claim that ... was untrue"."""
    if noun.dep_ not in _SUBJECTS:
        return False
    return any(child.lower_ in hedges().contests.false for child in noun.head.children)
