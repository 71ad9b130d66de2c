"""A story: the reports of one event."""

from dataclasses import dataclass

from rashomon.report import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one event; `from_` and `to` are first and last day of publication (ISO 8601)."""

    id: str
    title: str
    reports: tuple[str, ...]
    from_: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Reports that share text: `kind` is exact, near, wire or version; `named` the agency."""

    reports: tuple[str, ...]
    kind: str
    shared: tuple[tuple[Span, Span], ...] = ()
    named: str | None = None
