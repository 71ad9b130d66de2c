"""GeoJSON: the resolved places, checked against RFC 7946 by its own rules."""

import json
from dataclasses import replace

import pytest
from hostile import WORDS
from sample import sample_account

from rashomon.claim import Claim
from rashomon.tell.geojson import account_geojson
from rashomon.where import Place

SAMPLE = sample_account()
SPAN = SAMPLE.places[0].span
TOWN = Place(
    id="p1", span=SPAN, name="ORRIN", kind="city", country="GB", lat=57.5, lon=-4.7, geonames=7,
    precision=1,
)  # fmt: skip
COUNTRY = replace(TOWN, id="p3", name="Scotland", kind="country", geonames=8, precision=6)
NOWHERE = replace(TOWN, id="p4", name="Nowhere", lat=None, lon=None, geonames=None, precision=None)
CLAIM = Claim(id="c1", span=SPAN, topic="closure", subject="dam", place="p1", answer="closed")
ACCOUNT = replace(
    SAMPLE,
    places=(TOWN, replace(TOWN, id="p2", name="Orrin"), COUNTRY, NOWHERE),
    figures=(replace(SAMPLE.figures[0], place="p2"), replace(SAMPLE.figures[1], place="p9")),
    claims=(CLAIM,),
)


def _features(account=ACCOUNT):
    return json.loads(account_geojson(account))["features"]


def test_it_is_a_feature_collection():
    """Types, members and positions are those of RFC 7946: longitude first, within bounds."""
    told = json.loads(account_geojson(ACCOUNT))
    assert told["type"] == "FeatureCollection"
    assert "crs" not in told
    for feature in told["features"]:
        assert feature["type"] == "Feature"
        assert isinstance(feature["id"], str)
        assert isinstance(feature["properties"], dict)
        assert feature["geometry"]["type"] == "Point"
        lon, lat = feature["geometry"]["coordinates"]
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90


def test_a_place_is_one_feature_whatever_its_mentions():
    """Mentions of one place share a feature; a spelling in capitals does not name it."""
    town, _ = _features()
    assert town["geometry"]["coordinates"] == [-4.7, 57.5]
    assert (town["properties"]["name"], len(town["properties"]["mentions"])) == ("Orrin", 2)


def test_an_unresolved_place_has_no_feature():
    """No point is guessed."""
    assert [each["properties"]["name"] for each in _features()] == ["Orrin", "Scotland"]


def test_figures_and_claims_stand_with_their_place():
    """Each has its words, and they are the slice at its offsets."""
    properties = _features()[0]["properties"]
    texts = {report.id: report.text for report in ACCOUNT.reports}
    told = [*properties["figures"], *properties["claims"], *properties["mentions"]]
    assert (len(properties["figures"]), properties["claims"][0]["topic"]) == (1, "closure")
    assert all(texts[each["report"]][each["start"] : each["end"]] == each["words"] for each in told)


@pytest.mark.parametrize(
    ("precision", "radius", "middle"),
    [(1, 15_000, False), (2, 25_000, False), (4, 100_000, True), (6, None, True)],
)
def test_the_precision_gives_a_radius(precision, radius, middle):
    """A radius in metres where the precision has one; the middle of a province is told as such."""
    account = replace(SAMPLE, places=(replace(TOWN, precision=precision),))
    properties = _features(account)[0]["properties"]
    assert (properties["radius_m"], properties["is_middle"]) == (radius, middle)


@pytest.mark.parametrize("words", WORDS)
def test_any_name_is_valid_json(words):
    """Whatever a report calls a place, the file is UTF-8 and JSON."""
    account = replace(SAMPLE, places=(replace(TOWN, name=words),))
    assert json.loads(account_geojson(account).decode("utf-8"))["features"]
