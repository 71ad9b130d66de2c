"""The setting of a story: its place and its days, and what lies apart from them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.notes import Notes
from rashomon.report import Report
from rashomon.weigh.thresholds import thresholds
from rashomon.when import Period
from rashomon.where import Place, distance_km, same_place, within
from rashomon.words.names import fold

#: The story may have begun this many days before its first report.
_DAYS_BEFORE = 3

#: Precisions that are longer than the days of a story, wherever they lie ("last year").
_LONG = frozenset(("season", "quarter", "year", "decade", "century"))
_YEAR = re.compile("[0-9X]{2,4}")  # a year, decade or century as TIMEX3 writes it, known or not

#: Places that are points on the map.
_SPOTS = frozenset(("city", "facility", "road"))

#: A stretch longer than this (days) is another question than the days of the story.
LONGEST_STRETCH = 31


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a story is: its most named place and its days, where they are known."""

    place: Place | None
    first: date | None
    last: date | None

    @classmethod
    def of(cls, notes: Sequence[Notes]) -> "Setting":
        """The setting of a story, from its reports' days and the places they name most."""
        days = sorted(note.report.day for note in notes if note.report.day is not None)
        return cls(
            place=_focus(place for note in notes for place in note.places),
            first=days[0] - timedelta(days=_DAYS_BEFORE) if days else None,
            last=days[-1] if days else None,
        )

    def is_elsewhere(self, place: Place) -> bool:
        """Whether a place is known to be another one, neither part of the story's nor around it."""
        if self.place is None or same_place(place, self.place) is not False:
            return False
        return not within(place, self.place) and not within(self.place, place)

    def is_off(self, place: Place) -> bool:
        """Whether a count for this place cannot stand for the story's own: it is known to be
        another place, wider or narrower, and no scene or near neighbour of the story's."""
        if self.place is None or same_place(place, self.place) is not False:
            return False
        if place.kind == "facility" and place.lat is None:
            # "Mozambique port": of which town is not said, so only another country tells apart.
            return place.country is not None and place.country != self.place.country
        apart = distance_km(place, self.place)
        spots = all(each.kind in _SPOTS for each in (place, self.place))
        return not (spots and apart is not None and apart <= thresholds().near_km)

    def is_past(self, period: Period) -> bool:
        """Whether a period is known to end before the days of the story, or to be another year."""
        if self.first is None or period.to is None:
            return period.precision in _LONG or _YEAR.fullmatch(period.value) is not None
        return day_of(period.to) < self.first

    def is_other_time(self, period: Period) -> bool:
        """Whether a period is known to lie before or after the days of the story, or far beyond."""
        if period.precision in _LONG or _YEAR.fullmatch(period.value):
            return True
        if self.first is None and period.precision == "month":
            return True  # a story without a date is of some days, and a month is recalled
        if period.from_ is None or self.first is None or self.last is None:
            return False
        start, end = day_of(period.from_), day_of(period.to or period.from_)
        return start > self.last or end < self.first or is_long(period)


def _focus(places: Iterable[Place]) -> Place | None:
    """The resolved place named most often, the smaller before the wider; datelines do not count."""
    named = [place for place in places if place.basis != "dateline" and place.lat is not None]
    counts = Counter(place_key(place) for place in named)
    towns = [place for place in named if place.kind == "city"] or named
    return min(towns, key=lambda each: (-counts[place_key(each)], place_key(each)), default=None)


def place_key(place: Place) -> str:
    """What two mentions of one place share: the gazetteer's id, else the name."""
    return str(place.geonames) if place.geonames is not None else fold(place.name)


def is_long(period: Period) -> bool:
    """Whether a period is longer than a story's days can be; open ends count as short."""
    if period.from_ is None or period.to is None:
        return False
    return (day_of(period.to) - day_of(period.from_)).days > LONGEST_STRETCH


def day_of(moment: str) -> date:
    """The day of an ISO 8601 date or date-time."""
    return date.fromisoformat(moment[:10])


def block_of(report: Report, position: int) -> tuple[int, int]:
    """The block around a position; for a heading, the block that it heads as well."""
    blocks = report.blocks
    for at, block in enumerate(blocks):
        if block.start <= position < block.end:
            headed = block.kind == "heading" and at + 1 < len(blocks)
            return block.start, blocks[at + 1].end if headed else block.end
    return 0, len(report.text)
