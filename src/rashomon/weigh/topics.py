"""Topics: how claims of a topic compare, and what a claim leaves possible."""

from dataclasses import dataclass
from functools import cache

from rashomon.claim import Claim
from rashomon.words.names import fold
from rashomon.words.synonyms import concept
from rashomon.words.tables import table

#: How far a condition can be reached, as levels; a claim leaves some of them possible.
LEVELS = frozenset(("none", "partial", "almost", "full"))
_NOT_FULL = LEVELS - {"full"}
_GRADED = {
    "full": frozenset(("full",)),
    None: frozenset(("almost", "full")),
    "almost": frozenset(("almost",)),
    "partial": frozenset(("partial", "almost")),
    "none": frozenset(("none",)),
}
#: A condition that is either reached or not: without a degree it is meant whole.
_WHOLE = {**_GRADED, None: frozenset(("full",))}


@dataclass(frozen=True, slots=True)
class Topic:
    """A row of the topics in `data/statuses.toml`."""

    name: str
    question: str
    same: str
    sided: bool
    settled: bool = False
    graded: bool = False
    tied: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """One answer to a topic; states of one axis exclude each other where one holds, one not.

    A `firm` one leaves little of a graded condition: out of control is far from contained.
    """

    topic: str
    name: str
    holds: bool
    axis: str = ""
    asks: str | None = None
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics and states of `data/statuses.toml`; their words belong to finding."""

    kinds: dict[str, frozenset[str]]
    alike: dict[str, frozenset[str]]
    topics: tuple[Topic, ...]
    states: tuple[State, ...]


@cache
def _topics() -> Topics:
    return table("statuses", Topics)


@cache
def topic_of(name: str) -> Topic:
    """The topic of that name."""
    return next(topic for topic in _topics().topics if topic.name == name)


@cache
def state_of(topic: str, name: str | None) -> State:
    """The state of a topic of that name; a topic without it counts as held."""
    held = State(topic=topic, name=name or "", holds=True)
    return next((s for s in _topics().states if (s.topic, s.name) == (topic, name)), held)


@cache
def sites() -> frozenset[str]:
    """The nouns for parts of a place that are held apart from the whole: airport, hospital."""
    return _topics().kinds["site"]


def thing(head: str) -> str:
    """The one name of a thing that statuses are told of: a blaze is a fire."""
    alike = (name for name, words in _topics().alike.items() if head in words)
    return next(alike, concept(head) or head)


def is_count(subject: str | None) -> bool:
    """Whether a subject is a number of people or things: its fate is a figure and no status."""
    words = (subject or "").split()
    counting = _topics().kinds["counting"]
    return any(c.isdigit() for c in subject or "") or bool(words and words[0].lower() in counting)


def possible_levels(claim: Claim) -> frozenset[str]:
    """What a claim leaves possible: "fully liberated" only full, "pockets remain" all but full."""
    topic, state = topic_of(claim.topic), state_of(claim.topic, claim.answer)
    if claim.polarity == "unconfirmed" or claim.stance == "doubts":
        return LEVELS
    turned = (claim.polarity == "negated") != (claim.stance == "denies")
    if topic.sided and not state.holds:
        turned = not turned
    if claim.stance == "expects":
        return _NOT_FULL if topic.graded and state.holds and not turned else LEVELS
    levels = _stated(claim, topic) if state.holds else _left(claim, topic, state)
    return LEVELS - levels if turned else levels


def _stated(claim: Claim, topic: Topic) -> frozenset[str]:
    return (_GRADED if topic.graded else _WHOLE)[claim.degree]


def _left(claim: Claim, topic: Topic, state: State) -> frozenset[str]:
    """What the other side leaves of the condition: "closed" none of open, "still burning" some."""
    if state.firm and claim.degree in (None, "full"):
        return frozenset(("none", "partial"))
    if topic.graded or claim.degree in ("partial", "almost"):
        return _NOT_FULL
    return frozenset(("none",))


def held_by_others(claim: Claim) -> frozenset[str]:
    """What the other side's holding a place leaves of having taken it."""
    return _NOT_FULL if claim.degree == "partial" else frozenset(("none",))


def side_of_war(holder: str | None) -> str | None:
    """Whether who holds a place is the state's side ("order") or takes arms against it ("revolt");
    None of whom the table does not tell."""
    words = {word for each in fold(holder or "").split() for word in (each, each.removesuffix("s"))}
    kinds = _topics().kinds
    # "Rebel forces": whom they are called after decides.
    return next((side for side in ("revolt", "order") if words & kinds[side]), None)
