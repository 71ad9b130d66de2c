"""Mentions: the stretches of a report that could be names of places, and of what kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.find.places.reading import Reading
from rashomon.find.places.runs import Run
from rashomon.find.places.signs import abbreviations, peoples, pointed, postal, signs
from rashomon.find.places.toponyms import Candidate

#: The language model's labels for places.
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
#: A town of fewer inhabitants yields to the facility that its name describes: City Park.
_TOWN = 1_000
#: Kinds that can hold another place: "Raqqa, Syria".
_WIDE = frozenset({"country", "admin1", "admin2", "city"})
#: Natural features that are named by their first word: Mount Sinjar, Lake Chad, Gulf of Aden.
_FIRST = frozenset({"mount", "lake", "gulf", "bay", "strait", "sea"})
#: A dateline's dash stands within so many characters after its place and agency.
_DATELINE = 40
#: A list of places has at most so many tokens before the noun that tells what they all are.
_LIST = 24
_DASHES = ("\u2014", "\u2013", "--", " - ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Tokens `start` to `end`, which could name a place.

    `form` is name, facility, road or feature; `kinds` are the kinds of place that the words
    around allow (none: any). `inside` is the key of the place named after a comma ("Raqqa,
    Syria"); `anchors` are keys within a facility's name. `dateline` marks the reporter's place.
    """

    start: int
    end: int
    key: str
    form: str = "name"
    kinds: tuple[str, ...] = ()
    inside: str | None = None
    anchors: tuple[str, ...] = ()
    dateline: bool = False


def draw_mentions(reading: Reading) -> Iterator[Mention]:
    """The stretches that could name places, in order and apart from one another."""
    for run in reading.runs:
        yield from _drawn(reading, run.start, run.end)


def _drawn(reading: Reading, start: int, end: int) -> Iterator[Mention]:
    while start < end and not reading.candidates(start, end) and _dated(reading, end - 1):
        end -= 1  # "Raqqa Tuesday"
    start = _after_party(reading, start, end)
    whole, start = start, _bare(reading, start, end)
    if start >= end or _saints(reading, start, end):
        return
    known = reading.candidates(start, end)
    if known and _at_a_building(reading, start, end):
        yield Mention(
            start=start,
            end=end + 1,
            key=reading.key(start, end + 1),
            form="facility",
            kinds=("facility",),
            anchors=(reading.keys[start, end],),
        )
        return
    headed = _headed(reading, start, end)
    if headed is not None and headed.form != "name" and not known:
        headed = _headed(reading, whole, end)  # "Middle Euphrates River Valley" is one name
    if known and (headed is None or headed.form == "name" or _town(headed, known)):
        yield _named(reading, start, end)
    elif headed is not None:
        yield headed
    elif (of := _last_of(reading, start, end)) is not None:
        if _lets_through(reading, start, of):
            yield from _drawn(reading, of + 1, end)
    else:
        yield from _within(reading, whole, end)


def _bare(reading: Reading, start: int, end: int) -> int:
    """Where the stretch begins without words before it that belong to no name.

    A stretch of such words alone ("South") is left empty: it is no name.
    """
    words = signs().before.words
    if end - start == 1 and reading.word(start) in words:
        return end
    while start < end and not reading.candidates(start, end):
        if reading.word(start) not in words and not _dated(reading, start):
            break
        start += 1
    return start


def _dated(reading: Reading, at: int) -> bool:
    return reading.doc[at].ent_type_ in ("DATE", "TIME")


def _after_party(reading: Reading, start: int, end: int) -> int:
    """Where the stretch begins after a party and a hyphen: D-Oakland, DFL-Minneapolis."""
    doc = reading.doc
    if end - start > 2 and doc[start].is_upper and doc[start + 1].text == "-":
        return start if reading.candidates(start, end) else start + 2
    return start


def _saints(reading: Reading, start: int, end: int) -> bool:
    """Whether a saint is named for what is his: St. Patrick's Day, St. John's Church."""
    owner = reading.word(end) in ("'s", "\u2019s") and end + 1 < len(reading.doc)
    saint = reading.word(start) in ("st", "saint")
    return saint and owner and bool(reading.doc[end + 1].text[0].isupper())


def _headed(reading: Reading, start: int, end: int) -> Mention | None:
    """The stretch as a facility, road, natural feature or area, by its first or last word."""
    if end - start < 2:
        return None
    table, key = signs(), reading.key(start, end)
    first, last = reading.word(start), reading.word(end - 1)
    numbered = bool(reading.doc[end - 1].is_digit) and first in table.roads.words
    if last in table.roads.words or numbered:
        return Mention(start=start, end=end, key=key, form="road", kinds=("road",))
    port = first in table.facilities.always and reading.word(start + 1) == "of"
    if port or last in table.facilities.always | table.facilities.among:
        anchors = tuple(
            reading.keys[part]
            for part in Run(start, end).parts()
            if part != (start, end) and reading.candidates(*part)
        )
        kinds = ("facility",)
        return Mention(start=start, end=end, key=key, form="facility", kinds=kinds, anchors=anchors)
    feature = table.features.get(last) or (table.features.get(first) if first in _FIRST else None)
    if feature is not None:
        return Mention(start=start, end=end, key=key, form="feature", kinds=(feature,))
    if last in table.areas and reading.candidates(start, end - 1):
        key = reading.key(start, end - 1)
        return Mention(start=start, end=end, key=key, kinds=table.areas[last])
    return None


