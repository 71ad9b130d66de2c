"""Truncated, mislabelled and hostile files, made here: each is told by name, the others are read.

The exit code is that of a call that reads the file beside a good one: 0 where a report came of it
and something is noted at most, 1 where it could not be used.
"""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon.cli import app
from tests.read.hostile import mails, mislabelled, packed, pages, papers, rows, texts
from tests.read.hostile.making import Hostile

CASES = (
    *texts.CASES,
    *mislabelled.CASES,
    *pages.CASES,
    *rows.CASES,
    *papers.CASES,
    *mails.CASES,
    *packed.CASES,
)

GOOD = "Two boats collided off the pier on Sunday, and the harbour office shut the port at noon."


def listed(folder: Path) -> tuple[int, list[str], list[str]]:
    """Exit code, ids of the reports and kinds of the problems of a folder with a good file."""
    (folder / "good.txt").write_text(GOOD)
    done = CliRunner().invoke(app, ["account", str(folder), "--dry-run", "--format", "json"])
    told = json.loads(done.stdout)
    assert "Traceback" not in done.stderr
    return (
        done.exit_code,
        [report["id"] for report in told["reports"]],
        [problem["kind"] for problem in told["problems"]],
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about.replace(" ", "-"))
def test_a_bad_file_is_named_and_the_good_one_read(case: Hostile, tmp_path: Path) -> None:
    """Each has its problem and its exit code, whatever it tries."""
    (tmp_path / case.name).write_bytes(case.data())
    code, reports, problems = listed(tmp_path)
    assert (problems, code) == (list(case.kinds), case.exit)
    assert "good" in reports


def test_nothing_is_executed_and_nothing_outside_read(tmp_path: Path) -> None:
    """No script, no entity and no file of the system gets into a text."""
    for number, case in enumerate(CASES):
        if "script" in case.about or "entity" in case.about or "laughs" in case.about:
            (tmp_path / f"{number}{case.name}").write_bytes(case.data())
    done = CliRunner().invoke(app, ["find", str(tmp_path), "--format", "json", "--only", "times"])
    told = "".join(each["report"]["text"] for each in json.loads(done.stdout))
    assert told
    for trap in ("evil", "root:", "lollollol"):
        assert trap not in told


@pytest.mark.parametrize(
    "name",
    ["line\nbreak.txt", "a..txt", "-rf.txt", "a b\t.txt", "\u202etxt.exe.txt", "%2e%2e.txt"],
)
def test_a_strange_name_is_only_a_name(name: str, tmp_path: Path) -> None:
    """It stands in the id, and its signs command no terminal."""
    (tmp_path / name).write_text(f"{GOOD} It is open.")
    code, reports, problems = listed(tmp_path)
    assert (code, len(reports), problems) == (0, 2, [])


def test_a_name_that_is_not_utf8_is_read(tmp_path: Path) -> None:
    """Its bytes stand as U+FFFD."""
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(f"{GOOD} It is open.")
    assert "caf\ufffd" in listed(tmp_path)[1]


def test_loops_pipes_and_folders_named_like_files_end(tmp_path: Path) -> None:
    """A link to nowhere and a pipe are named; folders are read, whatever they are called."""
    (tmp_path / "a.pdf").mkdir()
    (tmp_path / "a.pdf" / "b.txt").write_text(f"{GOOD} It is open.")
    (tmp_path / "a.pdf" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe.eml")
    code, reports, problems = listed(tmp_path)
    assert (code, sorted(reports)) == (1, ["b", "good"])
    assert sorted(problems) == ["not_a_file", "not_found", "unreadable"]


def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is the system's own; the good one is read."""
    (tmp_path / "shut.pdf").write_bytes(b"%PDF-1.7")
    opened = Path.open

    def refuse(self: Path, *args: str, **named: str) -> object:
        if self.name == "shut.pdf":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **named)

    monkeypatch.setattr(Path, "open", refuse)
    code, reports, problems = listed(tmp_path)
    assert (code, reports, problems) == (1, ["good"], ["unreadable"])


def test_nothing_usable_ends_with_3(tmp_path: Path) -> None:
    """Where every file is bad, each is named, and no result is printed."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    done = CliRunner().invoke(app, ["account", str(tmp_path), "--dry-run"])
    assert (done.exit_code, done.stdout) == (3, "")
    assert "a.pdf" in done.stderr
