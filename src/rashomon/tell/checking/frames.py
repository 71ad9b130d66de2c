"""Frames: a plain word that stands where the citations have another, between the same words.

"A passenger train derailed" is no "freight train derailed". Nothing here knows what words mean: a
word is wrong where no citation holds it in any form, and one has another noun in its very frame.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.tell.checking.fault import Fault
from rashomon.tell.checking.reading import Reading, Word
from rashomon.tell.checking.rules import rules
from rashomon.words.synonyms import concept as counted

#: These are verbs and adverbs more often than nouns, and verbs have many synonyms.
_NO_NOUN = ("ed", "ing", "ly", "est")
_SHORTEST = 4


def frame_faults(said: Reading, cited: Sequence[Reading]) -> Iterator[Fault]:
    """Nouns and what describes them that no citation holds, where one has another instead."""
    held = frozenset().union(*(reading.concepts for reading in cited))
    counts = {counted(low.removesuffix("s")) for reading in cited for low in reading.lows}
    for i, word in enumerate(said.words):
        if not _is_plain(word) or word.weight in held:
            continue
        if counted(word.low.removesuffix("s")) in counts:
            continue
        other = next((o for reading in cited if (o := _instead(said, i, reading))), None)
        if other is not None:
            yield Fault(
                start=word.start,
                end=word.end,
                kind="meaning",
                words=word.text,
                reason=f"the cited passage says {other.text} here",
            )


def _instead(said: Reading, i: int, cited: Reading) -> Word | None:
    """The word that a citation has in the frame of a word of the sentence, if it tells none."""
    mine = _frame(said, i)
    return (
        next(
            (
                word
                for j, word in enumerate(cited.words)
                if _is_plain(word) and word.weight not in said.concepts and mine == _frame(cited, j)
            ),
            None,
        )
        if mine
        else None
    )


def _frame(reading: Reading, i: int) -> tuple[str, str] | None:
    """The words around a word, None where that behind has no weight.

    Before it stands an article, a number or a preposition: no noun stands elsewhere for certain.
    """
    words, own = reading.words, reading.words[i].sentence
    if not 0 < i < len(words) - 1 or {words[i - 1].sentence, words[i + 1].sentence} != {own}:
        return None
    before, behind = _before(words[i - 1]), words[i + 1].weight
    return (before, behind) if before and behind else None


@cache
def _determiners() -> frozenset[str]:
    return frozenset(rules().light.determiners)


def _before(word: Word) -> str:
    """The class of a word before a noun; articles are as good as each other, and so are numbers."""
    if word.low in _determiners() or word.text.endswith(("'s", "’s")):
        return "the"
    if word.low[0].isdigit():
        return "1"
    return word.low if word.low in rules().grammar.placing else ""


@cache
def _is_plain(word: Word) -> bool:
    """Whether a word may be a noun or what describes one, and is no name."""
    return (
        word.weight is not None
        and word.text.isalpha()
        and word.text.islower()
        and len(word.text) >= _SHORTEST
        and not word.quoted
        and word.low not in rules().grammar.placing
        and not word.low.endswith(_NO_NOUN)
    )
