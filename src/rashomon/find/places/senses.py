"""Senses: which of the places of one name a report means."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.find.places.mentions import Mention
from rashomon.find.places.reading import Known
from rashomon.find.places.signs import postal, signs
from rashomon.find.places.toponyms import Candidate

#: A name's candidates beyond these are too small to be meant without being constrained.
_WEIGHED = 12
#: A city of so many inhabitants keeps its name to itself before the division called after it.
_OWN_NAME = 100_000
#: Inhabitants that a district has at least; the gazetteer counts those of few.
_COUNTY = 10_000
#: Degrees of the grid on which places near one another meet.
_CELL = 1.5
#: Degrees within which two points of one name are one town.
_ONE_TOWN = 0.15

#: What mentions of one sense share: name, kinds allowed, and the place named after the comma.
SenseKey = tuple[str, tuple[str, ...], str | None]
Senses = Mapping[SenseKey, Candidate | None]


@dataclass(slots=True)
class Votes:
    """What the report's names speak for: countries, divisions, and neighbourhoods."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: defaultdict[tuple[str, str], float] = field(
        default_factory=lambda: defaultdict(float)
    )
    cells: defaultdict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))

    def add(self, candidate: Candidate, weight: float) -> None:
        """Count a candidate's whereabouts; a negative weight takes them back."""
        if candidate.country is not None:
            self.countries[candidate.country] += weight
            if candidate.admin1 is not None:
                self.divisions[candidate.country, candidate.admin1] += weight
        if (cell := _cell(candidate)) is not None:
            self.cells[cell] += weight

    def support(self, candidate: Candidate) -> float:
        """How strongly the votes speak for a candidate."""
        choice = signs().choice
        total = choice.same_country * min(
            self.countries.get(candidate.country or "", 0.0), choice.most
        )
        if candidate.country is not None and candidate.admin1 is not None:
            named = self.divisions.get((candidate.country, candidate.admin1), 0.0)
            total += choice.same_division * min(named, choice.most)
        if (cell := _cell(candidate)) is not None:
            near = sum(
                self.cells.get((cell[0] + up, cell[1] + over), 0.0)
                for up in (-1, 0, 1)
                for over in (-1, 0, 1)
            )
            total += choice.near * min(near, choice.most)
        return total


def _cell(candidate: Candidate) -> tuple[int, int] | None:
    if candidate.lat is None or candidate.lon is None:
        return None
    return math.floor(candidate.lat / _CELL), math.floor(candidate.lon / _CELL)


def sense_key(one: Mention) -> SenseKey:
    """What a mention shares with the others of its sense."""
    return one.key, one.kinds, one.inside


def senses(
    mentions: Sequence[Mention], known: Known, peoples: frozenset[str], about: frozenset[str]
) -> Senses:
    """The place that each name stands for, None where the report does not tell.

    A name means one place throughout a report: where it is constrained once ("Springfield,
    Illinois"), it is constrained everywhere. `peoples` are the countries whose people are named,
    `about` the keys of names that only speak for others.
    """
    groups = {sense_key(one): _candidates(one, known) for one in mentions if one.form == "name"}
    ruled = {key[0]: found for key, found in groups.items() if key[2] is not None and found}
    for key in groups:
        if key[2] is None and not key[1] and key[0] in ruled:
            groups[key] = ruled[key[0]]
    votes = _votes(groups, peoples)
    named = {key[0] for key in groups}
    for name in sorted(about - named):
        for candidate, weight in _shares(known.get(name, ())):
            votes.add(candidate, weight * signs().choice.about)
    chosen: dict[SenseKey, Candidate | None] = {}
    for key, found in groups.items():
        own = [share for other in groups if other[0] == key[0] for share in _shares(groups[other])]
        for candidate, weight in own:  # a name does not speak for itself
            votes.add(candidate, -weight)
        chosen[key] = _best(found, votes)
        for candidate, weight in own:
            votes.add(candidate, weight)
    return chosen


