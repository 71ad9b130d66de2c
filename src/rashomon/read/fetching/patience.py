"""Patience: at a host's pace, again where a failure may pass, and along redirects."""

from collections.abc import Callable, Mapping

import httpx

from rashomon.errors import UnreadableInput
from rashomon.read.fetching.addresses import checked
from rashomon.read.fetching.asking import Answer, Asker
from rashomon.read.fetching.pace import Pace, asked_to_wait, seconds_asked

_REDIRECTS = (301, 302, 303, 307, 308)

#: Answers that may be others a little later (RFC 9110, section 15; RFC 6585 for 429).
_PASSING = (429, 500, 502, 503, 504)

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
        seen: list[httpx.URL] = []
        while len(seen) <= self._limits.redirects:
            seen.append(url)
            answer = self._ask(url, leave(url), headers(url), most)
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
        if not self._asker.may_lead(url.host, found.host):
            said = f"It leads to {found.host}, which is allowed to a person, not to {url.host}."
            raise UnreadableInput("address_not_allowed", said)
        return found

    def _ask(self, url: httpx.URL, apart: float, headers: Mapping[str, str], most: int) -> Answer:
        """The answer to one request, asked again while a failure may pass and tries are left."""
        for tried in range(1, self._limits.tries + 1):
            self._pace.wait(url.host, apart)
            wait = 2.0**tried
            try:
                answer = self._asker.ask(url, headers, most)
            except UnreadableInput as error:
                if error.kind not in _PASSING_FAILURES or tried == self._limits.tries:
                    raise
            else:
                if answer.status not in _PASSING:
                    return answer
                asked = seconds_asked(answer.headers.get("retry-after"), self._asker.clock.now())
                wait = max(wait, asked or 0)
                self._pace.defer(url.host, wait)
                if wait > self._limits.longest_wait:
                    raise asked_to_wait(url.host, wait)
                if tried == self._limits.tries:
                    return answer
            self._pace.defer(url.host, wait)
        raise AssertionError("the last try returns or raises")
