"""Statements: who said what, by which words, and what stands inside what."""

from rashomon.actor import Actor
from rashomon.find.carried import with_quotations
from rashomon.find.circumstance import is_outlet, occasion_of, via_of
from rashomon.find.cues import cue_table
from rashomon.find.drafts import Draft, drafts
from rashomon.find.parse import Parsed, Token
from rashomon.find.quotes import Quotation, quotations
from rashomon.find.speakers import Cast
from rashomon.report import Span, content_id
from rashomon.statement import Speaker, Statement

#: A speaker whom the words leave open ("reports that ...", "is believed to ...").
_OPEN = Speaker(name=None)


def find_statements(parsed: Parsed, actors: tuple[Actor, ...]) -> tuple[Statement, ...]:
    """The statements of a report, sorted by span; plain narration is none."""
    marks = quotations(parsed.report.text)
    cast = Cast(parsed, actors)
    told: list[tuple[Draft, Speaker]] = []
    for draft in with_quotations(parsed, drafts(parsed, marks), marks):
        speaker = _speaker(cast, draft)
        if speaker is not None:
            told.append((draft, speaker))
    made = _nested(parsed, [(draft, _statement(parsed, draft, who, marks)) for draft, who in told])
    return tuple(sorted(made, key=lambda one: (one.span.start, one.span.end, one.id)))


def _speaker(cast: Cast, draft: Draft) -> Speaker | None:
    if draft.cue is None:
        return cast.carried()
    if draft.noun is None:
        return None if draft.cue.kind == "verb" else _OPEN
    speaker = cast.speaker(draft.noun)
    return _OPEN if speaker is None and draft.cue.kind == "noun" else speaker


def _statement(
    parsed: Parsed, draft: Draft, speaker: Speaker, marks: tuple[Quotation, ...]
) -> Statement:
    content = tuple(parsed.span(start, end) for start, end in draft.pieces)
    cue = None
    if draft.cue is not None:
        cue = parsed.span_of(parsed.doc[draft.cue.first : draft.cue.last + 1])
    ends = [draft.span, *draft.pieces]
    if speaker.span is not None:
        ends.append((speaker.span.start, speaker.span.end))
    span = parsed.span(min(start for start, _ in ends), max(end for _, end in ends))
    return Statement(
        id=content_id("s", parsed.report.id, span.start, cue.start if cue else None, content),
        span=span,
        content=content,
        cue=cue,
        directness=_directness(content, marks),
        speaker=speaker,
        stance=draft.cue.stance if draft.cue is not None else "asserts",
        via=via_of(parsed, draft, speaker.name),
        occasion=occasion_of(parsed, draft),
    )


def _directness(content: tuple[Span, ...], marks: tuple[Quotation, ...]) -> str:
    """direct where every word is quoted, mixed where some are, else indirect."""
    whole = quoted = 0
    for piece in content:
        whole += len(piece.exact)
        for mark in marks:
            quoted += max(0, min(piece.end, mark.end) - max(piece.start, mark.start))
    if not quoted:
        return "indirect"
    return "direct" if whole - quoted <= 2 * len(content) else "mixed"


def _nested(parsed: Parsed, made: list[tuple[Draft, Statement]]) -> list[Statement]:
    """Each statement with the one it stands in, what that one makes of it, and through whom."""
    result = []
    for draft, inner in made:
        outer = _outer(inner, [one for _, one in made])
        via = inner.via
        if (
            via is None
            and outer is not None
            and outer.speaker.name
            and is_outlet(outer.speaker.name)
        ):
            via = outer.speaker.name
        result.append(
            Statement(
                id=inner.id,
                span=inner.span,
                content=inner.content,
                cue=inner.cue,
                directness=inner.directness,
                speaker=inner.speaker,
                stance=inner.stance,
                within=outer.id if outer else None,
                attitude=_attitude(draft.cue.head) if draft.cue else "neutral",
                via=via,
                occasion=inner.occasion,
            )
        )
    return result


def _outer(inner: Statement, others: list[Statement]) -> Statement | None:
    """The smallest statement whose content holds the cue of `inner`."""
    if inner.cue is None:
        return None
    cue = inner.cue
    holding = [one for one in others if one is not inner and one.says(cue)]
    return min(holding, key=lambda one: (one.span.end - one.span.start, one.id), default=None)


def _attitude(cue: Token) -> str:
    """What the words that govern a cue make of it: "despite claims", "confirmed reports"."""
    table = cue_table().attitude
    governing: list[Token] = []
    head = cue
    for _ in range(3):
        governing.extend(child for child in head.lefts if child.dep_ in ("amod", "neg"))
        if head.head is head or (head is not cue and head.pos_ in ("VERB", "AUX")):
            break
        head = head.head
        governing.append(head)
    lemmas = {word for token in governing for word in (token.lemma_.lower(), token.lower_)}
    if cue.pos_ != "NOUN":
        return "neutral"
    if lemmas & set(table.contests):
        return "contests"
    return "endorses" if lemmas & set(table.endorses) else "neutral"
