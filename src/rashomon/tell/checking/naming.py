"""Naming: the names of a sentence, held to those of its citations and of the known sources."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.names import Name, country_codes, names
from rashomon.tell.checking.reading import Reading, read
from rashomon.tell.checking.rules import stem
from rashomon.words.names import canonical_body, fold, is_abbreviation_of, title_words

#: What makes the name of a people of that of its place.
_PEOPLES = frozenset(
    ("n", "ns", "an", "ans", "ian", "ians", "ean", "eans", "ese", "i", "is", "ish")
)


class Known:
    """The names that a sentence may use: those it cites, and those of the account's sources."""

    def __init__(self, cited: Sequence[Reading], labels: Sequence[str]) -> None:
        self.readings = cited
        every = [*cited, *(read(label) for label in labels if label)]
        self.words = {low for reading in every for low in reading.lows}
        self.words |= {part for low in self.words if "-" in low for part in low.split("-")}
        self.stems = {stem(low) for low in self.words}
        self.runs = [
            " ".join(reading.lows[name.first : name.last + 1])
            for reading in every
            for name in names(reading.text)
        ]
        self.runs += [fold(label) for label in labels]
        self.alone = {run for run in self.runs if " " not in run}
        self.originals = [
            " ".join(w.text for w in reading.words[name.first : name.last + 1])
            for reading in every
            for name in names(reading.text)
        ] + list(labels)
        self.pairs = {pair for reading in every for pair in pairwise(reading.lows)}
        self.named = {w.low for reading in every for w in reading.words if w.text[0].isupper()}
        self.common = {w.low for reading in cited for w in reading.words if w.text[0].islower()}
        self.countries = {c for r in every for c in country_codes(r.lows)}
        self.bodies = {fold(canonical_body(run)) for run in self.originals}
        self.stops = [
            w.text.rstrip(".").lower()
            for r in cited
            for w in r.words
            if r.text[w.end : w.end + 1] == "."
        ]

    def holds(self, word: str, text: str) -> bool:
        """Whether one word of a name is among them, in this form or another that means it."""
        bare = fold(text)
        if word in self.words or bare in self.words or bare in title_words():
            return True
        if "-" in word and all(
            p in self.words or p in title_words() or (p.islower() and stem(p) in self.stems)
            for p in word.split("-")
        ):
            return True
        if any(
            f"{bare}{end}" in self.words or bare.removesuffix(end) in self.words
            for end in ("s", "es")
        ):
            return True
        if any(is_abbreviation_of(text, run) for run in self.originals):
            return True
        return len(bare) > 4 and any(
            bare.startswith(s) if len(s) > 2 else s and (s[0], s[-1]) == (bare[0], bare[-1])
            for s in self.stops
        )

    def peoples(self, word: str) -> bool:
        """Whether a word is the people of a named place, or a place of theirs: "Slovenian"."""
        return any(_is_people(word, each) or _is_people(each, word) for each in self.named)

    def holds_run(self, words: Sequence[str], texts: Sequence[str]) -> bool:
        """Whether a whole name is among them under another name."""
        whole = " ".join(texts)
        if fold(canonical_body(whole)) in self.bodies:
            return True
        if any(is_abbreviation_of(short, whole) for short in self.originals):
            return True
        return bool(codes := country_codes(tuple(words))) and codes <= self.countries

    def joins(self, one: str, other: str) -> bool:
        """Whether two words stand in one name."""
        beside = (one, other) in self.pairs or {one, other} <= self.alone
        return beside or any(one in run.split() and other in run.split() for run in self.runs)


def _is_people(people: str, place: str) -> bool:
    """Whether one name is made of another: "Slovenian" of "Slovenia"."""
    root = place.rstrip("aeoy")
    if people == root != place:
        return len(root) > 3
    return len(root) > 3 and people.startswith(root) and people[len(root) :] in _PEOPLES


def name_faults(said: Reading, known: Known) -> Iterator[Fault]:
    """The names of a sentence that no cited passage holds."""
    mine = names(said.text)
    for name in mine:
        texts = [said.words[i].text for i in range(name.first, name.last + 1)]
        lows = said.lows[name.first : name.last + 1]
        if known.holds_run(lows, texts):
            continue
        wrong = [
            i
            for i in range(name.first, name.last + 1)
            if said.words[i].low in name.words
            and not known.holds(said.words[i].low, said.words[i].text)
            and not country_codes((said.words[i].low,)) & known.countries
            and not known.peoples(said.words[i].low)
        ]
        if wrong:
            yield name_fault(said, name, wrong[0], wrong[-1], "no cited passage names this")
        elif not _joined(said, name, known):
            yield name_fault(
                said, name, name.first, name.last, "no cited passage joins these names"
            )


def name_fault(said: Reading, name: Name, first: int, last: int, reason: str) -> Fault:
    """A fault of some words of a name, which is a place behind a preposition."""
    start, end = said.words[first].start, said.words[last].end
    return Fault(
        start=start,
        end=end,
        kind="place" if name.placed else "name",
        words=said.text[start:end],
        reason=reason,
    )


def _joined(said: Reading, name: Name, known: Known) -> bool:
    """Whether the neighbours in a name are neighbours in some cited name."""
    free = title_words() | known.common
    return all(
        known.joins(one, other) or not (one.isalpha() and other.isalpha())
        for one, other in pairwise(said.lows[name.first : name.last + 1])
        if {one, other} <= set(name.words) - free
        and not country_codes((one,)) | country_codes((other,))
    )
