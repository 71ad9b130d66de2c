"""Roles: who does what to whom, where the citations have it the other way round."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from rashomon.tell.checking.deeds import SELF, UNKNOWN, Deed, deeds
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.names import named_words
from rashomon.tell.checking.reading import Reading, read
from rashomon.tell.checking.rules import Roles, listed, stems
from rashomon.words.names import title_words
from rashomon.words.tables import table


def role_faults(said: Reading, cited: Sequence[Reading]) -> Iterator[Fault]:
    """Deeds with exchanged sides ("A beat B" for "B beat A") or with another name on a side."""
    held: dict[str, list[tuple[Reading, Deed]]] = {}
    for reading in cited:
        for each in deeds(reading.text):
            held.setdefault(each.said, []).append((reading, each))
    mutual = stems("grammar", "mutual")
    for deed in deeds(said.text):
        theirs = held.get(deed.said, [])
        if theirs and deed.said not in mutual:
            reason = _wrong(said, deed, theirs)
            word = said.words[deed.at]
            if reason is not None:
                yield Fault(
                    start=word.start, end=word.end, kind="name", words=word.text, reason=reason
                )


def _wrong(said: Reading, deed: Deed, theirs: Sequence[tuple[Reading, Deed]]) -> str | None:
    if any(_crosses(deed, each) for _, each in theirs):
        agrees = any(_agrees(deed, each) for _, each in theirs)
        return None if agrees else "the cited passage has this the other way round"
    if all(_is_another(said, deed, *each) for each in theirs):
        return "the cited passage says this of another"
    return None


@lru_cache(maxsize=4096)
def _named(text: str) -> frozenset[str]:
    """The concepts of the words of names but for titles and posts."""
    reading = read(text)
    plain = {word.weight for word in reading.words if word.text[0].islower()}
    words = (reading.words[i] for i in named_words(text))
    found = {
        word.weight
        for word in words
        if word.weight and word.low not in title_words() and word.low not in _posts()
    }
    return frozenset(found) - plain


@cache
def _posts() -> frozenset[str]:
    roles = table("roles", Roles)
    return frozenset((*roles.posts, *roles.people))


def _is_another(said: Reading, mine: Deed, reading: Reading, theirs: Deed) -> bool:
    """Whether the same befalls or is done by one with a name, and quite another there."""
    one, other = mine.doers, theirs.doers
    if mine.passive or theirs.passive:
        if one and other:
            return False
        one, other = mine.done_to, theirs.done_to
    elif mine.done_to and theirs.done_to and not mine.done_to & theirs.done_to:
        return False
    if _are_two(said, one, reading, other):
        return True
    there = dict(theirs.phrases)
    return bool(one & other) and any(
        _are_two(said, held, reading, there.get(preposition, frozenset()))
        for preposition, held in mine.phrases
        if preposition in listed("grammar", "placing")
    )


def _are_two(said: Reading, one: frozenset[str], reading: Reading, other: frozenset[str]) -> bool:
    """Whether two phrases name two: by no word in common, or with another first name."""
    own, there = one & _named(said.text), other & _named(reading.text)
    if not own or not there or there & said.concepts - own:
        return False
    return not own & there or bool(own - other and there - one and len(own & there) == 1)


def _crossed(mine: Deed, theirs: Deed) -> frozenset[str]:
    return (mine.doers & theirs.done_to | mine.done_to & theirs.doers) - {UNKNOWN}


def _agrees(mine: Deed, theirs: Deed) -> bool:
    """Whether more of a deed stands on its own side there than on the other."""
    if mine.passive and not mine.doers and SELF in theirs.done_to:
        return bool(mine.done_to & theirs.doers)
    kept = (mine.doers & theirs.doers | mine.done_to & theirs.done_to) - {UNKNOWN}
    return bool(kept) and len(kept) > len(_crossed(mine, theirs))


def _crosses(mine: Deed, theirs: Deed) -> bool:
    """Whether one side of a deed is the other side there, and both certainly have two sides."""
    whole = [each.passive or (each.doers and each.done_to) for each in (mine, theirs)]
    return all(whole) and bool(_crossed(mine, theirs))
