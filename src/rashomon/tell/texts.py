"""How much of the reports' text an output carries: none, what is cited, or all."""

import copy
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace

from rashomon.account import Account
from rashomon.errors import WrongCall
from rashomon.report import Report, Span
from rashomon.words.sentences import sentence_ends

#: Stands for each character that an output does not carry; line ends stay as they are.
WITHHELD = "░"

#: A sentence around a citation is looked for no farther than this many characters.
_REACH = 400


def with_texts(account: Account, mode: str) -> Account:
    """The account with its reports' text in full, `cited` alone, or `none`.

    `cited` keeps the sentences around the cited words and the words of every other span, and
    puts WITHHELD in the place of each other character: every span still slices its exact words.
    `none` leaves the text empty. The SHA-256 and the length stay those of the full text, so that
    whoever holds the report can still check the account. Raises WrongCall for any other mode.
    """
    if mode not in ("full", "cited", "none"):
        raise WrongCall(f"--texts is full, cited or none, not {mode!r}.")
    if mode == "full":
        return account
    if mode == "none":
        return replace(account, reports=tuple(_carrying(each, "") for each in account.reports))
    shown: dict[str, set[tuple[int, int]]] = {report.id: set() for report in account.reports}
    texts = {report.id: report.text for report in account.reports}
    for span in carried_spans(account):
        shown[span.report].add((span.start, span.end))
    for span in cited_spans(account):
        shown[span.report].add(sentences_around(texts[span.report], span))
    masked = tuple(
        _carrying(each, _masked(each.text, shown[each.id])) if each.text else each
        for each in account.reports
    )
    return replace(account, reports=masked)


def cited_spans(account: Account) -> Iterator[Span]:
    """Every span that the account rests on, in the order a reader meets them."""
    for sentence in account.brief:
        yield from sentence.citations
    for question in account.questions:
        for position in question.positions:
            yield from position.evidence
    for finding in account.findings:
        for side in finding.sides:
            yield from side.evidence
            yield from side.differing
    for entry in account.timeline:
        yield from entry.citations
    for statement in account.statements:
        yield statement.span
    yield from (problem.span for problem in account.problems if problem.span)


def carried_spans(noun: object) -> Iterator[Span]:
    """Every span anywhere inside a noun: what is cited, and what figures, places, ... stand on."""
    if isinstance(noun, Span):
        yield noun
    elif isinstance(noun, tuple):
        for each in noun:
            yield from carried_spans(each)
    elif is_dataclass(noun):
        for field in fields(noun):
            yield from carried_spans(getattr(noun, field.name))


def _carrying(report: Report, text: str) -> Report:
    """The report with another text and the hash and length of the full one."""
    carried = copy.copy(report)
    # Past the frozen door: replace() would hash what is left of the text.
    object.__setattr__(carried, "text", text)
    return carried


def _masked(text: str, shown: Iterable[tuple[int, int]]) -> str:
    masked = [char if char in "\r\n" else WITHHELD for char in text]
    for start, end in shown:
        masked[start:end] = text[start:end]
    return "".join(masked)


def sentences_around(text: str, span: Span) -> tuple[int, int]:
    """Where the sentences that hold the span begin and end; the end of a line ends one too."""
    lowest, highest = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    line = text.rfind("\n", lowest, span.start) + 1
    end_of_line = text.find("\n", span.end, highest)
    start = max(lowest, line)
    end = highest if end_of_line < 0 else end_of_line
    for stop in sentence_ends(text, start, highest):
        if stop <= span.start:
            start = stop
        elif stop >= span.end:
            return start, min(stop, end)
    return start, end
