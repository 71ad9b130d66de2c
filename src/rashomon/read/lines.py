"""The lines of a text, and whether they are paragraphs or only the width of a page."""

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

#: All that ends a line (Unicode UAX 14, mandatory breaks).
_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")

#: Characters: no line of a hard-wrapped text is longer, nor its usual line shorter.
_WIDEST, _NARROWEST = 100, 40

_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: the text without white space at its ends.

    `gap` tells that a blank line (or the text's start) goes before, `indented` that white
    space does.
    """

    start: int
    end: int
    text: str
    gap: bool
    indented: bool


def lines_of(text: str) -> list[Line]:
    """All lines of `text` that are not blank."""
    found: list[Line] = []
    gap, position = True, 0
    for piece in _BREAK.split(text):
        stripped = piece.strip()
        if stripped:
            start = position + len(piece) - len(piece.lstrip())
            indented = piece[0] in " \t\u3000"
            found.append(Line(start, start + len(stripped), stripped, gap, indented))
        gap = not stripped
        position += len(piece)
        position += 2 if text[position : position + 2] == "\r\n" else 1
    return found


def paragraphs_of(lines: list[Line]) -> list[Line]:
    """The paragraphs of a text: its lines, put together where they are hard-wrapped."""
    if not _hard_wrapped(lines):
        return lines
    joined: list[list[Line]] = []
    for line in lines:
        if line.gap or line.indented or not joined:
            joined.append([line])
        else:
            joined[-1].append(line)
    return [
        Line(run[0].start, run[-1].end, " ".join(line.text for line in run), run[0].gap, False)
        for run in joined
    ]


def _hard_wrapped(lines: list[Line]) -> bool:
    """Whether line ends are those of a page: even widths, and sentences that run on."""
    followed = [line for line, after in pairwise(lines) if not after.gap and not after.indented]
    if len(followed) < 3 or max(line.end - line.start for line in lines) > _WIDEST:
        return False
    run_on = sum(_ENDS_SENTENCE.search(line.text) is None for line in followed)
    usual = median(line.end - line.start for line in followed)
    return usual >= _NARROWEST and run_on > 0.6 * len(followed)
