"""Frames: the verb or noun that a number belongs to, and who or what takes part beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.figure import Figure
from rashomon.find.figures.amounts import Amount
from rashomon.find.figures.concepts import words
from rashomon.find.figures.counted import Counted
from rashomon.find.figures.grammar import SUBJECTS, Role, has_object
from rashomon.find.parse import Token
from rashomon.frame import Frame

_NOUNS = ("NOUN", "PROPN")
#: Kinds that have a frame: counts by their verb, amounts by their noun as well.
_COUNTED = ("level", "rate")
_MEASURED = ("measurement", "price")
#: Kinds that may be told by a noun alone: "a rise of 5 percent", "a turnout of 71 percent".
_TOLD = (*_MEASURED, "share", "change")
#: What tells that a thing is known: "the loss", "its own loss".
_KNOWING = ("the", "this", "that", "its", "their", "his", "her", "our")
#: Where things are held: "40 tonnes were kept in the shed".
_WITHIN = ("in", "inside", "at", "aboard", "on")
#: Kinds of entity that take part in nothing: "by Thursday afternoon".
_TIMES = ("DATE", "TIME")
#: Behind an attribute, before its number: "a loss of $4m", "room for 40", "the loss at $4m".
_BEFORE_NUMBER = ("prep of", "prep for", "prep at", "prep to")
#: So far (tokens) around a thing it is spoken of again.
_AROUND = 500
#: What hangs on a noun behind it.
_DESCRIBING = ("nummod", "quantmod", "compound", "nmod", "amod")
#: No other participant is so many words long.
_LONGEST = 4


def frame_of(
    amount: Amount, thing: Counted, anchor: Token, found: Role, measured: str | None
) -> Frame | None:
    """The frame of an amount that counts `thing`, hangs on `anchor` and plays the part `found`;
    `measured` is what the words beside it say that it measures ("depth").
    """
    if thing.compound and thing.head is not None:
        return _described(thing.head)
    noun_tells = amount.kind in _TOLD and thing.of is None
    if noun_tells and (frame := _measuring(anchor, found, measured)) is not None:
        return frame
    if amount.kind in (*_COUNTED, *_MEASURED):
        return _done(found)
    return None


def with_attributes(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures, those of a mere "estimate" with the attribute of the amount just before ("the
    bill may reach $20m; their own estimate is $12m").
    """
    before: Figure | None = None
    for figure in figures:
        frame = figure.frame
        named = (frame.attribute or "").split()[-1:] if frame is not None else []
        if frame is not None and named and named[0] in words().bare.words:
            taken = _attribute(before) if before is not None and _alike(before, figure) else None
            frame = replace(frame, attribute=taken, known=taken is not None)
            figure = replace(figure, frame=frame if taken else None)
        before = figure
        yield figure


def _alike(before: Figure, figure: Figure) -> bool:
    """Whether two amounts of one unit stand in one passage."""
    near = figure.span.start - before.span.end <= words().bare.reach
    return near and before.unit == figure.unit and before.kind == figure.kind


def _attribute(figure: Figure) -> str | None:
    return figure.frame.attribute if figure.frame is not None else None


def _described(unit: Token) -> Frame | None:
    """What a compound says of a thing that the report goes on to speak of: the cars of "a two-car
    tram", where it tells of "the tram" as well.
    """
    noun = unit
    while noun.dep_ in ("compound", "amod", "nmod") and noun.head.i > noun.i:
        noun = noun.head
    if noun.i == unit.i or noun.tag_ != "NN":
        return None
    around = noun.doc[max(0, noun.i - _AROUND) : noun.i + _AROUND]
    if not any(one.lower_ == noun.lower_ and _is_known(one) for one in around):
        return None
    return Frame(attribute=unit.lemma_.lower(), other=noun.lemma_.lower(), known=True)


def _measuring(anchor: Token, found: Role, measured: str | None) -> Frame | None:
    """An amount by its noun: "an altitude of 770 km", "the loss was put at $12 million"."""
    governor = found.governor
    if measured is not None:
        return Frame(attribute=measured, other=_subject_above(governor))
    noun = _behind(anchor)
    if noun is not None:
        return _of_noun(noun)  # "the new $82 per share offer"
    if governor.pos_ in _NOUNS and found.part in _BEFORE_NUMBER:
        return _of_noun(governor)
    if governor.pos_ == "VERB" and found.part in _BEFORE_NUMBER:
        named = [one for one in governor.rights if one.dep_ == "dobj" and one.pos_ in _NOUNS]
        if named and not _holds_number(named[-1]):
            return _of_noun(named[-1])  # "had room for 40", "put the loss at $4m"
    if governor.lemma_.lower() in words().standing["words"]:
        told = [one for one in governor.lefts if one.dep_ in SUBJECTS and one.pos_ in _NOUNS]
        told += [one for one in governor.rights if one.dep_ == "dobj" and one.pos_ in _NOUNS]
        if told and found.part != told[-1].dep_:
            return _of_noun(told[-1])
    return None


