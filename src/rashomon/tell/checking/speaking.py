"""Speaking: who is said to say something, held to who says it in the citations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rashomon.tell.checking.deeds import is_verb
from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.names import country_codes, named_words, names
from rashomon.tell.checking.reading import Reading, read
from rashomon.tell.checking.rules import Roles, concept, listed, stem, stems
from rashomon.tell.checking.sayings import Saying, sayings, told_by, weights
from rashomon.words.names import is_abbreviation_of, title_words
from rashomon.words.tables import table

#: A passage is about the same where it shares so much of what the best of them shares.
_FITS = 0.75
#: Passages that share less are about something else.
_SHARED = 2
#: A name stands so near to the noun that describes it: "the blind dissident Chen".
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A saying where it stands."""

    reading: Reading
    saying: Saying

    @property
    def weights(self) -> frozenset[str]:
        """The concepts by which the speaker is named and described."""
        return weights(self.reading, self.saying)

    @property
    def named(self) -> frozenset[str]:
        """The words of the speaker's names, without titles, posts and the country of a body."""
        named = named_words(self.reading.text)
        lows = {self.reading.lows[i] for i in self.saying.speaker if i in named}
        lows = {low for low in lows - title_words() if concept(low) not in _callings()}
        return frozenset({low for low in lows if not country_codes((low,))} or lows)

    @property
    def countries(self) -> frozenset[str]:
        """The countries that the speaker's words name."""
        return frozenset(country_codes([self.reading.lows[j] for j in self.saying.speaker]))

    @property
    def bodies(self) -> frozenset[str]:
        """The stems of the names right before a post: "*Lindow* manager Carlo Basti"."""
        named = named_words(self.reading.text)
        return frozenset(
            stem(self.reading.lows[j])
            for j, after in pairwise(self.saying.speaker)
            if j in named
            and concept(self.reading.lows[after]) in _callings()
            and self.reading.lows[j] not in title_words()
        )

    @property
    def sentence(self) -> int:
        """The sentence in which it stands."""
        return self.reading.words[self.saying.cue].sentence

    def before(self, since: int) -> frozenset[str]:
        """The concepts that stand before the cue, from a sentence on."""
        words = self.reading.words[: self.saying.cue]
        return frozenset(word.weight for word in words if word.weight and word.sentence >= since)

    @property
    def contests(self) -> bool:
        """Whether the speaker denies what another says."""
        return stem(self.reading.lows[self.saying.cue]) in stems("denial", "contesting")

    def likeness(self, other: "Told") -> float:
        """How much two contents share of both (Dice's coefficient); a number counts for three."""
        mine, theirs = self.saying.content, other.saying.content
        return 2 * _count(mine & theirs) / max(_count(mine) + _count(theirs), 1)


def _count(content: frozenset[str]) -> int:
    return sum(3 if weight[0].isdigit() else 1 for weight in content)


def speaker_faults(
    said: Reading, cited: Sequence[Reading], labels: Sequence[str]
) -> Iterator[Fault]:
    """Speakers to whom the cited passages give other words than the sentence does."""
    theirs = [Told(reading, each) for reading in cited for each in sayings(reading.text)]
    for saying in sayings(said.text):
        mine = Told(said, saying)
        if saying.pronoun or not saying.content or not mine.weights or _is_nobody(mine):
            continue
        if mine.weights & {concept(word) for word in listed("saying", "unnamed")} or _is_label(
            mine, labels, theirs, cited
        ):
            continue
        reason = _wrong(mine, theirs, cited)
        if reason is not None:
            start, end = said.words[saying.speaker[0]].start, said.words[saying.speaker[-1]].end
            yield Fault(
                start=start, end=end, kind="attribution", words=said.text[start:end], reason=reason
            )


def _is_nobody(mine: Told) -> bool:
    """Whether the speaker is none: "nobody has said", "nothing suggests"."""
    return mine.reading.lows[mine.saying.speaker[0]] in listed("denial", "words")


def _is_label(
    mine: Told, labels: Sequence[str], theirs: Sequence[Told], cited: Sequence[Reading]
) -> bool:
    """Whether one whom the account knows by name may say this.

    An outlet may tell what no passage gives to anybody, and pass on what another said; a speaker
    is cited where he is named.
    """
    own = {mine.reading.lows[j] for j in mine.saying.speaker}
    forms = [label for label in labels if label and own & set(read(label).lows)]
    if not forms:
        return False
    if stem(mine.reading.lows[mine.saying.cue]) in stems("saying", "passing"):
        return True
    words = [word for reading in cited for word in reading.words]
    lows, texts = {word.low for word in words}, {word.text for word in words if word.text.isupper()}
    for form in forms:
        if set(read(form).lows) & lows or any(is_abbreviation_of(text, form) for text in texts):
            return True
    other = any(mine.likeness(each) for each in theirs if not each.saying.pronoun)
    return not other and not any(_is_speaker(reading) for reading in cited)


def _is_speaker(reading: Reading) -> bool:
    """Whether a passage is a name alone, with its post: whom an account cites for a speaker."""
    counted = any(low[0].isdigit() for low in reading.lows)
    return reading.is_fragment and not counted and bool(names(reading.text))


