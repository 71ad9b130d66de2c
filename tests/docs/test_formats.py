"""docs/formats.md: every column is told, and its commands run."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sample import sample_account

from rashomon.run.form import FORMATS
from rashomon.tell.tables.incidents import incident_sheets
from rashomon.tell.tables.policies import POLICIES
from rashomon.tell.tables.sheets import COLUMNS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([^`\s]+)`", PAGE))
COMMANDS = re.findall(r"^rashomon (.*)$", PAGE, re.MULTILINE)


def test_every_format_and_policy_is_told():
    """Each name that the command line takes stands on the page."""
    assert {*FORMATS} <= NAMED
    assert {*POLICIES} <= NAMED


@pytest.mark.parametrize("sheet", COLUMNS)
def test_every_column_is_told(sheet):
    """Each column of a sheet stands on the page."""
    assert {sheet, *COLUMNS[sheet]} <= NAMED


def test_every_column_of_an_incident_sheet_is_told():
    """The columns of both sheets stand on the page; those of harms by their harm and ending."""
    incidents, tolls = incident_sheets(sample_account(), "range")
    assert {*tolls.columns} <= NAMED
    plain = {each for each in incidents.columns if each.split("_")[0] not in NAMED}
    assert plain <= NAMED
    endings = {f"_{each.split('_')[1]}" for each in {*incidents.columns} - NAMED}
    assert endings <= NAMED


def test_the_commands_run_as_they_stand(tmp_path):
    """One after the other, each does its work without a word."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for command in COMMANDS:
        words = [sys.executable, "-m", "rashomon", *command.split()]
        ran = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", ""), command
    assert len(COMMANDS) == 9
    assert len(list((tmp_path / "sheets").iterdir())) == len(COLUMNS)
