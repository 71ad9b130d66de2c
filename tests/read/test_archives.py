"""Web archives that warcio and wget wrote."""

import gzip
import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from rashomon.problem import Problem
from rashomon.read.document import Source
from rashomon.read.inputs import read_paths
from rashomon.read.kinds import documents
from rashomon.report import Report

TEXT = "Two ferries collided off the northern pier on Sunday, and the harbour office shut the port."
PAGE = f"<!DOCTYPE html><title>Ferries collide</title><article><p>{TEXT} {TEXT}</p></article>"

Answer = tuple[str, list[tuple[str, str]], bytes]


def archive(*answers: Answer, packed: bool = True) -> bytes:
    """An archive of answers: status, heads and body, with addresses /1, /2 and so on."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for number, (status, heads, body) in enumerate(answers, 1):
        record = writer.create_warc_record(
            f"https://a.example/{number}",
            "response",
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=StatusAndHeaders(status, heads, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2031-03-04T10:00:00Z"},
        )
        writer.write_record(record)
    return out.getvalue()


HTML = ("Content-Type", "text/html; charset=utf-8")
PACKED = ("Content-Encoding", "gzip")


def read(data: bytes, name: str) -> tuple[list[Report], list[str]]:
    """The reports, and the kinds of the problems."""
    items = list(documents(data, Source(None, name, "saved")))
    reports = [item.report for item in items if not isinstance(item, Problem)]
    return reports, [item.kind for item in items if isinstance(item, Problem)]


@pytest.mark.parametrize("packed", [True, False])
def test_each_page_of_an_archive_is_a_report(packed: bool) -> None:
    """With its address and when it was saved; what is no page is passed over."""
    data = archive(
        ("200 OK", [HTML], PAGE.encode()),
        ("404 Not Found", [HTML], PAGE.encode()),
        ("200 OK", [("Content-Type", "image/png")], b"\x89PNG"),
        ("200 OK", [HTML, PACKED], gzip.compress(PAGE.encode())),
        packed=packed,
    )
    reports, problems = read(data, "saved.warc.gz" if packed else "saved.warc")
    assert problems == []
    assert [(report.id, report.url) for report in reports] == [
        ("saved-1", "https://a.example/1"),
        ("saved-4", "https://a.example/4"),
    ]
    assert {report.retrieved for report in reports} == {"2031-03-04T10:00:00Z"}
    assert all(TEXT in report.text for report in reports)


def test_a_chunked_body_is_put_together() -> None:
    """The marks of the chunks are no text."""
    half = len(PAGE) // 2
    body = b"".join(
        b"%x\r\n%s\r\n" % (len(piece), piece)
        for piece in (PAGE[:half].encode(), PAGE[half:].encode(), b"")
    )
    heads = [HTML, ("Transfer-Encoding", "chunked")]
    (report,), _ = read(archive(("200 OK", heads, body)), "saved.warc.gz")
    assert TEXT in report.text


def test_what_stands_before_the_damage_is_read() -> None:
    """A cut archive gives its whole records and is named."""
    data = archive(*[("200 OK", [HTML], PAGE.encode())] * 3)
    reports, problems = read(data[: len(data) - 40], "saved.warc.gz")
    assert 2 <= len(reports) <= 3
    assert problems == ["truncated"]


def test_a_bomb_in_an_archive_is_not_unpacked() -> None:
    """The page beside it is read."""
    bomb = gzip.compress(b" " * 60_000_000)
    data = archive(("200 OK", [HTML, PACKED], bomb), ("200 OK", [HTML], PAGE.encode()))
    reports, problems = read(data, "saved.warc.gz")
    assert [report.id for report in reports] == ["saved-2"]
    assert problems == ["unpacks_too_large"]


@pytest.mark.parametrize("end", [b"", b"\0" * 512])
def test_all_members_of_a_packed_file_are_read(end: bytes) -> None:
    """Files packed one after the other are one file; blanks at the end are none of it."""
    rows = [f'{{"id": "{name}", "text": "{TEXT}"}}\n'.encode() for name in "ab"]
    reports, problems = read(b"".join(map(gzip.compress, rows)) + end, "all.jsonl.gz")
    assert [report.id for report in reports] == ["a", "b"]
    assert problems == []


def test_a_wacz_holds_archives() -> None:
    """Each of its archives is read as a stream."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        bundle.writestr("datapackage.json", "{}")
        bundle.writestr("archive/a.warc.gz", archive(("200 OK", [HTML], PAGE.encode())))
        bundle.writestr("archive/b.warc.gz", archive(("200 OK", [HTML], PAGE.encode())))
    reports, problems = read(packed.getvalue(), "saved.wacz")
    assert [report.id for report in reports] == ["saved/a.warc.gz-1", "saved/b.warc.gz-1"]
    assert problems == []


def test_what_is_packed_twice_is_bounded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither layer of it unpacks to too much by itself, and all of its archives count together."""
    monkeypatch.setattr("rashomon.read.archives._HARMLESS", 2_000_000)
    pages = archive(("200 OK", [HTML], PAGE.encode() + b" " * 80_000)) * 20
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name in ("a", "b", "c"):
            bundle.writestr(f"archive/{name}.warc.gz", pages)
    assert read(pages, "saved.warc.gz")[1] == []
    reports, problems = read(packed.getvalue(), "saved.wacz")
    assert (20 < len(reports) < 60, problems) == (True, ["unpacks_too_large"])


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The address at which `folder` is served."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.skipif(shutil.which("wget") is None, reason="no wget on this machine")
def test_what_wget_saves_is_read(tmp_path: Path) -> None:
    """An archive of another tool's making."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text(PAGE)
    with _served(tmp_path / "site") as address:
        command = ["wget", "--quiet", "--no-proxy", "-O", "page", "--warc-file=saved", address]
        subprocess.run(command, cwd=tmp_path, check=True, timeout=60)
    (report,), problems = read_paths([str(tmp_path / "saved.warc.gz")])
    assert problems == []
    assert (report.url, TEXT in report.text) == (address, True)
    assert report.retrieved is not None
