"""The whole program over a server on this machine."""

import json
import signal
import subprocess
import sys
import time

import pytest
from typer.testing import CliRunner

from rashomon.cli import app
from tests.read.fetching.servers import answer

STORY = b"""<html><head><title>Cranes down</title></head><body><article><h1>Cranes down</h1>
<p>The port office said on Tuesday that two cranes had come down in the storm.</p>
<p>Eleven people were hurt, and the ferries sailed again before noon.</p></article></body></html>"""
FEED = b'<rss version="2.0"><channel><item><link>/cranes</link></item></channel></rss>'


@pytest.fixture
def port(server):
    """A server with a story and a feed that leads to it."""
    server.paths |= {"/cranes": answer(STORY), "/feed": answer(FEED)}
    return server


def _run(*arguments):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def _hears_interrupts():
    """A program that a shell starts in the background ignores them, and so would its own."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_an_address_is_fetched_once_and_kept(port, tmp_path):
    """The first run fetches and says so, the next reads the kept copy and gives the same bytes."""
    links = tmp_path / "links.txt"
    links.write_text(f"{port.url('/cranes')}\n")
    call = ("stories", f"@{links}", "--format", "json", "--keep", tmp_path / "keep")
    first = _run(*call, "--allow-host", "127.0.0.1")
    assert (first.exit_code, json.loads(first.stdout)[0]["reports"]) == (0, ["cranes"])
    assert f"1/1 fetched: {port.url('/cranes')}" in first.stderr
    again = _run(*call)
    assert (again.stdout, again.stderr) == (first.stdout, "rashomon: 1 address: 1 kept.\n")
    assert port.asked == ["/robots.txt", "/cranes"]


def test_a_private_address_is_refused_by_default(port, tmp_path):
    """Nothing on this machine or its network is asked unless it is allowed by name."""
    (tmp_path / "cranes.html").write_bytes(STORY)
    ran = _run("stories", tmp_path / "cranes.html", port.url("/cranes"))
    assert ran.exit_code == 1
    assert "--allow-host 127.0.0.1 would allow it" in ran.stderr
    assert "Cranes down" in ran.stdout
    assert port.asked == []


def test_nothing_but_what_failed_ends_with_three(port):
    """Where no address gave a report there is nothing to tell."""
    ran = _run("stories", port.url("/missing"), "--allow-host", "127.0.0.1")
    assert (ran.exit_code, ran.stdout) == (3, "")
    assert "404 Not Found" in ran.stderr


def test_watching_once(port, tmp_path):
    """`watch --once` writes what is new into a folder that other commands read."""
    call = ("watch", port.url("/feed"), "--into", tmp_path, "--once", "--allow-host", "127.0.0.1")
    first = _run(*call)
    assert (first.exit_code, first.stdout) == (0, "")
    assert f"new: {port.url('/cranes')} Cranes down" in first.stderr
    assert "Cranes down" in _run("stories", tmp_path).stdout


def test_control_c_ends_a_watch_at_once(port, tmp_path):
    """An interrupt ends the watch with 130, without a word, and what was found is there."""
    command = [sys.executable, "-m", "rashomon", "watch", port.url("/feed")]
    options = ["--into", str(tmp_path), "--allow-host", "127.0.0.1"]
    with subprocess.Popen(
        [*command, *options], stderr=subprocess.PIPE, preexec_fn=_hears_interrupts
    ) as run:
        try:
            for line in run.stderr:
                if b"feeds 1, new 1" in line:
                    break
            run.send_signal(signal.SIGINT)
            began = time.monotonic()
            assert (run.wait(timeout=30), run.stderr.read()) == (130, b"")
        finally:
            run.kill()
    assert time.monotonic() - began < 10
    assert len((tmp_path / "reports.jsonl").read_bytes().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["https://news.example/feed"], "--into"),
        (["nowhere.opml", "--into", "found"], "no such file"),
        (["ftp://news.example/feed", "--into", "found"], "Only http"),
        (["https://news.example/feed", "--into", "found", "--every", "0"], "--every"),
    ],
)
def test_a_watch_that_makes_no_sense(tmp_path, monkeypatch, arguments, reason):
    """A wrong call ends with 2 before anything is fetched or written."""
    monkeypatch.chdir(tmp_path)
    ran = _run("watch", *arguments)
    assert ran.exit_code == 2
    assert reason in ran.stderr
    assert list(tmp_path.iterdir()) == []
