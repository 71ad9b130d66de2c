"""A statement: what a report says that somebody said."""

from dataclasses import dataclass

from rashomon.report import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who is said to have said it, as resolved over the whole report.

    `name` is canonical ("Ryan Dillon") and None where the narrator judges; `for_` is the body
    the speaker stands for; `named` is False for "US officials"; `basis` is explicit, carried,
    pronoun or narrator.
    """

    name: str | None
    span: Span | None = None
    role: str | None = None
    for_: str | None = None
    named: bool = False
    basis: str = "explicit"
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attributed passage.

    `content` is what was said, without speaker and cue, in reading order. `directness` is
    direct, indirect or mixed; `stance` asserts, denies, doubts, expects or reports. `within`
    names the outer statement of a nested one and `attitude` what the outer speaker makes of it:
    endorses, neutral or contests. `via` is the outlet through which it reached this report.
    `occasion` says on what occasion it was said (briefing, interview, statement, tweet),
    where the text tells.
    """

    id: str
    span: Span
    content: tuple[Span, ...]
    cue: Span | None
    directness: str
    speaker: Speaker
    stance: str = "asserts"
    within: str | None = None
    attitude: str = "neutral"
    via: str | None = None
    occasion: str | None = None

    def says(self, span: Span) -> bool:
        """Whether `span` lies inside what was said."""
        return any(piece.holds(span) for piece in self.content)
