"""The draft: the sentences of a brief on its way, and whether another one may join them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.account import Position, Sentence
from rashomon.report import Span
from rashomon.tell.brief.fusing import Said, fused
from rashomon.tell.brief.stock import Stock

#: How much a copied wording is worth beside one in own words, and how much shortness counts.
_COPIED, _TERSE = 0.35, 0.4
#: Two sentences that share so much of the shorter one's words tell the same.
_SAME = 0.75
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
        question: str | None = None,
        teller: str | None = None,
    ) -> bool:
        """Tells the best of several wordings that fits and holds; whether one did."""
        fitting = [way for way in ways if self.length + len(way.split()) <= self.words]
        for way in sorted(fitting, key=lambda way: -self._worth(way, at[0])):
            size, copied = len(way.split()), self._copied(at, way)
            if self._copies_too_much(copied):
                continue
            if at[0] not in _OWN and any(
                self._alike(way, each.sentence.text) for each in self.told
            ):
                continue
            sentence = Sentence(
                text=way,
                citations=without_parts(spans),
                questions=(question,) if question else (),
            )
            if self.stock.holds(sentence):
                self.told.append(Told(*at, sentence, copied, teller))
                self.length += size
                self.said |= self.stock.stems(way)
                return True
        return False

    def _worth(self, way: str, section: int) -> float:
        """Wordings of one thing compare by what they add, less for length and for copied words."""
        size = len(way.split())
        own = 1 - self.stock.copying.copied(way) / max(size, 1)
        weight = self.stock.news.salience.weight(self.stock.stems(way), self.said)
        if section == LEAD:
            return weight * (1 + own)
        weight *= 1.0 if size <= _LONG else 0.5
        return weight * (_COPIED + (1 - _COPIED) * own) / math.pow(size, _TERSE)

    def _alike(self, way: str, told: str) -> bool:
        """Whether a sentence tells hardly anything beside another."""
        one, two = self.stock.stems(way), self.stock.stems(told)
        return len(one & two) >= _SAME * min(len(one), len(two))

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
