"""Pages a second: reading saved pages into reports, beside trafilatura alone on the same pages."""

import time
from collections.abc import Callable, Sequence
from statistics import median

from trafilatura import bare_extraction

from bench.results import versions
from bench.ruler import Item, Json
from rashomon.read.document import Source
from rashomon.read.kinds import documents

NAME = "page-speed"
COUNTING = (
    "Pages in a CPU second (user and system) of one process, libraries loaded. Both read all pages "
    "in turn, so many times over; the middle of the runs is told. Ours does all that reading does: "
    "decoding, extraction, dates, blocks and the report's hashes."
)


def measure_pages(items: Sequence[Item], repeats: int) -> Json:
    """Pages a second of each, and how ours stands to trafilatura alone."""
    pages = [item.request["html"].encode() for item in items]
    readers = {"rashomon": _ours, "trafilatura": _alone}
    for read in readers.values():
        read(pages[0])
    runs: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(repeats):
        for name, read in readers.items():
            runs[name].append(len(pages) / _seconds(read, pages))
    rates = {name: round(median(rates), 1) for name, rates in runs.items()}
    return {
        "counting": COUNTING,
        "cases": len(pages),
        "versions": versions(),
        "pages a second": rates,
        "ratio": round(rates["rashomon"] / rates["trafilatura"], 3),
    }


def _seconds(read: Callable[[bytes], object], pages: Sequence[bytes]) -> float:
    started = time.process_time()
    for page in pages:
        read(page)
    return time.process_time() - started


def _ours(page: bytes) -> object:
    return list(documents(page, Source(None, "page.html", "page")))


def _alone(page: bytes) -> object:
    return bare_extraction(page.decode(), include_comments=False, with_metadata=True)
