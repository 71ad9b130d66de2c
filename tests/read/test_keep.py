"""The keep: what goes in comes out, or is told to be gone."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.errors import UnreadableInput, WrongCall
from rashomon.read.keep import Keep, Record

RECORD = Record(
    url="https://news.example/a",
    final_url="https://news.example/a/",
    status=200,
    media_type="text/html",
    retrieved="2031-03-04T05:06:07Z",
    sha256="0" * 64,
    etag='"1"',
)


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bytes_come_back_by_their_hash(tmp_path, data):
    """Whatever is put in comes out the same, any number of times."""
    keep = Keep(tmp_path)
    assert keep.put(data) == keep.put(data)
    assert Keep(tmp_path).raw(keep.put(data)) == data


@pytest.mark.parametrize("sha256", ["0" * 64, "", "../../etc/passwd", "0" * 63 + "/", "A" * 64])
def test_a_hash_that_is_none_or_unknown_gives_nothing(tmp_path, sha256):
    """No name leads out of the folder, and nothing is made up."""
    assert Keep(tmp_path).raw(sha256) is None


def test_changed_bytes_are_not_given(tmp_path):
    """Bytes whose hash is no longer their name are gone, and can be put in anew."""
    keep = Keep(tmp_path)
    digest = keep.put(b"as it was")
    (path,) = (tmp_path / "raw").rglob(digest)
    path.write_bytes(b"as it was not")
    assert keep.raw(digest) is None
    keep.put(b"as it was")
    assert keep.raw(digest) == b"as it was"


def test_a_record_comes_back_by_its_address(tmp_path):
    """The latest record of an address is the one that is found."""
    keep = Keep(tmp_path)
    first = replace(RECORD, sha256=keep.put(b"first"))
    second = replace(RECORD, sha256=keep.put(b"second"), status=203)
    for record in (first, second):
        keep.note(record)
    assert Keep(tmp_path).record(RECORD.url) == second
    assert Keep(tmp_path).record("https://news.example/b") is None


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"url": NaN}', b"[" * 100_000]
)
def test_a_damaged_record_is_told(tmp_path, damage):
    """A record that cannot be read is a problem with a name, never a mistake of the program."""
    keep = Keep(tmp_path)
    keep.note(replace(RECORD, sha256=keep.put(b"page")))
    (path,) = (tmp_path / "addresses").rglob("*.json")
    path.write_bytes(damage)
    with pytest.raises(UnreadableInput, match="damaged") as told:
        keep.record(RECORD.url)
    assert told.value.kind == "kept_damaged"


def test_a_record_whose_bytes_are_gone_is_told(tmp_path):
    """A record is worth what its bytes are."""
    keep = Keep(tmp_path)
    keep.note(RECORD)
    with pytest.raises(UnreadableInput, match="gone or changed"):
        keep.record(RECORD.url)


def test_a_folder_that_cannot_be_made_is_a_wrong_call(tmp_path):
    """A file in the place of the folder ends the call with a sentence."""
    (tmp_path / "file").touch()
    with pytest.raises(WrongCall, match="Cannot keep"):
        Keep(tmp_path / "file" / "keep")


def test_two_processes_may_write_at_once(tmp_path):
    """Many writers of the same things leave whole files and nothing else."""
    code = (
        "import sys; from pathlib import Path; from rashomon.read.keep import Keep\n"
        "keep = Keep(Path(sys.argv[1]))\n"
        "for n in range(300): keep.put(b'x' * 9999 + str(n % 10).encode())"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    running = [subprocess.Popen(command, cwd=Path.cwd()) for _ in range(2)]
    assert [each.wait(timeout=60) for each in running] == [0, 0]
    files = [path for path in (tmp_path / "raw").rglob("*") if path.is_file()]
    assert len(files) == 10
    assert all(Keep(tmp_path).raw(path.name) for path in files)
