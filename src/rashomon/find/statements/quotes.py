"""Quotation marks: where quoted words begin and end, and which are never closed."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.find.parse import Parsed
from rashomon.problem import Problem

_OPEN = "“„«"
_CLOSE = "”»"
_MARK = re.compile(r"[\"“”„«»]|''|``")
#: A single mark that opens: after a blank, a bracket or the line's start, and before a word.
_OPENS_SINGLE = re.compile(r"(?:(?<=[\s(:])|(?<![\s\S]))['\u2018](?=[^\W\d_])")
#: A single mark that closes: behind the end of a sentence or clause, or behind a word.
_CLOSES_SINGLE = re.compile(r"(?:(?<=[.,!?\u2026])|(?<=\w))['\u2019](?=[\s.,;:!?)\u2013\u2014]|$)")
#: So many words make quoted words in single marks speech; fewer are names and scare quotes.
_SPEECH = 4
_PARAGRAPH = re.compile(r"[^\n\r]*(?:\r\n|\n|\r|$)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words from `start` to `end` (character offsets, the marks included).

    `closed` tells whether a closing mark was found; `continued` whether it goes on in the next
    paragraph, which then opens with a mark of its own.
    """

    start: int
    end: int
    closed: bool = True
    continued: bool = False

    def holds(self, start: int, end: int) -> bool:
        """Whether the stretch lies within the quotation."""
        return self.start <= start and end <= self.end


def holding(marks: Sequence[Quotation], at: int) -> Quotation | None:
    """The quotation, of those in order, that holds the character at `at`."""
    number = bisect_left(marks, at + 1, key=lambda mark: mark.start) - 1
    return marks[number] if number >= 0 and marks[number].holds(at, at + 1) else None


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of `text`, in order.

    In double marks a quotation that no mark closes ends with its paragraph. Single marks count
    in a paragraph without double ones, where they pair and hold some words, since they cannot
    else be told from apostrophes.
    """
    found: list[Quotation] = []
    for paragraph in _PARAGRAPH.finditer(text):
        first, last = paragraph.span()
        if last > first:
            double = _in_paragraph(text, first, last)
            found.extend(double or _in_single_marks(text, first, last))
    return tuple(_joined(text, found))


def _in_single_marks(text: str, first: int, last: int) -> list[Quotation]:
    """The quotations of a paragraph in single marks, closed at the end of a clause if at all."""
    opened = [mark.start() for mark in _OPENS_SINGLE.finditer(text, first, last)]
    closed = [mark.start() for mark in _CLOSES_SINGLE.finditer(text, first, last)]
    found: list[Quotation] = []
    at = first
    for number, start in enumerate(opened):
        stop = opened[number + 1] if number + 1 < len(opened) else last
        ends = closed[bisect_right(closed, start) : bisect_left(closed, stop)]
        if start < at or not ends:
            continue
        end = next((one for one in ends if text[one - 1] in ".,!?\u2026"), ends[-1]) + 1
        if len(text[start:end].split()) >= _SPEECH:
            found.append(Quotation(start, end))
            at = end
    return found


def _in_paragraph(text: str, first: int, last: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for mark in _MARK.finditer(text, first, last):
        if _is_inch(text, mark.start(), opened is not None):
            continue
        if opened is None:
            if _opens(text, mark):
                opened = mark.start()
        elif _closes(text, mark):
            found.append(Quotation(opened, mark.end()))
            opened = None
        elif mark.group() in _OPEN and mark.start() > opened + 1:
            # An opening mark inside: the first one was never closed.
            found.append(Quotation(opened, mark.start(), closed=False))
            opened = mark.start()
    if opened is not None:
        end = len(text[:last].rstrip())
        if end > opened + 1:
            found.append(Quotation(opened, end, closed=False))
    return found


def _is_inch(text: str, at: int, inside: bool) -> bool:
    """Whether the mark is the sign for inches or seconds: 6" tall."""
    return text[at] == '"' and not inside and at > 0 and text[at - 1].isdigit()


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark.group() in _CLOSE or mark.group() == "''":
        # Typists use the closing mark to open, too: then a word follows it and none precedes.
        before = text[mark.start() - 1] if mark.start() else " "
        return before.isspace() and text[mark.end() : mark.end() + 1].isalnum()
    return True


def _closes(text: str, mark: re.Match[str]) -> bool:
    if mark.group() in _OPEN or mark.group() == "``":
        return False
    if mark.group() != '"':
        return True
    # A straight mark between a blank and a word opens again: the closing one was forgotten.
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    return not (before.isspace() and after.isalnum() and '"' in text[mark.end() : mark.end() + 400])


def _joined(text: str, found: list[Quotation]) -> list[Quotation]:
    """Mark those that go on: unclosed, and the next paragraph opens with a mark."""
    joined = []
    for at, one in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        goes_on = (
            not one.closed
            and following is not None
            and not text[one.end : following.start].strip()
            and "\n" in text[one.end : following.start].replace("\r", "\n")
        )
        joined.append(Quotation(one.start, one.end, one.closed or goes_on, goes_on))
    return joined


def quote_problems(parsed: Parsed) -> tuple[Problem, ...]:
    """A problem `unclosed_quote` for each quotation that no mark closes."""
    return tuple(
        Problem(
            kind="unclosed_quote",
            detail="A quotation is opened and never closed; it is taken to end with its paragraph.",
            report=parsed.report.id,
            span=parsed.span(one.start, one.end),
        )
        for one in quotations(parsed.report.text)
        if not one.closed
    )
