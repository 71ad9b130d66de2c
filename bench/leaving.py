"""Leaving one story out: would the thresholds of linking have been the same without it?

Each threshold of `data/linking.toml` is tried at the values of a small grid, one at a time. For
each story with hand gold the values that link the figures of the other stories best are chosen,
and the story that was left out is scored with these. Where that is as good as with the values that
are shipped, these do not rest on the story itself.
"""

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from bench.counts import Tally
from bench.product import Broken
from bench.ruler import Absent, there
from rashomon import Settings, find_notes, make_account, read_reports
from rashomon.notes import Notes
from rashomon.tell.json import to_json
from rashomon.weigh import thresholds as home
from rashomon.weigh.thresholds import Holding, Thresholds

NAME = "leave-one-out"

#: The values tried of each threshold, the shipped one among them.
GRID: dict[str, tuple[float, ...]] = {
    "near_synonyms": (0.7, 0.8, 0.9),
    "far": (1.5, 2.0, 3.0),
    "enough": (2, 3, 4),
    "enough_by_words": (4, 5, 6),
    "alike": (0.4, 0.5, 0.6),
    "close": (0.6, 0.7, 0.8),
    "near_km": (25.0, 50.0, 100.0),
}

#: The scorer's line of links: right, asked for, given.
_LINKS = re.compile(r"cross-report links F1.*?\((\d+) of (\d+) gold pairs, (\d+) product pairs")


@dataclass(frozen=True, slots=True)
class Story:
    """A story with hand gold: its folder, and the notes of its reports, found once."""

    folder: Path
    notes: tuple[Notes, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A story that was left out: the values that the others chose, and the links of the story by
    these and by the shipped ones."""

    story: str
    chosen: dict[str, float]
    links: Tally
    shipped: Tally


def leave_one_out(data: Path) -> Iterator[Left]:
    """Each story, left out in turn. Raises Absent where there is no gold under `data`."""
    scorer = there(data, "../score/score_account.py")
    stories = [_story(path.parent) for path in sorted(there(data, "../gold").glob("*/gold.json"))]
    if not stories:
        raise Absent(f"no gold beside {data}")
    shipped = home.thresholds()
    base = {story.folder.name: _links(story, shipped, scorer) for story in stories}
    tried = {
        (name, value): {
            story.folder.name: _links(story, replace(shipped, **{name: value}), scorer)
            for story in stories
        }
        for name, values in GRID.items()
        for value in values
        if value != getattr(shipped, name)
    }
    for story in stories:
        left = story.folder.name
        chosen = dict(_chosen(left, base, tried))
        links = _links(story, replace(shipped, **chosen), scorer) if chosen else base[left]
        yield Left(left, chosen, links, base[left])


def _story(folder: Path) -> Story:
    reports, _ = read_reports([str(folder / "reports.jsonl")], Settings())
    return Story(folder, tuple(find_notes(reports, Settings())))


def _chosen(
    left: str,
    base: Mapping[str, Tally],
    tried: Mapping[tuple[str, float], Mapping[str, Tally]],
) -> Iterator[tuple[str, float]]:
    """The values that link the figures of the other stories better than the shipped ones do."""
    for name, values in GRID.items():
        scores = {v: _score(tried[name, v], left) for v in values if (name, v) in tried}
        best = max(scores, key=lambda value: (scores[value], -value))
        if scores[best] > _score(base, left):
            yield name, best


def _score(links: Mapping[str, Tally], left: str) -> float:
    """F1 over all stories but one."""
    total = sum((links[story] for story in links if story != left), Tally(0, 0, 0))
    return total.score or 0.0


def _links(story: Story, values: Thresholds, scorer: Path) -> Tally:
    """The links of a story by these thresholds, as the scorer beside the gold counts them."""
    home.thresholds.cache_clear()
    with patch.object(home, "table", lambda name, kind: Holding(thresholds=values)):
        account = make_account(list(story.notes), [], Settings())
    home.thresholds.cache_clear()
    with TemporaryDirectory() as kept:
        file = Path(kept) / "account.json"
        file.write_bytes(to_json(account))
        told = _told(scorer, story.folder, file)
    counted = _LINKS.search(told)
    if counted is None:
        raise Broken(f"{story.folder.name}: {told[-400:]}")
    right, asked, given = map(int, counted.groups())
    return Tally(right, given, asked)


def _told(scorer: Path, folder: Path, account: Path) -> str:
    """What the scorer prints of an account."""
    files = [str(folder / "gold.json"), str(folder / "reports.jsonl")]
    command = [sys.executable, str(scorer), *files, "--account", str(account)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def lines(lefts: Sequence[Left]) -> Iterator[str]:
    """A line for each story, and the sum of them."""
    for left in lefts:
        chosen = ", ".join(f"{name} {value:g}" for name, value in left.chosen.items())
        yield f"{left.story:10} {_number(left.links)}  shipped {_number(left.shipped)}  {chosen}"
    totals = [
        sum((getattr(left, part) for left in lefts), Tally(0, 0, 0))
        for part in ("links", "shipped")
    ]
    yield f"{'all':10} {_number(totals[0])}  shipped {_number(totals[1])}"


def _number(links: Tally) -> str:
    return f"F1 {links.score or 0.0:.3f} ({links.right:g} of {links.asked:g}, {links.given:g})"
