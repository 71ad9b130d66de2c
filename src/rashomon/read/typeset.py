"""Typeset pages: from printed lines and where they stand to paragraphs and headings.

Running heads and feet are left out, hyphens at line ends are undone, and a paragraph goes on
over the end of a column or a page. Lengths are in points; a page's zero is its lower left.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from rashomon.words.frequency import is_common

#: Heads and feet stand in these parts of a page's height, and move so little from page to page.
_EDGE, _STILL = 0.12, 3.0

#: A heading is printed so much larger than most of the text.
_LARGER = 1.12

#: Lines of one paragraph are so much alike in size, and stand no further apart than so many
#: usual steps.
_ALIKE, _APART = 0.12, 1.4

_NUMBER = re.compile(r"\W*(?:page\s+|p\.\s*)?\d{1,4}(?:\s*(?:of|/|\|)\s*\d{1,4})?\W*", re.I)
#: What browsers print above and below a page.
_BROWSER = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?:\s[AP]M)?\b.*|\w{2,6}://\S+(?:\s+\d{1,4}/\d{1,4})?"
)
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_BULLET = re.compile(r"[•●▪◦‣–*-]\s+\S|\(?\d{1,2}[.)]\s+\S|[o▪]\s+\S")
_HYPHENS = "-\u2010\u00ad\x02\ufffe"
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+")

#: Letters that print as one sign (Unicode, Alphabetic Presentation Forms), blanks and invisibles.
_SIGNS = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u00a0": " ",
        "\u200b": "",
        "\ufeff": "",
        "\ufffd": "",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A line as printed: from where to where its base line goes on its page, and its size.

    `height` is that of the page.
    """

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; `pages` tells with which page each piece of its text begins."""

    text: str
    heading: bool
    size: float
    pages: tuple[tuple[int, int], ...]


def paragraphs_of(lines: Iterable[PrintedLine]) -> list[Paragraph]:
    """The paragraphs of all pages, in the order given."""
    kept = _without_running(list(lines))
    if not kept:
        return []
    usual = _usual_size(kept)
    step = _usual_step(kept)
    edges = _edges(kept)
    runs: list[list[PrintedLine]] = []
    for line in kept:
        if runs and _goes_on(runs[-1][-1], line, step, edges):
            runs[-1].append(line)
        else:
            runs.append([line])
    hyphened = {word for line in kept for word in re.findall(r"\w+-\w+", line.text.lower())}
    return [_paragraph(run, run[0].size > _LARGER * usual, hyphened) for run in runs]


def _without_running(lines: list[PrintedLine]) -> list[PrintedLine]:
    """The lines without heads, feet and page numbers."""
    edges = [line for line in lines if _edge(line)]
    places: dict[tuple[str, int], list[PrintedLine]] = defaultdict(list)
    for line in edges:
        words = re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.lower())
        places[words, round(line.base / _STILL)].append(line)
    running: set[int] = set()
    for alike in places.values():
        on = len({line.page for line in alike})
        if on >= 2 and len(alike) <= 1.5 * on:
            running.update(id(line) for line in alike)
    # What a browser prints stands at both ends of a row.
    rows = {(line.page, line.base) for line in edges if _BROWSER.fullmatch(line.text)}
    return [
        line
        for line in lines
        if id(line) not in running
        and not (_edge(line) and (_NUMBER.fullmatch(line.text) or (line.page, line.base) in rows))
    ]


def _edge(line: PrintedLine) -> bool:
    return line.base > (1 - _EDGE) * line.height or line.base < _EDGE * line.height


def _usual_size(lines: list[PrintedLine]) -> float:
    """The size that most letters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size))


def _usual_step(lines: list[PrintedLine]) -> float:
    """From one line of a paragraph to the next."""
    steps = [
        line.base - after.base
        for line, after in pairwise(lines)
        if line.page == after.page and 0 < line.base - after.base < 4 * line.size
    ]
    return median(steps) if steps else lines[0].size


def _edges(lines: list[PrintedLine]) -> dict[tuple[int, int], float]:
    """Where full lines end in each column of each page: nine in ten lines end no further."""
    rights: dict[tuple[int, int], list[float]] = defaultdict(list)
    for line in lines:
        rights[_column(line)].append(line.right)
    return {column: sorted(some)[int(0.9 * (len(some) - 1))] for column, some in rights.items()}


def _column(line: PrintedLine) -> tuple[int, int]:
    """Lines that begin within 20 points of one another stand in one column."""
    return line.page, int(line.left // 20)


def _goes_on(
    last: PrintedLine, line: PrintedLine, step: float, edges: dict[tuple[int, int], float]
) -> bool:
    """Whether `line` goes on with the paragraph of the line before it."""
    if abs(line.size - last.size) > _ALIKE * last.size or _BULLET.match(line.text):
        return False
    ended = _ENDED.search(last.text) is not None
    down = last.base - line.base
    if line.page != last.page or down < -last.size:
        full = last.text.endswith(",") or not _had_room(last, line, edges[_column(last)])
        return not ended and (full or not line.text[:1].isupper())
    if abs(down) <= 0.3 * last.size:
        return True
    if down > _APART * max(step, last.size):
        return False
    if line.left - last.left > 0.8 * line.size and ended:
        return False
    return line.text[:1].islower() or not _had_room(last, line, edges[_column(last)])


def _had_room(last: PrintedLine, line: PrintedLine, edge: float) -> bool:
    """Whether the first word of `line` would have stood on the line before: so it was parted."""
    letter = (last.right - last.left) / max(1, len(last.text))
    word = line.text.split(" ", 1)[0]
    return last.right + letter * (len(word) + 3) < edge


def _paragraph(run: list[PrintedLine], heading: bool, hyphened: set[str]) -> Paragraph:
    text, pages = "", list[tuple[int, int]]()
    for line in run:
        words = " ".join(line.text.translate(_SIGNS).split())
        text = _joined(text, words, hyphened)
        start = len(text) - len(words)
        if not pages or pages[-1][0] != line.page:
            pages.append((line.page, start))
    text = text.rstrip("\x02\ufffe").replace("\x02", "-").replace("\ufffe", "-").replace("\xad", "")
    return Paragraph(text=text, heading=heading, size=run[0].size, pages=tuple(pages))


def _joined(text: str, words: str, hyphened: set[str]) -> str:
    """`text` and the next line's `words`; a hyphen goes that only the line's end put there."""
    if not text:
        return words
    if not text.endswith(tuple(_HYPHENS)):
        return f"{text} {words}"
    before, after = _WORD_BEFORE.search(text[:-1]), _WORD_AFTER.match(words)
    if before is None or after is None:
        free = text[-2:-1] in ("", " ") or not words[0].isalnum()
        return f"{text} {words}" if free else f"{text[:-1]}-{words}"
    whole = (before[0] + after[0]).lower()
    compound = f"{before[0]}-{after[0]}".lower() in hyphened or after[0][0].isupper()
    parts = is_common(before[0].lower()) and is_common(after[0].lower())
    if compound or (parts and not is_common(whole) and text[-1] not in "\xad"):
        return f"{text[:-1]}-{words}"
    return text[:-1] + words
