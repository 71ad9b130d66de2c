"""Predicates: where a text states a condition of the table of statuses, and of what."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.find.claims.arguments import (
    agent_of,
    behind,
    is_passive,
    object_of,
    predicated,
    subject_of,
    within_clause,
)
from rashomon.find.claims.hedges import hedges
from rashomon.find.claims.states import Pattern, State, kinds_of, patterns
from rashomon.find.claims.themes import fitting, ties
from rashomon.find.parse import Token, Tokens

_VERBAL = frozenset(("VERB", "AUX"))
_NOMINAL = frozenset(("NOUN", "PROPN"))
#: Words that may stand between those of a predicate: "under full control", "in police custody".
_BETWEEN = frozenset(("ADJ", "ADV", "DET", "PRON", "NOUN", "PROPN", "PART"))
_MOST_BETWEEN = 2
_NO_PREDICATE = frozenset(("amod", "compound", "nmod", "poss", "nsubj", "nsubjpass", "dobj"))
_REASON = ("reason",)
#: Endings of a participle that the parser takes for an adjective: "closed", "blocked", "jailed".
_PARTICIPLE = ("ed", "d")


@dataclass(frozen=True, slots=True)
class Stated:
    """A state met in a text: the word that states it, the verb between where there is one, what
    it is stated of, and the other thing that it ties to that."""

    state: State
    kind: str
    token: Token
    verb: Token
    theme: Token
    other: Token | None
    words: tuple[Token, ...]


def stated_in(sentence: Tokens, in_places: frozenset[int]) -> Iterator[Stated]:
    """Every state that the sentence meets, in reading order, once for each axis and theme.

    `in_places` holds the indexes of the tokens that name a place.
    """
    seen: set[tuple[str, str, int]] = set()
    present = {form for token in sentence for form in (token.lower_, token.lemma_.lower())}
    for token in sentence:
        for pattern in _candidates(token):
            if not present.issuperset(pattern.words):
                continue
            stated = _met(token, pattern, in_places)
            if stated is not None:
                key = (stated.state.topic, stated.state.axis, stated.theme.i)
                if key not in seen:
                    seen.add(key)
                    yield stated


def _candidates(token: Token) -> tuple[Pattern, ...]:
    by_lemma = patterns()
    lemma = token.lemma_.lower()
    found = by_lemma.get(lemma, ())
    if token.lower_ != lemma:
        found = (*found, *by_lemma.get(token.lower_, ()))
    if not found and token.pos_ == "ADJ" and token.lower_.endswith("ed"):
        stems = (token.lower_[: -len(end)] for end in _PARTICIPLE)
        found = next((by_lemma[stem] for stem in stems if stem in by_lemma), ())
    return found


def _met(token: Token, pattern: Pattern, in_places: frozenset[int]) -> Stated | None:
    reading = {"verb": _by_verb, "predicate": _by_predicate, "noun": _by_noun, "there": _there}
    met = reading[pattern.kind](token, pattern)
    if met is None:
        return None
    verb, theme, other, words = met
    theme = fitting(theme, pattern.state, in_places)
    if theme is not None and pattern.state.of == _REASON:
        theme = behind(theme, "of") or theme  # the cause of the fire is told of the fire
    if not ties(other, pattern.state):
        return None
    if theme is None or (theme.i == token.i and pattern.kind != "there"):
        return None
    return Stated(pattern.state, pattern.kind, token, verb, theme, other, words)


_Met = tuple[Token, Token | None, Token | None, tuple[Token, ...]]


def _by_verb(verb: Token, pattern: Pattern) -> _Met | None:
    participle = verb.pos_ == "ADJ" and verb.lower_.endswith("ed")
    if participle:
        if pattern.words or pattern.subject != "object" or verb.dep_ == "amod":
            return None
        theme, link = predicated(verb)
        return link, theme, None, ()
    if verb.pos_ not in _VERBAL or verb.dep_ in ("amod", "compound"):
        return None
    words = _companions(verb, pattern.words)
    if words is None:
        return None
    theme = _argument(verb, pattern.subject, words)
    other = _argument(verb, pattern.other, words) if pattern.other else agent_of(verb)
    if pattern.other and other is None and not pattern.optional and pattern.other != "subject":
        return None
    if other is not None and theme is not None and other.i == theme.i:
        other = None
    return verb, theme, other, words


def _argument(verb: Token, slot: str, words: tuple[Token, ...]) -> Token | None:
    """The argument of a verb that stands in a slot, behind the last of its words if it can."""
    if slot == "subject":
        return agent_of(verb)
    if slot == "object":
        return object_of(verb) or _behind_particle(words)
    subject = subject_of(verb)
    ends: tuple[Token | None, ...] = (*reversed(words), verb)
    if is_passive(verb):  # "control of the town was lost"
        ends = (*ends, subject)
    for end in ends:
        found = behind(end, slot) if end is not None else None
        if found is not None and (end is not verb or found.i > verb.i):
            return found
    owners = (c for word in words for c in word.children if c.dep_ == "poss" and slot == "of")
    return next(owners, None)  # "her body was found"


def _behind_particle(words: tuple[Token, ...]) -> Token | None:
    """The object that the parser hangs on a particle: "voted down the bill"."""
    below = (c for word in words if word.dep_ == "prep" for c in word.children)
    return next((child for child in below if child.dep_ == "pobj"), None)


def _companions(verb: Token, wanted: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The words of a pattern in the verb's clause; None where one is missing."""
    if not wanted:
        return ()
    found = []
    near = list(within_clause(verb))
    for word in wanted:
        met = next((t for t in near if word in (t.lower_, t.lemma_.lower())), None)
        if met is None:
            return None
        found.append(met)
    return tuple(found)


