"""Cues: the words by which a report attributes, as data/cues.toml lists them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.find.parse import Doc, Token
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Verbs that share what they take and the stance they imply."""

    lemmas: tuple[str, ...]
    takes: tuple[str, ...]
    stance: str
    objects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NounGroup:
    """Nouns of saying that share a stance."""

    lemmas: tuple[str, ...]
    stance: str


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A fixed phrase before a speaker: "according to"."""

    words: tuple[str, ...]
    stance: str


@dataclass(frozen=True, slots=True)
class Rumour:
    """Adverbs and passive verbs that attribute to nobody in particular."""

    adverbs: tuple[str, ...]
    passives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attitude:
    """Lemmas that, governing an inner cue, contest or endorse what it introduces."""

    contests: tuple[str, ...]
    endorses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carriers:
    """Verbs behind which an infinitive of saying is still said by their subject."""

    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resuming:
    """Verbs that go on with a speaker's words behind "but", and behind other words."""

    behind_but: tuple[str, ...]
    behind_and: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asides:
    """Verbs that attribute the clause around them behind "as"."""

    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusals:
    """Verbs that deny a claim and turn down anything else; `claims` are nouns of what is denied
    beside those of saying."""

    lemmas: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Words of number that speak for those whom they count."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CueTable:
    """data/cues.toml."""

    verb: tuple[VerbGroup, ...]
    noun: tuple[NounGroup, ...]
    source: tuple[SourcePhrase, ...]
    rumour: Rumour
    attitude: Attitude
    forms: dict[str, tuple[str, ...]]
    carriers: Carriers
    asides: Asides
    resuming: Resuming
    counts: Counts
    refusals: Refusals


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in a text: its head token, the tokens it covers, its kind and what the tables say.

    `kind` is verb, noun, source, passive, adverb or mark (a dash or colon beside a name);
    `takes` as in data/cues.toml; `first` and `last` are token numbers, both inclusive.
    """

    head: Token
    first: int
    last: int
    kind: str
    stance: str
    takes: frozenset[str] = frozenset()


@cache
def cue_table() -> CueTable:
    """The table of cues."""
    return table("cues", CueTable)


@cache
def _verbs() -> dict[str, tuple[str, frozenset[str]]]:
    """Lemma to stance and everything it takes; the first group that lists it gives the stance."""
    verbs: dict[str, tuple[str, frozenset[str]]] = {}
    for group in cue_table().verb:
        for lemma in group.lemmas:
            stance, takes = verbs.get(lemma, (group.stance, frozenset()))
            verbs[lemma] = (stance, takes | frozenset(group.takes))
    return verbs


@cache
def _nouns() -> dict[str, str]:
    return {lemma: group.stance for group in cue_table().noun for lemma in group.lemmas}


@cache
def _objects() -> dict[str, tuple[str, ...]]:
    return {lemma: group.objects for group in cue_table().verb for lemma in group.lemmas}


@cache
def _forms() -> dict[str, str]:
    return {form: lemma for lemma, forms in cue_table().forms.items() for form in forms}


def lemma_of(token: Token) -> str:
    """The lemma of a token, set right where taggers are known to take it for another word."""
    return _forms().get(token.lower_) or token.lemma_.lower()


def speaks_for_many(token: Token) -> bool:
    """Whether a word of number can speak: "one in three said", "40 percent say"."""
    return token.lower_ in cue_table().counts.words or token.pos_ == "NUM" or token.text == "%"


def is_carried(verb: Token) -> bool:
    """Whether an infinitive is its governor's own doing: "went on to say", "appeared to deny"."""
    return verb.dep_ == "xcomp" and lemma_of(verb.head) in cue_table().carriers.lemmas


def is_aside(verb: Token) -> bool:
    """Whether a verb may tell behind "as" who says the clause around it: "as X noted, ..."."""
    return lemma_of(verb) in cue_table().asides.lemmas


