"""Facilities: the town of an airport, a hospital or a prison, by which it is placed."""

from collections.abc import Sequence

from rashomon.find.places.mentions import Mention
from rashomon.find.places.reading import Reading
from rashomon.find.places.runs import name_of
from rashomon.find.places.signs import signs
from rashomon.find.places.toponyms import Candidate

#: A smaller town's name at the head of a facility's is mostly a person's or a founder's.
_LARGE = 100_000
#: A name that more towns bear is a person's as a rule: Lincoln Park, Madison Square.
_BEARERS = 3


def called_after_towns(reading: Reading, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The towns at the head of facilities' names, as mentions of their own: Frankfurt Airport."""
    found = (_town_within(reading, one) for one in mentions if one.form == "facility")
    return tuple(one for one in found if one is not None)


def _town_within(reading: Reading, one: Mention) -> Mention | None:
    for end in range(one.end - 1, one.start, -1):
        if candidates := reading.candidates(one.start, end):
            key, name = reading.key(one.start, end), name_of(reading.doc, one.start, end)
            if key in signs().ordinary.names | reading.persons or not _distinct(candidates, name):
                return None
            return Mention(start=one.start, end=end, key=key)
    return None


def _distinct(candidates: Sequence[Candidate], name: str) -> bool:
    """Whether few towns bear the name and a large one does, alone or as Frankfurt am Main."""
    bearers = sum(each.kind == "city" and each.rank == 0 for each in candidates)
    return bearers <= _BEARERS and any(
        each.kind == "city"
        and each.people >= _LARGE
        and (each.rank == 0 or each.name.startswith(f"{name} "))
        for each in candidates
    )


def town_of(
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
