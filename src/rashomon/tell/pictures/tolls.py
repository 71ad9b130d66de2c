"""Tolls: the numbers on one question by the day on which they were first published."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from rashomon.account import Account, Position, Question
from rashomon.tell.pictures.axes import WIDTH, Axis, number_words
from rashomon.tell.pictures.intervals import open_ends, stated_ends
from rashomon.tell.shown import date_words

#: Height of the picture, and where its axes run.
HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 190.0, 48.0, WIDTH - 14, 14.0, 156.0

#: Days whose words stand under the axis lie so far apart.
_LABEL = 80.0

#: Numbers stand so far beside each other, or as far as there is room.
_APART = 22.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One position: its number or range at its day; an end may be open, the number be vague."""

    position: Position
    x: float
    low: float
    high: float
    open_below: bool
    open_above: bool
    about: bool
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """The counts of a question over days; `lines` join what one origin said from day to day."""

    counts: tuple[Count, ...]
    lines: tuple[tuple[Count, Count], ...]
    days: tuple[tuple[float, str], ...]
    ticks: tuple[tuple[float, str], ...]
    words: str


def toll(account: Account, question: Question) -> Toll | None:
    """The running toll of a figure; None where its numbers were published on fewer than two days.

    Days stand as far apart as they are. A position without a date of publication is not drawn.
    """
    dated = [(day, each) for each in question.positions if (day := first_day(account, each))]
    drawn = sorted(
        ((day, each) for day, each in dated if stated_ends(each)),
        key=lambda pair: (pair[0], min(stated_ends(pair[1])), pair[1].id),
    )
    days = sorted({day for day, _ in drawn})
    if question.kind != "figure" or len(days) < 2:
        return None
    numbers = [number for _, each in drawn for number in stated_ends(each)]
    rows = Axis(min(numbers), max(numbers), start=BOTTOM, end=TOP)
    places = columns(Counter(day for day, _ in drawn))
    counts = _counts(drawn, places, rows)
    return Toll(
        counts=counts,
        lines=_lines(counts),
        days=_labels(places),
        ticks=tuple((rows.place(tick), number_words(tick)) for tick in rows.ticks()),
        words="; ".join(f"{date_words(day.isoformat())}: {each.answer}" for day, each in drawn),
    )


def first_day(account: Account, position: Position) -> date | None:
    """The day on which a position was first published, where its reports are dated to the day."""
    cited = {span.report for span in position.evidence}
    days = [each.day for each in account.reports if each.id in cited and each.day]
    return min(days, default=None)


def columns(among: Counter[date]) -> dict[date, list[float]]:
    """Where the numbers of each day stand: to scale, but none upon or before an earlier one."""
    days = sorted(among)
    axis = Axis(days[0].toordinal(), days[-1].toordinal(), start=LEFT, end=RIGHT)
    apart = min(_APART, (RIGHT - LEFT) / among.total())
    places: dict[date, list[float]] = {}
    least = LEFT
    for day in days:
        first = max(axis.place(day.toordinal()) - apart * (among[day] - 1) / 2, least)
        places[day] = [first + apart * number for number in range(among[day])]
        least = places[day][-1] + apart
    most = RIGHT
    for day in reversed(days):
        over = max(0.0, places[day][-1] - most)
        places[day] = [round(place - over, 1) for place in places[day]]
        most = places[day][0] - apart
    return places


def _counts(
    drawn: list[tuple[date, Position]], places: dict[date, list[float]], rows: Axis
) -> tuple[Count, ...]:
    free = {day: iter(column) for day, column in places.items()}
    return tuple(_count(position, next(free[day]), rows) for day, position in drawn)


def _count(position: Position, x: float, rows: Axis) -> Count:
    ends = stated_ends(position)
    open_below, open_above = open_ends(position)
    return Count(
        position=position,
        x=x,
        low=BOTTOM if open_below else rows.place(min(ends)),
        high=TOP if open_above else rows.place(max(ends)),
        open_below=open_below,
        open_above=open_above,
        about=position.qualifier in ("about", "vague"),
        label=" to ".join(map(number_words, sorted({*ends}))),
    )


def _lines(counts: tuple[Count, ...]) -> tuple[tuple[Count, Count], ...]:
    """What one origin said, from each number to its next."""
    last: dict[str, Count] = {}
    lines = []
    for count in counts:
        before = last.get(count.position.origin)
        if before is not None and before.x < count.x:
            lines.append((before, count))
        last[count.position.origin] = count
    return tuple(lines)


def _labels(places: dict[date, list[float]]) -> tuple[tuple[float, str], ...]:
    """The days that have room for their words, the first and the last among them."""
    middles = {day: round((each[0] + each[-1]) / 2, 1) for day, each in places.items()}
    last = max(middles)
    labels: list[tuple[float, str]] = []
    for day, x in middles.items():
        room = not labels or x - labels[-1][0] > _LABEL
        if day == last or (room and middles[last] - x > _LABEL):
            labels.append((x, date_words(day.isoformat()).rsplit(" ", 1)[0]))
    return tuple(labels)
