"""The language of a text, from its words alone."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The library carries no types.
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

#: Shorter texts, in letters, may be of any language that shares their names.
_SHORTEST = 80

#: The beginning decides: the model's answer is sure long before, and time stays bounded.
_SAMPLE = 4_000

#: Below this probability the answer stays open.
_SURE = 0.9


#: Words that make up a fifth of English text and hardly any of another language's.
_ENGLISH = re.compile(r"\b(?:the|of|to|and|in|that|is|was|for|on)\b", re.I)
_WORD = re.compile(r"\w+")

#: From this share of such words on a text is English. English news pages have .159 and more, those
#: in other languages .055 and less (205 pages of the test resources of fundus).
_PLAINLY_ENGLISH = 0.12


@cache
def _identifier() -> "LanguageIdentifier":
    # Loaded only for the texts that the plain rule leaves open: it takes most of a second.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, or None where it is too short to tell."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _SHORTEST:
        return None
    if len(_ENGLISH.findall(sample)) >= _PLAINLY_ENGLISH * len(_WORD.findall(sample)):
        return "en"
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _SURE else None
