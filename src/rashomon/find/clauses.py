"""Clauses: which words of a sentence are the content of a cue, and which the cue's own."""

from rashomon.find.cues import Cue, is_verb_cue
from rashomon.find.parse import Doc, Parsed, Token

Piece = tuple[int, int]  # first and last token, both inclusive

_CLAUSES = frozenset({"ccomp", "xcomp"})
#: What belongs to the clause although the parse hangs it on the cue, and the words that join it.
_SIBLINGS = frozenset({"prep", "dep", "appos", "relcl", "ccomp", "advcl", "acl", "oprd"})
_JOINS = frozenset({"if", "because", "unless", "since", "until", "so", "once", "when", "where"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
#: Words between a subject and its verb.
_BETWEEN = frozenset({"also", "later", "then", "has", "had", "have", "already", "earlier"})
_QUOTES = frozenset({'"', "\u201c", "''", "``"})
_TURNS = frozenset({"but", "while", "although", "though", "whereas", "however"})


def subject_of(verb: Token, depth: int = 4) -> Token | None:
    """The head of a verb's subject, also where it is shared, inherited or behind the verb."""
    own = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if own is not None:
        return own
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is not None:
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    beside = _beside(verb)
    if beside is not None or depth == 0:
        return beside
    if verb.dep_ == "acl":
        return verb.head
    if verb.dep_ in ("conj", "advcl", "xcomp", "pcomp", "prep") and verb.head.i != verb.i:
        head = verb.head
        while head.dep_ in ("prep", "acomp", "attr") and head.head.i != head.i:
            head = head.head
        return subject_of(head, depth - 1)
    return None


def _beside(verb: Token) -> Token | None:
    """The noun right before or, inverted, right after a finite verb that the parse left without one."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].lower_ in _BETWEEN:
        at -= 1
    before = verb.doc[at] if at >= verb.sent.start else None
    if before is not None and before.dep_ not in _SUBJECTS and _like_a_name(before):
        return before
    after = verb.doc[verb.i + 1] if verb.i + 1 < verb.sent.end else None
    if after is not None and after.pos_ == "PROPN" and verb.i > verb.sent.start:
        if before is not None and before.is_punct and not after.ent_type_ == "DATE":
            head = after
            while head.dep_ == "compound" and head.head.i > head.i:
                head = head.head
            return head
    return None


def _like_a_name(token: Token) -> bool:
    return token.pos_ in ("PROPN", "PRON") or (
        token.tag_ == "NNS" and token.text[:1].isupper() and not token.is_sent_start
    )


def content_of(parsed: Parsed, cue: Cue, subject: Token | None) -> list[Piece]:
    """The pieces of what was said, as token stretches; empty where the cue introduces nothing."""
    if cue.kind == "noun":
        return _noun_content(cue.head)
    if cue.kind == "source":
        return _source_content(cue)
    if cue.kind == "passive":
        return _passive_content(cue)
    if cue.kind == "adverb":
        return _rest_of(cue.head.head, cue.first, cue.last)
    return _verb_content(parsed, cue, subject)


def _verb_content(parsed: Parsed, cue: Cue, subject: Token | None) -> list[Piece]:
    verb = cue.head
    clause = _complement(verb)
    if "clause" in cue.takes:
        if clause is not None and clause.i > verb.i and not _is_inserted(verb, clause):
            return _after(cue, clause)
        pieces = _around(cue, subject, clause)
        if pieces:
            return pieces
    if "infinitive" in cue.takes and clause is not None and clause.i > verb.i:
        return _stretch(verb, clause)
    if "small" in cue.takes or "noun" in cue.takes:
        found = _object(verb, "small" in cue.takes, "noun" in cue.takes)
        if found:
            return found
    return _prepositional(cue)


def _complement(verb: Token) -> Token | None:
    """The clause that completes the verb; a clause after it is preferred."""
    found = [c for c in verb.children if c.dep_ in _CLAUSES or (c.dep_ == "dobj" and _clausal(c))]
    found += [c for c in verb.children if c.dep_ == "advcl" and _marked(c, "that")]
    after = [c for c in found if c.i > verb.i]
    return next(iter(after or found), None)


def _clausal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.tag_ != "VBG"


def _marked(clause: Token, word: str) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == word for c in clause.children)


def _is_inserted(verb: Token, clause: Token) -> bool:
    """Whether the clause runs around the cue: "The bomb, he said, was big"."""
    return clause.left_edge.i < verb.i - 1 and verb.left_edge.i > clause.left_edge.i


def _after(cue: Cue, clause: Token) -> list[Piece]:
    verb, doc = cue.head, cue.head.doc
    first = max(clause.left_edge.i, verb.i + 1)
    first = _past_time(doc, first, verb)
    while first < clause.i and (
        doc[first].dep_ == "mark" and doc[first].lower_ == "that" or doc[first].text in (",", ":")
    ):
        first += 1
    last = _cut(clause, _with_siblings(verb, clause))
    return _trim(doc, first, last)


def _with_siblings(verb: Token, clause: Token) -> int:
    """The end of a clause with what the parse hung on the cue instead: phrases, a second clause."""
    last = clause.right_edge.i
    for child in verb.rights:
        if child.i <= last or child.is_punct:
            continue
        marks = {c.lower_ for c in child.children if c.dep_ in ("mark", "advmod")}
        if child.dep_ == "advcl" and not marks & _JOINS:
            break
        if child.dep_ not in _SIBLINGS:
            break
        last = child.right_edge.i
    return last


def _past_time(doc: Doc, first: int, verb: Token) -> int:
    """Past a day right behind the cue ("said Tuesday pockets remain"), which is the cue's own."""
    at = first
    if first == verb.i + 1 and doc[at].ent_type_ == "DATE" and doc[at].tag_ == "NNP":
        while (
            doc[at].ent_type_ == "DATE" and doc[at + 1].text not in ("'s", "’s") and at - first < 3
        ):
            at += 1
    return at if at < len(doc) - 1 else first


def _cut(clause: Token, last: int) -> int:
    """The end of a clause without a turn to the narrator or to another speaker: ", though he said ..."."""
    doc = clause.doc
    for at in range(clause.i + 1, last):
        if doc[at].lower_ in _TURNS and doc[at - 1].text == "," and not _quoted(doc, at):
            head = doc[at].head
            turn = head if doc[at].dep_ == "mark" else None
            if doc[at].dep_ == "cc":
                turn = next((c for c in head.children if c.dep_ == "conj" and c.i > at), None)
            if turn is None or not is_verb_cue(turn):
                continue
            if subject_of(turn, 0) is not None or (turn.i == at + 1 and turn.tag_ == "VBD"):
                return at - 2
    return last


def _quoted(doc: Doc, at: int) -> bool:
    sent = doc[at].sent
    marks = sum(1 for t in doc[sent.start : at] if t.text in ('"', "“", "”"))
    return marks % 2 == 1


def _around(cue: Cue, subject: Token | None, clause: Token | None) -> list[Piece]:
    """Content before the cue, and after it where the cue is put in between."""
    doc, verb, sent = cue.head.doc, cue.head, cue.head.sent
    first_own = min(cue.first, cue_start(verb, subject))
    if first_own <= sent.start or subject is None:
        return []
    at = first_own - 1
    while at > sent.start and (doc[at].is_space or doc[at].text in ('"', "”", "''", "’", "'")):
        at -= 1
    offset = doc[at].text in (",", "-", "–", "—", "?", "!", "...", "…") or at != first_own - 1
    if not offset:
        return []
    first = _before_start(doc, sent.start, at, clause)
    pieces = _trim(doc, first, first_own - 1)
    said = doc[first:first_own]
    if not pieces or not any(t.pos_ in ("VERB", "AUX") or t.text in _QUOTES for t in said):
        return []
    own_end = cue_end(verb, subject, clause)
    rest = _continuation(doc, own_end + 1, sent.end, clause)
    return pieces + rest


def _before_start(doc: Doc, start: int, stop: int, clause: Token | None) -> int:
    """Where the content before a cue starts: the sentence, or past an earlier speaker's clause."""
    first = start
    while first < stop and doc[first].is_space:
        first += 1
    if clause is not None and clause.left_edge.i > first:
        for at in range(clause.left_edge.i, first, -1):
            if doc[at - 1].lower_ in _TURNS | {"and"} or doc[at - 1].text == ";":
                earlier = any(is_verb_cue(t) and subject_of(t, 0) for t in doc[first : at - 1])
                return at if earlier else first
    return first


def _continuation(doc: Doc, first: int, end: int, clause: Token | None) -> list[Piece]:
    """What goes on after a cue put in between: the same clause, or the next part of the quotation."""
    if first >= end or doc[first].text not in (",", ";", ":"):
        return []
    at = first + 1
    if at >= end:
        return []
    goes_on = clause is not None and any(t.i >= at for t in (clause, clause.right_edge))
    quoted = doc[at + (doc[at].lower_ in ("and", "but"))].text if at + 1 < end else ""
    if not goes_on and quoted not in _QUOTES:
        return []
    last = end - 1
    for here in range(at, last):
        if doc[here].tag_ == "VBG" and doc[here - 1].text == "," and is_verb_cue(doc[here]):
            last = here - 1
            break
    return _trim(doc, at, last)


def cue_start(verb: Token, subject: Token | None) -> int:
    """The first token of the cue's own words: subject, auxiliaries and adverbs before the verb."""
    first = verb.i
    for child in verb.lefts:
        if child.dep_ in ("aux", "auxpass", "neg", "advmod") and child.i > verb.i - 5:
            first = min(first, child.i)
    if subject is not None and subject.i < verb.i and subject.sent.start == verb.sent.start:
        first = min(first, phrase_start(subject)) if verb.i - subject.i < 40 else first
    return first


def phrase_start(noun: Token) -> int:
    """Where the noun phrase of a speaker begins, with a name in apposition before it.

    "..., Talal Salo, spokesman for X, told ...": the parse makes "spokesman" the subject.
    """
    doc, first = noun.doc, noun.left_edge.i
    if first >= 2 and doc[first - 1].text == "," and doc[first - 2].pos_ == "PROPN":
        at = first - 2
        while at > 0 and doc[at - 1].pos_ == "PROPN" and not doc[at].is_sent_start:
            at -= 1
        if at == noun.sent.start or doc[at - 1].is_punct or doc[at - 1].is_space:
            return at
    return first


def cue_end(verb: Token, subject: Token | None, clause: Token | None) -> int:
    """The last token of the cue's own words: an inverted subject, an addressee, a time, a place."""
    last = verb.i
    for child in verb.rights:
        if (clause is not None and child.i == clause.i) or child.dep_ in (
            "punct",
            "advcl",
            "conj",
            "cc",
            "ccomp",
            "parataxis",
        ):
            continue
        if child.dep_ in ("npadvmod", "prep", "dobj", "dative", "advmod", "nsubj", "prt", "pobj"):
            last = max(last, child.right_edge.i)
    if subject is not None and subject.i > verb.i:
        last = max(last, subject.right_edge.i)
    return last


def _stretch(verb: Token, clause: Token) -> list[Piece]:
    target = next((c for c in verb.rights if c.dep_ in ("dobj", "dative", "nsubj")), None)
    first = (
        min(clause.left_edge.i, target.left_edge.i) if target is not None else clause.left_edge.i
    )
    return _trim(verb.doc, max(first, verb.i + 1), clause.right_edge.i)


def _object(verb: Token, small: bool, noun: bool) -> list[Piece]:
    """A noun phrase after the verb, with its predicate: "the operation over"."""
    rights = [c for c in verb.rights if c.dep_ not in ("punct",)]
    target = next((c for c in rights if c.dep_ in ("dobj", "nsubj", "ccomp")), None)
    if target is None or target.i < verb.i:
        return []
    predicate = [
        c
        for c in rights
        if c.i > target.i
        and c.dep_ in ("oprd", "acomp", "xcomp", "prt", "advmod", "ccomp", "dobj")
        and c.right_edge.i <= target.right_edge.i + 40
    ]
    if small and predicate:
        return _trim(verb.doc, target.left_edge.i, predicate[-1].right_edge.i)
    if noun and target.dep_ == "dobj":
        last = target.right_edge.i
        for c in rights:
            if (
                c.dep_ == "prep"
                and c.i == last + 1
                and c.lower_ in ("for", "of", "on", "about", "as")
            ):
                last = c.right_edge.i
        return _trim(verb.doc, target.left_edge.i, last)
    if small and target.dep_ == "ccomp":
        return _trim(verb.doc, max(target.left_edge.i, verb.i + 1), target.right_edge.i)
    return []


def _prepositional(cue: Cue) -> list[Piece]:
    for child in cue.head.rights:
        if child.dep_ in ("prep", "prt") and child.lower_ in cue.takes:
            last = child.right_edge.i
            for clause in cue.head.rights:
                if clause.dep_ in ("xcomp", "advcl") and clause.i > child.i:
                    last = max(last, clause.right_edge.i)
            return _trim(cue.head.doc, child.i + 1, last)
    return []


def _noun_content(noun: Token) -> list[Piece]:
    """The that-clause of a noun of saying: "claims by the group that ..."."""
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "relcl") and _marked(child, "that"):
            first = next(c.i for c in child.children if c.dep_ == "mark" and c.lower_ == "that")
            return _trim(noun.doc, first + 1, child.right_edge.i)
    return []


def _source_content(cue: Cue) -> list[Piece]:
    """The clause that a phrase such as "according to X" is hung on, without the phrase."""
    opener = cue.head.doc[cue.first]
    end = cue.head.right_edge.i
    head = opener.head
    while (
        head.dep_ not in ("ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis")
        and head.head.i != head.i
    ):
        head = head.head
    return _rest_of(head, cue.first, end)


def _rest_of(clause: Token, first: int, last: int) -> list[Piece]:
    """A clause without the stretch from `first` to `last`; the whole sentence where that ends it."""
    doc, sent = clause.doc, clause.sent
    begin, end = clause.left_edge.i, clause.right_edge.i
    if clause.dep_ == "ROOT" or first <= sent.start + 1:
        begin, end = sent.start, sent.end - 1
    return _trim(doc, begin, first - 1) + _trim(doc, max(last + 1, begin), end)


def _passive_content(cue: Cue) -> list[Piece]:
    """ "X is believed to have fled" and "it is believed that X fled"."""
    verb = cue.head
    subject = next((c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj")), None)
    clause = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp")), None)
    if clause is None or subject is None:
        return []
    after = _trim(verb.doc, max(clause.left_edge.i, verb.i + 1), clause.right_edge.i)
    if subject.lower_ == "it" or clause.dep_ == "ccomp":
        return after
    return _trim(verb.doc, subject.left_edge.i, subject.right_edge.i) + after


def _trim(doc: Doc, first: int, last: int) -> list[Piece]:
    """The stretch without commas, blanks and a leading "that" at its ends; empty where nothing is left."""
    while first <= last and (
        doc[first].is_space or doc[first].text in (",", ";", ":", ".", "–", "—", "-", ")")
    ):
        first += 1
    while last >= first and (
        doc[last].is_space or doc[last].text in (",", ";", ":", "–", "—", "-", ".", "(")
    ):
        last -= 1
    if first <= last and doc[first].lower_ == "that" and doc[first].dep_ == "mark":
        first += 1
    return [(first, last)] if first <= last else []
