"""Parties: the bodies that speakers speak for, under one name over all reports."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.statement import Speaker
from rashomon.words.names import fold, same_body


@dataclass(frozen=True, slots=True)
class Parties:
    """Bodies that are the same, each name pointing at the one that stands for all of them."""

    canonical: dict[str, str]
    counts: Counter[str]

    @classmethod
    def of(cls, speakers: Iterable[Speaker]) -> "Parties":
        """The parties that these speakers speak for or are."""
        counts: Counter[str] = Counter()
        for speaker in speakers:
            for body in (speaker.for_, speaker.name if speaker.named else None):
                if body:
                    counts[body] += 1
        names = sorted(counts, key=lambda name: (-len(name), name))
        canonical: dict[str, str] = {}
        for name in names:
            homes = [other for other in canonical.values() if same_body(other, name) == "certain"]
            if not homes:
                homes = _only_longer(name, sorted(set(canonical.values())))
            canonical[fold(name)] = homes[0] if homes else name
        return cls(canonical=canonical, counts=counts)

    def stands_for(self, speakers: Sequence[Speaker]) -> str | None:
        """The body that a speaker's mentions name most often as the one spoken for."""
        bodies = Counter(speaker.for_ for speaker in speakers if speaker.for_)
        ranked = sorted(bodies, key=lambda body: (-bodies[body], -self.counts[body], body))
        return ranked[0] if ranked else None

    def party(self, name: str, stands_for: str | None) -> str:
        """The one name of the body behind a speaker; a speaker for nobody is its own party."""
        body = stands_for or name
        return self.canonical.get(fold(body), body)


def _only_longer(name: str, others: Sequence[str]) -> list[str]:
    """The one longer body whose last words are `name` ("coalition", "the U.S.-led coalition")."""
    words = fold(name).split()
    longer = [other for other in others if fold(other).split()[-len(words) :] == words]
    return longer if len(longer) == 1 else []
