"""The map: resolved places with a ring as wide as their precision, over a grid of degrees.

Coasts are drawn where the map is wide enough for them; no borders are, so nobody's are followed.
The projection is equirectangular, true to scale along the middle parallel (Snyder, "Map
Projections: A Working Manual", USGS 1395, 1987, section 12).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.account import Account
from rashomon.tell.pictures.axes import WIDTH, round_step
from rashomon.tell.pictures.coasts import Box, land
from rashomon.tell.points import Point, points
from rashomon.where import EARTH, distance_km

#: Places wider than a province have no ring and are told in words.
_WIDEST = 4

#: What lies farther from the place most spoken of is told in words: it would leave no room.
_FARTHEST_KM = 1500.0

#: The least stretch that a map shows, so that one town is no dot on an empty sheet.
_LEAST_KM = 60.0

#: On a narrower map the coasts, coarse to some ten kilometres, would put a town into the sea.
_COASTS_KM = 300.0
#: Degrees of the whole way round, which a map close to a pole may show.
_ROUND = 360.0

#: The most places that a map has room for, and its greatest and least height.
_MOST, _TALLEST, _LOWEST = 24, 300.0, 150.0

#: Kilometres of a degree of latitude, on the mean radius of the earth.
_DEGREE_KM = math.pi * EARTH / 180

#: Names stand so far below each other and beside their pins; a letter is about so wide.
_LINE, _BESIDE, _LETTER = 13.0, 7.0, 6.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A place on the map, its ring (radius in the picture's units) and where its name stands."""

    name: str
    x: float
    y: float
    ring: float
    label_x: float
    label_y: float
    leftward: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The places drawn, the land (as the path of an SVG; empty where no coast is in view), lines of
    degrees, a bar for scale, and the places told in words.
    """

    pins: tuple[Pin, ...]
    land: str
    meridians: tuple[tuple[float, str], ...]
    parallels: tuple[tuple[float, str], ...]
    height: float
    scale: float
    scale_km: float
    beyond: tuple[str, ...]
    words: str


def place_map(account: Account) -> Map | None:
    """The map of an account's places; None where no place has a point to draw."""
    found = points(account)
    told = [each for each in found if _is_told(each)]
    if not told:
        return None
    middle = max(told, key=lambda each: len(each.mentions) + len(each.figures))
    near = [each for each in told if _apart(each, middle) <= _FARTHEST_KM][:_MOST]
    frame = _Frame(near)
    return Map(
        pins=_pins(near, frame),
        land=_land(frame),
        meridians=tuple(
            (frame.x(each), _degrees(_east(each), "E", "W")) for each in frame.meridians()
        ),
        parallels=tuple((frame.y(each), _degrees(each, "N", "S")) for each in frame.parallels()),
        height=frame.height,
        scale=round(frame.scale_km * frame.per_km, 1),
        scale_km=frame.scale_km,
        beyond=tuple(dict.fromkeys(each.place.name for each in found if each not in near)),
        words=", ".join(each.place.name for each in near),
    )


def _is_told(point: Point) -> bool:
    """Whether something is said of a place; where a report was only written is no scene."""
    said = point.figures or point.claims
    return (point.place.precision or 9) <= _WIDEST and bool(
        said or any(each.basis != "dateline" for each in point.mentions)
    )


def _apart(a: Point, b: Point) -> float:
    return distance_km(a.place, b.place) or 0.0


