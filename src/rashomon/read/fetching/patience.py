"""Patience: at a host's pace, again where a failure may pass, and along redirects."""

from collections.abc import Callable, Mapping
from itertools import count

import httpx

from rashomon.errors import UnreadableInput
from rashomon.read.fetching.addresses import checked, host_of
from rashomon.read.fetching.asking import Answer, Asker
from rashomon.read.fetching.pace import Pace, asked_to_wait, seconds_asked

_REDIRECTS = (301, 302, 303, 307, 308)

#: Answers that may be others a little later (RFC 9110, section 15; RFC 6585 for 429).
PASSING = (429, 500, 502, 503, 504)

#: Failures that may pass. A server that is slow is not asked again: it has enough to do.
_PASSING_FAILURES = ("no_connection", "connection_lost")

#: Asked of each hop before it is asked for: seconds between requests. Raises UnreadableInput.
Leave = Callable[[httpx.URL], float]

#: Given the address of a hop, the headers that are sent with it.
Headers = Callable[[httpx.URL], Mapping[str, str]]


class Patience:
    """Asks as often and as slowly as a host wants, and follows where it points."""

    def __init__(self, asker: Asker, pace: Pace) -> None:
        self._asker = asker
        self._pace = pace
        self._limits = asker.limits

    def follow(self, url: httpx.URL, leave: Leave, headers: Headers, most: int) -> Answer:
        """The answer at the end of all redirects. Raises UnreadableInput."""
        until = self._asker.clock.elapsed() + self._limits.in_all
        seen: list[httpx.URL] = []
        while len(seen) <= self._limits.redirects:
            seen.append(url)
            apart = leave(url)
            if self._asker.clock.elapsed() > until:
                said = f"It took more than {self._limits.in_all:g} seconds, with all its waits."
                raise UnreadableInput("timed_out", said)
            answer = self._ask(url, apart, headers(url), most)
            target = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not target:
                return answer
            url = self._next(url, target)
            if url in seen:
                raise UnreadableInput("too_many_redirects", "It leads back to itself.")
        said = f"It leads on more than {self._limits.redirects} times."
        raise UnreadableInput("too_many_redirects", said)

    def _next(self, url: httpx.URL, target: str) -> httpx.URL:
        """Where a redirect leads. Raises UnreadableInput where it must not lead."""
        try:
            found = checked(str(url.join(target)))
        except (httpx.InvalidURL, ValueError) as error:
            raise UnreadableInput("bad_address", "It leads to what is no address.") from error
        except UnreadableInput as error:
            said = f"It leads to {target:.100}. {error.detail}"
            raise UnreadableInput(error.kind, said) from error
        here, there = host_of(url), host_of(found)
        if not self._asker.may_lead(here, there):
            said = f"It leads to {there}, which is allowed to a person, not to {here}."
            raise UnreadableInput("address_not_allowed", said)
        return found

    def _ask(self, url: httpx.URL, apart: float, headers: Mapping[str, str], most: int) -> Answer:
        """The answer to one request, asked again while a failure may pass and tries are left."""
        for tried in count(1):
            self._pace.wait(host_of(url), apart)
            came = self._came(url, headers, most)
            if not _may_pass(came):
                break
            self._defer(host_of(url), came, 2.0**tried)
            if tried >= self._limits.tries:
                break
        if isinstance(came, UnreadableInput):
            raise came
        return came

    def _came(
        self, url: httpx.URL, headers: Mapping[str, str], most: int
    ) -> Answer | UnreadableInput:
        try:
            return self._asker.ask(url, headers, most)
        except UnreadableInput as error:
            return error

    def _defer(self, host: str, came: Answer | UnreadableInput, seconds: float) -> None:
        """Leave the host alone for so many seconds, or as many more as it asks for.

        Raises UnreadableInput where it asks for more than is waited for.
        """
        if isinstance(came, Answer):
            after = came.headers.get("retry-after")
            seconds = max(seconds, seconds_asked(after, self._asker.clock.now()) or 0)
        self._pace.defer(host, seconds)
        if seconds > self._limits.longest_wait:
            raise asked_to_wait(host, seconds)


def _may_pass(came: Answer | UnreadableInput) -> bool:
    if isinstance(came, Answer):
        return came.status in PASSING
    return came.kind in _PASSING_FAILURES
