"""Plurals: a question asks for many, also where the answer is one."""

import pytest

from rashomon.words.plurals import plural


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("US airstrike", "US airstrikes"),
        ("policewoman", "policewomen"),
        ("fireman", "firemen"),
        ("German", "Germans"),
        ("human", "humans"),
        ("aircraft", "aircraft"),
        ("police", "police"),
        ("child", "children"),
        ("city", "cities"),
        ("bus", "buses"),
        ("torch", "torches"),
        ("day", "days"),
    ],
)
def test_the_plural_of_a_noun(one: str, many: str) -> None:
    """Regular endings, and the irregular nouns of the news."""
    assert plural(one) == many
