"""Readers never raise, and their spans hold, whatever the bytes."""

import gzip
import io
import zipfile

import docx
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from rashomon.problem import Problem
from rashomon.read.document import Source
from rashomon.read.inputs import _finished
from rashomon.read.kinds import documents

TEXT = "Two ferries collided off the northern pier on Sunday, and the harbour office shut the port."
PAGE = f"<!DOCTYPE html><html><body><article><p>{TEXT} {TEXT}</p></article></body></html>".encode()
MIXED = (
    "From: a@a.example\nSubject: Fwd: Port\nMIME-Version: 1.0\n"
    'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
    f"<p>{TEXT}</p>\n--b\nContent-Type: text/plain; name=a.txt\n\n{TEXT}\n--b--\n"
).encode()
FEED = f"<rss version='2.0'><channel><item><description>{TEXT}</description></item></channel></rss>"


def _word() -> bytes:
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.save(out)
    return out.getvalue()


def _warc() -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    heads = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(http)}\r\n"
    heads += "Content-Type: application/http; msgtype=response\r\n\r\n"
    return heads.encode() + http + b"\r\n\r\n"


def _wacz() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        bundle.writestr("archive/a.warc.gz", gzip.compress(_warc(), mtime=0))
    return out.getvalue()


SEEDS = {
    "a.txt": TEXT.encode(),
    "a.html": PAGE,
    "a.jsonl": f'{{"text": "{TEXT}"}}\n'.encode() * 2,
    "a.csv": f'id,text\n1,"{TEXT}"\n'.encode(),
    "a.eml": MIXED,
    "a.mbox": b"From a Mon Mar  4 10:00:00 2031\n" + MIXED,
    "a.rss": FEED.encode(),
    "a.pdf": bytes(typst.compile(f"= Port\n{TEXT}".encode())),
    "a.docx": _word(),
    "a.warc": _warc(),
    "a.wacz": _wacz(),
    "a.html.gz": gzip.compress(PAGE, mtime=0),
}

CHANGES = some.lists(
    some.tuples(some.integers(0, 1_000_000), some.integers(0, 40), some.binary(max_size=12)),
    max_size=8,
)


@pytest.mark.parametrize("name", sorted(SEEDS))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=CHANGES)
def test_no_bytes_make_a_reader_raise(name: str, changes: list[tuple[int, int, bytes]]) -> None:
    """Problems or reports come of any change to a file, and blocks stay slices in order."""
    data = SEEDS[name]
    for at, length, put in changes:
        start = at % (len(data) + 1)
        data = data[:start] + put + data[start + length :]
    for item in documents(data, Source(None, name, "a")):
        if isinstance(item, Problem):
            continue
        report, end = _finished(item.report, None), 0
        for block in report.blocks:
            assert end <= block.start < block.end <= len(report.text)
            end = block.end
        assert all(0 <= page.start <= page.end <= len(report.text) for page in report.pages)
