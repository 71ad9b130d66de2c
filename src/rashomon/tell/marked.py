"""A report's text with its citations marked, cut so that overlapping ones can be shown."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.report import Block, Report
from rashomon.tell.citations import Citation
from rashomon.tell.texts import WITHHELD, sentences_around

#: How many characters of its sentence are shown on each side of a quoted passage.
_AROUND = 110

_LINE = re.compile(r"[^\r\n]+")
_LEFT_OUT = re.compile(f"{WITHHELD}+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text under the same citations, and those that begin and end with it."""

    text: str
    under: tuple[Citation, ...]
    begin: tuple[Citation, ...]
    end: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A stretch of the text with one layout role; its segments join to its words."""

    kind: str
    segments: tuple[Segment, ...]


def paragraphs(report: Report, citations: Sequence[Citation]) -> tuple[Paragraph, ...]:
    """The report's paragraphs without the line ends between them, every citation in segments.

    What an output does not carry of the text stands as "[…]".
    """
    begun: set[int] = set()
    found = []
    for kind, start, end in _stretches(report):
        inside = [each for each in citations if each.span.start < end and start < each.span.end]
        if inside or _LEFT_OUT.sub("", report.text[start:end]).strip():
            segments = tuple(_segments(report.text, start, end, inside, begun))
            found.append(Paragraph(kind=kind, segments=segments))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A citation's words with those of the sentence around them, at most _AROUND on each side."""

    citation: Citation
    before: str
    after: str


def quote(report: Report, citation: Citation) -> Quote:
    """A citation within its sentence; alone where the output does not carry the text."""
    span = citation.span
    if WITHHELD in report.text[span.start : span.end] or not report.text:
        return Quote(citation=citation, before="", after="")
    start, end = sentences_around(report.text, span)
    before = report.text[start : span.start].lstrip()
    after = report.text[span.end : end]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return Quote(citation=citation, before=before, after=after)


def broken(paragraphs: Iterable[Paragraph]) -> tuple[int, ...]:
    """The numbers of the citations whose words lie in more than one segment."""
    parts = Counter(
        citation.number
        for paragraph in paragraphs
        for segment in paragraph.segments
        for citation in segment.under
    )
    return tuple(sorted(number for number, count in parts.items() if count > 1))


def _stretches(report: Report) -> Iterator[tuple[str, int, int]]:
    """Kind and ends of each paragraph: the lines of one block, or a line outside of blocks."""
    blocks = sorted(report.blocks, key=lambda each: (each.start, each.end))
    starts = [block.start for block in blocks]
    current: Block | None = None
    start = end = 0
    for match in _LINE.finditer(report.text):
        block = _around(blocks, bisect_right(starts, match.start()), match.end())
        if block is None or block is not current:
            if end:
                yield current.kind if current else "paragraph", start, end
            current, start = block, match.start()
        end = match.end()
    if end:
        yield current.kind if current else "paragraph", start, end


def _around(blocks: Sequence[Block], begun: int, end: int) -> Block | None:
    """The last block begun, where it holds the line to its end; an inline dateline does not."""
    last = blocks[begun - 1] if begun else None
    return last if last and last.end >= end else None


def _segments(
    text: str, start: int, end: int, citations: Sequence[Citation], begun: set[int]
) -> Iterator[Segment]:
    cuts = {start, end}
    for each in citations:
        cuts |= {max(start, each.span.start), min(end, each.span.end)}
    edges = sorted(cuts)
    for left, right in pairwise(edges):
        under = [each for each in citations if each.span.start <= left < each.span.end]
        begin = tuple(each for each in under if each.number not in begun)
        begun.update(each.number for each in begin)
        yield Segment(
            text=_LEFT_OUT.sub("[…]", text[left:right]),
            under=tuple(sorted(under, key=lambda each: each.number)),
            begin=begin,
            # Line ends that a span closes with are not shown: it ends with its last words.
            end=tuple(each for each in under if not text[right : each.span.end].strip("\r\n")),
        )
