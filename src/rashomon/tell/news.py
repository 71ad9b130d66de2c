"""News: what each sentence of the reports is worth to the brief, beside what is told already."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.account import Account
from rashomon.report import Span
from rashomon.tell.items import Item
from rashomon.tell.plain import retelling
from rashomon.tell.salience import Salience, stems
from rashomon.tell.tallies import is_counted

#: Short sentences are not better only for being short: so many words come free.
_FREE = 10
#: A sentence is worth so much more that says what nobody knows, or that holds a figure of what
#: befell or was done; and so much less that only quotes.
_UNKNOWN, _COUNTS, _QUOTED = 2.0, 1.7, 0.5
#: What happened so long before the first report is history, and worth so much of news.
_EVE, _PAST = timedelta(days=31), 0.4
#: The first sentences of a report tell the news.
HEAD, _HEAD_WORTH = 3, 1.3
#: A lead is no better for more asked figures than these, nor for fewer words than these.
_ASKED, _LEAD_WORDS = 3, 25
#: A sentence backs another that shares so much of the weight of its words.
_BACKED = 0.5
#: So many sentences are weighed against each other, the best at first sight.
_WEIGHED = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """An item with its words and what they count beside those of others."""

    item: Item
    words: frozenset[str]
    worth: float
    length: int


class News:
    """The items of an account, and what they are worth."""

    def __init__(self, account: Account, offered: Sequence[Item]) -> None:
        self.salience = Salience(account.reports)
        titles = [report.title or "" for report in account.reports]
        self._titles = stems(" ".join([account.story.title, *titles]))
        self._asked = _by_report(_asked(account))
        counted = _by_report(each.span for each in account.figures if each.action)
        history = _by_report(_history(account))
        self._sentences = [(each.span.report, stems(each.span.exact)) for each in offered]
        pieces = [
            Piece(
                item=each,
                words=frozenset(words),
                worth=_worth(each, counted[each.span.report], history[each.span.report]),
                length=len(each.span.exact.split()),
            )
            for each, (_, words) in zip(offered, self._sentences, strict=True)
        ]
        untold: Counter[str] = Counter()
        pieces.sort(key=lambda each: -self.value(each, untold))
        self.pieces = pieces[:_WEIGHED]
        self.best = self.value(pieces[0], untold) if pieces else 0.0

    def value(self, piece: Piece, told: Counter[str]) -> float:
        """What a piece adds to the words told, for its length."""
        return self.salience.weight(piece.words, told) / (piece.length + _FREE) * piece.worth

    def lead(self, piece: Piece) -> float:
        """How well a piece leads: much of the news and of the titles, early in its report."""
        nothing: Counter[str] = Counter()
        weight = self.salience.weight(piece.words, nothing) / max(piece.length, _LEAD_WORDS)
        span = piece.item.span
        asked = sum(span.holds(each) for each in self._asked[span.report])
        headed = self.salience.weight(piece.words & self._titles, nothing)
        whole = self.salience.weight(self._titles, nothing) or 1.0
        known = (1 + min(asked, _ASKED) / 2) * (0.3 + headed / whole)
        return weight * known / (2 + piece.item.place)

    def share_new(self, piece: Piece, told: Counter[str]) -> float:
        """How much of a piece was not told, 0 to 1."""
        whole = self.salience.weight(piece.words, Counter())
        return self.salience.weight(piece.words, told) / whole if whole else 0.0

    def is_backed(self, piece: Piece) -> bool:
        """Whether a sentence of another report tells most of the same."""
        nothing: Counter[str] = Counter()
        enough = _BACKED * self.salience.weight(piece.words, nothing)
        return any(
            report != piece.item.span.report
            and self.salience.weight(piece.words & words, nothing) >= enough
            for report, words in self._sentences
        )


def is_unknown(words: str) -> bool:
    """Whether a sentence says that something is not known."""
    low = words.lower()
    return any(phrase in low for phrase in retelling().words.unknown)


def _worth(item: Item, counted: Iterable[Span], history: Iterable[Span]) -> float:
    worth = _HEAD_WORTH if item.place < HEAD else 1.0
    if item.statement is not None and item.statement.directness == "direct":
        worth *= _QUOTED
    worth *= _COUNTS if any(item.span.holds(each) for each in counted) else 1.0
    worth *= _PAST if any(item.span.holds(each) for each in history) else 1.0
    return worth * (_UNKNOWN if is_unknown(item.span.exact) else 1.0)


def _by_report(spans: Iterable[Span]) -> defaultdict[str, list[Span]]:
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for span in spans:
        found[span.report].append(span)
    return found


def _asked(account: Account) -> Iterator[Span]:
    """The figures that several give in answer to a question of the story's own event."""
    figures = {figure.id: figure.span for figure in account.figures}
    for question in account.questions:
        if question.event == "main" and len(question.positions) > 1 and is_counted(question):
            yield from (figures[id] for each in question.positions for id in each.figures)


def _history(account: Account) -> Iterator[Span]:
    """The words that date something long before the story."""
    first = account.story.from_
    if first is None:
        return
    eve = (date.fromisoformat(first[:10]) - _EVE).isoformat()
    yield from (each.span for each in account.times if each.to is not None and each.to[:10] < eve)
