"""Places: where a report says something was, each mention resolved as far as the report tells."""

from collections.abc import Sequence

from rashomon.find.parse import Parsed
from rashomon.find.places.evidence import supported
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
    meant = senses(mentions, known, reading.peoples)
    named = [(one, meant.get(sense_key(one))) for one in mentions]
    towns = [(one, town) for one, town in named if town is not None and town.kind == "city"]
    places = [
        _place(reading, one, _town_of(reading, one, towns) if one.form == "facility" else sense)
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


def _town_of(
    reading: Reading, one: Mention, towns: Sequence[tuple[Mention, Candidate]]
) -> Candidate | None:
    """The town of a facility: in its name, else the only one of its sentence, or of the report."""
    for key in one.anchors:
        for other, town in towns:
            if other.key == key:
                return town
    sentence = reading.doc[one.start].sent
    near = {t.id: t for o, t in towns if sentence.start <= o.start < sentence.end}
    every = {town.id: town for other, town in towns if not other.dateline}
    for found in (near, every):
        if len(found) == 1:
            return next(iter(found.values()))
    return None


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
