"""Clauses: which words of a sentence are the content of a cue."""

from rashomon.find.actors.posts import role_of
from rashomon.find.cues import Cue, is_aside, is_verb_cue, resumes
from rashomon.find.parse import Doc, Token
from rashomon.find.statements.complements import (
    Piece,
    around_phrase,
    directive,
    marked,
    noun_content,
    object_phrase,
    passive_content,
    prepositional,
    small_clause,
    source_content,
    trimmed,
    valued,
)
from rashomon.find.statements.passing import cited, is_citing
from rashomon.find.statements.subjects import (
    PATIENTS,
    QUOTES,
    agent_of,
    cue_end,
    cue_start,
    is_quote,
    subject_of,
)

#: What belongs to the clause although the parse hangs it on the cue, and the words that join it.
_SIBLINGS = frozenset({"prep", "dep", "appos", "relcl", "ccomp", "advcl", "acl", "oprd"})
#: So many tokens of a sentence are searched at most for a turn to another speaker.
_LONGEST = 150
_JOINS = frozenset({"if", "because", "unless", "since", "until", "so", "once", "when", "where"})
_TURNS = frozenset({"but", "while", "although", "though", "whereas", "however"})
#: What may stand between a quotation or clause and the cue behind it.
_STOPS = frozenset({",", "-", "\u2013", "\u2014", "?", "!", "...", "\u2026"})


def content_of(cue: Cue, subject: Token | None) -> list[Piece]:
    """The pieces of what was said, as token stretches; empty where the cue introduces nothing."""
    if cue.kind == "noun":
        return noun_content(cue.head)
    if cue.kind == "source":
        return source_content(cue)
    if cue.kind == "passive":
        return passive_content(cue)
    if cue.kind == "adverb":
        return around_phrase(cue.head.head, cue.first, cue.last)
    return _verb_content(cue, subject)


def _verb_content(cue: Cue, subject: Token | None) -> list[Piece]:
    verb, clause = cue.head, _complement(cue.head)
    if clause is not None and subject is not None and verb.i < subject.i < clause.i:
        # The parse made an inverted speaker the subject of what is said.
        clause = None if clause.is_ancestor(subject) and subject.dep_ != "pobj" else clause
    if agent_of(verb) is not None and verb.lemma_.lower() not in PATIENTS:
        return passive_content(cue)
    if "clause" in cue.takes:
        named = "noun" in cue.takes and _has_object(verb) and cited(verb) is None
        outside = not _is_relative(subject) and not named
        pieces = _inserted(cue, subject, clause) if outside else []
        if not pieces and outside and _is_split(cue, subject, clause):
            pieces = _before(cue, subject, None)
        if not pieces and clause is not None and clause.i > verb.i:
            pieces = _behind(cue, clause)
        if not pieces and outside:
            pieces = _before(cue, subject, clause)
        if pieces:
            return pieces
    wanted = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp")), None)
    if wanted is not None and "infinitive" in cue.takes:
        return directive(verb, wanted)
    if wanted is not None and "saying" in cue.takes and is_verb_cue(wanted):
        return directive(verb, wanted)
    if "value" in cue.takes:
        return valued(verb)
    if "document" in cue.takes and subject is not None and role_of(subject) == "document":
        return object_phrase(verb)
    small = small_clause(verb) if "small" in cue.takes else []
    noun = object_phrase(verb) if "noun" in cue.takes and cited(verb) is None else []
    return small or noun or prepositional(cue) or _around_aside(verb)


def _around_aside(verb: Token) -> list[Piece]:
    """The clause that a cue opened by "as" stands in: "As the paper reported, [it is more]"."""
    if verb.dep_ != "advcl" or not marked(verb, "as") or not is_aside(verb):
        return []
    return around_phrase(verb.head, verb.left_edge.i, verb.right_edge.i)


def _is_split(cue: Cue, subject: Token | None, clause: Token | None) -> bool:
    """Whether a quotation ends before the cue's own words and goes on behind: "A," X said, "B"."""
    doc, (first, last) = cue.head.doc, _own(cue, subject, clause)
    if first <= cue.head.sent.start or last + 2 >= cue.head.sent.end:
        return False
    return is_quote(doc[first - 1]) and doc[last + 1].text == "," and is_quote(doc[last + 2])


def _is_relative(subject: Token | None) -> bool:
    return subject is not None and subject.tag_ in ("WP", "WDT")


