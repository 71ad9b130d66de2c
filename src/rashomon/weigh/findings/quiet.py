"""Quiet sources: answers that matter and rest on nobody named, or on one report alone."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from rashomon.account import Finding, Origin, Question
from rashomon.weigh.findings.telling import bare, finding, label, side_of
from rashomon.weigh.origins import Sources

#: So many of each are told: more is noise.
_MOST = 2

#: A story has to have so many outlets before what one of them alone says is worth a word.
_MANY_OUTLETS = 3


def unnamed(
    questions: Sequence[Question], running: Collection[str], sources: Sources
) -> Iterator[Finding]:
    """Tolls and disputes for which somebody without a name is all the source there is."""
    told = 0
    for question in questions:
        weighty = question.event == "main" and (
            question.id in running or question.relation not in ("single", "agree")
        )
        quiet = [
            position
            for position in question.positions
            if _is_unnamed(sources.by_id[position.origin], sources)
        ]
        if weighty and quiet and told < _MOST:
            told += 1
            who = sources.by_id[quiet[0].origin]
            yield finding(
                "unnamed_source",
                "low",
                f"{question.text} {bare(quiet[0])}: {who.name}, without a name.",
                [side_of([position], sources) for position in quiet],
                question.id,
            )


def _is_unnamed(origin: Origin, sources: Sources) -> bool:
    return origin.kind == "speaker" and not origin.named and origin.id not in sources.bodies


def unsourced(
    questions: Sequence[Question], running: Collection[str], sources: Sources
) -> Iterator[Finding]:
    """The first toll that several outlets print and for which none names a source."""
    for question in questions:
        origins = [sources.by_id[position.origin] for position in question.positions]
        silent = all(origin.kind == "outlet" for origin in origins)
        if question.id in running and question.event == "main":
            if silent and question.outlets > 1:
                yield finding(
                    "narrator_claim",
                    "medium",
                    f"{question.text} No report names a source for its number.",
                    [side_of([position], sources) for position in question.positions],
                    question.id,
                )
            return


def single(
    questions: Sequence[Question],
    measured: Collection[str],
    sources: Sources,
    outlets: int,
    numbers: Mapping[float, Collection[str]],
) -> Iterator[Finding]:
    """Counts of a known measure that one report alone gives, those told first in it first.

    `numbers` are the reports in which each number stands: one that another report prints, too, of
    whatever it seems to be there, is not called alone.
    """
    if outlets < _MANY_OUTLETS:
        return
    alone = [
        each
        for each in questions
        if each.relation == "single"
        and each.event == "main"
        and each.id in measured
        and each.outlets == 1
        and len(each.positions) == 1
        and len(numbers.get(each.positions[0].value or -1.0, ())) == 1
    ]
    for question in sorted(alone, key=lambda each: each.positions[0].evidence[0].start)[:_MOST]:
        position = question.positions[0]
        yield finding(
            "single_source",
            "low",
            f"{question.text} {bare(position)}: {label(sources.by_id[position.origin])} alone.",
            [side_of([position], sources)],
            question.id,
        )
