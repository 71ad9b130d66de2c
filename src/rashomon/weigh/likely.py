"""Likely: how much speaks for two answers being of one thing, where no table knows the measure.

What is counted, the words of the measure and what stands around the number each add a small whole
number. Measure, sub-group, place and days that cannot be one thing's end the matter.
"""

from dataclasses import dataclass
from functools import cache

from rashomon.weigh.answers import Answer
from rashomon.weigh.context import same_context
from rashomon.weigh.families import is_known, measure_family
from rashomon.weigh.fitting import part_fits
from rashomon.weigh.setting import Setting
from rashomon.weigh.thresholds import thresholds
from rashomon.when import overlaps
from rashomon.words.meaning import Meaning
from rashomon.words.names import fold
from rashomon.words.synonyms import concept, is_generic
from rashomon.words.tables import table
from rashomon.words.units import unit

#: Kinds that a reader may take for one another in one sentence: "a raise of 5 percent".
_LOOSE = frozenset(("change", "share", "rate", "price"))


@dataclass(frozen=True, slots=True)
class Weighing:
    """What two answers are set against each other with."""

    setting: Setting
    meaning: Meaning | None = None

    def evidence(self, one: Answer, other: Answer, enough: float) -> int:
        """How much speaks for one thing, 0 to 9; less than nothing where it cannot be one.

        What the clauses mean, which costs most to tell, is asked only where that settles whether
        it is `enough`.
        """
        if not self._may_be_one(one, other):
            return -1
        score = self._counted(one, other) + _named_alike(one, other) + same_context(one, other)
        levels = (thresholds().alike, thresholds().close)
        if self.meaning is not None and score < enough <= score + len(levels):
            clauses = [(each.figure.clause or each.figure.span).exact for each in (one, other)]
            likeness = self.meaning.likeness(*clauses)
            score += sum(likeness >= each for each in levels)
        return score

    def _counted(self, one: Answer, other: Answer) -> int:
        """Things of one name say more than people, of whom every report counts some."""
        if one.figure.head is None or other.figure.head is None:
            return 0
        if part_fits("counted", one, other, self.setting, self.meaning) == "apart":
            return 0
        return 1 if is_generic(one.figure.head) else 2

    def _may_be_one(self, one: Answer, other: Answer) -> bool:
        kinds = {one.figure.kind, other.figure.kind}
        periods = [each.period for each in (one, other) if each.period is not None]
        # An amount or a length has no place; what is counted has one, where both state it.
        placed = "level" in kinds and one.place is not None and other.place is not None
        parts = ("frame", "population", "place") if placed else ("frame", "population")
        return (
            dimension(one) == dimension(other)
            and (len(kinds) == 1 or kinds <= _LOOSE)
            and not _measured_apart(one, other)
            and all(self.fit(part, one, other) != "apart" for part in parts)
            and not (len(periods) == 2 and overlaps(*periods) is False)
        )

    def fit(self, part: str, one: Answer, other: Answer) -> str:
        """How one part of two answers fits: same, near, open or apart."""
        return part_fits(part, one, other, self.setting, self.meaning)


def dimension(answer: Answer) -> str:
    """What the unit measures: length, mass, USD, count; a rate is told by what it is a rate of."""
    name = answer.figure.unit.split(" per ")[0]
    known = unit(name)
    # "Two-car" and "two-carriage" are one measure.
    return known.dimension if known is not None and known.dimension else concept(name) or name


def measured(answer: Answer) -> frozenset[str]:
    """The words of weight of a measure: "speed limit", "loss"."""
    return _words(answer.figure.measure or "")


@cache
def _words(measure: str) -> frozenset[str]:
    words = (concept(word) or word for word in fold(measure).split() if len(word) > 3)
    return frozenset(word[:6] for word in words)


def _named_alike(one: Answer, other: Answer) -> int:
    """2 where the words of the measures are the same, 1 where they share one."""
    words = measured(one), measured(other)
    if not words[0] & words[1]:
        return 0
    return 2 if words[0] <= words[1] or words[1] <= words[0] else 1


@dataclass(frozen=True, slots=True)
class Dimensions:
    """The part of `data/measures.toml` that names what lengths, speeds and times measure."""

    dimensions: dict[str, str]


def _measured_apart(one: Answer, other: Answer) -> bool:
    """Whether both measures are known and differ: killed and injured, a height and a distance."""
    named = [each.figure.measure for each in (one, other)]
    known_names = set(table("measures", Dimensions).dimensions.values())
    if named[0] != named[1] and known_names.issuperset(named):
        return True
    actions = [one.figure.action, other.figure.action]
    known = [measure_family(action) for action in actions if action and is_known(action)]
    return len(known) == 2 and known[0] != known[1]
