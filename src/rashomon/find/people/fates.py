"""Fates: what befell a person, by the verb, adjective or group that the person's name hangs on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.find.parse import Token
from rashomon.words.tables import table

_DASHES = frozenset({"-", "\u2013", "\u2014", ":"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"nsubjpass", "dobj"})
#: Heads that tell without a verb of their own: "X is missing", "found X dead".
_VERBLESS = frozenset({"VBG", "JJ"})
_PREDICATES = frozenset({"acomp", "attr", "oprd", "xcomp", "amod", "acl", "advcl"})


@dataclass(frozen=True, slots=True)
class Fate:
    """One fate with the lemmas that tell it, as data/fates.toml says."""

    name: str
    passive: tuple[str, ...]
    active: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FateTable:
    """data/fates.toml, the weightiest fate first."""

    undone: tuple[str, ...]
    unreal: tuple[str, ...]
    open: tuple[str, ...]
    doubting: tuple[str, ...]
    counting: tuple[str, ...]
    belonging: tuple[str, ...]
    handling: tuple[str, ...]
    fate: tuple[Fate, ...]


@cache
def _table() -> FateTable:
    return table("fates", FateTable)


def fate_order() -> tuple[str, ...]:
    """The names of all fates, the weightiest first."""
    return tuple(fate.name for fate in _table().fate)


def fate_of(name: Token) -> str | None:
    """What befalls the person whose name ends in `name`, in this sentence; None where untold.

    "X, 34, was killed", "killed X", "X died", "X was found dead", "X, who drowned",
    "among the dead was X", "the dead include X", "X's body was found". A negation, a doubt or a
    mere possibility tells nothing.
    """
    listed = _listed(name)
    if listed is not None:
        return listed
    for reading in (_beside, _as_body, _in_clause):
        told = set(reading(name))
        if told:
            return next(fate for fate in fate_order() if fate in told)
    return None


def _beside(name: Token) -> Iterator[str]:
    """The fates in what modifies a name: "the missing X", "X, killed by", "X, who drowned"."""
    for modifier in name.children:
        if _across_lines(modifier, name):
            continue
        if modifier.dep_ in ("amod", "acl") and not _has_subject(modifier):
            yield from _by_word(modifier)
        elif modifier.dep_ == "relcl":
            yield from _related(modifier)


def _across_lines(word: Token, other: Token) -> bool:
    """Whether a line ends between two words: "12 dead" above "Maria Lopez left"."""
    first, last = sorted((word.i, other.i))
    return any("\n" in token.text for token in word.doc[first:last])


def _related(verb: Token) -> Iterator[str]:
    """The fates in a relative clause: "who drowned", "who is missing", "whose body was found"."""
    auxiliaries = [child for child in verb.children if child.dep_ == "aux"]
    for head in (verb, *auxiliaries):
        for word in head.children:
            if word.dep_ in _SUBJECTS and word.tag_ == "WP":
                yield from _befalls(verb, word.dep_)
            elif any(owner.tag_ == "WP$" for owner in word.children):
                yield from _handled(word)


def _as_body(name: Token) -> Iterator[str]:
    """The fate of whom a body is: "the body of X was found", "X's body was found"."""
    over = name.head
    if name.dep_ == "poss":
        yield from _handled(over)
    elif name.dep_ == "pobj" and over.lower_ == "of":
        yield from _handled(over.head)


def _handled(body: Token) -> Iterator[str]:
    """The weightiest fate where a body is done to what is done to the dead alone."""
    verb = body.head
    handled = body.dep_ in _OBJECTS and verb.lemma_.lower() in _table().handling
    if body.lemma_.lower() == "body" and handled and not _taken_back(verb):
        yield fate_order()[0]


def _in_clause(name: Token) -> Iterator[str]:
    """The fates that the verb tells of which a name is subject, object or predicate."""
    head, relation = _governor(name)
    if relation is not None and not _taken_back(head):
        yield from _befalls(head, relation)


def _befalls(verb: Token, relation: str) -> Iterator[str]:
    """The fates that a verb and the verbs beside it tell of what stands to it in `relation`."""
    if _taken_back(verb):
        return
    yield from _by_verb(verb, relation)
    if verb.tag_ in _VERBLESS:
        yield from _by_word(verb)
    if relation in _SUBJECTS:
        yield from _predicated(verb)
        yield from _grouped(verb)
        for beside in verb.children:
            if beside.dep_ == "conj" and not _has_subject(beside):
                passive = any(child.dep_ == "auxpass" for child in beside.children)
                yield from _befalls(beside, "nsubjpass" if passive else "nsubj")
    elif verb.lemma_.lower() in _table().counting:
        for subject in verb.children:
            if subject.dep_ in _SUBJECTS:
                yield from _group(subject)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def _predicated(verb: Token) -> Iterator[str]:
    """The fates in the predicates of a verb, which are its object's where it has one."""
    if any(child.dep_ in ("dobj", "ccomp") for child in verb.children):
        return
    for predicate in verb.children:
        if predicate.dep_ in _PREDICATES and not _taken_back(predicate):
            yield from _by_word(predicate)


