"""The README: its commands run, its output is what the program prints, its Python works."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import readme_page

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line.split("#")[0].strip() for line in README.splitlines() if line.startswith("rashomon ")
]
_OUTPUT = re.compile(r"-o (\S+)")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples, and with the names that the README uses for one's own reports."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    for name in ("reports", "inbox"):
        shutil.copytree(ROOT / "examples" / "port_fire" / "reports", folder / name)
    shutil.copy(next((folder / "reports").glob("*.txt")), folder / "report.txt")
    return folder


def test_the_readme_shows_commands() -> None:
    """The README holds commands to run, one of them with its output."""
    assert len(COMMANDS) >= 5
    assert "$ rashomon account examples/" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_runs(command: str, desk: Path) -> None:
    """Each command does its work and ends with 0, after those that write what it reads."""
    read = _OUTPUT.sub("", command).split()
    for earlier in COMMANDS[: COMMANDS.index(command)]:
        written = _OUTPUT.search(earlier)
        if written and written[1] in read and not (desk / written[1]).exists():
            assert _run(earlier, desk) == (0, "")
    assert _run(command, desk) == (0, "")


def _run(command: str, desk: Path) -> tuple[int, str]:
    words = ["sh", "-c", f"{sys.executable} -m {command}"]
    ran = subprocess.run(words, cwd=desk, capture_output=True, text=True, check=False)
    return ran.returncode, ran.stderr


def test_the_output_shown_is_the_output_printed() -> None:
    """What the README shows is what the command prints today; `make docs` brings it up to date."""
    assert readme_page.page() == README


def test_the_python_of_the_readme_works(desk: Path) -> None:
    """The lines of Python run as they stand and print questions with their relations."""
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=desk, capture_output=True, env=os.environ, check=True
    )
    assert b"How many" in ran.stdout
