"""Subjects: which claims speak of one thing."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.account import Origin
from rashomon.claim import Claim
from rashomon.report import Report
from rashomon.weigh.setting import Setting, place_key
from rashomon.weigh.topics import (
    held_by_others,
    possible_levels,
    side_of_war,
    sites,
    state_of,
    thing,
    topic_of,
)
from rashomon.when import Period
from rashomon.where import Place
from rashomon.words.names import fold, same_body, same_person
from rashomon.words.synonyms import is_generic

#: Words that name nothing by themselves.
_PRONOUNS = frozenset(
    (
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
        "it",
        "i",
        "we",
        "who",
        "you",
        "this",
        "that",
        "someone",
        "anyone",
        "one",
        "others",
        "nobody",
        "none",
        "some",
        "those",
        "these",
        "all",
    )
)


@dataclass(frozen=True, slots=True)
class Stated:
    """One claim with its place and period looked up, the day up to which it is told, the time of
    its being said where the report gives one, and its origin. `of_foe` tells that it is the other
    side than the question's that holds a place."""

    claim: Claim
    report: Report
    place: Place | None
    period: Period | None
    day: str | None
    said: Period | None
    origin: Origin
    of_foe: bool = False

    @property
    def levels(self) -> frozenset[str]:
        """The levels of the condition that the claim leaves possible."""
        return held_by_others(self.claim) if self.of_foe else possible_levels(self.claim)


#: The topic of which somebody is the holder, and the words for a speaker who is it.
_HELD = "control"
_OWN = re.compile(r"\b(?:its|our|their) (?:full |complete |total |firm )?(?:control|hands)\b", re.I)

#: Topic and axis, and what else must be equal.
_Key = tuple[str, ...]


def by_subject(stated: Iterable[Stated], setting: Setting) -> list[list[Stated]]:
    """The claims of one topic and axis that speak of one subject, together."""
    keyed: dict[_Key, list[Stated]] = defaultdict(list)
    stated = list(stated)
    # A place that one report lets us find on the map is the same by name in the others.
    known = {
        " ".join(sorted(fold(each.place.name).split())): place_key(each.place)
        for each in stated
        if each.place is not None
    }
    for each in stated:
        key = _key(each, setting, known)
        if key is not None:
            keyed[key].append(each)
    return [_sided(group) for _, same in sorted(keyed.items()) for group in _apart(same)]


def _sided(group: list[Stated]) -> list[Stated]:
    """The claims of a group, those marked that give a place to the other of two sides at war."""
    sides = [side_of_war(_holder(each)) for each in group]
    if {"order", "revolt"} - {*sides}:
        return group
    return [
        replace(each, of_foe=side == "revolt" and each.claim.polarity == "affirmed")
        for each, side in zip(group, sides, strict=True)
    ]


def _holder(stated: Stated) -> str | None:
    """Who holds a place by a claim: who is named for it, or the speaker ("under our control")."""
    claim = stated.claim
    if claim.topic != _HELD or claim.other is not None:
        return claim.other if claim.topic == _HELD else None
    return claim.speaker if _OWN.search(claim.span.exact) else None


def _key(stated: Stated, setting: Setting, known: Mapping[str, str]) -> _Key | None:
    """What two claims must share to answer one question; None where a key part is unknown."""
    claim, topic = stated.claim, topic_of(stated.claim.topic)
    axis = (topic.name, state_of(topic.name, claim.answer).axis)
    away = stated.place is not None and setting.is_elsewhere(stated.place)
    where = place_key(stated.place) if stated.place is not None and away else ""
    head = _head(claim.subject)
    if topic.same == "place":
        site = head if head in sites() else ""
        named = " ".join(sorted(names_in(claim.subject)))
        key = place_key(stated.place) if stated.place is not None else known.get(named, named)
        return (*axis, key, site) if key else None
    if topic.same == "story":
        return (*axis, where)
    if topic.same == "other":  # who is responsible is the answer, for what the question
        if head in _PRONOUNS:
            return None
        deed = _head(claim.other)
        return (*axis, where, thing(deed)) if deed not in {"", *_PRONOUNS} else None
    if topic.same != "subject" or head in _PRONOUNS or is_generic(head or None):
        return None  # "people were killed", "people were discharged": not the same people
    return (*axis, "" if _is_name(claim.subject) else where, thing(head))


#: Words between a thing and where or of what it is: "fire at Dargo", "town of Sela".
_BEHIND = re.compile(r" (?:at|in|near|of|on|from|outside|to|with|between) ")

#: Words before a noun that tell no thing from another.
_SMALL = frozenset(
    ("the", "a", "an", "its", "their", "his", "her", "this", "that", "whole", "entire")
)

