"""Watching feeds: round after round into a folder, until somebody ends it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from rashomon.errors import NothingUsable
from rashomon.reach import Reach
from rashomon.read.fetching.clock import Clock
from rashomon.read.links import open_fetcher
from rashomon.read.watching.folder import open_folder
from rashomon.read.watching.rounds import Rounds
from rashomon.read.watching.subscriptions import feeds_of


def run_watch(
    named: Sequence[str],
    folder: Path,
    reach: Reach,
    told: Callable[[str], None],
    *,
    every: float,
    rounds: int | None = None,
    clock: Clock | None = None,
) -> bool:
    """Look at the feeds that are `named` every so many seconds, and write down what is new.

    Ends after so many `rounds`, or never; whatever ends it, the next run goes on where it was.
    Whether all could be used in the last round. Raises WrongCall where a feed or the folder cannot
    be used, NothingUsable where the last round read no feed.
    """
    clock = clock or Clock()
    feeds = feeds_of(named)
    with open_folder(folder) as opened:
        fetcher = open_fetcher(replace(reach, refresh=True), opened.keep, clock=clock)
        looking = Rounds(feeds, opened, fetcher, clock, told)
        for number in count(1):
            began = clock.now()
            counted = looking.look()
            told(f"{clock.stamp()}: {_summary(counted)}")
            if number == rounds:
                break
            clock.sleep(max(0.0, every - (clock.now() - began)))
    if not counted["feeds"]:
        raise NothingUsable("Nothing usable: no feed could be read.")
    return not counted["problems"]


def _summary(counted: Counter[str]) -> str:
    names = ("feeds", "new", "changed", "unchanged", "problems")
    return ", ".join(f"{name} {counted[name]}" for name in names if counted[name])
