"""Complements: content that is no clause of a verb of saying: objects, phrases, nouns, passives."""

from rashomon.find.cues import Cue, may_be_content
from rashomon.find.parse import Doc, Token

Piece = tuple[int, int]  # first and last token, both inclusive

_EDGES = frozenset({",", ";", ":", ".", "–", "—", "-"})
_DASHES = frozenset({"–", "—", "--"})
_PREDICATES = frozenset({"oprd", "acomp", "xcomp", "prt", "advmod", "ccomp", "dobj"})
_PATIENTS = frozenset({"nsubjpass", "nsubj", "csubjpass", "csubj", "ccomp"})
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis"})


def trimmed(doc: Doc, first: int, last: int) -> list[Piece]:
    """The stretch without punctuation, blanks and a leading "that"; empty where nothing is left."""
    while first <= last and (doc[first].is_space or doc[first].text in _EDGES | {")"}):
        first += 1
    while last >= first and (doc[last].is_space or doc[last].text in _EDGES | {"("}):
        last -= 1
    that = first <= last and doc[first].lower_ == "that"
    if that and (doc[first].dep_ == "mark" or doc[first].tag_ == "IN"):
        first += 1
    return [(first, last)] if first <= last else []


def marked(clause: Token, word: str) -> bool:
    """Whether a conjunction opens the clause."""
    return any(c.dep_ == "mark" and c.lower_ == word for c in clause.children)


def directive(verb: Token, clause: Token) -> list[Piece]:
    """An infinitive with the one it is addressed to: "urged [residents to leave]"."""
    first = clause.left_edge.i
    target = next((c for c in verb.rights if c.dep_ in ("dobj", "dative", "nsubj")), None)
    if target is not None:
        first = min(first, target.left_edge.i)
    return trimmed(verb.doc, max(first, verb.i + 1), clause.right_edge.i)


def small_clause(verb: Token) -> list[Piece]:
    """An object with its predicate: "declared [the operation over]"."""
    rights = [c for c in verb.rights if not c.is_punct]
    target = next((c for c in rights if c.dep_ in ("dobj", "nsubj", "ccomp")), None)
    if target is None:
        # "declared the search over" may be parsed as a particle that has a subject.
        odd = [
            c
            for c in rights
            if any(k.dep_ == "nsubj" for k in c.lefts)
            or (c.dep_ == "oprd" and any(k.dep_ == "dobj" for k in c.rights))
        ]
        return trimmed(verb.doc, verb.i + 1, odd[0].right_edge.i) if odd else []
    predicates = [c for c in rights if c.i > target.i and c.dep_ in _PREDICATES]
    if predicates:
        return trimmed(verb.doc, target.left_edge.i, predicates[-1].right_edge.i)
    if target.dep_ == "ccomp":
        return trimmed(verb.doc, max(target.left_edge.i, verb.i + 1), target.right_edge.i)
    return []


def object_phrase(verb: Token) -> list[Piece]:
    """A noun phrase with the phrases that hang on it: "announced [a drill for Monday]"."""
    target = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if target is None or not may_be_content(verb, target):
        return []
    last = target.right_edge.i
    resumed = _behind_aside(verb, last)
    if resumed is not None:
        return trimmed(verb.doc, target.left_edge.i, resumed.right_edge.i)
    for child in verb.rights:
        if child.dep_ == "prep" and child.i == last + 1:
            last = child.right_edge.i
    return trimmed(verb.doc, target.left_edge.i, last)


def _behind_aside(verb: Token, last: int) -> Token | None:
    """The phrase that goes on behind an aside in dashes: "accused two — A and B — [of theft]"."""
    doc, end = verb.doc, verb.sent.end
    if last + 2 >= end or doc[last + 1].text not in _DASHES:
        return None
    closing = next((at for at in range(last + 2, end - 1) if doc[at].text in _DASHES), None)
    behind = doc[closing + 1] if closing is not None else None
    return behind if behind is not None and behind.dep_ == "prep" else None


def valued(verb: Token) -> list[Piece]:
    """What is put at a number: "put [the loss at $12 million]"."""
    target = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    at = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "at"), None)
    if target is None or at is None or not any(t.like_num for t in at.subtree):
        return []
    return trimmed(verb.doc, target.left_edge.i, at.right_edge.i)


