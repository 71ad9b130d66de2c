"""Links: addresses as PATHs."""

import re
from pathlib import Path

import pytest

from rashomon.errors import WrongCall
from rashomon.read.inputs import read_paths
from rashomon.read.keep import Keep
from rashomon.read.links import Links
from tests.read.fetching.servers import answer

STORY = """<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>
<p>{title}: the port office said on Tuesday that two cranes had come down in the storm.</p>
<p>Nobody was on the quay at that hour, and the ferries sailed again before noon.</p>
</article></body></html>"""


#: The archive's addresses, on this machine.
ARCHIVE_HERE = re.compile(r"http://127\.0\.0\.1:\d+/web/\d+/(?P<original>.+)")


def _story(title, head="", **headers):
    return answer(STORY.format(title=title, head=head).encode(), **headers)


@pytest.fixture
def read(server, fetcher):
    """Reads addresses of the server under the name news.example."""

    def there(path):
        return server.url(path, "news.example")

    def read(*paths, keep=None, told=None):
        fetching = fetcher(keep, hosts=("news.example",), resolver=lambda host, port: ["127.0.0.1"])
        links = Links(fetching, (told if told is not None else []).append)
        return read_paths(
            [path if Path(path).is_file() or "://" in path else there(path) for path in paths],
            links=lambda: links,
            keep=keep,
        )

    return read


def test_an_address_is_read_as_a_report(server, read):
    """A report from an address has it, its outlet's host and when it was retrieved."""
    server.paths["/cranes.html"] = _story("Cranes down")
    ((report,), problems) = read("/cranes.html?utm_source=mail")
    assert problems == []
    assert (report.id, report.title) == ("cranes", "Cranes down")
    assert report.url == server.url("/cranes.html", "news.example")
    assert report.retrieved == "2030-03-17T17:46:41Z"
    assert report.outlet


@pytest.mark.parametrize(
    ("link", "taken"),
    [
        ("http://news.example:{port}/2031/cranes", "/2031/cranes"),
        ("http://other.example/cranes", "/a"),
        ("http://news.example:{port}/", "/a"),
        ("javascript:void(0)", "/a"),
    ],
)
def test_a_page_names_its_own_address(server, read, link, taken):
    """The canonical link of a page counts where it is of the same host and no whole site."""
    head = f'<link rel="canonical" href="{link.format(port=server.port)}">'
    server.paths["/a"] = _story("Cranes down", head)
    ((report,), _) = read("/a")
    assert report.url == server.url(taken, "news.example")


def test_one_that_fails_does_not_keep_others_back(server, read):
    """Each failure is told under its address; the reports keep the order of the call."""
    server.paths |= {"/a": _story("Story a"), "/b": _story("Story b")}
    reports, problems = read("/b", "/missing", "/a", "ftp://files.example/c")
    assert [report.title for report in reports] == ["Story b", "Story a"]
    assert [problem.kind for problem in problems] == ["http_status", "address_not_supported"]
    assert problems[0].path == server.url("/missing", "news.example")


def test_two_addresses_of_one_page_are_one_report(server, read):
    """An address that redirects to a page that is read is told, and the page read once."""
    server.paths |= {"/a": _story("Story a"), "/old": answer(b"", "301 Moved", location="/a")}
    reports, problems = read("/a", "/old")
    assert len(reports) == 1
    assert [problem.kind for problem in problems] == ["duplicate_id"]


def test_all_is_told_as_it_comes(server, read, tmp_path):
    """A line for each page that comes, none for one that was kept, and the counts at the end."""
    server.paths |= {"/a": _story("Story a")}
    told = []
    read("/a", "/missing", keep=Keep(tmp_path), told=told)
    assert told[0].startswith("1/2 fetched: ")
    assert told[-1] == "2 addresses: 1 fetched, 1 http_status."
    read("/a", keep=Keep(tmp_path), told=told)
    assert told[3:] == ["1 address: 1 kept."]