_WITH = re.compile(r"^.*? (?:with|between) |^.*$")

#: Words that tell one of a row from the others.
_ORDINALS = frozenset(
    ("first", "second", "third", "fourth", "last", "new", "latest", "initial", "previous", "final")
)

_ASIDE = re.compile(r" (?:near|outside) ")


def _head(subject: str | None) -> str:
    """The last word of a subject before what it is of, as one thing ("fires" is fire)."""
    words = fold(bare(subject)).split()
    return _singular(words[-1]) if words else ""


def bare(subject: str | None) -> str:
    """A subject without where or of what it is: "schools" of "schools in Oslo"."""
    return _BEHIND.split(subject or "")[0]


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _is_name(subject: str | None) -> bool:
    """Whether a subject is named: its last word is written with a capital."""
    words = bare(subject).split()
    return bool(words) and words[-1][:1].isupper()


def names_in(subject: str | None) -> frozenset[str]:
    """The words with a capital in a subject: "Stony Creek" of "the Stony Creek fire"."""
    return frozenset(fold(word) for word in (subject or "").split() if word[:1].isupper())


def _apart(claims: Sequence[Stated]) -> list[list[Stated]]:
    """The claims of one key, those that other names or numbers tell apart, apart.

    A bare "the fire" belongs to the one fire that is named; where several are, to none.
    """
    groups: list[list[Stated]] = []
    order = sorted(
        claims,
        key=lambda each: (-len(names_in(each.claim.subject)), each.claim.span, each.claim.id),
    )
    for stated in order:
        homes = [group for group in groups if all(_may_be_one(stated, each) for each in group)]
        if len(homes) == 1:
            homes[0].append(stated)
        elif not homes:
            groups.append([stated])
    return groups


def _may_be_one(one: Stated, other: Stated) -> bool:
    left, right = one.claim, other.claim
    if topic_of(left.topic).tied == "question" and other_things(left.other, right.other):
        sides = {side_of_war(_holder(each)) for each in (one, other)}
        return sides == {"order", "revolt"}
    named = _is_name(left.subject) and _is_name(right.subject)
    if named and topic_of(left.topic).same == "subject":
        return _one_name(left.subject or "", right.subject or "")
    if topic_of(left.topic).same == "place":
        return True
    if topic_of(left.topic).same == "story":
        # "The deal with Belco" is not that with Corin, nor the first offer the second.
        names = _partners(left.subject), _partners(right.subject)
        numbered = [_ORDINALS & set(fold(each.subject or "").split()) for each in (left, right)]
        return not _both_apart(*names) and not _both_apart(*map(frozenset, numbered))
    things = (left.subject, right.subject)
    if topic_of(left.topic).same == "other":
        things = (left.other, right.other)
    aside = [bool(_ASIDE.search(each or "")) for each in things]
    if aside[0] != aside[1]:
        return False  # "the fire" may be another one than "the fire near Dargo"
    if _modified_apart(*things):
        return False
    names = names_in(things[0]), names_in(things[1])
    return not (names[0] and names[1]) or bool(names[0] & names[1])


def _partners(subject: str | None) -> frozenset[str]:
    """The names of those with whom a deal is: "agreement with Belco"."""
    return names_in(_WITH.split(f"{subject or ''} ", maxsplit=1)[-1] if subject else None)


def _both_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are known and share nothing."""
    return bool(one) and bool(other) and not one & other


def _modified_apart(one: str | None, other: str | None) -> bool:
    """Whether words before the noun tell two things apart: "budget bill" and "transport bill"."""
    before = [set(fold(bare(each)).split()[:-1]) - _SMALL for each in (one, other)]
    return bool(before[0]) and bool(before[1]) and not before[0] & before[1]


def _one_name(one: str, other: str) -> bool:
    if fold(one) == fold(other):
        return True
    return bool(same_person(one, other)) or bool(same_body(one, other))


def answers_apart(one: Claim, other: Claim) -> bool:
    """Whether two claims name different causes, or different culprits."""
    topic = topic_of(one.topic)
    if topic.same == "other":
        return other_things(one.subject, other.subject)
    return topic.tied == "answer" and other_things(one.other, other.other)


def other_things(one: str | None, other: str | None) -> bool:
    """Whether two things are known and are not the same: two causes, two charges."""
    words = set(fold(bare(one)).split()), set(fold(bare(other)).split())
    if not words[0] or not words[1] or (words[0] | words[1]) & _PRONOUNS:
        return False
    return not words[0] & words[1]


def left_possible(side: Sequence[Stated]) -> frozenset[str]:
    """The levels that all claims of a side together leave possible."""
    return frozenset.intersection(*(stated.levels for stated in side))
