"""Statuses: where a text states a condition of the table of statuses, and of what."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.find.parse import Token, Tokens
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class Topic:
    """A condition with two ends; `same` says what two claims must share: place or subject."""

    name: str
    question: str
    same: str


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that state one end of a topic's condition, and what it may be stated of.

    Nouns and phrases with `supports` count only beside one of those lemmas; `exists` are nouns
    of which it is said that they are there ("there is no deal"). `subjects` are lemmas of the
    theme's head; PLACE stands for any theme that names a place, ANY for all. `degree` is what
    the words state by themselves: "over" is full, "under control" leaves it open.
    """

    topic: str
    extent: str
    subjects: frozenset[str]
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    exists: frozenset[str] = frozenset()
    supports: frozenset[str] = frozenset()
    degree: str | None = None


@dataclass(frozen=True, slots=True)
class Hedges:
    """Words that leave a condition open, put it in the future, or merely suppose it."""

    unconfirmed_with_negation: frozenset[str]
    unconfirmed: frozenset[str]
    coming: frozenset[str]
    hearsay: frozenset[str]
    hypothetical: frozenset[str]


@dataclass(frozen=True, slots=True)
class Statuses:
    """The table `data/statuses.toml`."""

    topics: tuple[Topic, ...]
    cues: tuple[Cue, ...]
    degrees: dict[str, frozenset[str]]
    almost_from: dict[str, int]
    hedges: Hedges


@dataclass(frozen=True, slots=True)
class Stated:
    """A cue met in a text: the token that states it and the token it is stated of."""

    cue: Cue
    token: Token
    theme: Token | None


_BESIDE = ("nsubjpass", "dobj", "obj")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
#: Verbs that say of their subject or object that it is so.
_LINKING = frozenset(("be", "remain", "stay", "declare", "appear", "seem", "become", "consider"))
#: Words that point at a thing named elsewhere, or at none of it.
_POINTING = frozenset(("it", "this", "that", "nothing"))
#: A pronoun is resolved over so many tokens: two or three paragraphs.
_REACH = 120


@cache
def statuses() -> Statuses:
    """The table of statuses."""
    return table("statuses", Statuses)


@cache
def _by_lemma() -> dict[str, list[Cue]]:
    """The cues by the lemmas that trigger them."""
    found: dict[str, list[Cue]] = defaultdict(list)
    for cue in statuses().cues:
        for lemma in sorted(cue.verbs | cue.nouns | cue.adjectives | cue.exists):
            found[lemma].append(cue)
    return dict(found)


@cache
def _by_last_word() -> dict[str, list[tuple[str, Cue]]]:
    """The phrases with their cues, by the word that a phrase ends with."""
    found: dict[str, list[tuple[str, Cue]]] = defaultdict(list)
    for cue in statuses().cues:
        for phrase in sorted(cue.phrases):
            found[phrase.split()[-1]].append((phrase, cue))
    return dict(found)


def stated_in(sentence: Tokens, in_places: frozenset[int]) -> Iterator[Stated]:
    """Every cue that the sentence meets, in reading order, at most one for each theme and end.

    `in_places` holds the indexes of the tokens that name a place.
    """
    seen: set[tuple[str, str, int]] = set()
    for token in sentence:
        for cue, theme in _met(token, in_places):
            key = (cue.topic, cue.extent, theme.i if theme is not None else -1)
            if key not in seen:
                seen.add(key)
                yield Stated(cue=cue, token=token, theme=theme)


def percent_theme(theme: Token) -> Token:
    """The whole of a share: "Raqqa" in "90 percent of Raqqa"; any other theme as it is."""
    if theme.lower_ in ("percent", "%", "part", "parts", "half", "most", "rest"):
        for child in theme.children:
            if child.lower_ == "of":
                return next((below for below in child.children if below.dep_ == "pobj"), theme)
    return theme


def _met(token: Token, in_places: frozenset[int]) -> Iterator[tuple[Cue, Token | None]]:
    for cue in _by_lemma().get(token.lemma_.lower(), ()):
        theme = _resolved(_theme(token, cue), cue)
        if _fits(cue, theme, in_places):
            yield cue, theme
    for phrase, cue in _by_last_word().get(token.lower_, ()):
        if _reads(token, phrase) and _supported(token, cue):
            theme = _resolved(_phrase_theme(token, phrase, cue), cue)
            if _fits(cue, theme, in_places):
                yield cue, theme