def _by_predicate(word: Token, pattern: Pattern) -> _Met | None:
    acting = word.pos_ in _VERBAL and not is_passive(word)
    if word.dep_ in _NO_PREDICATE or (acting and any(c.dep_ == "nsubj" for c in word.children)):
        return None
    if word.pos_ in _VERBAL and object_of(word) is not None and not is_passive(word):
        return None
    words = _following(word, pattern.words)
    if words is None:
        return None
    subject, verb = predicated(word)
    if verb.i > word.i and verb.pos_ in _VERBAL and subject is not None and subject.i > word.i:
        return None
    last = words[-1] if words else word
    if subject is None and pattern.subject == "subject":
        subject = _declared(word, pattern)
    places = {"subject": subject, "object": _object(word)}
    theme = places.get(pattern.subject) or behind(last, pattern.subject)
    if pattern.other is None:
        return verb, theme, None, words
    other = places.get(pattern.other) or behind(last, pattern.other)
    if other is None and not pattern.optional:
        return None
    return verb, theme, other, words


def _declared(word: Token, pattern: Pattern) -> Token | None:
    """The noun right before a predicate under a verb of declaring, where the parse is lost."""
    before = word.nbor(-1) if word.i else word
    declaring = hedges().linking.declaring
    named = "PERSON" in pattern.state.of and before.ent_type_ == "PERSON"
    if not named and before.lemma_.lower() not in kinds_of(pattern.state):
        return None
    above = (token.lemma_.lower() in declaring for token in word.ancestors)
    return before if any(above) else None


def _object(preposition: Token) -> Token | None:
    return next((c for c in preposition.children if c.dep_ == "pobj"), None)


def _following(first: Token, wanted: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The words of a predicate behind its first one, with few words between them."""
    found: list[Token] = []
    at, doc = first.i, first.doc
    for word in wanted:
        for step in range(1, _MOST_BETWEEN + 2):
            if at + step >= len(doc):
                return None
            token = doc[at + step]
            if word in (token.lower_, token.lemma_.lower()):
                found.append(token)
                at = token.i
                break
            if token.pos_ not in _BETWEEN:
                return None
        else:
            return None
    return tuple(found)


def _by_noun(noun: Token, pattern: Pattern) -> _Met | None:
    """A noun for a condition, with what it is of, where somebody announces, denies or nears it:
    "confirmed the death of X", "on the verge of liberation", "X's inevitable fall"."""
    if noun.pos_ not in _NOMINAL or noun.dep_ == "compound" or not _is_announced(noun):
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    theme = behind(noun, pattern.subject) or owner
    if theme is None and _is_near(noun):
        verb = next((above for above in noun.ancestors if above.pos_ in _VERBAL), noun)
        theme = subject_of(verb)
    return noun, theme, behind(noun, "by"), ()


def _is_announced(noun: Token) -> bool:
    table = hedges()
    if any(child.lower_ in table.coming.words for child in noun.children) or _is_near(noun):
        return True
    objects = ("dobj", "nsubjpass", "pobj")
    return noun.dep_ in objects and noun.head.lemma_.lower() in table.linking.announcing


def _is_near(noun: Token) -> bool:
    """Whether a noun is nearly reached: "on the verge of", "close to", "nearing"."""
    verges, head = hedges().degrees["verges"], noun.head
    if noun.dep_ == "dobj":
        return head.lemma_.lower() in verges
    return noun.dep_ == "pobj" and (head.lower_ in verges or head.head.lower_ in verges)


def _there(noun: Token, pattern: Pattern) -> _Met | None:
    """A noun of which it is told that it is there, that somebody has it, or that it is near."""
    if noun.pos_ != "NOUN" or noun.dep_ not in ("attr", "nsubj", "dobj", "pobj"):
        return None
    for child in noun.children:
        if child.dep_ == "ccomp" or any(below.dep_ == "mark" for below in child.children):
            return None  # "there is agreement that ..." is an opinion, not a deal
    verb = noun.head
    if _is_near(noun):
        verb = next((above for above in noun.ancestors if above.pos_ in _VERBAL), noun)
        return noun, noun, subject_of(verb), ()
    if any(child.dep_ == "expl" for child in verb.children):
        return verb, noun, None, ()
    return (verb, noun, agent_of(verb), ()) if verb.lemma_ == "have" else None
