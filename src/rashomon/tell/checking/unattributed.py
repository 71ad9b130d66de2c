"""Unattributed: what a sentence tells as a fact and its citations only say that somebody said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.tell.checking.deeds import deeds
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.reading import Reading
from rashomon.tell.checking.rules import listed, stem, stems
from rashomon.tell.checking.sayings import Saying, sayings, told_by, weights

#: What shares so much with what somebody said, and less with what nobody did, is his claim.
_CLAIMED = 0.6
#: So many words before a "who" or "which" hold whom it takes up: "the driver of the tram, who".
_SUBJECT = 5


def bare_faults(said: Reading, cited: Sequence[Reading], labels: Sequence[str]) -> Iterator[Fault]:
    """A sentence that names nobody for what its citations only say that somebody said."""
    open_ = listed("saying", "expecting") | listed("saying", "hearsay")
    if not open_.isdisjoint(said.lows):
        return
    if sayings(said.text) or _names_source(said, labels) or all(w.quoted for w in said.words):
        return
    claims = [claim for reading in cited for claim in (*_told(reading), *_hearsay(reading))]
    facts = [own for reading in cited for own in _unsaid(reading)]
    for part in _sentences(said):
        claim = _claimed(said, part, claims, facts)
        if claim is None or _tells_of_self(said, claim):
            continue
        reason = "the cited passage holds this for no fact"
        if claim.saying:
            reason = f"told as a fact; {told_by(claim.reading, claim.saying)}"
        yield Fault(start=0, end=len(said.text), kind="attribution", words=said.text, reason=reason)
        return


@dataclass(frozen=True, slots=True)
class Claim:
    """What a passage does not tell as a fact: somebody says it, or nobody who is named."""

    reading: Reading
    content: frozenset[str]
    saying: Saying | None = None


def _told(reading: Reading) -> Iterator[Claim]:
    """What somebody says and does not merely confirm."""
    for each in sayings(reading.text):
        if stem(reading.lows[each.cue]) not in stems("saying", "factive"):
            yield Claim(reading, each.content, each)


def _hearsay(reading: Reading) -> Iterator[Claim]:
    """What stands in a sentence behind an "accused of" or with a "reportedly"."""
    for i in _doubtful(reading):
        own = [w for w in reading.words if w.sentence == reading.words[i].sentence]
        yield Claim(reading, frozenset(w.weight for w in own if w.weight))


def _doubtful(reading: Reading) -> list[int]:
    """The words that keep a sentence from being a fact."""
    return [i for i, low in enumerate(reading.lows) if low in listed("saying", "hearsay")]


def _claimed(
    said: Reading, part: frozenset[str], claims: Sequence[Claim], facts: Sequence[frozenset[str]]
) -> Claim | None:
    """The claim that a sentence is: it shares most with that, or its verb with that alone."""
    if not claims:
        return None
    nearest = max(claims, key=lambda claim: len(part & claim.content))
    shared = part & nearest.content
    plain = max((len(part & fact) for fact in facts), default=0)
    if len(shared) > 1 and len(shared) >= _CLAIMED * len(part) and plain < len(shared):
        return nearest
    done = frozenset(said.words[each.at].weight or "" for each in deeds(said.text))
    alone = (part & done).difference(*facts)
    return next(
        (
            claim
            for claim in claims
            if alone & claim.content and 2 * len(part & claim.content) >= len(part)
        ),
        None,
    )


def _tells_of_self(said: Reading, claim: Claim) -> bool:
    """Whether a sentence tells of the speaker what he said of himself.

    What he says he did not do, or did only, and what somebody says of his own past or mind, stays
    his to say, unless it is a plan.
    """
    reading, told = claim.reading, claim.saying
    if told is None:
        return False
    words = [reading.words[j] for j in told.speaker]
    owners = {w.weight for w in words if reading.is_owner(w)}
    named = {w.weight for w in words if w.weight and w.text[0].isupper() and w.start} - owners
    subject = {word.weight for word in said.words[:4]}
    about = named & said.concepts or (weights(reading, told) - owners) & subject
    if told.pronoun:  # "Nimbra will move, it said"
        about = {w for j in told.told[:_SUBJECT] if (w := reading.words[j].weight)} & subject
    lows, said_lows = {reading.lows[j] for j in told.told}, set(said.lows)
    if about and lows & listed("saying", "plans"):
        return True
    doubtful = lows & listed("saying", "persons") or said_lows & listed("saying", "limiting")
    return bool(about) and not doubtful and not _is_contested(reading)


def _is_contested(reading: Reading) -> bool:
    """Whether somebody denies a claim in a text: "he called it an invention"."""
    denying = stems("denial", "contesting") | stems("denial", "false")
    return any(stem(low) in denying for low in reading.lows)


def _sentences(reading: Reading) -> list[frozenset[str]]:
    """The concepts of each sentence."""
    held: dict[int, set[str]] = {}
    for word in reading.words:
        if word.weight:
            held.setdefault(word.sentence, set()).add(word.weight)
    return [frozenset(words) for words in held.values()]


def _unsaid(reading: Reading) -> list[frozenset[str]]:
    """The concepts of each sentence as far as nobody is said to say them.

    What a speaker takes for known is no claim of his ("when the trial opens"), nor is what is
    set between two commas ("the driver, who was arrested").
    """
    every = sayings(reading.text)
    told = {j for each in every for j in (*each.told, *each.speaker, each.cue)}
    cues = {each.cue for each in every}
    doubtful = {reading.words[i].sentence for i in _doubtful(reading)}
    held: dict[int, set[str]] = {}
    taken, relatives = "", listed("saying", "relatives")
    for i, word in enumerate(reading.words):
        new = i == 0 or word.sentence != reading.words[i - 1].sentence
        if new or (taken == "aside" and "," in reading.gap(i - 1)):
            taken = ""
        if word.low in listed("saying", "taken") or (word.low == "as" and i - 1 in cues):
            taken = "known"
        elif (
            word.low in listed("saying", "relatives")
            and "," in reading.gap(i - 1)
            and i + 1 not in cues
        ):
            taken = "aside"
        if word.sentence in doubtful:
            continue
        if word.weight and (i not in told or taken):
            held.setdefault(word.sentence, set()).add(word.weight)
        elif word.low in relatives:
            subject = (w.weight for w in reading.words[max(0, i - _SUBJECT) : i] if w.weight)
            held.setdefault(word.sentence, set()).update(subject)
    return [frozenset(words) for words in held.values()]


def _names_source(said: Reading, labels: Sequence[str]) -> bool:
    """Whether a sentence names a source of the account, or speaks of accounts and reports."""
    return any(label and label in said.text for label in labels) or any(
        low.removesuffix("s") in listed("saying", "unnamed") for low in said.lows
    )
