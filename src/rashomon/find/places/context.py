"""Context: what speaks for a part of the world without being a place that the report names.

Bodies are called after places ("Ohio State Patrol"), and an outlet's name and address tell where
its readers live.
"""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from rashomon.find.parse import Tokens
from rashomon.find.places.runs import Run
from rashomon.find.places.signs import peoples
from rashomon.find.places.toponyms import Candidate
from rashomon.report import Report
from rashomon.where import name_key

#: Labels of the language model for what is called after places.
_CALLED_AFTER = frozenset({"ORG", "FAC", "LAW", "EVENT"})
#: Domains of countries that are sold to the whole world.
_SOLD = frozenset({"ai", "am", "cc", "co", "fm", "io", "is", "ly", "me", "sh", "st", "to", "tv"})
#: The one country whose domain is not its ISO code.
_DOMAINS = {"uk": "GB"}
#: An outlet's name is read up to so many words.
_WORDS = 8
#: A town of fewer inhabitants is not told from a person or a word by its name alone.
_LARGE = 100_000


def outlet_keys(report: Report) -> Iterator[str]:
    """The keys of all stretches of the outlet's name."""
    words = (report.outlet or "").replace(",", " ").split()[:_WORDS]
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield name_key(" ".join(words[start:end]))


def outlet_countries(report: Report) -> frozenset[str]:
    """The countries of whose people the outlet calls itself, and that of its address."""
    called = {peoples().get(name_key(word)) for word in (report.outlet or "").split()[:_WORDS]}
    try:
        host = urlsplit(report.url or "").hostname or ""
    except ValueError:  # a bracket that opens no address of version 6
        host = ""
    domain = host.rpartition(".")[2]
    if len(domain) == 2 and domain not in _SOLD:
        called.add(_DOMAINS.get(domain, domain.upper()))
    return frozenset(code for code in called if code is not None)


def called_after(
    runs: Iterable[Run],
    entities: Iterable[Tokens],
    keys: Mapping[tuple[int, int], str],
    known: Mapping[str, tuple[Candidate, ...]],
) -> Iterator[str]:
    """The keys of countries, divisions and large towns within the names of bodies."""
    within = {at: run for run in runs for at in range(run.start, run.end)}
    for entity in entities:
        run = within.get(int(entity.end) - 1)
        if entity.label_ not in _CALLED_AFTER or run is None:
            continue
        taken = int(entity.start)
        for start, end in sorted(run.parts(), key=lambda part: (part[0], -part[1])):
            key = keys.get((start, end), "")
            if start >= taken and end <= entity.end and _wide(known.get(key, ())):
                yield key
                taken = end


def _wide(candidates: tuple[Candidate, ...]) -> bool:
    return any(
        candidate.rank == 0
        and (candidate.kind in ("country", "admin1", "admin2") or candidate.people >= _LARGE)
        for candidate in candidates
    )
