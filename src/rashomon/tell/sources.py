"""Sources: who stands behind the answers, under which name, in which reports."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from rashomon.account import Account, Origin
from rashomon.report import Report
from rashomon.tell.sections import naming
from rashomon.tell.shown import count_words, outlet

#: What stands behind an answer, for "one voice in 3 reports".
_BACKING = {"document": "one document", "wire": "one wire text", "outlet": "own reporting"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An origin and the reports in which it stands behind an answer or was heard.

    `name` is the origin in words, told apart from any other of that name; `twins` tells with
    whom it is certainly or possibly the same, and why.
    """

    origin: Origin
    name: str
    reports: tuple[Report, ...]
    twins: tuple[str, ...]

    @property
    def backing(self) -> str:
        """The weight of this origin in words: however many reports, one voice."""
        kind = _BACKING.get(self.origin.kind, "one voice")
        return f"{kind} in {count_words(len(self.reports), 'report')}"


def sources(account: Account) -> tuple[Source, ...]:
    """Who stands behind how many reports: the widest heard first, then by name."""
    heard = _heard(account)
    named = _named(account, heard)
    found = (
        Source(
            origin=origin,
            name=named[origin.id],
            reports=heard[origin.id],
            twins=_twins(origin, named),
        )
        for origin in account.origins
    )
    return tuple(sorted(found, key=lambda each: (-len(each.reports), each.name)))


def _heard(account: Account) -> dict[str, tuple[Report, ...]]:
    """The reports in which each origin is heard or cited, in the account's order."""
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for origin in account.origins:
        ids[origin.id].update(id_ for each in origin.occasions for id_ in each.reports)
    for question in account.questions:
        for position in question.positions:
            ids[position.origin].update(span.report for span in position.evidence)
    return {
        origin.id: tuple(each for each in account.reports if each.id in ids[origin.id])
        for origin in account.origins
    }


def _named(account: Account, heard: dict[str, tuple[Report, ...]]) -> dict[str, str]:
    """The origins in words; those of one name are told apart by where they are heard."""
    named = {each.id: naming(each) for each in account.origins}
    shared = Counter(named.values())
    return {
        id_: f"{name} in {outlet(heard[id_][0])}" if shared[name] > 1 and heard[id_] else name
        for id_, name in named.items()
    }


def _twins(origin: Origin, named: dict[str, str]) -> tuple[str, ...]:
    sureness = {"certain": "certainly", "possible": "possibly"}
    return tuple(
        f"{sureness.get(each.certainty, each.certainty)} the same as "
        f"{named.get(each.origin, 'another origin')}: {each.reason}"
        for each in origin.same_as
    )
