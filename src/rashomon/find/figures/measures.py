"""Measures: what befell or was done to the counted, read from the verb, participle or noun."""

from collections.abc import Iterator

from rashomon.find.figures.concepts import (
    Concept,
    counts_itself,
    index,
    is_body,
    is_land,
    is_life,
    words,
)
from rashomon.find.figures.grammar import SUBJECTS, VERBS, has_object, role
from rashomon.find.figures.tolls import toll
from rashomon.find.figures.trends import trend
from rashomon.find.parse import Token

_WINDOW = 9
#: The concept that the words behind it may narrow.
_REMAIN = "remain"
#: Behind these stand others whom the same befell ("was killed alongside her two sons").
_ALONG = ("prep alongside", "prep along")


def concept_of(anchor: Token, last: Token, counted: Token | None) -> Concept | None:
    """What befell the counted thing `anchor`; its figure's span ends at token `last`."""
    if _is_pool(anchor):
        return None
    return (
        (_lives(counted, anchor) if counted is not None and is_life(counted) else None)
        or (_recovered(counted, anchor) if counted is not None and is_body(counted) else None)
        or (_held(anchor) if is_land(counted) else None)
        or _beside(last)
        or (counted is not None and _by_itself(counted))
        or _governing(anchor, last)
        or _clause_after(counted if counted is not None else anchor)
        or (counted is not None and index("bearers").get(counted.lemma_.lower()))
        or _phrase(anchor, last)
        or toll(anchor)
        or _numbered(anchor)
        or None
    )


def _is_pool(noun: Token) -> bool:
    """Whether a counted noun is only what others are picked from: the 30 of "nine of the 30
    passengers drowned".
    """
    picked = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.like_num
    fate = noun.lower_ in index("adjectives") or counts_itself(noun) is not None
    return picked and not fate and any(one.dep_ == "nummod" for one in noun.lefts)


def said(concept: Concept, anchor: Token, last: Token) -> str:
    """The concept in words: as the text has it where the table keeps that word, else its own."""
    beside = [*last.doc[last.i + 1 : last.i + 2], role(anchor).governor, *anchor.lefts]
    return next(
        (concept.kept[one.lemma_] for one in beside if one.lemma_ in concept.kept), concept.said
    )


def _lives(noun: Token, anchor: Token) -> Concept | None:
    """What is done to lives: "39 lives were lost", "the loss of 39 lives"."""
    return index("lives").get(role(anchor if anchor.i >= noun.i else noun).governor.lemma_.lower())


def _recovered(noun: Token, anchor: Token) -> Concept | None:
    """What finding bodies tells of: "14 bodies had been recovered"; a body may also confer."""
    found = role(anchor if anchor.i >= noun.i else noun)
    verbs = [found.governor, *found.governor.conjuncts]
    undergone = found.part in ("dobj", "nsubjpass")
    known = index("remains")
    return next((known[verb.lemma_] for verb in verbs if undergone and verb.lemma_ in known), None)


def _numbered(anchor: Token) -> Concept | None:
    """What befell those whose number is told: "the number of people moved out has risen to 50",
    "he put the number of people on board at 162".
    """
    governor = role(anchor).governor
    if governor.lemma_ not in words().standing["words"] and trend(governor) is None:
        return None
    joint = governor.head if governor.dep_ == "conj" else governor
    for head in (*joint.lefts, *joint.rights):
        if head.dep_ in ("nsubj", "dobj") and head.lemma_ in ("number", "total", "count"):
            if joint.i != governor.i:
                # The participle of "people moved out" misread as the verb of the sentence.
                return index("object").get(joint.lemma_.lower())
            counted = [noun for of in head.rights if of.lower_ == "of" for noun in of.rights]
            told = (_named(noun) or _phrase(noun, noun) for noun in counted if noun.i < anchor.i)
            return next((one for one in told if one), None)
    return None


def _held(anchor: Token) -> Concept | None:
    """What is done to land by whoever holds it: "hold 90 percent of the city"."""
    found = role(anchor)
    undergone = found.part in ("dobj", "nsubjpass")
    return index("grounds").get(found.governor.lemma_.lower()) if undergone else None


def _beside(last: Token) -> Concept | None:
    """An adjective or participle directly after the number or its noun ("58 dead")."""
    if last.i + 1 >= len(last.doc):
        return None
    following = last.nbor(1)
    if following.is_sent_start or (following.tag_ == "VBD" and has_object(following)):
        return None
    return index("adjectives").get(following.lower_)


def _by_itself(noun: Token) -> Concept | None:
    """What the counted noun and its description tell; of some "of the injured" nothing, for they
    are not all whom it befell.
    """
    some = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    if some and any(one.lower_ in ("the", "those", "these") for one in noun.lefts):
        return None
    return _modifier(noun) or counts_itself(noun)


def _modifier(noun: Token) -> Concept | None:
    """A participle or adjective before the noun ("400 wounded people")."""
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod") and child.lower_ in index("adjectives"):
            return index("adjectives")[child.lower_]
    return index("adjectives").get(noun.lower_) if noun.pos_ in ("ADJ", "VERB") else None


