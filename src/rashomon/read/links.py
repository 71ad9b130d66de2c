"""Links: addresses read as reports, and told as they come."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from rashomon.errors import UnreadableInput
from rashomon.problem import Problem
from rashomon.reach import Reach
from rashomon.read.document import Known, Row, Source, outlet_at
from rashomon.read.fetching.addresses import (
    archived,
    canonical,
    host_named,
    own_address,
)
from rashomon.read.fetching.asking import Asker
from rashomon.read.fetching.clock import Clock
from rashomon.read.fetching.failures import Remembered
from rashomon.read.fetching.fetcher import Fetched, Fetcher
from rashomon.read.fetching.hosts import Came, fetch_all
from rashomon.read.fetching.limits import Limits
from rashomon.read.keep import Keep, Record
from rashomon.read.kinds import documents

#: Behind a failure of an earlier run, of which nobody was asked again.
_MARK = " (remembered)"

#: Told in one line of what came, or of how all went.
Told = Callable[[str], None]


def open_fetcher(
    reach: Reach, keep: Keep | None, limits: Limits | None = None, clock: Clock | None = None
) -> Fetcher:
    """The fetcher of that reach. Raises WrongCall where one of its hosts is no host."""
    hosts = frozenset(map(host_named, reach.hosts))
    asker = Asker(limits=limits or Limits(), clock=clock or Clock(), allowed=hosts)
    return Fetcher(asker, keep, refresh=reach.refresh, retry=reach.retry)


class Links:
    """The addresses of one call: fetched together, then read in their order."""

    def __init__(self, fetcher: Fetcher, told: Told) -> None:
        self._fetcher = fetcher
        self._told = told
        self._came: dict[str, Came] = {}
        self._first: dict[str, str] = {}

    def expect(self, sources: Sequence[Source | Problem]) -> None:
        """Fetch all that are addresses among `sources`, from several hosts at a time."""
        wanted = []
        for source in sources:
            if isinstance(source, Source) and source.known.url:
                with suppress(UnreadableInput):  # told where it is read
                    wanted.append(canonical(source.known.url))
        total = len(set(wanted))
        counted: Counter[str] = Counter()
        for address, came in fetch_all(wanted, self._fetcher.fetch):
            self._came[address] = came
            how = _how(came)
            counted[how] += 1
            if how != "kept":
                self._told(f"{counted.total()}/{total} {how}: {address}")
        if total:
            all_in_all = ", ".join(f"{number} {how}" for how, number in sorted(counted.items()))
            hint = " --retry asks again for what is remembered." if _MARK in all_in_all else ""
            self._told(f"{total} {'address' if total == 1 else 'addresses'}: {all_in_all}.{hint}")

    def read(self, source: Source) -> Iterator[Row | Problem]:
        """The reports at an address, or the problem that stood in the way."""
        try:
            address = canonical(source.known.url or "")
            came = self._came.get(address) or self._fetcher.fetch(address)
            stale = None
            if isinstance(came, UnreadableInput):
                kept = self._fetcher.kept(address)
                if kept is None:
                    raise came
                stale, came = came, kept
            first = self._first.setdefault(came.record.final_url, address)
            if first != address:
                said = f"It leads to the page of {first}, which is read once."
                raise UnreadableInput("duplicate_id", said)
            yield from page_reports(source, came.record, self._fetcher.data(came.record))
        except UnreadableInput as error:
            yield source.problem(error.kind, error.detail)
            return
        if stale:
            said = f"It could not be asked for again; the kept copy is read. {stale.detail}"
            yield source.problem(stale.kind, said, source.id)
        if came.damaged:
            said = (
                f"The kept copy could not be used, and the page was fetched again. {came.damaged}"
            )
            yield source.problem("kept_damaged", said, source.id)


def _how(came: Came) -> str:
    """How an address came, in a word or two."""
    if isinstance(came, Fetched):
        return came.how
    return f"{came.kind}{_MARK}" if isinstance(came, Remembered) else came.kind


def page_reports(source: Source, record: Record, data: bytes) -> Iterator[Row | Problem]:
    """The reports in a fetched page, each with its address and the time it was retrieved."""
    original = archived(record.url)
    known = Known(
        url=original or record.final_url,
        archived_url=record.url if original else None,
        retrieved=record.retrieved,
    )
    for item in documents(data, replace(source, known=known), record.media_type):
        if not isinstance(item, Row) or item.report.id != source.id:
            yield item  # a problem, or one of several reports in the page, with its own address
            continue
        url = own_address(item.report.url, original or record.final_url)
        outlet = item.report.outlet or outlet_at(url)
        yield replace(item, report=replace(item.report, url=url, outlet=outlet))
