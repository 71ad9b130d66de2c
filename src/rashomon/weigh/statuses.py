"""Statuses: whether the conditions that reports state can both be true, and who disputes whom."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.account import Origin, Position, Question, Reason
from rashomon.claim import Claim
from rashomon.notes import Notes
from rashomon.report import Report, content_id
from rashomon.weigh.asking import most_common
from rashomon.weigh.comparing import Verdict
from rashomon.weigh.linking import Setting
from rashomon.weigh.origins import Sources
from rashomon.weigh.questions import make_question, relate
from rashomon.when import Period, overlaps
from rashomon.where import Place, same_place
from rashomon.words.names import fold
from rashomon.words.tables import table

#: How far a condition can be reached, as levels; a claim leaves some of them possible.
_LEVELS = frozenset(("none", "partial", "almost", "full"))
_DONE = {
    "full": frozenset(("full",)),
    None: frozenset(("almost", "full")),
    "almost": frozenset(("almost",)),
    "partial": frozenset(("partial", "almost")),
    "none": frozenset(("none",)),
}
_NOT_FULL = _LEVELS - {"full"}


@dataclass(frozen=True, slots=True)
class Topic:
    """A row of the topics in `data/statuses.toml`."""

    name: str
    question: str
    same: str


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics of `data/statuses.toml`; its cues belong to finding."""

    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """One claim with its place and period looked up and the origin behind it."""

    claim: Claim
    report: Report
    place: Place | None
    period: Period | None
    origin: Origin

    @property
    def levels(self) -> frozenset[str]:
        """The levels of the condition that the claim leaves possible."""
        return possible_levels(self.claim)


def possible_levels(claim: Claim) -> frozenset[str]:
    """What a claim leaves possible: "fully liberated" only full, "pockets remain" all but full."""
    if claim.polarity == "unconfirmed" or claim.stance == "doubts":
        return _LEVELS
    if claim.stance == "expects":
        return _NOT_FULL if claim.answer == "done" and claim.polarity == "affirmed" else _LEVELS
    levels = _DONE[claim.degree] if claim.answer == "done" else _NOT_FULL
    turned = (claim.polarity == "negated") != (claim.stance == "denies")
    return _LEVELS - levels if turned else levels


def status_questions(
    notes: Sequence[Notes], sources: Sources, setting: Setting
) -> list[tuple[Question, dict[str, list[Stated]]]]:
    """The status questions of a story, each with the claims behind its positions."""
    topics = {topic.name: topic for topic in table("statuses", Topics).topics}
    grouped: dict[tuple[str, ...], list[Stated]] = defaultdict(list)
    for stated in _all_stated(notes, sources, setting):
        key = _key(stated, topics[stated.claim.topic], setting)
        if key is not None:
            grouped[key].append(stated)
    return [_question(group, topics[key[0]]) for key, group in sorted(grouped.items())]


def _all_stated(notes: Sequence[Notes], sources: Sources, setting: Setting) -> Iterable[Stated]:
    for note in notes:
        places = {place.id: place for place in note.places}
        periods = {period.id: period for period in note.times}
        for claim in note.claims:
            period = periods.get(claim.period) if claim.period else None
            if not _is_background(period, setting):
                yield Stated(
                    claim=claim,
                    report=note.report,
                    place=places.get(claim.place) if claim.place else None,
                    period=period,
                    origin=sources.behind(claim.span, claim.statement),
                )


def _is_background(period: Period | None, setting: Setting) -> bool:
    """Whether a claim is about days before the story ("captured in 2014")."""
    if period is None or period.to is None or setting.first is None:
        return False
    return period.to[:10] < setting.first.isoformat()


def _key(stated: Stated, topic: Topic, setting: Setting) -> tuple[str, ...] | None:
    """What two claims must share to answer one question; None where a key part is unknown."""
    place = stated.place or setting.place
    if topic.same == "place":
        return (topic.name, _place_key(place)) if place is not None else None
    head = fold(stated.claim.subject or "").split()
    if not head:
        return None
    return (topic.name, _singular(head[-1]), _place_key(place) if place is not None else "")


