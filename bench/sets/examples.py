"""Our own examples against their goldens, with the marks that their floors are set on."""

import json
import os
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.case import Case, Miss
from bench.counts import Share
from bench.goldens import EVENTS, EXAMPLES, golden, resolve
from bench.product import COMMAND, Broken
from bench.ruler import Absent, Item, Json
from bench.scoring import Scored

#: The day of reports that carry none.
_PUBLISHED = {"port_fire": "2025-03-19"}


class Examples:
    """All that the goldens of the example events ask for."""

    name = "examples"
    data = ("examples of the project",)
    headline = "linked pairs found"
    one_in = 1
    counting = (
        "One mark for each thing that a golden asks for; a figure is the share of right marks of "
        "its name over all events (bench/scoring.py says what each is). never told: events "
        "without a forbidden link, a value for a malformed number or a false contradiction."
    )

    def load(self, data: Path) -> list[Item]:
        """The example events. They lie in the project itself, not in `data`."""
        if not EXAMPLES.is_dir():
            raise Absent(f"{EXAMPLES} is not there")
        return [
            Item(id=event, unit=event, request={"event": event}, gold=golden(event))
            for event in EVENTS
        ]

    def product(self, requests: Sequence[Json]) -> Iterator[Json]:
        """The account of each event."""
        for request in requests:
            yield told(request["event"])

    def cases(self, items: Sequence[Item], answers: Sequence[Json]) -> Iterator[Case]:
        """The marks of each event."""
        for item, answer in zip(items, answers, strict=True):
            scored = beside(answer, item.gold)
            marks: dict[str, list[bool]] = defaultdict(list)
            for name, right in scored.marks():
                marks[name].append(right)
            wrongs = list(scored.wrongs())
            counts = {name: Share(sum(rights), len(rights)) for name, rights in marks.items()}
            counts["never told"] = Share(not wrongs)
            misses = tuple(_miss(wrong) for wrong in wrongs)
            yield Case(id=item.id, unit=item.unit, counts=counts, misses=misses)


def told(event: str) -> Json:
    """The account that the program prints of the reports of an event.

    Raises Broken where it prints none.
    """
    command = [*COMMAND, "account", f"examples/{event}/reports", "--format", "json"]
    if event in _PUBLISHED:
        command += ["--published", _PUBLISHED[event]]
    environment = os.environ | {"PYTHONHASHSEED": "1"}
    done = subprocess.run(
        command, cwd=EXAMPLES.parent, env=environment, capture_output=True, check=False
    )
    if done.returncode:
        raise Broken(f"{event}: exit {done.returncode}: {done.stderr.decode()[-800:]}")
    return json.loads(done.stdout)


def beside(account: Json, asked: Json) -> Scored:
    """An account beside its golden."""
    texts = {report["id"]: report["text"] for report in account["reports"]}
    return Scored(account, resolve(asked, texts))


def _miss(wrong: str) -> Miss:
    return Miss(
        cause="never to be told", start=0, end=0, wanted="nothing", given=wrong, context=wrong
    )
