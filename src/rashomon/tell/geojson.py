"""An account as GeoJSON (RFC 7946): its resolved places, and what the reports say of each."""

from datetime import date

from rashomon.account import Account
from rashomon.claim import Claim
from rashomon.tell.json import json_bytes
from rashomon.tell.points import Point, points
from rashomon.tell.tables.rows import Rows
from rashomon.tell.tables.table import Cell

#: From this where_prec on a point is the middle of something wide, and no place of a happening.
_WIDE = 4


def account_geojson(account: Account) -> bytes:
    """A FeatureCollection, one Feature a place; longitude first, WGS 84, as RFC 7946 has it.

    Figures have the fields of the sheet of figures. Unresolved places are left out: they have no
    point, and none is guessed.
    """
    rows = Rows(account)
    collection = {
        "type": "FeatureCollection",
        "title": account.story.title,
        "made_by": f"rashomon {account.made_by.version}",
        "features": [_feature(rows, each) for each in points(account)],
    }
    return json_bytes(collection)


def _feature(rows: Rows, point: Point) -> dict[str, object]:
    place = point.place
    return {
        "type": "Feature",
        "id": f"geonames:{place.geonames}" if place.geonames else place.id,
        "geometry": {"type": "Point", "coordinates": [point.lon, point.lat]},
        "properties": {
            "name": place.name,
            "kind": place.kind,
            "country": place.country,
            "where_prec": place.precision,
            "radius_m": point.radius,
            "is_middle": (place.precision or 0) >= _WIDE,
            "geonames": place.geonames,
            "mentions": [_plain(rows.at(each.span)) for each in point.mentions],
            "figures": [_plain(rows.figure(each)) for each in point.figures],
            "claims": [_claim(rows, each) for each in point.claims],
        },
    }


def _claim(rows: Rows, claim: Claim) -> dict[str, Cell]:
    told: dict[str, Cell] = {
        "claim": claim.id,
        "topic": claim.topic,
        "subject": claim.subject,
        "answer": claim.answer,
        "degree": claim.degree,
        "polarity": claim.polarity,
        "stance": claim.stance,
        "speaker": claim.speaker,
    }
    return _plain(told | rows.timed(claim.period) | rows.at(claim.span))


def _plain(row: dict[str, Cell]) -> dict[str, Cell]:
    """A row as JSON knows it: dates as ISO 8601, whole numbers without a point."""
    return {name: _value(cell) for name, cell in row.items()}


def _value(cell: Cell) -> Cell:
    if isinstance(cell, date):
        return cell.isoformat()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
