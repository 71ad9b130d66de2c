"""No module is left behind: each is imported by another, or is where the program starts."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
STARTS = {"rashomon.__main__", "rashomon.cli"}


def _imported(module: Path) -> set[str]:
    """The names of what a module imports, modules and their contents alike."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_every_module_is_reached() -> None:
    """A module that nothing imports is dead."""
    modules = [path for path in sorted(SOURCE.rglob("*.py")) if path.name != "__init__.py"]
    reached = set().union(*(_imported(path) for path in SOURCE.rglob("*.py")))
    names = {".".join(path.relative_to(SOURCE).with_suffix("").parts) for path in modules}
    assert names - reached - STARTS == set()
