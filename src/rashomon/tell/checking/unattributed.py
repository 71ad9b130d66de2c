"""Unattributed: what a sentence tells as a fact and its citations only say that somebody said."""

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.reading import Reading
from rashomon.tell.checking.rules import rules, stem
from rashomon.tell.checking.sayings import Saying, sayings, told_by, weights

#: What shares so much with what somebody said, and less with what nobody did, is his claim.
_CLAIMED = 0.6
#: What follows one of these is taken for known.
_TAKEN = frozenset(("when", "after", "where", "which", "because", "since"))


def bare_faults(said: Reading, cited: Sequence[Reading], labels: Sequence[str]) -> Iterator[Fault]:
    """A sentence that names nobody for what its citations only say that somebody said."""
    if set(rules().saying.expecting) & set(said.lows):
        return
    if sayings(said.text) or _names_source(said, labels) or all(w.quoted for w in said.words):
        return
    for part in _sentences(said):
        if not part:
            continue
        claims = [
            (r, e) for r in cited for e in sayings(r.text) if stem(r.lows[e.cue]) not in _known()
        ]
        best = max((len(part & each.content) for _, each in claims), default=0)
        plain = max((len(part & own) for r in cited for own in _unsaid(r)), default=0)
        if best >= _CLAIMED * len(part) and best >= 2 and plain < best:
            teller = max(claims, key=lambda told: len(part & told[1].content))
            if _tells_of_self(said, *teller, cited):
                return
            reason = f"told as a fact; {told_by(*teller)}"
            yield Fault(
                start=0, end=len(said.text), kind="attribution", words=said.text, reason=reason
            )
            return


@cache
def _known() -> frozenset[str]:
    """The stems of cues by which what is said is known: "confirmed", "admitted"."""
    return frozenset(stem(cue) for cue in rules().saying.factive)


def _tells_of_self(said: Reading, reading: Reading, told: Saying, cited: Sequence[Reading]) -> bool:
    """Whether a sentence tells of the speaker what he said of himself, and nobody contests."""
    words = [reading.words[j] for j in told.speaker]
    own = {w.weight for w in words if w.text.endswith(("'s", "’s"))}
    named = {w.weight for w in words if w.weight and w.text[0].isupper() and w.start} - own
    subject = {word.weight for word in said.words[:4]}
    about = named & said.concepts or (weights(reading, told) - own) & subject
    plans = set(rules().saying.plans) & {reading.lows[j] for j in told.told}
    return bool(about) and (bool(plans) or not any(_contested(each) for each in cited))


def _contested(reading: Reading) -> bool:
    """Whether somebody denies a claim in a text."""
    denial = rules().denial
    denying = {stem(word) for word in (*denial.contesting, *denial.false)}
    return any(stem(low) in denying for low in reading.lows)


def _sentences(reading: Reading) -> list[frozenset[str]]:
    """The concepts of each sentence."""
    held: dict[int, set[str]] = {}
    for word in reading.words:
        if word.weight:
            held.setdefault(word.sentence, set()).add(word.weight)
    return [frozenset(words) for words in held.values()]


def _unsaid(reading: Reading) -> list[frozenset[str]]:
    """The concepts of each sentence as far as nobody is said to say them."""
    told = {j for each in sayings(reading.text) for j in (*each.told, *each.speaker, each.cue)}
    held: dict[int, set[str]] = {}
    taken = False  # what a speaker takes for known is no claim of his: "when the trial opens"
    for i, word in enumerate(reading.words):
        new = i == 0 or word.sentence != reading.words[i - 1].sentence
        taken = word.low in _TAKEN or (taken and not new)
        if word.weight and (i not in told or taken):
            held.setdefault(word.sentence, set()).add(word.weight)
        elif word.low in ("which", "who") and i and (subject := reading.words[i - 1].weight):
            held.setdefault(word.sentence, set()).add(subject)
    return [frozenset(words) for words in held.values()]


def _names_source(said: Reading, labels: Sequence[str]) -> bool:
    """Whether a sentence names a source of the account, or speaks of accounts and reports."""
    return any(label and label in said.text for label in labels) or bool(
        {"report", "account", "figur"} & said.concepts
    )
