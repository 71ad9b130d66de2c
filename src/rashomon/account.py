"""An account: for one story, the questions, who answers them how, and what a reader must know."""

from dataclasses import dataclass, field

from rashomon.actor import Actor
from rashomon.claim import Claim
from rashomon.correction import Correction
from rashomon.event import Event
from rashomon.figure import Figure
from rashomon.person import Person
from rashomon.problem import Problem
from rashomon.report import Report, Span
from rashomon.statement import Statement
from rashomon.story import Copy, Story
from rashomon.when import Period
from rashomon.where import Place

#: Relations between positions, strongest first: a question's relation is its strongest.
RELATIONS = (
    "contradict",
    "differ",
    "supersedes",
    "possibly_related",
    "compatible",
    "agree",
    "single",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """When and how an origin spoke: a briefing, an interview, a statement."""

    label: str | None
    date: str | None
    via: str | None
    reports: tuple[str, ...]
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SameAs:
    """Another origin that is certainly or possibly the same, and why."""

    origin: str
    certainty: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who or what truly stands behind an answer: a speaker, a document, a wire text, an outlet.

    `for_` is the body spoken for as the reports put it, `party` that body under one name over
    all reports.
    """

    id: str
    name: str
    kind: str
    for_: str | None = None
    party: str | None = None
    named: bool = True
    occasions: tuple[Occasion, ...] = ()
    same_as: tuple[SameAs, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One answer to a question by one origin, with its evidence."""

    id: str
    answer: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str | None = None
    stance: str = "asserts"
    origin: str
    evidence: tuple[Span, ...] = ()
    figures: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Reason:
    """Why a relation holds.

    `kind` is value, qualifier, period, place, population, measure, speaker, wording or order.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Ground:
    """How one part of what two answers count fits, so that one question holds both.

    `part` is measure, frame (who takes part beside the counted), counted, population, whole, place,
    period, report or number; `how` is same, near (other words for one thing), open (not stated on
    one side, or in wider words) or apart.
    """

    part: str
    how: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How two positions stand to each other; of `supersedes`, `a` gives way to `b`."""

    a: str
    b: str
    relation: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing in the world that reports answer; `relation` is the strongest of its relations.

    `event` is main, or other where the answers are about another place or time than the story's.
    `grounds` say why its answers are answers to one question.
    """

    id: str
    text: str
    kind: str
    measure: str | None = None
    counted: str | None = None
    population: str | None = None
    event: str | None = None
    place: str | None = None
    period: str | None = None
    positions: tuple[Position, ...] = ()
    relations: tuple[Relation, ...] = ()
    relation: str = "single"
    reasons: tuple[Reason, ...] = ()
    grounds: tuple[Ground, ...] = ()
    independent_origins: int = 0
    independent_parties: int = 0
    outlets: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a finding; `differing` are the words that differ inside its evidence."""

    label: str
    evidence: tuple[Span, ...]
    differing: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a reader should be told, with each side's evidence; priority: high, medium or low."""

    id: str
    kind: str
    priority: str
    text: str
    sides: tuple[Side, ...]
    question: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """Something dated, in the order of time."""

    from_: str
    to: str | None
    precision: str | None
    text: str
    citations: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the brief with the spans it rests on; there is none without a citation."""

    text: str
    citations: tuple[Span, ...]
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A model or data file that took part: its name, version and SHA-256 where it has them."""

    name: str
    version: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """What made the account: version, models, data and settings; no clock, no machine."""

    version: str
    models: tuple[Part, ...] = ()
    data: tuple[Part, ...] = ()
    settings: tuple[tuple[str, str | int | None], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All that is kept for one story."""

    schema: str = field(default="rashomon.account/1", init=False)
    made_by: MadeBy
    story: Story
    reports: tuple[Report, ...]
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Period, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    people: tuple[Person, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    questions: tuple[Question, ...] = ()
    findings: tuple[Finding, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    brief: tuple[Sentence, ...] = ()
    corrections: tuple[Correction, ...] = ()
    problems: tuple[Problem, ...] = ()
