"""Pointers: "the city", "the country": words that point back to a place named in the report."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.find.parse import Doc, Parsed, Token
from rashomon.find.places.signs import peoples, signs
from rashomon.report import content_id
from rashomon.where import Place, name_key

_POINTING = frozenset({"the", "this", "that"})
#: How much nearness counts beside the number of mentions, which tell what a report is about: a
#: place named in the same sentence outweighs two others elsewhere.
_SAME_SENTENCE, _SENTENCE_BEFORE = 2.5, 1.0


@dataclass(slots=True)
class Antecedent:
    """A place named in the report: how often in all, and its last mention so far."""

    times: int = 0
    place: Place | None = None
    start: int = 0


def find_pointers(parsed: Parsed, places: Sequence[Place]) -> tuple[Place, ...]:
    """The words that point back, as the places they point to; what may mean two is left out."""
    named = [(parsed.tokens_of(place.span), place) for place in places if place.basis != "dateline"]
    antecedents: dict[tuple[str | None, object], Antecedent] = {}
    for _, place in named:
        antecedents.setdefault(_same(place), Antecedent()).times += 1
    found, at = [], 0
    for token in _pointing(parsed.doc):
        while at < len(named) and named[at][0].end <= token.i:
            run, place = named[at]
            if not _attributive(parsed.doc, run.end):
                antecedents[_same(place)].place, antecedents[_same(place)].start = place, run.start
            at += 1
        meant = _meant(token, antecedents.values())
        if meant is not None:
            found.append(_carried(parsed, token, meant))
    return tuple(found)


def _same(place: Place) -> tuple[str | None, object]:
    """What mentions of one place share."""
    return place.kind, place.geonames if place.geonames is not None else name_key(place.name)


def _pointing(doc: Doc) -> Iterator[Token]:
    """Nouns for an area that stand alone with "the", "this" or "that"."""
    nouns = signs().back.nouns
    for token in doc:
        if token.lower_ not in nouns or not token.is_lower or token.i == 0:
            continue
        after = token.nbor() if token.i + 1 < len(doc) else None
        if after is not None and (after.pos_ in ("NOUN", "PROPN") or after.text in ("of", "-")):
            continue  # "the city council", "the city of Raqqa", "the country-wide search"
        if _determiner(token) is not None:
            yield token


def _determiner(noun: Token) -> Token | None:
    """The "the", "this" or "that" before, unless a word between says that another is meant."""
    at = noun.i - 1
    while at > 0 and noun.doc[at].pos_ in ("ADJ", "ADV", "VERB", "PROPN"):
        word = noun.doc[at]
        known_people = word.lower_ in peoples()
        if (
            word.tag_ == "JJS"
            or word.lower_ in signs().back.new
            or (word.pos_ == "PROPN" and not known_people)
        ):
            return None
        at -= 1
    return noun.doc[at] if noun.doc[at].lower_ in _POINTING else None


def _meant(noun: Token, antecedents: Iterable[Antecedent]) -> Place | None:
    """The place before the noun that it points to; None where two are as likely."""
    kinds = signs().back.nouns[noun.lower_]
    people = {peoples()[word.lower_] for word in noun.lefts if word.lower_ in peoples()}
    sentence = noun.sent.start
    before = noun.doc[sentence - 1].sent.start if sentence > 0 else 0
    weighed: list[tuple[float, Place]] = []
    for one in antecedents:
        place = one.place
        if place is None or place.kind not in kinds or (people and place.country not in people):
            continue
        near = _SAME_SENTENCE if one.start >= sentence else 0.0
        near = near or (_SENTENCE_BEFORE if one.start >= before else 0.0)
        weighed.append((one.times + near, place))
    weighed.sort(key=lambda item: -item[0])
    if not weighed or (len(weighed) > 1 and weighed[0][0] == weighed[1][0]):
        return None
    return weighed[0][1]


def _attributive(doc: Doc, end: int) -> bool:
    """Whether the name stands before a noun, as in "U.S. officials": it is not talked about."""
    return end < len(doc) and doc[end].pos_ == "NOUN" and not doc[end - 1].text.endswith(",")


def _carried(parsed: Parsed, noun: Token, place: Place) -> Place:
    first = _determiner(noun) or noun
    span = parsed.span_of(noun.doc[first.i : noun.i + 1])
    return Place(
        id=content_id("l", span.report, span.start, span.end),
        span=span,
        name=place.name,
        kind=place.kind,
        country=place.country,
        admin1=place.admin1,
        lat=place.lat,
        lon=place.lon,
        geonames=place.geonames,
        precision=place.precision,
        basis="carried",
    )
