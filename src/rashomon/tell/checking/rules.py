"""Rules: what the checker knows of English, from `data/checking.toml`; words and their stems."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.words.names import fold
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class Own:
    """Phrases of a brief about its sources."""

    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bounding:
    """Words that bound a number more closely than the table of qualifiers says."""

    nearly: tuple[str, ...]
    more_than: tuple[str, ...]
    at_most: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Words beside a number that was reckoned: a difference, a span of years, the first rank."""

    differing: tuple[str, ...]
    apart: tuple[str, ...]
    elapsed: tuple[str, ...]
    firsts: tuple[str, ...]
    many: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Denial:
    """Words and verbs that deny, what keeps them from it, and beginnings of words that deny.

    `contesting` verbs turn what stands before them where nothing follows: "which he disputed";
    `false` words say that a claim is none; `soft` words set one thing against another.
    """

    words: tuple[str, ...]
    verbs: tuple[str, ...]
    contesting: tuple[str, ...]
    false: tuple[str, ...]
    soft: tuple[str, ...]
    besides: tuple[str, ...]
    moot: tuple[str, ...]
    beginnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opposites:
    """Sides of which one is never told for another, and the kind of fault if it is.

    `placed` words count only behind one preposition on both sides, words with `heads` only before
    the same word; a side that stands `anywhere` in the citations is told rightly.
    """

    sides: tuple[tuple[str, ...], ...]
    kind: str = "meaning"
    placed: bool = False
    heads: bool = False
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """Cue words, those that only a clause makes cues, those that may stand before their speaker,
    those whose content is known, words for what one will do and for what is expected, and pronouns
    that speak."""

    cues: tuple[str, ...]
    loose: tuple[str, ...]
    inverting: tuple[str, ...]
    factive: tuple[str, ...]
    plans: tuple[str, ...]
    expecting: tuple[str, ...]
    pronouns: tuple[str, ...]
    describing: tuple[str, ...]
    links: tuple[str, ...]
    before_nouns: tuple[str, ...]
    relatives: tuple[str, ...]
    subjects: tuple[str, ...]
    passing: tuple[str, ...]
    unnamed: tuple[str, ...]
    hearsay: tuple[str, ...]
    taken: tuple[str, ...]
    limiting: tuple[str, ...]
    persons: tuple[str, ...]
    finding: tuple[str, ...]
    finders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """Words of time in groups that say the same, and those that turn a length to a date."""

    groups: tuple[tuple[str, ...], ...]
    past: tuple[str, ...]
    coming: tuple[str, ...]
    present: tuple[str, ...]
    lengths: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Light:
    """Words without weight, those at which a new clause begins, and those before a noun."""

    words: tuple[str, ...]
    joining: tuple[str, ...]
    determiners: tuple[str, ...]
    describing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Modals:
    """Words before what is only possible, and all that keep a sentence open."""

    possibly: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Converse:
    """A verb that says what another says from the other side: before its `doer` stands that."""

    verb: str
    of: str
    doer: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """Small words by their work in a sentence, and verbs whose two sides are not of a kind."""

    auxiliaries: tuple[str, ...]
    being: tuple[str, ...]
    finite: tuple[str, ...]
    adverbs: tuple[str, ...]
    ly_nouns: tuple[str, ...]
    prepositions: tuple[str, ...]
    placing: tuple[str, ...]
    ways: dict[str, str]
    relatives: tuple[str, ...]
    clauses: tuple[str, ...]
    reflexives: tuple[str, ...]
    objects: tuple[str, ...]
    plurals: tuple[str, ...]
    nouns: tuple[str, ...]
    unchanging: tuple[str, ...]
    mutual: tuple[str, ...]
    converses: tuple[Converse, ...]


@dataclass(frozen=True, slots=True)
class Same:
    """Groups of words of one meaning."""

    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """The table `data/checking.toml`."""

    own: Own
    bounds: Bounding
    reckoning: Reckoning
    shares: dict[str, tuple[str, ...]]
    denial: Denial
    opposites: tuple[Opposites, ...]
    saying: Saying
    times: Times
    light: Light
    modals: Modals
    grammar: Grammar
    same: Same
    forms: dict[str, str]


@dataclass(frozen=True, slots=True)
class Roles:
    """What of the table `roles` names people and bodies without a name."""

    posts: tuple[str, ...]
    people: tuple[str, ...]
    kin: tuple[str, ...]
    bodies: tuple[str, ...]
    general: tuple[str, ...]
    speaks_for: tuple[str, ...]
    heads: tuple[str, ...]


def rules() -> Rules:
    """What the checker knows of English."""
    return table("checking", Rules)


@cache
def listed(group: str, name: str) -> frozenset[str]:
    """The words of a list of the table, to be looked up."""
    return frozenset(getattr(getattr(rules(), group), name))


@cache
def stems(group: str, name: str) -> frozenset[str]:
    """The stems of the words of a list."""
    return frozenset(stem(word) for word in listed(group, name))


_ENDINGS = re.compile(
    r"(?:ations?|itions?|ions?|ments?|ings?|ities|ity|ness|edly|ed|ers?|ors?|ly|es|s|e|y|i)$"
)
#: A stem keeps so many letters; less would bring unlike words together.
_SHORTEST, _LONGEST = 3, 7


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word, folded, without its ending: rough, but the same on both sides."""
    known = rules().forms.get(word, word)
    if len(known) <= _SHORTEST or not known.isalpha():
        return known
    bare = known
    for _ in range(2):
        cut = _ENDINGS.sub("", bare)
        bare = cut if len(cut) >= _SHORTEST else bare
    if len(bare) > _SHORTEST and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return bare[:_LONGEST]


@cache
def _groups() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in rules().same.groups:
        for word in group:
            found.setdefault(stem(word), stem(group[0]))
    return found


@lru_cache(maxsize=16384)
def concept(word: str) -> str:
    """The stem of a word, or of the first word of its group."""
    own = stem(fold(word))
    return _groups().get(own, own)


def is_light(word: str) -> bool:
    """Whether a word (folded) carries no weight in a comparison."""
    return word in listed("light", "words")


@cache
def capitals() -> frozenset[str]:
    """Words that English prints with a capital wherever they stand, folded."""
    return frozenset(table("capitals", Capitals).words.split())


@dataclass(frozen=True, slots=True)
class Capitals:
    """The table `data/capitals.toml`: words with spaces between."""

    words: str


@cache
def opposites() -> dict[str, tuple[tuple[int, int], ...]]:
    """The groups of opposites and the sides of these that a word, as printed, is on."""
    irregular: dict[str, list[str]] = {}
    for form, word in rules().forms.items():
        irregular.setdefault(word, []).append(form)
    found: dict[str, set[tuple[int, int]]] = {}
    for group, each in enumerate(rules().opposites):
        for side, words in enumerate(each.sides):
            for word in words:
                for form in (*_inflected(word), *irregular.get(word, ())):
                    found.setdefault(form, set()).add((group, side))
    return {word: tuple(sorted(places)) for word, places in found.items()}


def _inflected(word: str) -> set[str]:
    """A word and what English makes of it by -s, -ed and -ing."""
    found = {word, f"{word}s", f"{word}es", f"{word}ed", f"{word}ing"}
    found |= {f"{word}{word[-1]}{end}" for end in ("ed", "ing")}
    if word.endswith("e"):
        found |= {f"{word}d", f"{word[:-1]}ing"}
    if word.endswith("y"):
        found |= {f"{word[:-1]}{end}" for end in ("ies", "ied")}
    return found
