"""Phrasing: an answer in words with the one who gives it, and the spans that carry it."""

import re
from collections.abc import Sequence

from rashomon.account import Position
from rashomon.figure import Figure
from rashomon.report import Span
from rashomon.statement import Statement
from rashomon.tell.desk import Desk
from rashomon.tell.sections import naming
from rashomon.words.names import fold

#: Between a cue and what it leads in to stand at most so many characters ("that", "on Tuesday").
_LONGEST_LEAD_IN = 24

#: A clause of more words than this is told up to where its next part begins.
_LONG_CLAUSE = 28
_NEXT_PART = re.compile(
    r"[,;:]\s+(?:which|who|where|when|while|as|after|before|but|and|according)\b|;|\s[–—-]\s"
)


def told_in(desk: Desk, figure: Figure) -> Span:
    """The clause that tells a figure; a long one ends where its next part begins."""
    clause = figure.clause or figure.span
    if len(clause.exact.split()) <= _LONG_CLAUSE:
        return clause
    report = desk.reports[clause.report]
    cut = _NEXT_PART.search(report.text, figure.span.end, clause.end)
    return report.span(clause.start, cut.start()) if cut else clause


def said(desk: Desk, position: Position, clause: Span) -> tuple[str, Span]:
    """An answer with the one who gives it, and the words of the report that this takes up.

    Where the report leads in to the clause with its cue, so do we: "Vera Molnar warned of ...".
    """
    origin = desk.origins[position.origin]
    statement = desk.statements.get(position.statements[0]) if position.statements else None
    if position.stance == "denies":
        return f"{naming(origin)} denies it", clause
    if statement is not None and origin.kind == "speaker":
        led = _led_in(desk, statement, clause)
        if led is not None:
            return f"{naming(origin)} {flat(led)}", led
    return f"{naming(origin)}: {flat(clause)}", clause


def said_again(desk: Desk, clause: Span) -> tuple[str, Span]:
    """Another answer by the speaker just named, under the report that gives it."""
    report = desk.reports[clause.report]
    return f"in {report.outlet or report.id}: {flat(clause)}", clause


def _led_in(desk: Desk, statement: Statement, clause: Span) -> Span | None:
    """The stretch from a finite cue to the end of the clause right behind it."""
    cue = statement.cue
    if cue is None or cue.report != clause.report or cue.exact.endswith("ing"):
        return None
    report = desk.reports[cue.report]
    between = report.text[cue.end : clause.start]
    if cue.end > clause.start or len(between) > _LONGEST_LEAD_IN:
        return None
    if "\n" in between or not all(word.isalpha() for word in between.split()):
        return None
    return report.span(cue.start, clause.end)


def cited(desk: Desk, position: Position) -> list[Span]:
    """The evidence of a position, and where its speaker is named."""
    spans = list(position.evidence)
    for each in position.statements[:1]:
        speaker = desk.statements[each].speaker
        if speaker.span is not None:
            spans.append(speaker.span)
        spans += _full_name(desk, speaker.name, speaker.span)
    return spans


def _full_name(desk: Desk, name: str | None, said: Span | None) -> list[Span]:
    """A mention that gives the whole name, where the words beside the statement do not."""
    if name is None or (said is not None and fold(name) in fold(said.exact)):
        return []
    for actor in desk.account.actors:
        if actor.name == name:
            for mention in actor.mentions:
                if fold(name) in fold(mention.exact):
                    return [mention]
    return []


def without_parts(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, each once, without those that lie within another."""
    kept = dict.fromkeys(spans)
    return tuple(
        span for span in kept if not any(other != span and other.holds(span) for other in kept)
    )


def shown(position: Position) -> Span:
    """The span of a position's answer among its evidence."""
    return next(
        (span for span in position.evidence if flat(span) == position.answer),
        position.evidence[0],
    )


def flat(span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.exact.split())


def ended(text: str) -> str:
    """The text with one full stop at its end, inside or outside closing marks as it comes."""
    bare = text.rstrip().rstrip(",;")
    return bare if bare.rstrip("”\"'’)").endswith((".", "!", "?")) else f"{bare}."
