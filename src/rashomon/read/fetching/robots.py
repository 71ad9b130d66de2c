"""Robots: what a host's robots.txt lets this program fetch, and how slowly (RFC 9309)."""

from collections.abc import Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from rashomon.errors import UnreadableInput
from rashomon.read.fetching.addresses import host_of
from rashomon.read.fetching.asking import Answer
from rashomon.read.fetching.clock import Clock
from rashomon.read.fetching.limits import PRODUCT, Limits

#: Failures of the host itself: the page would fail as its robots.txt does, and is not asked for.
_OF_THE_HOST = (
    "address_not_allowed",
    "asked_to_wait",
    "connection_lost",
    "host_not_found",
    "no_connection",
    "timed_out",
    "tls",
)


@dataclass(frozen=True, slots=True)
class _Rules:
    """A host's rules, or why there are none; `until` in elapsed seconds."""

    rules: Protego | None
    refused: UnreadableInput | None
    until: float


class Robots:
    """The rules of each host, read once a day at most; `ask` reads a robots.txt."""

    def __init__(self, ask: Callable[[httpx.URL], Answer], clock: Clock, limits: Limits) -> None:
        self._ask = ask
        self._clock = clock
        self._limits = limits
        self._rules: dict[str, _Rules] = {}

    def leave(self, url: httpx.URL) -> float:
        """Leave to fetch `url`, as the seconds that are to lie between two requests to its host.

        Raises UnreadableInput: `robots_disallowed`; `robots_unreachable` where the rules cannot be
        read, which is a no (section 2.3.1.4); or why the host cannot be reached at all.
        """
        rules = self._of(url)
        if rules.refused:
            refused = rules.refused
            raise UnreadableInput(refused.kind, refused.detail, refused.again)
        if rules.rules is None:
            return self._limits.pace
        if not rules.rules.can_fetch(str(url), PRODUCT):
            said = f"The robots.txt of {host_of(url)} asks programs not to fetch this page."
            raise UnreadableInput("robots_disallowed", said)
        delay = rules.rules.crawl_delay(PRODUCT) or 0.0
        return max(self._limits.pace, min(delay, self._limits.slowest_crawl))

    def _of(self, url: httpx.URL) -> _Rules:
        home = str(url.copy_with(raw_path=b"/robots.txt"))
        found = self._rules.get(home)
        if found is None or found.until < self._clock.elapsed():
            found = self._rules[home] = self._read(httpx.URL(home))
        return found

    def _read(self, home: httpx.URL) -> _Rules:
        rules, refused = None, None
        try:
            answer = self._ask(home)
            if answer.status in (200, 203):
                rules = Protego.parse(answer.body.decode("utf-8-sig", "replace"))
            elif answer.status == 429 or answer.status >= 500:
                refused = _unreachable(home, f"the server answers {answer.status}")
        except UnreadableInput as error:
            refused = error if error.kind in _OF_THE_HOST else _unreachable(home, error.detail)
        age = self._limits.host_seconds if refused else self._limits.robots_seconds
        return _Rules(rules, refused, self._clock.elapsed() + age)


def _unreachable(home: httpx.URL, reason: str) -> UnreadableInput:
    said = f"The robots.txt of {host_of(home)} cannot be read, which forbids all: {reason}"
    return UnreadableInput("robots_unreachable", f"{said.rstrip('.')}.")
