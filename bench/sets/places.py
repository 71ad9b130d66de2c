"""Places against LGL (Lieberman, Samet and Sankaranarayanan 2010) and TR-News (Kamalloo 2018)."""

import math
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.case import Case, Miss, around
from bench.counts import Count, Share, Tally
from bench.matching import overlap, paired
from bench.product import find, stretch
from bench.ruler import Item, Json, there

#: Mean radius of the earth in kilometres (IUGG).
_EARTH = 6371.0088
#: A hundred miles: how far a place may lie from the gold, by custom of toponym resolution.
_NEAR_KM = 161.0
#: How many letters away a name may stand from the place where the data say that it stands.
_REACH = 40
_THE = re.compile(r"(?i)the\s+")
_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)")

#: Latitude and longitude in degrees.
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text: without point and `geonames` id it is unresolvable, or unresolved.

    `otherwise` tells a gold mention by another name than the gazetteer's: "British", "U.S.".
    """

    start: int
    end: int
    point: Point | None
    geonames: str | None
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class _Corpus:
    """Mentions and points of the places of one corpus."""

    name: str
    data: tuple[str, ...]
    headline = "f1_161"
    one_in = 8
    counting = (
        "f1_161: F1 over mentions; right where it overlaps its gold mention, one to one, and lies "
        "within 161 km of it, or neither has a point. exact, overlap: F1 of the spans alone, "
        "without a leading article. Of the gold mentions that are found by overlap: found within "
        "161 km, the share of those with a point; located within 161 km, the share of those to "
        "which we gave one; unresolvable left alone, the share of those without that got none."
    )

    def load(self, data: Path) -> list[Item]:
        """The articles that have a text."""
        root = ET.parse(there(data, *self.data)).getroot()
        articles = enumerate(root.iter("article"))
        return [
            _item(number, article)
            for number, article in articles
            if (article.findtext("text") or "").strip()
        ]

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """Each place as its span, point and GeoNames id."""
        for places in find("places", requests):
            yield [
                {
                    "span": stretch(each["span"]),
                    "lat": each["lat"],
                    "lon": each["lon"],
                    "geonames": each["geonames"],
                }
                for each in places
            ]

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """The counts of each article."""
        for item, answer in zip(items, answers, strict=True):
            yield _case(item, item.request["text"], item.gold, [_given(each) for each in answer])


class Lgl(_Corpus):
    """Local news of small towns, many of which share their name with a larger place."""

    def __init__(self) -> None:
        super().__init__("lgl", ("geo/lgl.xml",))


class TrNews(_Corpus):
    """News of the world's outlets."""

    def __init__(self) -> None:
        super().__init__("trnews", ("geo/TR-News.xml",))


def _case(item: Item, text: str, gold: list[Mention], given: list[Mention]) -> Case:
    def pairs(alike: Callable[[Mention, Mention], bool]) -> dict[int, int]:
        return paired(
            (overlap(_bare(text, asked), _bare(text, one)), at, by)
            for at, asked in enumerate(gold)
            for by, one in enumerate(given)
            if overlap(_bare(text, asked), _bare(text, one)) > 0 and alike(asked, one)
        )

    right = pairs(_same)
    found = pairs(lambda asked, one: True)
    exact = pairs(lambda asked, one: _bare(text, asked) == _bare(text, one))
    both = [(gold[at], given[by]) for at, by in found.items()]
    known = [(asked, one) for asked, one in both if asked.point or asked.geonames]
    near = sum(_same(asked, one) for asked, one in known)
    blank = [one.point is None for asked, one in both if not (asked.point or asked.geonames)]
    counts: dict[str, Count] = {
        "f1_161": Tally(len(right), len(given), len(gold)),
        "exact": Tally(len(exact), len(given), len(gold)),
        "overlap": Tally(len(found), len(given), len(gold)),
        "found within 161 km": Share(near, len(known)),
        "located within 161 km": Share(near, sum(one.point is not None for _, one in known)),
        "unresolvable left alone": Share(sum(blank), len(blank)),
    }
    misses = tuple(_misses(text, gold, given, right, found))
    return Case(id=item.id, unit=item.unit, counts=counts, misses=misses)