def _at_a_building(reading: Reading, start: int, end: int) -> bool:
    """Whether a facility's common noun follows the name: Homs prison, but not "a Homs prison"."""
    if reading.word(end) not in signs().facilities.common or not reading.doc[end].is_lower:
        return False
    return reading.word(start - 1) not in ("a", "an") and reading.placed(start)


def _town(headed: Mention, known: tuple[Candidate, ...]) -> bool:
    """Whether a facility's name is rather that of a town: Virginia Beach, Menlo Park."""
    return headed.form != "road" and any(c.people >= _TOWN or c.kind != "city" for c in known)


def _last_of(reading: Reading, start: int, end: int) -> int | None:
    return next((at for at in range(end - 2, start, -1) if reading.word(at) == "of"), None)


def _lets_through(reading: Reading, start: int, of: int) -> bool:
    """Whether what stands before "of" leaves the name after it a place of its own."""
    heads = signs().offices.heads
    if any(reading.word(at) in heads for at in range(start, of)):
        return True
    return any(
        (entity.label_ == "PERSON" and entity.end <= of)
        or (entity.label_ in PLACE_LABELS and entity.start == of + 1)
        for entity in reading.entities_in(start, of + 2)
    )


def _within(reading: Reading, start: int, end: int) -> Iterator[Mention]:
    """Names within a longer stretch, where the language model marks them off as places."""
    for entity in reading.entities_in(start, end):
        if entity.label_ not in PLACE_LABELS:
            continue
        last = min(end, entity.end)
        first = _bare(reading, max(start, entity.start), last)
        whole = (first, last) == (start, end) and reading.key(first, last) not in peoples()
        if first < last and (reading.candidates(first, last) or whole):
            yield _named(reading, first, last)


def _named(reading: Reading, start: int, end: int) -> Mention:
    """A plain name, with what the words around it say of its kind and whereabouts."""
    doc, areas = reading.doc, signs().areas
    kinds: tuple[str, ...] = ()
    if reading.word(end) in areas and doc[end].is_lower:
        kinds = areas[reading.word(end)]
    elif reading.word(start - 1) == "of" and reading.word(start - 2) in areas:
        kinds = areas[reading.word(start - 2)]
    key = reading.key(start, end)
    if key in pointed():
        kinds = ("admin1",)  # "Pa." is printed so for the state alone
    kinds = kinds or _shared_kinds(reading, start, end)
    last = doc[end - 1]
    if end < len(doc) and doc[end].text == "." and f"{last.text}." in abbreviations():
        end += 1  # the language model cuts the last point off
    return Mention(
        start=start,
        end=end,
        key=key,
        kinds=kinds,
        inside=_container(reading, end),
        dateline=_dateline(reading, start, end),
    )


def _shared_kinds(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """The kinds of "Clark, Butler or Warren counties", where some place of the name is of them."""
    doc, at = reading.doc, end
    if not {reading.word(start - 1), reading.word(end)} & signs().cues.joints:
        return ()
    while at < min(len(doc), end + _LIST) and (
        doc[at].text[0].isupper() or doc[at].text in (",", "and", "or", "&")
    ):
        at += 1
    if at >= len(doc) or doc[at].tag_ != "NNS" or not doc[at].is_lower:
        return ()
    kinds = signs().areas.get(doc[at].lemma_, ())
    return kinds if any(c.kind in kinds for c in reading.candidates(start, end)) else ()


def _container(reading: Reading, end: int) -> str | None:
    """The key of the country or division named right after the comma at `end`."""
    doc, at = reading.doc, end + 1
    if at >= len(doc) or doc[end].text not in (",", "("):
        return None
    if doc[at].text in postal():
        return postal()[doc[at].text]
    for last in range(min(at + 4, len(doc)), at, -1):
        if any(candidate.kind in _WIDE for candidate in reading.candidates(at, last)):
            return reading.keys[at, last]
    return None


def _dateline(reading: Reading, start: int, end: int) -> bool:
    """Whether the name opens its block as a dateline does: RAQQA, Syria (AP) - ..."""
    parsed, doc = reading.parsed, reading.doc
    if parsed.block_at(doc[start].idx) == "dateline":
        return True
    text, opening, closing = (
        parsed.report.text,
        doc[start].idx,
        doc[end - 1].idx + len(doc[end - 1]),
    )
    before = text[max(0, opening - _DATELINE) : opening]
    first = before.endswith("\n") or (opening <= _DATELINE and not before.strip())
    if not first and not (doc[start].is_sent_start and doc[start].is_upper):
        return False
    after = text[closing : closing + _DATELINE]
    dashes = [after.find(dash) for dash in _DASHES if dash in after]
    return bool(dashes) and ((first and bool(doc[start].is_upper)) or min(dashes) <= 1)
