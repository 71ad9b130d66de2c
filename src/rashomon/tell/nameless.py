"""Nameless: an account in which persons have numbers for names.

Every person whom the account knows by name, whatever their part in it, becomes "person 1",
"person 2" and so on, the same everywhere; by-lines and addresses that hold a name are left out, and
the reports' texts stay behind. In the words of a report the letters of a name are covered, one by
one, since nothing else may be put into a source's mouth. What this does not promise is told in
docs/formats.md: offsets and hashes still lead whoever holds the reports to their words.
"""

import copy
import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from rashomon.account import Account
from rashomon.report import Span
from rashomon.tell.texts import WITHHELD, with_texts
from rashomon.words.names import fold, same_person, strip_titles, title_words

Noun = TypeVar("Noun")

_PART = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")

#: What may stand between two parts of one name: a space or hyphen, small words of names as many
#: languages have them, an initial.
_BETWEEN = (
    r"[\s\-](?:(?:al|el|bin|ibn|bint|ben|abu|de|da|di|du|la|le|van|von|der|den)[\s\-])?"
    r"(?:[A-Z]\.\s)?"
)

#: Fields that say who wrote a report, translated it or corrected what was made of it.
_BY_LINES = ("author", "by")

#: Fields that lead to where a report is from; a name in one of them leaves it out.
_ADDRESSES = ("url", "archived_url", "path")

#: Stands for a name that several persons share.
_SHARED = "a person"


def without_names(account: Account) -> Account:
    """The account without its persons' names and without its reports' texts."""
    names = Names(account)
    bare = _rebuilt(with_texts(account, "none"), names)
    settings = dict(account.made_by.settings) | {"texts": "none", "names": "withheld"}
    return replace(bare, made_by=replace(bare.made_by, settings=tuple(settings.items())))


class Names:
    """The persons of an account, numbered as they are met, and the words that name them."""

    def __init__(self, account: Account) -> None:
        self._numbered: dict[str, str] = {}
        self._parts: dict[str, set[str]] = {}
        persons = list(_persons(account))
        for name, spellings in sorted(persons, key=lambda each: len(_parts(each[0])) < 2):
            # A lone family name is that of the one person who has it.
            known = [self._parts[part] for part in _parts(name) if part in self._parts]
            label = self._label(name, known)
            for part in {part for words in (name, *spellings) for part in _parts(words)}:
                self._parts.setdefault(part, set()).add(label)
                self._parts.setdefault(part.upper(), set()).add(label)
        longest_first = sorted(self._parts, key=lambda part: (-len(part), part))
        parts = "|".join(map(re.escape, longest_first))
        run = rf"(?<!\w)(?:{parts})(?:{_BETWEEN}(?:{parts}))*(?!\w)"
        self._named = re.compile(run) if parts else None
        self._ids = {
            report.id: f"report {number}"
            for number, report in enumerate(account.reports, start=1)
            if self.known_in(report.id)
        }

    def numbered(self, words: str) -> str:
        """The words with a number for each person that they name."""
        if self._named is None:
            return words
        return self._ids.get(words) or self._named.sub(lambda met: self._of(met[0]), words)

    def covered(self, words: str) -> str:
        """The words with the letters of names covered: as long as before."""
        return self._named.sub(lambda met: _cover(met[0]), words) if self._named else words

    def known_in(self, address: str | None) -> bool:
        """Whether an address or a path holds a part of somebody's name, in whatever letters."""
        held = {each.casefold() for each in re.findall(r"[^\W\d_]+", address or "")}
        return not held.isdisjoint(each.casefold() for each in self._parts)

    def _label(self, name: str, known: list[set[str]]) -> str:
        """The number of a person, the one already given where it is certainly the same."""
        if len(_parts(name)) < 2 and known and len(known[0]) == 1:
            return next(iter(known[0]))
        for other, label in self._numbered.items():
            if same_person(other, name) == "certain" or _holds(other, name):
                return label
        return self._numbered.setdefault(name, f"person {len(self._numbered) + 1}")

    def _of(self, words: str) -> str:
        """Whom a run of name parts names: who has all of them, if that is one."""
        who = [self._parts[each] for each in _PART.findall(words) if each in self._parts]
        shared = set.intersection(*who) if who else set()
        return next(iter(shared)) if len(shared) == 1 else _SHARED


def _persons(account: Account) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Everybody known by name, with the spellings that the reports use.

    What bears the name of a place on the map or of an outlet is no person, unless more of the
    name says so.
    """
    places = {fold(place.name) for place in account.places if place.lat is not None}
    others = {fold(each) for report in account.reports for each in (report.id, report.outlet or "")}
    for person in account.people:
        if fold(person.name) not in places:
            yield person.name, tuple(span.exact for span in person.spellings)
    for actor in account.actors:
        parts = {fold(part) for part in _parts(actor.name)}
        # One capitalised word may be anything: a nationality, a ship.
        is_name = len(parts) > 1 and parts.isdisjoint(places) and fold(actor.name) not in others
        if actor.kind == "person" and actor.named and is_name and fold(actor.name) not in places:
            yield actor.name, actor.aliases
    for correction in account.corrections:
        if correction.kind == "speaker" and correction.value and len(_parts(correction.value)) > 1:
            yield correction.value, ()


def _parts(name: str) -> list[str]:
    """The parts of a name as they are written, without titles and small words."""
    return [
        part
        for part in _PART.findall(strip_titles(name))
        if len(part) > 1 and not part[0].islower() and fold(part) not in title_words()
    ]


def _holds(a: str, b: str) -> bool:
    """Whether all of one name stands in the other ("AP Ida Holm"), and it is more than one part."""
    few, many = sorted(({*_parts(a)}, {*_parts(b)}), key=len)
    return a == b or (len(few) > 1 and few <= many)


def _cover(words: str) -> str:
    return "".join(WITHHELD if letter.isalnum() else letter for letter in words)


def _rebuilt(value: Noun, names: Names) -> Noun:
    """A noun, and all that it holds, without names."""
    if isinstance(value, str):
        return names.numbered(value)  # type: ignore[return-value]  # a string for a string
    if isinstance(value, tuple):
        return tuple(_rebuilt(each, names) for each in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    bare = copy.copy(value)
    for field in fields(value):
        held = getattr(value, field.name)
        if isinstance(value, Span) and field.name == "exact":
            told = names.covered(held)
        elif field.name in _BY_LINES or (field.name in _ADDRESSES and names.known_in(held)):
            told = None
        else:
            told = _rebuilt(held, names)
        # Past the frozen door: a report would hash what is left of its text.
        object.__setattr__(bare, field.name, told)
    return bare