def _misses(
    text: str,
    gold: list[Mention],
    given: list[Mention],
    right: dict[int, int],
    found: dict[int, int],
) -> Iterator[Miss]:
    for at, asked in enumerate(gold):
        if at not in right:
            one = given[found[at]] if at in found else None
            yield _miss(text, _cause(asked, one), asked, one)
    hit = {*right.values(), *found.values()}
    for by, one in enumerate(given):
        if by not in hit:
            yield _miss(text, "no such place" + (", located" if one.point else ""), None, one)


def _cause(asked: Mention, one: Mention | None) -> str:
    if one is None:
        by = ", by another name" if asked.otherwise else ""
        return f"not found{by}" if asked.point else "not found, unresolvable"
    if not asked.point:
        return "located though unresolvable"
    if not one.point:
        return "not located"
    return f"over {1000 if kilometres(asked.point, one.point) > 1000 else 161} km away"


def _miss(text: str, cause: str, asked: Mention | None, one: Mention | None) -> Miss:
    anchor = asked or one
    assert anchor is not None
    return Miss(
        cause=cause,
        start=anchor.start,
        end=anchor.end,
        wanted=_shown(text, asked),
        given=_shown(text, one),
        context=around(text, anchor.start, anchor.end),
    )


def _shown(text: str, one: Mention | None) -> str:
    if one is None:
        return "nothing"
    at = f"{one.point[0]:.2f} {one.point[1]:.2f}" if one.point else "no point"
    return f"{' '.join(text[one.start : one.end].split())} ({at}, {one.geonames or 'no id'})"


def _same(asked: Mention, one: Mention) -> bool:
    """Near enough; by id where the gold has no point; with neither, both must be without."""
    if asked.point:
        return one.point is not None and kilometres(asked.point, one.point) <= _NEAR_KM
    if asked.geonames:
        return one.geonames == asked.geonames
    return one.point is None


def kilometres(a: Point, b: Point) -> float:
    """The great-circle distance (haversine)."""
    (north, east), (other, along) = (map(math.radians, each) for each in (a, b))
    half = math.sin((other - north) / 2) ** 2
    half += math.cos(north) * math.cos(other) * math.sin((along - east) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))


def _bare(text: str, one: Mention) -> tuple[int, int]:
    """The stretch of a mention without a leading article."""
    article = _THE.match(text, one.start, one.end)
    return (article.end(), one.end) if article and article.end() < one.end else (one.start, one.end)


def _given(answer: Json) -> Mention:
    start, end = answer["span"]
    point = _point(answer["lat"], answer["lon"])
    return Mention(start, end, point, _id(answer["geonames"]))


def _item(number: int, article: ET.Element) -> Item:
    text = article.findtext("text") or ""
    day = _DAY.match(article.findtext("dltime") or "")
    request = {
        "id": f"r{number:04d}",
        "text": text,
        "title": (article.findtext("title") or "").strip() or None,
        "published": day[1] if day else None,
        "language": "en",
    }
    gold: dict[tuple[int, int], Mention] = {}
    for toponym in article.iter("toponym"):
        made = _mention(text, toponym)
        if made:
            gold.setdefault((made.start, made.end), made)
    name = article.get("docid") or f"{number:04d}"
    return Item(id=name, unit=name, request=request, gold=list(gold.values()))


def _mention(text: str, toponym: ET.Element) -> Mention | None:
    """A toponym where its name really stands; None where it does not."""
    name = toponym.findtext("phrase") or ""
    start = _anchor(text, int(toponym.findtext("start") or 0), name)
    if start is None:
        return None
    tag = toponym.find("gaztag")
    holder = toponym if tag is None else tag
    point = _point(holder.findtext("lat"), holder.findtext("lon"))
    otherwise = tag is not None and tag.findtext("name") != name
    return Mention(start, start + len(name), point, _id(holder.get("geonameid")), otherwise)


def _anchor(text: str, start: int, name: str) -> int | None:
    """Where a name stands nearest to an offset that may be some letters out."""
    for away in range(_REACH + 1):
        for at in (start - away, start + away):
            if at >= 0 and text.startswith(name, at):
                return at
    return None


def _point(lat: object, lon: object) -> Point | None:
    """A point on the earth; None of anything else."""
    try:
        north, east = float(str(lat)), float(str(lon))
    except ValueError:
        return None
    return (north, east) if abs(north) <= 90 and abs(east) <= 180 else None


def _id(number: object) -> str | None:
    return str(number) if number else None
