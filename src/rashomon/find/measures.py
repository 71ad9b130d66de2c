"""Measures: what befell or was done to the counted, read from the verb, participle or noun."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.find.concepts import Concept, counts_itself, index, is_life, near, words
from rashomon.find.parse import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """The word that governs a counted thing, and the part that the thing plays there."""

    governor: Token
    part: str


_ARGUMENTS = (
    "nsubj",
    "nsubjpass",
    "dobj",
    "attr",
    "npadvmod",
    "oprd",
    "dative",
    "advmod",
    "acomp",
    "dep",
)
_UPWARDS = (
    "nummod",
    "quantmod",
    "compound",
    "amod",
    "nmod",
    "appos",
    "conj",
    "predet",
    "det",
    "poss",
    "advmod",
)
_VERBS = ("VERB", "AUX")
#: Verbs by which a count stands at a number: "the toll stands at 58".
_COUNTING = (
    "be",
    "stand",
    "reach",
    "hit",
    "pass",
    "top",
    "exceed",
    "number",
    "total",
    "remain",
    "come",
    "go",
    "put",
    "take",
    "bring",
    "push",
)
_WINDOW = 9


def role(token: Token) -> Role:
    """What governs `token`, climbing out of its noun phrase."""
    for _ in range(12):
        head = token.head
        if head.i == token.i:
            break
        if token.dep_ == "pobj":
            over = head.head
            if head.lower_ == "of" and over.lemma_ in words().gathering["words"]:
                token = over
                continue
            return Role(governor=over, part=f"prep {head.lower_}")
        if token.dep_ in _ARGUMENTS and head.pos_ in _VERBS:
            return Role(governor=head, part=token.dep_)
        verbless = token.dep_ == "conj" and head.pos_ in _VERBS and token.pos_ not in _VERBS
        if token.dep_ not in _UPWARDS or verbless:
            break  # "dozens were hurt and thousands in need": nothing says the thousands were hurt
        token = head
    return Role(governor=token, part="root")


def concept_of(anchor: Token, last: Token, counted: Token | None) -> Concept | None:
    """What befell the counted thing `anchor`; its figure's span ends at token `last`."""
    return (
        (_lives(counted, anchor) if counted is not None and is_life(counted) else None)
        or _beside(last)
        or (counted is not None and (_modifier(counted) or _noun(counted)))
        or _governing(anchor)
        or _clause_after(counted if counted is not None else anchor)
        or _phrase(anchor, last)
        or _toll(anchor)
        or None
    )


def is_agent(found: Role) -> bool:
    """Whether the counted does what the verb says to something else ("gunmen killed guards")."""
    return found.part == "nsubj" and found.governor.pos_ in _VERBS and _has_object(found.governor)


def said(concept: Concept, anchor: Token, last: Token) -> str:
    """The concept in words: as the text has it where the table keeps that word, else its own."""
    beside = [*last.doc[last.i + 1 : last.i + 2], role(anchor).governor, *anchor.lefts]
    return next(
        (concept.kept[one.lemma_] for one in beside if one.lemma_ in concept.kept), concept.said
    )


def _lives(noun: Token, anchor: Token) -> Concept | None:
    """What is done to lives: "39 lives were lost", "the loss of 39 lives"."""
    return index("lives").get(role(anchor if anchor.i >= noun.i else noun).governor.lemma_.lower())


def _beside(last: Token) -> Concept | None:
    """An adjective or participle directly after the number or its noun ("58 dead")."""
    if last.i + 1 >= len(last.doc):
        return None
    following = last.nbor(1)
    if following.is_sent_start or (following.tag_ == "VBD" and _has_object(following)):
        return None
    return index("adjectives").get(following.lower_)


def _modifier(noun: Token) -> Concept | None:
    """A participle or adjective before the noun ("400 wounded people")."""
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod") and child.lower_ in index("adjectives"):
            return index("adjectives")[child.lower_]
    return index("adjectives").get(noun.lower_) if noun.pos_ in ("ADJ", "VERB") else None


def _noun(noun: Token) -> Concept | None:
    """A noun that tells by itself what befell people ("58 deaths", "14 survivors")."""
    return counts_itself(noun) or index("bearers").get(noun.lemma_.lower())


def _governing(anchor: Token) -> Concept | None:
    """The governing verb, where the counted plays the part that is acted on."""
    found = role(anchor)
    verb, part = found.governor, found.part
    if verb.pos_ not in _VERBS:
        return None
    linked = [child for child in verb.rights if child.dep_ in ("acomp", "oprd")]
    complement = next((one for child in linked if (one := _beyond(child))), None)
    concept = complement or _by_verb(verb, part)  # "remain missing" are missing
    if concept is None and part in ("nsubj", "nsubjpass"):
        return next((one for child in verb.rights if (one := _beyond(child))), None)
    return concept


