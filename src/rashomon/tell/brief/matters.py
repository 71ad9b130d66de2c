"""Matters: what an editor asks of any story, and which sentences of the reports answer it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.account import Account
from rashomon.report import Span
from rashomon.words.tables import table


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that is asked; where it is `later`, it is told behind figures and disputes.

    A sentence that dates something on a day after its report answers a matter that is `ahead`.
    """

    name: str
    words: tuple[str, ...]
    topics: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    ahead: bool = False
    later: bool = False


@dataclass(frozen=True, slots=True)
class _Matters:
    """The table `data/matters.toml`."""

    matters: tuple[Matter, ...]


def matters() -> tuple[Matter, ...]:
    """All that is asked, the first first."""
    return table("matters", _Matters).matters


class Asked:
    """Which matters the words of an account's reports answer."""

    def __init__(self, account: Account) -> None:
        self._answered: dict[tuple[Span, str], frozenset[str]] = {}
        self._found: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
        for matter in matters():
            for span in _found(account, matter):
                self._found[span.report].append((span, matter.name))

    def answered(self, span: Span, text: str) -> frozenset[str]:
        """The names of the matters that a sentence answers which tells the words of `span`."""
        known = self._answered.get((span, text))
        if known is None:
            found = {name for each, name in self._found[span.report] if span.holds(each)}
            found |= {name for name, words in _phrases() if words.search(text)}
            known = self._answered[span, text] = frozenset(found)
        return known


def _found(account: Account, matter: Matter) -> Iterator[Span]:
    for claim in account.claims:
        if claim.topic in matter.topics or (
            claim.topic == "fate" and claim.answer in matter.states
        ):
            yield claim.span
    if matter.ahead:
        days = {report.id: (report.published or "9999")[:10] for report in account.reports}
        ahead = (each for each in account.times if (each.from_ or "")[:10] > days[each.span.report])
        yield from (each.span for each in ahead)
    yield from (event.span for event in account.events if event.kind in matter.kinds)


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (each.name, re.compile(rf"\b(?:{'|'.join(map(re.escape, each.words))})\b", re.IGNORECASE))
        for each in matters()
    )