def _governing(anchor: Token, last: Token) -> Concept | None:
    """What the governing word tells; who remains "in hospital" is told by the phrase."""
    concept = governing(anchor)
    if concept is not None and concept.name == _REMAIN:
        return _phrase(anchor, last) or concept
    return concept


def governing(anchor: Token) -> Concept | None:
    """What the governing verb or noun tells, where the counted is acted on: "were killed", "the
    arrest of 18 people".
    """
    found = role(anchor)
    verb, part = found.governor, found.part
    if part == "prep to" and verb.lemma_.lower() in index("befalling"):
        return index("befalling")[verb.lemma_.lower()]
    if part == "prep of" and verb.pos_ == "NOUN":
        return _lives(verb, verb) if is_life(verb) else counts_itself(verb)
    if verb.pos_ not in VERBS:
        return None
    if part in _ALONG:
        return _alongside(verb)
    if verb.lemma_ == "be" and part in (*SUBJECTS, "attr") and (one := _among(verb)):
        return one
    if verb.lemma_ == "include" and part == "dobj":
        return next((_named(one) for one in verb.lefts if one.dep_ == "nsubj"), None)
    if verb.lemma_ == "be" and verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts):
        return _shared(verb.head)  # "Ann was killed, as were three others"
    linked = [child for child in verb.rights if child.dep_ in ("acomp", "oprd")]
    complement = next((one for child in linked if (one := _beyond(child))), None)
    concept = complement  # "remain missing" are missing, and "stay closed" are not remaining
    if concept is None and not linked:
        concept = _by_verb(verb, part)
    if concept is None and part in ("nsubj", "nsubjpass"):
        return next((one for child in verb.rights if (one := _beyond(child))), None)
    return concept


def _shared(verb: Token) -> Concept | None:
    """What a verb tells of its subject, and so of whoever shares the subject's fate."""
    passive = any(one.dep_ == "nsubjpass" for one in verb.lefts)
    return _by_verb(verb, "nsubjpass" if passive else "nsubj")


def _alongside(verb: Token) -> Concept | None:
    """What befell those beside the subject, too ("was killed alongside two nurses"); "her four
    children" are hers and not all the children that were killed.
    """
    beside = [one for one in verb.rights if one.dep_ == "prep" and one.lower_.startswith("along")]
    owned = [one for each in beside for noun in each.subtree for one in noun.lefts]
    return None if any(one.dep_ == "poss" for one in owned) else _shared(verb)


def _among(verb: Token) -> Concept | None:
    """Whose number somebody is of: "three sisters were among the dead", "... those killed"."""
    for child in verb.children:
        inner = [one for one in child.rights if one.dep_ == "pobj"]
        if child.lower_ not in ("among", "amongst", "of") or not inner:
            continue
        return _named(inner[0])
    return None


def _named(noun: Token) -> Concept | None:
    """What befell those whom a noun names: "the dead", "those killed", "wounded civilians"."""
    return index("adjectives").get(noun.lower_) or _modifier(noun) or _clause_after(noun)


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
    participle = verb.tag_ in ("VBG", "VBN") and not has_object(verb)
    if part in ("nsubj", "nsubjpass") and participle and verb.lower_ in index("adjectives"):
        return index("adjectives")[verb.lower_]  # "are missing", "were killed"
    undergone = part in ("dobj", "nsubjpass") or (
        part in ("nsubj", "root") and verb.tag_ == "VBN" and not has_object(verb)
    )
    if undergone and lemma in index("object"):
        return index("object")[lemma]
    if part == "dobj" and lemma in index("active") and not _only_able(verb):
        return index("active")[lemma]
    if part == "nsubjpass" and lemma in index("passive") and not _is_stuff(verb):
        return index("passive")[lemma]
    if part in ("nsubj", "attr", "dobj") and lemma in index("subject"):
        return index("subject")[lemma]
    return None


def _is_stuff(verb: Token) -> bool:
    """Whether the subject of a passive is so much of some stuff: "2,000 bales of cotton"."""
    nouns = [one for one in verb.lefts if one.dep_ == "nsubjpass"]
    inner = [one for noun in nouns for of in noun.rights if of.lower_ == "of" for one in of.rights]
    return any(one.tag_ == "NN" and not any(True for _ in one.lefts) for one in inner)


def _only_able(verb: Token) -> bool:
    """Whether a verb tells what may be and not what is: "licensed to carry", "can carry"."""
    return any(one.dep_ == "aux" and one.tag_ in ("TO", "MD") for one in verb.lefts)


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
    window = [(token.lemma_.lower(), token.lower_) for token in _until_break(last)]
    governor = role(anchor).governor
    if governor.i < anchor.i and governor.pos_ in VERBS and role(anchor).part == "dobj":
        window.insert(0, (governor.lemma_.lower(), governor.lower_))
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


def _in_order(phrase: list[str], window: list[tuple[str, str]]) -> bool:
    """Whether the words of a phrase, as lemmas or as printed, follow one another in the window."""
    rest = iter(window)
    return all(any(word in forms for forms in rest) for word in phrase)
