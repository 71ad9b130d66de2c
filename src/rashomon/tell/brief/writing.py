"""The brief: the account in cited prose, built from the words of the reports, never generated."""

from collections.abc import Callable, Collection, Sequence

from rashomon.account import Account, Finding, Sentence
from rashomon.tell.brief.answers import Answers
from rashomon.tell.brief.changes import change, changed, is_changed
from rashomon.tell.brief.copying import MOST
from rashomon.tell.brief.counts import answer, is_counted, subject_of
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
)
from rashomon.tell.brief.items import Item
from rashomon.tell.brief.matters import matters
from rashomon.tell.brief.news import HEAD, Piece
from rashomon.tell.brief.standing import is_unknown
from rashomon.tell.brief.stock import Stock
from rashomon.tell.sections import DISPUTED as DIFFERING

#: So many disputes of a status, and so many items, are tried; so many tell the main news.
_DISPUTES, _TRIED, _MAIN = 2, 150, 4
#: An item of which less than this share is new is not told; more where part of it was.
_FRESH, _FRESH_AGAIN, _FRESH_COUNT = 0.15, 0.6, 0.75
#: What adds less than this share of what the lead does is not worth a sentence, nor are fewer
#: words.
_FLOOR, _LEAST = 0.01, 4
#: Nor does what adds less than this share answer a matter: every story has some "because".
_MATTERS = 0.1
#: A finding that tells of an outlet behind others; so many reports of one outlet are worth a word.
_PASSED_ON, _SEVERAL = " reports pass on what ", 3
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
        self.answers = Answers(stock, self.draft)

    def written(self) -> tuple[Sentence, ...]:
        """The sentences in the order of the sections."""
        heads = [each for each in self.news.pieces if each.item.place < HEAD]
        self._first_of(LEAD, [*heads, *self.news.pieces], self.news.lead)
        self._disputes()
        if self.stock.known:
            self._changes()
        else:
            self.answers.tell()
        self._warnings()
        self._matters()
        unknown = [each for each in self.news.pieces if is_unknown(each.item.span.exact)]
        self._first_of(UNKNOWN, unknown, lambda each: self.news.value(each, self.draft.said))
        self._news()
        # Sentences that were joined, and names told short, leave room for more.
        self.draft.length = sum(len(each.text.split()) for each in self.draft.edited())
        self._news()
        if not self.stock.known:
            self.answers.cite()
        self.draft.back()
        return self.draft.edited()

    def _matters(self) -> None:
        """Tells the best that is said on each matter which nothing told has answered."""
        asked = self.stock.asked_for
        for matter in matters():
            told = (name for each in self.draft.told for name in self._answered(each.sentence))
            if matter.name in told:
                continue
            answers = [
                each
                for each in self.news.pieces
                if matter.name in asked.answered(each.item.span, each.item.span.exact)
                and self._is_news(each)
                and self.news.value(each, self.draft.said) >= _MATTERS * self.news.best
            ]
            section = MORE if matter.later else NEWS
            self._first_of(section, answers, lambda each: self.news.value(each, self.draft.said))

    def _answered(self, sentence: Sentence) -> frozenset[str]:
        """The matters that a sentence told answers."""
        asked = self.stock.asked_for
        spans = (asked.answered(span, sentence.text) for span in sentence.citations)
        return frozenset(name for names in spans for name in names)

    def _first_of(
        self, section: int, offered: Sequence[Piece], worth: Callable[[Piece], float]
    ) -> None:
        """Tells the best of these that can be told."""
        ranked = sorted(offered, key=worth, reverse=True)
        any(self.draft.tell_piece(section, each) for each in ranked[:_TRIED])

    def _disputes(self) -> None:
        contested = [
            each
            for each in self.desk.account.questions
            if each.kind == "status" and each.relation in DIFFERING
            if not self.stock.known or is_changed(each, self.stock.known)
        ]
        for number, question in enumerate(contested[:_DISPUTES]):
            ways, spans = dispute(self.desk, question, self.stock.speakers, self.stock.lowered)
            self.draft.tell((DISPUTED, number), ways, spans, (question.id,))

    def _changes(self) -> None:
        known = self.stock.known
        for number, question in enumerate(changed(self.desk.account, known)):
            ways, spans = change(self.desk, question, self.stock.speakers, known)
            self.draft.tell((FIGURES, number), ways, spans, (question.id,))

    def _warnings(self) -> None:
        for number, finding in enumerate(self.desk.account.findings):
            if finding.kind in ("malformed_number", "self_contradiction"):
                spans = [span for side in finding.sides for span in side.evidence[:1]]
                if self.stock.known and all(span.report in self.stock.known for span in spans):
                    continue
                ways = _warning(self.stock, finding)
                asked = (finding.question,) if finding.question else ()
                self.draft.tell((WARNING, number), ways, spans, asked)
        self._one_origin()

    def _one_origin(self) -> None:
        """Tells of an outlet that most reports pass on: so many voices are one."""
        reports = len(self.desk.account.reports)
        for finding in self.desk.account.findings:
            _, _, outlet = finding.text.rstrip(".").partition(_PASSED_ON)
            most = len(finding.sides) * 2 > reports and len(finding.sides) >= _SEVERAL
            if finding.kind == "same_origin" and outlet.endswith(" reported") and most:
                name = self.stock.speakers.named(outlet.removesuffix(" reported"))
                which = "All" if len(finding.sides) == reports else "Most of"
                ways = [f"{which} these reports pass on what {name} reported."]
                spans = [span for side in finding.sides for span in side.evidence[:1]]
                self.draft.tell((WARNING, len(self.desk.account.findings)), ways, spans)
                return

    def _news(self) -> None:
        """Tells what adds most for its length, again and again, while there is room."""
        main = 0
        for best in self.news.best_first(self.draft.said, _TRIED):
            is_full = self.draft.length + _LEAST > self.draft.words
            if is_full or self.news.value(best, self.draft.said) < _FLOOR * self.news.best:
                return
            if not self._is_news(best):
                continue
            unknown = is_unknown(best.item.span.exact)
            section = UNKNOWN if unknown else NEWS if main < _MAIN else MORE
            main += self.draft.tell_piece(section, best) and section == NEWS

    def _is_news(self, piece: Piece) -> bool:
        """Whether enough of a piece is new, and it takes no side where reports differ."""
        fresh = _FRESH_AGAIN if self._is_cited(piece.item) else _FRESH
        if self._is_counted(piece.item):
            fresh = _FRESH_COUNT
        new = self.news.share_new(piece, self.draft.said) >= fresh
        return new and not self.news.takes_side(piece.item)

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


def _warning(stock: Stock, finding: Finding) -> list[str]:
    """A finding as a sentence, without the numbers that are ours and not a report's."""
    evidence = [side.evidence[0] for side in finding.sides]
    figures = {figure.span: figure for figure in stock.desk.figures.values()}
    if finding.kind == "malformed_number":
        return [
            f"A report prints “{figures[evidence[0]].printed}”, which is no number as it stands."
        ]
    who, _, both = finding.text.rstrip(".").partition(" says both: ")
    if both.count("; ") == 1:
        named = stock.speakers.named(who)
        return [f"{named[0].upper()}{named[1:]} said both that {both.replace('; ', ' and that ')}."]
    asked = (each for each in stock.desk.account.questions if each.id == finding.question)
    question = next(asked, None)
    if (
        question is None
        or not is_counted(question)
        or not all(each in figures for each in evidence)
    ):
        return []
    outlet = stock.speakers.outlet(evidence[0].report) or "One report"
    both = " and as ".join(answer(figures[each], question) for each in evidence)
    return [f"{outlet} gives {subject_of(question)} as {both}."]
