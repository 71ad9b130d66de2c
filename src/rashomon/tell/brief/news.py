"""News: what each sentence of the reports is worth to the brief, beside what is told already."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from heapq import heapify, heappop, heappush

from rashomon.account import Account
from rashomon.report import Span
from rashomon.tell.brief.counts import is_counted
from rashomon.tell.brief.items import Item
from rashomon.tell.brief.salience import Salience, added, stems
from rashomon.tell.brief.standing import is_unknown
from rashomon.tell.sections import DISPUTED

#: Short sentences are not better only for being short: so many words come free.
_FREE = 4
#: A sentence is worth so much more that says what nobody knows, or that holds a figure of what
#: befell or was done; and so much less that only quotes.
_UNKNOWN, _COUNTS, _QUOTED = 2.0, 1.4, 0.5
#: What happened so long before the first report is history, and worth so much of news.
_EVE, _PAST = timedelta(days=31), 0.05
#: What befell one private person is colour; a lead had better not print a number in dispute.
_COLOUR, _CONTESTED = 0.4, 0.7
#: Leads that a body, or a person, says.
_BODY, _PERSON = 0.9, 0.5
#: A quotation in a sentence that does not say whose it is.
_QUOTATION, _UNSAID = re.compile(r"[“\"]\S+ \S+"), 0.3
#: Whom one of so few reports alone names may be anybody.
_FEW = 2
#: The first sentences of a report tell the news.
HEAD, _HEAD_WORTH = 3, 1.3
#: A lead is no better for more asked figures than these, nor for fewer words than these.
_ASKED, _LEAD_WORDS = 3, 25
#: Of what a reader knows already, a sentence tells so much at most.
_TOLD = 0.7
#: What two reports tell is worth so much more.
_HEARD = 1.3
#: A sentence backs another that shares so much of the weight of its words.
_BACKED = 0.5
#: One that tells so much of the weight of its words tells the same.
_SAME = 0.6
#: So many sentences are weighed against each other, the best at first sight.
_WEIGHED = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """An item with its words and what they count beside those of others."""

    item: Item
    words: frozenset[str]
    weights: tuple[tuple[str, float], ...]
    worth: float
    length: int


class News:
    """The items of an account, and what they are worth."""

    def __init__(
        self, account: Account, offered: Sequence[Item], known: Collection[str] = ()
    ) -> None:
        self.salience = Salience(account.reports)
        titles = [report.title or "" for report in account.reports]
        self._titles = stems(" ".join([account.story.title, *titles]))
        self._asked = _by_report(_asked(account))
        counted = _by_report(each.span for each in account.figures if each.action)
        history = _by_report(_history(account))
        self._contested = _by_report(_contested(account))
        private = _private(account)
        self._people = {each.name for each in account.actors if each.kind == "person"}
        self._sentences = [(each.span.report, stems(each.span.exact)) for each in offered]
        pieces = [
            Piece(
                item=each,
                words=frozenset(words),
                weights=self.salience.weights(words),
                worth=_worth(each, counted[each.span.report], history[each.span.report])
                * (_COLOUR if each.span.exact.startswith(private) else 1.0),
                length=len(each.span.exact.split()),
            )
            for each, (_, words) in zip(offered, self._sentences, strict=True)
        ]
        if known:
            pieces = [each for each in pieces if self._is_new(each, known)]
        pieces.sort(key=lambda each: -self.value(each, ()))
        pieces = [self._heard(each) for each in pieces[:_WEIGHED]]
        pieces.sort(key=lambda each: -self.value(each, ()))
        self.pieces = pieces
        self.best = self.value(pieces[0], ()) if pieces else 0.0

    def _is_new(self, piece: Piece, known: Collection[str]) -> bool:
        """Whether a piece is of a report the reader does not know, and no known one tells it."""
        enough = _TOLD * added(piece.weights, ())
        return piece.item.span.report not in known and not any(
            sum(weight for word, weight in piece.weights if word in words) >= enough
            for report, words in self._sentences
            if report in known
        )

    def _heard(self, piece: Piece) -> Piece:
        """The piece, worth more where another report tells most of the same."""
        return replace(piece, worth=piece.worth * _HEARD) if self.is_backed(piece) else piece

    def value(self, piece: Piece, told: Collection[str]) -> float:
        """What a piece adds to the words told, for its length."""
        return added(piece.weights, told) / (piece.length + _FREE) * piece.worth

    def best_first(self, told: Collection[str], most: int) -> Iterator[Piece]:
        """The piece that adds most to what is told by then, again and again, at most so many.

        What a piece adds only falls as more is told: one that stands first with its old value, and
        still does with its new one, is the best.
        """
        waiting = [(-self.value(each, told), at) for at, each in enumerate(self.pieces)]
        heapify(waiting)
        for _ in range(min(most, len(waiting))):
            while True:
                _, at = heappop(waiting)
                now = -self.value(self.pieces[at], told), at
                if not waiting or now <= waiting[0]:
                    break
                heappush(waiting, now)
            yield self.pieces[at]

    def lead(self, piece: Piece) -> float:
        """How well a piece leads: much of the news and of the titles, early in its report."""
        weight = added(piece.weights, ()) / max(piece.length, _LEAD_WORDS)
        span = piece.item.span
        asked = sum(span.holds(each) for each in self._asked[span.report])
        headed = self.salience.weight(piece.words & self._titles)
        whole = self.salience.weight(self._titles) or 1.0
        known = (1 + min(asked, _ASKED) / 2) * (0.3 + headed / whole)
        sure = _CONTESTED if self.takes_side(piece.item) else 1.0
        return weight * known * sure * self._voice(piece.item) / (2 + piece.item.place)

    def _voice(self, item: Item) -> float:
        """News leads better than what somebody said of it, and a body's word better than one's."""
        if item.statement is None:
            return 1.0
        return _BODY if item.statement.speaker.name not in self._people else _PERSON

    def takes_side(self, item: Item) -> bool:
        """Whether an outlet tells as a fact a number that reports differ on."""
        contested = self._contested[item.span.report]
        return item.statement is None and any(item.span.holds(each) for each in contested)

    def backing(self, told: Sequence[Span], words: Collection[str], who: str | None) -> list[Span]:
        """What other reports say that tells the words told, narrated or by the same speaker."""
        reports = {span.report for span in told}
        spans: list[Span] = []
        for piece in self.pieces:
            speaker = piece.item.statement.speaker.name if piece.item.statement else None
            same = speaker is None if who is None else speaker is not None and speaker in who
            if same and piece.item.span.report not in reports and self._tells(piece, words):
                spans += piece.item.citations
        return spans

    def _tells(self, piece: Piece, words: Collection[str]) -> bool:
        """Whether a piece tells the same as the words, with their numbers."""
        said = stems(piece.item.span.exact)
        shared, rarity = said.intersection(words), self.salience.rarity
        numbers = {word for word in words if word.isdigit()}
        return numbers <= said and rarity(shared) >= _SAME * max(rarity(words), 1.0)

    def share_new(self, piece: Piece, told: Collection[str]) -> float:
        """How much of a piece was not told, 0 to 1."""
        whole = added(piece.weights, ())
        return added(piece.weights, told) / whole if whole else 0.0

    def is_backed(self, piece: Piece) -> bool:
        """Whether a sentence of another report tells most of the same."""
        enough = _BACKED * added(piece.weights, ())
        own = piece.item.span.report
        return any(
            sum(weight for word, weight in piece.weights if word in words) >= enough
            for report, words in self._sentences
            if report != own
        )


def _worth(item: Item, counted: Iterable[Span], history: Iterable[Span]) -> float:
    worth = _HEAD_WORTH if item.place < HEAD else 1.0
    if item.statement is not None and item.statement.directness == "direct":
        worth *= _QUOTED
    if item.statement is None and _QUOTATION.search(item.span.exact):
        worth *= _UNSAID
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


def _contested(account: Account) -> Iterator[Span]:
    """The figures that reports differ on."""
    figures = {figure.id: figure.span for figure in account.figures}
    for question in account.questions:
        if question.kind == "figure" and question.relation in DISPUTED:
            yield from (figures[id] for each in question.positions for id in each.figures)


def _private(account: Account) -> tuple[str, ...]:
    """The names of people of whom one report alone speaks: what they did is colour."""
    heard: defaultdict[str, set[str]] = defaultdict(set)
    for actor in account.actors:
        if actor.kind == "person" and actor.named:
            heard[actor.name].update(mention.report for mention in actor.mentions)
    several = len(account.reports) > _FEW
    return tuple(sorted(name for name, where in heard.items() if several and len(where) == 1))


def _history(account: Account) -> Iterator[Span]:
    """The words that date something long before the story."""
    first = account.story.from_
    if first is None:
        return
    eve = (date.fromisoformat(first[:10]) - _EVE).isoformat()
    yield from (each.span for each in account.times if each.to is not None and each.to[:10] < eve)
