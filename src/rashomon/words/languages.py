"""Codes of languages: which of them mean one language."""

#: A report of unknown language is too short to tell.
_ENGLISH = ("en", "eng", "english", "")


def base_code(code: str | None) -> str:
    """A language code without its country, in lower case: "pt" of "pt-BR", "" where unknown."""
    return (code or "").replace("_", "-").split("-")[0].lower()


def is_english(code: str | None) -> bool:
    """Whether a language code ("en", "en-GB", "eng") means English; one unknown is taken for it."""
    return base_code(code) in _ENGLISH
