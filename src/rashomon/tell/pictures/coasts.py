"""Coasts: the land within a stretch of the earth, from Natural Earth 1:110m (public domain).

The shapes are in `data/coasts`, coarse to some ten kilometres, and hold no borders.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

#: A point: longitude and latitude in degrees.
Point = tuple[float, float]
#: A stretch of the earth: west, south, east and north in degrees; west may be below -180.
Box = tuple[float, float, float, float]


def land(box: Box) -> tuple[tuple[Point, ...], ...]:
    """The rings of the land within the box, cut off at its edges; a sea within land is one, too.

    Where no coast runs through the box there is none: an even sheet says nothing.
    """
    west, south, east, north = box
    corners = {(west, south), (west, north), (east, south), (east, north)}
    turned = (
        tuple((lon + turn, lat) for lon, lat in ring)
        for ring in _rings()
        for turn in (-360.0, 0.0, 360.0)
    )
    cut = tuple(part for ring in turned if (part := _cut(ring, box)))
    return () if all(corners.issuperset(part) for part in cut) else cut


@cache
def _rings() -> tuple[tuple[Point, ...], ...]:
    text = files("rashomon.data").joinpath("coasts", "land.txt").read_text(encoding="ascii")
    return tuple(tuple(_points(line)) for line in text.splitlines())


def _points(line: str) -> Iterator[Point]:
    """The first point and the steps from there, in hundredths of a degree."""
    numbers = [int(word) for word in line.split()]
    lon = lat = 0
    for east, north in zip(numbers[::2], numbers[1::2], strict=True):
        lon, lat = lon + east, lat + north
        yield lon / 100, lat / 100


def _cut(ring: tuple[Point, ...], box: Box) -> tuple[Point, ...]:
    """The part of a ring within a box, side by side (Sutherland and Hodgman 1974)."""
    west, south, east, north = box
    ring = _cut_off(ring, 0, west, lambda at: at >= west)
    ring = _cut_off(ring, 0, east, lambda at: at <= east)
    ring = _cut_off(ring, 1, south, lambda at: at >= south)
    return _cut_off(ring, 1, north, lambda at: at <= north)


def _cut_off(
    ring: tuple[Point, ...], axis: int, edge: float, inside: Callable[[float], bool]
) -> tuple[Point, ...]:
    """What of a ring lies on the inner side of an edge."""
    kept: list[Point] = []
    for before, point in zip((*ring[-1:], *ring[:-1]), ring, strict=True):
        if inside(before[axis]) != inside(point[axis]):
            kept.append(_crossing(before, point, axis, edge))
        if inside(point[axis]):
            kept.append(point)
    return tuple(kept)


def _crossing(one: Point, two: Point, axis: int, edge: float) -> Point:
    """Where the line between two points meets an edge."""
    share = (edge - one[axis]) / (two[axis] - one[axis])
    other = one[1 - axis] + share * (two[1 - axis] - one[1 - axis])
    return (edge, other) if axis == 0 else (other, edge)
