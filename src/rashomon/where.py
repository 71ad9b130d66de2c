"""Places: where something was, with the precision the words give, and what lies within what.

`precision` is the field `where_prec` of the UCDP Georeferenced Event Dataset (Uppsala Conflict
Data Program, GED Codebook): 1 the place itself, 2 near it (some 25 km) or in its surroundings,
3 a second-order division, 4 a first-order division, 5 a feature such as a river, a coast or a
region without sharp borders, 6 a country, 7 wider than one country.
"""

import math
import re
import unicodedata
from dataclasses import dataclass

from rashomon.report import Span

#: Mean radius of the earth in kilometres (IUGG).
EARTH = 6371.0088

#: Two points of one name count as one town up to here: gazetteers set a town's point
#: anywhere between its town hall and the middle of its built-up area.
ONE_TOWN_KM = 15.0

#: Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "\u0131": "i",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
    }
    | dict.fromkeys("'\u2019\u2018`\u00b4\u02bb\u02bc\u02bf\u02be\u2032.", "")
)
_WORD = re.compile(r"[^\W_]+")
#: The Arabic article before a hyphen, in the spellings of newsrooms: al-Bab, ar-Raqqah, ez-Zor.
_ARTICLE = re.compile(r"^(?:[ae][dlnrstz]|[ae]sh|[ae]th)-(?=\w)")
#: What stands before a name and is no part of it.
_BEFORE = re.compile(r"^(?:the\s+)?(?:(?:city|town|village|county|province)\s+of\s+)?(?:the\s+)?")
_LONG = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One mention of a place in a report.

    `kind` is city, country, admin1, admin2, region, continent, river, sea, lake, island, mountain,
    road or facility. `country` is ISO 3166-1 alpha-2, `admin1` the first-level division's code
    within it; `geonames` the GeoNames id. `lat` and `lon` are degrees (WGS 84) and None where the
    place is not resolved or is no point. `basis` is explicit, dateline (where the reporter was) or
    carried ("the city": a word that points back to a place named before).
    """

    id: str
    span: Span
    name: str
    kind: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    precision: int | None = None
    basis: str = "explicit"


def name_key(name: str) -> str:
    """The name as one run of plain letters and digits, equal for the spellings of one name.

    Case, accents, spaces, hyphens, apostrophes and points do not count, nor does an Arabic
    article with a hyphen, "the" or "city of"; "St." is Saint, "Mt." Mount, "Ft." Fort. A name in
    which nothing but the article stands keeps it.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN)).translate(_PLAIN)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).strip()
    words = _WORD.findall(_ARTICLE.sub("", _BEFORE.sub("", plain) or plain))
    return "".join(_LONG.get(word, word) for word in words[:-1]) + "".join(words[-1:])


def distance_km(a: Place, b: Place) -> float | None:
    """Great-circle distance (haversine) in kilometres; None where a place has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    one, two = math.radians(a.lat), math.radians(b.lat)
    across = math.radians(b.lon - a.lon)
    half = math.sin((two - one) / 2) ** 2
    half += math.cos(one) * math.cos(two) * math.sin(across / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


def _parted(a: object, b: object) -> bool:
    """Whether both are known and differ."""
    return a is not None and b is not None and a != b


def same_place(a: Place, b: Place) -> bool | None:
    """Whether two mentions name one place; None where the fields do not tell.

    Resolved places are one by their GeoNames id, whatever their spelling. Without ids, two
    mentions of one name and kind are one unless country or division part them.
    """
    if a.geonames is not None and a.geonames == b.geonames:
        return True
    if _parted(a.kind, b.kind) or _parted(a.country, b.country):
        return False
    alike = name_key(a.name) == name_key(b.name)
    if a.geonames is not None and b.geonames is not None:
        apart = distance_km(a, b)
        return alike and apart is not None and apart <= ONE_TOWN_KM
    if not alike:
        return None
    if _parted(a.admin1, b.admin1):
        return False
    return True if a.geonames is None and b.geonames is None else None


def within(a: Place, b: Place) -> bool | None:
    """Whether `a` lies inside `b` and is not `b` itself; None where the fields do not tell.

    Only country and first-order division are known of a place: what lies in a continent, a region
    or a town is not told by them.
    """
    if same_place(a, b):
        return False
    if a.precision is not None and b.precision is not None and a.precision > b.precision:
        return False
    if b.kind in ("country", "admin1", "admin2", "city") and _parted(a.country, b.country):
        return False
    if b.kind == "country" and a.country is not None and a.country == b.country:
        return a.kind != "country"
    if b.kind in ("admin1", "admin2", "city") and _parted(a.admin1, b.admin1):
        return False
    if b.kind == "admin1" and a.admin1 is not None and a.country == b.country:
        return a.admin1 == b.admin1 if a.kind != "admin1" else False
    return None
