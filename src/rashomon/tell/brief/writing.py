"""The brief: the account in cited prose, built from the words of the reports, never generated."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from rashomon.account import Account, Finding, Position, Question, Sentence
from rashomon.tell.brief.changes import change, changed, is_changed
from rashomon.tell.brief.copying import MOST
from rashomon.tell.brief.disputes import dispute
from rashomon.tell.brief.draft import (
    DISPUTED,
    FIGURES,
    LEAD,
    MORE,
    NEWS,
    UNKNOWN,
    WARNING,
    Draft,
    without_parts,
)
from rashomon.tell.brief.items import Item
from rashomon.tell.brief.news import HEAD, Piece
from rashomon.tell.brief.standing import is_unknown, missing
from rashomon.tell.brief.stock import Stock
from rashomon.tell.brief.tallies import cited, is_listed, opened, others_told
from rashomon.tell.sections import DISPUTED as DIFFERING

#: Of the words asked for, so large a share may go to tallies; the rest tells what happened.
_TALLIES = 0.5
#: So many disputes of a status, and so many items, are tried; so many tell the main news.
_DISPUTES, _TRIED, _MAIN = 2, 150, 4
#: An item of which less than this share is new is not told; more where part of it was.
_FRESH, _FRESH_AGAIN, _FRESH_COUNT = 0.15, 0.6, 0.75
#: What adds less than this share of what the lead does is not worth a sentence, nor are fewer
#: words.
_FLOOR, _LEAST = 0.01, 4
#: A brief that copies too much is written again with less room for it, so many times.
_ROUNDS, _STEP = 5, 4


def write_brief(account: Account, words: int, known: Collection[str] = ()) -> tuple[Sentence, ...]:
    """The brief of an account in at most `words` words.

    What happened comes first, then the figures and who gives them, what is disputed, what a reader
    must beware of and what is not known. A sentence that its own citations do not carry is left
    out, and so is one that only repeats what was told, or that speaks of something that nothing
    told before it has named; at most a quarter of the words stand in runs copied from one report.

    With `known`, the ids of reports that the reader knows, the brief tells what the others change:
    what is news in them, which figures they give otherwise, and what came to be disputed.
    """
    stock = Stock(account, known)
    room = MOST * words
    for _ in range(_ROUNDS):
        brief = _Writer(stock, words, room).written()
        copied = stock.copying.copied("\n".join(each.text for each in brief))
        length = sum(len(each.text.split()) for each in brief)
        if copied <= MOST * length:
            break
        room = min(room, MOST * length) - _STEP
    return brief


class _Writer:
    """One brief on its way: what is told, in how many words, how many of them copied."""

    def __init__(self, stock: Stock, words: int, room: float) -> None:
        self.stock, self.desk, self.news = stock, stock.desk, stock.news
        self.draft = Draft(stock, words, room)

    def written(self) -> tuple[Sentence, ...]:
        """The sentences in the order of the sections."""
        heads = [each for each in self.news.pieces if each.item.place < HEAD]
        self._first_of(LEAD, [*heads, *self.news.pieces], self.news.lead)
        self._disputes()
        if self.stock.known:
            self._changes()
        else:
            self._tallies()
        self._warnings()
        unknown = [each for each in self.news.pieces if is_unknown(each.item.span.exact)]
        self._first_of(UNKNOWN, unknown, lambda each: self.news.value(each, self.draft.said))
        self._news()
        # Sentences that were joined, and names told short, leave room for more.
        self.draft.length = sum(len(each.text.split()) for each in self.draft.edited())
        self._news()
        for question in _several(self.desk.account) if not self.stock.known else ():
            self._untold(question)
        return self.draft.edited()

    def _first_of(
        self, section: int, offered: Sequence[Piece], worth: Callable[[Piece], float]
    ) -> None:
        """Tells the best of these that can be told."""
        ranked = sorted(offered, key=worth, reverse=True)
        any(self._tell_piece(section, each) for each in ranked[:_TRIED])

    def _tell_piece(self, section: int, piece: Piece) -> bool:
        """Tells a piece where nothing in it points to what was not told before it."""
        item, at = piece.item, (section, piece.item.place)
        if self._is_told_again(item):
            return False
        known = {
            stem
            for each in self.draft.told
            if each.order < at
            for stem in self.stock.stems(each.sentence.text)
        }
        ways = [way for way in self.stock.told(piece) if not missing(way, known)]
        return self.draft.tell(at, ways, item.citations, teller=self.stock.teller(item))

    def _is_told_again(self, item: Item) -> bool:
        """Whether a sentence has figures, and all that they say was told."""
        facts = self.stock.facts((item.span,))
        if not facts:
            return False
        told = (each.sentence for each in self.draft.told)
        known = {fact for each in told for fact in self.stock.facts(each.citations, each.text)}
        return facts <= known

    def _disputes(self) -> None:
        contested = [
            each
            for each in self.desk.account.questions
            if each.kind == "status" and each.relation in DIFFERING
            if not self.stock.known or is_changed(each, self.stock.known)
        ]
        for number, question in enumerate(contested[:_DISPUTES]):
            ways, spans = dispute(self.desk, question, self.stock.speakers, self.stock.lowered)
            self.draft.tell((DISPUTED, number), ways, spans, question.id)

    def _changes(self) -> None:
        known = self.stock.known
        for number, question in enumerate(changed(self.desk.account, known)):
            ways, spans = change(self.desk, question, self.stock.speakers, known)
            self.draft.tell((FIGURES, number), ways, spans, question.id)

    def _tallies(self) -> None:
        room = self.draft.length + _TALLIES * self.draft.words
        for number, question in enumerate(_several(self.desk.account)):
            if self.draft.length > room:
                return
            left = question if is_listed(question) else self._untold(question)
            ways, spans = self.stock.tally(left)
            at = (FIGURES, number)
            if not self.draft.tell(at, ways, spans, question.id) and left is not question:
                self._append(question, left)

    def _untold(self, question: Question) -> Question:
        """The question without the answers that a sentence told; that sentence then cites all."""
        at = {each.id: self.draft.teller(each) for each in question.positions}
        known = {_answer(each): at[each.id] for each in question.positions if at[each.id]}
        left = []
        for position in question.positions:
            teller = at[position.id] or known.get(_answer(position))
            if teller is None:
                left.append(position)
            elif at[position.id] is None:
                spans = [*teller.sentence.citations, *cited(self.desk, position)]
                sentence = replace(teller.sentence, citations=without_parts(spans))
                teller.sentence = sentence
        return replace(question, positions=tuple(left))

    def _append(self, question: Question, left: Question) -> None:
        """Adds the answers left to the sentence that tells another answer to the question."""
        gone = [each for each in question.positions if each not in left.positions]
        told = next((teller for each in gone if (teller := self.draft.teller(each))), None)
        tail, spans = others_told(self.desk, left, self.stock.speakers)
        if told is None or not tail or "; " in told.sentence.text:
            return
        self.draft.told.remove(told)
        self.draft.length -= len(told.sentence.text.split())
        ways = [f"{opened(told.sentence.text)}; {tail}."]
        if not self.draft.tell(told.order, ways, (*told.sentence.citations, *spans), question.id):
            self.draft.told.append(told)
            self.draft.length += len(told.sentence.text.split())

    def _warnings(self) -> None:
        for number, finding in enumerate(self.desk.account.findings):
            if finding.kind in ("malformed_number", "self_contradiction"):
                spans = [span for side in finding.sides for span in side.evidence[:1]]
                if self.stock.known and all(span.report in self.stock.known for span in spans):
                    continue
                ways = [_warning(self.stock, finding)]
                self.draft.tell((WARNING, number), ways, spans, finding.question)

    def _news(self) -> None:
        """Tells what adds most for its length, again and again, while there is room."""
        main = 0
        for best in self.news.best_first(self.draft.said, _TRIED):
            is_full = self.draft.length + _LEAST > self.draft.words
            if is_full or self.news.value(best, self.draft.said) < _FLOOR * self.news.best:
                return
            fresh = _FRESH_AGAIN if self._is_cited(best.item) else _FRESH
            if self._is_counted(best.item):
                fresh = _FRESH_COUNT
            if self.news.share_new(best, self.draft.said) < fresh or self.news.takes_side(
                best.item
            ):
                continue
            unknown = is_unknown(best.item.span.exact)
            section = UNKNOWN if unknown else NEWS if main < _MAIN else MORE
            main += self._tell_piece(section, best) and section == NEWS

    def _is_counted(self, item: Item) -> bool:
        """Whether a sentence holds a figure whose question was told with all its answers."""
        asked = {id for each in self.draft.told for id in each.sentence.questions}
        figures = self.stock.asked(asked)
        return any(item.span.holds(each) for each in figures)

    def _is_cited(self, item: Item) -> bool:
        """Whether a sentence told rests on part of this one."""
        return any(
            span.overlaps(item.span) for each in self.draft.told for span in each.sentence.citations
        )


def _several(account: Account) -> list[Question]:
    """The questions of the event that several answer with figures: those that differ first."""
    asked = [
        each for each in account.questions if each.kind == "figure" and len(each.positions) > 1
    ]
    ages = {each.id for each in account.figures if each.kind == "age"}
    linked = [
        each
        for each in asked
        if each.relation in DIFFERING
        or (each.relation != "possibly_related" and not ages & set(each.positions[0].figures))
    ]
    return sorted(linked, key=lambda each: each.event != "main")


def _answer(position: Position) -> tuple[float | None, float | None, float | None, str | None]:
    return position.value, position.low, position.high, position.qualifier


def _warning(stock: Stock, finding: Finding) -> str:
    """A finding as a sentence, without the numbers that are ours and not a report's."""
    if finding.kind == "malformed_number":
        broken = {figure.span: figure.printed for figure in stock.desk.figures.values()}
        printed = broken[finding.sides[0].evidence[0]]
        return f"A report prints “{printed}”, which is no number as it stands."
    who, _, both = finding.text.rstrip(".").partition(" says both: ")
    if both.count("; ") == 1:
        named = stock.speakers.named(who)
        return f"{named[0].upper()}{named[1:]} said both that {both.replace('; ', ' and that ')}."
    return f"{finding.text.rstrip('.')}."