def _behind(anchor: Token) -> Token | None:
    """The noun that an amount of money describes: "a $4m loss"."""
    noun = anchor
    while noun.dep_ in _DESCRIBING and noun.head.i > noun.i:
        noun = noun.head
    money = any(one.tag_ == "$" for one in anchor.doc[max(0, anchor.i - 2) : anchor.i + 1])
    return noun if money and noun.i > anchor.i and noun.pos_ == "NOUN" else None


def _of_noun(noun: Token) -> Frame | None:
    """An attribute with whose it is."""
    if noun.pos_ == "PROPN":
        return None
    owner = next((one for one in noun.lefts if one.dep_ == "poss" and one.pos_ in _NOUNS), None)
    for of in noun.rights:
        for inner in of.rights if of.lower_ == "of" else ():
            if inner.dep_ == "pobj" and inner.pos_ in _NOUNS and not _holds_number(inner):
                owner = inner
    named = _name(owner) if owner is not None else _subject_above(noun)
    return Frame(attribute=_phrase(noun, ("compound", "amod")), other=named, known=_is_known(noun))


def _done(found: Role) -> Frame | None:
    """A number by its verb: what holds it, who acts on it, or what it acts on."""
    verb = found.governor
    if verb.pos_ != "VERB" or verb.lemma_.lower() in words().telling["words"]:
        return None
    lemma, possible = verb.lemma_.lower(), _is_possible(verb)
    if found.part == "dobj":
        doer = _subject(verb)
        return Frame(
            verb=lemma,
            other=_name(doer) if doer is not None else None,
            known=doer is not None and _is_known(doer),
            possible=possible,
        )
    if found.part == "nsubjpass":
        beside = [one for of in verb.rights if of.lower_ in ("by", *_WITHIN) for one in of.rights]
        nouns = [one for one in beside if one.pos_ in _NOUNS and one.ent_type_ not in _TIMES]
        other = nouns[0] if nouns else None
        return Frame(
            verb=lemma,
            other=_name(other) if other is not None else None,
            known=other is not None and _is_known(other),
            possible=possible,
        )
    if found.part == "nsubj" and has_object(verb):
        acted = next(one for one in verb.children if one.dep_ == "dobj")
        named = _name(acted) if acted.pos_ in _NOUNS else None
        return Frame(verb=lemma, does=True, other=named, known=_is_known(acted), possible=possible)
    return None


def _subject(verb: Token) -> Token | None:
    """The noun that does what a verb says; a pronoun is nobody that we know."""
    for _ in range(3):
        for child in verb.lefts:
            if child.dep_ == "nsubj":
                relative = child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl"
                noun = verb.head if relative else child
                return noun if noun.pos_ in _NOUNS else None
        if verb.dep_ == "acl":
            return verb.head if verb.head.pos_ in _NOUNS else None
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp"):
            return None
        verb = verb.head
    return None


def _subject_above(word: Token) -> str | None:
    """Whose an attribute is by the sentence: the missile that "reached a height of", the curve
    "with a limit of".
    """
    head = word.head
    if word.dep_ == "pobj" and head.lower_ == "with" and head.head.pos_ in _NOUNS:
        return _name(head.head)
    verb = next((one for one in (word, *word.ancestors) if one.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_.lower() in words().telling["words"]:
        return None  # who puts the loss at a sum has not lost it
    doer = _subject(verb)
    return _name(doer) if doer is not None and doer.i != word.i else None


def _is_possible(verb: Token) -> bool:
    """Whether a verb tells what may be: "can carry", "is licensed to carry", "seats"."""
    able = words().able["words"]
    helping = [one.lemma_.lower() for one in verb.lefts if one.dep_ == "aux"]
    return (
        verb.lemma_.lower() in able
        or any(one in able for one in helping)
        or ("to" in helping and verb.head.lemma_.lower() in able)
    )


def _is_known(noun: Token) -> bool:
    """Whether a noun is spoken of as known: by a name, by "the", or as somebody's."""
    return noun.pos_ == "PROPN" or any(
        one.lower_ in _KNOWING or one.dep_ == "poss" for one in noun.lefts
    )


def _name(noun: Token) -> str:
    """A noun with the nouns before it, and what makes it an earlier one: "fire service", "Anna
    Lee", "first offer".
    """
    return _phrase(noun, ("compound",))


def _phrase(noun: Token, before: tuple[str, ...]) -> str:
    earlier = words().earlier["words"]
    named = (one for one in noun.lefts if one.dep_ in before and not _holds_number(one))
    kept = [*dict.fromkeys([*(one for one in noun.lefts if one.lower_ in earlier), *named])]
    told = [one.text if one.pos_ == "PROPN" else one.lemma_.lower() for one in (*kept, noun)]
    return " ".join(told[-_LONGEST:])


def _holds_number(token: Token) -> bool:
    return token.like_num or any(one.like_num or one.tag_ == "$" for one in token.lefts)
