"""Notes: all that was found in one report, before anything is compared."""

from dataclasses import dataclass

from rashomon.actor import Actor
from rashomon.claim import Claim
from rashomon.event import Event
from rashomon.figure import Figure
from rashomon.person import Person
from rashomon.problem import Problem
from rashomon.report import Report
from rashomon.statement import Statement
from rashomon.when import Period
from rashomon.where import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What one report holds, each kind in reading order."""

    report: Report
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Period, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    people: tuple[Person, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
