"""An event: a happening that a report tells, with who took part, where and when."""

from dataclasses import dataclass

from rashomon.report import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor's part in an event: agent or patient."""

    actor: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening; `kind` is one of the table of happenings ("attack", "collision")."""

    id: str
    span: Span
    kind: str
    participants: tuple[Participant, ...] = ()
    figures: tuple[str, ...] = ()
    time: str | None = None
    place: str | None = None
    statement: str | None = None
