"""Quoted words, with who says them: told by a verb of speech or a "by" beside the marks."""

import re
from collections.abc import Iterator, Sequence

from rashomon.find.foreign.tongue import Tongue
from rashomon.find.parse import Parsed, Token
from rashomon.find.statements.quotes import Quotation, holding, quotations
from rashomon.report import Span, content_id
from rashomon.statement import Speaker, Statement

#: Fewer quoted words are a name or a word set apart, and no speech.
_SPEECH = 3

#: So far (characters) from the marks stands who speaks.
_NEAR = 120

_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)|\n|[«“\"]")


def find_quoted(parsed: Parsed, tongue: Tongue) -> tuple[Statement, ...]:
    """What stands in quotation marks and is somebody's, in reading order."""
    marks = quotations(parsed.report.text)
    return tuple(told for mark in marks if (told := _statement(parsed, tongue, mark, marks)))


def _statement(
    parsed: Parsed, tongue: Tongue, mark: Quotation, marks: Sequence[Quotation]
) -> Statement | None:
    if not mark.closed or len(parsed.report.text[mark.start : mark.end].split()) < _SPEECH + 2:
        return None
    outside = [stretch for stretch in _beside(parsed, mark) if stretch[0] < stretch[1]]
    for start, end in outside:
        near = parsed.doc.char_span(start, end, alignment_mode="contract") or ()
        tokens = [each for each in near if holding(marks, each.idx) is None]
        cue = next((each for each in tokens if _is_cue(each, tongue)), None)
        if cue is None:
            continue
        speaker = _speaker(parsed, cue, tokens)
        content = parsed.span(mark.start, mark.end)
        ends = [(mark.start, mark.end), (cue.idx, cue.idx + len(cue))]
        if speaker.span is not None:
            ends.append((speaker.span.start, speaker.span.end))
        span = parsed.span(min(ends)[0], max(last for _, last in ends))
        return Statement(
            id=content_id("s", parsed.report.id, span.start, cue.idx, (content,)),
            span=span,
            content=(content,),
            cue=parsed.span_of(cue),
            directness="direct",
            speaker=speaker,
        )
    return None


def _beside(parsed: Parsed, mark: Quotation) -> Iterator[tuple[int, int]]:
    """What follows a quotation in its sentence, and what leads up to it with a colon."""
    text = parsed.report.text
    if text[mark.end - 2 : mark.end - 1] not in ".":
        stop = _SENTENCE_END.search(text, mark.end, mark.end + _NEAR)
        yield mark.end, stop.start() if stop else min(len(text), mark.end + _NEAR)
    before = text[max(0, mark.start - _NEAR) : mark.start]
    if before.rstrip().endswith(":"):
        ends = [found.end() for found in _SENTENCE_END.finditer(before)]
        yield mark.start - len(before) + (ends[-1] if ends else 0), mark.start


def _is_cue(token: Token, tongue: Tongue) -> bool:
    return (token.pos_ == "VERB" and token.lemma_ in tongue.says) or token.text.lower() in tongue.by


def _speaker(parsed: Parsed, cue: Token, tokens: Sequence[Token]) -> Speaker:
    """Who speaks: a person named beside the cue, else the noun phrase there, else nobody known."""
    behind = [each for each in tokens if each.i > cue.i]
    before = [each for each in tokens if each.i < cue.i]
    side = behind if any(each.pos_ in ("NOUN", "PROPN") for each in behind) else before
    if any(each.pos_ == "PRON" and each.dep_.endswith("subj") for each in (*before, *behind)):
        return Speaker(name=None, basis="pronoun")
    person = [each for each in side if each.ent_type_ == "PER"]
    nouns = [each for each in side if each.pos_ == "NOUN"]
    if person:
        run = _named(person[0], side)
        if not run:
            return Speaker(name=None)
        role = nouns[0].text if nouns and nouns[0].i < run[0].i else None
        span = _span(parsed, run)
        return Speaker(name=" ".join(span.exact.split()), span=span, role=role, named=True)
    phrase = _phrase(side)
    if not phrase:
        return Speaker(name=None)
    span = _span(parsed, phrase)
    named = any(each.pos_ == "PROPN" for each in phrase)
    return Speaker(name=" ".join(span.exact.split()), span=span, named=named)


def _named(first: Token, side: Sequence[Token]) -> list[Token]:
    """A name from its first token on, without what is shortened before it ("M.")."""
    run: list[Token] = []
    for each in side:
        if each.i == first.i + len(run) and (each.ent_type_ == "PER" or each.pos_ == "PROPN"):
            run.append(each)
    while run and run[0].text.endswith("."):
        run.pop(0)
    return run


def _phrase(side: Sequence[Token]) -> list[Token]:
    """The first noun of a stretch with the nouns and names joined to it, up to a comma."""
    start = next((n for n, each in enumerate(side) if each.pos_ in ("NOUN", "PROPN")), None)
    if start is None:
        return []
    run = []
    for each in side[start:]:
        if each.pos_ not in ("NOUN", "PROPN", "ADP", "DET", "ADJ") and each.dep_ != "nmod":
            break
        run.append(each)
    while run and run[-1].pos_ in ("ADP", "DET"):
        run.pop()
    return run


def _span(parsed: Parsed, tokens: Sequence[Token]) -> Span:
    return parsed.span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
