"""Voices: who speaks in the reports, and what they are heard to say."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from rashomon.account import Account
from rashomon.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """The same words of one speaker, wherever reports print them."""

    words: str
    stance: str
    via: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker with all that the reports let this speaker say, in the order of the reports."""

    name: str
    role: str | None
    for_: str | None
    named: bool
    sayings: tuple[Saying, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """Name, role and body, as far as they are known and not said twice."""
        told = [self.name]
        for each in (self.role, self.for_):
            if each and each.casefold() not in told[0].casefold():
                told.append(each)
        return tuple(told)


def voices(account: Account) -> tuple[Voice, ...]:
    """Who speaks: named speakers first, then those who say most, then by name."""
    heard: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in account.statements:
        if statement.speaker.name is not None:
            heard[statement.speaker.name].append(statement)
    found = (_voice(name, statements) for name, statements in heard.items())
    return tuple(sorted(found, key=lambda each: (not each.named, -len(each.sayings), each.name)))


def _voice(name: str, statements: list[Statement]) -> Voice:
    roles = Counter(each.speaker.role for each in statements if each.speaker.role)
    bodies = Counter(each.speaker.for_ for each in statements if each.speaker.for_)
    return Voice(
        name=name,
        role=_commonest(roles),
        for_=_commonest(bodies),
        named=any(each.speaker.named for each in statements),
        sayings=_sayings(name, statements),
    )


def _sayings(name: str, statements: list[Statement]) -> tuple[Saying, ...]:
    alike: defaultdict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        words = " … ".join(piece.exact for piece in statement.content)
        alike[words, statement.stance].append(statement)
    return tuple(
        Saying(
            words=words,
            stance=stance,
            via=next((each.via for each in same if each.via not in (None, name)), None),
            statements=tuple(same),
        )
        for (words, stance), same in alike.items()
    )


def _commonest(words: Counter[str]) -> str | None:
    """The word used most; among equals the first by letter, so that order plays no part."""
    return min(words, key=lambda word: (-words[word], word), default=None)
