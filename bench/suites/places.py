"""Places in many spellings and contexts."""

import unicodedata
from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt

from bench.ruler import Json
from bench.suites.suite import Mark, Suite, anyone, place, touches

_COUNTING = (
    "The share of cases of which everything asked is right; and, for each thing asked, the share "
    "that is right. A place is found where one of the product's overlaps the words. Names are "
    "compared without case, diacritics and hyphens; located: within 50 km."
)
_EARTH = 6371.0


def places() -> Suite:
    """The suite of places."""
    return Suite("suite-places", "places", _COUNTING, _marks)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The great-circle distance of two points in decimal degrees (haversine)."""
    (lat_a, lon_a), (lat_b, lon_b) = ((radians(x), radians(y)) for x, y in (a, b))
    half = sin((lat_b - lat_a) / 2) ** 2
    half += cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))


def _marks(case: Json, found: Json) -> Iterator[Mark]:
    text = case["text"]
    for asked in case.get("place", ()):
        where = [place(text, words, asked.get("nth", 1)) for words in anyone(asked["words"])]
        given = [each for each in found["places"] if any(touches(each["span"], at) for at in where)]
        yield Mark("found", bool(given) or "unresolved" in asked, asked["words"], None, *where[0])
        if given:
            answers = [list(_fields(asked, each)) for each in given]
            best = max(answers, key=lambda some: sum(right for _, right, _, _ in some))
            for name, right, wanted, held in best:
                yield Mark(name, right, wanted, held, *where[0])
    for words in case.get("not_places", ()):
        at = place(text, words)
        wrong = [each["span"]["exact"] for each in found["places"] if touches(each["span"], at)]
        yield Mark("no place", not wrong, "no place", wrong, *at)
    for asked in case.get("figure", ()):
        yield from _attached(text, asked, found)


def _fields(asked: Json, given: Json) -> Iterator[tuple[str, bool, Json, Json]]:
    if "name" in asked:
        names = [_bare(each) for each in anyone(asked["name"])]
        yield "name", _bare(given["name"] or "") in names, asked["name"], given["name"]
    for field in ("country", "kind", "precision"):
        if field in asked:
            yield field, given[field] in anyone(asked[field]), asked[field], given[field]
    held = (given["lat"], given["lon"])
    if "lat" in asked:
        wanted = (asked["lat"], asked["lon"])
        near = given["lat"] is not None and kilometres(wanted, held) <= 50
        yield "located", near, wanted, held
    if "unresolved" in asked:
        yield "unresolved", held == (None, None), "unresolved", held


def _bare(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.casefold().replace("-", " ").replace("’", "'"))
    return "".join(each for each in letters if not unicodedata.combining(each))


def _attached(text: str, asked: Json, found: Json) -> Iterator[Mark]:
    """Whether a figure has the place that it belongs to, in whatever words."""
    at = place(text, asked["number"], asked.get("nth", 1))
    figure = next((each for each in found["figures"] if touches(each["number"], at)), None)
    if figure is None:
        return
    held = next((each for each in found["places"] if each["id"] == figure["place"]), None)
    shown = held and held["name"]
    if asked["place"] == "none":
        yield Mark("figure's place", held is None, "none", shown, *at)
        return
    meant = {each["name"] for each in found["places"] if asked["place"] in each["span"]["exact"]}
    right = held is not None and (held["name"] in meant or asked["place"] in held["span"]["exact"])
    yield Mark("figure's place", right, asked["place"], shown, *at)
