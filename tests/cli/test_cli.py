"""The command line alone, over a run that only pretends."""

import sys
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

import rashomon.run
from rashomon.account import Part
from rashomon.cli import app, main
from rashomon.errors import MissingPart, NothingUsable
from rashomon.problem import Problem
from rashomon.reach import Reach
from rashomon.run.form import Form


class Outcome:
    """What a run gives."""

    def __init__(self, result=b"said\n", complete=True):
        self.result = result
        self.complete = complete


@pytest.fixture
def calls(monkeypatch):
    """What each command called, in place of a real run."""
    calls = []

    def _record(name, outcome):
        def run(*arguments, **options):
            calls.append((name, arguments, options))
            return outcome

        return run

    pretended = ModuleType("rashomon.run.local")
    for name in ("run_account", "run_find", "run_stories"):
        setattr(pretended, name, _record(name, Outcome()))
    pretended.run_prepare = _record("run_prepare", [Part(name="GeoNames", version="3.0")])
    monkeypatch.setitem(sys.modules, "rashomon.run.local", pretended)
    # Where another test has loaded the real one, it is an attribute of its package as well.
    monkeypatch.setattr(rashomon.run, "local", pretended, raising=False)
    return calls


def _run(*arguments):
    return CliRunner().invoke(app, arguments)


def _replace(monkeypatch, name, run):
    monkeypatch.setattr(sys.modules["rashomon.run.local"], name, run)


@pytest.mark.parametrize("command", ["account", "find", "stories"])
def test_a_command_prints_what_its_run_gives(calls, command):
    """Each command calls one run and prints its result and nothing else."""
    ran = _run(command, "a.txt", "b.txt")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "said\n", "")
    assert [(name, arguments[0]) for name, arguments, _ in calls] == [
        (f"run_{command}", ["a.txt", "b.txt"])
    ]


def test_options_become_settings(calls):
    """What is asked for on the command line reaches the run."""
    _run("account", "a", "--published", "2031-03-04", "--words", "99", "--texts", "none")
    settings = calls[0][1][1]
    assert (settings.published, settings.words, settings.texts) == ("2031-03-04", 99, "none")


def test_the_form_reaches_the_run(calls):
    """`--format` and `--stories` are handed on; off a terminal the text has no colours."""
    _run("account", "a", "--format", "md", "--stories")
    assert calls[0][1][2] == Form(name="md")
    options = {"grouped": True, "why": None, "reach": Reach(), "corrections": None}
    assert calls[0][2] == options


def test_only_is_a_list(calls):
    """`--only` takes kinds with commas between."""
    _run("find", "a", "--only", "figures, times")
    assert calls[0][2] == {"only": ["figures", "times"], "reach": Reach()}


@pytest.mark.parametrize(
    "arguments",
    [
        ("account",),
        ("account", "a", "--format", "docx2"),
        ("account", "a", "--published", "yesterday"),
        ("account", "a", "--words", "0"),
        ("account", "a", "--texts", "some"),
        ("nothing",),
    ],
)
def test_a_wrong_call_ends_with_two(calls, arguments):
    """A call that makes no sense runs nothing."""
    assert _run(*arguments).exit_code == 2
    assert calls == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "soon"])
@pytest.mark.parametrize("command", ["account", "find", "stories"])
def test_a_day_that_no_report_can_be_of_is_a_wrong_call(calls, command, day):
    """The option is named, and nothing runs."""
    ran = _run(command, "a", "--published", day)
    assert (ran.exit_code, calls) == (2, [])
    assert "--published" in ran.stderr


def test_an_interrupt_is_no_mistake(calls, monkeypatch):
    """Control-C ends the program with 130 and without a word."""

    def run(*_, **__):
        raise KeyboardInterrupt

    _replace(monkeypatch, "run_find", run)
    ran = _run("find", "a")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (130, "", "")


@pytest.mark.parametrize(
    ("error", "code"), [(NothingUsable("Nothing there."), 3), (MissingPart("Install it."), 2)]
)
def test_an_error_is_one_sentence(calls, monkeypatch, error, code):
    """An error on purpose is a sentence on standard error and an exit code."""

    def run(*_, **__):
        raise error

    _replace(monkeypatch, "run_find", run)
    ran = _run("find", "a")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (code, "", f"rashomon: {error}\n")


@pytest.mark.parametrize("wrong", [("--format", "wat"), ("--policy", "bogus")])
def test_a_wrong_choice_is_told_in_plain_words(wrong):
    """The message names what was given and what can be; the words of a library stay out."""
    ran = _run("account", "a", *wrong)
    assert ran.exit_code == 2
    assert f"{wrong[1]!r} is not one of" in " ".join(ran.stderr.split())
    assert "Value error" not in ran.stderr


def test_an_unusable_input_is_named(calls, monkeypatch):
    """What could not be used is named with its reason, and the exit code is 1."""

    def run(paths, settings, form, watcher, reach):
        watcher.unusable(Problem(kind="empty", detail="It is empty.", path="a.txt"))
        return Outcome(complete=False)

    _replace(monkeypatch, "run_stories", run)
    ran = _run("stories", "a.txt")
    assert (ran.exit_code, ran.stdout) == (1, "said\n")
    assert ran.stderr == "rashomon: a.txt: It is empty.\n"


def test_prepare_names_what_is_ready(calls):
    """`prepare` lists the parts that are in place."""
    assert _run("prepare").stdout == "ready: GeoNames 3.0\n"


def test_the_version_is_printed():
    """`--version` needs no command."""
    assert _run("--version").stdout == f"rashomon {rashomon.__version__}\n"


def test_a_mistake_of_the_program_is_a_sentence(calls, monkeypatch, capsys):
    """Whatever goes wrong inside, a person reads one sentence and no traceback."""

    def run(*_, **__):
        raise KeyError("inner")

    _replace(monkeypatch, "run_find", run)
    monkeypatch.setattr(sys, "argv", ["rashomon", "find", "a"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 70
    assert capsys.readouterr().err.startswith("rashomon: A mistake of the program, not yours")


def test_why_goes_with_one_story_as_text(calls):
    """A question is explained for one story and in words; other calls are wrong."""
    assert _run("account", "a", "--why", "killed").exit_code == 0
    assert calls[0][2]["why"] == "killed"
    for more in (["--stories"], ["--format", "json"]):
        assert _run("account", "a", "--why", "killed", *more).exit_code == 2


@pytest.mark.parametrize("command", ["account", "find", "stories"])
def test_how_far_reading_reaches_is_an_option(calls, command):
    """`--keep`, `--refresh` and `--allow-host` reach the run; refreshing needs a keep."""
    _run(command, "a", "--keep", "kept", "--refresh", "--allow-host", "wiki.example")
    reach = calls[0][2]["reach"]
    assert reach == Reach(keep=Path("kept"), refresh=True, hosts=("wiki.example",))
    assert _run(command, "a", "--refresh").exit_code == 2
