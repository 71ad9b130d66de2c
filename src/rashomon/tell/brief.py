"""The brief: the account in cited prose, built from the words of the reports, never generated."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.account import Account, Finding, Position, Question, Sentence
from rashomon.report import Span
from rashomon.tell.checker import faults
from rashomon.tell.copying import MOST, Copying
from rashomon.tell.desk import Desk
from rashomon.tell.disputes import dispute
from rashomon.tell.items import Item, items, wordings
from rashomon.tell.news import HEAD, News, Piece, is_unknown
from rashomon.tell.salience import stems
from rashomon.tell.sections import DISPUTED, naming
from rashomon.tell.shorter import Lowered
from rashomon.tell.speakers import Speakers
from rashomon.tell.tallies import cited, is_listed, opened, others_told, tally

#: Of the words asked for, so large a share may go to tallies; the rest tells what happened.
_TALLIES = 0.5
#: So many disputes of a status, and so many items, are tried.
_DISPUTES, _TRIED = 2, 150
#: An item of which less than this share is new is not told; more where part of it was.
_FRESH, _FRESH_AGAIN = 0.15, 0.5
#: How much a copied wording is worth beside one in own words, and how much shortness counts.
_COPIED, _TERSE = 0.35, 0.4
#: What adds less than this share of what the lead does is not worth a sentence.
_FLOOR = 0.03
#: A brief that copies too much is written again with less room for it, so many times.
_ROUNDS, _STEP = 5, 4

#: Two sentences that share so much of the shorter one's words tell the same.
_SAME = 0.75
#: A sentence of more words is hard to read.
_LONG = 36

#: The order of the brief: what happened, the figures, what is disputed, what to beware of, and
#: what is not known.
_LEAD, _NEWS, _FIGURES, _DISPUTED, _WARNING, _UNKNOWN = range(6)


@dataclass(slots=True, eq=False)
class _Told:
    """A sentence with its section and the words of it that are copied."""

    section: int
    sentence: Sentence
    copied: int


def write_brief(account: Account, words: int) -> tuple[Sentence, ...]:
    """The brief of an account in at most `words` words.

    What happened comes first, then the figures and who gives them, what is disputed, what a reader
    must beware of and what is not known. A sentence that its own citations do not carry is left
    out, and so is one that only repeats what was told; at most a quarter of the words stand in
    runs copied from one report.
    """
    room = MOST * words
    for _ in range(_ROUNDS):
        writer = _Writer(account, words, room)
        brief = writer.written()
        copied = writer.copying.copied("\n".join(each.text for each in brief))
        length = sum(len(each.text.split()) for each in brief)
        if copied <= MOST * length:
            break
        room = min(room, MOST * length) - _STEP
    return brief


class _Writer:
    """One brief on its way: what is told, in how many words, how many of them copied."""

    def __init__(self, account: Account, words: int, room: float) -> None:
        self.desk = Desk.of(account)
        self.words = words
        self.room = room
        self.lowered = Lowered(*_texts_and_names(account))
        self.speakers = Speakers(self.desk, self.lowered)
        self.copying = Copying(account.reports)
        self.labels = _labels(account)
        self.said: Counter[str] = Counter()
        self.told: list[_Told] = []
        self.length = 0
        self.news = News(account, list(items(self.desk)))

    def written(self) -> tuple[Sentence, ...]:
        """The sentences in the order of the sections."""
        heads = [each for each in self.news.pieces if each.item.place < HEAD]
        self._first_of(_LEAD, heads or self.news.pieces, self.news.lead)
        self._disputes()
        self._tallies()
        self._warnings()
        unknown = [each for each in self.news.pieces if is_unknown(each.item.span.exact)]
        self._first_of(_UNKNOWN, unknown, lambda each: self.news.value(each, self.said))
        self._news()
        ordered = [each.sentence for each in sorted(self.told, key=lambda told: told.section)]
        texts = self.speakers.shortened(each.text for each in ordered)
        short = [replace(each, text=text) for each, text in zip(ordered, texts, strict=True)]
        return tuple(each for each in short if not faults(each, self.labels))

    def _tell(
        self, section: int, ways: Iterable[str], spans: Sequence[Span], question: str | None = None
    ) -> bool:
        """Tells the best of several wordings that fits and holds; whether one did."""
        ranked = sorted(ways, key=lambda way: -self._worth(way, section))
        for way in ranked:
            size, copied = len(way.split()), self._copied(section, way)
            sentence = Sentence(
                text=way,
                citations=without_parts(spans),
                questions=(question,) if question else (),
            )
            if any(_alike(way, each.sentence.text) for each in self.told):
                continue
            if self.length + size > self.words or self._copies_too_much(copied):
                continue
            if not faults(sentence, self.labels):
                self.told.append(_Told(section, sentence, copied))
                self.length += size
                self.said.update(stems(way))
                return True
        return False

    def _worth(self, way: str, section: int) -> float:
        """Wordings of one thing compare by what they add, less for length and for copied words."""
        size = len(way.split())
        own = 1 - self.copying.copied(way) / max(size, 1)
        weight = self.news.salience.weight(stems(way), self.said)
        if section == _LEAD:
            return weight * (1 + own)
        weight *= 1.0 if size <= _LONG else 0.5
        return weight * (_COPIED + (1 - _COPIED) * own) / math.pow(size, _TERSE)

    def _copied(self, section: int, way: str) -> int:
        """The copied words that a wording adds; two sentences in a row may make one run."""
        before = sorted(
            (each for each in self.told if each.section <= section), key=lambda each: each.section
        )
        last = before[-1].sentence.text if before else ""
        return self.copying.copied(f"{last}\n{way}") - self.copying.copied(last)

    def _copies_too_much(self, more: int) -> bool:
        return sum(each.copied for each in self.told) + more > self.room

    def _first_of(
        self, section: int, offered: Sequence[Piece], worth: Callable[[Piece], float]
    ) -> None:
        """Tells the best of these that can be told."""
        ranked = sorted(offered, key=worth, reverse=True)
        any(self._tell_piece(section, each) for each in ranked[:_TRIED])

    def _tell_piece(self, section: int, piece: Piece) -> bool:
        """Tells a piece, with its outlet where one alone tells it as its own."""
        item = piece.item
        ways = wordings(item, self.desk, self.speakers, self.lowered)
        outlet = self.speakers.outlet(item.span.report)
        if item.statement is None and outlet is not None and not self.news.is_backed(piece):
            ways = [f"{way[:-1]}, {outlet} reported." for way in ways if way.endswith(".")]
        return self._tell(section, ways, item.citations)

    def _disputes(self) -> None:
        contested = [
            each
            for each in self.desk.account.questions
            if each.kind == "status" and each.relation in DISPUTED
        ]
        for question in contested[:_DISPUTES]:
            ways, spans = dispute(self.desk, question, self.speakers, self.lowered)
            self._tell(_DISPUTED, ways, spans, question.id)

    def _tallies(self) -> None:
        room = self.length + _TALLIES * self.words
        for question in _several(self.desk.account):
            if self.length > room:
                return
            left = question if is_listed(question) else self._untold(question)
            ways, spans = tally(self.desk, left, self.speakers, self.lowered)
            if not self._tell(_FIGURES, ways, spans, question.id) and left is not question:
                self._append(question, left)

    def _untold(self, question: Question) -> Question:
        """The question without the answers that a sentence told; that sentence then cites all."""
        at = {each.id: self._teller(each) for each in question.positions}
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
        told = next((teller for each in gone if (teller := self._teller(each))), None)
        tail, spans = others_told(self.desk, left, self.speakers)
        if told is None or not tail or "; " in told.sentence.text:
            return
        at = self.told.index(told)
        self.told.remove(told)
        self.length -= len(told.sentence.text.split())
        ways = [f"{opened(told.sentence.text)}; {tail}."]
        if self._tell(told.section, ways, (*told.sentence.citations, *spans), question.id):
            told = self.told.pop()
        else:
            self.length += len(told.sentence.text.split())
        self.told.insert(at, told)

    def _teller(self, position: Position) -> _Told | None:
        """The sentence that cites a figure of the position and prints its number."""
        numbers = [self.desk.figures[id].number for id in position.figures]
        for told in self.told:
            for number in numbers:
                cites = any(span.holds(number) for span in told.sentence.citations)
                if cites and number.exact in told.sentence.text:
                    return told
        return None

    def _warnings(self) -> None:
        for finding in self.desk.account.findings:
            if finding.kind in ("malformed_number", "self_contradiction"):
                spans = [span for side in finding.sides for span in side.evidence[:1]]
                self._tell(_WARNING, [_warning(self.desk, finding)], spans, finding.question)

    def _news(self) -> None:
        """Tells what adds most for its length, again and again, while there is room."""
        left = list(self.news.pieces)
        for _ in range(min(len(left), _TRIED)):
            best = max(left, key=lambda each: self.news.value(each, self.said))
            left.remove(best)
            if self.news.value(best, self.said) < _FLOOR * self.news.best:
                return
            fresh = _FRESH_AGAIN if self._is_cited(best.item) else _FRESH
            if self.news.share_new(best, self.said) >= fresh:
                unknown = is_unknown(best.item.span.exact)
                self._tell_piece(_UNKNOWN if unknown else _NEWS, best)

    def _is_cited(self, item: Item) -> bool:
        """Whether a sentence told rests on part of this one."""
        return any(
            span.overlaps(item.span) for each in self.told for span in each.sentence.citations
        )


def _several(account: Account) -> list[Question]:
    """The questions of the event that several answer with figures: those that differ first."""
    asked = [
        each for each in account.questions if each.kind == "figure" and len(each.positions) > 1
    ]
    linked = [each for each in asked if each.relation != "possibly_related"]
    return sorted(linked, key=lambda each: each.event != "main")


def _texts_and_names(account: Account) -> tuple[list[str], list[str]]:
    names = [actor.name for actor in account.actors if actor.named]
    names += [place.name for place in account.places]
    return [report.text for report in account.reports], names


def _alike(way: str, told: str) -> bool:
    """Whether a sentence tells hardly anything beside another."""
    one, two = stems(way), stems(told)
    return len(one & two) >= _SAME * min(len(one), len(two))


def _answer(position: Position) -> tuple[float | None, float | None, float | None, str | None]:
    return position.value, position.low, position.high, position.qualifier


def _labels(account: Account) -> list[str]:
    """Names under which the account speaks of sources, whether or not a cited span holds them."""
    names = [naming(origin) for origin in account.origins]
    names += [name for each in account.origins for name in (each.name, each.for_) if name]
    return [*names, *(report.outlet for report in account.reports if report.outlet)]


def _warning(desk: Desk, finding: Finding) -> str:
    """A finding as a sentence, without the numbers that are ours and not a report's."""
    if finding.kind == "malformed_number":
        broken = {figure.span: figure.printed for figure in desk.figures.values()}
        return f"One number is misprinted: {broken[finding.sides[0].evidence[0]]}."
    return f"{finding.text.rstrip('.')}."


def without_parts(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, each once, without those that lie within another."""
    kept = dict.fromkeys(spans)
    return tuple(
        span for span in kept if not any(other != span and other.holds(span) for other in kept)
    )
