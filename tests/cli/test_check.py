"""`rashomon check`: what still stands of an account, a pack or an edited brief."""

import json
from dataclasses import replace

import pytest
from sample import sample_account
from typer.testing import CliRunner, Result

from rashomon import __version__
from rashomon.cli import app
from rashomon.tell.document import account_docx
from rashomon.tell.json import to_json
from rashomon.tell.markdown import account_markdown
from rashomon.tell.pack import account_pack

_PLAIN = sample_account()
ACCOUNT = replace(_PLAIN, made_by=replace(_PLAIN.made_by, version=__version__))


@pytest.fixture
def desk(tmp_path):
    """A folder with an account, its pack and its brief in two formats."""
    (tmp_path / "account.json").write_bytes(to_json(ACCOUNT))
    (tmp_path / "pack.zip").write_bytes(account_pack(ACCOUNT))
    (tmp_path / "brief.md").write_text(account_markdown(ACCOUNT), encoding="utf-8")
    (tmp_path / "brief.docx").write_bytes(account_docx(ACCOUNT))
    return tmp_path


def _check(*arguments) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, arguments)])


@pytest.mark.parametrize("held", ["account.json", "pack.zip"])
@pytest.mark.parametrize("edited", [None, "brief.md", "brief.docx"])
def test_what_was_not_touched_stands(desk, held, edited):
    """Exit code 0 and one line."""
    ran = _check(desk / held, *([desk / edited] if edited else []))
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout.startswith("All stands: ")


def test_an_edit_that_does_not_stand_is_named_by_line(desk):
    """Exit code 1, the line, the words and the reason; as JSON, too."""
    path = desk / "brief.md"
    text = path.read_text(encoding="utf-8").replace("## Brief\n\n", "## Brief\n\nIt snowed.\n\n")
    path.write_text(text, encoding="utf-8")
    line = text.splitlines().index("It snowed.") + 1
    ran = _check(desk / "account.json", path)
    assert ran.exit_code == 1
    assert f"line {line}: citation “It snowed.”: no citation" in ran.stdout
    told = json.loads(_check(desk / "account.json", path, "--format", "json").stdout)
    assert (told["stands"], told["fallen"][0]["line"]) == (False, line)


@pytest.mark.parametrize("arguments", [("missing.json",), ("account.json", "missing.md")])
def test_what_cannot_be_read_is_one_sentence(desk, arguments):
    """Exit code 2, nothing on standard output."""
    ran = _check(*(desk / name for name in arguments))
    assert (ran.exit_code, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
