"""Writes docs/licences.md and NOTICE from the lock, the installed metadata and licences.toml."""

import importlib.metadata
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One package of the lock; `runs`: the program needs it, not only who works on it."""

    name: str
    version: str
    licence: str
    runs: bool


def _read(path: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / path).read_text(encoding="utf-8"))


RULES = _read("tools/licences.toml")


def packages() -> list[Package]:
    """Every package of the lock but this one, by name."""
    locked = {package["name"]: package for package in _read("uv.lock")["package"]}
    needed = _needed(locked)
    return [
        Package(name=name, version=it["version"], licence=licence(name), runs=name in needed)
        for name, it in sorted(locked.items())
        if name != "rashomon"
    ]


def licence(name: str) -> str:
    """The SPDX expression of a package: our own reading, its metadata, or unknown."""
    if name in RULES["packages"]:
        return str(RULES["packages"][name])
    try:
        metadata = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return UNKNOWN
    classifiers = metadata.get_all("Classifier") or []
    told = [
        *(metadata.get_all("License-Expression") or []),
        *(each.strip() for each in metadata.get_all("License") or []),
        *(each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License :: ")),
    ]
    for words in told:
        expression = RULES["spdx"].get(words, words)
        if expression and allowed(expression):
            return str(expression)
    return next((words for words in told if words), UNKNOWN)


def allowed(expression: str) -> bool:
    """Whether an SPDX expression passes: each part of an AND, one part of an OR."""
    bare = expression.replace("(", " ").replace(")", " ")
    return any(
        all(part.strip() in RULES["allowed"] for part in re.split(r"\sAND\s", choice))
        for choice in re.split(r"\sOR\s", bare)
    )


def _needed(locked: dict[str, Any]) -> set[str]:
    """The names that the program itself leads to."""
    found: set[str] = set()
    waiting = ["rashomon"]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [each["name"] for each in locked[name].get("dependencies", [])]
    return found


def page() -> str:
    """docs/licences.md."""
    lines = [
        "# Licences",
        "",
        "Made by `make docs` from the lock and the packages' own metadata; do not edit.",
        "A package passes when its terms are met by naming it: no GPL, no AGPL, nothing unknown.",
        "Where a package offers a choice, the choice that passes is the one taken.",
        "",
        "## Data and weights",
        "",
        *_table(("What", "Licence", "Credit"), _data()),
    ]
    for heading, runs in (
        ("What the program runs on", True),
        ("What only tests and the bench use", False),
    ):
        rows = [(p.name, p.version, p.licence) for p in packages() if p.runs is runs]
        lines += ["", f"## {heading}", "", *_table(("Package", "Version", "Licence"), rows)]
    return "\n".join(lines) + "\n"


def notice() -> str:
    """NOTICE: the credits that must go where the program goes."""
    credits_ = [f"- {name} ({licence}). {credit}" for name, licence, credit in _data()]
    head = ["rashomon", "Licensed under the Apache License, Version 2.0: see LICENSE.", ""]
    return "\n".join([*head, "It works with these data and weights:", "", *credits_]) + "\n"


def _data() -> list[tuple[str, str, str]]:
    return [(it["name"], it["licence"], it["credit"]) for it in RULES["data"]]


def _table(head: tuple[str, ...], rows: list[tuple[str, str, str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)]


if __name__ == "__main__":
    (ROOT / "docs").mkdir(exist_ok=True)
    (ROOT / "docs" / "licences.md").write_text(page(), encoding="utf-8")
    (ROOT / "NOTICE").write_text(notice(), encoding="utf-8")
    print("docs/licences.md, NOTICE")
