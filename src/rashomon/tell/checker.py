"""The checker: what a sentence says that its citations do not carry.

It reads words and no parse, so that it can be run on every sentence that leaves the program. What
it holds a sentence to, and what it cannot see, is told in docs/checking.md.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from rashomon.account import Account, Sentence
from rashomon.tell.checking.counting import amount_faults
from rashomon.tell.checking.dating import day_faults
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.modals import modal_faults
from rashomon.tell.checking.naming import Known, name_faults
from rashomon.tell.checking.opposites import opposite_faults
from rashomon.tell.checking.passage import Passage, passage
from rashomon.tell.checking.placing import place_faults
from rashomon.tell.checking.polarity import denial_faults
from rashomon.tell.checking.quantities import quantity_faults
from rashomon.tell.checking.quotations import quotation_faults
from rashomon.tell.checking.roles import role_faults
from rashomon.tell.checking.rules import rules
from rashomon.tell.checking.speaking import speaker_faults
from rashomon.tell.checking.unattributed import bare_faults


def faults(
    sentence: Sentence,
    labels: Sequence[str] = (),
    published: Mapping[str, str | None] | None = None,
) -> list[Fault]:
    """What does not hold, in the order of the sentence; nothing where all is carried.

    `labels` are names by which the account calls its sources; they need no citation. `published`
    tells for each report (by id) its day of publication, so that its Monday may be told as a date.
    """
    text = " ".join(sentence.text.split())
    if not sentence.citations:
        return [Fault(start=0, end=len(text), kind="citation", words=text, reason="no citation")]
    known_days = published or {}
    text = _own().sub(lambda match: "_" * len(match[0]), text)
    passages = {
        (" ".join(span.exact.split()), known_days.get(span.report)): None
        for span in sentence.citations
    }
    mine, theirs = _unnumbered(passage(text), labels), [passage(*each) for each in passages]
    said, cited = mine.reading, [each.reading for each in theirs]
    words = [
        *quotation_faults(said, cited),
        *amount_faults(mine, theirs),
        *quantity_faults(mine, theirs),
        *day_faults(mine, theirs),
        *name_faults(said, Known(cited, labels)),
        *place_faults(said, cited),
        *opposite_faults(said, cited),
        *denial_faults(said, cited),
        *modal_faults(said, cited),
    ]
    speakers = [*speaker_faults(said, cited, labels), *bare_faults(said, cited, labels)]
    found = _apart([*words, *speakers])
    if not any(fault.kind in _WHO for fault in found):
        found = _apart([*found, *role_faults(said, cited)])
    return sorted(found)


def _unnumbered(said: Passage, labels: Sequence[str]) -> Passage:
    """A sentence without the numbers in names of sources: "Channel 4 reported"."""
    text = said.reading.text
    numbered = [label for label in labels if label in text and re.search(r"\d", label)]
    if not numbered:
        return said
    within = {
        place
        for label in numbered
        for match in re.finditer(re.escape(label), text)
        for place in range(*match.span())
    }
    return replace(said, amounts=tuple(a for a in said.amounts if a.start not in within))


#: Kinds of faults by which a sentence tells of another already.
_WHO = frozenset(("name", "place", "attribution"))


def _apart(found: Sequence[Fault]) -> list[Fault]:
    """The faults but for those that touch an earlier one: one wrong thing is one fault."""
    kept: list[Fault] = []
    for fault in found:
        if all(fault.start > each.end + 1 or each.start > fault.end + 1 for each in kept):
            kept.append(fault)
    return kept


@cache
def _own() -> re.Pattern[str]:
    """What a brief says of its sources in its own words; longer phrases win."""
    phrases = sorted(rules().own.phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def labels_of(account: Account) -> list[str]:
    """The names by which an account calls its sources, whether or not a cited span holds them."""
    names = [name for each in account.origins for name in (each.name, each.for_, each.party)]
    outlets = [report.outlet for report in account.reports]
    return list(dict.fromkeys(name for name in (*names, *outlets) if name))
