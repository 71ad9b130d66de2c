"""Results whole or not at all, and nothing that commands a terminal."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import WrongCall
from rashomon.run.form import Form
from rashomon.terminal import check_output, deliver, form, printable, say

JSON = Form(name="json")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\n\ttext é ü 漢 👩‍🚒", "plain\n\ttext é ü 漢 👩‍🚒"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]0;title\x07", "]0;title"),
        ("safe\u202etxt.exe", "safetxt.exe"),
        ("a\u2066b\u2069c", "abc"),
        ("over\rwritten", "overwritten"),
        ("c1\x9b31m", "c131m"),
    ],
)
def test_what_commands_a_terminal_is_taken_out(text, shown):
    """Escape sequences lose their escape, turned text its turn; all else stays."""
    assert printable(text) == shown


@given(st.text())
def test_nothing_but_commands_is_taken_out(text):
    """Every character that is left stood in the text, in the same order."""
    rest = iter(text)
    assert all(character in rest for character in printable(text))


def test_a_file_is_written_whole(tmp_path):
    """The result is in the file, and no other file is left beside it."""
    deliver(b"{}\n", JSON, tmp_path / "out.json")
    assert (tmp_path / "out.json").read_bytes() == b"{}\n"
    assert [each.name for each in tmp_path.iterdir()] == ["out.json"]


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    """Where writing fails, the old result stays and nothing is left beside it."""
    target = tmp_path / "out.json"
    target.write_bytes(b"old")

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(WrongCall, match="No space left"):
        deliver(b"new", JSON, target)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("out.json", b"old")]


def test_a_link_stays_a_link(tmp_path):
    """Writing to a symbolic link writes the file that it names."""
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    deliver(b"new", JSON, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_device_can_be_written():
    """A device has no folder in which to write beside it."""
    deliver(b"new", JSON, Path("/dev/null"))
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("name", ["no/such/folder/out.json", "."])
def test_what_cannot_be_written_is_told_first(tmp_path, name):
    """A folder that is not there, or stands in the place, is a wrong call."""
    with pytest.raises(WrongCall, match="Cannot write"):
        check_output(tmp_path / name)


def test_off_a_terminal_the_form_is_always_the_same(monkeypatch, tmp_path):
    """Neither the environment nor the output file changes what a text looks like."""
    monkeypatch.setenv("COLUMNS", "44")
    assert form("text", None) == form("text", tmp_path / "out") == Form(name="text")


@pytest.mark.parametrize("name", ["docx", "pdf", "xlsx"])
def test_what_is_no_text_is_not_for_a_terminal(monkeypatch, tmp_path, name):
    """A terminal is not flooded with a document: the message says to name a file."""
    monkeypatch.setattr("rashomon.terminal._is_terminal", lambda stream: True)
    with pytest.raises(WrongCall, match="-o"):
        form(name, None)
    assert form(name, tmp_path / "a").name == name


@pytest.mark.parametrize(
    ("name", "output", "holds"),
    [
        ("csv", "sheets", "folder"),
        ("csv", "a.csv", "file"),
        ("incidents", "a.xlsx", "workbook"),
        ("incidents", "sheets", "folder"),
        ("xlsx", "a", "file"),
        ("html", "a", "file"),
    ],
)
def test_tables_are_held_as_their_output_says(name, output, holds):
    """A name without an ending is a folder for tables, and a file for all else."""
    assert form(name, Path(output)).holds == holds


def test_a_notice_is_one_harmless_line(capsys):
    """A file's name may hold anything; the notice about it may not."""
    say("bad\x1b[2J\nname.txt")
    assert capsys.readouterr().err == "rashomon: bad[2J name.txt\n"
