"""Intervals: the positions on one figure beside each other, over one axis."""

from dataclasses import dataclass

from rashomon.account import Position, Question
from rashomon.tell.pictures.axes import MARGIN, ROW, WIDTH, Axis, number_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One position: where its interval begins and ends; a side may be open, a point be vague."""

    position: Position
    y: float
    left: float
    right: float
    open_left: bool
    open_right: bool
    about: bool

    @property
    def is_point(self) -> bool:
        """Whether one number stands alone."""
        return self.left == self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervals:
    """The bars of one question over one axis."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    height: float
    words: str


def intervals(question: Question) -> Intervals | None:
    """The picture of a figure's positions, or None where fewer than two have a number."""
    drawn = [each for each in question.positions if stated_ends(each)]
    if question.kind != "figure" or len(drawn) < 2:
        return None
    numbers = [number for each in drawn for number in stated_ends(each)]
    axis = Axis(min(numbers), max(numbers))
    return Intervals(
        bars=tuple(_bar(each, row, axis) for row, each in enumerate(drawn)),
        ticks=tuple((axis.place(tick), number_words(tick)) for tick in axis.ticks()),
        height=ROW * len(drawn) + 24,
        words="; ".join(each.answer for each in drawn),
    )


def stated_ends(position: Position) -> tuple[float, ...]:
    """The numbers that a position states: both ends, or one, or the value."""
    stated = tuple(each for each in (position.low, position.high) if each is not None)
    if stated:
        return stated
    return () if position.value is None else (position.value,)


def open_ends(position: Position) -> tuple[bool, bool]:
    """Whether a position leaves its lower and its upper end open.

    A word for many is no number: "dozens" begin at 24, and nobody says where they end.
    """
    at_most = position.qualifier in ("at_most", "less_than")
    many = position.qualifier == "vague" and position.value is None and position.high is None
    return at_most, many or position.qualifier in ("at_least", "more_than")


def _bar(position: Position, row: int, axis: Axis) -> Bar:
    ends = stated_ends(position)
    open_left, open_right = open_ends(position)
    return Bar(
        position=position,
        y=row * ROW,
        left=MARGIN if open_left else axis.place(min(ends)),
        right=WIDTH - MARGIN if open_right else axis.place(max(ends)),
        open_left=open_left,
        open_right=open_right,
        about=position.qualifier in ("about", "vague"),
    )
