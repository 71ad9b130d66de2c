"""`rashomon export`: a saved account in another form."""

import json

import pytest
from sample import sample_account
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.tell.json import to_json
from rashomon.tell.page import account_page

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


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_what_cannot_be_read_is_one_sentence(tmp_path, name):
    """A missing file and a folder are named with the reason."""
    ran = _export(tmp_path / name)
    assert (ran.exit_code, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
