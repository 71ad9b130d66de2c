"""Statuses: whether the conditions that reports state can both be true, and who disputes whom."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.account import Origin, Position, Question, Reason
from rashomon.correction import Correction
from rashomon.notes import Notes
from rashomon.report import Span
from rashomon.weigh.asking import most_common
from rashomon.weigh.claiming import LINKED, claimed_links, is_disclaimed, is_firm
from rashomon.weigh.comparing import Verdict
from rashomon.weigh.origins import Sources
from rashomon.weigh.questions import make_position, make_question, relate
from rashomon.weigh.relinking import relinked
from rashomon.weigh.setting import Setting
from rashomon.weigh.stating import all_stated
from rashomon.weigh.subjects import Stated, answers_apart, bare, by_subject, left_possible, names_in
from rashomon.weigh.topics import Topic, state_of, topic_of
from rashomon.when import overlaps, same_period
from rashomon.where import same_place

#: Two claims that share so many words with a capital speak of one thing.
_SAME_NAMES = 2


def status_questions(
    notes: Sequence[Notes],
    sources: Sources,
    setting: Setting,
    corrections: Sequence[Correction] = (),
) -> list[tuple[Question, dict[str, list[Stated]]]]:
    """The status questions of a story, each with the claims behind its positions."""
    stated = list(all_stated(notes, sources, setting))
    groups = by_subject([*stated, *claimed_links(stated)], setting)
    groups = relinked(groups, corrections, lambda stated: stated.claim.span)
    asked = [group for group in groups if _is_worth_asking(group)]
    return [_question(group, topic_of(group[0].claim.topic)) for group in asked]


def _is_worth_asking(group: Sequence[Stated]) -> bool:
    """Whether more than one report or voice tells of it, or a report says that it is contested; and
    somebody says so outright: hopes and rumours alone answer nothing."""
    if not any(is_firm(each.claim) for each in group):
        return False
    reports = {each.report.id for each in group}
    voices = {each.origin.id for each in group}
    return len(reports) > 1 or len(voices) > 1 or any(each.claim.contested for each in group)


def _question(group: Sequence[Stated], topic: Topic) -> tuple[Question, dict[str, list[Stated]]]:
    sides = _sides(group)
    positions = [_position(side) for side in sides]
    question = make_question(
        text=_asked(topic, group),
        kind="status",
        measure=topic.name,
        counted=most_common(stated.claim.subject for stated in group),
        place=next((stated.claim.place for stated in group if stated.claim.place), None),
        period=next((stated.claim.period for stated in group if stated.claim.period), None),
        positions=positions,
        relations=relate(positions, lambda i, j: _compare(sides[i], sides[j])),
        origins=[side[0].origin for side in sides],
        reports=[stated.report.outlet or stated.report.id for stated in group],
    )
    return question, {position.id: side for position, side in zip(positions, sides, strict=True)}


def _asked(topic: Topic, group: Sequence[Stated]) -> str:
    subject = most_common(stated.claim.subject for stated in group) or "matter"
    head = (bare(subject).split() or [""])[-1]
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is")) and head.islower()
    states = (state_of(topic.name, each.claim.answer).asks for each in group)
    asks = next((each for each in states if each), topic.question)
    return asks.format(
        subject=subject,
        other=most_common(stated.claim.other for stated in group) or "anybody",
        place=most_common(each.place.name if each.place else None for each in group) or "the place",
        be="Are" if plural else "Is",
        was="Were" if plural else "Was",
    )


def _sides(group: Sequence[Stated]) -> list[list[Stated]]:
    """The claims by origin, one side for all of an origin's claims that can be true together."""
    sides: list[list[Stated]] = []
    ranked = sorted(group, key=lambda each: (each.origin.id, len(each.levels), each.claim.span))
    for stated in ranked:
        home = next(
            (
                side
                for side in sides
                if _is_position(side[0], stated) and left_possible([*side, stated])
            ),
            None,
        )
        if home is None:
            sides.append([stated])
        else:
            home.append(stated)
    return sorted(sides, key=lambda side: (side[0].origin.party or "", side[0].origin.name))


def _is_position(one: Stated, other: Stated) -> bool:
    """Whether two claims are one origin's, of one answer and polarity, of what is or is to come."""
    kinds = [
        (each.claim.stance == "expects", each.claim.answer, each.claim.polarity)
        for each in (one, other)
    ]
    if answers_apart(one.claim, other.claim):
        return False
    return one.origin.id == other.origin.id and kinds[0] == kinds[1]


def _position(side: Sequence[Stated]) -> Position:
    claims = sorted((stated.claim for stated in side), key=lambda claim: claim.span)
    best = min(side, key=_telling).claim
    ids = [claim.id for claim in claims]
    evidence = {claim.span for claim in claims}
    said = [claim.statement for claim in claims]
    position = make_position(side[0].origin, best.span.exact, evidence, ids, said)
    stance = best.stance if best.stance != "reports" else "asserts"
    return replace(position, stance=stance, claims=tuple(ids))