def _beyond(child: Token) -> Concept | None:
    """What a verb of knowing or fearing says befell its subject: "are feared dead",
    "were confirmed as having died", "are believed to have been killed".
    """
    if child.dep_ in ("xcomp", "acomp", "oprd", "advcl", "ccomp", "pcomp"):
        found = index("adjectives").get(child.lower_)
        undergone = child.tag_ == "VBN" and any(one.dep_ == "auxpass" for one in child.lefts)
        subject = any(one.dep_ in ("nsubj", "nsubjpass") for one in child.lefts)
        return None if subject else found or _by_verb(child, "nsubjpass" if undergone else "nsubj")
    if child.dep_ == "prep" and child.lower_ == "as":
        return next((one for inner in child.rights if (one := _beyond(inner))), None)
    return None


def _by_verb(verb: Token, part: str) -> Concept | None:
    lemma = verb.lemma_.lower()
    participle = verb.tag_ in ("VBG", "VBN") and not _has_object(verb)
    if part in ("nsubj", "nsubjpass") and participle and verb.lower_ in index("adjectives"):
        return index("adjectives")[verb.lower_]  # "are missing", "were killed"
    undergone = part in ("dobj", "nsubjpass") or (
        part in ("nsubj", "root") and verb.tag_ == "VBN" and not _has_object(verb)
    )
    if undergone and lemma in index("object"):
        return index("object")[lemma]
    if part == "nsubjpass" and lemma in index("passive"):
        return index("passive")[lemma]
    if part in ("nsubj", "attr", "dobj") and lemma in index("subject"):
        return index("subject")[lemma]
    return None


def _clause_after(noun: Token) -> Concept | None:
    """A clause on the noun: "five people trapped in", "270,000 people who had fled"."""
    for child in noun.rights:
        left = next((one for part in child.rights if (one := _beyond(part))), None)
        if child.dep_ in ("acl", "relcl") and left:
            found: Concept | None = left  # "scores left homeless"
        elif child.dep_ == "acl":
            found = _by_verb(child, "nsubjpass" if child.tag_ == "VBN" else "nsubj")
        elif child.dep_ == "relcl":
            passive = any(part.dep_ == "nsubjpass" for part in child.lefts)
            found = _by_verb(child, "nsubjpass" if passive else "nsubj")
        else:
            continue
        if found:
            return found
    return None


def _phrase(anchor: Token, last: Token) -> Concept | None:
    """A phrase of several words after (or, for its verb, around) the counted."""
    window = [token.lemma_.lower() for token in _until_break(last)]
    governor = role(anchor).governor
    if governor.i < anchor.i and governor.pos_ in _VERBS and role(anchor).part == "dobj":
        window.insert(0, governor.lemma_.lower())
    for concept in words().measures:
        for phrase in concept.phrases:
            if _in_order(phrase, window):
                return concept
    return None


def _until_break(last: Token) -> Iterator[Token]:
    """The tokens after `last` up to the next number or the end of the clause."""
    for token in last.doc[last.i + 1 : last.i + 1 + _WINDOW]:
        counts = token.like_num and token.nbor(-1).pos_ != "ADP"
        if token.is_sent_start or token.text in (";", ":", ",", "—", "–") or counts:
            return
        yield token


def _in_order(phrase: list[str], window: list[str]) -> bool:
    rest = iter(window)
    return all(lemma in rest for lemma in phrase)


def _toll(anchor: Token) -> Concept | None:
    """A count of deaths or injuries whose number this is ("the death toll rose to 58")."""
    found = role(anchor)
    governor = found.governor
    if governor.pos_ == "NOUN":
        heads = [governor]
    elif governor.lemma_ in (*_COUNTING, *words().trends["up"], *words().trends["down"]):
        heads = [child for child in governor.lefts if child.dep_ in ("nsubj", "nsubjpass")]
        heads += [child for child in governor.rights if child.dep_ == "dobj" and child.i < anchor.i]
    else:
        return None
    for head in heads:
        for token in sorted(
            near(head), key=lambda token: token.i != head.i and token.lower_ == "toll"
        ):
            if token.i >= anchor.i or abs(token.i - head.i) > 6:
                continue
            concept = index("tolls").get(token.lower_) or index("tolls").get(token.lemma_.lower())
            if concept and (token.lower_ != "toll" or not _other_toll(token)):
                return concept
    return None


def _other_toll(toll: Token) -> bool:
    """Whether a toll is named as one of injuries and not of deaths."""
    return any(
        (one := index("tolls").get(child.lemma_.lower())) is not None and one.name != "kill"
        for child in toll.lefts
    )


def _has_object(verb: Token) -> bool:
    return any(child.dep_ == "dobj" for child in verb.children)
