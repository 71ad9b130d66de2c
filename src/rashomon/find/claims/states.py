"""States: the table of statuses and the patterns of words that state them."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from rashomon.words.tables import table

#: Words of a pattern that take an argument and are no condition of their own where it is missing.
PREPOSITIONS = frozenset(
    (
        "of",
        "for",
        "with",
        "from",
        "to",
        "on",
        "in",
        "by",
        "at",
        "as",
        "against",
        "over",
        "into",
        "between",
    )
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A condition that reports state: its name, and whether its states hold it or not (`sided`)
    or each stand for themselves. What else the table says of it belongs to weighing."""

    name: str
    sided: bool


@dataclass(frozen=True, slots=True)
class State:
    """One answer to a topic, with the patterns that state it, as data/statuses.toml says."""

    topic: str
    name: str
    holds: bool
    of: tuple[str, ...]
    axis: str = ""
    verbs: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    degree: str | None = None
    lasting: bool = False
    unsure: bool = False
    ties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statuses:
    """The table `data/statuses.toml`."""

    kinds: dict[str, frozenset[str]]
    topics: tuple[Topic, ...]
    states: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that state something of X, and maybe A: "take control of X".

    `head` is the lemma it is met by and `words` those that must stand with it, in order. `kind`
    is verb, predicate, noun or there. `subject` and `other` say where X and A stand: subject,
    object, or behind the preposition named; `other` is None where there is no A, which must be
    there unless it is `optional`, written "convict X (of A)".
    """

    state: State
    kind: str
    head: str
    words: tuple[str, ...]
    subject: str
    other: str | None = None
    optional: bool = True

    @property
    def weight(self) -> int:
        """Longer patterns say more: "find X guilty" before "X guilty"."""
        return len(self.words)


@cache
def statuses() -> Statuses:
    """The table of statuses."""
    return table("statuses", Statuses)


@cache
def topic_of(name: str) -> Topic:
    """The topic of that name."""
    return next(topic for topic in statuses().topics if topic.name == name)


@cache
def is_of_the_unsure(state: State) -> bool:
    """Whether not to be in a state is to be unsure: "known", beside "unknown"."""
    return any(
        (each.topic, each.axis, each.of) == (state.topic, state.axis, state.of)
        for each in statuses().states
        if each.unsure and not state.unsure
    )


@cache
def kinds_of(state: State) -> frozenset[str]:
    """The nouns that a state can be of."""
    return _nouns(state.of)


@cache
def kinds_of_ties(state: State) -> frozenset[str]:
    """The nouns that the other thing of a state can be."""
    return _nouns(state.ties)


def _nouns(names: tuple[str, ...]) -> frozenset[str]:
    kinds = statuses().kinds
    return frozenset(noun for name in names for noun in kinds.get(name, ()))


@cache
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """The patterns by the lemma that meets them, the longest first."""
    found: dict[str, list[Pattern]] = defaultdict(list)
    for state in statuses().states:
        for kind, texts in (
            ("verb", state.verbs),
            ("predicate", state.predicates),
            ("noun", state.nouns),
        ):
            for text in texts:
                pattern = _pattern(state, kind, text)
                found[pattern.head].append(pattern)
        for noun in state.there:
            found[noun].append(Pattern(state, "there", noun, (), "itself"))
    return {head: tuple(sorted(each, key=lambda p: -p.weight)) for head, each in found.items()}


def _pattern(state: State, kind: str, text: str) -> Pattern:
    optional = "(" in text
    words = text.replace("(", "").replace(")", "").split()
    plain = [word for word in words if word not in ("X", "A")]
    slots = {word: _slot(words, at, kind) for at, word in enumerate(words) if word in ("X", "A")}
    companions = [
        word
        for word in plain[1:]
        if not (word in PREPOSITIONS and word in slots.values()) or kind == "predicate"
    ]
    if kind == "predicate" and companions and companions[-1] in slots.values():
        companions.pop()
    return Pattern(state, kind, plain[0], tuple(companions), slots["X"], slots.get("A"), optional)


def _slot(words: list[str], at: int, kind: str) -> str:
    """Where a slot stands: before the head, behind a preposition, or as the object."""
    if at == 0:
        return "subject"
    before = words[at - 1]
    return before if before in PREPOSITIONS else "object"
