"""Naming: the names of a sentence, held to those of its citations and of the known sources."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.tell.checking.contrast import rival
from rashomon.tell.checking.deeds import is_verb
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
    """The names of a sentence that no cited passage holds, and those in another's place."""
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
            yield _fault(said, name, wrong[0], wrong[-1], "no cited passage names this")
        elif not _joined(said, name, known):
            yield _fault(said, name, name.first, name.last, "no cited passage joins these names")
    yield from _misplaced(said, mine, known)


def _fault(said: Reading, name: Name, first: int, last: int, reason: str) -> Fault:
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


def _misplaced(said: Reading, mine: Sequence[Name], known: Known) -> Iterator[Fault]:
    """Places of which the cited passages have another, and ways that lead to instead of from."""
    theirs = [(reading, name) for reading in known.readings for name in names(reading.text)]
    for name in mine:
        if not name.placed or said.is_owner(said.words[name.last]):
            continue
        own = [(reading, each) for reading, each in theirs if _shares(name, each)]
        ways = {each.way for _, each in own} & _LEADING
        if name.way in _LEADING and ways and name.way not in ways:
            yield _fault(said, name, name.first, name.last, f"the cited passage says {min(ways)}")
            continue
        free = [
            (reading, each)
            for reading, each in theirs
            if not reading.is_owner(reading.words[each.last])
            and not any(r is reading and _is_beside(reading, each, o) for r, o in own)
        ]
        found = rival(said, name, mine, free + own, _shares, _competes)
        if found is not None:
            reading, other = found
            shown = reading.text[reading.words[other.first].start : reading.words[other.last].end]
            reason = f"the cited passage says {shown} of this"
            yield _fault(said, name, name.first, name.last, reason)


#: Where something goes to is not where it comes from.
_LEADING = frozenset(("from", "to"))
#: Names so near to each other, without a verb between, tell of one place.
_BESIDE = 6


def _is_beside(reading: Reading, one: Name, other: Name) -> bool:
    """Whether two names tell one place: "the state of Benin", "Marion County, Mississippi"."""
    first, second = sorted((one, other), key=lambda name: name.first)
    between = range(first.last + 1, second.first)
    return len(between) <= _BESIDE and not any(is_verb(reading, i) for i in between)


def _shares(one: Name, other: Name) -> bool:
    """Whether two names have a word in common that is more than a title."""
    parts = [
        {part for word in each.words for part in word.split("-")} - title_words()
        for each in (one, other)
    ]
    if not parts[0] or not parts[1]:
        return bool(set(one.words) & set(other.words))
    lands = [country_codes(tuple(each)) for each in parts]
    return bool(parts[0] & parts[1] or lands[0] & lands[1])


def _competes(one: Name, other: Name) -> bool:
    return one.placed == other.placed and one.way == other.way
