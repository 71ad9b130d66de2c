"""A module is one reading, a function is one thought."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = (ROOT / "src" / "rashomon", ROOT / "bench")
MODULES = sorted(
    module
    for package in PACKAGES
    for module in package.rglob("*.py")
    if ".venv" not in module.parts  # of the peers
)
LONGEST_MODULE = 300
LONGEST_FUNCTION = 45
NAMES_THAT_SAY_NOTHING = {"common", "core", "helper", "helpers", "manager", "misc", "util", "utils"}


def _named(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=_named)
def test_a_module_is_one_reading(module):
    """At 300 lines a second noun hides in a module."""
    lines = module.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_MODULE


@pytest.mark.parametrize("module", MODULES, ids=_named)
def test_a_function_is_one_thought(module):
    """No function is longer than 45 lines."""
    functions = [
        node
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("module", MODULES, ids=_named)
def test_a_module_is_named_for_what_it_holds(module):
    """No folder or module hides behind a word that says nothing."""
    assert NAMES_THAT_SAY_NOTHING.isdisjoint({*module.relative_to(ROOT).parts, module.stem})
