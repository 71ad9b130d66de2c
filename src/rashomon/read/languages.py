"""The language of a text, from its words alone."""

from functools import cache

# The library carries no types.
from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

#: Shorter texts, in letters, may be of any language that shares their names.
_SHORTEST = 80

#: The beginning decides: the model's answer is sure long before, and time stays bounded.
_SAMPLE = 4_000

#: Below this probability the answer stays open.
_SURE = 0.9


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, or None where it is too short to tell."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _SHORTEST:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _SURE else None


def is_english(code: str) -> bool:
    """Whether a language code ("en", "en-GB", "eng") means English."""
    return code.replace("_", "-").split("-")[0].lower() in ("en", "eng", "english")