def _grouped(verb: Token) -> Iterator[str]:
    """The fates of the group to which the subject belongs: "among the dead", "one of the dead"."""
    if verb.lemma_.lower() not in _table().belonging:
        return
    for child in verb.children:
        if child.lower_ == "among":
            for group in child.children:
                yield from _group(group)
        elif child.dep_ == "attr" and child.lower_ == "one":
            yield from _group(child)


def _group(word: Token) -> Iterator[str]:
    """The fates of those whom a word names: "the dead", "the missing girls", "one of the dead"."""
    yield from _by_word(word)
    for child in word.children:
        if child.dep_ == "amod":
            yield from _by_word(child)
        elif word.lower_ == "one" and child.lower_ == "of":
            for group in child.children:
                yield from _group(group)


def _listed(name: Token) -> str | None:
    """The fate in a list of names: a dash and one word behind the name and the age."""
    doc, at = name.doc, name.i + 1
    while at < len(doc) and (doc[at].text in (",", "(", ")") or doc[at].like_num):
        at += 1
    if at + 1 >= len(doc) or doc[at].text not in _DASHES:
        return None
    word = doc[at + 1]
    ends = at + 2 >= len(doc) or doc[at + 2].is_punct or doc[at + 2].is_space
    told = (*_by_word(word), *_by_verb(word, "nsubjpass"))
    return told[0] if ends and told else None


def _governor(name: Token) -> tuple[Token, str | None]:
    """The verb that a name is subject, object or predicate of, past appositions and lists."""
    token = name
    while token.dep_ in ("appos", "conj", "compound") and token.head.i != token.i:
        token = token.head
    if token.dep_ in ("nsubj", "attr", *_OBJECTS):
        return token.head, token.dep_
    return token, None


def _taken_back(verb: Token) -> bool:
    """Whether a verb, or the one that it is said by, denies, doubts or leaves open."""
    words = _table()
    if verb.lemma_.lower() in words.doubting:
        return True
    if verb.tag_ == "VB" and not any(child.lower_ == "did" for child in verb.children):
        return True  # "to kill X", "save X": not said to have happened
    for child in verb.children:
        word = child.lower_
        if word in words.undone or (child.dep_ == "aux" and word in words.unreal):
            return True
        if child.dep_ == "mark" and word in words.open:
            return True
    return verb.dep_ in ("ccomp", "xcomp") and verb.head.i != verb.i and _taken_back(verb.head)


def _by_verb(verb: Token, relation: str) -> Iterator[str]:
    lemma = verb.lemma_.lower()
    for fate in _table().fate:
        if lemma in (fate.passive if relation in _OBJECTS else fate.active):
            yield fate.name


def _by_word(token: Token) -> Iterator[str]:
    word = token.lower_
    return (fate.name for fate in _table().fate if word in fate.words)
