"""Limits: how often, how long and how much is asked of a server, and taken from it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds, bytes and counts, each for one address unless it says otherwise.

    `seconds` bounds one request from the look-up of the name to the last byte, `quiet` a wait
    without any byte, `in_all` the requests for one address with all waits between. `largest`
    bounds the body as sent and as unpacked. `pace` lies between two requests to one host.
    `longest_wait` bounds each wait that a server asks for; `slowest_crawl` is the longest
    Crawl-delay that is waited for.
    """

    seconds: float = 60
    quiet: float = 15
    in_all: float = 300
    largest: int = 50_000_000  # as of a file
    held: int = 500_000_000  # of all pages of a run, where nothing keeps them on a disk
    redirects: int = 5  # RFC 9309 asks for five at least; browsers follow twenty
    tries: int = 3
    pace: float = 1
    longest_wait: float = 120
    slowest_crawl: float = 30
    robots_bytes: int = 512_000  # RFC 9309, section 2.5: at least 500 KiB are read
    robots_seconds: float = 86_400  # RFC 9309, section 2.4: rules are a day old at most
    host_seconds: float = 300  # so long a host that cannot be reached is not tried again
    busy_seconds: float = 3_600  # nor a page whose server is busy, by another run with its keep
    refused_seconds: float = 86_400  # nor one that a server refuses or does not have


#: How the program names itself to servers; the name is also the one looked up in robots.txt.
PRODUCT = "rashomon"
AGENT = f"{PRODUCT} (reads news reports for one person at a time, and keeps to robots.txt)"
