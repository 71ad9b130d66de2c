"""The form in which a result is wanted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a result is rendered: text, json, md or html; `width` in columns and `color` for text."""

    name: str = "text"
    width: int = 100
    color: bool = False
