"""The draft: the sentences of a brief on its way, and whether another one may join them."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.account import Position, Sentence
from rashomon.report import Span
from rashomon.tell.brief.fusing import Said, fused
from rashomon.tell.brief.items import Item
from rashomon.tell.brief.manners import HEAVY, manner
from rashomon.tell.brief.news import Piece
from rashomon.tell.brief.standing import missing
from rashomon.tell.brief.stock import Stock

#: How much a copied wording is worth beside one in own words, and how much shortness counts.
_COPIED, _TERSE = 0.35, 0.4
#: A lead is told in full: own words count for little beside what it says.
_TOLD_FULL = 2.0
#: A manner of saying who speaks is worth so much the second time, and less again the third.
_VARIED = 0.85
#: Two sentences that share so much of the weight of the shorter one's words tell the same.
_SAME = 0.6
#: A sentence of more words is hard to read.
_LONG = 36

#: The order of the brief: what happened, the main news, the figures, what is disputed, what to
#: beware of, more of the news, and what is not known.
LEAD, NEWS, FIGURES, DISPUTED, WARNING, MORE, UNKNOWN = range(7)
#: Sentences in our own words are alike in those words, and tell another thing for all that.
_OWN = (FIGURES, DISPUTED, WARNING)


@dataclass(slots=True, eq=False)
class Told:
    """A sentence: its section, its place there, its words that are copied, and who says it."""

    section: int
    place: int
    sentence: Sentence
    copied: int
    teller: str | None = None

    @property
    def order(self) -> tuple[int, int]:
        """Where it stands in the brief."""
        return self.section, self.place


class Draft:
    """What is told so far, in how many words, how many of them copied."""

    def __init__(self, stock: Stock, words: int, room: float) -> None:
        self.stock = stock
        self.words = words
        self.room = room
        self.said: set[str] = set()
        self.told: list[Told] = []
        self.length = 0

    def tell(
        self,
        at: tuple[int, int],
        ways: Iterable[str],
        spans: Sequence[Span],
        questions: Sequence[str] = (),
        teller: str | None = None,
    ) -> bool:
        """Tells the best of several wordings that fits and holds; whether one did."""
        fitting = [way for way in ways if self.length + len(way.split()) <= self.words]
        for way in sorted(fitting, key=lambda way: -self._worth(way, at[0])):
            size, copied = len(way.split()), self._copied(at, way)
            if self._copies_too_much(copied):
                continue
            if at[0] not in _OWN and any(self._alike(way, teller, each) for each in self.told):
                continue
            sentence = Sentence(
                text=way,
                citations=without_parts(spans),
                questions=tuple(questions),
            )
            if self.stock.holds(sentence):
                self.told.append(Told(*at, sentence, copied, teller))
                self.length += size
                self.said |= self.stock.stems(way)
                return True
        return False

    def tell_piece(
        self,
        section: int,
        piece: Piece,
        ways: Sequence[str] | None = None,
        questions: Sequence[str] = (),
    ) -> bool:
        """Tells a piece, in all its wordings or in these, where nothing told before it is missing.

        What it points to as known must have been named, and its figures not all been told.
        """
        item, at = piece.item, (section, piece.item.place)
        if self._is_told_again(item):
            return False
        known = {
            stem
            for each in self.told
            if each.order < at
            for stem in self.stock.stems(each.sentence.text)
        }
        ways = [
            way
            for way in (self.stock.told(piece) if ways is None else ways)
            if not missing(way, known)
        ]
        return self.tell(at, ways, item.citations, questions, self.stock.teller(item))

    def _is_told_again(self, item: Item) -> bool:
        """Whether a sentence has figures, and all that they say was told."""
        facts = self.stock.facts((item.span,))
        if not facts:
            return False
        told = (each.sentence for each in self.told)
        known = {fact for each in told for fact in self.stock.facts(each.citations, each.text)}
        return facts <= known

    def _worth(self, way: str, section: int) -> float:
        """Wordings of one thing compare by what they add, less for length and for copied words."""
        size = len(way.split())
        own = 1 - self.stock.copying.copied(way) / max(size, 1)
        how = manner(way)
        varied = _VARIED ** (self._manners[how] + (how in HEAVY))
        weight = self.stock.news.salience.weight(self.stock.stems(way), self.said)
        if section == LEAD:
            return weight * (_TOLD_FULL + own) * varied
        weight *= 1.0 if size <= _LONG else 0.5
        return weight * varied * (_COPIED + (1 - _COPIED) * own) / math.pow(size, _TERSE)

    @property
    def _manners(self) -> Counter[str | None]:
        """How often each manner of saying who speaks was used; plain narration has none."""
        used = Counter(manner(each.sentence.text) for each in self.told)
        used[None] = 0
        return used

    def _alike(self, way: str, teller: str | None, told: Told) -> bool:
        """Whether a sentence tells hardly anything, and no other number, beside one told.

        Who says it is no part of what it tells.
        """
        one, two = self.stock.stems(way) - self.stock.stems(teller or ""), self._told_words(told)
        if any(word.isdigit() for word in one - two):
            return False
        rarity = self.stock.news.salience.rarity
        return rarity(one & two) >= _SAME * min(rarity(one), rarity(two))

    def _copied(self, at: tuple[int, int], way: str) -> int:
        """The copied words that a wording adds; two sentences in a row may make one run."""
        before = [each for each in self.told if each.order <= at]
        last = max(before, key=lambda each: each.order).sentence.text if before else ""
        copying = self.stock.copying
        return copying.copied(f"{last}\n{way}") - copying.copied(last)

    def _copies_too_much(self, more: int) -> bool:
        return sum(each.copied for each in self.told) + more > self.room

    def teller(self, position: Position) -> Told | None:
        """The sentence that cites a figure of the position and prints its number."""
        numbers = [self.stock.desk.figures[id].number for id in position.figures]
        for told in self.told:
            for number in numbers:
                cites = any(span.holds(number) for span in told.sentence.citations)
                if cites and number.exact in told.sentence.text:
                    return told
        return None

    def cite(self, told: Told, spans: Sequence[Span]) -> None:
        """Has a sentence cite these too, unless they say otherwise than it."""
        cited = without_parts([*told.sentence.citations, *spans])
        sentence = replace(told.sentence, citations=cited)
        if self.stock.holds(sentence):
            told.sentence = sentence

    def back(self) -> None:
        """Has each sentence cite those of other reports that tell the same."""
        for told in self.told:
            if told.section not in _OWN:
                cited, words = told.sentence.citations, self._told_words(told)
                self.cite(told, self.stock.news.backing(cited, words, told.teller))

    def _told_words(self, told: Told) -> frozenset[str]:
        return self.stock.stems(told.sentence.text) - self.stock.stems(told.teller or "")

    def edited(self) -> tuple[Sentence, ...]:
        """The sentences in order, those of one speaker joined, each name in full only once."""
        self.told.sort(key=lambda each: each.order)
        ordered = fused([Said(each.sentence, each.teller, each.section) for each in self.told])
        texts = self.stock.speakers.shortened(each.text for each in ordered)
        short = (replace(each, text=text) for each, text in zip(ordered, texts, strict=True))
        return tuple(each for each in short if self.stock.holds(each))


def without_parts(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, each once, without those that lie within another."""
    kept = dict.fromkeys(spans)
    return tuple(
        span for span in kept if not any(other != span and other.holds(span) for other in kept)
    )
