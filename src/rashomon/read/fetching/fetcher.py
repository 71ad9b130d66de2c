"""The fetcher: for an address, the page kept before, or else the page that its server gives."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from rashomon.errors import UnreadableInput
from rashomon.read.fetching.addresses import canonical, host_of
from rashomon.read.fetching.asking import Answer, Asker
from rashomon.read.fetching.failures import Remembered, refusal, seconds_remembered
from rashomon.read.fetching.pace import Pace
from rashomon.read.fetching.patience import Patience
from rashomon.read.fetching.robots import Robots
from rashomon.read.keep import Failure, Keep, Record


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page and how it came: fetched, kept (from before) or unchanged (as the server says).

    `damaged` tells of a kept copy that could not be used and was fetched again.
    """

    record: Record
    how: str
    damaged: str | None = None


class Fetcher:
    """Fetches addresses into a keep or into memory.

    What `keep` holds is not asked for again, unless `refresh`: then the server is asked whether it
    has changed. Nor is what failed before, for a while, unless `refresh` or `retry`. Any number of
    threads may fetch from hosts of their own.
    """

    def __init__(
        self,
        asker: Asker,
        keep: Keep | None = None,
        *,
        refresh: bool = False,
        retry: bool = False,
    ) -> None:
        self._asker = asker
        self._keep = keep
        self._refresh = refresh
        self._retry = retry or refresh
        self._held: dict[str, bytes] = {}
        self._patience = Patience(asker, Pace(asker.clock, asker.limits.longest_wait))
        self._robots = Robots(self._rules_at, asker.clock, asker.limits)

    def fetch(self, address: str) -> Fetched:
        """The page at an address. Raises UnreadableInput with what stood in the way."""
        url = canonical(address)
        known, damaged = self._known(url)
        if known and not self._refresh:
            return Fetched(known, "kept")
        failed = self._keep.failure(url) if self._keep and not self._retry else None
        if failed and failed.until > self._asker.clock.now():
            raise Remembered(failed.kind, failed.detail)
        try:
            answer = self._asked(url, known)
        except UnreadableInput as error:
            self._failed(url, error)
            raise
        if answer.status == 304 and known:
            return Fetched(known, "unchanged")
        return Fetched(self._noted(url, answer), "fetched", damaged)

    def _asked(self, url: str, known: Record | None) -> Answer:
        """The server's answer, with a page or, of a known one, with that it has not changed."""
        answer = self._patience.follow(
            httpx.URL(url),
            self._robots.leave,
            lambda hop: _validators(known, hop),
            self._asker.limits.largest,
        )
        if answer.status in (200, 203) or (answer.status == 304 and known):
            return answer
        raise refusal(answer, self._asker.clock.now(), self._asker.limits)

    def _failed(self, url: str, error: UnreadableInput) -> None:
        """Remember a failure for as long as is sensible."""
        seconds = seconds_remembered(error, self._asker.limits)
        if self._keep and seconds > 0:
            until = self._asker.clock.now() + seconds
            self._keep.fail(Failure(url=url, kind=error.kind, detail=error.detail, until=until))

    def kept(self, address: str) -> Fetched | None:
        """What is kept of an address, without asking for it; None where nothing or damaged."""
        known, _ = self._known(canonical(address))
        return Fetched(known, "kept") if known else None

    def data(self, record: Record) -> bytes:
        """The bytes of a page that was fetched. Raises UnreadableInput where they are gone."""
        data = self._keep.raw(record.sha256) if self._keep else self._held.get(record.sha256)
        if data is None:
            raise UnreadableInput("kept_damaged", "Its kept bytes are gone or changed.")
        return data

    def may_lead(self, here: str, there: str) -> bool:
        """Whether what came from the address `here` may send to the address `there`."""
        return self._asker.may_lead(host_of(here), host_of(there))

    def _known(self, url: str) -> tuple[Record | None, str | None]:
        try:
            return self._keep.record(url) if self._keep else None, None
        except UnreadableInput as damaged:
            return None, damaged.detail

    def _noted(self, url: str, answer: Answer) -> Record:
        digest = self._keep.put(answer.body) if self._keep else self._hold(answer.body)
        record = Record(
            url=url,
            final_url=str(answer.url),
            status=answer.status,
            media_type=answer.media_type,
            retrieved=self._asker.clock.stamp(),
            sha256=digest,
            etag=answer.headers.get("etag"),
            last_modified=answer.headers.get("last-modified"),
        )
        if self._keep:
            self._keep.note(record)
        return record

    def _hold(self, body: bytes) -> str:
        """Hold a page in memory for the run; its SHA-256."""
        if sum(map(len, self._held.values())) + len(body) > self._asker.limits.held:
            said = "All pages together are too large to be held: name a folder with --keep."
            raise UnreadableInput("too_large", said)
        digest = hashlib.sha256(body).hexdigest()
        self._held[digest] = body
        return digest

    def _rules_at(self, home: httpx.URL) -> Answer:
        """A robots.txt; reading the rules needs no leave."""
        limits = self._asker.limits
        return self._patience.follow(home, lambda _: limits.pace, lambda _: {}, limits.robots_bytes)


def _validators(known: Record | None, hop: httpx.URL) -> Mapping[str, str]:
    """The headers that ask only for what has changed, for the hop that gave the known copy."""
    if known is None or str(hop) != known.final_url:
        return {}
    found = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in found.items() if value}
