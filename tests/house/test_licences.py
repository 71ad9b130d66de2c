"""Nobody who installs the program gets terms they did not expect."""

from pathlib import Path

import pytest

import licences

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("package", licences.packages(), ids=lambda package: package.name)
def test_each_package_passes(package):
    """No package of the lock is under GPL, AGPL or an unknown licence."""
    assert licences.allowed(package.licence), f"{package.name} {package.licence}"


@pytest.mark.parametrize(
    ("expression", "passes"),
    [
        ("MIT", True),
        ("Apache-2.0 OR GPL-3.0-only", True),
        ("MPL-2.0 AND MIT", True),
        ("MIT AND GPL-2.0-only", False),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("LGPL-3.0-only", False),
        ("unknown", False),
        ("", False),
    ],
)
def test_an_expression_passes_or_not(expression, passes):
    """Each part of an AND and one part of an OR must be known as usable."""
    assert licences.allowed(expression) is passes


def test_a_package_that_is_not_there_is_unknown():
    """What cannot be looked up is not guessed."""
    assert licences.licence("no-such-package-anywhere") == licences.UNKNOWN


@pytest.mark.parametrize(
    ("path", "made"), [("docs/licences.md", licences.page), ("NOTICE", licences.notice)]
)
def test_what_is_generated_is_fresh(path, made):
    """The committed page is what `make docs` would write."""
    assert (ROOT / path).read_text(encoding="utf-8") == made()
