"""Rounds: each asks every feed once, and the pages that are new, told of anew, or due again."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from rashomon.errors import UnreadableInput
from rashomon.problem import Problem
from rashomon.read.dates import publication
from rashomon.read.document import Known, Source
from rashomon.read.fetching.addresses import page_name
from rashomon.read.fetching.clock import Clock
from rashomon.read.fetching.fetcher import Fetched, Fetcher
from rashomon.read.fetching.hosts import Came, fetch_all
from rashomon.read.links import Told, page_reports
from rashomon.read.watching.feeds import Entry, entries_of, together
from rashomon.read.watching.folder import Folder, Visit
from rashomon.report import Report

#: A page that its feed still shows is asked again after an hour, and as long as nothing comes of
#: it after twice the time, a day at most: most corrections come within hours.
_SOON, _LATE = 3_600.0, 86_400.0


class Rounds:
    """Looks at feeds; what it has seen and found is in the folder, so that any may be the first."""

    def __init__(
        self, feeds: Sequence[str], folder: Folder, fetcher: Fetcher, clock: Clock, told: Told
    ) -> None:
        self._feeds = feeds
        self._folder = folder
        self._fetcher = fetcher
        self._clock = clock
        self._told = told
        self._troubled: dict[str, str] = {}

    def look(self) -> Counter[str]:
        """Look at all feeds once: how many feeds and pages came, and what came of the pages."""
        counted: Counter[str] = Counter()
        shown: defaultdict[str, list[Entry]] = defaultdict(list)
        for feed, came in fetch_all(self._feeds, self._fetcher.fetch):
            try:
                entries = entries_of(self._data(came), feed)
            except UnreadableInput as error:
                counted["problems"] += 1
                self._trouble(feed, error)
                continue
            counted["feeds"] += 1
            self._troubled.pop(feed, None)
            for entry in entries:
                if self._fetcher.may_lead(feed, entry.address):
                    shown[entry.address].append(entry)
        due = {entry.address: entry for entry in map(together, shown.values()) if self._due(entry)}
        for entry in due.values():
            self._catch_up(entry)
        for address, came in fetch_all(due, self._fetcher.fetch):
            counted[self._visit(due[address], came)] += 1
        return counted

    def _due(self, entry: Entry) -> bool:
        last = self._folder.last(entry.address)
        if last is None or last.mark != entry.mark:
            return True
        return self._clock.now() - last.at >= min(_SOON * 2.0 ** min(last.calm, 10), _LATE)

    def _catch_up(self, entry: Entry) -> None:
        """Write down what was fetched before by a watch that was ended before it wrote that."""
        kept = self._fetcher.kept(entry.address)
        last = self._folder.last(entry.address)
        if kept and (last is None or last.sha256 != kept.record.sha256):
            with suppress(UnreadableInput):  # it is fetched anew, and told then
                self._written(entry, kept)

    def _visit(self, entry: Entry, came: Came) -> str:
        """Write down what came of a page, and then that it was visited: new, changed and so on."""
        last = self._folder.last(entry.address)
        sha256 = last.sha256 if last else None
        try:
            if isinstance(came, UnreadableInput):
                raise came
            sha256 = came.record.sha256
            what = self._written(entry, came)
            self._troubled.pop(entry.address, None)
        except UnreadableInput as error:
            what = "problems"
            self._trouble(entry.address, error)
        visit = Visit(
            address=entry.address,
            at=self._clock.now(),
            mark=entry.mark,
            calm=0 if what in ("new", "changed") or last is None else last.calm + 1,
            came=what,
            sha256=sha256,
        )
        self._folder.visited(visit)
        return what

    def _written(self, entry: Entry, came: Fetched) -> str:
        """Add the reports in a page to the folder. Raises UnreadableInput where it has none."""
        name, known = page_name(entry.address), Known(url=entry.address)
        source = Source(None, entry.address, name, entry.address, known)
        what, trouble = "unchanged", None
        for item in page_reports(source, came.record, self._fetcher.data(came.record)):
            if isinstance(item, Problem):
                trouble = item if item.report is None else trouble
                continue
            report = _dated(item.report, entry)
            added = self._folder.add(report)
            if added != "unchanged":
                what = added
                self._told(f"{added}: {report.url} {report.title or ''}".rstrip())
        if trouble:
            raise UnreadableInput(trouble.kind, trouble.detail)
        return what

    def _data(self, came: Came) -> bytes:
        if isinstance(came, UnreadableInput):
            raise came
        return self._fetcher.data(came.record)

    def _trouble(self, address: str, error: UnreadableInput) -> None:
        """Tell a problem, once as long as it lasts."""
        if self._troubled.get(address) != error.kind:
            self._troubled[address] = error.kind
            self._told(f"{address}: {error.detail}")


def _dated(report: Report, entry: Entry) -> Report:
    """The report with the date that its feed gives, where the page gives none."""
    given = publication(entry.published) if entry.published else None
    if report.published or given is None:
        return report
    day, precision = given
    return replace(report, published=day, published_precision=precision, published_basis="metadata")
