"""Versions: texts of one page, of which the later one stands in the place of the earlier."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from rashomon.report import Report

#: When the Wayback Machine took a copy, in the copy's address.
_TAKEN = re.compile(r"/web/(\d{8})(\d{6})")


@dataclass(frozen=True, slots=True)
class Versions:
    """Which reports are versions of one page; `later` names those that came after a report.

    Two reports are versions of one page where they have its address. Where nothing tells which
    was first neither is the later.
    """

    later: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, reports: Iterable[Report]) -> "Versions":
        """The versions among `reports`, in whatever order they stand."""
        pages: dict[str, list[Report]] = defaultdict(list)
        for report in reports:
            if page := _page(report.url):
                pages[page].append(report)
        return cls(
            {
                one.id: frozenset(other.id for other in same if _is_before(one, other))
                for same in pages.values()
                for one in same
                if len(same) > 1
            }
        )

    def is_newest(self, report: str) -> bool:
        """Whether no later version of a report's page is there."""
        return not self.later.get(report)

    def gives_way(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether each of the reports `one` has a later version among `other`."""
        there = frozenset(other)
        return all(self.later.get(report, frozenset()) & there for report in one)


def _page(url: str | None) -> str | None:
    """What all spellings of a page's address share; the address of a whole site is no page's."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    if not parts.netloc or not (path or parts.query):
        return None
    return f"{parts.netloc.lower().removeprefix('www.')}{path}?{parts.query}"


def _is_before(one: Report, other: Report) -> bool:
    """Whether `one` is known to be earlier: by when both were taken, else by what they tell."""
    for first, second in zip(_moments(one), _moments(other), strict=True):
        if first is not None and second is not None and first != second:
            return first < second
    return False


def _moments(report: Report) -> Sequence[datetime | None]:
    """When a report was copied or fetched, and the day that it tells itself."""
    copied = _TAKEN.search(report.archived_url or "")
    return (
        _moment("T".join(copied.groups()) if copied else report.retrieved),
        _moment(report.updated or report.published),
    )


def _moment(told: str | None) -> datetime | None:
    """An instant from ISO 8601, in UTC where a zone is given; None where it is none."""
    try:
        moment = datetime.fromisoformat(told or "")
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
