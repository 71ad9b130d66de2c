"""What the tests of the pages share: the commands of one page run in order, in one process."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keeps a page together: a later command may read what an earlier one wrote."""
    for item in items:
        if item.path.parent.name == "docs":
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
