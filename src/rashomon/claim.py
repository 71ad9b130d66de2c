"""A claim: a status that a report states, with its degree and polarity."""

from dataclasses import dataclass

from rashomon.report import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """Words by which a report says that a claim is contested; `by` is the contesting statement."""

    span: Span
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One status as one passage states it.

    `topic` is a topic of the table of statuses (control, end, cause, ...), `subject` what it is
    about in the text's words, `other` the other thing that it ties to that (the cause, the one
    responsible, the charge). `answer` is the state in the table's words: open, closed, dead ...
    `degree` is full, almost, partial, none or None where nothing is said; `polarity` affirmed,
    negated or unconfirmed: of the topic's condition where it has two sides ("closed" negates
    open), else of the state; `stance` that of the statement around it (asserts for plain
    narration).
    """

    id: str
    span: Span
    topic: str
    subject: str | None
    other: str | None = None
    degree: str | None = None
    polarity: str = "affirmed"
    stance: str = "asserts"
    answer: str | None = None
    place: str | None = None
    period: str | None = None
    statement: str | None = None
    speaker: str | None = None
    contested: tuple[Contest, ...] = ()
