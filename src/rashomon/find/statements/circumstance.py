"""Circumstances of a statement: the occasion, and the outlet through which it came."""

from dataclasses import dataclass
from functools import cache

from rashomon.find.actors.posts import role_table
from rashomon.find.parse import Parsed, Token
from rashomon.find.statements.drafts import Draft
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
        return None
    for child in verb.rights:
        if child.dep_ in ("dobj", "dative") and child.pos_ == "PROPN":
            return None if child.ent_type_ == "PERSON" else child
    return None


@cache
def _outlets() -> tuple[frozenset[str], frozenset[str]]:
    """Folded names of outlets, and words that make a name the name of one."""
    words = role_table()
    return frozenset(map(fold, words.outlets)), frozenset(map(fold, words.outlet_words))


def is_outlet(name: str) -> bool:
    """Whether a name is that of a news outlet: a known one, or made with a word such as News."""
    known, words = _outlets()
    folded = fold(canonical_body(name))
    return folded in known or bool(words & set(folded.split()))


def via_of(parsed: Parsed, draft: Draft, speaker: str | None) -> str | None:
    """The outlet through which a statement came: the one that reported it, or was told it.

    An outlet that was told counts only where the report is known to be another outlet's.
    """
    if speaker is not None and is_outlet(speaker):
        return speaker
    if draft.through is not None and draft.through.ent_type_ != "PERSON":
        words = [t.text for t in draft.through.subtree if t.pos_ == "PROPN"]
        return canonical_body(" ".join(words)) if words else None
    if draft.cue is None or parsed.report.outlet is None:
        return None
    told = _addressed_outlet(draft.cue.head)
    if told is None:
        return None
    name = canonical_body(" ".join(t.text for t in told.subtree if t.pos_ == "PROPN"))
    return None if same_body(name, parsed.report.outlet) else name
