"""The checker: what a sentence of a brief says that its citations do not carry."""

import re
from collections.abc import Iterator, Sequence

from rashomon.account import Sentence

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_QUOTATION = re.compile(r"“([^“”]+)”")
#: A capitalised word that does not begin a sentence, a quotation or what follows a colon.
_NAME = re.compile(r"(?<![.:;!?“\"] )(?<![“\"])(?<!^)\b[A-Z][\w’'-]+")


def faults(sentence: Sentence, labels: Sequence[str] = ()) -> list[str]:
    """What does not hold, in words: numbers, quotations and names outside the cited spans.

    `labels` are names by which the account calls its sources; they need no citation.
    """
    if not sentence.citations:
        return ["no citation"]
    cited = " \n ".join(" ".join(span.exact.split()) for span in sentence.citations)
    known = cited + " \n " + " \n ".join(labels)
    return [
        *(f"number {each}" for each in _missing(_NUMBER, sentence.text, known)),
        *(f"quotation {each}" for each in _missing(_QUOTATION, sentence.text, cited)),
        *(f"name {each}" for each in _missing(_NAME, sentence.text, known)),
    ]


def _missing(pattern: re.Pattern[str], text: str, known: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        words = match.group(match.lastindex or 0).strip(".,")
        if words not in known:
            yield words
