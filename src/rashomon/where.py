"""Places: where something was, with the precision the words give, and what lies within what."""

from dataclasses import dataclass

from rashomon.report import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One mention of a place in a report.

    `country` is ISO 3166-1 alpha-2, `admin1` the first-level division's code within it;
    `geonames` the GeoNames id. `lat` and `lon` are degrees (WGS 84) and None where the place is
    not resolved. `precision` is UCDP's where_prec: 1 exact, 2 near, 3 second-order division,
    4 first-order division, 5 a feature such as a river or a coast, 6 country, 7 wider.
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
