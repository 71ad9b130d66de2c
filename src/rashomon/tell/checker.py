"""The checker: what a sentence of a brief says that its citations do not carry."""

import re
from collections.abc import Iterator, Sequence

from rashomon.account import Sentence
from rashomon.tell.plain import plain, retelling
from rashomon.words.numbers import Number, find_numbers

_QUOTATION = re.compile(r"“([^“”]+)”")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
#: Words with which a sentence of ours begins.
_OPENING = frozenset(
    ("Has", "Have", "Is", "Are", "Was", "Were", "Reports", "Accounts", "Figure", "One", "The")
)


def faults(sentence: Sentence, labels: Sequence[str] = ()) -> list[str]:
    """What does not hold, in words: numbers, quotations and names outside the cited spans.

    `labels` are names by which the account calls its sources; they need no citation. Numbers are
    compared by value, names and quotations word for word.
    """
    if not sentence.citations:
        return ["no citation"]
    cited = " \n ".join(" ".join(span.exact.split()) for span in sentence.citations)
    said = _without(sentence.text, labels)
    return [
        *(f"number {each}" for each in _other_numbers(said, cited)),
        *(f"quotation {each}" for each in _QUOTATION.findall(sentence.text) if each not in cited),
        *(f"name {each}" for each in _other_names(said, cited)),
    ]


def _without(text: str, labels: Sequence[str]) -> str:
    """The text with whole labels blanked, the longest first."""
    for label in sorted(set(labels), key=lambda each: (-len(each), each)):
        if label:
            text = re.sub(rf"(?<!\w){re.escape(label)}(?!\w)", "_", text)
    return text


def _other_numbers(said: str, cited: str) -> Iterator[str]:
    known = {_meaning(number, cited) for number in find_numbers(cited)}
    for number in find_numbers(said):
        if _meaning(number, said) not in known:
            yield said[number.start : number.end]


def _meaning(number: Number, text: str) -> tuple[object, ...]:
    """What a number says, however it is written; a misprint is only itself."""
    if number.value is None and number.low is None:
        return (text[number.start : number.end],)
    return (number.value, number.low)


def _other_names(said: str, cited: str) -> Iterator[str]:
    """Capitalised words that no citation holds."""
    known = set(_WORD.findall(cited)) | set(_WORD.findall(plain(cited)))
    lower = {word.lower() for word in known}
    for match in _WORD.finditer(said):
        word = match.group()
        if not word[0].isupper() or word in known or word in _OPENING:
            continue
        # At the head of a sentence any cited word, and any swapped for a plainer one, is capital.
        if _heads(said, match.start()) and (word.lower() in lower or word.lower() in _own()):
            continue
        yield word


def _heads(said: str, at: int) -> bool:
    return not said[:at].strip(" “‘$_") or said[:at].rstrip().endswith((".", "?", "!"))


def _own() -> frozenset[str]:
    """The words that the table of plain words puts at the head of a phrase."""
    return frozenset(phrase.split()[0] for phrase in retelling().instead.values())
