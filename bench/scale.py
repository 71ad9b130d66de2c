"""Scale: what an account of one story costs as the reports of it grow in number."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.product import COMMAND
from bench.results import versions
from bench.ruler import Json
from bench.speed import growth, run

NAME = "scale"
SIZES = (60, 125, 250, 500)
COUNTING = (
    "CPU seconds (user and system, start-up included) and the peak memory of one `rashomon "
    "account` of so many reports of one story. They are made from the example of the fire at the "
    "port: each leaves out a third of the paragraphs, in turn, and has numbers of its own, as if "
    "outlets went on telling the story. Growth is the exponent of the seconds beyond those of the "
    "smallest number, from the second smallest to the largest: 1 is linear."
)
_STORY = Path(__file__).parents[1] / "examples" / "port_fire" / "reports"
#: A number of two digits or more; four alone may be a year, and stay.
_NUMBER = re.compile(r"(?<![\d,.])(?!\d{4}(?![\d,]))\d[\d,]*\d(?![\d.]*\d)")
#: So many reports in turn have numbers of their own before the first come again.
_TURNS = 101


def measure_scale(sizes: Sequence[int] = SIZES) -> Json:
    """Seconds, megabytes and growth over stories of those many reports."""
    costs = {}
    with TemporaryDirectory() as home:
        for size in sorted(sizes):
            told = Path(home) / f"{size}.jsonl"
            told.write_text("".join(json.dumps(row) + "\n" for row in retold(size)))
            out = str(Path(home) / f"{size}.json")
            costs[size] = run([*COMMAND, "account", str(told), "--format", "json", "-o", out])
    base, *larger = costs
    beyond = {size: costs[size].cpu - costs[base].cpu for size in larger}
    added = {size - base: seconds for size, seconds in beyond.items()}
    return {
        "counting": COUNTING,
        "command": f"python -m bench {NAME}",
        "versions": versions(),
        "CPU seconds": {str(size): round(cost.cpu, 1) for size, cost in costs.items()},
        "memory in MB": {str(size): round(cost.memory) for size, cost in costs.items()},
        "milliseconds a report": {
            str(size): round(1000 * cost.cpu / size, 1) for size, cost in costs.items()
        },
        "growth": growth(added) if added else None,
    }


def retold(size: int) -> Iterator[Json]:
    """So many reports of the example, each in a form of its own; the same for the same size."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_STORY.glob("*.txt"))]
    for at in range(size):
        paragraphs = [each for each in texts[at % len(texts)].split("\n\n") if each.strip()]
        kept = [each for turn, each in enumerate(paragraphs) if turn == 0 or (turn + at) % 3]
        move = partial(_moved, at % _TURNS)
        yield {
            "id": f"r{at:04d}",
            "outlet": f"Outlet {at:04d}",
            "published": "2025-03-19",
            "text": _NUMBER.sub(move, "\n\n".join(kept)),
        }


def _moved(step: int, number: re.Match[str]) -> str:
    """A number up to a fifth higher, printed as it was."""
    printed = number[0]
    value = int(printed.replace(",", ""))
    return f"{value + value * step // 500:{',' if ',' in printed else ''}}"
