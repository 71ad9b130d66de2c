"""Speaking: who a sentence says said it, held to who said it in its citations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.names import names
from rashomon.tell.checking.reading import Reading, read
from rashomon.tell.checking.rules import concept, stem
from rashomon.tell.checking.sayings import Saying, sayings, told_by, weights
from rashomon.words.names import is_abbreviation_of, title_words
from rashomon.words.tables import table

#: A passage is about the same where it shares so much of what the best of them shares.
_FITS = 0.75
#: Words around a post that name no body.
_DESCRIBING = frozenset(("the", "a", "an", "and", "s", "new", "acting", "deputy", "group"))
#: A speaker who says so much of that elsewhere may be the one.
_SAYS = 0.5


#: Whoever is behind them, these pass on what another may have said: "Reuters gave 12".
_PASSING = frozenset((stem("gave"), stem("reported")))
#: A report that nobody is named for: "another report".
_UNNAMED = frozenset((concept("report"), concept("account")))


@dataclass(frozen=True, slots=True)
class _Roles:
    """What of the table `roles` names bodies, and those who speak for the body that was named."""

    bodies: tuple[str, ...]
    general: tuple[str, ...]
    posts: tuple[str, ...]
    speaks_for: tuple[str, ...]
    heads: tuple[str, ...]


def speaker_faults(
    said: Reading, cited: Sequence[Reading], labels: Sequence[str]
) -> Iterator[Fault]:
    """Speakers to whom the cited passages give other words than the sentence does."""
    theirs = [(reading, each) for reading in cited for each in sayings(reading.text)]
    named = [(label, frozenset(read(label).lows)) for label in labels if label]
    for saying in sayings(said.text):
        told = len(saying.content) > 1 or any(weight[0].isdigit() for weight in saying.content)
        if saying.pronoun or not told:
            continue
        words = weights(said, saying)
        own = {said.lows[j] for j in saying.speaker}
        forms = [label for label, lows in named if lows & own]
        passed_on = forms and stem(said.lows[saying.cue]) in _PASSING
        if not words or words & _UNNAMED or passed_on:
            continue
        if forms and _may_speak(saying, forms, theirs, cited):
            continue
        reason = _wrong(said, words, saying, theirs, cited)
        if reason is not None:
            start, end = said.words[saying.speaker[0]].start, said.words[saying.speaker[-1]].end
            yield Fault(
                start=start, end=end, kind="attribution", words=said.text[start:end], reason=reason
            )


def _may_speak(
    saying: Saying,
    forms: Sequence[str],
    theirs: Sequence[tuple[Reading, Saying]],
    cited: Sequence[Reading],
) -> bool:
    """Whether one whom the account knows by name may say this: the passages name nobody else.

    An outlet may tell what no passage gives to anybody; a speaker is cited where he is named.
    """
    lows = {low for reading in cited for low in reading.lows}
    texts = [word.text for reading in cited for word in reading.words]
    for form in forms:
        if set(read(form).lows) & lows or any(is_abbreviation_of(text, form) for text in texts):
            return True
    other = any(_overlap(saying.content, each.content) for _, each in theirs if not each.pronoun)
    return not other and not any(_is_speaker(reading) for reading in cited)


def _is_speaker(reading: Reading) -> bool:
    """Whether a passage is a name alone, with its post: whom an account cites for a speaker."""
    counted = any(low[0].isdigit() for low in reading.lows)
    return reading.is_fragment and not counted and bool(names(reading.text))


def _wrong(
    said: Reading,
    words: frozenset[str],
    saying: Saying,
    theirs: Sequence[tuple[Reading, Saying]],
    cited: Sequence[Reading],
) -> str | None:
    every = frozenset().union(*(reading.concepts for reading in cited))
    ranked = sorted(theirs, key=lambda each: -_overlap(saying.content, each[1].content))
    best = _overlap(saying.content, ranked[0][1].content) if ranked else 0
    fitting = [each for each in ranked if _overlap(saying.content, each[1].content) >= _FITS * best]
    if not words & every:
        known = _abbreviated(said, saying, cited) or (best and _takes_up(words, fitting))
        return None if known else "no cited passage names this speaker"
    if not best:
        return None
    if _other_name(said, saying, fitting):
        return told_by(*fitting[0])
    words = words - _callings() or words
    own = [each for each in ranked if words & weights(*each)]
    named = any(said.words[j].text[0].isupper() for j in saying.speaker[1:])
    if any(_may_mean(words, own, theirs, *each, named=named) for each in fitting):
        return None
    nearest = max((_overlap(saying.content, each[1].content) for each in own), default=0)
    fuller = max(len(words & weights(*each)) for each in fitting)
    rivals = max((len(words & weights(*each)) for each in own if each not in fitting), default=0)
    if nearest < _SAYS * best or (rivals > fuller > 0 and nearest < best):
        return told_by(*fitting[0])
    return None


def _may_mean(
    words: frozenset[str],
    own: Sequence[tuple[Reading, Saying]],
    theirs: Sequence[tuple[Reading, Saying]],
    reading: Reading,
    told: Saying,
    *,
    named: bool,
) -> bool:
    """Whether a pronoun or "the company" may mean this speaker, who spoke or was named before."""
    if _speaks_for(words, reading, told):
        return True
    if not named and _is_described(words, weights(reading, told), [r for r, _ in theirs]):
        return True
    if not told.pronoun and not weights(reading, told) <= _general():
        return False
    before = [each for r, each in theirs if r is reading and each.cue < told.cue]
    if told.pronoun and before and weights(reading, before[-1]):
        last = before[-1]
        near = {w.weight for w in reading.words[: told.cue] if w.sentence >= _before(reading, told)}
        return bool(words & (weights(reading, last) | near)) or last.pronoun or not own
    named_before = any(word.weight in words for word in reading.words[: told.cue])
    return named_before and not own


def _speaks_for(words: frozenset[str], reading: Reading, told: Saying) -> bool:
    """Whether a speaker with a post speaks for a body that was named before: "its spokesman".

    "Its" points to the same sentence or the one before, a bare "chief executive" to any.
    """
    lows = [reading.lows[j] for j in told.speaker if not reading.words[j].text[0].isupper()]
    own = lows[:1] in (["its"], ["their"])
    first = reading.words[told.speaker[0]]
    lows += [first.low] * (first.text[0].isupper() and first.low in _voices())
    if not own and not (set(lows) & _voices() and set(lows) <= _voices() | _DESCRIBING):
        return False
    near = reading.words[: told.cue]
    return bool(words & {w.weight for w in near if not own or w.sentence >= _before(reading, told)})


def _other_name(said: Reading, saying: Saying, fitting: Sequence[tuple[Reading, Saying]]) -> bool:
    """Whether the speaker has a name, and all who say this have names with no part in common."""
    mine = _own_names(said, saying)
    theirs = [_own_names(*each) for each in fitting]
    return (
        bool(mine)
        and all(len(each) > 1 and not each & mine for each in theirs)
        and not any(_speaks_for(weights(said, saying), *each) for each in fitting)
        and len(mine) > 1
    )


def _own_names(reading: Reading, saying: Saying) -> frozenset[str]:
    """The parts of the names within a speaker, without titles and posts."""
    lows = {
        reading.lows[i]
        for name in names(reading.text)
        for i in range(name.first, name.last + 1)
        if i in saying.speaker
    }
    return frozenset(low for low in lows - title_words() if concept(low) not in _callings())


@cache
def _callings() -> frozenset[str]:
    """The concepts of posts that many may have: a spokesman, a minister."""
    roles = table("roles", _Roles)
    return frozenset(concept(each) for each in (*roles.posts, *roles.speaks_for))


@cache
def _voices() -> frozenset[str]:
    """The words by which those are called who speak for a whole body."""
    roles = table("roles", _Roles)
    return frozenset(part for each in (*roles.heads, *roles.speaks_for) for part in each.split())


def _takes_up(words: frozenset[str], fitting: Sequence[tuple[Reading, Saying]]) -> bool:
    """Whether a general noun takes up a named body: "the company said" for "Norvik said"."""
    roles = table("roles", _Roles)
    bodies = {concept(each) for each in (*roles.bodies, *roles.posts, *roles.speaks_for)}
    general = {concept(each) for each in roles.general}
    return words <= general and any(
        any(reading.words[j].text[0].isupper() for j in told.speaker)
        and not (weights(reading, told) & bodies) - general
        for reading, told in fitting
    )


def _before(reading: Reading, told: Saying) -> int:
    """The sentence before the one in which something is said."""
    return reading.words[told.cue].sentence - 1


def _is_described(words: frozenset[str], speaker: frozenset[str], cited: Sequence[Reading]) -> bool:
    """Whether a passage names both at once: "blind dissident Chen" is "the dissident"."""
    for reading in cited:
        at = [i for i, word in enumerate(reading.words) if word.weight in words]
        if any(
            word.weight in speaker and word.text[0].isupper() and word.weight not in words
            for i in at
            for word in reading.words[max(0, i - 3) : i + 4]
            if word.sentence == reading.words[i].sentence
        ):
            return True
    return False


@cache
def _general() -> frozenset[str]:
    """The concepts of bodies and people that a common noun may stand for."""
    return frozenset(concept(word) for word in (*table("roles", _Roles).bodies, "one", "them"))


def _overlap(one: frozenset[str], other: frozenset[str]) -> int:
    """How much two contents share; a number counts for three."""
    return sum(3 if weight[0].isdigit() else 1 for weight in one & other)


def _abbreviated(said: Reading, saying: Saying, cited: Sequence[Reading]) -> bool:
    """Whether a speaker is cited by initials, or named by them here."""
    own = [said.words[j].text for j in saying.speaker]
    theirs = [word.text for reading in cited for word in reading.words if word.text[0].isupper()]
    whole = " ".join(text for text in own if text.lower() != "the")
    return any(is_abbreviation_of(text, whole) for text in theirs) or any(
        is_abbreviation_of(text, " ".join(theirs[k : k + n]))
        for text in own
        if text.isupper()
        for n in range(2, 6)
        for k in range(len(theirs))
    )
