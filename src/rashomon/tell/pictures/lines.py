"""Lines: the positions on one figure as rows of characters, for a terminal."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from rashomon.account import Account, Position, Question
from rashomon.tell.pictures.axes import WIDTH, Axis, number_words
from rashomon.tell.pictures.intervals import open_ends, stated_ends
from rashomon.tell.pictures.maps import Map
from rashomon.tell.pictures.tolls import first_day
from rashomon.tell.shown import date_words, short

#: How many characters a bar is wide, an answer and a name at most, and a map.
_BAR, _ANSWER, _NAME, _MAP = 20, 24, 26, 44

#: A character is about twice as high as it is wide.
_HIGH = 2

#: Places on a map, by their number.
_MARKS = "123456789abcdefghijklmnopq"

#: A stated number, one that is about or vague, a stretch, open ends, and nothing.
_DOT, _RING, _STRETCH, _LEFT, _RIGHT, _NOTHING = "●○━◀▶·"


def bar_rows(
    account: Account, question: Question, names: Mapping[str, str]
) -> Iterator[tuple[str, str, str, str]]:
    """A row a position, the earliest published first: bar, answer, origin and day.

    The first row names the ends of the bars. None where fewer than two positions have a number.
    """
    drawn = [each for each in question.positions if stated_ends(each)]
    if question.kind != "figure" or len(drawn) < 2:
        return
    numbers = [number for each in drawn for number in stated_ends(each)]
    axis = Axis(min(numbers), max(numbers), start=0, end=_BAR - 1, room=0.1)
    ends = f"{number_words(min(numbers))} to {number_words(max(numbers))}"
    yield ends, "", "", "first published"
    days = {each.id: first_day(account, each) for each in drawn}
    for position in sorted(drawn, key=lambda each: str(days[each.id] or "9999")):
        day = days[position.id]
        yield (
            _bar(position, axis),
            short(position.answer, _ANSWER),
            short(names[position.origin], _NAME),
            date_words(day.isoformat()) if day else "no date",
        )


def map_rows(picture: Map) -> Iterator[tuple[str, str]]:
    """The map row by row, north above; beside it the places by their marks."""
    rows = max(3, round(picture.height / WIDTH * _MAP / _HIGH))
    grid = [[_NOTHING] * _MAP for _ in range(rows)]
    told = []
    for mark, pin in zip(_MARKS, picture.pins, strict=False):
        row = min(rows - 1, max(0, int(pin.y / picture.height * rows)))
        place = min(_MAP - 1, max(0, int(pin.x / WIDTH * _MAP)))
        # Where two stand in one place, the first is shown.
        if grid[row][place] == _NOTHING:
            grid[row][place] = mark
        told.append(f"{mark} {pin.words}")
    told.append(f"from side to side {picture.scale_km * WIDTH / picture.scale:,.0f} km")
    lines = ["".join(row) for row in grid]
    yield from zip_longest(lines, told, fillvalue="")


def _bar(position: Position, axis: Axis) -> str:
    ends = stated_ends(position)
    open_left, open_right = open_ends(position)
    left = 0 if open_left else round(axis.place(min(ends)))
    right = _BAR - 1 if open_right else round(axis.place(max(ends)))
    dot = _RING if position.qualifier in ("about", "vague") else _DOT
    cells = [_STRETCH if left < place < right else _NOTHING for place in range(_BAR)]
    cells[right] = _RIGHT if open_right else dot
    cells[left] = _LEFT if open_left else dot
    return "".join(cells)
