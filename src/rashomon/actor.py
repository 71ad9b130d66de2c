"""An actor: a person, an organisation or a group that a report names or points at."""

from dataclasses import dataclass

from rashomon.report import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor of one report, under one canonical name.

    `kind` is person, organisation or group; `aliases` are the other forms the report uses
    ("SDF", "the group"); `named` is False for "US officials".
    """

    id: str
    name: str
    kind: str
    role: str | None = None
    for_: str | None = None
    named: bool = True
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
