"""Pointers: "the city", "the country": words that point back to a place named in the report."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.find.parse import Doc, Parsed, Token
from rashomon.find.signs import peoples, signs
from rashomon.report import content_id
from rashomon.where import Place

_POINTING = frozenset({"the", "this", "that"})
#: How much nearness counts beside the number of mentions, which tell what a report is about: a
#: place named in the same sentence outweighs two others elsewhere.
_SAME_SENTENCE, _SENTENCE_BEFORE = 2.5, 1.0


def find_pointers(parsed: Parsed, places: Sequence[Place]) -> tuple[Place, ...]:
    """The words that point back, as the places they point to; what may mean two is left out."""
    named = [(parsed.tokens_of(place.span), place) for place in places]
    tokens = [(run.start, run.end, place) for run, place in named]
    found = []
    for token in _pointing(parsed.doc):
        place = _meant(token, tokens)
        if place is not None:
            found.append(_carried(parsed, token, place))
    return tuple(found)


def _pointing(doc: Doc) -> Iterator[Token]:
    """Nouns for an area that stand alone with "the", "this" or "that"."""
    nouns = signs().back.nouns
    for token in doc:
        if token.lower_ not in nouns or not token.is_lower or token.i == 0:
            continue
        after = token.nbor() if token.i + 1 < len(doc) else None
        if after is not None and (after.pos_ in ("NOUN", "PROPN") or after.text in ("of", "-")):
            continue  # "the city council", "the city of Raqqa", "the country-wide search"
        if _determined(token):
            yield token


def _determined(noun: Token) -> bool:
    """Whether "the", "this" or "that" stands before, with nothing between that names another."""
    at = noun.i - 1
    while at > 0 and noun.doc[at].pos_ in ("ADJ", "ADV", "VERB", "PROPN"):
        word = noun.doc[at]
        known_people = word.lower_ in peoples()
        if (
            word.tag_ == "JJS"
            or word.lower_ in signs().back.new
            or (word.pos_ == "PROPN" and not known_people)
        ):
            return False
        at -= 1
    return noun.doc[at].lower_ in _POINTING


def _meant(noun: Token, named: Sequence[tuple[int, int, Place]]) -> Place | None:
    """The place before the noun that it points to; None where two are as likely."""
    kinds = signs().back.nouns[noun.lower_]
    people = {peoples()[word.lower_] for word in noun.lefts if word.lower_ in peoples()}
    before = noun.sent[0].nbor(-1).sent.start if noun.sent.start > 0 else 0
    weights: defaultdict[str, float] = defaultdict(float)
    latest: dict[str, Place] = {}
    for start, end, place in named:
        fits = place.kind in kinds and (not people or place.country in people)
        if not fits or place.basis == "dateline":
            continue
        same = str(place.geonames) if place.geonames is not None else place.name
        weights[same] += 1
        if end > noun.i or _attributive(noun.doc, end):
            continue
        latest[same] = place
        if start >= noun.sent.start:
            weights[same] += _SAME_SENTENCE
        elif start >= before:
            weights[same] += _SENTENCE_BEFORE
    ranked = sorted((-weights[same], same) for same in latest)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return latest[ranked[0][1]]


def _attributive(doc: Doc, end: int) -> bool:
    """Whether the name stands before a noun, as in "U.S. officials": it is not talked about."""
    return end < len(doc) and doc[end].pos_ == "NOUN" and not doc[end - 1].text.endswith(",")


def _carried(parsed: Parsed, noun: Token, place: Place) -> Place:
    span = parsed.span_of(noun)
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
