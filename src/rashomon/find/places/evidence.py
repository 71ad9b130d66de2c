"""Evidence: the signs that a stretch of a report stands for a place, weighed together.

The language model's label is one sign among several: the small model takes one name in five for
something else. The weights are in data/places.toml.
"""

from collections.abc import Iterable

from rashomon.find.places.mentions import PLACE_LABELS, Mention
from rashomon.find.places.reading import Reading
from rashomon.find.places.signs import signs
from rashomon.find.places.toponyms import Candidate

#: "Raqqa, and the north of Hama": so many words at most between two places that are joined.
_LONGEST_JOINT = 4


def supported(reading: Reading, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions with enough evidence, in the order given.

    A name that is found to be a place once counts as one wherever it stands alone in the report.
    """
    weighed = _weighed(reading, mentions)
    enough, more = signs().weights.enough, signs().weights.seen
    seen = {one.key for one, sum_ in weighed if sum_ >= enough and one.form == "name"}
    return tuple(
        one for one, sum_ in weighed if sum_ + (more if one.key in seen else 0.0) >= enough
    )


def _weighed(reading: Reading, mentions: Iterable[Mention]) -> list[tuple[Mention, float]]:
    """Each mention with its weight, to which a place before that it is joined to adds."""
    weighed: list[tuple[Mention, float]] = []
    place: Mention | None = None
    for one in mentions:
        total = weight(reading, one)
        if place is not None and one.key in reading.known and _joined(reading, place, one):
            total += signs().weights.joined
        weighed.append((one, total))
        place = one if total >= signs().weights.enough else None
    return weighed


def _joined(reading: Reading, place: Mention, one: Mention) -> bool:
    """Whether nothing but "and", "or", commas, articles and directions stand between the two."""
    between = range(place.end, one.start)
    return 0 < len(between) <= _LONGEST_JOINT and all(
        reading.word(at) in signs().cues.joints or reading.word(at) in signs().before.words
        for at in between
    )


def weight(reading: Reading, one: Mention) -> float:
    """How much the signs say together that the stretch stands for a place."""
    if one.form == "facility":
        return _facility(reading, one)
    if one.form in ("road", "feature"):
        return signs().weights.enough
    return _label(reading, one) + _gazetteer(reading, one) + _words(reading, one)


def _facility(reading: Reading, one: Mention) -> float:
    weights, always = signs().weights, signs().facilities.always
    if reading.word(one.end - 1) in always or reading.placed(one.start):
        return weights.enough
    return weights.labelled_place if reading.label(one.start, one.end) == "FAC" else 0.0


def _label(reading: Reading, one: Mention) -> float:
    """What the language model says.

    Behind "in" and the like it is wrong of persons and bodies, and of countries whose name no
    other place bears: nobody is called Malawi, but Jordan and Chad.
    """
    weights = signs().weights
    label = reading.label(one.start, one.end)
    if label is None:
        return 0.0
    if label in PLACE_LABELS:
        return weights.labelled_place
    known = reading.known.get(one.key, ())
    if known and (_only_a_country(known) or _rightly(reading, one, known)):
        return 0.0
    return weights.labelled_body if label == "ORG" else weights.labelled_other


def _of_a_party(reading: Reading, start: int) -> bool:
    """Whether a party's letters stand before, as with a lawmaker's town: R-Tulsa, DFL-Duluth."""
    doc = reading.doc
    if start < 2 or doc[start - 1].text != "-" or doc[start - 1].whitespace_:
        return False
    return doc[start - 2].text in signs().cues.parties


def _rightly(reading: Reading, one: Mention, known: tuple[Candidate, ...]) -> bool:
    """Whether the words before are such as stand before places alone."""
    cues, doc, at = signs().cues, reading.doc, one.start - 1
    if reading.before(one.start) in cues.within:
        return True
    if at > 0 and reading.word(at) in ("to", "from"):
        return doc[at - 1].lemma_ in cues.motion
    if reading.word(at) == "the":  # a person has no article, nor has a town: the Danube
        bare = one.end == len(doc) or doc[one.end].pos_ not in ("NOUN", "PROPN")
        return bare and known[0].kind not in ("city", "admin1", "admin2")
    return at >= 0 and doc[at].lemma_ in cues.verbs and doc[at].pos_ == "VERB"


def _only_a_country(known: tuple[Candidate, ...]) -> bool:
    return known[0].kind == "country" and len({candidate.country for candidate in known}) == 1


def _gazetteer(reading: Reading, one: Mention) -> float:
    """What the gazetteer says: a country's name is seldom anything else, a village's often."""
    weights = signs().weights
    word = weights.ordinary if one.key in signs().ordinary.names else 0.0
    if one.key not in reading.known:
        return weights.unknown + word
    worths = [_worth(candidate) for candidate in reading.known[one.key]]
    return max(worths, default=0.0) + word


def _worth(candidate: Candidate) -> float:
    weights = signs().weights
    if candidate.kind == "country":
        return weights.country
    if candidate.kind == "admin1" and candidate.people >= 100_000:
        return weights.division
    if candidate.kind not in ("city", "admin1", "admin2"):
        return weights.feature
    if candidate.people >= 1_000_000:
        return weights.million
    if candidate.people >= 100_000:
        return weights.hundred_thousand
    return weights.five_thousand if candidate.people >= 5_000 else 0.0


def _words(reading: Reading, one: Mention) -> float:
    """What the words around the name say, and the name's own being a word or a person's."""
    weights, doc, total = signs().weights, reading.doc, 0.0
    if reading.placed(one.start):
        total += weights.preposition
    elif _of_a_party(reading, one.start):
        total += weights.container
    elif reading.word(one.start - 1) in signs().cues.loose:
        total += weights.loose
    elif one.start > 0 and doc[one.start - 1].lemma_ in signs().cues.verbs:
        total += weights.verb
    if one.inside is not None:
        total += weights.container
    if one.dateline:
        total += weights.dateline
    if one.kinds:
        total += weights.area_noun
    elif one.end < len(doc) and doc[one.end].pos_ == "NOUN" and doc[one.end].is_lower:
        total += weights.modifier
    if one.end - one.start == 1:
        person = doc[one.start].lower_ in reading.persons
        total += weights.person if person and doc[one.start].ent_type_ != "GPE" else 0.0
        total += weights.first_word if doc[one.start].is_sent_start else 0.0
    return total
