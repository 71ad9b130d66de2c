"""Frames: whether two figures tell of one deed, state or attribute, whatever their numbers."""

from dataclasses import dataclass
from functools import cache

from rashomon.figure import Figure
from rashomon.frame import Frame
from rashomon.weigh.families import is_known, measure_family
from rashomon.words.names import fold, same_body
from rashomon.words.synonyms import called_back, concept
from rashomon.words.tables import table

#: The attribute that tells of what may be put into something and not of what is in it.
_CAPACITY = "capacity"


@dataclass(frozen=True, slots=True)
class Attributes:
    """The part of `data/linking.toml` that names attributes of which none is another."""

    attributes: frozenset[str]
    plain: frozenset[str]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The part of `data/measures.toml` with what makes a thing an earlier one than the story's."""

    earlier: dict[str, list[str]]


@cache
def _attributes() -> Attributes:
    return table("linking", Attributes)


def frames_fit(one: Figure, other: Figure) -> str:
    """How the frames of two figures fit: same, near, open or apart.

    Apart are two attributes of which none is the other (a height and a distance) and what may be
    from what is. Whom a known measure befell is counted whoever did it.
    """
    first, second = one.frame, other.frame
    if first is None or second is None or is_known(one.action) or is_known(other.action):
        return "open"
    if _may_be(first) != _may_be(second):
        return "apart"
    if first.attribute is not None and second.attribute is not None:
        named = attributes_fit(first.attribute, second.attribute)
        return things_fit(first.other, second.other, "open") if named == "same" else named
    if _deed(first) is not None and _deed(first) == _deed(second):
        return things_fit(first.other, second.other, "open")
    return "open"


def in_words(figure: Figure) -> str | None:
    """A frame in words: "speed limit of tram", "hold, shed"."""
    frame = figure.frame
    if frame is None or is_known(figure.action):
        return None
    if frame.attribute is not None:
        return " of ".join(filter(None, (frame.attribute, frame.other)))
    return ", ".join(filter(None, (frame.verb, frame.other)))


def frame_key(figure: Figure) -> str | None:
    """What the frames of two figures must share to be one; None where that is not told."""
    frame = figure.frame
    if frame is None or is_known(figure.action):
        return None
    if frame.attribute is not None:
        return f"attribute {concept(frame.attribute.split()[-1])}"
    if figure.head is None and frame.other is None:
        return None
    return f"{_deed(frame)} {concept(figure.head) or ''}"


def share_frame(one: Figure, other: Figure) -> bool:
    """Whether two figures are known to tell of one thing by their frames: the same attribute or
    deed, and the same who or what beside it; or an attribute that both speak of as known.
    """
    first, second = one.frame, other.frame
    if first is None or second is None or frame_key(one) != frame_key(other):
        return False
    fit = frames_fit(one, other)
    if fit in ("same", "near"):
        return True
    known = first.known and second.known and first.attribute is not None
    beside = things_fit(first.other, second.other)
    return fit == "open" and known and frame_key(one) is not None and beside == "open"


def others_apart(one: Figure, other: Figure) -> bool:
    """Whether the frames of two figures name two others beside them, by their names: two sellers,
    two ships. Of nouns it is open ("the storm", "airlines").
    """
    named = [each.frame.other or "" for each in (one, other) if each.frame is not None]
    if len(named) < 2 or not all(_is_name(each) for each in named):
        return False
    return things_fit(*named) == "apart"


def attributes_fit(one: str, other: str) -> str:
    """How two attributes fit by their nouns: same, open or apart ("top speed", "speed limit")."""
    (*before, first), (*behind, second) = one.lower().split(), other.lower().split()
    nouns = {concept(first), concept(second)}
    told = _attributes()
    described = [frozenset(words) - told.plain for words in (before, behind)]
    if len(nouns) == 1 and described[0] == described[1]:
        return "same"
    apart = len(nouns) > 1 or (described[0] and described[1])
    return "apart" if apart and nouns <= told.attributes else "open"


def things_fit(one: str | None, other: str | None, differing: str = "apart") -> str:
    """How two nouns or names fit as one thing: same, near, open or `differing`.

    A noun and a name may be of one thing.
    """
    if one is None or other is None:
        return "open"
    if fold(one) == fold(other):
        return "same"
    named = [_is_name(each) for each in (one, other)]
    if any(named):
        alike = all(named) and same_body(one, other) is not None
        return "near" if alike else differing if all(named) else "open"
    (*before, first), (*behind, second) = one.split(), other.split()
    if concept(first) == concept(second):
        return "near" if not (before and behind) or before == behind else differing
    return "near" if called_back(first, second) else differing


def _is_name(noun: str) -> bool:
    """Whether a noun is a name: its last word is written with a capital."""
    return noun.split()[-1:] != [] and noun.split()[-1][0].isupper()


def _deed(frame: Frame) -> str | None:
    """What is done to the counted or by it."""
    if frame.verb is None:
        return None
    return f"{'does' if frame.does else 'undergoes'} {measure_family(frame.verb)}"


def precedes(one: Figure, other: Figure) -> bool:
    """Whether the first figure tells of an earlier thing of the kind that the other tells of: the
    first offer, where that tells of the offer.
    """
    told, known = _nouns(one), _nouns(other)
    kinds = [{concept(noun[-1]) for noun in nouns} for nouns in (told, known)]
    earlier = set(table("measures", Earlier).earlier["words"])
    marked = [any(not earlier.isdisjoint(noun) for noun in nouns) for nouns in (told, known)]
    return marked[0] and not marked[1] and not kinds[0].isdisjoint(kinds[1])


def _nouns(figure: Figure) -> list[list[str]]:
    """The nouns of a frame, each in its words."""
    frame = figure.frame
    if frame is None or is_known(figure.action):
        return []
    return [noun.lower().split() for noun in (frame.attribute, frame.other) if noun]


def _may_be(frame: Frame) -> bool:
    """Whether a frame tells of what may be: a capacity, a permit."""
    noun = (frame.attribute or "").split()[-1:]
    return frame.possible or bool(noun and concept(noun[0]) == _CAPACITY)
