"""Statements: who said what, by which words, and what stands inside what."""

from bisect import bisect_left
from dataclasses import replace

from rashomon.actor import Actor
from rashomon.find.actors.posts import role_of
from rashomon.find.cues import cue_table
from rashomon.find.parse import Parsed, Token
from rashomon.find.statements.carried import with_quotations
from rashomon.find.statements.circumstance import occasion_of, via_of
from rashomon.find.statements.drafts import Draft, drafts
from rashomon.find.statements.outlets import is_outlet
from rashomon.find.statements.quotes import Quotation, holding, quotations
from rashomon.find.statements.speakers import Cast
from rashomon.report import Span, content_id
from rashomon.statement import Speaker, Statement

#: A statement's outer one is sought among so many before and behind it.
_NEAR = 40
#: A speaker whom the words leave open ("reports that ...", "is believed to ...").
_OPEN = Speaker(name=None)


def find_statements(parsed: Parsed, actors: tuple[Actor, ...]) -> tuple[Statement, ...]:
    """The statements of a report, sorted by span; plain narration is none."""
    marks = quotations(parsed.report.text)
    cast = Cast(parsed, actors, marks)
    told: list[tuple[Draft, Speaker]] = []
    for draft in with_quotations(parsed, drafts(parsed, marks), marks):
        speaker = _speaker(cast, draft)
        if speaker is not None:
            told.append((draft, speaker))
    stated = [(draft, _statement(parsed, draft, who, marks)) for draft, who in told]
    made = _nested(_credited(parsed, stated))
    made = [one for one in made if one.within is not None or not _inside(one.cue, marks)]
    return tuple(sorted(made, key=lambda one: (one.span.start, one.span.end, one.id)))


def _speaker(cast: Cast, draft: Draft) -> Speaker | None:
    if draft.cue is None:
        return cast.carried(draft.at)
    if draft.noun is None:
        return None if draft.cue.kind == "verb" else _OPEN
    speaker = cast.speaker(draft.noun, draft.pieces)
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
        for mark in marks[max(0, bisect_left(marks, piece.start, key=_begin) - 1) :]:
            if mark.start >= piece.end:
                break
            quoted += max(0, min(piece.end, mark.end) - max(piece.start, mark.start))
    if not quoted:
        return "indirect"
    return "direct" if whole - quoted <= 2 * len(content) else "mixed"


def _inside(cue: Span | None, marks: tuple[Quotation, ...]) -> bool:
    """Whether a cue stands within a quotation: whoever is quoted passes its statement on."""
    mark = holding(marks, cue.start) if cue is not None else None
    return mark is not None and cue is not None and mark.closed and cue.end <= mark.end


def _begin(mark: Quotation) -> int:
    return mark.start


def _credited(
    parsed: Parsed, stated: list[tuple[Draft, Statement]]
) -> list[tuple[Draft, Statement]]:
    """The statements without those that only credit another's words to the outlet they came by.

    "X said the bridge fell, according to Reuters": the phrase ends what X said.
    """
    credits: dict[str, str] = {}
    for draft, one in stated:
        span, cue = one.speaker.span, draft.cue
        name = one.speaker.name
        if cue is None or cue.kind != "source" or span is None or name is None:
            continue
        if is_outlet(name):
            credits |= {one.id: name} if _ending(one, [other for _, other in stated]) else {}
    kept = [(draft, one) for draft, one in stated if one.id not in credits]
    phrases = [one for _, one in stated if one.id in credits]
    return [(draft, _without_credit(parsed, one, phrases)) for draft, one in kept]


def _ending(credit: Statement, others: list[Statement]) -> bool:
    return any(_ends_with(one, credit) is not None for one in others if one.id != credit.id)


def _ends_with(one: Statement, credit: Statement) -> Span | None:
    """The piece of what was said that a credit ends: from its cue to its outlet."""
    cue, outlet = credit.cue, credit.speaker.span
    if cue is None or outlet is None:
        return None
    return next((p for p in one.content if p.holds(cue) and p.end == outlet.end > cue.end), None)