def _telling(stated: Stated) -> tuple[int, bool, int, Span]:
    """Sorts the claim that says most first: it leaves least possible, states a degree, is short."""
    claim = stated.claim
    return (len(stated.levels), claim.degree is None, len(claim.span.exact), claim.span)


def _compare(one: Sequence[Stated], other: Sequence[Stated]) -> Verdict:
    """How two positions on a status stand: by the levels that each leaves possible."""
    levels = (left_possible(one), left_possible(other))
    answers = " against ".join(sorted((_words(one), _words(other))))
    reason = Reason(kind="value", text=answers)
    if _ties_others(one, other):
        both = levels[0] == levels[1] != frozenset()
        return Verdict("differ" if both and not _open(one) else "compatible", (reason,))
    if is_disclaimed(one, other) or is_disclaimed(other, one):
        return Verdict("differ", (reason,))
    if levels[0] == levels[1]:
        return Verdict("agree", ())
    if levels[0] & levels[1]:
        return Verdict("compatible", (reason,))
    marker = _marker(one, other) or _marker(other, one)
    if marker is not None:
        set_apart = Reason(kind="wording", text=f"a report sets them apart: “{marker}”")
        return Verdict("contradict", (reason, set_apart))
    if _is_settled(one, other) or _is_at_once(one, other):
        return Verdict("contradict", (reason,))
    updates = one[0].claim.topic != LINKED and _is_update(one, other)
    return Verdict("supersedes" if updates else "differ", (reason,))


def _open(side: Sequence[Stated]) -> bool:
    return all(stated.claim.polarity == "unconfirmed" for stated in side)


def _ties_others(one: Sequence[Stated], other: Sequence[Stated]) -> bool:
    """Whether two positions name different causes or culprits."""
    return all(answers_apart(a.claim, b.claim) for a in one for b in other)


def _is_settled(one: Sequence[Stated], other: Sequence[Stated]) -> bool:
    """Whether both tell of one thing that happened, on known and equal days at one place."""
    if not topic_of(one[0].claim.topic).settled:
        return False
    return any(
        a.period is not None
        and b.period is not None
        and same_period(a.period, b.period) is True
        and a.place is not None
        and b.place is not None
        and same_place(a.place, b.place) is True
        and bool(a.claim.other) == bool(b.claim.other)
        for a in one
        for b in other
    )


def _is_at_once(one: Sequence[Stated], other: Sequence[Stated]) -> bool:
    """Whether both were said at one hour or part of a day about what bears the same names."""
    return any(
        a.said is not None
        and b.said is not None
        and a.said.type == b.said.type == "TIME"
        and same_period(a.said, b.said) is True
        and len(names_in(a.claim.span.exact) & names_in(b.claim.span.exact)) >= _SAME_NAMES
        for a in one
        for b in other
    )


def _is_update(one: Sequence[Stated], other: Sequence[Stated]) -> bool:
    """Whether the one was told of later days than the other: it may have become so since."""
    if all(_of_other_times(a, b) for a in one for b in other):
        return not (_is_final(one) or _is_final(other))
    days = [sorted(each.day for each in side if each.day) for side in (one, other)]
    if not all(days) or any(len(d) < len(s) for d, s in zip(days, (one, other), strict=True)):
        return False
    first, second = sorted(((one, days[0]), (other, days[1])), key=lambda each: each[1])
    if first[1][-1] >= second[1][0]:
        return False
    return not _is_final(first[0])


def _of_other_times(one: Stated, other: Stated) -> bool:
    """Whether two claims name times that do not meet: burning on Monday, out on Tuesday."""
    periods = one.period, other.period
    if periods[0] is None or periods[1] is None:
        return False
    return overlaps(periods[0], periods[1]) is False


def _is_final(side: Sequence[Stated]) -> bool:
    """Whether no later day can undo it: the dead stay dead."""
    return any((each.claim.answer, each.claim.polarity) == ("dead", "affirmed") for each in side)


def _words(side: Sequence[Stated]) -> str:
    return " ".join(min(side, key=_telling).claim.span.exact.split())


def _marker(one: Sequence[Stated], other: Sequence[Stated]) -> str | None:
    """The words by which a speaker of `one` contests a claim of `other`'s about the same place.

    Only where a report itself sets the one position against the other is it certain that no
    later event has made both true in turn.
    """
    for stated in other:
        for contest in stated.claim.contested:
            for contesting in one:
                spoken = contest.by in _spoken(contesting.origin)
                if spoken and _same_setting(contesting, stated):
                    return " ".join(contest.span.exact.split())
    return None


def _spoken(origin: Origin) -> set[str]:
    return {statement for occasion in origin.occasions for statement in occasion.statements}


def _same_setting(one: Stated, other: Stated) -> bool:
    """Whether two claims are known to be about one place, and not about two periods."""
    if one.place is None or other.place is None or not same_place(one.place, other.place):
        return False
    periods = [each.period for each in (one, other) if each.period is not None]
    return len(periods) < 2 or overlaps(*periods) is not False