def _wrong(mine: Told, theirs: Sequence[Told], cited: Sequence[Reading]) -> str | None:
    """Why the citations do not give this to the speaker, None where one of them may."""
    least = min(_SHARED, _count(mine.saying.content))
    alike = [
        each
        for each in theirs
        if each.contests == mine.contests
        and _count(mine.saying.content & each.saying.content) >= least
    ]
    best = max((mine.likeness(each) for each in alike), default=0.0)
    fitting = [each for each in alike if best and mine.likeness(each) >= _FITS * best]
    every = frozenset().union(*(reading.concepts for reading in cited))
    if not fitting:
        known = mine.weights & every or _is_initials(mine, cited)
        return None if known else "no cited passage names this speaker"
    if any(_may_be(mine, each, theirs) for each in fitting):
        return None
    return told_by(fitting[0].reading, fitting[0].saying)


def _may_be(mine: Told, told: Told, theirs: Sequence[Told]) -> bool:
    """Whether the speaker of the sentence may be the one of a cited passage."""
    if told.saying.pronoun:
        earlier = [
            e for e in theirs if e.reading is told.reading and e.saying.cue < told.saying.cue
        ]
        if earlier and earlier[-1].named and earlier[-1].sentence >= told.sentence - 1:
            return _may_be(mine, earlier[-1], theirs)
        return bool(mine.weights & told.before(0))
    if _speaks_for(mine, told):
        return True
    if mine.countries and told.countries and not mine.countries & told.countries:
        return False
    if mine.bodies and told.bodies and not mine.bodies & told.bodies:
        return False
    if _is_described(mine, told):
        return True
    if mine.named and told.named:
        return bool(mine.named & told.named) or _is_initials(mine, [told.reading])
    own, there = mine.weights - _callings(), told.weights - _callings()
    if own & there or (not own and mine.weights & told.weights):
        return True
    return _takes_up(mine, told)


def _speaks_for(mine: Told, told: Told) -> bool:
    """Whether a speaker with a post speaks for a body that was named before: "its spokesman".

    "Its" points to the same sentence or the one before, a bare "chief executive" to any.
    """
    named = named_words(told.reading.text)
    speaker = [j for j in told.saying.speaker if j not in named]
    lows = [told.reading.lows[j] for j in speaker]
    if lows[:1] in (["its"], ["their"]):
        return bool(mine.weights & told.before(told.sentence - 1))
    bare = set(lows) & _voices() and set(lows) <= _voices() | listed("light", "describing")
    return bool(bare) and bool(mine.weights & told.before(0))


def _takes_up(mine: Told, told: Told) -> bool:
    """Whether a general noun takes up a name on either side: "the company said", "Norvik said".

    A noun that the passage has for somebody else takes up nobody; a speaker whose own nouns say
    what he is is taken up by a more general one alone.
    """
    roles = table("roles", Roles)
    nouns = {concept(each) for each in (*roles.bodies, *roles.posts, *roles.people)}
    general = {concept(each) for each in roles.general}
    if mine.named:
        definite = told.reading.lows[told.saying.speaker[0]] in ("the", "who")
        return definite and told.weights <= nouns and bool(mine.weights & told.before(0))
    kinds = told.weights & nouns - general
    known = mine.weights & told.reading.concepts
    return bool(told.named) and not kinds and not known and mine.weights <= nouns


def _is_described(mine: Told, told: Told) -> bool:
    """Whether a passage names both at once: "blind dissident Chen" is "the dissident".

    A speaker with a name is known by the words of that alone: "Tory leader Howard".
    """
    reading = told.reading
    own = {concept(low) for low in mine.named} or mine.weights
    own -= _common()
    stop = r"\band\b|\.\s|[;:“”\",]" if mine.named else r"\band\b|\.\s|[;:“”\"]"
    for i, word in enumerate(reading.words):
        if word.weight not in own:
            continue
        for j in range(max(0, i - _NEAR), min(len(reading.words), i + _NEAR + 1)):
            other, (first, last) = reading.words[j], sorted((i, j))
            if (
                other.weight not in told.weights - own - _common()
                or other.sentence != word.sentence
            ):
                continue
            if not (other.text[0].isupper() or word.text[0].isupper()):
                continue
            between = reading.text[reading.words[first].end : reading.words[last].start]
            if not re.search(stop, between) and not any(
                is_verb(reading, k) or k == told.saying.cue for k in range(first, last)
            ):
                return True
    return False


def _is_initials(mine: Told, cited: Sequence[Reading]) -> bool:
    """Whether a speaker is cited by initials, or named by them here."""
    own = [mine.reading.words[j].text for j in mine.saying.speaker]
    theirs = [word.text for reading in cited for word in reading.words if word.text[0].isupper()]
    whole = " ".join(text for text in own if text.lower() != "the")
    return any(is_abbreviation_of(text, whole) for text in theirs) or any(
        is_abbreviation_of(text, " ".join(theirs[k : k + n]))
        for text in own
        if text.isupper()
        for n in range(2, 6)
        for k in range(len(theirs))
    )


@cache
def _callings() -> frozenset[str]:
    """The concepts of posts that many may have: a spokesman, a minister."""
    roles = table("roles", Roles)
    return frozenset(concept(each) for each in (*roles.posts, *roles.speaks_for))


@cache
def _common() -> frozenset[str]:
    """The concepts of posts and bodies that describe many."""
    return _callings() | {concept(each) for each in table("roles", Roles).bodies}


@cache
def _voices() -> frozenset[str]:
    """The words by which those are called who speak for a whole body."""
    roles = table("roles", Roles)
    return frozenset(part for each in (*roles.heads, *roles.speaks_for) for part in each.split())