def _without_credit(parsed: Parsed, one: Statement, credits: list[Statement]) -> Statement:
    for credit in credits:
        piece, cue = _ends_with(one, credit), credit.cue
        if piece is not None and cue is not None and cue.start > piece.start:
            said = piece.exact[: cue.start - piece.start].rstrip(" ,;-\u2013\u2014")
            shorter = parsed.span(piece.start, piece.start + len(said))
            content = tuple(shorter if each == piece else each for each in one.content)
            one = replace(one, content=content, via=credit.speaker.name)
    return one


def _nested(made: list[tuple[Draft, Statement]]) -> list[Statement]:
    """Each statement with the one it stands in, what that one makes of it, and through whom.

    An outlet that only passes another's statement on ("Reuters reported that X said ...") makes
    no statement of its own: it becomes the `via` of the inner one.
    """
    everything = [one for _, one in made]
    outers = {one.id: _outer(at, everything) for at, one in enumerate(everything)}
    passed = {
        outer.id for one in everything if (outer := outers[one.id]) and _passes_on(outer, one)
    }
    result = []
    for draft, one in made:
        if one.id in passed:
            continue
        via, outer = one.via, outers[one.id]
        while outer is not None and outer.id in passed:
            via, outer = outer.speaker.name, outers[outer.id]
        result.append(
            replace(
                one,
                speaker=_voice(draft, one, outer),
                within=outer.id if outer else None,
                attitude=_attitude(draft.cue.head) if draft.cue else "neutral",
                via=via or (outer.via if outer else None),
            )
        )
    return result


def _voice(draft: Draft, one: Statement, outer: Statement | None) -> Speaker:
    """The speaker; of a document without author in quoted words, whoever is quoted."""
    document = draft.noun is not None and role_of(draft.noun) == "document"
    if outer is None or outer.directness == "indirect" or not document or one.speaker.actor:
        return one.speaker
    return replace(outer.speaker, span=one.speaker.span, basis="carried")


def _passes_on(outer: Statement, inner: Statement) -> bool:
    """Whether an outlet's statement is nothing but another one's, with its speaker."""
    name = outer.speaker.name
    if name is None or not is_outlet(name) or inner.speaker.span is None:
        return False
    whole = sum(len(piece.exact) for piece in outer.content)
    inside = sum(len(piece.exact) for piece in outer.content if inner.span.holds(piece))
    return whole > 0 and (inside >= whole * 0.9 or len(inner.span.exact) >= whole * 0.9)


def _outer(at: int, everything: list[Statement]) -> Statement | None:
    """The smallest near statement that says more than this one and whose content holds its cue."""
    inner = everything[at]
    cue = inner.cue
    if cue is None:
        return None
    near = everything[max(0, at - _NEAR) : at + _NEAR]
    holding = [one for one in near if one.says(cue) and _length(one) > _length(inner)]
    return min(holding, key=lambda one: (_length(one), one.id), default=None)


def _length(statement: Statement) -> int:
    return sum(len(piece.exact) for piece in statement.content)


def _attitude(cue: Token) -> str:
    """What the words that govern a cue make of it: "despite claims", "confirmed reports"."""
    table = cue_table().attitude
    governing: list[Token] = []
    head = cue
    for _ in range(3):
        governing.extend(child for child in head.lefts if child.dep_ in ("amod", "neg"))
        if head.head.i == head.i or (head.i != cue.i and head.pos_ in ("VERB", "AUX")):
            break
        head = head.head
        governing.append(head)
        if head.pos_ == "VERB":
            predicates = (c for c in head.rights if c.dep_ in ("oprd", "acomp", "attr", "dobj"))
            governing.extend(predicates)
    lemmas = {word for token in governing for word in (token.lemma_.lower(), token.lower_)}
    if cue.pos_ != "NOUN":
        return "neutral"
    if lemmas & set(table.contests):
        return "contests"
    return "endorses" if lemmas & set(table.endorses) else "neutral"