def _place_key(place: Place) -> str:
    return str(place.geonames) if place.geonames is not None else fold(place.name)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _question(group: Sequence[Stated], topic: Topic) -> tuple[Question, dict[str, list[Stated]]]:
    by_position: dict[tuple[str, ...], list[Stated]] = defaultdict(list)
    for stated in group:
        key = (stated.origin.id, *sorted(stated.levels), stated.claim.polarity)
        by_position[key].append(stated)
    sides = [by_position[key] for key in sorted(by_position)]
    positions = [_position(side) for side in sides]
    subject = most_common(stated.claim.subject for stated in group)
    place = most_common(stated.place.name if stated.place else None for stated in group)
    question = make_question(
        text=topic.question.format(subject=subject or "condition", place=place or "the place"),
        kind="status",
        measure=topic.name,
        counted=subject,
        place=next((stated.claim.place for stated in group if stated.claim.place), None),
        period=next((stated.claim.period for stated in group if stated.claim.period), None),
        positions=positions,
        relations=relate(positions, lambda i, j: _compare(sides[i], sides[j])),
        origins=[side[0].origin for side in sides],
        reports=[stated.report.outlet or stated.report.id for stated in group],
    )
    return question, {position.id: side for position, side in zip(positions, sides, strict=True)}


def _position(side: Sequence[Stated]) -> Position:
    claims = [stated.claim for stated in side]
    best = min(claims, key=lambda claim: (claim.degree is None, len(claim.span.exact), claim.span))
    return Position(
        id=content_id("p", side[0].origin.id, *(claim.id for claim in claims)),
        answer=" ".join(best.span.exact.split()),
        stance=best.stance if best.stance != "reports" else "asserts",
        origin=side[0].origin.id,
        evidence=tuple(sorted({claim.span for claim in claims})),
        claims=tuple(claim.id for claim in claims),
        statements=tuple(dict.fromkeys(c.statement for c in claims if c.statement)),
    )


def _compare(one: Sequence[Stated], other: Sequence[Stated]) -> Verdict:
    """How two positions on a status stand: by the levels that each leaves possible."""
    levels = (one[0].levels, other[0].levels)
    shared = levels[0] & levels[1]
    if levels[0] == levels[1]:
        return Verdict("agree", ())
    answers = " / ".join(sorted((_words(one), _words(other))))
    reason = Reason(kind="value", text=answers)
    if shared:
        return Verdict("compatible", (reason,))
    if contested(one, other) and _same_settings(one, other):
        marker = _marker(one) or _marker(other)
        assert marker is not None
        return Verdict("contradict", (reason, Reason(kind="wording", text=marker)))
    return Verdict("differ", (reason,))


def _words(side: Sequence[Stated]) -> str:
    return " ".join(side[0].claim.span.exact.split())


def contested(one: Sequence[Stated], other: Sequence[Stated]) -> bool:
    """Whether the words of a report set the one position against the other: only then no later
    event can have made both true in turn."""
    return _contests(one, other) or _contests(other, one)


def _contests(one: Sequence[Stated], other: Sequence[Stated]) -> bool:
    """Whether a speaker of `one`'s party contests a claim of `other`."""
    parties = {stated.origin.party for stated in one}
    statements = {stated.claim.statement for stated in one}
    for stated in other:
        for contest in stated.claim.contested:
            if contest.by in statements or _party_of(contest.by, one) in parties:
                return True
    return False


def _party_of(statement: str | None, side: Sequence[Stated]) -> str | None:
    for stated in side:
        for occasion in stated.origin.occasions:
            if statement in occasion.statements:
                return stated.origin.party
    return None


def _marker(side: Sequence[Stated]) -> str | None:
    for stated in side:
        for contest in stated.claim.contested:
            return " ".join(contest.span.exact.split())
    return None


def _same_settings(one: Sequence[Stated], other: Sequence[Stated]) -> bool:
    """Whether a pair of claims is known to be about one place, and not about two periods."""
    return any(
        first.place is not None
        and second.place is not None
        and same_place(first.place, second.place) is True
        and not (
            first.period is not None
            and second.period is not None
            and overlaps(first.period, second.period) is False
        )
        for first in one
        for second in other
    )
