"""Modals: what the citations hold only for possible, told as a fact."""

from collections.abc import Iterator, Sequence

from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.reading import Reading
from rashomon.tell.checking.rules import listed

#: "Might also have been": so many words may stand between.
_NEAR = 3


def modal_faults(said: Reading, cited: Sequence[Reading]) -> Iterator[Fault]:
    """Words of a sentence without any doubt that stand in the citations only behind a "might"."""
    if not listed("modals", "open").isdisjoint(said.lows):
        return
    doubted = {weight for reading in cited for weight in _governed(reading)}
    held = [word.weight for reading in cited for word in reading.words if word.weight in doubted]
    for word in said.words:
        if word.weight in doubted and held.count(word.weight) == 1 and not word.quoted:
            yield Fault(
                start=word.start,
                end=word.end,
                kind="meaning",
                words=word.text,
                reason="the cited passage holds this only for possible",
            )


def _governed(reading: Reading) -> Iterator[str]:
    """The concepts of the verbs that a "might" governs, where no denial stands between."""
    for i, word in enumerate(reading.words):
        if word.low not in listed("modals", "possibly") or (word.text[0].isupper() and i):
            continue
        behind = [w for w in reading.words[i + 1 : i + 1 + _NEAR] if w.sentence == word.sentence]
        verb = next((w for w in behind if w.weight), None)
        if verb is not None and not any(w.low in ("not", "only") for w in behind):
            yield verb.weight or ""
