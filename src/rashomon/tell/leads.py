"""Leads: the first sentence of a report, which tells what happened."""

import re
from collections.abc import Iterator

from rashomon.report import Block, Report, Span
from rashomon.words.names import fold, titles

#: A full stop ends a sentence before a space and a capital, unless it ends an abbreviation.
_END = re.compile(r"[.!?][”\"’']?(?=\s+[“\"‘']?[A-Z])")
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
    for match in _END.finditer(text):
        before = text[: match.start()].split()
        if match.start() >= _SHORTEST and not _is_abbreviation(before[-1]):
            return match.end()
    stripped = text.rstrip()
    return len(stripped) if len(stripped) < _LONGEST else None


def _is_abbreviation(word: str) -> bool:
    """ "Col", "U.S" and single letters: what stands before a full stop that ends no sentence."""
    return len(word) == 1 or "." in word or fold(word) in titles()
