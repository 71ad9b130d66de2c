"""Tolls: counts of deaths or injuries whose number is told by a verb of counting."""

from rashomon.find.figures.concepts import Concept, index, near, words
from rashomon.find.figures.grammar import role
from rashomon.find.figures.trends import trend
from rashomon.find.parse import Token


def toll(anchor: Token) -> Concept | None:
    """A count of deaths or injuries whose number this is ("the death toll rose to 58")."""
    found = role(anchor)
    governor = found.governor
    if governor.pos_ == "NOUN":
        heads = [governor]
    elif governor.lemma_ in words().standing["words"] or trend(governor):
        heads = [child for child in governor.lefts if child.dep_ in ("nsubj", "nsubjpass")]
        if any(head.tag_ == "WDT" for head in heads):
            heads = [governor.head]  # "the toll, which stood at 50"
        heads += [child for child in governor.rights if child.dep_ == "dobj" and child.i < anchor.i]
    else:
        return None
    for head in heads:
        for token in sorted(
            near(head), key=lambda token: token.i != head.i and token.lower_ == "toll"
        ):
            if token.i >= anchor.i or abs(token.i - head.i) > 6:
                continue
            concept = index("tolls").get(token.lower_) or index("tolls").get(token.lemma_.lower())
            if concept and (token.lower_ != "toll" or not _other_toll(token)):
                return concept
    return None


def _other_toll(toll: Token) -> bool:
    """Whether a toll is named as one of injuries and not of deaths."""
    return any(
        (one := index("tolls").get(child.lemma_.lower())) is not None and one.name != "kill"
        for child in toll.lefts
    )
