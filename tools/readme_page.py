"""Puts the program's real output into README.md, under the command that it shows."""

import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[1] / "README.md"

_SHOWN = re.compile(
    r"(<!-- below: the first (\d+) lines that the command prints, put here by `make docs` -->\n"
    r"```console\n\$ rashomon ([^\n]*)\n)(?:.*?)(```)",
    re.DOTALL,
)


def page() -> str:
    """The README with each shown command followed by what it prints now."""
    return _SHOWN.sub(_with_output, PAGE.read_text(encoding="utf-8"))


def _with_output(shown: re.Match[str]) -> str:
    head, most, arguments, foot = shown.groups()
    command = [sys.executable, "-m", "rashomon", *arguments.split()]
    run = subprocess.run(command, cwd=PAGE.parent, capture_output=True, check=True)
    lines = run.stdout.decode("utf-8").splitlines()
    left = len(lines) - int(most)
    more = [f"… and {left} lines more"] if left > 0 else []
    return head + "\n".join([*lines[: int(most)], *more]) + "\n" + foot


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.name)
