"""Wordings: the ways to tell one thing as a sentence, the fullest first."""

import re
from collections.abc import Iterator
from itertools import islice

from rashomon.statement import Statement
from rashomon.tell.brief.items import CLAUSES, MARKS, Item, leads_in
from rashomon.tell.brief.manners import past, quoted, spoken
from rashomon.tell.brief.plain import plain, retelling
from rashomon.tell.brief.shorter import Lowered, shorter, turned
from rashomon.tell.brief.speakers import Speakers
from rashomon.tell.brief.standing import is_clause, is_unbroken
from rashomon.tell.desk import Desk
from rashomon.words.sentences import sentence_ends

#: So many wordings of one thing are tried.
_WORDINGS = 36
#: Words of a quotation that is told.
_LEAST_QUOTED, _MOST_QUOTED = 4, 32


def wordings(item: Item, desk: Desk, speakers: Speakers, lowered: Lowered) -> list[str]:
    """The ways to tell an item as one sentence, the fullest first."""
    told = (_sentence(each) for each in _told(item, desk, speakers, lowered))
    whole = (each for each in told if is_unbroken(each))
    return list(dict.fromkeys(islice(whole, _WORDINGS)))


def _sentence(text: str) -> str:
    """The text with a capital at its head and one full stop at its end."""
    bare = text.strip().rstrip(",; –—-")
    bare = re.sub(r"[,.;]+”$", "”", bare) if bare.endswith((",”", ",”.")) else bare
    bare = bare[0].upper() + bare[1:] if bare[:1].islower() else bare
    return bare if bare.rstrip("”\"'’)").endswith((".", "!", "?")) else f"{bare}."


def _told(item: Item, desk: Desk, speakers: Speakers, lowered: Lowered) -> Iterator[str]:
    statement, words = item.statement, plain(item.span.exact).rstrip(" .,;")
    if statement is None:
        for each in shorter(words):
            yield each
            yield from turned(each, lowered)
        return
    who = speakers.of_statement(statement.speaker)
    if who is None:
        return
    if statement.directness == "direct":
        yield from _quotations(who, item.span.exact)
        return
    cue = _cue(desk, item, statement)
    if cue is None:
        return
    for each in shorter(words):
        if cue not in CLAUSES or is_clause(f"_ {each}"):
            yield from spoken(who, cue, each, lowered)


def _cue(desk: Desk, item: Item, statement: Statement) -> str | None:
    """The verb that leads in to a statement with what stands behind it; None where none can."""
    if statement.cue is not None and leads_in(desk, statement):
        report = desk.reports[statement.cue.report]
        between = report.text[statement.cue.end : item.span.start].split()
        return _lead_in(past(statement.cue.exact) or "said", between)
    return "said" if _is_clause(statement) else None


def _lead_in(cue: str, between: list[str]) -> str:
    """The cue with the words behind it: "said on Monday that"."""
    words = [word for word in between if word.lower() != "that"]
    if len(words) == 1 and words[0].endswith("day"):
        return f"{cue} on {words[0]} that"
    return " ".join([cue, *words])


def _is_clause(statement: Statement) -> bool:
    """Whether what was said is a sentence of its own, so that "said" may lead in to it."""
    cue = statement.cue.exact.lower() if statement.cue is not None else ""
    first = statement.content[0].exact.lstrip(MARKS)[:1]
    before = statement.cue is not None and statement.content[0].end <= statement.cue.start
    return (first.isupper() or first.isdigit()) and (
        (before and past(cue) in retelling().words.clausal) or cue == "according to"
    )


def _quotations(who: str, words: str) -> Iterator[str]:
    """A quotation up to the end of each of its sentences, the shortest first."""
    inner = " ".join(words.split()).strip(MARKS).rstrip(",")
    if any(mark in inner for mark in '“”"'):
        return
    for end in [*sentence_ends(inner), len(inner)]:
        piece = inner[:end].strip()
        if _LEAST_QUOTED <= len(piece.split()) <= _MOST_QUOTED:
            yield from quoted(who, piece)
