"""The brief: the account in cited prose, built from the words of the reports, never generated."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.account import Account, Finding, Position, Question, Sentence
from rashomon.report import Span
from rashomon.tell.checker import faults
from rashomon.tell.copying import MOST, Copying
from rashomon.tell.desk import Desk
from rashomon.tell.disputes import dispute
from rashomon.tell.items import Item, items, wordings
from rashomon.tell.plain import Lowered, retelling
from rashomon.tell.salience import Salience, stems
from rashomon.tell.sections import DISPUTED, naming
from rashomon.tell.speakers import Speakers
from rashomon.tell.tallies import cited, is_listed, others_told, tally

#: Of the words asked for, so large a share may go to tallies; the rest tells what happened.
_TALLIES = 0.5
#: So many disputes of a status, and so many items, are tried.
_DISPUTES, _TRIED = 2, 150
#: An item of which less than this share is new is not told; more where part of it was.
_FRESH, _FRESH_AGAIN = 0.25, 0.6
#: Short sentences are not better only for being short: so many words come free.
_FREE = 10
#: A sentence that says what nobody knows is worth so much more.
_UNKNOWN = 1.6
#: A sentence with a figure of what befell or was done is worth so much more.
_COUNTS = 1.4
#: How much a copied wording is worth beside one in own words, and how much shortness counts.
_COPIED, _TERSE = 0.35, 0.4
#: What adds less than this share of what the lead does is not worth a sentence.
_FLOOR = 0.03
#: What is told in a speaker's own words is worth so much of a plain fact.
_QUOTED = 0.7
#: A sentence backs another that shares so much of the weight of its words.
_BACKED = 0.5
#: What happened so long before the first report is history, and worth so much of news.
_EVE, _PAST_WORTH = timedelta(days=31), 0.4
#: The head of a report tells the news: an item in it is worth so much more.
_HEAD, _HEAD_WORTH = 3, 1.3

#: So many figures that the questions ask for make a sentence a better lead.
_ASKED = 3

#: A brief that copies too much is written again with less room for it, so many times.
_ROUNDS, _STEP = 5, 4

#: Two sentences that share so much of the shorter one's words tell the same.
_SAME = 0.75
#: A sentence of more words is hard to read.
_LONG = 36

#: The order of the brief: what happened, the figures, what is disputed, what to beware of, and
#: what is not known.
_LEAD, _NEWS, _FIGURES, _DISPUTED, _WARNING, _UNKNOWN_AT = range(6)


@dataclass(frozen=True, slots=True)
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
            return brief
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
        self.salience = Salience(account.reports)
        self.labels = _labels(account)
        self.said: Counter[str] = Counter()
        self.told: list[_Told] = []
        self.length = 0
        self.best = 0.0
        self.asked: list[Span] = []
        self.history: list[Span] = []
        self.counted: list[Span] = []
        titles = [report.title or "" for report in account.reports]
        self.titles = stems(" ".join([account.story.title, *titles]))
        self.sentences: list[tuple[str, set[str]]] = []

    def written(self) -> tuple[Sentence, ...]:
        """The sentences in the order of the sections."""
        offered = list(items(self.desk))
        self.best = max(map(self._value, offered), default=0.0)
        self.sentences = [(each.span.report, stems(each.span.exact)) for each in offered]
        self.history = list(_history(self.desk.account))
        self.counted = [each.span for each in self.desk.figures.values() if each.action]
        self.asked = [
            self.desk.figures[id].span
            for question in self.desk.account.questions
            for position in question.positions
            for id in position.figures
            if question.event == "main" and len(question.positions) > 1
            if self.desk.figures[id].action is not None
        ]
        self._lead(offered)
        self._disputes()
        self._tallies()
        self._warnings()
        self._one_of(_UNKNOWN_AT, [each for each in offered if _is_unknown(each.span.exact)])
        self._items(offered)
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
            size, copied = len(way.split()), self.copying.copied(way)
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
        weight = self.salience.weight(stems(way), self.said)
        if section == _LEAD:
            return weight * (1 + own)
        weight *= 1.0 if size <= _LONG else 0.5
        return weight * (_COPIED + (1 - _COPIED) * own) / size**_TERSE

    def _copies_too_much(self, more: int) -> bool:
        return sum(each.copied for each in self.told) + more > self.room

    def _lead(self, offered: Sequence[Item]) -> None:
        heads = [each for each in offered if each.place < _HEAD]
        self._one_of(_LEAD, heads or offered)

    def _one_of(self, section: int, offered: Sequence[Item]) -> None:
        for item in sorted(offered, key=self._leads)[:_TRIED]:
            ways = wordings(item, self.desk, self.speakers, self.lowered)
            ways = self._sourced(item, ways)
            if ways and self._tell(section, ways, item.citations):
                return

    def _leads(self, item: Item) -> float:
        """Sorts what may lead: much of the news, early in its report."""
        words = item.span.exact
        weight = self.salience.weight(stems(words), self.said) / max(len(words.split()), 25)
        asked = sum(item.span.holds(span) for span in self.asked)
        headed = self.salience.weight(stems(words) & self.titles, Counter())
        whole = self.salience.weight(self.titles, Counter()) or 1.0
        return -weight * (1 + min(asked, _ASKED) / 2) * (0.3 + headed / whole) / (2 + item.place)

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
        left: list[Position] = []
        for position in question.positions:
            at = next((n for n, each in enumerate(self.told) if self._tells(each, position)), None)
            if at is None:
                left.append(position)
        told = [each for each in question.positions if each not in left]
        kept = []
        for position in left:
            twin = next((each for each in told if _answer(each) == _answer(position)), None)
            at = next(
                (n for n, each in enumerate(self.told) if twin and self._tells(each, twin)), None
            )
            if at is None:
                kept.append(position)
                continue
            each = self.told[at]
            spans = without_parts([*each.sentence.citations, *cited(self.desk, position)])
            self.told[at] = replace(each, sentence=replace(each.sentence, citations=spans))
        return replace(question, positions=tuple(kept))

    def _append(self, question: Question, left: Question) -> None:
        """Adds the answers left to the sentence that tells another answer to the question."""
        at = next(
            (n for n, told in enumerate(self.told)
             if any(self._tells(told, each) for each in question.positions if each not in left.positions)),
            None,
        )
        tail, spans = others_told(self.desk, left, self.speakers)
        if at is None or not tail or "; " in self.told[at].sentence.text:
            return
        told = self.told.pop(at)
        self.length -= len(told.sentence.text.split())
        ways = [f"{told.sentence.text[:-1]}; {tail}."]
        if self._tell(told.section, ways, (*told.sentence.citations, *spans), question.id):
            told = self.told.pop()
        else:
            self.length += len(told.sentence.text.split())
        self.told.insert(at, told)

    def _tells(self, told: _Told, position: Position) -> bool:
        """Whether a sentence cites a figure of the position and prints its number."""
        return any(
            self.desk.figures[id].number.exact in told.sentence.text
            and any(span.holds(self.desk.figures[id].number) for span in told.sentence.citations)
            for id in position.figures
        )

    def _warnings(self) -> None:
        for finding in self.desk.account.findings:
            if finding.kind in ("malformed_number", "self_contradiction"):
                spans = [span for side in finding.sides for span in side.evidence[:1]]
                self._tell(_WARNING, [_warning(self.desk, finding)], spans, finding.question)

    def _items(self, offered: Sequence[Item]) -> None:
        """Tells what adds most for its length, again and again, while there is room."""
        left = [each for each in offered if self._value(each) > 0]
        for _ in range(min(len(left), _TRIED)):
            best = max(left, key=self._value)
            left.remove(best)
            if self._value(best) < _FLOOR * self.best:
                return
            if self._share_new(best) < (_FRESH_AGAIN if self._is_cited(best) else _FRESH):
                continue
            ways = wordings(best, self.desk, self.speakers, self.lowered)
            ways = self._sourced(best, ways)
            section = _UNKNOWN_AT if _is_unknown(best.span.exact) else _NEWS
            self._tell(section, ways, best.citations)

    def _sourced(self, item: Item, ways: list[str]) -> list[str]:
        """The wordings with the outlet, where one alone tells it as its own."""
        outlet = self.speakers.outlet(item.span.report)
        if item.statement is not None or outlet is None or self._is_backed(item):
            return ways
        return [f"{way[:-1]}, {outlet} reported." for way in ways if way.endswith(".")]

    def _is_backed(self, item: Item) -> bool:
        """Whether a sentence of another report tells most of the same."""
        own = stems(item.span.exact)
        whole = self.salience.weight(own, Counter())
        return any(
            report != item.span.report
            and self.salience.weight(own & words, Counter()) >= _BACKED * whole
            for report, words in self.sentences
        )

    def _value(self, item: Item) -> float:
        words = item.span.exact
        value = self.salience.weight(stems(words), self.said) / (len(words.split()) + _FREE)
        if item.statement is not None and item.statement.directness == "direct":
            value *= _QUOTED
        value *= _COUNTS if any(item.span.holds(span) for span in self.counted) else 1.0
        value *= _UNKNOWN if _is_unknown(words) else 1.0
        value *= _PAST_WORTH if any(item.span.holds(span) for span in self.history) else 1.0
        return value * (_HEAD_WORTH if item.place < _HEAD else 1.0)

    def _is_cited(self, item: Item) -> bool:
        """Whether a sentence told rests on part of this one."""
        return any(
            span.overlaps(item.span) for each in self.told for span in each.sentence.citations
        )

    def _share_new(self, item: Item) -> float:
        found = stems(item.span.exact)
        whole = self.salience.weight(found, Counter())
        return self.salience.weight(found, self.said) / whole if whole else 0.0


def _several(account: Account) -> list[Question]:
    """The questions of the event that several answer with figures: those that differ first."""
    asked = [
        each
        for each in account.questions
        if each.kind == "figure" and len(each.positions) > 1
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


def _history(account: Account) -> Iterator[Span]:
    """The words that date something long before the story."""
    first = account.story.from_
    if first is None:
        return
    eve = (date.fromisoformat(first[:10]) - _EVE).isoformat()
    yield from (each.span for each in account.times if each.to is not None and each.to[:10] < eve)


def _is_unknown(words: str) -> bool:
    low = words.lower()
    return any(phrase in low for phrase in retelling().words.unknown)


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
