"""Citations: one number for each cited span, the same in every format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.account import Account
from rashomon.report import Span
from rashomon.tell.sections import disputed, evidence, told_findings, undisputed, updated
from rashomon.tell.voices import voices


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A passage of the account that cites: its anchor on the page and what to call it."""

    anchor: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A cited span under its number, counted from 1, with the passages that cite it."""

    number: int
    span: Span
    mentions: tuple[Mention, ...]


class Citations:
    """All citations of one account, numbered in the order in which a reader meets them."""

    def __init__(self, account: Account) -> None:
        mentions: dict[Span, dict[Mention, None]] = {}
        for mention, spans in _mentions(account):
            for span in outermost(spans):
                mentions.setdefault(span, {})[mention] = None
        self._by_span = {
            span: Citation(number=number, span=span, mentions=tuple(places))
            for number, (span, places) in enumerate(mentions.items(), start=1)
        }
        self._pages = {report.id: report.pages for report in account.reports if report.pages}

    def __iter__(self) -> Iterator[Citation]:
        return iter(self._by_span.values())

    def __getitem__(self, span: Span) -> Citation:
        return self._by_span[span]

    def of(self, spans: Iterable[Span]) -> tuple[Citation, ...]:
        """The citations of the outermost of spans, by number."""
        found = (self._by_span[span] for span in outermost(spans))
        return tuple(sorted(found, key=lambda each: each.number))

    def page(self, span: Span) -> str:
        """Where a span stands in a paged document: ", p. 14" or ", pp. 14-15", else nothing."""
        inside = [
            each.page
            for each in self._pages.get(span.report, ())
            if each.start < span.end and span.start < each.end
        ]
        if not inside:
            return ""
        first, last = inside[0], inside[-1]
        return f", p. {first}" if first == last else f", pp. {first}-{last}"

    def in_report(self, report: str) -> tuple[Citation, ...]:
        """The citations that point into one report, in reading order."""
        inside = (each for each in self if each.span.report == report)
        return tuple(sorted(inside, key=lambda each: (each.span.start, each.span.end)))


def outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans that no other of them holds, in the order given: one passage, one citation."""
    given = dict.fromkeys(spans)
    kept: set[Span] = set()
    last: Span | None = None
    for span in sorted(given, key=lambda each: (each.report, each.start, -each.end)):
        if last is None or not last.holds(span):
            kept.add(span)
            last = span
    return tuple(span for span in given if span in kept)


def _mentions(account: Account) -> Iterator[tuple[Mention, Iterable[Span]]]:
    """Every passage that cites, in the order of the page."""
    for count, sentence in enumerate(account.brief, start=1):
        yield Mention(anchor=f"b{count}", label=f"the brief, sentence {count}"), sentence.citations
    for question in (*disputed(account), *updated(account), *undisputed(account)):
        for position in question.positions:
            yield Mention(anchor=f"p-{position.id}", label=question.text), position.evidence
    for count, finding in enumerate(told_findings(account), start=1):
        yield Mention(anchor=f"n{count}", label=f"finding {count}"), evidence(finding)
    for voice in voices(account):
        for saying in voice.sayings:
            spans = [each.span for each in saying.statements]
            anchor = f"s-{saying.statements[0].id}"
            yield Mention(anchor=anchor, label=f"what {voice.name} said"), spans
    for count, entry in enumerate(account.timeline, start=1):
        yield Mention(anchor=f"t{count}", label=f"the timeline, entry {count}"), entry.citations
    for count, correction in enumerate(account.corrections, start=1):
        spans = [each for each in (correction.span, correction.span_of_other) if each]
        yield Mention(anchor=f"k{count}", label=f"correction {count}"), spans
    for count, problem in enumerate(account.problems, start=1):
        if problem.span:
            yield Mention(anchor=f"x{count}", label=f"problem {count}"), (problem.span,)
