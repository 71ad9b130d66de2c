"""Circumstances of a statement: the occasion, and the outlet through which it came."""

from dataclasses import dataclass
from functools import cache

from rashomon.find.parse import Parsed, Token
from rashomon.find.statements.drafts import Draft
from rashomon.find.statements.outlets import is_outlet
from rashomon.words.names import canonical_body, fold, same_body
from rashomon.words.tables import table

#: So many characters around a cue are read for the occasion, within its sentence.
_SENTENCE = 1000
_TOLD = frozenset({"tell", "inform"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion and the words that tell it."""

    label: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OccasionTable:
    """data/occasions.toml."""

    occasion: tuple[Occasion, ...]


@cache
def _occasions() -> tuple[tuple[str, str], ...]:
    """Folded words and their label; longer words first, so that the fuller one decides."""
    pairs = [
        (fold(w), o.label) for o in table("occasions", OccasionTable).occasion for w in o.words
    ]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def occasion_of(parsed: Parsed, draft: Draft) -> str | None:
    """The occasion that the cue's own words tell, the content left out."""
    if draft.cue is None:
        return None
    own = fold(_own_words(parsed, draft))
    padded = f" {own} "
    told = next((label for words, label in _occasions() if f" {words} " in padded), None)
    if told is None and _addressed_outlet(draft.cue.head) is not None:
        return "interview"
    return told


def _own_words(parsed: Parsed, draft: Draft) -> str:
    """The sentence of the cue without the content."""
    assert draft.cue is not None
    cue, text = draft.cue.head, parsed.report.text
    at = max(cue.sent.start_char, cue.idx - _SENTENCE)
    last = min(cue.sent.end_char, cue.idx + _SENTENCE)
    left = []
    for start, end in sorted(draft.pieces):
        left.append(text[at : min(max(at, start), last)])
        at = max(at, end)
    left.append(text[at : max(at, last)])
    return " ".join(left)


def _addressed_outlet(verb: Token) -> Token | None:
    """The outlet that somebody told something: "told CNN"."""
    if verb.lemma_.lower() not in _TOLD:
        return _interviewer(verb)
    for child in verb.rights:
        if child.dep_ in ("dobj", "dative") and child.pos_ == "PROPN":
            return None if child.ent_type_ == "PERSON" else child
    return None


def _interviewer(verb: Token) -> Token | None:
    """The outlet that asked: "in an interview with CNN, she said"."""
    for behind in (o for c in verb.children if c.dep_ == "prep" for o in c.rights):
        asked = next((c for c in behind.rights if c.lower_ == "with"), None)
        if behind.lower_ == "interview" and asked is not None:
            return next((c for c in asked.rights if is_outlet(c.text)), None)
    return None


def via_of(parsed: Parsed, draft: Draft, speaker: str | None) -> str | None:
    """The outlet through which a statement came: the one that reported it, or was told it.

    An outlet that was told counts only where the report is known to be another outlet's.
    """
    if speaker is not None and is_outlet(speaker):
        return speaker
    if draft.through is not None and draft.through.ent_type_ != "PERSON":
        return _name_ending_in(draft.through)
    if draft.cue is None or parsed.report.outlet is None:
        return None
    told = _addressed_outlet(draft.cue.head)
    if told is None:
        return None
    name = _name_ending_in(told)
    return None if name is None or same_body(name, parsed.report.outlet) else name


def _name_ending_in(noun: Token) -> str | None:
    """The outlet's name that ends in a noun, or behind it: "MAP" of "the news agency MAP"."""
    apposed = next((c for c in noun.rights if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if noun.pos_ != "PROPN" and apposed is not None:
        return _name_ending_in(apposed)
    last = noun.i if noun.pos_ == "PROPN" else noun.i - 1
    while last > noun.left_edge.i and noun.doc[last].pos_ != "PROPN":
        last -= 1
    first = last
    while first > noun.left_edge.i and noun.doc[first - 1].tag_ in ("NNP", "NNPS", "HYPH"):
        first -= 1
    if noun.doc[last].pos_ == "PROPN":
        return canonical_body(noun.doc[first : last + 1].text)
    words = [c.text for c in noun.lefts if c.dep_ in ("compound", "amod")]
    called = " ".join([*words, noun.text])
    return called if is_outlet(called) else None  # "state television"
