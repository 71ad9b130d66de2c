"""A reading: a report with its capitalised runs and all that the gazetteer knows of them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.find.parse import Doc, Parsed, Tokens
from rashomon.find.places.context import called_after, outlet_countries, outlet_keys
from rashomon.find.places.runs import Run, keys_of, name_of, named_peoples, runs
from rashomon.find.places.signs import signs
from rashomon.find.places.toponyms import Candidate, Gazetteer
from rashomon.where import name_key

#: What each key can stand for.
Known = Mapping[str, tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A report read for names: runs, the keys of their parts, and the places of those keys.

    `persons` are the lower-case words of people's names, `peoples` the codes of the countries
    whose people the report names, `about` the keys of names that speak for a part of the world
    from within the names of bodies and of the outlet.
    """

    parsed: Parsed
    runs: tuple[Run, ...]
    keys: Mapping[tuple[int, int], str]
    known: Known
    entities: tuple[Tokens, ...]
    persons: frozenset[str]
    peoples: frozenset[str]
    about: frozenset[str]

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.parsed.doc

    def word(self, at: int) -> str:
        """The token at `at` in lower case without its point; nothing outside the text."""
        return str(self.doc[at].lower_).rstrip(".") if 0 <= at < len(self.doc) else ""

    def before(self, start: int) -> str:
        """The word before `start`, over an article and directions."""
        at = start - 1
        while at > 0 and self.word(at) in signs().before.words:
            at -= 1
        return self.word(at)

    def placed(self, start: int) -> bool:
        """Whether a preposition of place stands before `start`."""
        return self.before(start) in signs().cues.prepositions

    def key(self, start: int, end: int) -> str:
        """The key of the tokens from `start` to `end`."""
        return self.keys.get((start, end)) or name_key(name_of(self.doc, start, end))

    def candidates(self, start: int, end: int) -> tuple[Candidate, ...]:
        """What the tokens from `start` to `end` can stand for."""
        return self.known.get(self.keys.get((start, end), ""), ())

    def entities_in(self, start: int, end: int) -> Iterator[Tokens]:
        """The language model's entities that overlap tokens `start` to `end`."""
        at = bisect_right(self.entities, start, key=lambda entity: int(entity.end))
        while at < len(self.entities) and self.entities[at].start < end:
            yield self.entities[at]
            at += 1

    def label(self, start: int, end: int) -> str | None:
        """The language model's label of the entity that holds the tokens, where there is one."""
        for entity in self.entities_in(start, end):
            if entity.start <= start and end <= entity.end:
                return str(entity.label_)
        return None


def read(parsed: Parsed, gazetteer: Gazetteer) -> Reading:
    """The reading of a report, with one look-up for all its names."""
    found = tuple(runs(parsed))
    keys: dict[tuple[int, int], str] = {}
    for run in found:
        keys.update(keys_of(parsed.doc, run))
    entities = tuple(entity for entity in parsed.doc.ents if not _misread(entity))
    outlet = frozenset(outlet_keys(parsed.report))
    known = gazetteer.look_up_keys({*keys.values(), *outlet})
    return Reading(
        parsed=parsed,
        runs=found,
        keys=keys,
        known=known,
        entities=entities,
        persons=_persons(entities),
        peoples=named_peoples(parsed.doc) | outlet_countries(parsed.report),
        about=outlet.union(called_after(found, entities, keys, known)),
    )


def _misread(entity: Tokens) -> bool:
    """Whether the language model took a preposition into a name: Near Budapest, a person's."""
    return entity.label_ not in ("DATE", "TIME") and entity[0].lower_ in signs().cues.within


def _persons(entities: tuple[Tokens, ...]) -> frozenset[str]:
    """The words of the names of two and more words that the language model takes for people."""
    return frozenset(
        str(token.lower_)
        for entity in entities
        if entity.label_ == "PERSON" and len(entity) > 1
        for token in entity
        if token.text[0].isupper()
    )
