"""Reports for the tests of gathering."""

from collections.abc import Callable

import pytest

from rashomon.read.blocks import blocks_of
from rashomon.report import Report


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    """Makes a report with its layout; a `published` day has the precision of a day."""

    def made(name: str, text: str, **fields: str | None) -> Report:
        precision = "day" if fields.get("published") else None
        return Report(
            id=name, text=text, blocks=blocks_of(text), published_precision=precision, **fields
        )

    return made
