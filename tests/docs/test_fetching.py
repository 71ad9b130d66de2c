"""The page on fetching: its commands run, against a server on this machine."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.read.fetching.limits import Limits
from tests.read.fetching.servers import answer, serving

PAGE = (Path(__file__).parents[2] / "docs" / "fetching.md").read_text(encoding="utf-8")
COMMANDS = [
    line for line in PAGE.splitlines() if line.startswith("rashomon ") and "every" not in line
]

STORY = b"""<html><head><title>Cranes down</title></head><body><article><h1>Cranes down</h1>
<p>The port office said on Tuesday that two cranes had come down in the storm.</p>
<p>Eleven people were hurt, and the ferries sailed again before noon.</p></article></body></html>"""
FEED = b'<rss version="2.0"><channel><item><link>/cranes</link></item></channel></rss>'


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder to work in, and a server that stands for every outlet of the page."""
    with serving() as server:
        server.paths = {"/cranes": answer(STORY), "/quay": answer(STORY), "/feed": answer(FEED)}
        folder = tmp_path_factory.mktemp("desk")
        (folder / "links.txt").write_text(server.url("/cranes"))
        yield server, folder


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_runs(command, desk):
    """Each command does its work and ends with 0."""
    server, folder = desk
    here = re.sub(r"https://\w+\.example", server.url(""), command)
    words = [sys.executable, "-m", *here.split()]
    if "account inbox" not in command:
        words += ["--allow-host", "127.0.0.1"]
    ran = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert (ran.returncode, "Traceback" in ran.stderr) == (0, False)


def test_the_page_tells_the_limits_that_hold():
    """What the page says of seconds, bytes and counts is what the program does."""
    limits = Limits()
    assert f"within {limits.seconds} seconds, or {limits.quiet} seconds without" in PAGE
    assert f"more than {limits.in_all} seconds with all waits" in PAGE
    assert f"more than {limits.largest // 1_000_000} MB" in PAGE
    assert (limits.redirects, limits.tries, limits.pace, limits.longest_wait) == (5, 3, 1, 120)
    assert (limits.slowest_crawl, limits.host_seconds) == (30, 300)
