"""Tense: whether the sentence around an expression of time looks back or ahead."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from rashomon.find.parse import Parsed, Token
from rashomon.find.scope import clause_of, home_of
from rashomon.find.times.expressions import Expression
from rashomon.report import Span
from rashomon.words.tables import table

#: Auxiliaries that point ahead, "would" among them: reports of plans shift "will" back.
_AHEAD = frozenset(
    ("will", "wo", "shall", "'ll", "\u2019ll", "would", "may", "might", "could", "should", "must")
)
#: What began is told in words of beginning no farther before than this (characters).
_NEAR = 400
#: A heading stands no more blocks before what is under it.
_UNDER = 20
_VERBAL = frozenset(("VERB", "AUX"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """Lemmas of planning, in `data/times.toml`."""

    words: tuple[str, ...]
    timetable: tuple[str, ...]
    put_off: tuple[str, ...]
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginnings:
    """Lemmas of beginning, in `data/times.toml`."""

    verbs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _PlanTable:
    plans: Plans
    beginnings: Beginnings


@cache
def _plans() -> frozenset[str]:
    return frozenset(table("times", _PlanTable).plans.words)


@cache
def _put_off() -> frozenset[str]:
    return frozenset(table("times", _PlanTable).plans.put_off)


@cache
def _timetable() -> frozenset[str]:
    return frozenset(table("times", _PlanTable).plans.timetable)


def looks_ahead(parsed: Parsed, span: Span) -> bool:
    """Whether the time at `span` lies ahead of the report; False in reports of what happened.

    Headings and captions tell the past in the present tense and never look ahead by it.
    """
    token: Token = parsed.tokens_of(span).root
    if token.dep_ == "poss":
        return False  # "Tuesday's attack"
    clause = clause_of(token)
    while token.i != clause.i:
        if token.dep_ == "xcomp" and token.head.lemma_ == "be":
            return True  # "is to be heard on Monday"
        below, token = token, token.head
        # "Agreed on Monday" looks back; "planned for Monday" and "the plan for Monday" ahead.
        planned = token.pos_ not in _VERBAL or token.tag_ == "VBN"
        planned = planned or below.lower_ in ("for", "until") or below.dep_ == "xcomp"
        if planned and token.lemma_.lower() in _plans():
            return True
        if below.lower_ in ("until", "till") and token.lemma_.lower() in _put_off():
            return True
    if _under_heading(parsed, span.start):
        return clause.tag_ != "VBD"
    return _clause_ahead(parsed, clause)


def tells_beginning(parsed: Parsed, at: Expression, since: Expression) -> bool:
    """Whether the clause of the time `at` tells that what `since` speaks of began then."""
    clause = home_of(parsed.tokens_of(parsed.span(at.start, at.end)).root)
    if any(child.dep_ == "ccomp" for child in clause.children):
        return False  # when it was said, not when it began
    if since.start - at.end > _NEAR:
        return any(token.lower_ == since.parts["noun"].lower() for token in clause.subtree)
    verbs = table("times", _PlanTable).beginnings.verbs
    noun = since.parts["noun"].lower()
    return clause.lemma_.lower() in verbs or any(t.lower_ == noun for t in clause.subtree)


def _under_heading(parsed: Parsed, position: int) -> bool:
    """Whether the text stands under a heading of what is to come: "The week ahead"."""
    blocks = parsed.report.blocks
    at = bisect_right(blocks, position, key=lambda block: block.start)
    heading = next(
        (b for b in reversed(blocks[max(0, at - _UNDER) : at]) if b.kind == "heading"), None
    )
    if heading is None:
        return False
    words = " ".join(parsed.report.text[heading.start : heading.end].lower().split())
    words = words.replace("\u2019", "'")
    return any(known in words for known in table("times", _PlanTable).plans.headings)


def _clause_ahead(parsed: Parsed, clause: Token) -> bool:
    """Whether the verb of the clause is ahead; without a finite one, that of the clause above."""
    helpers = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in helpers}
    if words & _AHEAD:
        return "have" not in words
    if clause.lemma_.lower() in _plans() and clause.tag_ in ("VBN", "JJ", "VBZ", "VBP"):
        return True
    if "to" in words:
        above = clause.head.lemma_.lower()
        planned = above in _plans() or above == "be" or clause.dep_ in ("acl", "relcl")
        return planned or _clause_ahead_above(parsed, clause)
    if clause.tag_ in ("VBD", "VBN") or any(c.tag_ == "VBD" or c.lemma_ == "have" for c in helpers):
        return False
    if clause.tag_ in ("VBZ", "VBP") or any(c.tag_ in ("VBZ", "VBP") for c in helpers):
        told = parsed.block_at(clause.idx) in ("heading", "caption")
        return clause.lemma_.lower() in _timetable() and not told
    return _clause_ahead_above(parsed, clause)


def _clause_ahead_above(parsed: Parsed, clause: Token) -> bool:
    """The same of the clause above, where there is one that this clause hangs on."""
    if clause.head.i == clause.i:
        return False
    above = clause_of(clause.head)
    return above.pos_ in _VERBAL and _clause_ahead(parsed, above)
