"""A problem: something the program could not use or will not guess, with its reason."""

from dataclasses import dataclass

from rashomon.report import Span


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """What was left out or left open, and why; `path` names an input of which no report came."""

    kind: str
    detail: str
    path: str | None = None
    report: str | None = None
    span: Span | None = None
