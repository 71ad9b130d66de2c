"""A server for each test that wants one."""

import pytest

from tests.read.fetching.servers import serving


@pytest.fixture
def server():
    """A server that runs while the test does."""
    with serving() as server:
        yield server
