"""Pace: between two requests to one host lies a time, and a host that asks to wait is heard."""

import threading
from email.utils import parsedate_to_datetime

from rashomon.errors import UnreadableInput
from rashomon.read.fetching.clock import Clock


def seconds_asked(retry_after: str | None, now: float) -> float | None:
    """The seconds that a Retry-After header asks for, given as such or as a date (RFC 9110)."""
    words = (retry_after or "").strip()
    if words.isdecimal() and words.isascii():
        return float(words[:9])
    try:
        return max(0.0, parsedate_to_datetime(words).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return None


class Pace:
    """Whose turn is when: any number of threads may wait for hosts of their own."""

    def __init__(self, clock: Clock, longest_wait: float) -> None:
        self._clock = clock
        self._longest = longest_wait
        self._ready: dict[str, float] = {}  # in elapsed seconds
        self._lock = threading.Lock()

    def wait(self, host: str, apart: float) -> None:
        """Wait for the host's turn and take it: the next is `apart` seconds later.

        Raises UnreadableInput where the host has asked for a longer wait than is waited for.
        """
        with self._lock:
            elapsed = self._clock.elapsed()
            seconds = self._ready.get(host, elapsed) - elapsed
            if seconds > self._longest + apart:
                raise asked_to_wait(host, seconds)
            self._ready[host] = elapsed + max(0.0, seconds) + apart
        if seconds > 0:
            self._clock.sleep(seconds)

    def defer(self, host: str, seconds: float) -> None:
        """Ask nothing of the host for so long."""
        with self._lock:
            until = self._clock.elapsed() + seconds
            self._ready[host] = max(self._ready.get(host, until), until)


def asked_to_wait(host: str, seconds: float) -> UnreadableInput:
    """The problem of a host that asks for a long wait."""
    said = f"{host} asks to be left alone for {seconds:,.0f} seconds; try again after that."
    return UnreadableInput("asked_to_wait", said, again=seconds)