def test_kept_pages_give_the_same_reports(server, read, tmp_path):
    """The next run reads the same bytes and the same time, from a server that is gone."""
    server.paths["/a"] = _story("Story a")
    first = read("/a", keep=Keep(tmp_path))
    server.paths["/a"] = answer(b"", "410 Gone")
    assert read("/a", keep=Keep(tmp_path)) == first


def test_files_are_kept_as_they_were(read, tmp_path):
    """With a keep, the raw bytes of every file that is read can be had by their hash."""
    file = tmp_path / "story.txt"
    file.write_text("Two cranes came down in the storm on Tuesday.\n")
    keep = Keep(tmp_path / "keep")
    ((report,), _) = read(str(file), keep=keep)
    file.unlink()
    assert keep.raw(report.raw_sha256) == b"Two cranes came down in the storm on Tuesday.\n"


def test_a_copy_in_the_archive_is_a_report_of_its_original(fetcher, server, monkeypatch):
    """Its address is the original's, and the copy's stands beside it."""
    monkeypatch.setattr("rashomon.read.fetching.addresses._ARCHIVED", ARCHIVE_HERE)
    server.paths["/web/20310304/http://coast.example/a"] = _story("Story a")
    address = server.url("/web/20310304/http://coast.example/a")
    ((report,), _) = read_paths([address], links=lambda: Links(fetcher(), [].append))
    assert (report.url, report.archived_url) == ("http://coast.example/a", address)


def test_a_keep_that_fills_the_disk_ends_the_call(server, read, tmp_path, monkeypatch):
    """Where nothing can be kept, one sentence says so, whichever thread met it."""
    server.paths["/a"] = _story("Story a")
    keep = Keep(tmp_path)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(WrongCall, match="No space left"):
        read("/a", keep=keep)


def test_rows_are_kept_too(read, tmp_path):
    """The line from which a row was read can be had by the hash that its report carries."""
    file = tmp_path / "rows.jsonl"
    file.write_text('{"text": "Rain in Bergen."}\n{"text": "Snow in Oslo."}\n')
    keep = Keep(tmp_path / "keep")
    reports, _ = read(str(file), keep=keep)
    assert [keep.raw(report.raw_sha256) for report in reports] == [
        b'{"text": "Rain in Bergen."}',
        b'{"text": "Snow in Oslo."}',
    ]


def test_a_keep_among_the_reports_is_no_report(tmp_path):
    """A folder of reports may hold its keep: the second run reads what the first read."""
    (tmp_path / "story.txt").write_text("Two cranes came down in the storm on Tuesday.\n")
    keep = Keep(tmp_path / "keep")
    assert read_paths([str(tmp_path)], keep=keep) == read_paths([str(tmp_path)], keep=keep)


def test_a_kept_page_outlives_a_refresh_that_fails(server, fetcher, tmp_path):
    """Where a page cannot be asked for again, the kept copy is read, and why is told."""
    address = server.url("/a")
    server.paths["/a"] = [_story("Story a"), answer(b"", "410 Gone")]
    keep = Keep(tmp_path)
    (first,), _ = read_paths([address], links=lambda: Links(fetcher(keep), [].append))
    fetching = fetcher(keep, refresh=True)
    (again,), (problem,) = read_paths([address], links=lambda: Links(fetching, [].append))
    assert again == first
    assert (problem.kind, problem.report) == ("http_status", first.id)
    assert "410 Gone" in problem.detail


def test_a_failure_of_before_is_told_as_such(server, fetcher, tmp_path):
    """What is remembered is marked, with how to ask again."""
    told = []
    for _ in range(2):
        read_paths([server.url("/none")], links=lambda: Links(fetcher(Keep(tmp_path)), told.append))
    assert told[1] == "1 address: 1 http_status."
    assert told[2].startswith("1/1 http_status (remembered): ")
    assert told[3].startswith("1 address: 1 http_status (remembered). --retry asks again")
