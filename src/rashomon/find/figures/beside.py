"""Beside: nouns that a number counts although they stand apart from it.

A pair is counted together ("17 women and children"), a part is named after "of them" ("five of
them children"), and a list has its label before the number ("Boosters: 2").
"""

from rashomon.find.figures.concepts import is_fate, words
from rashomon.find.parse import Token

_NOUNS = ("NOUN", "PROPN")
_PLURALS = ("NNS", "NNPS")
#: Between "of them" and the noun that names the part.
_LINKING = ("be", "seem")
_PRONOUNS = ("them", "whom", "which", "those", "these")
#: A label has at most this many words.
_LABEL = 3


def partner(head: Token) -> Token | None:
    """The noun that is counted together with `head`: "children" of "17 women and children".

    It has no number, article or description of its own, else it would be counted apart; and
    both or neither must be people, so that "12 people and police" stay apart.
    """
    if head.tag_ not in _PLURALS or head.i + 2 >= len(head.doc) or head.nbor(1).lower_ != "and":
        return None
    other = head.nbor(2)
    if other.head.i != head.i or other.dep_ != "conj" or any(True for _ in other.lefts):
        return None
    people = words().persons["words"]
    if other.tag_ not in _PLURALS or head.lemma_ in people or other.lemma_ in people:
        return None
    return other


def member(preposition: Token) -> Token | None:
    """The noun after "of them" or "of whom" that says what the part are, if one does."""
    doc, place = preposition.doc, preposition.i + 1
    if place + 2 < len(doc) and doc[place].lower_ == "the" and is_fate(doc[place + 1]):
        place += 1  # "of the dead"
    elif place + 1 >= len(doc) or doc[place].lower_ not in _PRONOUNS:
        return None
    found = None
    for token in doc[place + 1 : place + 6]:
        if token.is_sent_start or not (token.pos_ in (*_NOUNS, "ADJ") or token.lemma_ in _LINKING):
            break
        found = token if token.pos_ in _NOUNS else None if token.pos_ == "ADJ" else found
    return found if found is not None and found.tag_ in (*_PLURALS, "NN") else None


def predicated(number: Token) -> Token | None:
    """The plural noun that a bare number is said to be: "12 were children"."""
    verb = number.head
    if number.dep_ != "nsubj" or verb.lemma_ != "be" or verb.i < number.i:
        return None
    told = [one for one in verb.rights if one.dep_ == "attr" and one.tag_ in _PLURALS]
    bare = [one for one in told if not any(c.tag_ in ("CD", "DT") for c in one.lefts)]
    return bare[0] if bare else None


def label(number: Token) -> Token | None:
    """The noun or participle that a list puts before its number, with a colon between them."""
    doc, place = number.doc, number.i
    if place < 2 or doc[place - 1].text != ":" or not (doc[place - 2].is_alpha):
        return None
    following = doc[place + 1 : place + 2 + _LABEL]
    ends = place + 1 == len(doc) or following[0].text in (",", ";") or "\n" in following[0].text
    again = any(one.text == ":" for one in following)
    return doc[place - 2] if ends or again else None
