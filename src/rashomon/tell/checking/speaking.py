"""Speaking: who a sentence says said it, held to who said it in its citations."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.reading import Reading, read
from rashomon.tell.checking.sayings import Saying, sayings, weights
from rashomon.words.names import is_abbreviation_of


def speaker_faults(
    said: Reading, cited: Sequence[Reading], labels: Sequence[str]
) -> Iterator[Fault]:
    """Speakers to whom the cited passages give other words than the sentence does."""
    theirs = [(reading, each) for reading in cited for each in sayings(reading.text)]
    named = [(label, frozenset(read(label).lows)) for label in labels if label]
    for saying in sayings(said.text):
        if saying.pronoun or not saying.content:
            continue
        words = weights(said, saying)
        own = {said.lows[j] for j in saying.speaker}
        forms = [label for label, lows in named if lows & own]
        if not words or (forms and _may_speak(saying, forms, theirs, cited)):
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
    return (
        reading.is_fragment
        and not any(low[0].isdigit() for low in reading.lows)
        and any(word.text[0].isupper() for word in reading.words)
    )


def _wrong(
    said: Reading,
    words: frozenset[str],
    saying: Saying,
    theirs: Sequence[tuple[Reading, Saying]],
    cited: Sequence[Reading],
) -> str | None:
    every = frozenset().union(*(reading.concepts for reading in cited))
    if not words & every:
        return None if _abbreviated(said, saying, cited) else "no cited passage names this speaker"
    ranked = sorted(theirs, key=lambda each: -_overlap(saying.content, each[1].content))
    best = _overlap(saying.content, ranked[0][1].content) if ranked else 0
    if not best:
        return None
    fitting = [each for each in ranked if _overlap(saying.content, each[1].content) >= 0.75 * best]
    others = [each for each in ranked if each not in fitting]
    if any(each.pronoun for _, each in fitting):
        return None
    if _other_post(said, saying, fitting, every):
        return _told_by(fitting[0])
    own = max(len(words & weights(*each)) for each in fitting)
    away = max((len(words & weights(*each)) for each in others), default=0)
    if own == 0 or away > own:
        return _told_by(fitting[0])
    return None


def _told_by(cited: tuple[Reading, Saying]) -> str:
    reading, told = cited
    start, end = reading.words[told.speaker[0]].start, reading.words[told.speaker[-1]].end
    return f"in the cited passage {reading.text[start:end]} says this"


def _other_post(
    said: Reading, saying: Saying, fitting: Sequence[tuple[Reading, Saying]], every: frozenset[str]
) -> bool:
    """Whether a word before a post or body is another than the cited one: "fire chief"."""
    for one, other in pairwise(saying.speaker):
        mark, post = said.words[one].weight, said.words[other].weight
        if mark is None or post is None or mark in every or said.words[one].text[0].isupper():
            continue
        for reading, told in fitting:
            near = [
                (reading.words[a].weight, reading.words[b].weight)
                for a, b in pairwise(told.speaker)
            ]
            if any(b == post and a is not None for a, b in near):
                return True
    return False


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
