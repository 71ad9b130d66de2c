"""Names: folding, parts of a person's name, abbreviations, and when two names mean one bearer."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.words.tables import table

#: Words that an abbreviation usually skips ("Bank of England", "Save the Children").
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "a", "an", "de", "&"})
_ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Titles:
    """data/titles.toml: words before or after a person's name that are no part of it."""

    male: tuple[str, ...]
    female: tuple[str, ...]
    neutral: tuple[str, ...]
    ranks: tuple[str, ...]
    offices: tuple[str, ...]
    suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A well-known body: its usual name and the other names in use."""

    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aliases:
    """data/aliases.toml."""

    body: tuple[Body, ...]


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` for comparing: without accents, case, full stops, possessive ending and hyphens."""
    text = text.replace("\u2019", "'").replace("\u2018", "'")
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in plain if not unicodedata.combining(char))
    text = text.casefold()
    text = re.sub(r"'s?(?!\w)", "", text).replace(".", "")
    return " ".join(re.findall(r"[^\W_]+|&", text))


@cache
def titles() -> frozenset[str]:
    """Every title, rank, office and name suffix, folded."""
    words = table("titles", Titles)
    groups = (words.male, words.female, words.neutral, words.ranks, words.offices, words.suffixes)
    return frozenset(fold(word) for group in groups for word in group)


@cache
def title_words() -> frozenset[str]:
    """Every single word of the titles, folded."""
    return frozenset(word for title in titles() for word in title.split())


@cache
def ranks() -> frozenset[str]:
    """Every word of the ranks, folded."""
    return frozenset(w for rank in table("titles", Titles).ranks for w in fold(rank).split())


@cache
def _bodies() -> dict[str, str]:
    """Folded name or alias to the usual name, from data/aliases.toml."""
    return {
        fold(form): body.name
        for body in table("aliases", Aliases).body
        for form in (body.name, *body.aliases)
    }


def title_sex(word: str) -> str | None:
    """male or female where a title tells ("Mr", "Mrs"), else None."""
    words = table("titles", Titles)
    folded = fold(word)
    if folded in {fold(title) for title in words.male}:
        return "male"
    return "female" if folded in {fold(title) for title in words.female} else None


def is_address(word: str) -> bool:
    """Whether a word is a mere form of address ("Mr", "Dr"), which names no post."""
    words = table("titles", Titles)
    return fold(word) in {fold(one) for one in (*words.male, *words.female, *words.neutral)}


def strip_article(name: str) -> str:
    """`name` without a leading article."""
    low = name.casefold()
    return next((name[len(word) :] for word in _ARTICLES if low.startswith(word)), name)


def strip_titles(name: str) -> str:
    """`name` without the titles, ranks and offices at its ends; never empty."""
    words = name.split()
    while len(words) > 1:
        pair = fold(" ".join(words[:2]))
        if len(words) > 2 and pair in titles():
            words = words[2:]
        elif fold(words[0]) in titles():
            words = words[1:]
        else:
            break
    while len(words) > 1 and fold(words[-1]) in titles():
        words.pop()
    return " ".join(words).strip(" ,")


@lru_cache(maxsize=8192)
def person_parts(name: str) -> tuple[str, ...]:
    """The folded parts of a person's name, without titles: ("ryan", "dillon")."""
    return tuple(fold(strip_titles(name)).split())


#: Letters that romanisations of one name exchange ("Khatun", "Khatoon"; "Husayn", "Hussein").
_ROMANISED = (("oo", "u"), ("ou", "u"), ("ee", "i"), ("ei", "ay"), ("ai", "ay"), ("ph", "f"))


def _romanised(part: str) -> str:
    """One spelling for the romanisations of a part of a name: vowels evened, letters single."""
    for pair, letter in _ROMANISED:
        part = part.replace(pair, letter)
    return re.sub(r"(.)\1", r"\1", part)


def _near(a: str, b: str) -> bool:
    """Whether two parts may be one name spelled twice: one edit apart, and long enough for it."""
    a, b = _romanised(a), _romanised(b)
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 1:
        return False
    short, long = sorted((a, b), key=len)
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def _given_agrees(a: str, b: str) -> str | None:
    if a == b:
        return "certain"
    if a[0] == b[0] and 1 in (len(a), len(b)):
        return "possible"
    return "possible" if _near(a, b) else None


def same_person(a: str, b: str) -> str | None:
    """Whether two names mean one person: certain, possible, or None where they disagree.

    Given and family name equal is certain, whatever stands between. A lone family name, an
    initial, or a spelling one letter off ("Sayid", "Sayed") is possible.
    """
    left, right = person_parts(a), person_parts(b)
    if not left or not right:
        return None
    if left == right:
        return "certain" if len(left) > 1 else "possible"
    if 1 in (len(left), len(right)):
        short, long = sorted((left, right), key=len)
        return "possible" if short[0] == long[-1] else None
    if not _near(left[-1], right[-1]):
        return None
    given = _given_agrees(left[0], right[0])
    return given if left[-1] == right[-1] or given is None else "possible"


def initials(name: str) -> tuple[str, ...]:
    """The initials of a name of two words and more, folded: with its small words, and without."""
    words = fold(name).split()
    if len(words) < 2:
        return ()
    every = "".join(word[0] for word in words)
    return (every, "".join(word[0] for word in words if word not in _SMALL))


def is_abbreviation_of(short: str, long: str) -> bool:
    """Whether `short` ("SDF", "U.N.") is made of the initials of `long`, small words in or out."""
    if len(short) > 12 or not short[:1].isupper():
        return False
    letters = fold(short).replace(" ", "")
    if not 2 <= len(letters) <= 8:
        return False
    if not sum(char.isupper() for char in short) * 2 > len(letters):
        return False
    return letters in initials(long)


def canonical_body(name: str) -> str:
    """The usual name of a well-known body (data/aliases.toml), else `name` without its article."""
    bare = strip_article(name)
    return _bodies().get(fold(bare), bare)


def same_body(a: str, b: str) -> str | None:
    """Whether two names mean one body: certain, possible, or None.

    Equal names, known aliases and initials of three letters and more are certain; initials of
    two letters, and a name that the other one only makes fuller ("coalition", "U.S.-led
    coalition"), are possible.
    """
    left, right = canonical_body(a), canonical_body(b)
    one, two = fold(left), fold(right)
    if one == two:
        return "certain" if one else None
    for short, long in ((left, right), (right, left)):
        if is_abbreviation_of(short, long):
            return "certain" if len(fold(short).replace(" ", "")) > 2 else "possible"
    words, others = one.split(), two.split()
    if (
        words
        and others
        and words[-1] == others[-1]
        and (set(words) <= set(others) or set(others) <= set(words))
    ):
        return "possible"
    return None
