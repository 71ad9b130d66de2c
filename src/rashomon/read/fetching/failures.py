"""Failures: for how long it is remembered that an address gave nothing."""

import httpx

from rashomon.errors import UnreadableInput
from rashomon.read.fetching.asking import Answer
from rashomon.read.fetching.limits import Limits
from rashomon.read.fetching.pace import seconds_asked
from rashomon.read.fetching.patience import PASSING

#: What a call itself forbids: nobody was asked, and nothing is remembered.
_OF_THE_CALL = ("address_not_allowed", "address_not_supported", "bad_address", "kept_damaged")

#: Where no whole answer came: the network on this side may be what failed.
_UNANSWERED = (
    *("broken_answer", "connection_lost", "host_not_found"),
    *("incomplete", "no_connection", "timed_out", "tls"),
)

#: A server that may answer otherwise soon.
_BUSY = ("asked_to_wait", "robots_unreachable")


class Remembered(UnreadableInput):
    """A failure of an earlier run; nobody was asked again."""


def refusal(answer: Answer, now: float, limits: Limits) -> UnreadableInput:
    """An answer without a page, at the time `now` (seconds since 1970)."""
    reason = httpx.codes.get_reason_phrase(answer.status)
    said = f"The server answers {answer.status} {reason}".rstrip() + "."
    again = seconds_asked(answer.headers.get("retry-after"), now)
    usual = limits.busy_seconds if answer.status in PASSING else None
    return UnreadableInput("http_status", said, again or usual)


def seconds_remembered(failed: UnreadableInput, limits: Limits) -> float:
    """The seconds for which a failure is remembered: as the server asks, but a day at most.

    Where it asks nothing, the busy are left alone for less long than those who refuse.
    """
    if failed.kind in _OF_THE_CALL:
        return 0.0
    if failed.kind in _UNANSWERED:
        return limits.host_seconds
    usual = limits.busy_seconds if failed.kind in _BUSY else limits.refused_seconds
    return min(failed.again or usual, limits.refused_seconds)
