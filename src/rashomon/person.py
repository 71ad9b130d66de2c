"""A person in the event, and what befell them."""

from dataclasses import dataclass

from rashomon.report import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A named person with what the text gives: spellings, age in years, sex, role and fate.

    `fate` is killed, injured, missing, detained, alive or None; `statements` are those in which
    age or fate is said.
    """

    id: str
    name: str
    spellings: tuple[Span, ...] = ()
    age: int | None = None
    sex: str | None = None
    role: str | None = None
    fate: str | None = None
    statements: tuple[str, ...] = ()
