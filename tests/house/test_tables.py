"""The word tables: rules as data."""

import re
import tomllib
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "rashomon"
TABLES = sorted((PACKAGE / "data").glob("*.toml"))
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))
READ = set(re.findall(r'table\(\s*"(\w+)"', CODE))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_loads_and_gives_reasons(path):
    """Each table is TOML, holds something, and says in comments why."""
    text = path.read_text(encoding="utf-8")
    assert tomllib.loads(text)
    assert re.search(r"^#", text, re.MULTILINE)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_is_read_by_the_code(path):
    """No table lies about unread."""
    assert path.stem in READ
