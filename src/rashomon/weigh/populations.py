"""Populations: whether two counts are of everyone, of one sub-group, or of a part and its whole."""

from dataclasses import dataclass

from rashomon.figure import Figure
from rashomon.words.names import fold
from rashomon.words.synonyms import concept, is_generic
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class Everyone:
    """The part of `data/linking.toml` that names whom reports mean by all, and by perhaps all."""

    everyone: tuple[str, ...]
    perhaps_everyone: tuple[str, ...]


def populations_fit(one: Figure, other: Figure) -> str:
    """How the sub-groups that two figures count fit: same, near, open or apart.

    Near are two names of everyone; open is a sub-group that may be everyone.
    """
    groups = {fold(each.population or "") for each in (one, other)}
    if len(groups) == 1:
        return "same"
    known = table("linking", Everyone)
    everyone = {"", *known.everyone}
    if groups <= everyone:
        return "near"
    return "open" if groups <= {*everyone, *known.perhaps_everyone} else "apart"


def may_be_everyone(figure: Figure) -> bool:
    """Whether what is counted may be all whom the happening befell."""
    known = table("linking", Everyone)
    everyone = (*known.everyone, *known.perhaps_everyone)
    return is_generic(figure.head) or (figure.population or concept(figure.head)) in everyone
