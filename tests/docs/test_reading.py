"""The page on reading: its commands run, and it names every problem there is."""

import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest
import typst

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
COMMANDS = [
    line.partition(" # ")[0].strip() for line in PAGE.splitlines() if line.startswith("rashomon ")
]
TEXT = (
    "Eleven people were hurt when a crane fell, the port office said. It is open again on Monday."
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with a file of each kind that the page names."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "inbox").mkdir()
    (folder / "briefing.pdf").write_bytes(typst.compile(f"= Crane falls\n{TEXT}".encode()))
    (folder / "forwarded.eml").write_text(f"From: a@a.example\nSubject: Crane\n\n{TEXT}")
    page = f"<html><body><article><p>{TEXT} {TEXT}</p></article></body></html>"
    (folder / "page.html").write_text(page)
    (folder / "rows.csv").write_text(f'body,day,source\n"{TEXT}",2031-03-04,Port Post\n')
    (folder / "links.txt").write_text("# the crane\n\npage.html\n")
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.save(str(folder / "inbox" / "note.docx"))
    record = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.encode()
    heads = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(record)}\r\n"
    heads += "Content-Type: application/http; msgtype=response\r\n\r\n"
    (folder / "crawl.warc.gz").write_bytes(heads.encode() + record + b"\r\n\r\n")
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_runs(command, desk):
    """Each command does its work and ends with 0."""
    words = [sys.executable, "-m", *command.split()]
    ran = subprocess.run(words, cwd=desk, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout != "" or "-o" in command) == (0, True), ran.stderr


def test_every_problem_of_reading_is_told():
    """A problem that a reader may give stands in the table of the page."""
    readers = (ROOT / "src" / "rashomon" / "read").glob("*.py")
    given = {
        kind
        for reader in readers
        for kind in re.findall(
            r"(?:UnreadableInput\(|problem\(|Problem\(kind=)\s*\"(\w+)\"",
            reader.read_text(encoding="utf-8"),
        )
    }
    elsewhere = {"not_fetched", "list_in_list", "kept_damaged", "not_kept", "correction_unusable"}
    assert given - elsewhere - set(re.findall(r"`(\w+)`", PAGE)) == set()
    assert {"encrypted", "no_text_layer"} <= given