def prepositional(cue: Cue) -> list[Piece]:
    """What follows one of the cue's prepositions: "warned of [mines]"."""
    for child in cue.head.rights:
        if child.dep_ in ("prep", "prt") and child.lower_ in cue.takes:
            last = child.right_edge.i
            for clause in cue.head.rights:
                if clause.dep_ in ("xcomp", "advcl") and clause.i > child.i:
                    last = max(last, clause.right_edge.i)
            return trimmed(cue.head.doc, child.i + 1, last)
    return []


def noun_content(noun: Token) -> list[Piece]:
    """The that-clause of a noun of saying: "claims by the group [that ...]".

    The parse may hang the clause on the speaker instead of the noun.
    """
    speakers = [
        behind
        for child in noun.rights
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of")
        for behind in child.rights
    ]
    for child in (*noun.rights, *(c for speaker in speakers for c in speaker.rights)):
        that = _that(child)
        if that is not None:
            return trimmed(noun.doc, that.i + 1, child.right_edge.i)
    return []


def _that(clause: Token) -> Token | None:
    """The "that" which opens a clause with a subject of its own."""
    if clause.dep_ not in ("acl", "ccomp", "relcl"):
        return None
    that = next((c for c in clause.lefts if c.lower_ == "that"), None)
    subject = any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ != "that" for c in clause.lefts)
    return that if that is not None and (that.dep_ == "mark" or subject) else None


def source_content(cue: Cue) -> list[Piece]:
    """The clause that a phrase such as "according to X" is hung on, without the phrase."""
    doc, last = cue.head.doc, cue.head.right_edge.i
    dash = _dash_before(cue)
    if dash is not None and last + 1 < len(doc) and doc[last + 1].text in _DASHES:
        return trimmed(doc, dash + 1, cue.first - 1)  # "The storm - the worst yet, ... - tore"
    head = cue.head.doc[cue.first].head
    while head.dep_ not in _CLAUSES and head.head.i != head.i:
        head = head.head
    return around_phrase(_joint(head, cue), cue.first, cue.head.right_edge.i)


def _dash_before(cue: Cue) -> int | None:
    """The dash that opens the insertion in which a phrase stands, if any."""
    doc, start = cue.head.doc, cue.head.sent.start
    return next((at for at in range(cue.first - 1, start, -1) if doc[at].text in _DASHES), None)


def _joint(clause: Token, cue: Cue) -> Token:
    """The first of joint clauses before a comma: "A sank and B was lost, according to X".

    The clause itself where they are what somebody else said.
    """
    head = clause
    if cue.first == 0 or clause.doc[cue.first - 1].text != ",":
        return clause
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX"):
        head = head.head
    return clause if head.dep_ == "ccomp" else head


def around_phrase(clause: Token, first: int, last: int) -> list[Piece]:
    """A clause without a stretch; the whole sentence where the clause is its main one."""
    doc, sent = clause.doc, clause.sent
    begin, end = clause.left_edge.i, clause.right_edge.i
    if clause.dep_ == "ROOT" or first <= sent.start + 1:
        begin, end = sent.start, sent.end - 1
    return trimmed(doc, begin, first - 1) + trimmed(doc, max(last + 1, begin), end)


def passive_content(cue: Cue) -> list[Piece]:
    """ "X is believed to have fled", "it is believed that X fled", "that X fled was confirmed"."""
    verb = cue.head
    subject = next((c for c in verb.lefts if c.dep_ in _PATIENTS), None)
    clause = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp")), None)
    if subject is None:
        return []
    if clause is None:
        told = subject.dep_ in ("csubj", "csubjpass", "ccomp") or "noun" in cue.takes
        return trimmed(verb.doc, subject.left_edge.i, subject.right_edge.i) if told else []
    behind = trimmed(verb.doc, max(clause.left_edge.i, verb.i + 1), clause.right_edge.i)
    if subject.lower_ == "it" or clause.dep_ == "ccomp":
        return behind
    return trimmed(verb.doc, subject.left_edge.i, subject.right_edge.i) + behind
