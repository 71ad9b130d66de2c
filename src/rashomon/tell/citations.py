"""Citations: one number for each cited span, the same in every format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.account import Account
from rashomon.report import Span
from rashomon.tell.sections import disputed, ranked_findings, undisputed, voices


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
            for span in spans:
                mentions.setdefault(span, {})[mention] = None
        self._by_span = {
            span: Citation(number=number, span=span, mentions=tuple(places))
            for number, (span, places) in enumerate(mentions.items(), start=1)
        }

    def __iter__(self) -> Iterator[Citation]:
        return iter(self._by_span.values())

    def __getitem__(self, span: Span) -> Citation:
        return self._by_span[span]

    def of(self, spans: Iterable[Span]) -> tuple[Citation, ...]:
        """The citations of spans, each once, by number."""
        found = {self._by_span[span].number: self._by_span[span] for span in spans}
        return tuple(found[number] for number in sorted(found))

    def in_report(self, report: str) -> tuple[Citation, ...]:
        """The citations that point into one report, in reading order."""
        inside = (each for each in self if each.span.report == report)
        return tuple(sorted(inside, key=lambda each: (each.span.start, each.span.end)))


def _mentions(account: Account) -> Iterator[tuple[Mention, Iterable[Span]]]:
    """Every passage that cites, in the order of the page."""
    for count, sentence in enumerate(account.brief, start=1):
        yield Mention(anchor=f"b{count}", label=f"the brief, sentence {count}"), sentence.citations
    for question in (*disputed(account), *undisputed(account)):
        for position in question.positions:
            yield Mention(anchor=f"p-{position.id}", label=question.text), position.evidence
    for count, finding in enumerate(ranked_findings(account), start=1):
        words = (span for side in finding.sides for span in (*side.evidence, *side.differing))
        yield Mention(anchor=f"n{count}", label=f"finding {count}"), words
    for voice in voices(account):
        for statement in voice.statements:
            label = f"what {voice.name} said"
            yield Mention(anchor=f"s-{statement.id}", label=label), (statement.span,)
    for count, entry in enumerate(account.timeline, start=1):
        yield Mention(anchor=f"t{count}", label=f"the timeline, entry {count}"), entry.citations
    for count, problem in enumerate(account.problems, start=1):
        spans = (problem.span,) if problem.span else ()
        yield Mention(anchor=f"x{count}", label=f"problem {count}"), spans
