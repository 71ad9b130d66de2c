"""Leads: the first sentence of a report, which tells what happened."""

from collections.abc import Iterator

from rashomon.report import Block, Report, Span
from rashomon.words.sentences import sentence_ends

#: A lead longer than this (characters) is cut at its last sentence end before, or left out.
_LONGEST = 600
#: A paragraph shorter than this is a byline or a stray line, not a lead.
_SHORTEST = 40


def lead_of(report: Report) -> Span | None:
    """The first sentence of the first real paragraph, or None where there is none."""
    for block in _paragraphs(report):
        end = _sentence_end(report.text[block.start : min(block.end, block.start + _LONGEST)])
        if end is not None:
            return report.span(block.start, block.start + end)
    return None


def _paragraphs(report: Report) -> Iterator[Block]:
    blocks = report.blocks or (Block(kind="paragraph", start=0, end=len(report.text)),)
    for block in blocks:
        if block.kind == "paragraph" and block.end - block.start >= _SHORTEST:
            yield block


def _sentence_end(text: str) -> int | None:
    first = next((end for end in sentence_ends(text) if end > _SHORTEST), None)
    if first is not None:
        return first
    stripped = text.rstrip()
    return len(stripped) if len(stripped) < _LONGEST else None
