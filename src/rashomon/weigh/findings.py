"""Findings: what a reader should be told first, each with the evidence of its sides."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rashomon.account import Finding, Origin, Position, Question, Relation, Side
from rashomon.notes import Notes
from rashomon.report import Span, content_id
from rashomon.weigh.origins import Sources
from rashomon.weigh.repetition import repetitions
from rashomon.weigh.subjects import Stated
from rashomon.weigh.wording import Altered

_PRIORITY = {"high": 0, "medium": 1, "low": 2}

#: At most so many findings about unnamed sources: more is noise.
_MOST_QUIET = 5


def find_findings(
    notes: Sequence[Notes],
    sources: Sources,
    questions: Sequence[Question],
    running: Collection[str],
    stated: Mapping[str, Sequence[Stated]],
    altered: Iterable[Altered],
) -> tuple[Finding, ...]:
    """All findings of a story, the most important first; `running` names questions of tolls."""
    found: list[Finding] = []
    for question in questions:
        found += _of_question(question, sources)
        if question.kind == "status":
            found += _of_party(question, sources)
            found += _of_narrator(question, stated, sources)
    found += _malformed(notes)
    found += _reworded(altered)
    found += _same_origin(notes, sources)
    found += _unnamed(questions, running, sources)
    distinct = {finding.id: finding for finding in found}
    return tuple(sorted(distinct.values(), key=_rank))


def _rank(finding: Finding) -> tuple[int, str, str, str]:
    return (_PRIORITY[finding.priority], finding.kind, finding.text, finding.id)


def _finding(
    kind: str,
    priority: str,
    text: str,
    sides: Sequence[Side],
    question: str | None = None,
    origin: str | None = None,
) -> Finding:
    spans = [(span.report, span.start, span.end) for side in sides for span in side.evidence]
    return Finding(
        id=content_id("n", kind, *spans),
        kind=kind,
        priority=priority,
        text=text,
        sides=tuple(sides),
        question=question,
        origin=origin,
    )


def _of_question(question: Question, sources: Sources) -> Iterator[Finding]:
    """One finding for each kind of difference that a question shows, its clearest pair told."""
    positions = {position.id: position for position in question.positions}
    told: set[str] = set()
    for relation in sorted(question.relations, key=lambda each: _width(each, positions)):
        kind, priority = _kind_of(relation, question)
        if kind and kind not in told:
            told.add(kind)
            pair = (positions[relation.a], positions[relation.b])
            yield _finding(
                kind,
                priority,
                _sentence(question, pair, sources),
                [_side(position, sources) for position in pair],
                question.id,
            )


def _width(relation: Relation, positions: Mapping[str, Position]) -> float:
    """Sorts the pair with the numbers farthest apart first."""
    ends = [positions[id].value or positions[id].low or 0.0 for id in (relation.a, relation.b)]
    return -abs(ends[0] - ends[1])


def _kind_of(relation: Relation, question: Question) -> tuple[str, str]:
    kinds = {reason.kind for reason in relation.reasons}
    if relation.relation == "contradict":
        return "contradiction", "high"
    if relation.relation == "supersedes":
        return "superseded", "medium"
    if relation.relation == "differ" and question.kind == "figure":
        if question.measure == "age":
            return "differing_identity", "medium"
        return ("differing_period" if "period" in kinds else "differing_figure"), "medium"
    if relation.relation == "compatible" and kinds & {"qualifier"} and "value" not in kinds:
        return "differing_figure", "low"
    return "", ""


def _sentence(question: Question, pair: Sequence[Position], sources: Sources) -> str:
    told = [f"{_label(sources.by_id[position.origin])}: {_bare(position)}" for position in pair]
    return f"{question.text} {told[0]}; {told[1]}."


def _bare(position: Position) -> str:
    """An answer without the full stop that its sentence ends with."""
    return position.answer.rstrip(".")


def _label(origin: Origin) -> str:
    return f"{origin.name} (no source given)" if origin.kind == "outlet" else origin.name


def _side(position: Position, sources: Sources) -> Side:
    return Side(label=_label(sources.by_id[position.origin]), evidence=position.evidence)


def _of_party(question: Question, sources: Sources) -> Iterator[Finding]:
    """A body whose speakers state a status in two ways that cannot both be true."""
    by_id = {position.id: position for position in question.positions}
    for relation in question.relations:
        pair = (by_id[relation.a], by_id[relation.b])
        parties = [sources.by_id[position.origin].party for position in pair]
        speaks = all(sources.by_id[position.origin].kind == "speaker" for position in pair)
        if relation.relation in ("differ", "contradict") and speaks and parties[0] == parties[1]:
            yield _finding(
                "self_contradiction",
                "high",
                f"{parties[0]} says both: {_bare(pair[0])}; {_bare(pair[1])}.",
                [_side(position, sources) for position in pair],
                question.id,
            )
            return


def _of_narrator(
    question: Question, stated: Mapping[str, Sequence[Stated]], sources: Sources
) -> Iterator[Finding]:
    """A disputed status that an outlet states in its own voice, without a source."""
    if question.relation not in ("contradict", "differ"):
        return
    opposed = {
        id
        for each in question.relations
        if each.relation in ("contradict", "differ")
        for id in (each.a, each.b)
    }
    narrated = [
        position
        for position in question.positions
        if sources.by_id[position.origin].kind == "outlet"
        and position.id in stated
        and position.id in opposed
    ]
    for position in narrated[:1]:
        outlet = sources.by_id[position.origin].name
        yield _finding(
            "narrator_claim",
            "medium",
            f"{outlet} states without a source what others dispute: {_bare(position)}.",
            [_side(position, sources)],
            question.id,
        )


def _malformed(notes: Sequence[Notes]) -> Iterator[Finding]:
    for note in notes:
        for figure in note.figures:
            if not figure.well_formed:
                candidates = " or ".join(f"{number:,.15g}" for number in figure.candidates)
                meant = f" It may mean {candidates}." if candidates else ""
                yield _finding(
                    "malformed_number",
                    "medium",
                    f"{figure.printed} is not a well-formed number.{meant}",
                    [Side(label=note.report.outlet or note.report.id, evidence=(figure.span,))],
                )


def _reworded(altered: Iterable[Altered]) -> Iterator[Finding]:
    for pair in altered:
        words = (_joined(pair.differing_one), _joined(pair.differing_other))
        yield _finding(
            "differing_wording",
            "medium",
            f"{pair.speaker} is quoted with two wordings: {words[0]} / {words[1]}.",
            [
                Side(label=pair.one.report, evidence=(pair.one,), differing=pair.differing_one),
                Side(
                    label=pair.other.report, evidence=(pair.other,), differing=pair.differing_other
                ),
            ],
        )


def _joined(spans: Sequence[Span]) -> str:
    return ", ".join(f"“{span.exact}”" for span in spans)


def _same_origin(notes: Sequence[Notes], sources: Sources) -> Iterator[Finding]:
    """A named speaker or a shared text behind several reports: repetition, not corroboration."""
    for origin, sides in repetitions(notes, sources):
        yield _finding(
            "same_origin",
            "high" if len(sides) > 2 or origin.kind == "wire" else "medium",
            f"{len(sides)} reports, one origin: {origin.name}.",
            sides,
            origin=origin.id,
        )


def _unnamed(
    questions: Sequence[Question], running: Collection[str], sources: Sources
) -> Iterator[Finding]:
    """Tolls and disputes that rest on unnamed voices alone: at most five, the first ones first."""
    told = 0
    for question in questions:
        origins = [sources.by_id[position.origin] for position in question.positions]
        unnamed = all(
            origin.kind == "speaker" and not origin.named and origin.id not in sources.bodies
            for origin in origins
        )
        weighty = question.relation != "single" or question.id in running
        if unnamed and weighty and told < _MOST_QUIET:
            told += 1
            yield _finding(
                "unnamed_source",
                "low",
                f"{question.text} Only {origins[0].name} says so, without a name.",
                [_side(position, sources) for position in question.positions],
                question.id,
            )
