"""The clock: the one place of the product that tells the time, and it is handed in at the edge.

What is read never depends on it: `retrieved` is kept with the page, and a later run over kept pages
gives the same bytes.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """`now` in seconds since 1970 (UTC), `elapsed` in seconds that only ever rise, and `sleep`."""

    now: Callable[[], float] = time.time  # noqa: TID251  # when a page was fetched is a fact of it
    elapsed: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    def stamp(self) -> str:
        """The present instant to the second, ISO 8601 in UTC."""
        return datetime.fromtimestamp(int(self.now()), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