class _Frame:
    """The stretch of the earth that is shown, and how large."""

    def __init__(self, near: Sequence[Point]) -> None:
        lats = [each.lat for each in near]
        lons = [near[0].lon + _east(each.lon - near[0].lon) for each in near]
        self.lat, self.lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        self.narrow = max(0.1, math.cos(math.radians(self.lat)))
        ring = max((each.radius or 0) / 1000 for each in near)
        wide = (max(lons) - min(lons)) * _DEGREE_KM * self.narrow + 2.4 * ring
        tall = (max(lats) - min(lats)) * _DEGREE_KM + 2.4 * ring
        self.wide = max(wide * 1.25, tall * WIDTH / _TALLEST, _LEAST_KM)
        self.per_km = WIDTH / self.wide
        self.height = round(max(_LOWEST, min(_TALLEST, tall * self.per_km + 30)), 1)
        self.scale_km = round_step(self.wide / 12)

    def x(self, lon: float) -> float:
        """Where a meridian runs."""
        east = _east(lon - self.lon)
        return round(WIDTH / 2 + east * _DEGREE_KM * self.narrow * self.per_km, 1)

    def y(self, lat: float) -> float:
        """Where a parallel runs."""
        return round(self.height / 2 - (lat - self.lat) * _DEGREE_KM * self.per_km, 1)

    def box(self) -> Box:
        """The edges of the frame in degrees."""
        wide = self.wide / 2 / (_DEGREE_KM * self.narrow)
        tall = self.height / self.per_km / 2 / _DEGREE_KM
        return self.lon - wide, self.lat - tall, self.lon + wide, self.lat + tall

    def meridians(self) -> list[float]:
        """Round degrees of longitude that are in the frame."""
        west, _, east, _ = self.box()
        return _round_degrees(west, east)

    def parallels(self) -> list[float]:
        """Round degrees of latitude that are in the frame."""
        _, south, _, north = self.box()
        return _round_degrees(south, north)


def _land(frame: _Frame) -> str:
    """The land in the frame as the path of an SVG, its holes where two rings lie on another."""
    west, _, east, _ = frame.box()
    if frame.wide < _COASTS_KM or east - west >= _ROUND:
        return ""
    cut = land(frame.box())
    rings = ([f"{frame.x(lon):g} {frame.y(lat):g}" for lon, lat in ring] for ring in cut)
    return "".join(f"M{'L'.join(dict.fromkeys(ring))}Z" for ring in rings)


def _east(degrees: float) -> float:
    """Degrees to the east, the short way round the earth."""
    return (degrees + 180) % 360 - 180


def _round_degrees(first: float, last: float) -> list[float]:
    step = round_step((last - first) / 4)
    count = range(math.ceil(first / step), math.floor(last / step) + 1)
    return [round(each * step, 6) for each in count]


def _pins(near: Sequence[Point], frame: _Frame) -> tuple[Pin, ...]:
    """The pins from north to south, names beside them and none upon another."""
    pins: list[Pin] = []
    taken: list[_Label] = []
    for point in sorted(near, key=lambda each: (-each.lat, each.lon, each.place.name)):
        x, y = frame.x(point.lon), frame.y(point.lat)
        label = _free(point.place.name, x, y, taken)
        taken.append(label)
        pins.append(
            Pin(
                name=point.place.name,
                x=x,
                y=y,
                ring=round((point.radius or 0) / 1000 * frame.per_km, 1),
                label_x=label.right if label.leftward else label.left,
                label_y=label.y,
                leftward=label.leftward,
                words=_reach(point),
            )
        )
    return tuple(pins)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """Where a name stands: its ends, its line, and whether it runs to the left of its pin."""

    left: float
    right: float
    y: float
    leftward: bool

    def covers(self, other: "_Label") -> bool:
        apart = self.right <= other.left or other.right <= self.left
        return not apart and abs(self.y - other.y) < _LINE


def _free(name: str, x: float, y: float, taken: Sequence[_Label]) -> _Label:
    """The nearest place for a name that no other takes: beside its pin, else line by line below."""
    length = len(name) * _LETTER
    room = {False: WIDTH - x, True: x}
    sides = [side for side in (False, True) if room[side] >= _BESIDE + length] or [False]
    tried = (
        _label(x, y + 4 + line * _LINE, length, leftward)
        for line in range(len(taken) + 1)
        for leftward in sides
    )
    return next(each for each in tried if not any(each.covers(other) for other in taken))


def _label(x: float, y: float, length: float, leftward: bool) -> _Label:
    left = x - _BESIDE - length if leftward else x + _BESIDE
    return _Label(
        left=round(left, 1), right=round(left + length, 1), y=round(y, 1), leftward=leftward
    )


def _reach(point: Point) -> str:
    around = f", within {point.radius / 1000:g} km" if point.radius else ""
    return f"{point.place.name}{around}"


def _degrees(value: float, positive: str, negative: str) -> str:
    side = positive if value > 0 else negative if value < 0 else ""
    return f"{abs(value):g}°{side}"