def _candidates(one: Mention, known: Known) -> tuple[Candidate, ...]:
    found = known.get(one.key, ())
    if one.kinds:
        found = tuple(c for c in found if c.kind in one.kinds)
    elif any(c.kind == "city" and c.people >= _OWN_NAME for c in found):
        found = _without_namesakes(found)
    if one.dateline:
        found = tuple(c for c in found if c.kind in ("city", "country")) or found
    if one.inside is not None:
        found = _contained(found, one.inside, known) or found
    return tuple(sorted(found, key=lambda c: (-prior(c), c.id)))[:_WEIGHED]


def _without_namesakes(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates without divisions that bear the name of a large city of their country.

    Washington and Raqqa alone are the cities; the state and the province are called so.
    """
    cities = {(c.country, c.rank) for c in found if c.kind == "city" and c.people >= _OWN_NAME}
    return tuple(c for c in found if c.kind != "admin1" or (c.country, c.rank) not in cities)


def _contained(
    candidates: tuple[Candidate, ...], inside: str, known: Known
) -> tuple[Candidate, ...]:
    """The candidates that lie in the place named after the comma."""
    if inside in postal().values():
        code = tuple(inside.split("."))
        return tuple(c for c in candidates if (c.country, c.admin1) == code and c.kind != "admin1")
    wholes = known.get(inside, ())
    wide = {whole.kind for whole in wholes} & {"country", "admin1"}
    if any(c.kind in wide for c in candidates):
        return ()  # a list of countries or of states: "Georgia, Alabama"
    countries = {c.country for c in wholes if c.kind == "country"}
    divisions = {(c.country, c.admin1) for c in wholes if c.kind in ("admin1", "admin2")}
    return tuple(
        c
        for c in candidates
        if (c.kind != "country" and c.country in countries)
        or (c.kind != "admin1" and (c.country, c.admin1) in divisions)
    )


def prior(candidate: Candidate) -> float:
    """How likely the place is meant before the report is read: by kind and inhabitants."""
    choice = signs().choice
    worths = {
        "country": choice.country,
        "city": choice.city,
        "admin1": choice.admin1,
        "admin2": choice.admin2,
    }
    worth = worths.get(candidate.kind, choice.other)
    people = max(candidate.people, _COUNTY) if candidate.kind == "admin2" else candidate.people
    return math.log10(people + 10) + worth + choice.rank * candidate.rank


def _shares(found: Sequence[Candidate]) -> list[tuple[Candidate, float]]:
    """Each candidate with its share of the name's one vote."""
    weights = [10 ** (signs().choice.sharp * prior(candidate)) for candidate in found]
    total = sum(weights)
    return [(c, weight / total) for c, weight in zip(found, weights, strict=True)]


def _votes(groups: Mapping[SenseKey, tuple[Candidate, ...]], peoples: frozenset[str]) -> Votes:
    """The votes of all names, and of the peoples named: Syrian, Iraqis."""
    votes = Votes()
    for found in groups.values():
        for candidate, weight in _shares(found):
            votes.add(candidate, weight)
    for code in sorted(peoples):
        votes.countries[code] += signs().choice.people
    return votes


def _best(found: tuple[Candidate, ...], votes: Votes) -> Candidate | None:
    """The candidate with the most behind it, None where two are as good.

    A town and the division called after it are no two places to choose from: without a word for
    the division, the town is meant.
    """
    weighed = sorted(
        ((-(prior(c) + votes.support(c)), c.id, c) for c in found), key=lambda item: item[:2]
    )
    if not weighed:
        return None
    best, _, first = weighed[0]
    near = [c for score, _, c in weighed if score - best < signs().choice.margin]
    if not all(_one_spot(first, other) for other in near[1:]):
        return None
    return min(near, key=lambda c: (c.kind != "city", c.rank))


def _one_spot(a: Candidate, b: Candidate) -> bool:
    """Whether two places of one name are one town, or a town and its division."""
    if a.country != b.country or a.country is None:
        return False
    if "city" in (a.kind, b.kind) and a.kind != b.kind:
        return a.admin1 == b.admin1 and "country" not in (a.kind, b.kind)
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return a.id == b.id
    return abs(a.lat - b.lat) < _ONE_TOWN and abs(a.lon - b.lon) < _ONE_TOWN
