"""Claims: the statuses that a report states, with degree, polarity and who contests them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.claim import Claim
from rashomon.find.claims.confirming import confirmed_in
from rashomon.find.claims.contests import Contesting, contests_in, contests_of, with_denials
from rashomon.find.claims.degrees import degree_of
from rashomon.find.claims.moods import Mood, mood_of
from rashomon.find.claims.predicates import Stated, stated_in
from rashomon.find.claims.states import is_of_the_unsure, topic_of
from rashomon.find.claims.telling import is_of_whom
from rashomon.find.claims.themes import name_of
from rashomon.find.parse import Parsed
from rashomon.find.passages import clause_span, innermost, passage_of
from rashomon.find.scope import period_of, place_of
from rashomon.report import Span, content_id
from rashomon.statement import Statement
from rashomon.when import Period
from rashomon.where import Place

#: Layout roles whose words are no claims of the report's text.
_NO_CLAIMS = frozenset(("heading", "caption", "dateline"))


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around the claims of a report."""

    parsed: Parsed
    statements: Sequence[Statement]
    times: Sequence[Period]
    places: Sequence[Place]
    contesting: Sequence[Contesting]


def find_claims(
    parsed: Parsed,
    statements: Sequence[Statement],
    times: Sequence[Period],
    places: Sequence[Place],
) -> tuple[Claim, ...]:
    """The status claims of a report in reading order; what is only supposed is left out."""
    in_places = _tokens_in(parsed, places)
    stated: list[Stated] = []
    for sentence in parsed.doc.sents:
        if parsed.block_at(sentence.start_char) not in _NO_CLAIMS:
            here = list(stated_in(sentence, in_places))
            stated += [*here, *confirmed_in(sentence, here)]
    around = _Around(parsed, statements, times, places, contests_in(parsed) if stated else ())
    found = [claim for each in stated for claim in _claims(around, each)]
    found.sort(key=lambda claim: (claim.span, claim.topic, claim.id))
    return tuple(with_denials(found, statements))


def _tokens_in(parsed: Parsed, places: Sequence[Place]) -> frozenset[int]:
    spans = [parsed.tokens_of(place.span) for place in places]
    return frozenset(token.i for tokens in spans for token in tokens)


def _claims(around: _Around, stated: Stated) -> Iterator[Claim]:
    """The claim that a stated condition makes, if it makes one."""
    parsed = around.parsed
    trigger = parsed.span_of(stated.token)
    statement = innermost(around.statements, trigger)
    mood = mood_of(stated, statement)
    polarity = _polarity(stated, mood, statement) if mood is not None else None
    if mood is None or polarity is None:
        return
    span = _clause(parsed, stated, statement, around.statements)
    place = _place(around, stated)
    period = period_of(parsed, trigger, around.times, around.statements)
    state = stated.state
    stance = _stance(mood, statement)
    statement = statement or _cued(around, trigger)
    yield Claim(
        id=content_id("c", parsed.report.id, state.topic, state.name, *_ends(span), trigger.start),
        span=span,
        topic=state.topic,
        subject=name_of(stated.theme),
        other=None if is_of_whom(stated) else name_of(stated.other),
        answer=state.name,
        degree=degree_of(stated, mood),
        polarity=polarity,
        stance=stance,
        place=place.id if place is not None else None,
        period=period[0].id if period is not None else None,
        statement=statement.id if statement is not None else None,
        speaker=statement.speaker.name if statement is not None else None,
        contested=contests_of(
            parsed, stated.token, statement, around.statements, around.contesting
        ),
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _cued(around: _Around, trigger: Span) -> Statement | None:
    """The statement whose cue states the condition itself: "the ministry blamed ..."."""
    cued = (each for each in around.statements if each.cue is not None)
    return next((each for each in cued if each.cue is not None and each.cue.holds(trigger)), None)


def _polarity(stated: Stated, mood: Mood, statement: Statement | None) -> str | None:
    """How the claim stands to its topic's condition; None where a state of not knowing is denied.

    Of a topic with two sides the state that does not hold negates it: "still burning".
    """
    state = stated.state
    if state.unsure:
        return "unconfirmed" if mood.turned == state.holds or mood.open else None
    if mood.open or (statement is not None and _is_loose(statement)):
        return "unconfirmed"
    if mood.turned and is_of_the_unsure(state):
        return "unconfirmed"  # "the cause is not known"
    sided = topic_of(state.topic).sided and not state.holds
    return "negated" if mood.turned != sided else "affirmed"


def _is_loose(statement: Statement) -> bool:
    """Whether a statement is a doubt, or a report of nobody: "aware of reports that"."""
    hearsay = statement.stance == "reports" and statement.speaker.name is None
    return statement.stance == "doubts" or hearsay


def _stance(mood: Mood, statement: Statement | None) -> str:
    """What the speaker makes of it; a condition that is under way or to come is expected."""
    if mood.coming:
        return "expects"
    return statement.stance if statement is not None else "asserts"


def _clause(
    parsed: Parsed, stated: Stated, statement: Statement | None, statements: Sequence[Statement]
) -> Span:
    """The clause that states the condition; a noun ("a statement declaring the liberation of the
    city") says nothing without the whole clause around it, which may be the outer speaker's."""
    if stated.kind != "noun" or statement is None:
        return clause_span(parsed, stated.token, statement)
    outer = next((each for each in statements if each.id == statement.within), statement)
    return passage_of(parsed, stated.token, outer)


def _place(around: _Around, stated: Stated) -> Place | None:
    starts = [token.idx for token in stated.theme.subtree]
    for place in around.places:
        if any(place.span.start <= start < place.span.end for start in starts):
            return place
    here = around.parsed.span_of(stated.token)
    governing = place_of(around.parsed, here, around.places, around.statements)
    return governing[0] if governing is not None else None
