"""Claiming: who answers for a deed, who acted for whom, and others who see no ground for it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.claim import Claim
from rashomon.weigh.sentences import sentence_around
from rashomon.weigh.subjects import Stated, left_possible, names_in

#: The topics of answering for a deed, and of whoever did it acting for others.
_ANSWERED, LINKED = "responsibility", "link"
#: How others say that they see no ground for that.
_NO_EVIDENCE = re.compile(
    r"\b(?:no|not (?:found|seen) any|without any) (?:\w+ )?(?:evidence|indication|sign|proof)\b",
    re.I,
)


def is_firm(claim: Claim) -> bool:
    """Whether a claim says outright what is so."""
    return claim.polarity != "unconfirmed" and claim.stance not in ("expects", "doubts")


def claimed_links(stated: Sequence[Stated]) -> list[Stated]:
    """What groups that claim a deed say by it of whoever did it, where others speak of that: that
    they acted for the group."""
    if not any(each.claim.topic == LINKED for each in stated):
        return []
    return [
        replace(each, claim=replace(each.claim, topic=LINKED, answer="linked"))
        for each in stated
        if each.claim.topic == _ANSWERED
        and each.claim.polarity == "affirmed"
        and each.claim.answer == "responsible"
        and each.origin.kind == "speaker"
        and names_in(each.claim.subject) & names_in(each.origin.name)
    ]


def is_disclaimed(one: Sequence[Stated], other: Sequence[Stated]) -> bool:
    """Whether one side answers for a deed and another party sees no evidence of that."""
    topics = (_ANSWERED, LINKED)
    answered = all(each.claim.topic in topics and is_firm(each.claim) for each in one)
    answered = answered and left_possible(one) == {"full"}
    speakers = one[0].origin, other[0].origin
    unseen = any(
        each.claim.polarity == "unconfirmed"
        and _NO_EVIDENCE.search(sentence_around(each.report, each.claim.span).exact)
        for each in other
    )
    spoken = all(speaker.kind == "speaker" for speaker in speakers)
    return answered and unseen and spoken and speakers[0].party != speakers[1].party