def _has_object(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN") for c in verb.rights)


def _complement(verb: Token) -> Token | None:
    """The clause that completes the verb; one behind it is preferred."""
    found = [c for c in verb.children if c.dep_ == "ccomp" or (c.dep_ == "dobj" and _clausal(c))]
    found += [c for c in verb.children if c.dep_ == "advcl" and marked(c, "that")]
    behind = [c for c in found if c.i > verb.i]
    return next(iter(behind or found or _hung_on_phrase(verb)), None)


def _hung_on_phrase(verb: Token) -> list[Token]:
    """The that-clause that the parse hangs on the occasion: "said in a letter [that ...]".

    Or on who is cited: "reported, citing the mayor, [that ...]".
    """
    occasions = [o for c in verb.rights if c.dep_ == "prep" for o in c.rights if o.dep_ == "pobj"]
    occasions += [whom for c in verb.rights if is_citing(c) and (whom := cited(c)) is not None]
    clauses = [c for o in occasions for c in o.rights if c.dep_ in ("acl", "relcl")]
    return [
        clause
        for clause in clauses
        if clause.left_edge.lower_ == "that" and clause.left_edge.dep_ not in ("nsubj", "nsubjpass")
    ]


def _clausal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.tag_ != "VBG"


def _behind(cue: Cue, clause: Token) -> list[Piece]:
    """The clause behind the cue: "X said [that ...]"."""
    verb, doc = cue.head, cue.head.doc
    first = _past_time(doc, max(clause.left_edge.i, verb.i + 1), verb)
    last = _cut(clause, _with_siblings(verb, clause))
    return trimmed(doc, first, _participle(doc, clause.i, last))


def _past_time(doc: Doc, first: int, verb: Token) -> int:
    """Past a day right behind the cue ("said Tuesday pockets remain"), which is the cue's own."""
    at = first
    if first == verb.i + 1 and doc[at].ent_type_ == "DATE" and doc[at].tag_ == "NNP":
        while at + 1 < len(doc) and doc[at].ent_type_ == "DATE" and at - first < 3:
            if doc[at + 1].tag_ == "POS":
                return first
            at += 1
    return at


def _with_siblings(verb: Token, clause: Token) -> int:
    """The end of a clause with what the parse hung on the cue instead: phrases, a second clause."""
    last = clause.right_edge.i
    for child in verb.rights:
        if child.i <= last or child.is_punct or child.dep_ == "cc":
            continue
        joins = {c.lower_ for c in child.children if c.dep_ in ("mark", "advmod")} & _JOINS
        if child.dep_ not in _SIBLINGS or (child.dep_ == "advcl" and not joins):
            break
        last = child.right_edge.i
    return last


def _cut(clause: Token, last: int) -> int:
    """The end of a clause without a turn to another speaker: ", though he said ..."."""
    doc = clause.doc
    for at in range(clause.i + 1, min(last, clause.i + _LONGEST)):
        if doc[at].lower_ in ("and", "but") and resumes(doc[at + 1]) and not _quoted(doc, at):
            return at - 1
        if doc[at].lower_ not in _TURNS or doc[at - 1].text != "," or _quoted(doc, at):
            continue
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
    """Whether a quotation is open at a token of its sentence."""
    return sum(token.text in QUOTES for token in doc[doc[at].sent.start : at]) % 2 == 1


def _inserted(cue: Cue, subject: Token | None, clause: Token | None) -> list[Piece]:
    """A sentence around a cue put between commas: "[The bridge], he said, [had collapsed]"."""
    doc, sent = cue.head.doc, cue.head.sent
    first, last = _own(cue, subject, clause)
    if first <= sent.start or last + 1 >= sent.end or subject is None:
        return []
    if doc[first - 1].text != "," or doc[last + 1].text != ",":
        return []
    behind = doc[last + 2] if last + 2 < sent.end else None
    if behind is None or is_quote(behind) or behind.tag_ == "VBG" or behind.lower_ == "but":
        return []
    end = _participle(doc, last + 2, sent.end - 1)
    words = [*doc[sent.start : first], *doc[last + 1 : end]]
    if not any(token.pos_ in ("VERB", "AUX") for token in words):
        return []
    start = _past_other(doc, sent.start, first)
    return trimmed(doc, start, first - 1) + trimmed(doc, last + 1, end)


def _own(cue: Cue, subject: Token | None, clause: Token | None) -> tuple[int, int]:
    """First and last token of the cue's own words."""
    first = min(cue.first, cue_start(cue.head, subject))
    return first, cue_end(cue.head, subject, clause)


def _before(cue: Cue, subject: Token | None, clause: Token | None) -> list[Piece]:
    """Content before the cue, and behind it where a quotation or the clause goes on."""
    doc, sent = cue.head.doc, cue.head.sent
    first, last = _own(cue, subject, clause)
    if first <= sent.start or subject is None:
        return []
    at = first - 1
    while at > sent.start and (doc[at].is_space or is_quote(doc[at])):
        at -= 1
    if doc[at].text not in _STOPS and at == first - 1:
        return []
    start = _past_other(doc, sent.start, first) if clause is not None else sent.start
    said = doc[start:first]
    if not any(token.pos_ in ("VERB", "AUX") or is_quote(token) for token in said):
        return []
    pieces = trimmed(doc, start, first - 1)
    return pieces + _continuation(doc, last + 1, sent.end, clause) if pieces else []


def _past_other(doc: Doc, start: int, stop: int) -> int:
    """Where content before a cue starts: the sentence, or past the clause of an earlier speaker."""
    for at in range(stop - 1, max(start, stop - _LONGEST), -1):
        if doc[at - 1].lower_ in _TURNS | {"and", ";"} and not _quoted(doc, at):
            before = doc[start : at - 1]
            if any(is_verb_cue(token) and _complement(token) and _told(token) for token in before):
                return at
    return start


def _told(verb: Token) -> bool:
    """Whether somebody says it: not so "it is not known how many"."""
    return not any(c.dep_ in ("nsubjpass", "expl") or c.lower_ == "it" for c in verb.lefts)


def _continuation(doc: Doc, first: int, end: int, clause: Token | None) -> list[Piece]:
    """What goes on behind a cue: the same clause, or the next part of the quotation."""
    at = first + 1
    if at >= end or doc[first].text not in (",", ";", ":"):
        return []
    goes_on = clause is not None and clause.right_edge.i >= at
    opening = at + (doc[at].lower_ in ("and", "but"))
    if not goes_on and (opening >= end or not is_quote(doc[opening])):
        return []
    return trimmed(doc, at, _participle(doc, at, end - 1))


def _participle(doc: Doc, first: int, last: int) -> int:
    """The end of content that the same speaker goes on from: ", adding that ..."."""
    for at in range(first + 1, last):
        if (
            doc[at].tag_ == "VBG"
            and doc[at - 1].text == ","
            and is_verb_cue(doc[at])
            and not _quoted(doc, at)
        ):
            return at - 2
    return last
