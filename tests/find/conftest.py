"""What the tests of statements and speakers share: a text, read and searched once."""

from collections.abc import Callable
from functools import cache

import pytest

from rashomon.find.actors.search import find_actors
from rashomon.find.parse import parse
from rashomon.find.statements.search import find_statements
from rashomon.report import Block, Report
from rashomon.statement import Statement

Found = Callable[..., tuple[Statement, ...]]


@cache
def _found(text: str, outlet: str | None = None) -> tuple[Statement, ...]:
    starts = [0] + [at + 1 for at, char in enumerate(text) if char == "\n"]
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    blocks = tuple(
        Block(kind="paragraph", start=a, end=b) for a, b in zip(starts, ends, strict=True) if b > a
    )
    parsed = next(parse([Report(id="r", text=text, outlet=outlet, blocks=blocks)]))
    return find_statements(parsed, find_actors(parsed))


@pytest.fixture
def found() -> Found:
    """The statements of a text, each line of it a paragraph."""
    return _found
