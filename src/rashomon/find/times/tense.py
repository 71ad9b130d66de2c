"""Tense: whether the sentence around an expression of time looks back or ahead."""

from dataclasses import dataclass
from functools import cache

from rashomon.find.parse import Parsed, Token
from rashomon.find.scope import clause_of
from rashomon.report import Span
from rashomon.words.tables import table

#: Auxiliaries that point ahead, "would" among them: reports of plans shift "will" back.
_AHEAD = frozenset(
    ("will", "wo", "shall", "'ll", "\u2019ll", "would", "may", "might", "could", "should", "must")
)
_VERBAL = frozenset(("VERB", "AUX"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """Lemmas of planning, in `data/times.toml`."""

    words: tuple[str, ...]
    timetable: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _PlanTable:
    plans: Plans


@cache
def _plans() -> frozenset[str]:
    return frozenset(table("times", _PlanTable).plans.words)


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
        by, token = token.lower_, token.head
        # "Agreed on Monday" looks back; "planned for Monday" and "the plan for Monday" ahead.
        planned = token.pos_ not in _VERBAL or token.tag_ == "VBN" or by in ("for", "until")
        if planned and token.lemma_.lower() in _plans():
            return True
    return _clause_ahead(parsed, clause)


def _clause_ahead(parsed: Parsed, clause: Token) -> bool:
    """Whether the verb of the clause is ahead; without a finite one, that of the clause above."""
    helpers = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in helpers}
    if words & _AHEAD:
        return "have" not in words
    if clause.lemma_.lower() in _plans() and clause.tag_ in ("VBN", "JJ"):
        return True
    if "to" in words:
        planned = clause.head.lemma_.lower() in _plans() or clause.dep_ in ("acl", "relcl")
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
