"""What a browser saves and prints is read."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from rashomon.read.inputs import read_paths

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium on this machine")

QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)

TEXT = "Two ferries collided off the northern pier on Sunday, and the harbour office shut the port."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Ferries collide off Port Elsa</title></head>
<body><h1>Ferries collide off Port Elsa</h1><article>
{"".join(f"<p>{TEXT} Passage {n} has an efficient end.</p>" for n in range(30))}
</article><script>document.body.append("evil")</script></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of two sheets."""
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_a_page_that_a_browser_prints_is_read(page: Path, tmp_path: Path) -> None:
    """Its paragraphs stand whole, over two pages, without what the browser put around them."""
    printed = tmp_path / "printed.pdf"
    command = [BROWSER, *QUIET, f"--user-data-dir={tmp_path / 'profile'}"]
    command += [f"--print-to-pdf={printed}", page.as_uri()]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    (report,), problems = read_paths([str(printed)])
    assert problems == []
    assert len(report.pages) > 1
    for number in range(30):
        assert f"{TEXT} Passage {number} has an efficient end." in report.text
    assert "page.html" not in report.text
    assert (report.published, report.retrieved is None) == (None, False)
    assert report.title == "Ferries collide off Port Elsa"


def test_a_page_that_a_browser_saves_is_read(page: Path, tmp_path: Path) -> None:
    """MHTML as the browser writes it."""
    saved = tmp_path / "saved.mhtml"
    saved.write_bytes(snapshot(page, tmp_path / "profile"))
    (report,), problems = read_paths([str(saved)])
    assert problems == []
    assert f"{TEXT} Passage 29 has an efficient end." in report.text
    assert (report.retrieved is None, report.title) == (False, "Ferries collide off Port Elsa")


def snapshot(page: Path, profile: Path) -> bytes:
    """The page as MHTML, asked for over the pipes of the DevTools protocol."""
    ours, theirs = os.pipe()
    answers, writing = os.pipe()

    def placed() -> None:
        # The protocol's pipes are the descriptors 3 and 4.
        os.dup2(ours, 30)
        os.dup2(writing, 31)
        os.dup2(30, 3)
        os.dup2(31, 4)

    command = [str(BROWSER), *QUIET, f"--user-data-dir={profile}", "--remote-debugging-pipe"]
    with (
        subprocess.Popen(
            command, preexec_fn=placed, close_fds=False, stderr=subprocess.DEVNULL
        ) as browser,
        os.fdopen(theirs, "wb", 0) as asking,
        os.fdopen(answers, "rb") as reading,
    ):
        os.close(ours)
        os.close(writing)
        try:
            said = _messages(reading)
            tab = _asked(asking, said, "Target.createTarget", {"url": page.as_uri()})
            session = _asked(
                asking,
                said,
                "Target.attachToTarget",
                {"targetId": tab["targetId"], "flatten": True},
            )["sessionId"]
            while _state(asking, said, session) != "complete":
                pass
            return _asked(asking, said, "Page.captureSnapshot", {}, session)["data"].encode()
        finally:
            browser.terminate()


def _state(asking: BinaryIO, said: Iterator[dict], session: str) -> str:
    asked = {"expression": "location.protocol == 'file:' ? document.readyState : ''"}
    return _asked(asking, said, "Runtime.evaluate", asked, session)["result"]["value"]


def _asked(
    asking: BinaryIO, said: Iterator[dict], method: str, params: dict, session: str | None = None
) -> dict:
    message = {"id": 1, "method": method, "params": params}
    if session:
        message["sessionId"] = session
    asking.write(json.dumps(message).encode() + b"\0")
    return next(answer["result"] for answer in said if answer.get("id") == 1)


def _messages(reading: BinaryIO) -> Iterator[dict]:
    waiting = b""
    while piece := os.read(reading.fileno(), 1 << 16):
        *whole, waiting = (waiting + piece).split(b"\0")
        yield from map(json.loads, whole)
