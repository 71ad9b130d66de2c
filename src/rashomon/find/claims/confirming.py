"""Confirming: what somebody confirms or denies where no topic of the table names the condition."""

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.find.claims.arguments import subject_of
from rashomon.find.claims.hedges import hedges
from rashomon.find.claims.predicates import Stated
from rashomon.find.claims.states import State, statuses
from rashomon.find.parse import Token, Tokens


@cache
def _state() -> State:
    return next(state for state in statuses().states if state.topic == "confirmation")


def confirmed_in(sentence: Tokens, stated: Sequence[Stated]) -> Iterator[Stated]:
    """The clauses that are confirmed or denied and state no condition of the table."""
    known = {each.token.i for each in stated} | {each.verb.i for each in stated}
    table = hedges().confirming
    for token in sentence:
        if token.lemma_.lower() not in table.affirmed | table.denied | table.nouns:
            continue
        for clause in token.children:
            if clause.dep_ in ("ccomp", "acl") and not known & {t.i for t in clause.subtree}:
                yield from _confirmed(clause)


def _confirmed(clause: Token) -> Iterator[Stated]:
    theme = subject_of(clause)
    if theme is not None and clause.pos_ in ("VERB", "AUX") and clause.tag_ != "VBG":
        yield Stated(_state(), "verb", clause, clause, theme, None, ())
