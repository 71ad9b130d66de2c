"""Polarity: what a sentence denies or affirms, held to what its citations deny or affirm."""

from collections.abc import Iterator, Sequence

from rashomon.tell.checking.deeds import is_verb
from rashomon.tell.checking.denials import Denial, Denied, denied
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.reading import Reading, likeness
from rashomon.tell.checking.rules import listed, opposites, stem, stems

#: Of the words that a denial turns the first bear it.
_HEAD = 2


def denial_faults(said: Reading, cited: Sequence[Reading]) -> Iterator[Fault]:
    """The first denial that a sentence adds to its citations, else the first that it leaves out."""
    mine, theirs = denied(said.text), [denied(reading.text) for reading in cited]
    held: dict[str, set[bool]] = {}
    for each in theirs:
        for weight, ways in each.held.items():
            held.setdefault(weight, set()).update(ways)
    for denial in mine.denials:
        if _is_added(denial, mine, held, theirs):
            yield _fault(said, denial.at, "no cited passage denies this")
            return
    for each in theirs:
        for denial in each.denials:
            lost = _lost(denial, each, mine, held, theirs)
            if lost is not None:
                yield _fault(said, lost, f"the cited passage says {_shown(each, denial)}")
                return


def _is_added(
    denial: Denial, mine: Denied, held: dict[str, set[bool]], theirs: Sequence[Denied]
) -> bool:
    """Whether the citations affirm what a sentence denies."""
    words = mine.reading.words
    if words[denial.at].quoted or _is_contested(denial, mine, theirs):
        return False
    borne = [i for i in denial.words if True in mine.held.get(words[i].weight or "", ())]
    plain = [i for i in borne if not words[i].text[0].isupper()]
    if any(True in held.get(words[i].weight or "", ()) for i in plain):
        return False
    if _is_turned_round(mine, denial, theirs):
        return False
    bearing = _bearing(mine.reading, denial, plain)
    return any(words[i].weight in held for i in bearing)


def _bearing(reading: Reading, denial: Denial, turned: Sequence[int]) -> Sequence[int]:
    """The words that a denial denies first: of "no train runs" it is the verb."""
    if denial.by_verb:
        return turned
    verbs = [i for i in turned if i > denial.at and is_verb(reading, i)]
    subject = reading.lows[denial.at] in ("no", "none", "neither", "nobody", "nothing") and (
        denial.at == 0 or reading.words[denial.at - 1].sentence != reading.words[denial.at].sentence
    )
    return verbs[:1] if verbs and (subject or verbs[0] == turned[0]) else turned[:_HEAD]


def _is_contested(denial: Denial, mine: Denied, theirs: Sequence[Denied]) -> bool:
    """Whether "rejected" and "false" deny the same claim, wherever they stand."""
    if stem(mine.reading.words[denial.at].low) not in stems("denial", "contesting"):
        return False
    contests = stems("denial", "contesting") | stems("denial", "false")
    return any(stem(low) in contests for each in theirs for low in each.reading.lows)


def _is_turned_round(mine: Denied, denial: Denial, theirs: Sequence[Denied]) -> bool:
    """Whether the citations say the opposite of what is denied: "closed" is "not open"."""
    lows = {low for each in theirs for low in each.reading.lows}
    own = {side for i in denial.words for side in opposites().get(mine.reading.words[i].low, ())}
    said = {side for low in lows for side in opposites().get(low, ())}
    if any(one[0] == other[0] and one != other for one in own - said for other in said):
        return True
    return "since" in mine.reading.lows and "last" in lows  # "not since 2011" is "last in 2011"


def _lost(
    denial: Denial,
    theirs: Denied,
    mine: Denied,
    held: dict[str, set[bool]],
    cited: Sequence[Denied],
) -> int | None:
    """The word of the sentence that affirms what a cited passage denies."""
    words, lows = theirs.reading.words, set(mine.reading.lows)
    weights = [w for i in denial.words if (w := words[i].weight) and not w[0].isdigit()]
    named = {word.weight for word in words if word.text[0].isupper()}
    shared = [w for w in weights if w in mine.held and True not in mine.held[w] and w not in named]
    if lows & listed("denial", "soft"):
        return None  # "caught rather than shot" is "not shot"
    if {"until", "earliest"} & lows and "before" in theirs.reading.lows:
        return None  # "not before June" is "until June"
    if mine.denials and stem(words[denial.at].low) in stems("denial", "contesting"):
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
