"""A frame: the deed, state or attribute in which a figure stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a sentence tells of a number beside what it counts, by lemmas.

    `verb` is the verb that the number belongs to ("hold" of "the shed held 40 tonnes") and `does`
    whether the counted acts ("120 firefighters fought the blaze") or is acted on. `attribute` is
    what an amount measures, as its noun names it ("speed limit", "loss"). `other` is who or what
    takes part beside the number: the shed, the blaze, the tram whose speed it is; None where the
    words leave it open. `known` tells that attribute or other are spoken of as known ("the loss"),
    `possible` that the verb tells what may be and not what is ("licensed to carry 180").
    """

    verb: str | None = None
    does: bool = False
    attribute: str | None = None
    other: str | None = None
    known: bool = False
    possible: bool = False
