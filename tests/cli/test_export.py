"""`rashomon export`: a saved account in another form."""

import csv
import io
import json
import os
import subprocess
import sys

import openpyxl
import pytest
from sample import sample_account
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.tell.json import to_json
from rashomon.tell.page import account_page
from rashomon.tell.tables.sheets import COLUMNS

ACCOUNT = sample_account()


@pytest.fixture
def saved(tmp_path):
    """An account saved as JSON."""
    path = tmp_path / "account.json"
    path.write_bytes(to_json(ACCOUNT))
    return path


def _export(*arguments) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


def test_a_saved_account_is_written_as_a_page(saved, tmp_path):
    """The page of a saved account is the page of the account."""
    page = tmp_path / "page.html"
    ran = _export(saved, "--format", "html", "-o", page)
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "", "")
    assert page.read_text(encoding="utf-8") == account_page(ACCOUNT)


@pytest.mark.parametrize(("texts", "kept"), [("cited", "░"), ("none", None)])
def test_an_export_carries_less_text(saved, texts, kept):
    """The texts are left out as asked, the hash stays, and the settings say so."""
    told = json.loads(_export(saved, "--format", "json", "--texts", texts).stdout)
    text = told["reports"][0]["text"]
    assert text is kept if kept is None else kept in text
    assert told["reports"][0]["sha256"] == ACCOUNT.reports[0].sha256
    assert told["made_by"]["settings"]["texts"] == texts


def test_an_altered_account_is_not_exported(saved):
    """Words that do not stand in their text are never shown as a source's."""
    loaded = json.loads(saved.read_bytes())
    loaded["figures"][0]["span"]["exact"] = "a million homes"
    saved.write_text(json.dumps(loaded), encoding="utf-8")
    ran = _export(saved)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "a million homes" in ran.stderr


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.docx", b"PK"),
        ("a.xlsx", b"PK"),
        ("a.pdf", b"%PDF"),
        ("a.csv", b'"asked","relation"'),
        ("a.geojson", b'{\n "type": "FeatureCollection"'),
        ("a.jsonld", b'{\n "@context"'),
        ("a.html", b"<!DOCTYPE html>"),
        ("a.md", b"# Water over"),
        ("a.json", b'{\n "schema"'),
        ("a.txt", b"Water over"),
    ],
)
def test_the_ending_of_a_file_tells_the_format(saved, tmp_path, name, begins):
    """Without --format a file becomes what its name says."""
    assert _export(saved, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("ending", ["docx", "pdf", "xlsx"])
def test_the_same_account_gives_the_same_file(saved, tmp_path, ending):
    """Neither hash seed, zone nor locale nor the hour changes a byte."""
    made = []
    for seed, zone in (("1", "UTC"), ("7", "Asia/Tokyo")):
        file = tmp_path / f"{seed}.{ending}"
        words = [sys.executable, "-m", "rashomon", "export", str(saved), "-o", str(file)]
        machine = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        subprocess.run(words, env=machine, check=True)
        made.append(file.read_bytes())
    assert made[0] == made[1]


def test_tables_fill_a_folder(saved, tmp_path):
    """A folder gets a file for each table, whether it was there before or not."""
    for folder in (tmp_path, tmp_path / "new"):
        assert _export(saved, "--format", "csv", "-o", folder).exit_code == 0
        assert {each.stem for each in folder.glob("*.csv")} == {*COLUMNS}


def test_incidents_follow_the_policy(saved, tmp_path):
    """The sheet says by which policy its numbers were settled; a workbook has the tolls as well."""
    told = _export(saved, "--format", "incidents", "--policy", "latest").stdout
    (row,) = csv.DictReader(io.StringIO(told))
    assert (row["incident"], row["policy"]) == (ACCOUNT.story.id, "latest")
    book = tmp_path / "incidents.xlsx"
    assert _export(saved, "--format", "incidents", "-o", book).exit_code == 0
    assert openpyxl.load_workbook(book).sheetnames == ["incidents", "tolls"]


def test_names_are_left_out(saved):
    """`--without-names` gives persons numbers and carries no text."""
    told = _export(saved, "--format", "json", "--without-names").stdout
    assert json.loads(told)["made_by"]["settings"]["names"] == "withheld"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "csv", "-o", "a.json/b"), "there is no folder"),
        (("--format", "csv", "-o", "plain"), "it is no folder"),
        (("--format", "docx", "-o", "."), "it is a folder"),
    ],
)
def test_a_place_that_cannot_be_written_is_named(saved, tmp_path, monkeypatch, arguments, told):
    """The reason is told before any work is done."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plain").touch()
    ran = _export(saved, *arguments)
    assert (ran.exit_code, told in ran.stderr) == (2, True)


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_what_cannot_be_read_is_one_sentence(tmp_path, name):
    """A missing file and a folder are named with the reason."""
    ran = _export(tmp_path / name)
    assert (ran.exit_code, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
