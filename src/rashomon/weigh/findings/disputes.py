"""Disputes: the differences that a question shows, each kind told once with all its sides."""

from collections.abc import Iterator, Sequence

from rashomon.account import Finding, Position, Question, Relation
from rashomon.weigh.denials import DENIED
from rashomon.weigh.findings.telling import bare, finding, side_of
from rashomon.weigh.origins import UNNAMED, Sources

#: So many sides of one difference are told; a toll that rose ten times is seen in the question.
_MOST_SIDES = 6

#: The relations that cannot all stand.
OPPOSED = ("contradict", "differ")


#: Of these both answers exclude each other; that they speak of the very same is only likely.
_CONTRADICTED = ("denial", "responsibility", "link", "merit", "order")


def of_question(question: Question, sources: Sources) -> Iterator[Finding]:
    """One finding for each kind of difference that a question shows."""
    by_id = {position.id: position for position in question.positions}
    pairs: dict[tuple[str, str], list[Relation]] = {}
    for relation in question.relations:
        pair = by_id[relation.a], by_id[relation.b]
        found = _kind_of(relation, question, _is_between_speakers(pair, sources))
        if found is not None:
            pairs.setdefault(found, []).append(relation)
    for (kind, priority), relations in sorted(pairs.items()):
        if priority != "high" and (kind, "high") in pairs:
            continue  # told already, by those of whom it is sure
        taking_part = {id for each in relations for id in (each.a, each.b)}
        sides = _sides([by_id[id] for id in by_id if id in taking_part])
        if len(sides) < 2:
            continue
        told = [side_of(side, sources) for side in sides]
        answers = "; ".join(
            f"{told_side.label}: {bare(side[0])}"
            for told_side, side in zip(told, sides, strict=True)
        )
        yield finding(kind, priority, f"{question.text} {answers}.", told, question.id)


def of_party(question: Question, sources: Sources) -> Iterator[Finding]:
    """A body whose speakers state a status in two ways that cannot both be true."""
    by_id = {position.id: position for position in question.positions}
    for relation in question.relations:
        pair = (by_id[relation.a], by_id[relation.b])
        origins = [sources.by_id[position.origin] for position in pair]
        speaks = all(origin.kind == "speaker" for origin in origins)
        party = origins[0].party or ""
        # "Police" of two towns are two bodies; only one with a name is known to be the same.
        known = any(letter.isupper() for letter in party) and party == origins[1].party
        if relation.relation in OPPOSED and speaks and known:
            yield finding(
                "self_contradiction",
                "high",
                f"{origins[0].party} says both: {bare(pair[0])}; {bare(pair[1])}.",
                [side_of([position], sources) for position in pair],
                question.id,
            )
            return


def _sides(positions: Sequence[Position]) -> list[list[Position]]:
    """The positions by answer: equal numbers, or equal words, are one side."""
    sides: dict[tuple[object, ...], list[Position]] = {}
    for position in positions:
        number = (position.value, position.low, position.high)
        words = () if any(end is not None for end in number) else (position.answer.casefold(),)
        sides.setdefault((*number, position.qualifier, *words), []).append(position)
    kept = list(sides.values())
    # The ends of a long row say most: where it began and where it stands.
    return kept if len(kept) <= _MOST_SIDES else [*kept[: _MOST_SIDES - 1], kept[-1]]


def _is_between_speakers(pair: Sequence[Position], sources: Sources) -> bool:
    """Whether two speakers of two parties, in two reports, each say outright what is so."""
    origins = [sources.by_id[position.origin] for position in pair]
    spoken = all(each.kind == "speaker" and each.name != UNNAMED for each in origins)
    outright = all(position.stance in ("asserts", "denies") for position in pair)
    reports = [{span.report for span in position.evidence} for position in pair]
    apart = origins[0].party != origins[1].party and reports[0].isdisjoint(reports[1])
    return spoken and outright and apart


def _kind_of(relation: Relation, question: Question, spoken: bool) -> tuple[str, str] | None:
    """Kind and priority of the finding that a relation makes; None of none. `spoken` tells that
    it is between speakers of two parties."""
    kinds = {reason.kind for reason in relation.reasons}
    if relation.relation == "contradict":
        return "contradiction", "high"
    if relation.relation == "supersedes":
        return "superseded", "medium"
    if relation.relation == "differ" and question.measure in _CONTRADICTED:
        return "contradiction", "medium"
    if relation.relation == "differ" and question.kind == "status":
        return ("contradiction", "medium") if spoken or DENIED in relation.reasons else None
    if relation.relation == "differ" and question.measure == "means":
        return "differing_wording", "medium"
    if relation.relation == "differ" and question.kind == "event":
        return ("differing_period" if "period" in kinds else "differing_place"), "medium"
    if relation.relation == "differ" and question.kind == "figure":
        if question.measure == "age":
            return "differing_identity", "medium"
        return ("differing_period" if "period" in kinds else "differing_figure"), "medium"
    if relation.relation == "compatible" and "qualifier" in kinds and "value" not in kinds:
        return "differing_figure", "low"
    return None
