"""Themes: what a condition is stated of, and whether it can be."""

import re

from rashomon.find.claims.hedges import hedges
from rashomon.find.claims.states import State, kinds_of, kinds_of_ties, statuses
from rashomon.find.parse import Doc, Token
from rashomon.words.frequency import share_of_reports, singular

#: Words that point at a thing named elsewhere, or at none of it.
_POINTING = frozenset(("it", "this", "that", "nothing", "they", "them", "these", "which"))
_PERSONS = frozenset(("he", "she", "him", "her", "they", "them", "who", "i", "we", "me", "us"))
_SPEAKERS = frozenset(("i", "we"))
#: A word met in no more than one of a thousand reports.
_RARE = 0.001
#: A pronoun is resolved over so many tokens: two or three paragraphs.
_REACH = 120
#: What a report adds to a name in brackets, closed or cut: "the union (formerly two unions)".
_ASIDE = re.compile(r"\s*\([^)]*(?:\)|$)")
#: Words before a noun that are no part of what it names.
_DROPPED = frozenset(("det", "predet", "case"))
#: Between a thing and the name that tells which it is: "town of Sela", "fire at the Dargo mill",
#: "road to Sela", "deal with Belco".
_WHERE = frozenset(("of", "at", "in", "near", "on", "to", "with", "between", "outside"))
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_TIMES = frozenset(("DATE", "TIME"))


def fitting(theme: Token | None, state: State, in_places: frozenset[int]) -> Token | None:
    """The theme that a state is of: the whole of a share, what a pronoun stands for; None where
    the state cannot be of it."""
    if theme is None:
        return None
    whole = whole_of(theme)
    nouns = kinds_of(state)
    if whole.lower_ in _POINTING and nouns:
        # "It" is nobody, but may be a party or a team.
        things = nouns - statuses().kinds["people"] if "PERSON" in state.of else nouns
        whole = _resolved(whole, things) if whole.lower_ == "it" or things == nouns else whole
    return whole if _fits(whole, state, nouns, in_places) else None


def ties(other: Token | None, state: State) -> bool:
    """Whether the other thing is of the kinds that a state can tie, where the table says any."""
    if other is None or not state.ties:
        return True
    nouns = kinds_of_ties(state)
    whole = whole_of(other)
    return whole.lemma_.lower() in nouns or whole.lower_ in nouns or whole.lower_ in _POINTING


def _fits(theme: Token, state: State, nouns: frozenset[str], in_places: frozenset[int]) -> bool:
    if "ANY" in state.of or theme.lemma_.lower() in nouns or theme.lower_ in nouns:
        return True
    if "PLACE" in state.of and (theme.i in in_places or theme.ent_type_ in _PLACES):
        return True
    if "SPEAKER" in state.of and theme.lower_ in _SPEAKERS:
        return True
    named = theme.pos_ == "PROPN" or theme.ent_type_ in ("PERSON", "ORG") or _is_rare(theme)
    untimely = theme.ent_type_ not in ("DATE", "TIME", "MONEY") and theme.i not in in_places
    if "NAME" in state.of and named and untimely:
        return True
    return "PERSON" in state.of and (
        theme.lower_ in _PERSONS
        or theme.ent_type_ == "PERSON"
        or (theme.pos_ == "PROPN" and untimely and theme.ent_type_ in ("", "ORG"))
    )


def _is_rare(theme: Token) -> bool:
    """Whether a word with a capital is none of the common ones: a name that the parser missed."""
    rare = share_of_reports(singular(theme.lower_)) <= _RARE
    return theme.is_title and theme.pos_ == "NOUN" and rare


def whole_of(theme: Token) -> Token:
    """The whole of a share: "Raqqa" in "90 percent of Raqqa"; any other theme as it is."""
    share = theme.lower_ in hedges().linking.wholes or theme.like_num
    if share or theme.lemma_.lower() in hedges().linking.wholes:
        for child in theme.children:
            if child.lower_ == "of":
                return next((below for below in child.children if below.dep_ == "pobj"), theme)
    return theme


def _resolved(theme: Token, nouns: frozenset[str]) -> Token:
    """For "it" or "nothing" the nearest noun of which the condition can be stated."""
    doc = theme.doc
    near: list[Token] = list(reversed(doc[max(0, theme.i - _REACH) : theme.i]))
    near += doc[theme.i : theme.i + _REACH]
    for token in near:
        named = token.pos_ == "NOUN" and token.dep_ != "compound"
        if named and token.lemma_.lower() in nouns:
            return token
    return theme


def name_of(theme: Token | None) -> str | None:
    """A theme up to its head, without its article, in the text's words."""
    if theme is None:
        return None
    if theme.ent_type_ == "PERSON" and theme.pos_ not in ("NOUN", "PROPN", "PRON"):
        return _entity(theme)
    called = _called(theme)
    if called is not None:
        return called
    words = list(theme.doc[theme.left_edge.i : theme.i + 1])
    kept = [t for t in words if t.i == theme.i or t.dep_ != "relcl"]
    while len(kept) > 1 and _is_dropped(kept[0]):
        kept.pop(0)
    text = theme.doc[kept[0].i : _end_of_name(theme)].text
    text = " ".join(_ASIDE.sub("", text).split()) or theme.text
    return text if kept[0].pos_ == "PROPN" or kept[0].ent_type_ else text[0].lower() + text[1:]


def _called(theme: Token) -> str | None:
    """The person named between commas behind a noun: "the suspect, Ivan Petrov, was held"."""
    doc, start = theme.doc, theme.i + 2
    somebody = theme.lemma_.lower() in statuses().kinds["people"]
    if not somebody or start >= len(doc) or doc[theme.i + 1].text != ",":
        return None
    end = _end_of_person(doc, start)
    closed = end is not None and (end == len(doc) or doc[end].text in (",", "."))
    return " ".join(doc[start:end].text.split()) if closed else None


def _entity(theme: Token) -> str:
    """The named person that a word belongs to, where the parser took the name apart."""
    start = theme.i
    while start > 0 and theme.doc[start].ent_iob_ != "B":
        start -= 1
    return " ".join(theme.doc[start : theme.i + 1].text.split())


def _end_of_name(theme: Token) -> int:
    """Where the name of a theme ends: with the proper name behind it, "climber Matej Hrast", "town
    of Sela", "fire at the Dargo mill"."""
    for child in theme.children:
        near = child.left_edge.i == theme.i + 1
        if child.dep_ == "appos" and child.pos_ == "PROPN" and near:
            return child.i + 1
        if child.lower_ in _WHERE and near:
            named = next((c for c in child.children if c.dep_ == "pobj"), None)
            if named is not None and _has_name(named):
                return named.i + 1
    if theme.lemma_.lower() in statuses().kinds["people"]:
        return _end_of_person(theme.doc, theme.i + 1) or theme.i + 1
    return theme.i + 1


def _has_name(noun: Token) -> bool:
    """Whether a noun is a name or has one right before it: "Dargo", "the Dargo mill"."""
    before = noun.doc[noun.left_edge.i : noun.i + 1]
    return any(token.pos_ == "PROPN" and token.ent_type_ not in _TIMES for token in before)


def _end_of_person(doc: Doc, start: int) -> int | None:
    """Where the person named from the token `start` on ends, None where nobody is."""
    end = start
    while end < len(doc) and doc[end].ent_type_ == "PERSON" and doc[end].pos_ == "PROPN":
        end += 1
    return end if end > start else None


def _is_dropped(word: Token) -> bool:
    if word.is_punct or word.is_space or word.ent_type_ in _TIMES or word.tag_ == "PRP$":
        return True
    return word.dep_ in _DROPPED
