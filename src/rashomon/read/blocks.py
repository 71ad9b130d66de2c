"""The layout of a plain text: headings, datelines, captions, lists and paragraphs."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from rashomon.read.datelines import dateline_length, is_byline, is_credit
from rashomon.read.furniture import cut, is_furniture, is_post, told_apart
from rashomon.read.lines import lines_of, paragraphs_of
from rashomon.report import Block
from rashomon.words.tables import table

#: The longest heading, in characters.
_LONGEST_HEADING = 100

#: Up to so many short lines in a row may head a paragraph; more of them are a list.
_HEADINGS_IN_A_ROW = 3

#: A dateline stands before the first words of a report, not deep in it.
_DATELINES_WITHIN = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """The table `data/layout.toml`."""

    furniture_starts: tuple[str, ...]
    byline_words: tuple[str, ...]
    bullets: tuple[str, ...]
    sentence_ends: tuple[str, ...]


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of `text`, in order and apart; together they hold all that is not blank.

    `caption` also takes page furniture (credits, links to other pages), and `dateline` lines
    that only tell who published it and when: neither tells the story.
    """
    paragraphs = paragraphs_of(lines_of(text))
    kinds = _kinds([paragraph.text for paragraph in paragraphs])
    stretches = [(paragraph.start, paragraph.end) for paragraph in paragraphs]
    return blocks_from(text, stretches, kinds)


def blocks_from(text: str, stretches: list[tuple[int, int]], kinds: list[str]) -> tuple[Block, ...]:
    """A block for each stretch of its kind; datelines and glued furniture are blocks apart."""
    blocks: list[Block] = []
    told = 0
    for (start, end), kind in zip(stretches, kinds, strict=True):
        if kind != "paragraph":
            blocks.append(Block(kind=kind, start=start, end=end))
            continue
        for furniture, first, last in cut(text, start, end):
            if furniture:
                blocks.append(_trimmed("caption", text, first, last))
            elif told < _DATELINES_WITHIN:
                blocks.extend(opening(text, *_ends(text, first, last)))
            else:
                blocks.append(_trimmed("paragraph", text, first, last))
        told += 1
    return tuple(blocks)


def _ends(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at its ends."""
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


def _trimmed(kind: str, text: str, start: int, end: int) -> Block:
    first, last = _ends(text, start, end)
    return Block(kind=kind, start=first, end=last)


def opening(text: str, start: int, end: int) -> list[Block]:
    """The paragraph at `start` to `end`, its dateline (if it has one) as a block of its own."""
    length = dateline_length(text[start:end])
    if not length:
        return [Block(kind="paragraph", start=start, end=end)]
    rest = text[start + length : end]
    begin = end - len(rest.lstrip())
    return [
        Block(kind="dateline", start=start, end=start + length),
        Block(kind="paragraph", start=begin, end=end),
    ]


def _kinds(paragraphs: list[str]) -> list[str]:
    """The kind of each paragraph: by its own words, short ones by what stands around them."""
    kinds: list[str] = []
    alone = [kind_alone(paragraph) for paragraph in paragraphs]
    alone = told_apart(paragraphs, alone)
    for kind, run in groupby(alone):
        length = len(list(run))
        if kind != "short":
            kinds += [kind] * length
        elif length > _HEADINGS_IN_A_ROW:
            kinds += ["list"] * length
        else:
            heads = "paragraph" in alone[len(kinds) + length :]
            kinds += ["heading" if heads else "paragraph"] * length
    return kinds


def kind_alone(line: str) -> str:
    """What a paragraph is by its own words; `short` where only its neighbours can tell."""
    layout, low = table("layout", Layout), line.lower()
    if is_post(line):
        return "quote"
    if is_furniture(line):
        return "caption"
    if line.startswith(">"):
        return "quote"
    if _item().match(line):
        return "list"
    if len(line) > _LONGEST_HEADING or line.endswith(_stops()):
        return "paragraph"
    if low.startswith(layout.furniture_starts):
        return "caption"
    if is_byline(line) or is_credit(line) or any(words in low for words in layout.byline_words):
        return "dateline"
    return "short" if _begins_as_heading(line) else "paragraph"


def _begins_as_heading(line: str) -> bool:
    """Whether it begins as a sentence does; quoted speech and half a sentence are no heading."""
    first = next((sign for sign in line if sign.isalnum()), "")
    return first != "" and not first.islower() and line[0] not in '"“«'


@cache
def _stops() -> tuple[str, ...]:
    """Sentence ends, alone and before a closing quotation mark or bracket."""
    ends: tuple[str, ...] = table("layout", Layout).sentence_ends
    return ends + tuple(end + close for end in ends for close in "\"'”’»)]")


@cache
def _item() -> re.Pattern[str]:
    marks = "|".join(re.escape(mark) for mark in table("layout", Layout).bullets)
    return re.compile(rf"(?:{marks}|\(?\d{{1,2}}[.)])\s+(?=\S)")
