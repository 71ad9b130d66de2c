"""Stock: what a brief is written from, made once however often it is written anew."""

import re
from collections.abc import Collection, Sequence

from rashomon.account import Account, Question, Sentence
from rashomon.figure import Figure
from rashomon.report import Report, Span
from rashomon.tell.brief.copying import Copying
from rashomon.tell.brief.items import Item, items
from rashomon.tell.brief.matters import Asked
from rashomon.tell.brief.news import News, Piece
from rashomon.tell.brief.plain import plain, put_otherwise
from rashomon.tell.brief.salience import stems
from rashomon.tell.brief.shorter import Lowered
from rashomon.tell.brief.speakers import Speakers
from rashomon.tell.brief.tallies import of_another, says_which, tally
from rashomon.tell.brief.wordings import wordings
from rashomon.tell.checker import faults, labels_of
from rashomon.tell.desk import Desk

#: The ways to tell one thing, the fullest first, and the spans that they rest on.
Ways = tuple[list[str], tuple[Span, ...]]

#: A number, its unit, and what befell or is what was counted.
Fact = tuple[float | None, str, str | None]


class Stock:
    """An account made ready for writing, and what was asked of it before.

    `known` are the ids of reports that the reader knows, of which nothing is told again.
    """

    def __init__(self, account: Account, known: Collection[str] = ()) -> None:
        self.known = frozenset(known)
        self.desk = Desk.of(account)
        self.lowered = Lowered(*_texts_and_names(account))
        self.speakers = Speakers(self.desk, self.lowered)
        self.copying = Copying(account.reports)
        self.news = News(account, list(items(self.desk)), self.known)
        self.asked_for = Asked(account)
        self._another = of_another(account.questions)
        self._labels = labels_of(account)
        self._said: dict[Item, list[str]] = {}
        self._tallied: dict[Question, Ways] = {}
        self._facts: dict[tuple[tuple[Span, ...], str | None], set[Fact]] = {}
        self._held: dict[Sentence, bool] = {}
        self._stems: dict[str, frozenset[str]] = {}

    def told(self, piece: Piece) -> list[str]:
        """The ways to tell a piece, with its outlet where one alone tells it as its own."""
        item = piece.item
        if item not in self._said:
            ways = wordings(item, self.desk, self.speakers, self.lowered)
            outlet = self.speakers.outlet(item.span.report)
            if item.statement is None and outlet is not None and not self.news.is_backed(piece):
                ways = [f"{way[:-1]}, {outlet} reported." for way in ways if way.endswith(".")]
            if self._tells_another(item.span):
                ways = [way for way in ways if says_which(way)]
            copied = [way for way in ways if self.copying.copied(way)]
            self._said[item] = [*ways, *(put_otherwise(way) for way in copied)]
        return self._said[item]

    def teller(self, item: Item) -> str | None:
        """Who says what an item tells, in the words that stand before it."""
        if item.statement is None or item.statement.directness == "direct":
            return None
        return self.speakers.of_statement(item.statement.speaker)

    def tally(self, question: Question) -> Ways:
        """The ways to tell the figures of a question."""
        if question not in self._tallied:
            ways, spans = tally(self.desk, question, self.speakers, self.lowered)
            if self._another.intersection(id for p in question.positions for id in p.figures):
                ways = [way for way in ways if says_which(way)]
            self._tallied[question] = ways, spans
        return self._tallied[question]

    def _tells_another(self, span: Span) -> bool:
        """Whether a figure within a span tells of another event than the story's."""
        numbers = (self.desk.figures[id].number for id in self._another)
        return any(span.holds(number) for number in numbers)

    def asked(self, questions: Collection[str]) -> list[Span]:
        """The figures that answer these questions."""
        ids = [
            id
            for question in self.desk.account.questions
            if question.id in questions
            for each in question.positions
            for id in each.figures
        ]
        return [self.desk.figures[id].span for id in ids]

    def facts(self, spans: tuple[Span, ...], text: str | None = None) -> set[Fact]:
        """What the figures within spans say; with a text, of those alone that it prints."""
        if (spans, text) not in self._facts:
            self._facts[spans, text] = self._facts_of(spans, text)
        return self._facts[spans, text]

    def _facts_of(self, spans: Sequence[Span], text: str | None) -> set[Fact]:
        within = (
            figure
            for figure in self.desk.figures.values()
            if figure.value is not None and any(span.holds(figure.number) for span in spans)
        )
        return {_fact(each) for each in within if text is None or is_printed(each, text)}

    def holds(self, sentence: Sentence) -> bool:
        """Whether the checker finds nothing in a sentence."""
        if sentence not in self._held:
            self._held[sentence] = not faults(sentence, self._labels)
        return self._held[sentence]

    def stems(self, text: str) -> frozenset[str]:
        """The stems of the words of a text."""
        if text not in self._stems:
            self._stems[text] = frozenset(stems(text))
        return self._stems[text]


def _fact(figure: Figure) -> Fact:
    """What befell how many, or how much of a unit: bounds and words aside."""
    counted = (figure.action or figure.head) if figure.unit == "count" else None
    return figure.value, figure.unit, counted


def is_printed(figure: Figure, text: str) -> bool:
    """Whether a sentence prints the number of a figure, in its own or in plain words."""
    forms = [figure.number.exact, plain(f"_ {figure.number.exact}")[2:]]
    forms += [f"{figure.value:g}"] if figure.value is not None else []
    return any(re.search(rf"(?<![\w.,]){re.escape(each)}(?!\d)", text) for each in forms)


def _texts_and_names(account: Account) -> tuple[list[str], list[str]]:
    names = [each.name for each in account.actors if each.named and each.kind != "group"]
    names = [name for name in (*names, *(each.name for each in account.places)) if " " in name]
    names += [report.outlet for report in account.reports if report.outlet]
    return [text for report in account.reports for text in _paragraphs(report)], names


def _paragraphs(report: Report) -> list[str]:
    """The running text, without headings, which may set a capital to every word."""
    told = [
        report.text[each.start : each.end] for each in report.blocks if each.kind == "paragraph"
    ]
    return told or [report.text]
