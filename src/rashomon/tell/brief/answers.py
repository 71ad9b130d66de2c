"""Answers: the figures that several reports give, told as they truly stand."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rashomon.account import Account, Question
from rashomon.figure import Figure
from rashomon.tell.brief.draft import DISPUTED, FIGURES, Draft
from rashomon.tell.brief.news import Piece
from rashomon.tell.brief.stock import Stock, is_printed
from rashomon.tell.brief.tallies import cited, is_adjective, is_listed, is_same, opened, others_told
from rashomon.tell.sections import DISPUTED as DIFFERING
from rashomon.tell.sections import UPDATED

#: Of the words asked for, so large a share may go to figures; the rest tells what happened.
_SHARE = 0.5
#: So many words of a sentence come free when what it tells is set against its length.
_FREE = 8
#: So many sentences are tried for the figures that reports agree on.
_TRIED = 40


class Answers:
    """The figures of a draft: those that differ with who gives which, then those agreed on."""

    def __init__(self, stock: Stock, draft: Draft) -> None:
        self.stock, self.desk, self.draft = stock, stock.desk, draft
        self.questions = _several(stock.desk.account)

    def tell(self) -> None:
        """Tells the answers while they leave room for the rest of the brief."""
        self.room = self.draft.length + _SHARE * self.draft.words
        agreed = [each for each in self.questions if each.relation not in (*DIFFERING, UPDATED)]
        for question in self.questions:
            if question not in agreed:
                self._tally(question)
        self._agreed(agreed)
        for question in agreed:
            self._tally(question)

    def cite(self) -> None:
        """Has each sentence that tells an answer cite all who give it."""
        for question in self.questions:
            self._untold(question)
        for question in self.desk.account.questions:
            self._cite_agreeing(question)

    def _cite_agreeing(self, question: Question) -> None:
        """Has the sentence that tells an answer cite those that the account finds to agree."""
        held = {each.id: each.evidence for each in question.positions}
        pairs = [{each.a, each.b} for each in question.relations if each.relation == "agree"]
        for told in self.draft.told if pairs else ():
            if told.section == DISPUTED:
                continue
            cited = told.sentence.citations
            own = {
                id
                for id, spans in held.items()
                if any(one.holds(other) for one in cited for other in spans)
            }
            others = {id for pair in pairs if own & pair for id in pair} - own
            more = [span for id in sorted(others) for span in held[id]]
            self.draft.cite(told, more)

    def _tally(self, question: Question) -> None:
        """Tells the answers to a question that nothing told, with who gives which."""
        if self.draft.length > self.room:
            return
        left = question if is_listed(question) else self._untold(question)
        ways, spans = self.stock.tally(left)
        at = (FIGURES, self.questions.index(question))
        if not self.draft.tell(at, ways, spans, (question.id,)) and left is not question:
            self._append(question, left)

    def _agreed(self, questions: Sequence[Question]) -> None:
        """Tells figures in the reports' own sentences, first in those that hold most of them."""
        untried = [each for each in self.stock.news.pieces if self._held(each, questions)]
        for _ in range(_TRIED):
            left = [each for each in questions if self._untold(each).positions]
            ranked = [(self._gain(each, left), -at) for at, each in enumerate(untried)]
            gain, at = max(ranked, default=(0.0, 0))
            if gain <= 0 or self.draft.length > self.room:
                return
            self._tell(untried.pop(-at), left)

    def _held(self, piece: Piece, questions: Sequence[Question]) -> dict[str, list[Figure]]:
        """The figures within a piece that answer these questions, by question."""
        found: defaultdict[str, list[Figure]] = defaultdict(list)
        for question in questions:
            for position in question.positions:
                for figure in (self.desk.figures[id] for id in position.figures):
                    if piece.item.span.holds(figure.number):
                        found[question.id].append(figure)
        return found

    def _gain(self, piece: Piece, questions: Sequence[Question]) -> float:
        """How many reports answer what a piece answers, for its length; a speaker's own halved."""
        held = self._held(piece, questions)
        reports = sum(
            len({span.report for each in question.positions for span in each.evidence})
            for question in questions
            if question.id in held
        )
        return 0.0 if self.stock.news.takes_side(piece.item) else reports / (piece.length + _FREE)

    def _tell(self, piece: Piece, questions: Sequence[Question]) -> None:
        """Tells a piece in the wordings that print most of the figures it holds."""
        held = self._held(piece, questions)
        figures = [figure for each in held.values() for figure in each]
        ways = self.stock.told(piece)
        printed = [sum(is_printed(each, way) for each in figures) for way in ways]
        fullest = [way for way, count in zip(ways, printed, strict=True) if count == max(printed)]
        if max(printed, default=0):
            self.draft.tell_piece(FIGURES, piece, fullest, tuple(held))

    def _untold(self, question: Question) -> Question:
        """The question without the answers that a sentence told; that sentence then cites all."""
        at = {each.id: self.draft.teller(each) for each in question.positions}
        known = [(each, at[each.id]) for each in question.positions if at[each.id]]
        left = []
        for position in question.positions:
            alike = (each for one, each in known if is_same(self.desk, one, position))
            teller = at[position.id] or next(alike, None)
            if teller is None:
                left.append(position)
            elif at[position.id] is None:
                self.draft.cite(teller, cited(self.desk, position))
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
        if not self.draft.tell(
            told.order, ways, (*told.sentence.citations, *spans), (question.id,)
        ):
            self.draft.told.append(told)
            self.draft.length += len(told.sentence.text.split())


def _several(account: Account) -> list[Question]:
    """The questions of the event that several answer with figures: those that differ first."""
    asked = [
        each for each in account.questions if each.kind == "figure" and len(each.positions) > 1
    ]
    idle = {each.id for each in account.figures if each.kind == "age" or is_adjective(each)}
    linked = [
        each
        for each in asked
        if each.relation in DIFFERING
        or (each.relation != "possibly_related" and not idle.issuperset(_figures(each)))
    ]
    return sorted(linked, key=lambda each: each.event != "main")


def _figures(question: Question) -> list[str]:
    return [id for each in question.positions for id in each.figures]
