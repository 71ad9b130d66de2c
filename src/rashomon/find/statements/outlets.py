"""Outlets: which names are those of agencies, papers and broadcasters."""

from functools import cache

from rashomon.find.actors.posts import role_table
from rashomon.words.names import canonical_body, fold


def is_outlet(name: str) -> bool:
    """Whether a name is that of a news outlet: a known one, or made with a word such as News.

    Alone such a word is no name ("the post", "Radio 1"), save where it calls an outlet one
    ("the newspaper").
    """
    known, words, alone = _outlets()
    folded = fold(canonical_body(name))
    parts = folded.split()
    return folded in known or bool((words if len(parts) > 1 else alone) & set(parts))


@cache
def _outlets() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Folded names of outlets, words that make a name that of one, and those that call one so."""
    table = role_table()
    words = frozenset(map(fold, table.outlet_words))
    return frozenset(map(fold, table.outlets)), words, words & set(table.bodies)
