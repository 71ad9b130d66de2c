"""Telling: a finding put together, and how an origin and a position are called in it."""

from collections.abc import Iterable, Sequence

from rashomon.account import Finding, Origin, Position, Side
from rashomon.report import content_id
from rashomon.weigh.origins import Sources

#: Priorities, the one a reader must know first before the others.
PRIORITY = {"high": 0, "medium": 1, "low": 2}

#: So many names stand before one answer; the others are counted.
_MOST_NAMES = 2


def finding(
    kind: str,
    priority: str,
    text: str,
    sides: Sequence[Side],
    question: str | None = None,
    origin: str | None = None,
) -> Finding:
    """A finding; its id comes from its kind and its evidence."""
    spans = [(span.report, span.start, span.end) for side in sides for span in side.evidence]
    return Finding(
        id=content_id("n", kind, *spans),
        kind=kind,
        priority=priority,
        text=text,
        sides=tuple(sides),
        question=question,
        origin=origin,
    )


def label(origin: Origin) -> str:
    """An origin by name; an outlet's own words have no source."""
    return f"{origin.name} (no source given)" if origin.kind == "outlet" else origin.name


def bare(position: Position) -> str:
    """An answer without the full stop that its sentence ends with."""
    return position.answer.rstrip(".")


def names(origins: Iterable[Origin]) -> str:
    """Several origins, the first ones by name."""
    told = list(dict.fromkeys(label(origin) for origin in origins))
    more = len(told) - _MOST_NAMES
    shown = ", ".join(told[:_MOST_NAMES])
    return f"{shown} and {more} more" if more > 0 else shown


def side_of(positions: Sequence[Position], sources: Sources) -> Side:
    """Positions that give one answer as a side."""
    origins = [sources.by_id[position.origin] for position in positions]
    spans = {span for position in positions for span in position.evidence}
    return Side(label=names(origins), evidence=tuple(sorted(spans)))
