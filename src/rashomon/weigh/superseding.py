"""Superseding: which of two answers gives way to the other, and the versions that make it so."""

from collections.abc import Mapping
from itertools import permutations

from rashomon.account import Position, Question, Reason, Relation
from rashomon.report import Report
from rashomon.versions import Versions
from rashomon.weigh.questions import related

#: Relations that cannot stand with an answer that its own outlet has changed.
_CHANGED = ("contradict", "differ", "supersedes")

#: Why an answer in an earlier version gives way.
_LATER = Reason(kind="order", text="a later version of the same report")


def superseded(question: Question, versions: Versions, reports: Mapping[str, Report]) -> Question:
    """The question with its relations as they stand when all versions of reports were heard.

    An answer that only earlier versions hold, and that differs from one in their later versions,
    is withdrawn: others supersede it, and it is no conflict with any. Of a relation `supersedes`,
    `a` always gives way to `b`.
    """
    by_id = {position.id: position for position in question.positions}
    pairs = [(each, by_id[each.a], by_id[each.b]) for each in question.relations]

    def gives_way(one: Position, other: Position) -> bool:
        later = versions.gives_way(_reports(one), _reports(other))
        return later and not _stood_beside(one, other)

    withdrawn = {
        one.id
        for relation, *pair in pairs
        if relation.relation in _CHANGED
        for one, other in permutations(pair)
        if gives_way(one, other)
    }

    def turn(position: Position) -> tuple[bool, str, float]:
        return (position.id not in withdrawn, *_told_first(position, reports))

    relations = []
    for relation, *pair in pairs:
        withdraws = not withdrawn.isdisjoint((relation.a, relation.b))
        gone = withdraws and relation.relation in _CHANGED
        replaced = [(one, other) for one, other in permutations(pair) if gives_way(one, other)]
        # "At least four", where the page says "six" now, was brought up to date all the same.
        gone = gone or (relation.relation == "compatible" and bool(replaced))
        if gone or relation.relation == "supersedes":
            first, second = replaced[0] if replaced else sorted(pair, key=turn)
            reasons = (*relation.reasons, _LATER) if gone else relation.reasons
            relation = Relation(a=first.id, b=second.id, relation="supersedes", reasons=reasons)
        relations.append(relation)
    return related(question, relations)


def _stood_beside(one: Position, other: Position) -> bool:
    """Whether one version holds both answers: the later one only left one out."""
    return not _reports(one).isdisjoint(_reports(other))


def _reports(position: Position) -> set[str]:
    return {span.report for span in position.evidence}


def _told_first(position: Position, reports: Mapping[str, Report]) -> tuple[str, float]:
    """Sorts answers by the day on which they were first told, and those of one day by number."""
    days = (reports[each].published for each in _reports(position))
    ends = (position.value, position.low, position.high)
    number = next((end for end in ends if end is not None), 0.0)
    return min((day[:10] for day in days if day), default=""), number
