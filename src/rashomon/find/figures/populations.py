"""Populations: the sub-groups of people that are counted apart, and deaths told by their cause."""

from rashomon.find.figures.concepts import counts_itself, index, words
from rashomon.find.figures.trends import trend
from rashomon.find.parse import Token

#: Entities that tell where or when and not of what people died.
_PLACES_AND_DAYS = ("GPE", "LOC", "NORP", "FAC", "DATE", "TIME", "CARDINAL", "ORDINAL")


def population(head: Token | None) -> str | None:
    """The sub-group of people that a head noun names."""
    if head is None:
        return None
    return populations().get(head.lemma_.lower())


def cause(head: Token) -> str | None:
    """What befell by which cause, or whom: "road" of "40 road deaths", so that these are never
    set against deaths of another cause.
    """
    if counts_itself(head) is None:
        return None
    causes = [child for child in head.lefts if _is_cause(child)]
    if not causes:
        return None
    named = population(causes[-1])
    return named or str(head.doc[causes[0].left_edge.i : head.i].text).lower()


def _is_cause(word: Token) -> bool:
    """Whether a word before "deaths" tells of what or whose: "road", "drowning", "child"."""
    if word.lemma_.lower() in populations():
        return True
    if word.dep_ == "compound":
        return word.ent_type_ not in _PLACES_AND_DAYS
    moving = trend(word) is not None or word.lower_ in index("adjectives")
    return word.lower_.endswith(("related", "linked")) or (word.tag_ == "VBG" and not moving)


def populations() -> dict[str, str]:
    """Each noun of the table of sub-groups with the name of its group."""
    return {noun: name for name, nouns in words().populations.items() for noun in nouns}
