"""Statuses: whether the conditions that reports state can both be true, and who disputes whom."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.account import Origin, Position, Question, Reason
from rashomon.claim import Claim
from rashomon.notes import Notes
from rashomon.report import Report, Span
from rashomon.weigh.asking import most_common
from rashomon.weigh.comparing import Verdict
from rashomon.weigh.origins import Sources
from rashomon.weigh.questions import make_position, make_question, relate
from rashomon.weigh.setting import Setting, place_key
from rashomon.when import Period, overlaps
from rashomon.where import Place, same_place
from rashomon.words.names import fold
from rashomon.words.synonyms import concept
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
            if period is None or not setting.is_other_time(period):
                yield Stated(
                    claim=claim,
                    report=note.report,
                    place=places.get(claim.place) if claim.place else None,
                    period=period,
                    origin=sources.behind(claim.span, claim.statement),
                )


def _key(stated: Stated, topic: Topic, setting: Setting) -> tuple[str, ...] | None:
    """What two claims must share to answer one question; None where a key part is unknown."""
    if topic.same == "place":
        return (topic.name, place_key(stated.place)) if stated.place is not None else None
    apart = stated.place is not None and setting.is_elsewhere(stated.place)
    where = place_key(stated.place) if stated.place is not None and apart else ""
    if topic.same == "topic":
        return (topic.name, where)
    head = fold(stated.claim.subject or "").split()
    return (topic.name, where, concept(_singular(head[-1])) or "") if head else None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _question(group: Sequence[Stated], topic: Topic) -> tuple[Question, dict[str, list[Stated]]]:
    sides = _sides(group)
    positions = [_position(side) for side in sides]
    subject = most_common(stated.claim.subject for stated in group)
    place = most_common(stated.place.name if stated.place else None for stated in group)
    question = make_question(
        text=_asked(topic, subject or "matter", place or "the place"),
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


def _asked(topic: Topic, subject: str, place: str) -> str:
    plural = subject.endswith("s") and not subject.endswith("ss")
    return topic.question.format(subject=subject, place=place, be="Are" if plural else "Is")


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
    """Whether two claims are one origin's, of one end and polarity, of what is or is to come."""
    kinds = [
        (each.claim.stance == "expects", each.claim.answer, each.claim.polarity)
        for each in (one, other)
    ]
    return one.origin.id == other.origin.id and kinds[0] == kinds[1]


def left_possible(side: Sequence[Stated]) -> frozenset[str]:
    """The levels that all claims of a side together leave possible."""
    return frozenset.intersection(*(stated.levels for stated in side))


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
    if levels[0] == levels[1]:
        return Verdict("agree", ())
    answers = " against ".join(sorted((_words(one), _words(other))))
    reason = Reason(kind="value", text=answers)
    if levels[0] & levels[1]:
        return Verdict("compatible", (reason,))
    marker = _marker(one, other) or _marker(other, one)
    if marker is not None:
        return Verdict(
            "contradict",
            (reason, Reason(kind="wording", text=f"a report sets them apart: “{marker}”")),
        )
    return Verdict("differ", (reason,))


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
