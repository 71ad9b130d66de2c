"""Denials: what a sentence denies or affirms, held to what its citations deny or affirm."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.reading import Reading, Word, likeness, read
from rashomon.tell.checking.rules import concept, opposites, rules, stem
from rashomon.words.names import fold

#: A denial turns so many words of weight behind it, and of these the first bear it.
_REACH, _HEAD = 6, 2
_PASSIVE = frozenset(("was", "were", "been", "be", "being", "is", "are"))


@dataclass(frozen=True, slots=True)
class Denial:
    """A denying word at `at`, and the words of weight that it turns, the first first."""

    at: int
    words: tuple[int, ...]
    by_verb: bool


@dataclass(frozen=True)
class Denied:
    """The denials of a text, and whether each concept stands denied, affirmed or both."""

    reading: Reading
    denials: tuple[Denial, ...]
    held: dict[str, frozenset[bool]]

    @property
    def any(self) -> bool:
        """Whether anything is denied."""
        return bool(self.denials)


@lru_cache(maxsize=4096)
def denied(text: str) -> Denied:
    """What a text denies."""
    reading = read(text)
    found = tuple(_denials(reading))
    turns = Counter(word for denial in found for word in denial.words)
    held: dict[str, set[bool]] = {}
    for i, word in enumerate(reading.words):
        bare = _unturned(word.low)
        if bare is not None:
            held.setdefault(concept(bare), set()).add(turns[i] % 2 == 0)
        if word.weight is not None:
            held.setdefault(word.weight, set()).add(turns[i] % 2 == 1)
    return Denied(reading, found, {each: frozenset(ways) for each, ways in held.items()})


def _unturned(low: str) -> str | None:
    """The rest of a word that its beginning denies: "unhurt", "unconfirmed", "uninjured"."""
    for beginning in sorted(rules().denial.beginnings, key=len, reverse=True):
        rest = low.removeprefix(beginning)
        if rest != low and len(rest) > 3:
            return rest.lstrip("-")
    return None


def _denials(reading: Reading) -> Iterator[Denial]:
    words, skip = reading.words, -1
    for i in range(len(words)):
        if i <= skip:
            continue
        verb = _verb(words, i)
        if verb:
            skip = i + verb - 1
            if words[i].quoted or _is_undone(reading, i):
                continue
            yield Denial(i, tuple(_turned_by_verb(reading, i, verb)), True)
        elif _denies(words, i) and not _undoes(reading, i):
            behind = list(_behind(reading, i, i + 1))
            passive = any(w.low in _PASSIVE for w in words[max(0, i - 1) : i + 2])
            yield Denial(i, (*behind, *(_ahead(reading, i) if passive else ())), False)


def _undoes(reading: Reading, i: int) -> bool:
    """Whether a denial denies a denying verb: "could not be ruled out", "did not deny"."""
    words = reading.words
    return any(
        _verb(words, j)
        for j in range(i + 1, min(i + 4, len(words)))
        if words[j].sentence == words[i].sentence
    )


def _is_undone(reading: Reading, i: int) -> bool:
    words = reading.words
    return any(_denies(words, j) and _undoes(reading, j) for j in range(max(0, i - 4), i))


def _denies(words: Sequence[Word], i: int) -> bool:
    low = words[i].low
    if low not in rules().denial.words and not low.endswith("n-t"):
        return False
    following = words[i + 1].low if i + 1 < len(words) else ""
    if low in ("no", "not", "none", "nothing") and following in rules().denial.besides:
        return following == "one" and low == "no"
    return True


@cache
def _verbs() -> dict[str, list[tuple[str, ...]]]:
    """The phrases that deny, by their first words; the longer before the shorter."""
    phrases = [tuple(map(stem, map(fold, phrase.split()))) for phrase in rules().denial.verbs]
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        by_first.setdefault(phrase[0], []).append(phrase)
    return by_first


@cache
def _contesting() -> frozenset[str]:
    return frozenset(stem(verb) for verb in rules().denial.contesting)


def _verb(words: Sequence[Word], i: int) -> int:
    """How many words of a denying phrase begin here."""
    for phrase in _verbs().get(stem(words[i].low), ()):
        if tuple(stem(word.low) for word in words[i : i + len(phrase)]) == phrase:
            return len(phrase)
        if phrase[1:] == ("out",) and any(word.low == "out" for word in words[i + 1 : i + 4]):
            return 1
    return 0


def _turned_by_verb(reading: Reading, i: int, length: int) -> Iterator[int]:
    """What a denying verb turns: what follows, or the subject of a passive."""
    words = reading.words
    behind = list(_behind(reading, i, i + length, by_verb=True))
    passive = i and words[i - 1].low in _PASSIVE
    contested = not behind and stem(words[i].low) in _contesting()
    if (passive and len(behind) < _HEAD) or contested:
        yield from _ahead(reading, i)
    yield from behind


def _ahead(reading: Reading, i: int) -> list[int]:
    """The last words of weight before a word of the same sentence."""
    words = reading.words
    before = [j for j in range(i) if words[j].weight and words[j].sentence == words[i].sentence]
    return before[: -_HEAD - 1 : -1]


def _behind(reading: Reading, denial: int, first: int, *, by_verb: bool = False) -> Iterator[int]:
    """The words of weight that follow, up to the end of the clause."""
    words, found = reading.words, 0
    for i in range(first, len(words)):
        between = reading.text[words[i - 1].end : words[i].start] if i else ""
        ended = any(mark in between for mark in ";:.,") and found
        joined = by_verb and words[i].low == "and" and found
        left = (
            words[i].sentence != words[denial].sentence or words[i].quoted != words[denial].quoted
        )
        if left or ended or joined or (words[i].low == "but" and found):
            return
        if words[i].weight is not None:
            found += 1
            yield i
            if found == _REACH:
                return


def denial_faults(said: Reading, cited: Sequence[Reading]) -> Iterator[Fault]:
    """Denials that a sentence adds to its citations, and those of theirs that it leaves out."""
    mine = denied(said.text)
    theirs = [denied(reading.text) for reading in cited]
    held: dict[str, set[bool]] = {}
    for each in theirs:
        for weight, ways in each.held.items():
            held.setdefault(weight, set()).update(ways)
    for denial in mine.denials:
        if _is_added(denial, mine, held, theirs):
            yield _fault(said, denial.at, "no cited passage denies this")
    for each in theirs:
        for denial in each.denials:
            lost = _lost(denial, each, mine, held, theirs)
            if lost is not None:
                yield _fault(said, lost, f"the cited passage says {_shown(each, denial)}")
                return


def _is_added(
    denial: Denial, mine: Denied, held: dict[str, set[bool]], theirs: Sequence[Denied]
) -> bool:
    weights = [mine.reading.words[i].weight or "" for i in denial.words]
    if mine.reading.words[denial.at].quoted:
        return False  # held word for word as a quotation
    contests = _contesting() | {stem(word) for word in rules().denial.false}
    if stem(mine.reading.words[denial.at].low) in _contesting() and any(
        stem(low) in contests for each in theirs for low in each.reading.lows
    ):
        return False  # "rejected the claim" denies what was claimed, wherever it stands
    lows = {low for each in theirs for low in each.reading.lows}
    if "since" in mine.reading.lows and "last" in lows:
        return False  # "not since 2011" is "last in 2011"
    odd = [w for w in weights[:_HEAD] if True in mine.held.get(w, ())]
    if not odd:
        return False
    plain = [
        word.weight or ""
        for word in (mine.reading.words[i] for i in denial.words)
        if not word.text[0].isupper()
    ]
    if any(True in held.get(weight, ()) for weight in plain):
        return False
    if any(weight in held for weight in plain[: _REACH if denial.by_verb else _HEAD]):
        return True
    if _is_turned_round(mine, denial, theirs):
        return False
    return not any(each.any for each in theirs) and not any(True in ways for ways in held.values())


def _is_turned_round(mine: Denied, denial: Denial, theirs: Sequence[Denied]) -> bool:
    """Whether the citations affirm the opposite of what is denied: "closed" is "not open"."""
    own = {side for i in denial.words for side in opposites().get(mine.reading.words[i].low, ())}
    said = {side for each in theirs for low in each.reading.lows for side in opposites().get(low, ())}
    return any(one[0] == other[0] and one != other for one in own & said for other in said)


def _lost(
    denial: Denial,
    theirs: Denied,
    mine: Denied,
    held: dict[str, set[bool]],
    cited: Sequence[Denied],
) -> int | None:
    """The word of the sentence that affirms what a cited passage denies."""
    words = theirs.reading.words
    weights = [w for i in denial.words if (w := words[i].weight)]
    named = {word.weight for word in words if word.text[0].isupper()}
    shared = [w for w in weights if w in mine.held and True not in mine.held[w] and w not in named]
    if any(word.low in rules().denial.soft for word in mine.reading.words):
        return None  # "caught rather than shot" is "not shot"
    if {"until", "earliest"} & set(mine.reading.lows) and "before" in theirs.reading.lows:
        return None  # "not before June" is "until June"
    if mine.any and stem(words[denial.at].low) in _contesting():
        return None  # "rejected" is told in other words that deny: "without foundation"
    if not shared or any(True in mine.held.get(w, ()) for w in weights):
        return None
    bears = shared[0] == weights[0] if not denial.by_verb else 2 * len(shared) >= len(weights)
    if not bears:
        return None
    at = next(i for i, word in enumerate(mine.reading.words) if word.weight == shared[0])
    if len(shared) == 1 and not _is_there(mine.reading, at, theirs.reading, shared[0]):
        return None
    affirmed = False in held[shared[0]]
    return None if affirmed and not _is_nearest(mine.reading, at, cited, denial, theirs) else at


def _is_nearest(
    said: Reading, at: int, cited: Sequence[Denied], denial: Denial, theirs: Denied
) -> bool:
    """Whether a word stands among the words around its denial more than around it elsewhere."""
    around, weight = said.around(at, at), said.words[at].weight
    scores = {True: 0.0, False: 0.0}
    for each in cited:
        for j, word in enumerate(each.reading.words):
            if word.weight == weight:
                here = each is theirs and j in denial.words
                score = likeness(around, each.reading.around(j, j))
                scores[here] = max(scores[here], score)
    return scores[True] > scores[False]


def _is_there(said: Reading, at: int, cited: Reading, weight: str) -> bool:
    """Whether a word has more than itself in common with where it is cited."""
    around = said.around(at, at)
    at_cited = next(word.sentence for word in cited.words if word.weight == weight)
    alone = sum(word.weight is not None for word in cited.words if word.sentence == at_cited)
    return min(len(said.concepts), alone) <= _HEAD or any(
        likeness(around, cited.around(j, j)) > 0
        for j, word in enumerate(cited.words)
        if word.weight == weight
    )


def _shown(denied: Denied, denial: Denial) -> str:
    words = denied.reading.words
    last = denial.words[min(1, len(denial.words) - 1)] if denial.words else denial.at
    low, high = min(denial.at, last), max(denial.at, last)
    return " ".join(denied.reading.text[words[low].start : words[high].end].split())


def _fault(said: Reading, at: int, reason: str) -> Fault:
    word = said.words[at]
    return Fault(start=word.start, end=word.end, kind="negation", words=word.text, reason=reason)
