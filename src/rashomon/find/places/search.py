"""Places: where a report says something was, each mention resolved as far as the report tells."""

from collections.abc import Sequence

from rashomon.find.parse import Parsed
from rashomon.find.places.evidence import supported
from rashomon.find.places.facilities import called_after_towns, town_of
from rashomon.find.places.mentions import Mention, draw_mentions
from rashomon.find.places.pointers import find_pointers
from rashomon.find.places.reading import Known, Reading, read
from rashomon.find.places.runs import name_of
from rashomon.find.places.senses import sense_key, senses
from rashomon.find.places.toponyms import Candidate, Gazetteer
from rashomon.report import content_id
from rashomon.where import Place

#: UCDP where_prec of a facility that is placed by its town.
_NEAR = 2
#: Kinds that are features without a point, as `where_prec` counts them.
_FEATURE = 5


def find_places(parsed: Parsed, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places that a report names or points back to, by the start of their spans.

    What is not resolved keeps its name and has no coordinates. Raises DamagedPart where the
    compiled gazetteer cannot be read.
    """
    reading = read(parsed, gazetteer)
    mentions = supported(reading, draw_mentions(reading))
    known = {**reading.known, **_bent(reading, mentions, gazetteer)}
    called = called_after_towns(reading, mentions)
    meant = senses((*mentions, *called), known, reading.peoples, reading.about)
    named = [(one, meant.get(sense_key(one))) for one in mentions]
    named_or_within = [*named, *((one, meant.get(sense_key(one))) for one in called)]
    towns = [(one, t) for one, t in named_or_within if t is not None and t.kind == "city"]
    places = [
        _place(reading, one, town_of(reading, one, towns) if one.form == "facility" else sense)
        for one, sense in named
    ]
    places += find_pointers(parsed, places)
    return tuple(sorted(places, key=lambda place: (place.span.start, place.span.end)))


def _bent(reading: Reading, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Known:
    """Candidates one letter off, for names the gazetteer lacks, in countries the report names.

    Without the country a letter is too little: every village has a neighbour of such a name.
    """
    countries = set(reading.peoples)
    for one in mentions:
        for candidate in reading.known.get(one.key, ()):
            if candidate.kind == "country" and candidate.rank == 0:
                countries.add(candidate.country or "")
    found = {}
    for one in mentions:
        if one.form == "name" and one.key not in reading.known and one.key not in found:
            name = name_of(reading.doc, one.start, one.end)
            near = gazetteer.look_up_bent(name)
            found[one.key] = tuple(c for c in near if c.country in countries)
    return found


def _place(reading: Reading, one: Mention, sense: Candidate | None) -> Place:
    span = reading.parsed.span_of(reading.doc[one.start : one.end])
    named = Place(
        id=content_id("l", span.report, span.start, span.end),
        span=span,
        name=" ".join(span.exact.split()),
        kind=one.kinds[0] if len(one.kinds) == 1 else None,
        precision=_FEATURE if one.form in ("feature", "road") else None,
        basis="dateline" if one.dateline else "explicit",
    )
    if sense is None:
        return named
    facility = one.form == "facility"
    return Place(
        id=named.id,
        span=span,
        name=named.name,
        kind="facility" if facility else sense.kind,
        country=sense.country,
        admin1=sense.admin1,
        lat=sense.lat,
        lon=sense.lon,
        geonames=None if facility else sense.geonames,
        precision=_NEAR if facility else sense.precision,
        basis=named.basis,
    )
