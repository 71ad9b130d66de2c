"""Relinking: groups of answers as a person's corrections would have them."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from rashomon.correction import Correction
from rashomon.report import Span

#: The corrections that are about links.
_LINKS = ("split", "join", "merge")

Answer = TypeVar("Answer")


def relinked(
    groups: Sequence[Sequence[Answer]],
    corrections: Sequence[Correction],
    span_of: Callable[[Answer], Span],
) -> list[list[Answer]]:
    """The groups after the corrections that were applied to links, in their order.

    A split takes the answers at its span out of their group (where it names others, only if that
    group holds these), into a group of their own; a join puts them into the group of the others; a
    merge makes one of both groups. What stands at neither span stays where it is.
    """
    changed = [list(group) for group in groups]
    for told in corrections:
        if told.kind in _LINKS and told.state == "applied" and told.span is not None:
            _relink(changed, told, told.span, span_of)
    return [group for group in changed if group]


def _relink(
    groups: list[list[Answer]],
    told: Correction,
    span: Span,
    span_of: Callable[[Answer], Span],
) -> None:
    for group in list(groups):
        moved = [each for each in group if span_of(each).overlaps(span)]
        if not moved:
            continue
        home = _home(groups, told.span_of_other, span_of)
        if told.kind == "split" and (told.span_of_other is None or home is group):
            group[:] = [each for each in group if each not in moved]
            groups.append(moved)
        elif told.kind != "split" and home is not None and home is not group:
            moved = group.copy() if told.kind == "merge" else moved
            group[:] = [each for each in group if each not in moved]
            home += moved


def _home(
    groups: Sequence[list[Answer]], span: Span | None, span_of: Callable[[Answer], Span]
) -> list[Answer] | None:
    """The group of the answers at a span."""
    if span is None:
        return None
    return next((g for g in groups if any(span_of(each).overlaps(span) for each in g)), None)
