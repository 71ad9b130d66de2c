"""Questions: the answers that belong together, as positions by origin and how these stand."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.account import RELATIONS, Ground, Origin, Position, Question, Relation
from rashomon.figure import Figure
from rashomon.report import Span, content_id
from rashomon.weigh.answers import Answer
from rashomon.weigh.asking import most_common, question_of
from rashomon.weigh.comparing import Verdict, compare
from rashomon.weigh.origins import UNNAMED

#: Above this many positions only each one's relation to the largest is worked out (500 reports of
#: one story would else mean millions of pairs that nobody reads).
_MOST_PAIRED = 60

#: So many reasons are told of a question; each relation has all of its own.
_MOST_REASONS = 3


def figure_question(answers: Sequence[Answer], grounds: Sequence[Ground] = ()) -> Question:
    """The question that a group of answers answers, linked on these grounds."""
    by_position: dict[tuple[str, ...], list[Answer]] = defaultdict(list)
    for answer in answers:
        by_position[_position_key(answer)].append(answer)
    groups = sorted(by_position.values(), key=_by_size)
    positions = [_position(group) for group in groups]
    verdicts = relate(positions, lambda i, j: _strongest_of(groups[i], groups[j]))
    first = answers[0].figure
    question = make_question(
        text=question_of(answers),
        kind="figure",
        measure=most_common(answer.figure.measure for answer in answers),
        counted=most_common(answer.figure.counted for answer in answers),
        population=first.population,
        event="other" if all(answer.is_other for answer in answers) else "main",
        place=_most(answer.figure.place for answer in answers if answer.place),
        period=_most(answer.figure.period for answer in answers if answer.period),
        positions=positions,
        relations=verdicts,
        origins=[group[0].origin for group in groups],
        reports=[(answer.report.outlet or answer.report.id) for answer in answers],
    )
    return replace(question, grounds=tuple(grounds))


def make_question(
    *,
    text: str,
    kind: str,
    positions: Sequence[Position],
    relations: Sequence[Relation],
    origins: Sequence[Origin],
    reports: Sequence[str],
    measure: str | None = None,
    counted: str | None = None,
    population: str | None = None,
    event: str = "main",
    place: str | None = None,
    period: str | None = None,
) -> Question:
    """A question with its relation, its reasons and its counts of origins worked out."""
    origin_ids, parties = independent(origins)
    question = Question(
        id=content_id("q", kind, *sorted(position.id for position in positions)),
        text=text,
        kind=kind,
        measure=measure,
        counted=counted,
        population=population,
        event=event,
        place=place,
        period=period,
        positions=tuple(positions),
        independent_origins=len(origin_ids),
        independent_parties=len(parties),
        outlets=len(set(reports)),
    )
    return related(question, relations)


def related(question: Question, relations: Sequence[Relation]) -> Question:
    """The question with these relations, the strongest of them and its reasons."""
    relation = strongest(each.relation for each in relations) if relations else "single"
    reasons = {reason for each in relations if each.relation == relation for reason in each.reasons}
    return replace(
        question,
        relations=tuple(relations),
        relation=relation,
        reasons=tuple(sorted(reasons)[:_MOST_REASONS]),
    )


def strongest(relations: Iterable[str]) -> str:
    """The strongest of several relations."""
    return min(relations, key=RELATIONS.index)


def independent(origins: Sequence[Origin]) -> tuple[set[str], set[str]]:
    """Origins and parties that count as independent behind a question.

    A narrator without a source never does, nor does somebody whom a report does not let us name;
    an unnamed speaker who may be a named one of the same question adds nothing.
    """
    ids = {origin.id for origin in origins}
    counted = [
        origin
        for origin in origins
        if origin.kind != "outlet"
        and origin.name != UNNAMED
        and not any(same.origin in ids for same in origin.same_as)
    ]
    return {origin.id for origin in counted}, {origin.party or origin.name for origin in counted}


def relate(
    positions: Sequence[Position], verdict_of: Callable[[int, int], Verdict]
) -> list[Relation]:
    """How the positions stand to each other, pair by pair."""
    pairs = list(combinations(range(len(positions)), 2))
    if len(positions) > _MOST_PAIRED:
        largest = max(range(len(positions)), key=lambda i: (len(positions[i].evidence), -i))
        pairs = [pair for pair in pairs if largest in pair]
    relations = []
    for i, j in pairs:
        verdict = verdict_of(i, j)
        relations.append(
            Relation(
                a=positions[i].id,
                b=positions[j].id,
                relation=verdict.relation,
                reasons=verdict.reasons,
            )
        )
    return relations


def _position_key(answer: Answer) -> tuple[str, ...]:
    """One answer by one origin: its bounds, and the window of time that the words give."""
    figure, period = answer.figure, answer.period
    bounds = (figure.value, figure.low, figure.high)
    window = f"{period.from_}..{period.to}" if period is not None and period.from_ else ""
    printed = "" if figure.well_formed else figure.printed
    return (answer.origin.id, *(f"{end}" for end in bounds), figure.qualifier, printed, window)


def _by_size(group: Sequence[Answer]) -> tuple[float, str, str]:
    """Sorts positions by their number, then by who gives it."""
    figure, origin = group[0].figure, group[0].origin
    ends = [end for end in (figure.value, figure.low, figure.high) if end is not None]
    return (ends[0] if ends else float("inf"), origin.name, figure.id)


def _position(group: Sequence[Answer]) -> Position:
    return figure_position(
        group[0].origin,
        [answer.figure for answer in group],
        evidence={answer.figure.span for answer in group},
        twins=[twin for answer in group for twin in answer.twins],
    )


def figure_position(
    origin: Origin, figures: Sequence[Figure], evidence: Iterable[Span], twins: Sequence[str] = ()
) -> Position:
    """One answer by one origin that figures of equal bounds give; `twins` repeat them elsewise."""
    first = figures[0]
    position = make_position(
        origin,
        first.span.exact,
        evidence,
        [figure.id for figure in figures],
        [figure.statement for figure in figures],
    )
    return replace(
        position,
        value=first.value,
        low=first.low,
        high=first.high,
        qualifier=first.qualifier,
        figures=(*(figure.id for figure in figures), *twins),
    )


def make_position(
    origin: Origin,
    answer: str,
    evidence: Iterable[Span],
    content: Sequence[str],
    statements: Iterable[str | None],
) -> Position:
    """A position; its id comes from its origin and the ids of its `content`."""
    return Position(
        id=content_id("p", origin.id, *content),
        answer=" ".join(answer.split()),
        origin=origin.id,
        evidence=tuple(sorted(set(evidence))),
        statements=tuple(dict.fromkeys(each for each in statements if each)),
    )


def _strongest_of(one: Sequence[Answer], other: Sequence[Answer]) -> Verdict:
    """Positions hold answers of equal bounds and window, so any pair speaks for all; the first
    by report is taken."""
    return compare(
        min(one, key=lambda answer: (answer.report.published or "", answer.figure.span)),
        min(other, key=lambda answer: (answer.report.published or "", answer.figure.span)),
    )


def _most(ids: Iterable[str | None]) -> str | None:
    counts = Counter(each for each in ids if each)
    return min(counts, key=lambda each: (-counts[each], each), default=None)
