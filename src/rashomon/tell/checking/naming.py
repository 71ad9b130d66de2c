"""Naming: the names of a sentence, held to those of its citations and of the known sources."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.names import Name, country_codes, names, usual_name
from rashomon.tell.checking.reading import Reading, read
from rashomon.tell.checking.rules import stem
from rashomon.words.names import fold, is_abbreviation_of, title_words

#: What makes the name of a people of that of its place.
_PEOPLES = frozenset(
    ("n", "ns", "an", "ans", "ian", "ians", "ean", "eans", "ese", "i", "is", "ish")
)


class Known:
    """The names that a sentence may use: those it cites, and those of the account's sources."""

    def __init__(self, cited: Sequence[Reading], labels: Sequence[str]) -> None:
        self.cited = cited
        self.labels = [label for label in labels if label]
        self.every = [*cited, *(read(label) for label in self.labels)]

    @cached_property
    def words(self) -> set[str]:
        """Their words, and the parts of those with hyphens."""
        words = {low for reading in self.every for low in reading.lows}
        return words | {part for low in words if "-" in low for part in low.split("-")}

    @cached_property
    def stems(self) -> set[str]:
        """The stems of their words."""
        return {stem(low) for low in self.words}

    @cached_property
    def originals(self) -> list[str]:
        """The names as printed."""
        return [
            " ".join(word.text for word in reading.words[name.first : name.last + 1])
            for reading in self.every
            for name in names(reading.text)
        ] + self.labels

    @cached_property
    def runs(self) -> list[list[str]]:
        """The words of each name, folded."""
        return [fold(name).split() for name in self.originals]

    @cached_property
    def alone(self) -> set[str]:
        """The names of a single word."""
        return {run[0] for run in self.runs if len(run) == 1}

    @cached_property
    def pairs(self) -> set[tuple[str, str]]:
        """Words that stand side by side."""
        return {pair for reading in self.every for pair in pairwise(reading.lows)}

    @cached_property
    def named(self) -> set[str]:
        """The words with a capital."""
        return {w.low for reading in self.every for w in reading.words if w.text[0].isupper()}

    @cached_property
    def common(self) -> set[str]:
        """The cited words without a capital."""
        return {w.low for reading in self.cited for w in reading.words if w.text[0].islower()}

    @cached_property
    def countries(self) -> set[str]:
        """The countries that they name."""
        return {code for reading in self.every for code in country_codes(reading.lows)}

    @cached_property
    def bodies(self) -> set[str]:
        """The usual names of well-known bodies among them."""
        return {usual_name(name) for name in self.originals}

    @cached_property
    def stops(self) -> list[str]:
        """The cited words with a full stop: abbreviations."""
        return [
            word.text.rstrip(".").lower()
            for reading in self.cited
            for word in reading.words
            if reading.text[word.end : word.end + 1] == "."
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
        if usual_name(whole) in self.bodies:
            return True
        if any(is_abbreviation_of(short, whole) for short in self.originals):
            return True
        return bool(codes := country_codes(tuple(words))) and codes <= self.countries

    def joins(self, one: str, other: str) -> bool:
        """Whether two words stand in one name."""
        beside = (one, other) in self.pairs or {one, other} <= self.alone
        return beside or any(one in run and other in run for run in self.runs)


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
