"""A server, a time and a fetcher for each test."""

import pytest

from rashomon.read.fetching.asking import Asker
from rashomon.read.fetching.fetcher import Fetcher
from tests.read.fetching.servers import LIMITS, Time, serving


@pytest.fixture
def server():
    """A server that runs while the test does."""
    with serving() as server:
        yield server


@pytest.fixture
def time():
    """A time of the test's own."""
    return Time()


@pytest.fixture
def fetcher(time):
    """Makes a fetcher to which 127.0.0.1 is allowed by name."""

    def make(keep=None, *, limits=LIMITS, clock=None, hosts=("127.0.0.1",), **more):
        clock = clock or time.clock()
        again = {name: more.pop(name) for name in ("refresh", "retry") if name in more}
        asker = Asker(limits=limits, clock=clock, allowed=frozenset(hosts), **more)
        return Fetcher(asker, keep, **again)

    return make