def resumes(verb: Token) -> bool:
    """Whether a joined verb goes on with what a speaker told: "..., but admitted that"."""
    own = any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in verb.lefts)
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ") or own:
        return False
    joined = verb.nbor(-1).lower_ if verb.i else ""
    lemmas = cue_table().resuming
    return lemma_of(verb) in (lemmas.behind_but if joined == "but" else lemmas.behind_and)


def may_be_content(verb: Token, noun: Token) -> bool:
    """Whether a noun can be what is said, as the object of a cue."""
    allowed = _objects().get(lemma_of(verb), ())
    return not allowed or noun.lemma_.lower() in allowed


def is_verb_cue(token: Token) -> bool:
    """Whether a token is a verb that may attribute."""
    return token.pos_ in ("VERB", "AUX") and lemma_of(token) in _verbs()


def find_cues(doc: Doc) -> Iterator[Cue]:
    """Every word of `doc` that may attribute, in order; whether it does, its clause decides."""
    verbs, nouns, rumour, openers = _verbs(), _nouns(), cue_table().rumour, _openers()
    for token in doc:
        if not token.is_alpha:
            continue
        lemma, tag = lemma_of(token), token.tag_
        if tag.startswith("VB"):
            if lemma in verbs:
                yield _verb_cue(token, lemma, verbs[lemma])
            elif lemma == "accord":
                yield from _source_cues(token)
        elif tag in ("NN", "NNS") and lemma in nouns:
            yield _noun_cue(token, nouns[lemma])
        elif token.lower_ in rumour.adverbs:
            yield Cue(token, token.i, token.i, "adverb", "reports")
        elif token.lower_ in openers:
            yield from _source_cues(token)


@cache
def _openers() -> frozenset[str]:
    """The first words of the fixed phrases before a speaker."""
    return frozenset(phrase.words[0] for phrase in cue_table().source)


def _source_cues(token: Token) -> Iterator[Cue]:
    for phrase in cue_table().source:
        if token.lower_ == phrase.words[0]:
            last = token.i + len(phrase.words) - 1
            if tuple(t.lower_ for t in token.doc[token.i : last + 1]) == phrase.words:
                yield Cue(token.doc[last], token.i, last, "source", phrase.stance)


def _noun_cue(token: Token, stance: str) -> Cue:
    """A noun of saying; what is had "no" or "not yet" of is doubtful ("no confirmation that")."""
    governor = token.head if token.dep_ in ("dobj", "attr", "nsubj", "nsubjpass") else token
    negated = any(c.dep_ == "neg" or c.lower_ == "no" for c in (*governor.lefts, *token.lefts))
    return Cue(token, token.i, token.i, "noun", "doubts" if negated else stance)


def _verb_cue(token: Token, lemma: str, entry: tuple[str, frozenset[str]]) -> Cue:
    stance, takes = entry
    passive = token.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in token.children)
    by = any(child.dep_ == "agent" for child in token.children)
    if passive and not by and lemma in cue_table().rumour.passives:
        return Cue(token, _first_auxiliary(token), token.i, "passive", "reports")
    if stance == "denies" and _is_refusal(token, lemma):
        stance = "asserts"
    if any(child.dep_ == "neg" for child in token.children):
        stance = {"asserts": "doubts", "expects": "doubts"}.get(stance, stance)
    return Cue(token, token.i, token.i, "verb", stance, takes)


def _is_refusal(verb: Token, lemma: str) -> bool:
    """Whether what is turned down is nothing that can be true: a bid, an offer, a party."""
    denying = cue_table().refusals
    thing = next((one for one in verb.rights if one.dep_ == "dobj"), None)
    if lemma not in denying.lemmas or thing is None or thing.pos_ not in ("NOUN", "PROPN"):
        return False
    said = thing.lemma_.lower() in _nouns() or thing.lemma_.lower() in denying.claims
    return not said and not any(one.dep_ in ("ccomp", "acl") for one in thing.rights)


def _first_auxiliary(verb: Token) -> int:
    helpers = [child.i for child in verb.children if child.dep_ in ("aux", "auxpass", "neg")]
    return min([verb.i, *(i for i in helpers if i < verb.i)])