def _theme(token: Token, cue: Cue) -> Token | None:
    """What the token states the cue's condition of, where it is of the right kind to state it."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in cue.verbs and _is_told(token):
        return verb_theme(token)
    if token.pos_ in ("ADJ", "ADV", "ADP", "PART") and lemma in cue.adjectives:
        return _adjective_theme(token)
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    if lemma in cue.exists:
        return token if _exists(token) else None
    if lemma in cue.nouns and _supported(token, cue):
        return token if "ANY" in cue.subjects else _noun_theme(token)
    return None


def _resolved(theme: Token | None, cue: Cue) -> Token | None:
    """The theme; for "it" or "nothing" the nearest noun of which the condition can be stated."""
    if theme is None or theme.lower_ not in _POINTING or cue.subjects & {"PLACE", "ANY"}:
        return theme
    doc = theme.doc
    near: list[Token] = list(reversed(doc[max(0, theme.i - _REACH) : theme.i]))
    near += doc[theme.i : theme.i + _REACH]
    for token in near:
        named = token.pos_ == "NOUN" and token.dep_ != "compound"
        if named and token.lemma_.lower() in cue.subjects:
            return token
    return theme


def _exists(noun: Token) -> bool:
    """Whether it is said that there is such a thing, or that somebody has it."""
    if noun.dep_ not in ("attr", "nsubj", "dobj"):
        return False
    if any(child.dep_ in ("acl", "ccomp", "relcl") for child in noun.children):
        return False  # "there is agreement that ..." is an opinion, not a deal
    there = any(child.dep_ == "expl" for child in noun.head.children)
    return there or (noun.dep_ == "dobj" and noun.head.lemma_ == "have")


def _fits(cue: Cue, theme: Token | None, in_places: frozenset[int]) -> bool:
    if theme is None:
        return False
    whole = percent_theme(theme)
    if any(child.dep_ == "nummod" for child in whole.children):
        return False  # what is counted is a figure and no status
    if "PLACE" in cue.subjects and whole.i in in_places:
        return True
    return "ANY" in cue.subjects or whole.lemma_.lower() in cue.subjects


def _is_told(verb: Token) -> bool:
    """Whether a verb tells what is or was: no purpose ("to retake") and no bare gerund."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ == "TO" for child in auxiliaries):
        return verb.dep_ == "xcomp" and verb.head.lemma_ in statuses().hedges.coming
    return verb.tag_ != "VBG" or bool(auxiliaries)


def verb_theme(verb: Token) -> Token | None:
    """What a verb is about: its object, else its subject, else the noun it qualifies."""
    children = [child for child in verb.children if child.tag_ not in ("WDT", "WP")]
    for wanted in (_BESIDE, _SUBJECTS):
        if wanted == _SUBJECTS and verb.dep_ in ("acl", "amod", "relcl"):
            return verb.head if verb.head.pos_ in ("NOUN", "PROPN") else None
        for child in children:
            if child.dep_ in wanted:
                return child
    if verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
        return next((child for child in verb.head.children if child.dep_ in _SUBJECTS), None)
    return None


def _adjective_theme(word: Token) -> Token | None:
    """What an adjective is said of: "the strike is over", "declared the operation over"."""
    if word.dep_ == "amod":
        return word.head
    own = next((child for child in word.children if child.dep_ in _SUBJECTS), None)
    if own is not None or word.head.lemma_ not in _LINKING:
        return own
    return next((child for child in word.head.children if child.dep_ in (*_SUBJECTS, "dobj")), None)


def _noun_theme(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("of", "in"):
            return next((below for below in child.children if below.dep_ == "pobj"), None)
    return _subject_above(noun)


def _subject_above(token: Token) -> Token | None:
    """The subject of the nearest verb above: "Kirna" in "Kirna is on the verge of liberation"."""
    for above in token.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return next((child for child in above.children if child.dep_ in _SUBJECTS), None)
    return None


def _phrase_theme(last: Token, phrase: str, cue: Cue) -> Token | None:
    if "ANY" in cue.subjects:
        return last
    if phrase.endswith(" of"):
        return next((below for below in last.children if below.dep_ == "pobj"), None)
    return _subject_above(last)


def _reads(last: Token, phrase: str) -> bool:
    """Whether the words that end with token `last` read as `phrase`."""
    words = phrase.split()
    if last.lower_ != words[-1] or last.i + 1 < len(words):
        return False
    before = last.doc[last.i + 1 - len(words) : last.i + 1]
    return [word.lower_ for word in before] == words


def _supported(token: Token, cue: Cue) -> bool:
    """Whether a word that supports the cue stands above it, and no word of the same cue does."""
    if not cue.supports:
        return True
    above = [ancestor.lemma_.lower() for ancestor in token.ancestors]
    return token.head.head.lemma_.lower() not in cue.nouns and any(
        lemma in cue.supports for lemma in above
    )
