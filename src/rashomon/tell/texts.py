"""How much of the reports' text an output carries: none, what is cited, or all."""

import copy
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.account import Account
from rashomon.errors import WrongCall
from rashomon.report import Report, Span

#: Stands for each character that an output does not carry; line ends stay as they are.
WITHHELD = "░"

#: A sentence around a citation is looked for no farther than this many characters.
_REACH = 400


def with_texts(account: Account, mode: str) -> Account:
    """The account with its reports' text in full, `cited` alone, or `none`.

    `cited` keeps the sentences around the cited words and puts WITHHELD in the place of each
    other character, so that every cited span still slices its exact words. `none` leaves the
    text empty. The SHA-256 and the length stay those of the full text, so that whoever holds
    the report can still check the account. Raises WrongCall for any other mode.
    """
    if mode not in ("full", "cited", "none"):
        raise WrongCall(f"--texts is full, cited or none, not {mode!r}.")
    if mode == "full":
        return account
    cited = sorted(set(cited_spans(account)))
    reports = []
    for report in account.reports:
        spans = [span for span in cited if span.report == report.id]
        text = _masked(report.text, spans) if mode == "cited" else ""
        reports.append(_carrying(report, text))
    return replace(account, reports=tuple(reports))


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


def _carrying(report: Report, text: str) -> Report:
    """The report with another text and the hash and length of the full one."""
    carried = copy.copy(report)
    # Past the frozen door: replace() would hash what is left of the text.
    object.__setattr__(carried, "text", text)
    return carried


def _masked(text: str, spans: Iterable[Span]) -> str:
    masked = [char if char in "\r\n" else WITHHELD for char in text]
    for span in spans:
        start, end = sentences_around(text, span)
        masked[start:end] = text[start:end]
    return "".join(masked)


def sentences_around(text: str, span: Span) -> tuple[int, int]:
    """Where the sentences that hold the span begin and end, as full stops and lines tell.

    The text is not parsed again for it: "Col. Dillon" may end what is shown, never a span.
    """
    start, end = span.start, span.end
    lowest, highest = max(0, start - _REACH), min(len(text), end + _REACH)
    while start > lowest and not _ends_sentence(text, start):
        start -= 1
    while end < highest and not _ends_sentence(text, end):
        end += 1
    return start, end


def _ends_sentence(text: str, at: int) -> bool:
    """Whether a sentence may end right before `at`."""
    return text[at - 1] == "\n" or (text[at].isspace() and text[at - 1] in ".!?”\"'")
